// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"
#include "ui/shell/settings_dialog.h"

#include <QDate>
#include <QFileDialog>
#include <QStandardPaths>

namespace holdpoint::ui {

void MainWindow::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Data folder"), world_.workspace.folder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { world_.workspace.open(folder); });
    dialog->open();
}

void MainWindow::chooseBackup()
{
    const QString name =
        QStringLiteral("/holdpoint-%1.hpbackup").arg(QDate::currentDate().toString(Qt::ISODate));
    auto* dialog = new QFileDialog(
        this, tr("Back up to"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + name);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("hpbackup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { world_.workspace.backup(file); });
    dialog->open();
}

void MainWindow::showSettings() { (new SettingsDialog(context_, this))->show(); }

}  // namespace holdpoint::ui
