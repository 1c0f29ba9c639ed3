// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/step_walk.h"

namespace holdpoint::store {

Result<> StepWalk::prepare(Database& database)
{
    auto head = database.prepare("SELECT head FROM entity WHERE id=?1");
    if (!head)
        return Error{Code::Corrupt, head.error().detail};
    auto step = database.prepare("SELECT entity, previous, body FROM step WHERE seq=?1");
    if (!step)
        return Error{Code::Corrupt, step.error().detail};
    head_ = std::move(*head);
    step_ = std::move(*step);
    return {};
}

Result<> StepWalk::walk(EntityId id, engine::StepSink& sink)
{
    Seq head = 0;
    auto found = head_.bind(id).one([&](Statement& row) { head = static_cast<Seq>(row.integer(0)); });
    if (!found)
        return found.error();
    if (!*found)
        return {};
    if (auto collected = collect(id, head); !collected)
        return collected;
    for (auto place = places_.rbegin(); place != places_.rend(); ++place)
        sink.step({place->seq, id, place->previous,
                   std::span<const std::byte>(bodies_).subspan(place->first, place->size)});
    return {};
}

Result<> StepWalk::collect(EntityId id, Seq seq)
{
    places_.clear();
    bodies_.clear();
    for (;;) {
        bool own = false;
        Seq previous = 0;
        auto found = step_.bind(seq).one([&](Statement& row) {
            own = row.id(0) == id;
            previous = static_cast<Seq>(row.integer(1));
            const auto body = row.blob(2);
            places_.push_back({seq, previous, bodies_.size(), body.size()});
            bodies_.insert(bodies_.end(), body.begin(), body.end());
        });
        if (!found)
            return found.error();
        if (!*found || !own || previous >= seq)
            return Error{Code::Corrupt,
                         "the steps of " + id.text() + " are broken at " + std::to_string(seq)};
        if (previous == 0)
            return {};
        seq -= previous;
    }
}

}  // namespace holdpoint::store
