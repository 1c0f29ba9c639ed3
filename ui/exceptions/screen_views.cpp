// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_field.h"
#include "ui/common/list_export.h"
#include "ui/common/table_view.h"
#include "ui/common/toast.h"
#include "ui/exceptions/detail_pane.h"
#include "ui/exceptions/evidence.h"
#include "ui/exceptions/exceptions_screen.h"
#include "ui/exceptions/popover.h"
#include "ui/exceptions/queue_list.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

/// Saved views, menus, copies and files of the screen.
namespace holdpoint::ui::exceptions {

void ExceptionsScreen::goView(std::size_t index)
{
    if (index >= views_.all().size())
        return;
    const Location there{QStringLiteral("exceptions"), views_.all()[index].filter, {}};
    context_.navigator.go(there);
    show(there);
}

void ExceptionsScreen::saveView()
{
    auto* popover = new Popover(context_.theme, tr("Save this view"), save_);
    popover->say(field_->text().isEmpty() ? tr("Everything that is open") : field_->text(), Ink::Low);
    auto* name = new QLineEdit(popover);
    name->setObjectName(QStringLiteral("viewName"));
    name->setAccessibleName(tr("Name of the view"));
    name->setPlaceholderText(tr("Name of the view"));
    popover->add(name);
    const auto look = [popover, name] {
        popover->setObstacle(name->text().trimmed().isEmpty() ? tr("Give it a name.") : QString());
    };
    connect(name, &QLineEdit::textChanged, popover, look);
    look();
    popover->setConfirm(tr("Save"), [this, name] {
        if (!views_.save(name->text(), field_->text()))
            toasts_->add(tr("At most %1 views can be saved.").arg(SavedViews::Most));
        retranslate();
        context_.commands.refresh();
    });
    popover->open(name);
}

void ExceptionsScreen::renameView()
{
    const SavedView* view = views_.find(field_->text());
    if (view == nullptr)
        return;
    const auto index = static_cast<std::size_t>(view - views_.all().data());
    auto* popover = new Popover(context_.theme, tr("Rename %1").arg(view->name), viewsButton_);
    auto* name = new QLineEdit(view->name, popover);
    name->setObjectName(QStringLiteral("viewName"));
    name->setAccessibleName(tr("Name of the view"));
    popover->add(name);
    popover->setConfirm(tr("Rename"), [this, name, index] {
        if (!views_.rename(index, name->text()))
            toasts_->add(tr("Another view has this name."));
    });
    popover->open(name);
    name->selectAll();
}

void ExceptionsScreen::deleteView()
{
    const SavedView* view = views_.find(field_->text());
    if (view == nullptr)
        return;
    const SavedView gone = *view;
    views_.remove(static_cast<std::size_t>(view - views_.all().data()));
    toasts_->add(tr("View %1 deleted").arg(gone.name), [this, gone] {
        views_.save(gone.name, gone.filter);
        retranslate();
        context_.commands.refresh();
    });
    retranslate();
    context_.commands.refresh();
}

void ExceptionsScreen::openViews()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < views_.all().size(); ++i) {
        QString name = views_.all()[i].name;
        QAction* action = menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, i] { goView(i); });
    }
    menu->addSeparator();
    menu->addAction(context_.commands.action(QLatin1String("exceptions.rename_view")));
    menu->addAction(context_.commands.action(QLatin1String("exceptions.delete_view")));
    menu->popup(viewsButton_->mapToGlobal(QPoint(0, viewsButton_->height())));
}

void ExceptionsScreen::openMore(QWidget* anchor)
{
    context_.commands.refresh();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moreMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : moreIds_)
        menu->addAction(context_.commands.action(QLatin1String(id)));
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

void ExceptionsScreen::chooseColumns(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QueueList::ColumnChoice& choice : queue_->columns()) {
        QAction* action = menu->addAction(choice.title);
        action->setCheckable(true);
        action->setChecked(choice.on);
        connect(action, &QAction::toggled, this,
                [this, column = choice.column](bool on) { queue_->setColumn(column, on); });
    }
    menu->popup(at);
}

void ExceptionsScreen::copyEvidence()
{
    const auto* detail = one();
    if (detail == nullptr)
        return;
    QGuiApplication::clipboard()->setText(evidenceOf(*detail, context_.format));
    toasts_->add(tr("Evidence of %1 copied").arg(QString::fromStdString(detail->row.id.text())));
}

void ExceptionsScreen::copyRows() { QGuiApplication::clipboard()->setText(queue_->view()->selectedText()); }

void ExceptionsScreen::exported(const QString& path, quint64 rows, const QString& trouble)
{
    if (!trouble.isEmpty())
        toasts_->add(tr("Not written: %1").arg(trouble), {}, true);
    else
        toasts_->add(tr("%1 rows written to %2")
                         .arg(context_.format.count(static_cast<qint64>(rows)), QFileInfo(path).fileName()));
}

void ExceptionsScreen::exportRows()
{
    if (queue_->model() != nullptr)
        ListExport::askPath(this, tr("Export the list"), QStringLiteral("exceptions.csv"),
                            [this, result = queue_->model()->result()](const QString& path) {
                                export_->start(result, path);
                            });
}

}  // namespace holdpoint::ui::exceptions
