// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/state/commands.h"

#include <QPushButton>

namespace holdpoint::ui {

/// Width of a box with the name of a key, and drawing one at the right end of `rect`.
[[nodiscard]] int keyHintWidth(const Theme& theme, const QString& key);
void paintKeyHint(QPainter& painter, const QRect& rect, const Theme& theme, const QString& key,
                  bool enabled = true);

/// A button of one command: its text and key, disabled with its reason as a tooltip. The command lives as long.
class CommandButton final : public QPushButton {
    Q_OBJECT

public:
    /// A command that does not exist is our own bug.
    CommandButton(const Theme& theme, CommandRegistry& commands, QLatin1String id, QWidget* parent = nullptr);

    /// The one button of its row that is meant.
    void setPreferred(bool preferred);
    /// Other words than those of the menu: "Retry all 31…". Empty: the command's own.
    void setOwnText(const QString& text);
    [[nodiscard]] QString key() const { return key_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    const Theme& theme_;
    const CommandRegistry::Command& command_;
    QString ownText_;
    QString key_;
};

}  // namespace holdpoint::ui
