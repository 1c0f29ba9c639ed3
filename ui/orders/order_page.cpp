// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_page.h"

#include "core/model/permissions.h"
#include "ui/common/chip.h"
#include "ui/common/command_button.h"
#include "ui/common/panel.h"
#include "ui/common/receipt_line.h"
#include "ui/common/table_view.h"
#include "ui/common/tooltip.h"
#include "ui/orders/cells_model.h"
#include "ui/orders/confirm_sheet.h"
#include "ui/orders/lane_chart.h"
#include "ui/orders/order_tables.h"
#include "ui/text/words.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

/// What the page shows and does; what it is made of is in order_page_layout.cpp.
namespace holdpoint::ui {
namespace {

QString controlOf(OrderOwner owner)
{
    switch (owner) {
    case OrderOwner::Holdpoint: return OrderPage::tr("Holdpoint in control");
    case OrderOwner::Legacy: return OrderPage::tr("legacy in control");
    case OrderOwner::Transfer: return OrderPage::tr("on its way to legacy");
    }
    return {};
}

QString joined(QStringList parts)
{
    parts.removeAll({});
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

void OrderPage::open(EntityId order)
{
    if (order != id_) {
        id_ = order;
        detail_.reset();
        trouble_.clear();
        heardMs_ = 0;
        asking_ = false;
        sheet_->withdraw();
        receipt_->clear();
    }
    ask();
    showDetail();
}

void OrderPage::ask()
{
    if (id_.isNone() || !context_.client.isAttached())
        return;
    askedMs_ = context_.client.time().monotonicMs();
    asking_ = true;
    context_.client.ask(session::AskOrder{id_}, this, [this, asked = id_](const session::Answer& answer) {
        if (asked == id_)  // a slow answer about the one before
            take(answer);
    });
}

void OrderPage::noticeEngine()
{
    const std::string engine = context_.client.link().engine;
    if (engine.empty() || engine == engine_)
        return;
    const bool another = !engine_.empty();
    engine_ = engine;
    if (!another)
        return;
    detail_.reset();
    heardMs_ = 0;
    sheet_->withdraw();
    receipt_->clear();
    showDetail();
}

void OrderPage::take(const session::Answer& answer)
{
    if (std::holds_alternative<session::Progress>(answer))
        return;
    asking_ = false;
    if (const auto* error = std::get_if<Error>(&answer)) {
        trouble_ = sentence(*error);
        return showDetail();
    }
    const auto* order = std::get_if<session::OrderDetail>(&answer);
    if (order == nullptr)
        return;
    trouble_.clear();
    heardMs_ = context_.client.time().monotonicMs();
    const bool same = detail_ && detail_->row == order->row && detail_->exception == order->exception &&
                      detail_->timeline.entries.size() == order->timeline.entries.size();
    if (detail_ && detail_->row.version != order->row.version)
        sheet_->withdraw();
    detail_ = *order;
    if (same)
        showAges();
    else
        showDetail();
}

void OrderPage::showDetail()
{
    body_->setVisible(detail_.has_value());
    message_->setVisible(!detail_);
    message_->setText(!trouble_.isEmpty() ? trouble_
                      : context_.client.isAttached()
                          ? tr("Reading %1 …").arg(QString::fromStdString(id_.text()))
                          : tr("Not connected"));
    showHeader();
    if (detail_) {
        showBanner();
        const Instant now = context_.client.engineNow();
        chart_->setPicture(lanesOf(*detail_, now, context_.format));
        const auto fill = [](const Table& table, CellTable cells) {
            table.model->set(std::move(cells.columns), std::move(cells.rows));
        };
        fill(lines_, linesTable(*detail_, context_.format));
        fill(facts_, factsTable(*detail_, context_.format));
        fill(effects_, effectsTable(*detail_, context_.format));
        lines_.panel->setSubtitle(detail_->linesKnown ? QString() : tr("lines unknown"));
        showDecision();
    }
    showAges();
    context_.commands.refresh();
}

void OrderPage::showHeader()
{
    const QString id = QString::fromStdString(id_.text());
    const bool known = detail_.has_value();
    title_->setText(
        tr("Order %1").arg(known && !detail_->row.number.empty() ? outside(detail_->row.number, 60) : id));
    if (!known) {
        place_->set({}, ChipKind::Plain);
        line_->setText({});
        trace_->hide();
        return;
    }
    const session::OrderRow& row = detail_->row;
    if (row.place == Place::Exception)
        place_->set(tr("held at %1").arg(inSentence(context_.format, word(detail_->stage))),
                    ChipKind::Critical);
    else
        place_->set(word(row.place), ChipKind::Plain);
    const Format& f = context_.format;
    QStringList flags;
    for (std::size_t i = 0; i < CountOf<Flag>; ++i)
        if (row.has(static_cast<Flag>(i)))
            flags << word(static_cast<Flag>(i));
    line_->setText(joined({id, row.value == Money{} ? QString() : f.money(row.value),
                           outside(row.channel, 40), word(detail_->payment),
                           detail_->promise == Never ? tr("no promise date")
                                                     : tr("promised %1").arg(f.dateTime(detail_->promise)),
                           word(row.lane), controlOf(row.owner), flags.join(QStringLiteral(", "))}));
    trace_->setVisible(!trace().isEmpty());
    trace_->setText(tr("trace %1…").arg(trace().left(12)));
    setPlainToolTip(trace_, tr("%1\nA click copies it.").arg(trace()));
    trace_->setAccessibleName(tr("Copy the trace id %1").arg(trace()));
}

QString OrderPage::trace() const { return detail_ ? outside(detail_->correlation, 32) : QString(); }

void OrderPage::copyTrace()
{
    if (trace().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(trace());
    trace_->setText(tr("%1 copied").arg(trace()));
}

void OrderPage::showBanner()
{
    banner_->setVisible(detail_->exception.has_value());
    if (!detail_->exception)
        return;
    const session::ExceptionRow& row = *detail_->exception;
    bannerText_->setText(joined(
        {word(row.priority), happening(row.code, row.category), outside(row.vendor, 40), word(row.state),
         row.due == Never ? QString() : tr("due %1").arg(context_.format.clock(row.due)),
         tr("retry: %1").arg(word(detail_->verdict.verdict)), verdictReason(detail_->verdict)}));
    bannerOpen_->setText(tr("Open %1").arg(QString::fromStdString(row.id.text())));
}

void OrderPage::showDecision()
{
    const auto& decisions = detail_->decisions;
    rounds_->setVisible(decisions.size() > 1);
    if (rounds_->count() != static_cast<int>(decisions.size())) {
        const QSignalBlocker quiet(rounds_);
        rounds_->clear();
        for (std::size_t i = 0; i < decisions.size(); ++i)
            rounds_->addItem(i < detail_->decidedAt.size()
                                 ? tr("Round %1, %2")
                                       .arg(decisions[i].round)
                                       .arg(context_.format.clock(detail_->decidedAt[i]))
                                 : tr("Round %1").arg(decisions[i].round));
        rounds_->setCurrentIndex(static_cast<int>(decisions.size()) - 1);
    }
    if (decisions.empty() || rounds_->currentIndex() < 0) {
        why_.panel->setTitle(tr("Why no node yet"));
        why_.panel->setSubtitle(tr("nothing was decided"));
        why_.model->set({}, {});
        return;
    }
    const session::DecisionText& decision = decisions[static_cast<std::size_t>(rounds_->currentIndex())];
    why_.panel->setTitle(whyTitle(decision));
    why_.view->setAccessibleName(why_.panel->title());
    why_.panel->setSubtitle(whySubtitle(decision, context_.format));
    CellTable cells = candidatesTable(decision, context_.format);
    why_.model->set(std::move(cells.columns), std::move(cells.rows));
    if (const int chosen = why_.model->chosenRow(); chosen >= 0 && !why_.view->hasFocus())
        why_.view->selectRow(chosen);
}

void OrderPage::showAges()
{
    DataAge age;
    age.age = Milliseconds{heardMs_ == 0 ? 0 : context_.client.time().monotonicMs() - heardMs_};
    age.asOf = detail_ ? detail_->asOf.at : Never;
    const bool connected =
        context_.client.isAttached() && context_.client.link().state == session::LinkState::State::Connected;
    constexpr std::int64_t Live = 4'000;  // it is asked every two seconds
    constexpr std::int64_t Old = 10'000;
    age.freshness = !detail_                  ? Freshness::NoData
                    : !connected              ? Freshness::Disconnected
                    : age.age.count() <= Live ? Freshness::Live
                    : age.age.count() <= Old  ? Freshness::Ageing
                                              : Freshness::Stale;
    age.lost = age.freshness == Freshness::Disconnected ? context_.client.time().wall() - age.age : Never;
    for (Panel* panel : {timeline_, lines_.panel, facts_.panel, effects_.panel, why_.panel})
        panel->showAge(age, context_.format);
    const Instant first = chart_->picture().first();
    zoom_->setText(
        joined({context_.format.duration(chart_->picture().last() - first),
                chart_->isToScale() ? QString() : tr("not to scale: long waits are shortened"),
                chart_->zoom() > 1 ? tr("zoom %1 %").arg(qRound(chart_->zoom() * 100)) : QString()}));
}

QString OrderPage::obstacle(const char* what) const
{
    if (!mayDo(context_.client.whoami().role, what)) {
        const auto who = whoMay(what);
        return needs({who.begin(), who.end()});
    }
    if (!context_.client.isAttached() || context_.client.link().state != session::LinkState::State::Connected)
        return tr("Not connected: nothing can be sent.");
    if (!isVisible() || !detail_)
        return tr("No order is open.");
    const std::string_view act = what;
    const bool unknown = detail_->row.has(Flag::OutcomeUnknown);
    if (act == "retry" && !detail_->exception)
        return tr("Nothing is held at this order.");
    if (act == "retry" && unknown)
        return tr("The outcome of a call is unknown: ask the vendor first.");
    if (act == "ask_vendor" && !unknown)
        return tr("No outcome is unknown at this order.");
    if (act == "hand_back" && detail_->row.owner != OrderOwner::Holdpoint)
        return tr("The order is not Holdpoint's to give.");
    if (act != "retry" && detail_->row.place == Place::Finished)
        return tr("The order is finished.");
    return {};
}

QString OrderPage::confirmDetail(const std::string& what) const
{
    if (what == "retry")
        return joined(
            {tr("Verdict: %1").arg(word(detail_->verdict.verdict)), verdictReason(detail_->verdict)});
    if (what == "ask_vendor")
        return tr("Asks %1 by the key what became of the call. Nothing is sent again.")
            .arg(outside(detail_->row.vendor, 40));
    if (what == "hand_back")
        return tr(
            "Stock is given back and legacy finishes the order. Refused if anything was handed off already.");
    return tr("The order is cancelled here and at the node as far as it goes. This cannot be taken back.");
}

void OrderPage::confirm(const char* what)
{
    if (!obstacle(what).isEmpty())
        return context_.commands.refresh();
    const std::string act = what;
    const QString name =
        detail_->row.number.empty() ? QString::fromStdString(id_.text()) : outside(detail_->row.number, 60);
    ConfirmSheet::Question question;
    question.detail = confirmDetail(act);
    question.keep = tr("Keep as it is");
    question.run = [this, act] { send(act); };
    if (act == "retry") {
        question.title =
            tr("Retry order %1 at %2?").arg(name, inSentence(context_.format, word(detail_->stage)));
        question.act = tr("Retry");
    } else if (act == "ask_vendor") {
        question.title = tr("Ask the vendor about order %1?").arg(name);
        question.act = tr("Ask the vendor");
    } else if (act == "hand_back") {
        question.title = tr("Send order %1 to legacy?").arg(name);
        question.act = tr("Send to legacy");
    } else {
        question.title = tr("Cancel order %1?").arg(name);
        question.act = tr("Cancel order");
        question.phrase = tr("CANCEL %1").arg(name);
    }
    sheet_->ask(std::move(question));
}

void OrderPage::send(const std::string& what)
{
    if (!detail_)
        return;
    session::Command command;
    command.what = what;
    command.object = id_;
    command.seen = detail_->row.version;
    command.dataAge = Milliseconds{context_.client.time().monotonicMs() - heardMs_};
    receipt_->start(act(what), context_.client.engineNow());
    context_.client.submit(std::move(command), this, [this](const session::Receipt& receipt) {
        receipt_->add(receipt);
        if (receipt.state == CommandState::Effective)
            ask();
    });
}

void OrderPage::openEntity(EntityId entity)
{
    if (entity.kind() == EntityKind::Exception)
        context_.navigator.go({QStringLiteral("exceptions"),
                               QStringLiteral("id:") + QString::fromStdString(entity.text()), entity});
    else if (entity.kind() == EntityKind::Order && entity != id_)
        context_.navigator.go({QStringLiteral("orders"), QString(), entity});
}

void OrderPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        const QSignalBlocker quiet(rounds_);
        rounds_->clear();  // filled anew
        showDetail();
    }
    QWidget::changeEvent(event);
}

void OrderPage::retranslate()
{
    timeline_->setTitle(tr("Timeline across systems"));
    timeline_->setSubtitle(tr("one lane a system; a bar is a call that waits"));
    lines_.panel->setTitle(tr("Lines"));
    facts_.panel->setTitle(tr("Facts"));
    facts_.panel->setSubtitle(tr("a fact is added once and never taken back"));
    effects_.panel->setTitle(tr("Effects"));
    effects_.panel->setSubtitle(tr("what the outside world was asked"));
    for (const Table* table : {&lines_, &facts_, &effects_})
        table->view->setAccessibleName(table->panel->title());
    const QStringList acts{tr("Retry…"), tr("Ask vendor…"), tr("Send to legacy…"), tr("Cancel order…")};
    for (std::size_t i = 0; i < acts_.size(); ++i)
        acts_[i]->setOwnText(acts[static_cast<qsizetype>(i)]);
    rounds_->setAccessibleName(tr("Round of the decision"));
}

}  // namespace holdpoint::ui
