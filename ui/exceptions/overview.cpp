// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/overview.h"

#include "ui/common/key_value.h"
#include "ui/common/labels.h"
#include "ui/exceptions/attempt_rows.h"
#include "ui/exceptions/contract_view.h"
#include "ui/exceptions/timeline_view.h"
#include "ui/text/words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui::exceptions {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::exceptions::Overview)
};

}  // namespace

QString adviceOf(const session::VerdictText& verdict)
{
    switch (verdict.verdict) {
    case RetryVerdict::Safe: return Tr::tr("Retry it.");
    case RetryVerdict::Done: return Tr::tr("A retry only fetches the stored answer; nothing is done twice.");
    case RetryVerdict::Futile:
        return Tr::tr(
            "Do not retry before something has changed: have the vendor or the mapping corrected, or "
            "send the order to the legacy path.");
    case RetryVerdict::Unsafe:
        return Tr::tr(
            "A retry may do it twice. Have it looked at by an engineer, or send the order to legacy.");
    case RetryVerdict::Unknown: return Tr::tr("Ask the vendor first; a retry comes after its answer.");
    }
    return {};
}

Overview::Overview(Context& context, QWidget* parent) : QScrollArea(parent), context_(context)
{
    setObjectName(QStringLiteral("overview"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connect(mode_, &QComboBox::currentIndexChanged, this, &Overview::showStory);
    connect(timeline_, &TimelineView::reveal, this, [this](const QRect& rect) {
        const QPoint at = timeline_->mapTo(widget(), rect.center());
        ensureVisible(at.x(), at.y(), 0, rect.height());
    });
    connect(contract_, &ContractView::othersWanted, this, &Overview::groupWanted);
    connect(contract_, &ContractView::copyWanted, this, &Overview::evidenceWanted);
    connect(rulesButton_, &QPushButton::toggled, this, &Overview::showRules);
    retranslate();
}

QLabel* Overview::section(QVBoxLayout* column)
{
    QLabel* label = plainLabel(context_.theme, {}, TextRole::Body, Ink::Mid, widget());
    if (column != nullptr)
        column->addWidget(label);
    return label;
}

void Overview::build()
{
    const Theme& theme = context_.theme;
    setWidget(new QWidget(this));
    auto* all = new QVBoxLayout(widget());
    all->setContentsMargins(0, theme.px(10), 0, theme.px(12));
    all->setSpacing(theme.px(6));
    const auto indented = [&] {
        auto* part = new QVBoxLayout;
        part->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
        part->setSpacing(theme.px(6));
        all->addLayout(part);
        return part;
    };
    QVBoxLayout* column = indented();
    changed_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid, widget());
    changed_->setObjectName(QStringLiteral("changedSince"));
    verdict_ = plainLabel(theme, {}, TextRole::Section, Ink::High, widget());
    verdict_->setObjectName(QStringLiteral("verdict"));
    advice_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid, widget());
    for (QLabel* label : {changed_, verdict_, advice_}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* row = new QHBoxLayout;
    timelineTitle_ = section(nullptr);
    mode_ = new QComboBox(widget());
    mode_->setObjectName(QStringLiteral("storyMode"));
    row->addWidget(timelineTitle_);
    row->addStretch();
    row->addWidget(mode_);
    column->addLayout(row);
    timeline_ = new TimelineView(theme, context_.format, widget());
    column->addWidget(timeline_);
    attemptsTitle_ = section(column);
    attempts_ = new SmallTable(theme, tr("Retry history"), widget());
    attempts_->setObjectName(QStringLiteral("attempts"));
    column->addWidget(attempts_);
    noAttempts_ = plainLabel(theme, {}, TextRole::Body, Ink::Low, widget());
    column->addWidget(noAttempts_);
    contractTitle_ = section(column);
    contract_ = new ContractView(context_, widget());
    all->addWidget(contract_);  // its band goes to the edges
    column = indented();
    rulesButton_ = new QPushButton(widget());
    rulesButton_->setObjectName(QStringLiteral("rules"));
    rulesButton_->setCheckable(true);
    rulesButton_->setFlat(true);
    column->addWidget(rulesButton_, 0, Qt::AlignLeft);
    rules_ = new KeyValue(theme, widget());
    rules_->hide();
    column->addWidget(rules_);
    all->addStretch();
}

void Overview::retranslate()
{
    timelineTitle_->setText(tr("Event timeline"));
    timeline_->setAccessibleName(timelineTitle_->text());
    attemptsTitle_->setText(tr("Retry history"));
    attempts_->setAccessibleName(attemptsTitle_->text());
    contractTitle_->setText(tr("Contract failure"));
    noAttempts_->setText(tr("No attempts: stopped before any vendor was called."));
    rulesButton_->setText(tr("Rules of this integration"));
    const int mode = std::max(0, mode_->currentIndex());
    const QSignalBlocker quiet(mode_);
    mode_->clear();
    mode_->addItems({tr("All events"), tr("Failures"), tr("Effects")});
    mode_->setCurrentIndex(mode);
    mode_->setAccessibleName(tr("Events shown"));
}

void Overview::show(const session::ExceptionDetail& detail, Instant seenUntil)
{
    const bool other = detail.row.id != detail_.row.id;
    detail_ = detail;
    seenUntil_ = seenUntil;
    showVerdict();
    showStory();
    attempts_->setColumns(attemptHeaders());
    attempts_->setRows(attemptRows(detail_.timeline, {}, context_.format));
    attempts_->setVisible(!attempts_->rows().empty());
    noAttempts_->setVisible(attempts_->rows().empty());
    contract_->show(detail_.contract);
    contractTitle_->setVisible(detail_.contract.has_value());
    rulesButton_->setVisible(detail_.rules.has_value());
    showRules();
    if (other)
        ensureVisible(0, 0);
}

void Overview::showVerdict()
{
    const int news =
        seenUntil_ == Never
            ? 0
            : static_cast<int>(std::count_if(
                  detail_.timeline.entries.begin(), detail_.timeline.entries.end(),
                  [this](const session::TimelineEntry& entry) { return entry.at > seenUntil_; }));
    changed_->setVisible(news > 0);
    changed_->setText(tr("%n thing(s) happened since you last looked at %1; they are marked.", nullptr, news)
                          .arg(context_.format.clock(seenUntil_)));
    verdict_->setText(
        tr("Retry verdict: %1. %2").arg(word(detail_.verdict.verdict), verdictReason(detail_.verdict)));
    advice_->setText(adviceOf(detail_.verdict));
}

void Overview::showStory()
{
    static constexpr StoryMode modes[] = {StoryMode::All, StoryMode::Failures, StoryMode::Effects};
    const auto mode = modes[std::clamp(mode_->currentIndex(), 0, 2)];
    timeline_->setSeenUntil(seenUntil_);
    timeline_->setStory(storyOf(detail_.timeline, context_.format, mode));
}

void Overview::showRules()
{
    const bool open = rulesButton_->isChecked() && detail_.rules.has_value();
    rules_->setVisible(open);
    if (!open)
        return;
    const session::IntegrationRules& r = *detail_.rules;
    const Format& format = context_.format;
    rules_->clear();
    rules_->addRow(tr("Integration"), outside(r.vendor, 80) + QStringLiteral(", ") + word(r.system));
    rules_->addRow(tr("Retries"), tr("at most %1, waits from %2 up to %3")
                                      .arg(r.attempts)
                                      .arg(format.duration(r.retryBase), format.duration(r.retryCap)));
    rules_->addRow(tr("Time-out"), tr("%1 a call; first question after %2; unknown for %3 opens an exception")
                                       .arg(format.duration(r.callTimeout), format.duration(r.firstQuestion),
                                            format.duration(r.unknownLimit)));
    rules_->addRow(tr("Rate limit"), tr("%n call(s) at the same time", nullptr, r.concurrentCalls));
    rules_->addRow(tr("Can be asked"), r.hasStatusQuery ? tr("yes, by idempotency key") : tr("no"));
    rules_->addRow(tr("Honours keys"), r.honoursKeys ? tr("yes: the same key is done once") : tr("no"));
    rules_->addRow(tr("Escalation"), outside(r.escalation, 80));
}

void Overview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        show(detail_, seenUntil_);
    }
    QScrollArea::changeEvent(event);
}

}  // namespace holdpoint::ui::exceptions
