// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exceptions/acts.h"
#include "ui/exceptions/subject.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QLineEdit;

namespace holdpoint::ui::exceptions {

class BulkPreview;
class Popover;

/// The questions asked before an act: each a popover beside its button, with what will happen. Remembers the root causes,
/// labels and people it has seen, to complete them. GUI thread.
class ActForms final : public QObject {
    Q_OBJECT

public:
    ActForms(Context& context, Acts& acts, QObject* parent);

    /// Opens the form of an act (`retry`, `assign` …) on that subject, or does it at once if it asks for nothing.
    void begin(const char* what, const Subject& subject, QWidget* anchor);
    /// People and labels to complete with.
    void learn(const session::ExceptionDetail& detail);
    void learnOwner(const std::string& owner);

private:
    /// A form under construction: what it is about, and what its fields make of the command.
    struct Form {
        const char* what;
        Subject subject;
        Popover* popover = nullptr;
        BulkPreview* preview = nullptr;
        QWidget* focus = nullptr;
        std::function<void(session::Command&)> fill;  ///< for many
        std::function<void(const Target&)> act;       ///< for one
        std::function<QString()> missing;             ///< what has to be filled in yet
    };

    [[nodiscard]] bool atOnce(const char* what, const Subject& subject);
    void open(Form form, const QString& outcome);
    void refresh(const Form& form) const;
    QLineEdit* lineEdit(Popover* popover, const QString& name, const QString& placeholder,
                        const QStringList& known) const;

    void askRetry(Form form);
    void askHandBack(Form form);
    void askAssign(Form form);
    void askSnooze(Form form);
    void askLabel(Form form);
    void askUnlabel(Form form);
    void askPriority(Form form);
    void askWait(Form form);
    void askNote(Form form);
    void askResolve(Form form);
    void askCancel(Form form);
    void askSimple(Form form, const QString& outcome);

    Context& context_;
    Acts& acts_;
    QStringList people_;
    QStringList labels_;
};

/// Why a retry may not be given from here, by its verdict and the role; empty: it may.
[[nodiscard]] QString retryObstacle(RetryVerdict verdict, const Client& client);

}  // namespace holdpoint::ui::exceptions
