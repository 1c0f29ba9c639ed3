// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brought.h"

namespace holdpoint::test {

using namespace std::chrono_literals;
using orders::Stand;

Brought::Brought(Stand stand) : rig({.legacy = true})
{
    bring(stand);
    id = rig.idOf("1");
}

void Brought::bring(Stand stand)
{
    if (stand == Stand::Awaited)
        return (void)rig.post(rig.event("order.address", "1", R"({"version":1,"region":"eu"})"));
    if (stand == Stand::Elsewhere)
        rig.command("stop_intake", {});
    if (stand != Stand::OutOfStock)
        rig.stockUp();
    if (stand == Stand::InOutbox) {  // behind the probe of another order
        rig.post(rig.placed("2", {{1, "HAT", 1}}));
        rig.post(rig.authorised("2"));
    }
    if (stand == Stand::Settlement)
        rig.fail("pay", lab::FaultKind::Timeout);
    rig.post(rig.event("order.placed", "1", placedData(2), "placed", "2027-01-15T08:00:00Z"));
    if (stand != Stand::Intake)
        rig.post(rig.authorised("1"));
    if (stand == Stand::Confirmation)
        rig.pass(1s);
    if (stand == Stand::Settlement)
        rig.pass(61s);
    if (stand == Stand::Finished)
        rig.pass(2min);
}

std::string Brought::placedData(int units)
{
    return R"({"currency":"EUR","total":"20.00","lines":[{"line":1,"sku":"HAT","units":)" +
           std::to_string(units) + "}]}";
}

}  // namespace holdpoint::test
