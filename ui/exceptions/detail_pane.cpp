// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/detail_pane.h"

#include "ui/common/command_button.h"
#include "ui/common/own_font.h"
#include "ui/common/priority_glyph.h"
#include "ui/common/tab_strip.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/act_strip.h"
#include "ui/exceptions/attempt_rows.h"
#include "ui/exceptions/list_models.h"
#include "ui/exceptions/overview.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdpoint::ui::exceptions {

/// Its watch lives while there is something to show.
struct DetailPane::ItemList {
    ItemList(Context& c, const QString& name, QWidget* parent)
        : context(c), page(new QWidget(parent)), view(new TableView(c.theme, page))
    {
        view->setObjectName(name);
        none = plainLabel(c.theme, {}, TextRole::Body, Ink::Low, page);
        none->setObjectName(name + QStringLiteral("None"));
        none->setMargin(c.theme.px(16));
        none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        none->setWordWrap(true);
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(none, 1);
        column->addWidget(view, 1);
    }
    /// Why there is nothing to show; empty: there is something.
    void explain(const QString& why)
    {
        none->setText(why);
        none->setVisible(!why.isEmpty());
        view->setVisible(why.isEmpty());
        if (!why.isEmpty())
            clear();
    }
    void clear()
    {
        view->setModel(nullptr);
        model.reset();
        watch.reset();
        filter.clear();
    }
    void show(const QString& wanted)
    {
        if (wanted == filter)
            return;
        clear();
        filter = wanted;
        session::Query query;
        query.filter = filter.toStdString();
        watch = std::make_unique<Watch>(context.client, query, session::Window{0, 60}, nullptr);
        model = std::make_unique<ItemsModel>(context, *watch, marks, nullptr);
        view->setModel(model.get());
        view->setColumnWidths(ItemsModel::widths());
        for (const int column : {ItemsModel::Mark, ItemsModel::Cl, ItemsModel::StageColumn, ItemsModel::Age,
                                 ItemsModel::Where, ItemsModel::ValueColumn})
            view->setColumnHidden(column, true);
    }

    Context& context;
    Marks marks;
    QWidget* page;
    TableView* view;
    QLabel* none = nullptr;
    QString filter;
    std::unique_ptr<Watch> watch;
    std::unique_ptr<ItemsModel> model;
};

DetailPane::DetailPane(Context& context, QWidget* parent) : QWidget(parent), context_(context)
{
    setObjectName(QStringLiteral("detail"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    nothing_ = plainLabel(context.theme, {}, TextRole::Body, Ink::Low, this);
    nothing_->setObjectName(QStringLiteral("detailNothing"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    body_ = new QWidget(this);
    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeActs());
    makePages();
    const auto addRule = [&] {
        auto* rule = new QFrame(body_);
        rule->setProperty("rule", true);
        column->addWidget(rule);
    };
    addRule();
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(context.theme.px(6), 0, context.theme.px(16), 0);  // tabs have margins too
    tabRow->addWidget(tabs_, 1);
    column->addLayout(tabRow);
    addRule();
    column->addWidget(pages_, 1);
    all->addWidget(nothing_, 1);
    all->addWidget(body_, 1);
    body_->hide();
    retranslate();
}

DetailPane::~DetailPane()
{
    group_->clear();
    similar_->clear();
}

QWidget* DetailPane::makeHead()
{
    const Theme& theme = context_.theme;
    auto* head = new QWidget(body_);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(4));
    column->setSpacing(theme.px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    glyph_ = new PriorityGlyph(theme, Priority::P4, head);
    title_ = plainLabel(theme, {}, TextRole::Section, Ink::High, head);
    const auto enlarge = [this] {  // between a section and a title
        QFont font = context_.theme.font(TextRole::Section);
        font.setPixelSize(context_.theme.px(16));
        setOwnFont(title_, font);
    };
    enlarge();
    connect(&theme, &Theme::changed, title_, enlarge);
    title_->setObjectName(QStringLiteral("detailTitle"));
    title_->setWordWrap(true);
    id_ = plainLabel(theme, {}, TextRole::Mono, Ink::Low, head);
    id_->setObjectName(QStringLiteral("detailId"));
    id_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(glyph_);
    row->addWidget(title_, 1);
    row->addWidget(id_);
    column->addLayout(row);
    sentence_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid, head);
    sentence_->setObjectName(QStringLiteral("detailSentence"));
    sentence_->setWordWrap(true);
    column->addWidget(sentence_);
    return head;
}

QWidget* DetailPane::makeActs()
{
    const Theme& theme = context_.theme;
    auto* strip = new QWidget(body_);
    auto* row = new ActStrip(strip, theme.px(8));
    row->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(8));
    for (const char* id :
         {"exceptions.retry", "exceptions.to_legacy", "exceptions.snooze", "exceptions.assign",
          "exceptions.resolve", "exceptions.ask_vendor", "exceptions.note", "exceptions.label"}) {
        auto* button = new CommandButton(theme, context_.commands, QLatin1String(id), strip);
        button->setObjectName(QLatin1String(id));
        acts_.push_back(button);
        row->addWidget(button);
    }
    more_ = new QPushButton(strip);
    more_->setObjectName(QStringLiteral("moreActs"));
    more_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);  // as high as its neighbours
    connect(more_, &QPushButton::clicked, this, [this] { emit moreWanted(more_); });
    row->addWidget(more_);
    return strip;
}

