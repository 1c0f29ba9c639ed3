// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "ui/common/context.h"
#include "ui/exceptions/story.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {
class KeyValue;
}

namespace holdpoint::ui::exceptions {

class ContractView;
class SmallTable;
class TimelineView;

/// The first page of a detail: retry verdict, event timeline, retry history, contract failure and the integration's rules
/// on one scroll.
class Overview final : public QScrollArea {
    Q_OBJECT

public:
    Overview(Context& context, QWidget* parent);

    /// `seenUntil`: what is newer is marked; Never: nothing is.
    void show(const session::ExceptionDetail& detail, Instant seenUntil);

signals:
    void groupWanted();
    void evidenceWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* section(QVBoxLayout* column);
    void build();
    void retranslate();
    void showVerdict();
    void showStory();
    void showRules();

    Context& context_;
    session::ExceptionDetail detail_;
    Instant seenUntil_ = Never;
    QLabel* changed_;
    QLabel* verdict_;
    QLabel* advice_;
    QLabel* timelineTitle_;
    QComboBox* mode_;
    TimelineView* timeline_;
    QLabel* attemptsTitle_;
    SmallTable* attempts_;
    QLabel* noAttempts_;
    QLabel* contractTitle_;
    ContractView* contract_;
    QPushButton* rulesButton_;
    KeyValue* rules_;
};

/// What a person can do after such a verdict, in one sentence.
[[nodiscard]] QString adviceOf(const session::VerdictText& verdict);

}  // namespace holdpoint::ui::exceptions
