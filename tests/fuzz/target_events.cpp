// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/delivery/effect_key.h"
#include "core/engine/intake.h"
#include "core/lab/book_line.h"
#include "core/store/key_packing.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/engine_rig.h"

namespace holdpoint::fuzz {

// What is taken has a subject and facts, and is taken again in the same way; what is refused says by which rule.
void intake(std::string_view input)
{
    Dictionary names;
    engine::Intake intake(names);
    const engine::Intaken first = intake.parse(input);
    const engine::Intaken again = intake.parse(input);
    must(first.index() == again.index(), "the same bytes end in the same way");
    if (const auto* event = std::get_if<Event>(&first)) {
        must(!event->id.empty() && !event->subject.text.empty(), "an event has an id and a subject");
        must(event->content == std::get<Event>(again).content, "its content hash is of its content");
        must(input.size() <= engine::IntakeLimits::bytes, "an event keeps the limit of bytes");
        return;
    }
    const auto& refused = std::get<RefusedInput>(first);
    must(!names.text(refused.rule).empty(), "a refusal names its rule");
}

// Whatever is posted, the engine goes on.
void webhook(std::string_view input)
{
    test::EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    for (int lines = 0; !input.empty() && lines < 20; ++lines) {
        std::vector<engine::Input> one(1);
        one[0].body = engine::EventBytes{std::string(cut(input, "\n"))};
        const auto outcomes = rig.turn(std::move(one));
        must(!outcomes.empty(), "every event has an outcome");
        must(!rig.engine().isHalted(), "the engine goes on");
    }
    rig.pass(std::chrono::minutes{2});
    rig.crash();
    rig.start();  // HP_CHECK: folds everything again
    must(!rig.engine().isHalted(), "and starts again on what it wrote");
}

// Texts that come back: as keys pasted into a search, as foreign keys of a store, as lines of a book.
void key(std::string_view input)
{
    if (const auto parsed = delivery::parseKey(input)) {
        const auto again = delivery::parseKey(delivery::effectKey(parsed->order, parsed->ref));
        must(again && *again == *parsed, "a key that was read is written as it was");
    }
    const std::string made = delivery::effectKey(input, {Operation::Ship, 1, 1});
    must(made.size() <= delivery::MaxKeyLength && delivery::parseKey(made).has_value(),
         "every order number gives a key");
    if (const auto id = EntityId::parse(input))
        must(EntityId::parse(id->text()).value_or(EntityId{}) == *id,
             "an id that was read is written as it was");
    std::vector<std::byte> scratch;
    const auto packed = store::packKey(input, scratch);
    must(store::unpackKey(packed) == input, "a packed key is unpacked as it was");
    const std::vector<std::byte> raw(reinterpret_cast<const std::byte*>(input.data()),
                                     reinterpret_cast<const std::byte*>(input.data()) + input.size());
    (void)store::unpackKey(raw);
    if (const auto row = lab::parseRow(input)) {
        std::string line;
        lab::appendRow(line, *row);
        must(lab::parseRow(std::string_view(line).substr(0, line.find('\n'))).has_value(),
             "a row of a book that was read is written as one");
    }
    (void)lab::parseDelivered(input);
}

}  // namespace holdpoint::fuzz