void DetailPane::makePages()
{
    const Theme& theme = context_.theme;
    tabs_ = new TabStrip(theme, body_);
    tabs_->setObjectName(QStringLiteral("detailTabs"));
    for (int tab = 0; tab < TabCount; ++tab)
        tabs_->addTab(QString());
    pages_ = new QStackedWidget(body_);
    overview_ = new Overview(context_, pages_);
    connect(overview_, &Overview::groupWanted, this, &DetailPane::groupWanted);
    connect(overview_, &Overview::evidenceWanted, this, &DetailPane::evidenceWanted);

    const auto scrolled = [&](std::initializer_list<QWidget*> widgets) {
        auto* scroll = new QScrollArea(pages_);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        auto* page = new QWidget(scroll);
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
        for (QWidget* widget : widgets)
            column->addWidget(widget);
        column->addStretch();
        scroll->setWidget(page);
        return scroll;
    };
    effects_ = new SmallTable(theme, tr("Effects"), pages_);
    effects_->setObjectName(QStringLiteral("effects"));
    noEffects_ = plainLabel(theme, {}, TextRole::Body, Ink::Low, pages_);
    group_ = std::make_unique<ItemList>(context_, QStringLiteral("groupItems"), pages_);
    similar_ = std::make_unique<ItemList>(context_, QStringLiteral("similarItems"), pages_);
    notes_ = new QPlainTextEdit(pages_);
    notes_->setObjectName(QStringLiteral("notes"));
    notes_->setReadOnly(true);
    notes_->setTabChangesFocus(true);
    notes_->setFixedHeight(theme.px(180));
    changes_ = new SmallTable(theme, tr("What was done"), pages_);
    changes_->setObjectName(QStringLiteral("changes"));
    pages_->addWidget(overview_);
    pages_->addWidget(scrolled({effects_, noEffects_}));
    for (ItemList* list : {group_.get(), similar_.get()})
        pages_->addWidget(list->page);
    noChanges_ = plainLabel(theme, {}, TextRole::Body, Ink::Low, pages_);
    noChanges_->setObjectName(QStringLiteral("noChanges"));
    pages_->addWidget(scrolled({notes_, changes_, noChanges_}));
    for (ItemList* list : {group_.get(), similar_.get()})
        connect(list->view, &TableView::opened, this, [this](const QModelIndex& index) {
            emit itemWanted(EntityId::fromValue(index.data(KeyRole).toULongLong()));
        });
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        pages_->setCurrentIndex(tab);
        refreshTab();
    });
}

void DetailPane::retranslate()
{
    more_->setText(tr("More …"));
    tabs_->setTabText(EffectsTab, tr("Effects"));
    tabs_->setTabText(NotesTab, tr("Notes and audit"));
    noEffects_->setText(tr("No effects: nothing was asked of the outside world."));
    effects_->setAccessibleName(tr("Effects"));
    changes_->setAccessibleName(tr("What was done"));
    noChanges_->setText(tr("Nothing has been done to it yet."));
    group_->view->setAccessibleName(tr("Items of the same cause"));
    similar_->view->setAccessibleName(tr("Other causes at the same vendor"));
    notes_->setAccessibleName(tr("Notes"));
    notes_->setPlaceholderText(tr("No notes yet. Press Q to add one."));
    refreshHead();
}

void DetailPane::show(const session::ExceptionDetail& detail, std::size_t count, Instant seenUntil,
                      bool selected)
{
    detail_ = detail;
    count_ = count;
    selected_ = selected;
    seenUntil_ = seenUntil;
    shown_ = true;
    nothing_->hide();
    body_->show();
    refreshHead();
    refreshTab();
}

void DetailPane::showNothing(const QString& sentence)
{
    shown_ = false;
    nothing_->setText(sentence);
    nothing_->show();
    body_->hide();
    group_->clear();
    similar_->clear();
}

