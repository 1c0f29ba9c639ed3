// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/results_page.h"

#include "ui/common/command_button.h"
#include "ui/common/empty_state.h"
#include "ui/common/panel.h"
#include "ui/common/table_view.h"
#include "ui/orders/order_tables.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr int Margin = 18;
constexpr int TraceDigits = 32;

}  // namespace

ResultsPage::ResultsPage(Context& context)
    : context_(context),
      title_(plainLabel(context.theme, {}, TextRole::Title)),
      find_(new QLineEdit),
      panel_(new Panel(context.theme, {})),
      model_(new CellsModel(this)),
      table_(new TableView(context.theme)),
      empty_(new EmptyState(context.theme, context.commands)),
      pages_(new QStackedWidget)
{
    setObjectName(QStringLiteral("resultsPage"));
    title_->setObjectName(QStringLiteral("resultsTitle"));
    table_->setObjectName(QStringLiteral("resultsTable"));
    table_->setModel(model_);
    panel_->setFlush(true);
    panel_->body()->addWidget(table_);
    pages_->addWidget(panel_);
    pages_->addWidget(empty_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 14, Margin, 14);
    column->setSpacing(12);
    find_->setObjectName(QStringLiteral("resultsFind"));
    find_->setClearButtonEnabled(true);
    auto* back = new CommandButton(context.theme, context.commands, QLatin1String("orders.list"));
    back->setObjectName(QStringLiteral("resultsBack"));
    auto* top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(title_, 1);
    top->addWidget(find_, 1);
    top->addWidget(back);
    column->addLayout(top);
    column->addWidget(pages_, 1);
    connect(find_, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = find_->text().trimmed(); !text.isEmpty())
            emit findWanted(text);
    });
    connect(table_, &TableView::opened, this,
            [this](const QModelIndex& index) { emit opened(model_->row(index.row()).opens); });
    retranslate();
}

void ResultsPage::retranslate()
{
    find_->setPlaceholderText(tr("Find by order number, id, event, trace, tracking or key"));
    find_->setAccessibleName(tr("Find an order by any id"));
}

void ResultsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResultsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return emit left();
    QWidget::keyPressEvent(event);
}

bool ResultsPage::isTraceId(const QString& text)
{
    return text.size() == TraceDigits && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                      (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f'));
           });
}

bool ResultsPage::isTracePrefix(const QString& text)
{
    const QString whole = text.leftJustified(TraceDigits, QLatin1Char('0'));
    return text.size() >= static_cast<qsizetype>(session::TracePrefix) && text.size() < TraceDigits &&
           isTraceId(whole);
}

QString ResultsPage::message() const { return message_; }

void ResultsPage::find(const QString& text)
{
    text_ = text.trimmed();
    find_->setText(text_);
    const QString shown = outside(text_.toStdString(), 80);
    title_->setText(isTraceId(text_) ? tr("Trace %1").arg(shown) : tr("Found for “%1”").arg(shown));
    if (!context_.client.isAttached())
        return showNothing(tr("Not connected"), tr("Nothing can be found without a data folder."));
    showNothing(tr("Looking …"), shown);
    if (isTraceId(text_))
        askCorrelation();
    else
        askFind();
}

void ResultsPage::askFind()
{
    context_.client.ask(session::AskFind{text_.toStdString()}, this,
                        [this, asked = text_](const session::Answer& answer) {
                            if (asked != text_)
                                return;
                            if (const auto* hits = std::get_if<std::vector<session::Found>>(&answer))
                                showHits(*hits);
                            else if (const auto* error = std::get_if<Error>(&answer))
                                showNothing(tr("The search failed"), sentence(*error));
                        });
}

void ResultsPage::askCorrelation()
{
    const QString trace = text_.toLower();
    context_.client.ask(session::AskCorrelation{trace.toStdString()}, this,
                        [this, asked = text_](const session::Answer& answer) {
                            if (asked != text_)
                                return;
                            if (const auto* timeline = std::get_if<session::Timeline>(&answer))
                                showTimeline(*timeline);
                            else if (const auto* error = std::get_if<Error>(&answer))
                                showNothing(tr("The search failed"), sentence(*error));
                        });
}

// The same order by two of its fields is one order.
void ResultsPage::showHits(const std::vector<session::Found>& hits)
{
    const QString shown = outside(text_.toStdString(), 80);
    const QString traces =
        isTracePrefix(text_)
            ? QLatin1Char(' ') + tr("Trace ids that begin so were looked for in the newest %1 steps.")
                                     .arg(context_.format.count(session::TraceSteps))
            : QString();
    if (hits.empty())
        return showNothing(
            tr("Nothing has that id"),
            tr("“%1” is no order number, order, exception, event, trace, tracking number, vendor's reference or key here.")
                    .arg(shown) +
                traces);
    const bool one = std::all_of(hits.begin(), hits.end(), [&](const session::Found& hit) {
        return hit.entity == hits.front().entity;
    });
    if (one)
        return emit foundOne(hits.front().entity);
    panel_->setTitle(
        tr("%1 things have it").arg(context_.format.count(static_cast<std::int64_t>(hits.size()))));
    showTable(hitsTable(hits), {160, 220, 0});
}

void ResultsPage::showTimeline(const session::Timeline& timeline)
{
    if (timeline.entries.empty())
        return showNothing(tr("Nothing has that trace id"), outside(text_.toStdString(), 80));
    panel_->setTitle(tr("Every hop in the order of time"));
    panel_->setSubtitle(
        tr("%1 steps").arg(context_.format.count(static_cast<std::int64_t>(timeline.entries.size()))));
    showTable(correlationTable(timeline, context_.format), {110, 110, 200, 170, 0});
}

void ResultsPage::showTable(CellTable cells, const QList<int>& widths)
{
    message_.clear();
    model_->set(std::move(cells.columns), std::move(cells.rows));
    table_->setColumnWidths(widths);
    table_->setAccessibleName(panel_->title());
    pages_->setCurrentIndex(0);
    table_->setFocus(Qt::OtherFocusReason);
    if (model_->rowCount() > 0)
        table_->selectRow(0);
}

void ResultsPage::showNothing(const QString& title, const QString& sentence)
{
    message_ = title;
    empty_->set(title, sentence, {QLatin1String("orders.list"), QLatin1String("orders.find")});
    pages_->setCurrentIndex(1);
    if (isVisible())
        find_->setFocus(Qt::OtherFocusReason);
}

}  // namespace holdpoint::ui
