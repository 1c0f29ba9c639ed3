// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QDialog>

class QFormLayout;

namespace holdpoint::ui {

/// The settings that this window has; each takes effect at once. Not modal. GUI thread.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(Context& context, QWidget* parent);

private:
    void choice(Setting setting, const QString& label,
                const std::vector<std::pair<QString, QVariant>>& choices);
    void flag(Setting setting, const QString& label);
    void number(Setting setting, const QString& label, int from, int to, int step, const QString& unit);
    void text(Setting setting, const QString& label);
    void about(const QString& label, const QString& value);

    Context& context_;
    QFormLayout* form_;
};

}  // namespace holdpoint::ui
