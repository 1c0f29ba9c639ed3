// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/common/command_button.h"
#include "ui/shell/palette_search.h"
#include "ui/text/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr int Width = 640;

/// A pasted id: O-8841, X-90412, #number, a trace id, an effect key.
bool looksLikeId(const QString& text)
{
    static const QRegularExpression id(QStringLiteral("^(#.+|[OX]-\\d+|[0-9a-fA-F]{32}|hp:.+|.*\\d{3,}.*)$"));
    return id.match(text).hasMatch();
}

enum Role { WhereRole = Qt::UserRole, KeyRole, ObstacleRole };

/// A row: what, in which menu or why not, and the key in its box.
class PaletteDelegate final : public QStyledItemDelegate {
public:
    PaletteDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = theme_.tokens();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.accentFill);
        QRect rect = option.rect.adjusted(8, 0, -8, 0);
        const QString obstacle = index.data(ObstacleRole).toString();
        if (const QString key = index.data(KeyRole).toString(); !key.isEmpty()) {
            paintKeyHint(*painter, rect, theme_, key, obstacle.isEmpty());
            rect.setRight(rect.right() - keyHintWidth(theme_, key) - 12);
        }
        painter->setFont(theme_.font(TextRole::Body));
        painter->setPen(obstacle.isEmpty() ? t.inkHigh : t.inkLow);
        const QString title = index.data(Qt::DisplayRole).toString();
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, title);
        rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(title) + 12);
        painter->setFont(theme_.font(TextRole::TableCompact));
        painter->setPen(t.inkLow);
        const QString beside = obstacle.isEmpty() ? index.data(WhereRole).toString() : obstacle;
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(beside, Qt::ElideRight, rect.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {0, theme_.rowHeight()};
    }

private:
    const Theme& theme_;
};

}  // namespace

CommandPalette::CommandPalette(Context& context, QWidget* window)
    : QFrame(window), context_(context), field_(new QLineEdit(this)), list_(new QListWidget(this))
{
    setObjectName(QStringLiteral("palette"));
    setProperty("panel", true);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setItemDelegate(new PaletteDelegate(context.theme, list_));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(field_);
    column->addWidget(list_);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::chooseCurrent);
    hide();
}

void CommandPalette::open()
{
    focusBefore_ = QApplication::focusWidget();
    // Here, so that they are in the language of now.
    setAccessibleName(tr("Command palette"));
    field_->setPlaceholderText(tr("Command, screen, order number or id"));
    field_->setAccessibleName(tr("What to do or find"));
    list_->setAccessibleName(tr("Matches"));
    context_.commands.refresh();
    const int width = std::min(context_.theme.px(Width), parentWidget()->width() - 40);
    const int height = field_->sizeHint().height() + 32 + MostRows * context_.theme.rowHeight();
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() / 8, width, height);
    field_->clear();
    refill();
    show();
    raise();
    field_->setFocus(Qt::ShortcutFocusReason);
}

