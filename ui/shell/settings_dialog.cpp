// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include "ui/common/labels.h"
#include "ui/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace holdpoint::ui {

SettingsDialog::SettingsDialog(Context& context, QWidget* parent)
    : QDialog(parent), context_(context), form_(new QFormLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    form_->setContentsMargins(20, 20, 20, 20);
    form_->setVerticalSpacing(10);
    choice(Setting::Language, tr("Language"),
           {{tr("As the system"), ""}, {QStringLiteral("English"), "en"}, {QStringLiteral("Deutsch"), "de"}});
    choice(Setting::Theme, tr("Theme"), {{tr("Dark"), "dark"}, {tr("Light"), "light"}});
    choice(Setting::Density, tr("Density"),
           {{tr("Compact"), "compact"}, {tr("Standard"), "standard"}, {tr("Comfortable"), "comfortable"}});
    number(Setting::TextPercent, tr("Text size"), 90, 160, 10, tr(" %"));
    choice(Setting::Zone, tr("Time zone shown"), {{tr("UTC"), "utc"}, {tr("Of this computer"), "local"}});
    choice(Setting::StartScreen, tr("Start with"),
           {{tr("Launch"), "launch"}, {tr("Exceptions"), "exceptions"}, {tr("Orders"), "orders"}});
    flag(Setting::TwoStepConfirm, tr("Press twice instead of holding"));
    flag(Setting::ReducedMotion, tr("Reduced motion"));
    text(Setting::OperatorName, tr("Your name"));
    std::vector<std::pair<QString, QVariant>> roles;
    for (const Role role : {Role::Viewer, Role::SupportAgent, Role::SupportLead, Role::OpsLead,
                            Role::Engineer, Role::CommerceManager, Role::Auditor})
        roles.emplace_back(word(role),
                           QString::fromUtf8(name(role).data(), static_cast<int>(name(role).size())));
    choice(Setting::OperatorRole, tr("Your role"), roles);
    const Workspace::DiskUse disk = context.workspace.diskUse();
    about(tr("Data folder"), context.workspace.folder().isEmpty()
                                 ? Format::none()
                                 : outside(context.workspace.folder().toStdString()));
    about(tr("Disk use"),
          tr("%1 used, %2 free").arg(context.format.bytes(disk.store), context.format.bytes(disk.free)));
    about(tr("Retention"), tr("Orders and their history are kept until the folder is deleted."));
    about(tr("Settings file"), context.settings.file());
}

void SettingsDialog::choice(Setting setting, const QString& label,
                            const std::vector<std::pair<QString, QVariant>>& choices)
{
    auto* box = new QComboBox(this);
    for (const auto& [title, value] : choices)
        box->addItem(title, value);
    box->setCurrentIndex(std::max(0, box->findData(context_.settings.value(setting))));
    box->setAccessibleName(label);
    connect(box, &QComboBox::activated, this,
            [this, box, setting] { context_.settings.set(setting, box->currentData()); });
    form_->addRow(plainLabel(context_.theme, label, TextRole::Body, Ink::Mid, this), box);
}

void SettingsDialog::flag(Setting setting, const QString& label)
{
    auto* box = new QCheckBox(label, this);
    box->setChecked(context_.settings.value(setting).toBool());
    connect(box, &QCheckBox::toggled, this, [this, setting](bool on) { context_.settings.set(setting, on); });
    form_->addRow(nullptr, box);
}

void SettingsDialog::number(Setting setting, const QString& label, int from, int to, int step,
                            const QString& unit)
{
    auto* box = new QSpinBox(this);
    box->setRange(from, to);
    box->setSingleStep(step);
    box->setSuffix(unit);
    box->setValue(context_.settings.value(setting).toInt());
    box->setAccessibleName(label);
    connect(box, &QSpinBox::valueChanged, this,
            [this, setting](int value) { context_.settings.set(setting, value); });
    form_->addRow(plainLabel(context_.theme, label, TextRole::Body, Ink::Mid, this), box);
}

void SettingsDialog::text(Setting setting, const QString& label)
{
    auto* field = new QLineEdit(context_.settings.value(setting).toString(), this);
    field->setMaxLength(60);
    field->setAccessibleName(label);
    connect(field, &QLineEdit::editingFinished, this,
            [this, field, setting] { context_.settings.set(setting, field->text().trimmed()); });
    form_->addRow(plainLabel(context_.theme, label, TextRole::Body, Ink::Mid, this), field);
}

void SettingsDialog::about(const QString& label, const QString& value)
{
    auto* shown = plainLabel(context_.theme, value, TextRole::TableCompact, Ink::Mid, this);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    shown->setWordWrap(true);
    form_->addRow(plainLabel(context_.theme, label, TextRole::Body, Ink::Mid, this), shown);
}

}  // namespace holdpoint::ui
