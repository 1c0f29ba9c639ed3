// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/flow/exception.h"
#include "core/flow/stock.h"
#include "core/host/checkpoint_file.h"
#include "core/model/effect.h"
#include "core/model/fact_codec.h"
#include "core/orders/apply.h"
#include "core/search/filter.h"
#include "core/search/parse.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unistd.h>

namespace holdpoint::fuzz {
namespace {

class EmptyRow final : public search::Row {
public:
    [[nodiscard]] bool anyText(search::Field, const search::TextTest& test) const override
    {
        return test("wms-east");
    }
    [[nodiscard]] std::optional<std::int64_t> number(search::Field) const override { return 7; }
    [[nodiscard]] bool is(search::IsWord) const override { return false; }
    [[nodiscard]] bool has(search::HasWord) const override { return true; }
    [[nodiscard]] bool anyWord(const search::TextTest& test) const override { return test("late"); }
};

/// A step that the codec wrote is read as it was written.
void codec(const StepBody& body)
{
    std::vector<std::byte> once, twice;
    ByteWriter first(once);
    encode(first, body);
    const auto again = decodeStep(once);
    must(again.has_value(), "what was written can be read");
    ByteWriter second(twice);
    encode(second, *again);
    must(once == twice, "written again it is the same");
}

template <typename T>
void fold(const std::vector<StepBody>& steps, void (*apply)(T&, const StepBody&, Seq))
{
    T entity;
    entity.id = EntityId(1, 1, EntityKind::Order);
    try {
        Seq seq = 0;
        for (const StepBody& step : steps)
            apply(entity, step, ++seq);
    } catch (const CheckFailed&) {  // exclusive facts twice: what stops a partition
    }
}

void describeAll(const StepBody& body)
{
    const Dictionary names;
    for (const Fact& fact : body.facts) {
        (void)canonicalText(fact, names);
        must(firstDifference(fact, fact).empty(), "a fact does not differ from itself");
    }
}

}  // namespace

void filter(std::string_view input)
{
    const auto query = search::parse(input);
    if (!query) {
        must(query.error().at <= input.size() && query.error().at + query.error().length <= input.size(),
             "a fault lies in the text");
        return;
    }
    const std::string normal = search::normalForm(*query);
    const auto again = search::parse(normal);
    // The normal form may be longer than what is taken.
    if (normal.size() <= search::LongestQuery) {
        must(again.has_value(), "the normal form is a query: " + normal);
        must(search::normalForm(*again) == normal, "the normal form of the normal form is itself: " + normal);
    }
    const search::Filter ready(query->root, {Instant{1'800'000'000'000}});
    (void)ready.matches(EmptyRow());
}

// Steps of one entity, each after its length in two bytes; folded as whatever it may be.
void journal(std::string_view input)
{
    std::vector<StepBody> steps;
    while (input.size() > 2 && steps.size() < 64) {
        const auto high = static_cast<std::uint8_t>(input[0]);
        const auto low = static_cast<std::uint8_t>(input[1]);
        input.remove_prefix(2);
        const std::string_view bytes = input.substr(0, static_cast<std::size_t>(high) * 256 + low);
        input.remove_prefix(bytes.size());
        const std::span raw{reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()};
        (void)decodeEffectRequest(raw);
        (void)decodeMoved(raw);
        if (auto body = decodeStep(raw)) {
            codec(*body);
            describeAll(*body);
            steps.push_back(std::move(*body));
        }
    }
    fold<Order>(steps, orders::applyStep);
    fold<Reservation>(steps, flow::applyStep);
    fold<ExceptionItem>(steps, flow::applyStep);
    fold<Node>(steps, flow::applyStep);
}

// Only what was written is read, by line and as a file.
void checkpoint(std::string_view input)
{
    for (std::string_view rest = input; !rest.empty();) {
        const std::string_view line = cut(rest, "\n");
        if (const auto read = checkpointOf(line))
            must(toLine(*read) == line, "a line that was read is written as it was");
    }
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("holdpoint-fuzz-checkpoints-" + std::to_string(getpid()));
    std::ofstream(file, std::ios::binary) << input;
    if (auto opened = host::CheckpointFile::open(file)) {
        Checkpoint next;
        next.frame = opened->last() ? opened->last()->frame + 1 : 1;
        must(opened->append(next).has_value(), "a file that opens takes one more");
        const auto again = host::CheckpointFile::open(file);
        must(again && again->last() && *again->last() == next, "and gives it back");
    }
    std::filesystem::remove(file);
}

}  // namespace holdpoint::fuzz