std::vector<CommandPalette::Row> CommandPalette::rowsFor(const QString& text) const
{
    QString wanted = text.trimmed();
    const bool commandsOnly = wanted.startsWith(QLatin1Char('>'));
    const bool idsOnly = wanted.startsWith(QLatin1Char('#'));
    if (commandsOnly || idsOnly)
        wanted = wanted.mid(1).trimmed();
    std::vector<Row> rows;
    if (!commandsOnly && !wanted.isEmpty() && (idsOnly || looksLikeId(wanted)))
        rows.push_back({tr("Find “%1”").arg(wanted), tr("in all orders"), {}, {}, {}, wanted, 10'000});
    if (idsOnly)
        return rows;
    for (const auto& command : context_.commands.all()) {
        if (!isHere(command->spec.scope))
            continue;
        const QString title = command->text();
        const auto score = fit(wanted, title);
        if (!score)
            continue;
        const QString id = command->action->objectName();
        QStringList keys;
        for (const QKeySequence& key : command->spec.keys)
            keys << key.toString(QKeySequence::NativeText);
        const QString keyText =
            command->spec.held && !keys.isEmpty() ? tr("hold %1").arg(keys.first()) : keys.value(0);
        // Nothing typed: what can be done comes first, and leaving is never what is meant.
        const QString obstacle = command->obstacle();
        const int last = !wanted.isEmpty()                  ? 0
                         : id == QLatin1String("file.quit") ? 1'000
                         : obstacle.isEmpty()               ? 0
                                                            : 500;
        const int rank =
            *score + 3 * used_.value(id) - last + (command->spec.scope == CommandScope::Window ? 0 : 2);
        rows.push_back({title, menuName(command->spec.menu), keyText, obstacle, id, {}, rank});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.score > b.score; });
    if (rows.size() > MostRows)
        rows.resize(MostRows);
    return rows;
}

bool CommandPalette::isHere(CommandScope scope) const
{
    const QString screen = context_.navigator.here().screen;
    switch (scope) {
    case CommandScope::Window: return true;
    case CommandScope::List:
        return screen == QLatin1String("exceptions") || screen == QLatin1String("orders");
    case CommandScope::Exceptions: return screen == QLatin1String("exceptions");
    case CommandScope::Orders: return screen == QLatin1String("orders");
    case CommandScope::Launch: return screen == QLatin1String("launch");
    case CommandScope::Rollout:
    case CommandScope::Poll: return screen == QLatin1String("rollouts");
    }
    return false;
}

QString CommandPalette::menuName(CommandMenu menu)
{
    switch (menu) {
    case CommandMenu::None: return {};
    case CommandMenu::File: return tr("File");
    case CommandMenu::Edit: return tr("Edit");
    case CommandMenu::View: return tr("View");
    case CommandMenu::Go: return tr("Go");
    case CommandMenu::Launch: return tr("Launch");
    case CommandMenu::Exception: return tr("Exception");
    case CommandMenu::Order: return tr("Order");
    case CommandMenu::Window: return tr("Window");
    case CommandMenu::Help: return tr("Help");
    }
    return {};
}

void CommandPalette::refill()
{
    rows_ = rowsFor(field_->text());
    list_->clear();
    for (const Row& row : rows_) {
        auto* item = new QListWidgetItem(row.title, list_);
        item->setData(WhereRole, row.where);
        item->setData(KeyRole, row.keys);
        item->setData(ObstacleRole, row.obstacle);
        item->setData(Qt::AccessibleTextRole,
                      QStringList{row.title, row.keys, row.obstacle}.join(QLatin1Char(' ')).simplified());
    }
    list_->setCurrentRow(0);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) {
        end();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: end(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: chooseCurrent(); return true;
    case Qt::Key_Down:
        list_->setCurrentRow(std::min(list_->currentRow() + 1, list_->count() - 1));
        return true;
    case Qt::Key_Up: list_->setCurrentRow(std::max(list_->currentRow() - 1, 0)); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::chooseCurrent()
{
    const int at = list_->currentRow();
    if (at < 0 || at >= static_cast<int>(rows_.size()))
        return;
    const Row row = rows_[static_cast<std::size_t>(at)];
    if (!row.obstacle.isEmpty())
        return;  // its reason stands beside it
    end();
    if (!row.find.isEmpty()) {
        emit findWanted(row.find);
        return;
    }
    ++used_[row.command];
    const CommandRegistry::Command* command = nullptr;
    for (const auto& each : context_.commands.all())
        if (each->action->objectName() == row.command)
            command = each.get();
    if (command == nullptr)
        return;
    if (command->spec.held || command->spec.kind == CommandClass::Down)
        emit controlWanted(row.command);
    else
        command->action->trigger();
}

void CommandPalette::end()
{
    if (!isVisible())
        return;
    hide();
    if (focusBefore_ != nullptr)
        focusBefore_->setFocus(Qt::OtherFocusReason);
    focusBefore_ = nullptr;
}

}  // namespace holdpoint::ui
