// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "ui/launch/card_button.h"

#include <array>

namespace holdpoint::ui {

class CardGrid;
class Format;

/// Do the counts of a stage agree: entered = left + waiting + failing. As a sentence.
[[nodiscard]] QString conservation(const Format& format, const session::StageCard& card);
[[nodiscard]] bool addsUp(const session::StageCard& card);

/// One of the six stages.
class StageButton final : public CardButton {
    Q_OBJECT

public:
    StageButton(const Theme& theme, const Format& format, QWidget* parent);

    void setCard(const session::StageCard& card);
    [[nodiscard]] const session::StageCard& card() const noexcept { return card_; }
    /// Nothing is known yet: dashes, not zeros.
    void setKnown(bool known);
    /// It follows from an earlier stage that is first out: its numbers are not news.
    void setFolded(bool folded);
    /// Only with a number to blame.
    [[nodiscard]] bool isAbnormal() const override;
    struct Row {
        QString label;
        QString value;
        bool bad = false;
    };
    [[nodiscard]] std::array<Row, 5> rows() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintContent(QPainter& painter, const QRect& inside) override;
    [[nodiscard]] QColor ground() const override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    [[nodiscard]] QString explanation() const;

    const Format& format_;
    session::StageCard card_;
    bool known_ = false;
    bool folded_ = false;
};

/// Where orders are: the six stages in their order.
class StageStrip final : public QWidget {
    Q_OBJECT

public:
    StageStrip(const Theme& theme, const Format& format, QWidget* parent);

    void setCards(const std::array<session::StageCard, 6>& cards, bool known);
    void setStale(bool stale);
    [[nodiscard]] const std::array<StageButton*, 6>& buttons() const noexcept { return buttons_; }
    /// One sentence for all six.
    [[nodiscard]] QString conservationText() const;
    [[nodiscard]] bool allAddUp() const;

signals:
    void chosen(holdpoint::Stage stage);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    const Format& format_;
    CardGrid* grid_ = nullptr;
    std::array<StageButton*, 6> buttons_{};
};

}  // namespace holdpoint::ui
