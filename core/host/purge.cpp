// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/purge.h"

#include <future>

namespace holdpoint::host {

Result<PurgeReport> purgeKeys(EngineHost& engine, bool dryRun,
                              const std::function<void(const PurgeReport&)>& progress)
{
    PurgeReport report;
    for (engine::PurgeKeys page{{}, dryRun};;) {
        engine::Input input;
        input.body = page;
        auto answered = std::make_shared<std::promise<engine::Outcome>>();
        auto answer = answered->get_future();
        auto posted =
            engine.post(std::move(input), EngineHost::InputClass::Bulk,
                        [answered](const engine::Outcome& outcome) { answered->set_value(outcome); });
        if (!posted)
            return posted.error();
        const engine::Outcome outcome = answer.get();
        if (outcome.failed)
            return Error{outcome.code, outcome.detail};
        report.purged += outcome.position;
        report.young += outcome.young;
        report.open += outcome.open;
        if (progress)
            progress(report);
        if (outcome.ended)
            return report;
        page.after = outcome.entity;
    }
}

}  // namespace holdpoint::host
