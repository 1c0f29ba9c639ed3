// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/receipt_line.h"

#include "ui/text/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace holdpoint::ui {

QString troubleOf(const session::Receipt& receipt)
{
    switch (receipt.state) {
    case CommandState::Refused:
        return receipt.whoCan.empty()
                   ? ReceiptLine::tr("Refused.") + QLatin1Char(' ') +
                         sentence(Error{receipt.code, receipt.detail})
                   : ReceiptLine::tr("Refused.") + QLatin1Char(' ') + needs(receipt.whoCan);
    case CommandState::Failed:
        return ReceiptLine::tr("Failed.") + QLatin1Char(' ') + sentence(Error{receipt.code, receipt.detail});
    case CommandState::Unknown:
        return ReceiptLine::tr(
            "No answer in time: it may have happened. Look at the object before trying again.");
    default: return {};
    }
}

ReceiptLine::ReceiptLine(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent),
      format_(format),
      what_(plainLabel(theme, {}, TextRole::TableCompact, Ink::High)),
      steps_(plainLabel(theme, {}, TextRole::MonoSmall, Ink::Mid)),
      trouble_(plainLabel(theme, {}, TextRole::TableCompact, Ink::High))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(10));
    for (QLabel* label : {what_, steps_, trouble_})
        row->addWidget(label);
    row->addStretch(1);
    clear();
}

void ReceiptLine::start(const QString& what, Instant at)
{
    at_.fill(Never);
    at_[0] = at;
    troubleText_.clear();
    what_->setText(what);
    what_->setVisible(!what.isEmpty());
    setVisible(true);
    refresh();
}

void ReceiptLine::add(const session::Receipt& receipt)
{
    const auto step = static_cast<std::size_t>(receipt.state);
    if (step < at_.size()) {
        at_[step] = receipt.at;
        troubleText_.clear();  // an unknown one was heard of again
    } else {
        troubleText_ = troubleOf(receipt);
    }
    refresh();
}

void ReceiptLine::clear()
{
    at_.fill(Never);
    troubleText_.clear();
    setVisible(false);
}

QString ReceiptLine::steps() const
{
    QStringList parts;
    for (std::size_t i = 0; i < at_.size(); ++i)
        if (at_[i] != Never || troubleText_.isEmpty())
            parts << word(static_cast<CommandState>(i)) + QLatin1Char(' ') +
                         (at_[i] == Never ? QStringLiteral("…") : format_.clock(at_[i]));
    return parts.join(QStringLiteral(" · "));
}

QString ReceiptLine::text() const
{
    QStringList parts{what_->text(), steps()};
    if (!troubleText_.isEmpty())
        parts << troubleText_;
    return parts.join(QStringLiteral("  "));
}

void ReceiptLine::refresh()
{
    steps_->setText(steps());
    trouble_->setText(troubleText_);
    trouble_->setVisible(!troubleText_.isEmpty());
    setAccessibleName(text());
    emit changed();
}

}  // namespace holdpoint::ui
