// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include "ui/common/own_font.h"

#include <QStyle>

namespace holdpoint::ui {

QLabel* plainLabel(const Theme& theme, const QString& text, TextRole role, Ink ink, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setOwnFont(label, theme.font(role));
    if (ink != Ink::High)
        label->setProperty("ink", ink == Ink::Mid ? "mid" : "low");
    QObject::connect(&theme, &Theme::changed, label,
                     [label, &theme, role] { setOwnFont(label, theme.font(role)); });
    return label;
}

void setInk(QLabel* label, Ink ink)
{
    label->setProperty("ink", ink == Ink::High ? QVariant() : QVariant(ink == Ink::Mid ? "mid" : "low"));
    label->style()->unpolish(label);  // a style sheet looks at properties once
    label->style()->polish(label);
}

}  // namespace holdpoint::ui
