// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/palette_search.h"
#include "ui/text/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
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

}  // namespace

CommandPalette::CommandPalette(Context& context, QWidget* window)
    : QFrame(window), context_(context), field_(new QLineEdit(this)), list_(new QListWidget(this))
{
    setObjectName(QStringLiteral("palette"));
    setProperty("panel", true);
    setAccessibleName(tr("Command palette"));
    field_->setPlaceholderText(tr("Command, screen, order number or id"));
    field_->setAccessibleName(tr("What to do or find"));
    list_->setAccessibleName(tr("Matches"));
    list_->setFocusPolicy(Qt::NoFocus);
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
    context_.commands.refresh();
    const int width = std::min(context_.theme.px(Width), parentWidget()->width() - 40);
    const int height = context_.theme.px(48) + MostRows * context_.theme.rowHeight();
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
        rows.push_back({tr("Find “%1”").arg(wanted), {}, {}, {}, wanted, 10'000});
    if (idsOnly)
        return rows;
    for (const auto& command : context_.commands.all()) {
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
        rows.push_back({title, keyText, command->obstacle(), id, {}, *score + 3 * used_.value(id)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.score > b.score; });
    if (rows.size() > MostRows)
        rows.resize(MostRows);
    return rows;
}

void CommandPalette::refill()
{
    rows_ = rowsFor(field_->text());
    list_->clear();
    for (const Row& row : rows_) {
        QString text = row.title;
        if (!row.keys.isEmpty())
            text += QStringLiteral("   ") + row.keys;
        if (!row.obstacle.isEmpty())
            text += QStringLiteral(" — ") + row.obstacle;
        auto* item = new QListWidgetItem(text, list_);
        if (!row.obstacle.isEmpty())
            item->setForeground(context_.theme.tokens().inkLow);
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
