// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/exceptions/story.h"

#include <QWidget>

namespace holdpoint::ui::exceptions {

/// The event timeline: one painted entry of two lines each, oldest first. As high as it needs to be; only what is visible
/// is painted. What is newer than `setSeenUntil` carries a mark.
class TimelineView final : public QWidget {
    Q_OBJECT

public:
    TimelineView(const Theme& theme, const Format& format, QWidget* parent);

    void setStory(std::vector<StoryLine> story);
    /// Never: everything was seen.
    void setSeenUntil(Instant at);
    [[nodiscard]] const std::vector<StoryLine>& story() const noexcept { return story_; }
    [[nodiscard]] int current() const noexcept { return current_; }
    [[nodiscard]] QSize sizeHint() const override;
    /// As high as the hint: a page scrolls rather than cutting rows off.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, sizeHint().height()}; }

signals:
    /// A rectangle of this widget that should be visible.
    void reveal(const QRect& rect);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void paintLine(QPainter& painter, const StoryLine& line, const QRect& rect, bool last) const;
    void moveTo(int index);
    void describe();
    [[nodiscard]] int heightOf(const StoryLine& line) const;
    [[nodiscard]] QRect rectOf(int index) const;
    [[nodiscard]] int indexAt(int y) const;
    [[nodiscard]] QColor dot(const StoryLine& line) const;

    const Theme& theme_;
    const Format& format_;
    std::vector<StoryLine> story_;
    Instant seenUntil_ = Never;
    int current_ = -1;
};

}  // namespace holdpoint::ui::exceptions
