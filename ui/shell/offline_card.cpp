// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/offline_card.h"

#include "ui/common/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

QString OfflineCard::commandLine(const QString& folder)
{
    QString quoted = folder;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QStringLiteral("holdpointctl --local '%1' stop-intake --reason \"offline card\"").arg(quoted);
}

OfflineCard::OfflineCard(const Context& context, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("offlinecard"));
    setWindowTitle(tr("How to pause without this window"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    const auto add = [&](const QString& text, TextRole role, Ink ink) {
        auto* label = plainLabel(context.theme, text, role, ink, this);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    };
    const QString line = commandLine(context.workspace.folder());
    add(tr("Nothing can be sent from here while the engine does not run."), TextRole::Body, Ink::High);
    add(tr("In a terminal on this computer, after closing this window:"), TextRole::Body, Ink::Mid);
    add(line, TextRole::Mono, Ink::High);
    add(tr("Or close the shop's route to Holdpoint: new orders then stay with legacy. Orders already taken wait in the "
           "data folder and lose nothing."),
        TextRole::Body, Ink::Mid);
    auto* copy = new QPushButton(tr("Copy the line"), this);
    connect(copy, &QPushButton::clicked, this, [line] { QGuiApplication::clipboard()->setText(line); });
    column->addWidget(copy, 0, Qt::AlignLeft);
    resize(context.theme.px(560), sizeHint().height());
}

}  // namespace holdpoint::ui
