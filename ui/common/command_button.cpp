// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/command_button.h"

#include "core/base/check.h"
#include "ui/common/own_font.h"
#include "ui/common/tooltip.h"

#include <QAction>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace holdpoint::ui {
namespace {

const CommandRegistry::Command& commandOf(const CommandRegistry& commands, QLatin1String id)
{
    const auto* command = commands.find(id);
    HP_CHECK(command != nullptr);
    return *command;
}

/// Heavier than the text around it.
QFont buttonFont(const Theme& theme)
{
    QFont font = theme.font(TextRole::Body);
    font.setWeight(QFont::Medium);
    return font;
}

}  // namespace

int keyHintWidth(const Theme& theme, const QString& key)
{
    return key.isEmpty()
               ? 0
               : QFontMetrics(theme.font(TextRole::MonoSmall)).horizontalAdvance(key) + theme.px(12);
}

void paintKeyHint(QPainter& painter, const QRect& rect, const Theme& theme, const QString& key, bool enabled)
{
    if (key.isEmpty())
        return;
    const QFont font = theme.font(TextRole::MonoSmall);
    QRect box(0, 0, keyHintWidth(theme, key), QFontMetrics(font).height() + theme.px(2));
    box.moveRight(rect.right());
    box.moveTop(rect.top() + (rect.height() - box.height()) / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.tokens().line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(font);
    painter.setPen(enabled ? theme.tokens().inkMid : theme.tokens().inkLow);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, key);
    painter.restore();
}

CommandButton::CommandButton(const Theme& theme, CommandRegistry& commands, QLatin1String id, QWidget* parent)
    : QPushButton(parent), theme_(theme), command_(commandOf(commands, id))
{
    setObjectName(id);
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, command_.action, &QAction::trigger);
    connect(command_.action, &QAction::changed, this, &CommandButton::refresh);
    connect(&commands, &CommandRegistry::refreshed, this, &CommandButton::refresh);
    connect(&theme, &Theme::changed, this, &CommandButton::refresh);
    refresh();
}

void CommandButton::setPreferred(bool preferred)
{
    setProperty("preferred", preferred);
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void CommandButton::setOwnText(const QString& text)
{
    ownText_ = text;
    refresh();
}

void CommandButton::refresh()
{
    const QString why = command_.obstacle();
    // A mnemonic would be a second key for the same thing.
    setText(
        (ownText_.isEmpty() ? command_.text() : ownText_).replace(QLatin1Char('&'), QStringLiteral("&&")));
    key_ = command_.spec.keys.isEmpty() ? QString()
                                        : command_.spec.keys.first().toString(QKeySequence::NativeText);
    setOwnFont(this, buttonFont(theme_));
    setEnabled(why.isEmpty());
    setPlainToolTip(this, why);
    setAccessibleName(ownText_.isEmpty() ? command_.text() : ownText_);
    updateGeometry();
    update();
}

QSize CommandButton::sizeHint() const
{
    const QFontMetrics metrics(buttonFont(theme_));
    const int hint = key_.isEmpty() ? 0 : keyHintWidth(theme_, key_) + theme_.px(8);
    return {metrics.horizontalAdvance(accessibleName()) + hint + theme_.px(26),
            metrics.height() + theme_.px(12)};
}

void CommandButton::paintEvent(QPaintEvent* event)
{
    if (key_.isEmpty())
        return QPushButton::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QRect inside = rect().adjusted(theme_.px(12), 0, -theme_.px(10), 0);
    paintKeyHint(painter, inside, theme_, key_, isEnabled());
    option.rect = inside.adjusted(0, 0, -keyHintWidth(theme_, key_) - theme_.px(8), 0);
    painter.setFont(buttonFont(theme_));  // as it was measured
    painter.setPen(isEnabled() ? theme_.tokens().inkHigh : theme_.tokens().inkLow);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

}  // namespace holdpoint::ui
