// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QString>

#include <vector>

namespace holdpoint::ui {

/// A place a person can be at, come back to, and send a link to.
struct Location {
    QString screen;     ///< launch, exceptions, orders
    QString filter;     ///< text of the filter field, where the screen has one
    EntityId selected;  ///< what is open there; none: nothing
    friend bool operator==(const Location&, const Location&) = default;

    /// `holdpoint://exceptions?filter=…&selected=X-8841`.
    [[nodiscard]] QString link() const;
    /// An empty screen: the text is no link of ours.
    [[nodiscard]] static Location fromLink(const QString& text);
};

/// Where the window is, and where it was: back and forward. GUI thread.
class Navigator final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const Location& here() const noexcept { return here_; }
    /// Goes there; what was ahead is forgotten.
    void go(Location location);
    /// The screen itself has moved (filter, selection): replaces the present entry, and tells nobody.
    void note(Location location);
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const noexcept { return !back_.empty(); }
    [[nodiscard]] bool canGoForward() const noexcept { return !forward_.empty(); }

signals:
    void went(const holdpoint::ui::Location& location);

private:
    static constexpr std::size_t MostPlaces = 200;
    Location here_;
    std::vector<Location> back_;
    std::vector<Location> forward_;
};

}  // namespace holdpoint::ui
