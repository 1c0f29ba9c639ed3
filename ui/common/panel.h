// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/hatch.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace holdpoint::ui {

/// A framed part of a screen: title, a quieter word beside it, room for something at the right, and a body.
class Panel : public QFrame {
    Q_OBJECT

public:
    Panel(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    void setSubtitle(const QString& subtitle);
    /// At the right end of the header; owned by the panel from now on.
    void setCorner(QWidget* corner);
    /// No gap around the body: for tables.
    void setFlush(bool flush);
    [[nodiscard]] QVBoxLayout* body() const noexcept { return body_; }

    /// Its age from now on: beside the title while it ages, hatched when it is old. `watch` and `client` outlive it.
    void follow(const Watch& watch, const Client& client, const Format& format);
    void showAge(const DataAge& age, const Format& format);

private:
    void resizeToTheme();

    const Theme& theme_;
    QWidget* header_;
    QHBoxLayout* headerRow_;
    QLabel* title_;
    QLabel* subtitle_;
    QLabel* age_;
    QVBoxLayout* body_;
    StaleOverlay* overlay_ = nullptr;
    bool flush_ = false;
};

}  // namespace holdpoint::ui
