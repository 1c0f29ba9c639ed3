// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/steps.h"

#include "core/base/check.h"
#include "core/orders/apply.h"

namespace holdpoint::views {
namespace {

class Collect final : public engine::StepSink {
public:
    explicit Collect(std::vector<ReadStep>& out) : out_(out) {}
    void step(const engine::Step& step) override
    {
        auto body = decodeStep(step.body);
        if (!body)
            error = Error{Code::Corrupt, "step " + std::to_string(step.seq) + ": " + body.error().detail};
        else
            out_.push_back({step.seq, step.entity, std::move(*body)});
    }
    Result<> error;

private:
    std::vector<ReadStep>& out_;
};

}  // namespace

Result<> readSteps(store::StoreReader& reader, EntityId id, std::vector<ReadStep>& out)
{
    Collect sink(out);
    if (auto read = reader.timeline(id, sink); !read)
        return read;
    return sink.error;
}

Result<Order> foldOrder(EntityId id, const std::vector<ReadStep>& steps)
{
    Order order;
    order.id = id;
    try {
        for (const ReadStep& step : steps)
            if (step.entity == id)
                orders::applyStep(order, step.body, step.seq);
    } catch (const CheckFailed& broken) {
        return Error{Code::Corrupt, id.text() + ": " + broken.what()};
    }
    return order;
}

}  // namespace holdpoint::views
