// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/slice_detail.h"

#include "ui/common/key_value.h"
#include "ui/rollout/step_ladder.h"
#include "ui/text/format.h"
#include "ui/text/rollout_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace holdpoint::ui::rollout {
namespace {

enum Figure { Selector, Observed, Held, InFlight, PerDay, Past, Suits };
enum Limit { CutOut, Missing, Against, WayBackCost };

QString listed(const std::vector<std::string>& all, const QString& separator = QStringLiteral("; "))
{
    QStringList texts;
    for (const std::string& each : all)
        texts << outside(each, 120);
    return texts.join(separator);
}

}  // namespace

SliceDetail::SliceDetail(const Theme& theme, const Format& format, QWidget* parent)
    : Panel(theme, {}, parent),
      format_(format),
      ladder_(new StepLadder(theme, format)),
      figures_(new KeyValue(theme)),
      limits_(new KeyValue(theme))
{
    setObjectName(QStringLiteral("sliceDetail"));
    for (int i = Selector; i <= Suits; ++i)
        figures_->addRow({});
    for (int i = CutOut; i <= WayBackCost; ++i)
        limits_->addRow({});
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(28));
    row->addWidget(ladder_, 4, Qt::AlignTop);
    row->addWidget(figures_, 4, Qt::AlignTop);
    row->addWidget(limits_, 5, Qt::AlignTop);
    body()->addLayout(row);
}

void SliceDetail::show(const session::RolloutBoard& board, const session::SliceRow* slice)
{
    ladder_->setBoard(board);
    setTitle(slice == nullptr ? tr("Steps") : outside(slice->name, 80));
    setSubtitle(slice == nullptr ? QString() : tr("steps, limits, what it does not contain"));
    figures_->setVisible(slice != nullptr);
    limits_->setVisible(slice != nullptr);
    if (slice != nullptr)
        fillFigures(board, *slice);
}

void SliceDetail::fillFigures(const session::RolloutBoard& board, const session::SliceRow& s)
{
    const auto put = [](KeyValue* where, int row, const QString& name, const QString& value) {
        where->setName(row, name);
        where->setValue(row, value);
    };
    put(figures_, Selector, tr("Orders"), outside(s.selector));
    put(figures_, Observed, tr("Measured share"),
        s.observedShare ? tr("%1 of eligible orders").arg(format_.percent(*s.observedShare * 100))
                        : QString());
    put(figures_, Held, tr("Kept back"),
        s.holdbackBp == 0 ? tr("nothing") : shareText(format_, s.holdbackBp));
    put(figures_, InFlight, tr("In flight"), format_.count(s.inFlight));
    put(figures_, PerDay, tr("Orders a day"),
        s.ordersPerDay ? QStringLiteral("~") + format_.count(static_cast<std::int64_t>(*s.ordersPerDay))
                       : QString());
    put(figures_, Past, tr("Past exceptions"),
        s.pastExceptionRate ? format_.percent(*s.pastExceptionRate * 100) : QString());
    put(figures_, Suits, tr("Fit for a canary"), tr("%1 of 100").arg(s.suitability));
    QStringList against;
    for (const std::string& each : s.against)
        against << againstWord(each);
    QStringList back;
    for (const std::string& each : board.wayBack)
        back << wayBackWord(each);
    put(limits_, CutOut, tr("Except"), s.cutOut.empty() ? tr("nothing is cut out") : listed(s.cutOut));
    put(limits_, Missing, tr("Never contains"),
        s.notContained.empty() ? tr("nothing known") : listed(s.notContained));
    put(limits_, Against, tr("Against it"),
        against.isEmpty() ? tr("nothing") : against.join(QStringLiteral("; ")));
    put(limits_, WayBackCost, tr("Going back now"), back.join(QStringLiteral("; ")));
}

}  // namespace holdpoint::ui::rollout