void DetailPane::refreshHead()
{
    const Format& format = context_.format;
    const session::ExceptionRow& row = detail_.row;
    glyph_->set(row.priority);
    title_->setText(happening(row.code, row.category));
    id_->setText(QString::fromStdString(row.id.text()));
    QStringList parts;
    parts << tr("%n open of this cause.", nullptr, static_cast<int>(detail_.groupOpen));
    parts << tr("Since %1%2.")
                 .arg(format.clock(row.opened),
                      row.vendor.empty() ? QString() : QStringLiteral(", ") + outside(row.vendor, 40));
    parts << (row.assignee.empty()
                  ? tr("State %1, no owner.").arg(word(row.state))
                  : tr("State %1, owner %2.").arg(word(row.state), outside(row.assignee, 40)));
    if (row.due != Never && row.state != ExceptionState::Resolved)
        parts << tr("Due %1.").arg(format.clock(row.due));
    sentence_->setText(parts.join(QLatin1Char(' ')));
    const auto many = [&](const QString& all, const QString& selected) {
        return count_ > 1 ? (selected_ ? selected : all).arg(format.count(qint64(count_))) : QString();
    };
    acts_[0]->setOwnText(many(tr("Retry all %1…"), tr("Retry %1 selected…")));
    const RetryVerdict verdict = detail_.verdict.verdict;
    acts_[0]->setPreferred(verdict == RetryVerdict::Safe);  // the others: not what to do first
    acts_[3]->setOwnText(many(tr("Assign all %1…"), tr("Assign %1 selected…")));
    acts_[4]->setOwnText(many(tr("Resolve all %1…"), tr("Resolve %1 selected…")));
    tabs_->setTabText(OverviewTab, detail_.orderNumber.empty()
                                       ? tr("Overview")
                                       : tr("Order %1").arg(outside(detail_.orderNumber, 24)));
    tabs_->setTabText(GroupTab, tr("All %1 items").arg(format.count(static_cast<qint64>(detail_.groupOpen))));
    tabs_->setTabText(SimilarTab,
                      tr("Similar %1").arg(format.count(static_cast<qint64>(detail_.similarOpen))));
    tabs_->setTabText(NotesTab,
                      detail_.notes.empty()
                          ? tr("Notes")
                          : tr("Notes %1").arg(format.count(static_cast<qint64>(detail_.notes.size()))));
}

void DetailPane::refreshTab()
{
    if (!shown_)
        return;
    const QString group = groupText(detail_.row.group);
    switch (tabs_->currentIndex()) {
    case OverviewTab: return overview_->show(detail_, seenUntil_);
    case EffectsTab:
        effects_->setColumns(effectHeaders());
        effects_->setRows(effectRows(detail_.timeline, context_.format));
        effects_->setVisible(!effects_->rows().empty());
        return noEffects_->setVisible(effects_->rows().empty());
    case GroupTab:
        group_->explain(detail_.groupOpen == 0 ? tr("No item of this cause is open any more.") : QString());
        if (detail_.groupOpen == 0)
            return;
        return group_->show(QStringLiteral("is:open group:%1 sort:sla").arg(group));
    case SimilarTab:
        similar_->explain(detail_.row.vendor.empty() ? tr("No vendor is involved, so nothing is similar.")
                          : detail_.similarOpen == 0
                              ? tr("No other cause is open at %1.").arg(outside(detail_.row.vendor, 60))
                              : QString());
        if (detail_.row.vendor.empty() || detail_.similarOpen == 0)
            return;
        return similar_->show(QStringLiteral("is:open vendor:\"%1\" -group:%2 sort:sla")
                                  .arg(QString::fromStdString(detail_.row.vendor)
                                           .replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
                                           .replace(QLatin1Char('"'), QStringLiteral("\\\"")),
                                       group));
    case NotesTab: return refreshNotes();
    default: return;
    }
}

void DetailPane::refreshNotes()
{
    QStringList texts;
    for (auto note = detail_.notes.rbegin(); note != detail_.notes.rend(); ++note)
        texts << QStringLiteral("%1  %2\n%3")
                     .arg(context_.format.dateTime(note->at), outside(note->by, 60),
                          outside(note->text, 4'000));
    notes_->setPlainText(texts.join(QStringLiteral("\n\n")));
    changes_->setColumns(changeHeaders());
    changes_->setRows(changeRows(detail_.changes, context_.format));
    changes_->setVisible(!detail_.changes.empty());
    noChanges_->setVisible(detail_.changes.empty());
}

void DetailPane::setTab(int tab)
{
    if (tab >= 0 && tab < TabCount)
        tabs_->setCurrentIndex(tab);
}

int DetailPane::tab() const { return tabs_->currentIndex(); }

QWidget* DetailPane::anchorOf(QLatin1String command) const
{
    for (CommandButton* button : acts_)
        if (button->objectName() == command && button->isVisible())
            return button;
    return more_->isVisible() ? static_cast<QWidget*>(more_) : const_cast<DetailPane*>(this);
}

void DetailPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}  // namespace holdpoint::ui::exceptions
