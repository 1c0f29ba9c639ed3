// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout.h"
#include "core/session/command.h"
#include "ui/common/context.h"
#include "ui/rollout/act_sheet.h"

#include <QObject>

namespace holdpoint::ui::rollout {

class Source;
struct ActSpec;

/// All that can be done to a rollout, as commands: each with its obstacle, what it asks before it is sent, and the sending.
/// GUI thread.
class Acts final : public QObject {
    Q_OBJECT

public:
    /// Adds its commands to the registry; they live as long as it.
    Acts(Context& context, Source& source, ActSheet& sheet, QObject* parent);

    /// The slice that acts on one are about; empty: none.
    void setSlice(const std::string& slice) { slice_ = slice; }
    [[nodiscard]] const std::string& slice() const noexcept { return slice_; }
    /// `stop_intake` of that slice; empty: of all.
    void pause(const std::string& slice);
    /// What lets the slice take orders again, by what the board allows: the trial first.
    void resume(const std::string& slice);
    void vote(Function seat, Vote vote, const QString& words);
    void coSign(Function seat);
    /// `second` and `reason` are needed once the plan is locked.
    void savePlan(const std::string& plan, const QString& second, const QString& reason);
    void checkItem(const std::string& item, bool done, const QString& evidence);
    void rollBack(const QString& words);

signals:
    /// `title` is the command as a person names it.
    void sent(const std::string& key, const QString& title);

private:
    void addCommand(const ActSpec& spec);
    void open(const ActSpec& spec);
    void give(const ActSpec& spec, const ActForm::Given& given);
    [[nodiscard]] std::vector<std::pair<QString, QString>> factsOf(const ActSpec& spec) const;
    [[nodiscard]] QStringList choicesOf(const ActSpec& spec) const;
    [[nodiscard]] QString obstacleOf(const ActSpec& spec) const;
    void send(session::Command command, const QString& title);

    Context& context_;
    Source& source_;
    ActSheet& sheet_;
    std::string slice_;
};

}  // namespace holdpoint::ui::rollout
