// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/labels.h"

#include <QIcon>
#include <QPixmap>

#include <memory>

namespace holdpoint::ui {

/// Our drawings by name ("launch", "pause", …): files of resources/icons. Each is read once; pixmaps are kept by colour,
/// size and pixel ratio, so painting an icon reads nothing. One per theme, as long as it. GUI thread.
class Icons final {
public:
    explicit Icons(const Theme& theme);
    ~Icons();
    Icons(const Icons&) = delete;
    Icons& operator=(const Icons&) = delete;

    /// Follows the theme. A name that does not exist is our own bug.
    [[nodiscard]] QIcon icon(const QString& name, Ink ink = Ink::Mid) const;
    [[nodiscard]] QIcon icon(const QString& name, const QColor& color) const;
    /// `px` on each side, in device independent pixels.
    [[nodiscard]] QPixmap pixmap(const QString& name, const QColor& color, int px, qreal dpr = 1) const;
    [[nodiscard]] static bool exists(const QString& name);

private:
    struct Cache;
    const Theme& theme_;
    std::unique_ptr<Cache> cache_;
};

[[nodiscard]] const QColor& colorOf(const Tokens& tokens, Ink ink);

}  // namespace holdpoint::ui
