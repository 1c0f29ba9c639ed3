// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QAbstractButton>
#include <QVBoxLayout>
#include <QWidget>

class QLabel;

namespace holdpoint::ui {

class Icons;

/// One entry of the rail: icon, name, and a number only where something is abnormal.
class RailItem final : public QAbstractButton {
    Q_OBJECT

public:
    RailItem(const Theme& theme, const Icons& icons, QString icon, QWidget* parent);

    void setNumber(std::int64_t number, bool urgent);
    /// Icon alone, the name as tool tip.
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    const Icons& icons_;
    QString icon_;
    std::int64_t number_ = 0;
    bool urgent_ = false;
    bool narrow_ = false;
};

/// The screens, at the left of the window. Narrow in a small window. GUI thread.
class Rail final : public QWidget {
    Q_OBJECT

public:
    Rail(Context& context, const Icons& icons, QWidget* parent);

    void setCurrent(const QString& screen);
    /// Null: nothing is known.
    void setBoard(const session::Board* board);
    /// Something that always stands at its foot.
    void addFoot(QWidget* widget);
    void retranslate();
    void setNarrow(bool narrow);

protected:
    bool event(QEvent* event) override;

private:
    void fit();
    void addGroup(const char* title);
    RailItem* addScreen(const QString& screen, const char* title, const QString& icon, const char* command);

    struct Group {
        QLabel* label;
        const char* title;
    };
    struct Screen {
        QString screen;
        RailItem* item;
        const char* title;
    };
    Context& context_;
    const Icons& icons_;
    QVBoxLayout* column_;
    QVBoxLayout* foot_;
    RailItem* settings_;
    std::vector<Group> groups_;
    std::vector<Screen> screens_;
    bool narrow_ = false;
};

}  // namespace holdpoint::ui
