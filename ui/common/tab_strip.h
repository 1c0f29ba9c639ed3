// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QTabBar>

namespace holdpoint::ui {

/// Tabs of a page: the chosen one heavier and underlined. Texts are never cut; where there is no room for all, arrows
/// lead to the others.
class TabStrip final : public QTabBar {
    Q_OBJECT

public:
    TabStrip(const Theme& theme, QWidget* parent);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
};

}  // namespace holdpoint::ui
