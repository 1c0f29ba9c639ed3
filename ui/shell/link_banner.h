// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QFrame>

class QLabel;

namespace holdpoint::ui {

class CommandButton;

/// Says in grey words that what is shown is old: since when, of when, and what can be done. Hidden while it is not. Also
/// tells when the demo is what is shown. GUI thread.
class LinkBanner final : public QFrame {
    Q_OBJECT

public:
    LinkBanner(Context& context, const Watch& board, QWidget* parent);

    void refresh();

private:
    Context& context_;
    const Watch& watch_;
    Instant since_ = Never;
    QLabel* words_;
    CommandButton* restart_;
};

/// A thin strip under the menu: which environment this is, as a pattern. Nothing for a plain local folder.
class EnvironmentStrip final : public QWidget {
    Q_OBJECT

public:
    EnvironmentStrip(Context& context, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Context& context_;
};

}  // namespace holdpoint::ui
