// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch.h"

#include "core/base/check.h"

namespace holdpoint::test {

Launch::Launch(RigOptions options) : rig(options) {}

std::string Launch::authorised(const std::string& number, const std::string& id)
{
    return rig.event("payment.authorised", number,
                     R"({"payment":1,"id":"auth-)" + number +
                         R"(","method":"card","amount":"20.00","currency":"EUR"})",
                     id);
}

EntityId Launch::order(const std::string& number, const std::vector<RigLine>& lines)
{
    rig.post(rig.placed(number, lines));
    rig.post(authorised(number));
    rig.settle();
    return rig.idOf(number);
}

void Launch::day()
{
    rig.stockUp();
    order("1");
    order("2", {{1, "HAT", 1}, {2, "HAT", 3}});
    rig.pass(Milliseconds{120'000});
    rig.post(rig.placed("3", {{1, "HAT", 1}}));
    order("4", {{1, "SCARF", 1}});
    rig.post(authorised("5", "early-5"));
    rig.post(authorised("5", "early-5"));
    rig.post("{not json");
    rig.post(rig.event("order.placed", "6", R"({"lines":7})"));
    engine::CommandInput note;
    note.what = "note";
    note.object = rig.idOf("4").with(EntityKind::Exception);
    note.text = "asked the shop";
    rig.give(std::move(note));
    rig.settle();
}

std::unique_ptr<store::StoreReader> Launch::reader() const
{
    auto reader = store::StoreReader::open(rig.storeOptions());
    HP_CHECK(reader.has_value());
    return std::move(*reader);
}

Dictionary Launch::names() const
{
    Dictionary names;
    HP_CHECK(reader()->names(names).has_value());
    return names;
}

}  // namespace holdpoint::test
