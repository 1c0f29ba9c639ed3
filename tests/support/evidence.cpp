// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/evidence.h"

#include "core/base/check.h"
#include "core/flow/exception.h"
#include "core/flow/stock.h"
#include "core/orders/apply.h"
#include "core/store/store_reader.h"

namespace holdpoint::test {
namespace {

class Fold final : public engine::StepSink {
public:
    explicit Fold(Evidence& evidence) : evidence_(evidence) {}
    void step(const engine::Step& step) override
    {
        auto body = decodeStepWithoutRecord(step.body);
        HP_CHECK(body.has_value());
        const EntityId id = step.entity;
        if (id.kind() == EntityKind::Order)
            orders::applyStep(of(evidence_.orders, id), *body, step.seq);
        else if (id.kind() == EntityKind::Reservation)
            flow::applyStep(of(evidence_.reservations, id), *body, step.seq);
        else if (id.kind() == EntityKind::Exception)
            flow::applyStep(of(evidence_.items, id), *body, step.seq);
        evidence_.steps[id].push_back({step.seq, std::move(*body)});
    }

private:
    template <typename T>
    static T& of(std::map<EntityId, T>& all, EntityId id)
    {
        T& entity = all[id];
        entity.id = id;
        return entity;
    }
    Evidence& evidence_;
};

}  // namespace

const ExceptionItem& Evidence::itemOf(EntityId order) const
{
    static const ExceptionItem none;
    const auto found = items.find(order.with(EntityKind::Exception));
    return found == items.end() ? none : found->second;
}

Evidence gather(EngineRig& rig)
{
    Evidence evidence;
    auto reader = store::StoreReader::open(rig.storeOptions());
    HP_CHECK(reader.has_value());
    views::CheckOptions options;
    options.policy = &rig.engine().policy();
    options.effect = [&](const views::RecordedEffect& e) {
        if (e.state != EffectState::Suppressed)
            evidence.effects[e.key] = e;
    };
    auto report = views::check(**reader, options);
    HP_CHECK(report.has_value());
    evidence.report = std::move(*report);
    Fold fold(evidence);
    HP_CHECK((*reader)->steps(1, rig.engine().lease().lastSeq, fold).has_value());
    return evidence;
}

}  // namespace holdpoint::test
