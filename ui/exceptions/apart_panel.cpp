// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/apart_panel.h"

#include "ui/common/labels.h"
#include "ui/exceptions/share_bars.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QVBoxLayout>

namespace holdpoint::ui::exceptions {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::exceptions::ApartPanel)
};

/// Values that the core names; everything else is a text of outside.
QString valueText(const session::ContrastRow& row)
{
    switch (row.attribute) {
    case session::Attribute::Lines:
    case session::Attribute::Parcels: return row.value == "one" ? Tr::tr("one") : Tr::tr("several");
    case session::Attribute::Lane:
        if (const auto lane = fromName<Lane>(row.value))
            return word(*lane);
        break;
    default: break;
    }
    return outside(row.value, 60);
}

}  // namespace

QString traitText(const session::ContrastRow& row)
{
    return QStringLiteral("%1 = %2").arg(word(row.attribute), valueText(row));
}

ApartPanel::ApartPanel(Context& context, QWidget* parent)
    : Panel(context.theme, {}, parent),
      context_(context),
      bars_(new ShareBars(context.theme, context.format, this)),
      message_(plainLabel(context.theme, {}, TextRole::Body, Ink::Low, this))
{
    setObjectName(QStringLiteral("apart"));
    message_->setObjectName(QStringLiteral("apartMessage"));
    message_->setWordWrap(true);
    body()->addWidget(bars_);
    body()->addWidget(message_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    soon_.setSingleShot(true);
    soon_.setInterval(AskAfterMs);
    connect(&soon_, &QTimer::timeout, this, &ApartPanel::ask);
    connect(&context_.client, &Client::detached, this, [this] {
        ++asked_;
        contrast_.reset();
        refresh();
    });
    connect(&context_.client, &Client::attached, &soon_, qOverload<>(&QTimer::start));
    refresh();
    hide();
}

void ApartPanel::setCause(std::uint64_t fingerprint, session::ResultId result)
{
    if (fingerprint == cause_ && result == result_)
        return;
    if (fingerprint != cause_) {
        ++asked_;
        contrast_.reset();
        trouble_.clear();
    }
    cause_ = fingerprint;
    result_ = result;
    soon_.start();
    refresh();
}

void ApartPanel::ask()
{
    if (cause_ == 0 || !context_.client.isAttached())
        return;
    const std::uint64_t mine = ++asked_;
    context_.client.ask(session::AskContrast{cause_}, this,
                        [this, mine](const session::Answer& answer) { take(mine, answer); });
}

void ApartPanel::take(std::uint64_t question, const session::Answer& answer)
{
    if (question != asked_)
        return;
    if (const auto* contrast = std::get_if<session::Contrast>(&answer)) {
        contrast_ = *contrast;
        trouble_.clear();
    } else if (const auto* error = std::get_if<Error>(&answer)) {
        contrast_.reset();
        trouble_ = sentence(*error);
    }
    refresh();
}

QString ApartPanel::message() const
{
    if (!context_.client.isAttached())
        return tr("No data: not connected.");
    if (!trouble_.isEmpty())
        return trouble_;
    if (!contrast_)
        return tr("Comparing …");
    if (contrast_->failing == 0)
        return tr("No data: no open item of this cause is about an order.");
    if (contrast_->passing == 0)
        return tr("No data: no order passed in the same time.");
    return contrast_->rows.empty() ? tr("They look like those that passed in everything that is known.")
                                   : QString();
}

QString ApartPanel::subtitle() const
{
    if (!contrast_ || contrast_->passing == 0)
        return {};
    const Format& format = context_.format;
    const QString counts = tr("%1 failing against %2 passing")
                               .arg(format.count(static_cast<qint64>(contrast_->failing)),
                                    format.count(static_cast<qint64>(contrast_->passing)));
    const QString span =
        tr("placed %1 to %2").arg(format.clock(contrast_->from), format.clock(contrast_->to));
    return counts + (contrast_->sampled ? QStringLiteral(" · ") + tr("a sample") : QString()) +
           QStringLiteral(" · ") + span;
}

void ApartPanel::refresh()
{
    setTitle(tr("What sets the failing orders apart"));
    setSubtitle(subtitle());
    const QString why = message();
    message_->setText(why);
    message_->setVisible(!why.isEmpty());
    std::vector<session::ContrastRow> rows;
    if (why.isEmpty())
        rows = contrast_->rows;
    rows.resize(std::min(rows.size(), MostRows));
    bars_->setAccessibleName(title());
    bars_->setRows(std::move(rows));
    bars_->setVisible(why.isEmpty());
}

void ApartPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Panel::changeEvent(event);
}

}  // namespace holdpoint::ui::exceptions
