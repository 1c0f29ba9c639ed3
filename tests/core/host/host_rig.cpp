// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include <QTest>
#include <fstream>
#include <future>

namespace holdpoint::host {
namespace {

void mustHold(bool holds, const std::string& words)
{
    if (!holds)
        QTest::qFail(words.c_str(), __FILE__, __LINE__);
}

class RefusalSink final : public engine::StepSink {
public:
    RefusalSink(const Dictionary& names, std::vector<Refusal>& out) : names_(names), out_(out) {}
    void step(const engine::Step& step) override
    {
        const auto body = decodeStep(step.body);
        mustHold(body.has_value(), "a step cannot be read");
        for (const Fact& fact : body->facts)
            if (const auto* refused = std::get_if<Refused>(&fact.body))
                out_.push_back({names_.text(refused->producer), names_.text(refused->rule), refused->where,
                                refused->detail});
    }

private:
    const Dictionary& names_;
    std::vector<Refusal>& out_;
};

}  // namespace

std::filesystem::path orderFiles() { return "tests/data/orders"; }
std::filesystem::path eventFile() { return "tests/data/events/mixed.jsonl"; }

std::filesystem::path realFiles()
{
    const QString named = qEnvironmentVariable("HOLDPOINT_DATA");
    const std::filesystem::path folder = named.isEmpty() ? "../shared/data" : named.toStdString();
    return std::filesystem::exists(folder) ? folder : std::filesystem::path();
}

ReplayOptions observe(const std::string& format, const std::filesystem::path& path)
{
    ReplayOptions options;
    options.format = format;
    options.path = path;
    options.mode = lab::ImportMode::Observe;
    return options;
}

ReplayOptions control(const std::string& format, const std::filesystem::path& path)
{
    ReplayOptions options = observe(format, path);
    options.mode = lab::ImportMode::Control;
    return options;
}

std::unique_ptr<LabWorld> worldOn(const std::filesystem::path& folder)
{
    LabWorld::Options options;
    options.folder = folder;
    options.fulfilAfter = Milliseconds{20};
    auto world = LabWorld::start(options);
    mustHold(world.has_value(), world ? "" : world.error().detail);
    return world ? std::move(*world) : nullptr;
}

ReplayResult replayInto(const std::filesystem::path& folder, const ReplayOptions& options)
{
    auto worldOptions = worldFor(options, folder);
    mustHold(worldOptions.has_value(), "no world for " + options.format);
    worldOptions->fulfilAfter = Milliseconds{20};
    auto world = LabWorld::start(*worldOptions);
    mustHold(world.has_value(), world ? "" : world.error().detail);
    if (!world)
        return {};
    auto result = replay(**world, options);
    mustHold(result.has_value(), result ? "" : result.error().detail);
    return result ? *result : ReplayResult{};
}

NumbersReport numbersOf(const std::filesystem::path& folder)
{
    auto report = checkNumbers(folder);
    mustHold(report.has_value(), report ? "" : report.error().detail);
    return report ? std::move(*report) : NumbersReport{};
}

std::string wordsOf(const NumbersReport& report)
{
    std::string words = report.conserved ? "" : "not conserved; ";
    for (const auto* list : {&report.store.disagreements, &report.books.disagreements})
        for (const views::Disagreement& d : *list)
            words += d.entity + ' ' + d.what + ": " + d.stored + ", but " + d.computed + "; ";
    return words;
}

std::string counted(const std::string& node, const std::string& sku, int units)
{
    return R"({"specversion":"1.0","id":"count-1","source":"wms-)" + node +
           R"(","type":"stock.counted","subject":")" + node + R"(","data":{"counts":[{"sku":")" + sku +
           R"(","units":)" + std::to_string(units) + R"(,"version":1}]}})";
}

std::string placed(const std::string& order, const std::string& sku, int units)
{
    return R"({"specversion":"1.0","id":")" + order +
           R"(:placed","source":"shop","type":"order.placed","subject":")" + order +
           R"(","data":{"currency":"EUR","total":"20.00","lines":[{"line":1,"sku":")" + sku +
           R"(","units":)" + std::to_string(units) + R"(,"price":"20.00"}]}})";
}

std::string paid(const std::string& order)
{
    return R"({"specversion":"1.0","id":")" + order +
           R"(:paid","source":"shop","type":"payment.authorised","subject":")" + order +
           R"(","data":{"payment":1,"amount":"20.00","currency":"EUR"}})";
}

std::vector<engine::Outcome> post(LabWorld& world, const std::vector<std::string>& events)
{
    std::vector<std::promise<engine::Outcome>> promises(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        engine::Input input;
        input.body = engine::EventBytes{events[i], Lane::Live, 0};
        const auto posted =
            world.engine().post(std::move(input), EngineHost::InputClass::Event,
                                [&, i](const engine::Outcome& outcome) { promises[i].set_value(outcome); });
        if (posted)
            continue;
        engine::Outcome failed;
        failed.failed = true;
        failed.detail = posted.error().detail;
        promises[i].set_value(failed);
    }
    std::vector<engine::Outcome> outcomes;
    for (auto& promise : promises)
        outcomes.push_back(promise.get_future().get());
    return outcomes;
}

void settle(LabWorld& world)
{
    int quiet = 0;
    world.engine().waitUntil([&](const HostState& state) {
        quiet = world.isQuiet(state) ? quiet + 1 : 0;
        return quiet >= 3 || state.halted;
    });
}

std::vector<Refusal> refusalsOf(const std::filesystem::path& folder)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
    mustHold(reader.has_value(), "the store cannot be read");
    std::vector<Refusal> refusals;
    Dictionary names;
    mustHold((*reader)->names(names).has_value(), "the names cannot be read");
    RefusalSink sink(names, refusals);
    std::vector<EntityId> ids;
    const auto read = (*reader)->entities(EntityKind::Refusal, EntityId{}, [&](const engine::EntityRow& row) {
        ids.push_back(row.id);
        return true;
    });
    mustHold(read.has_value(), "the refusals cannot be listed");
    for (const EntityId id : ids)
        mustHold((*reader)->timeline(id, sink).has_value(), "a refusal cannot be read");
    return refusals;
}

std::vector<std::string> linesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

std::filesystem::path writeLines(const std::filesystem::path& file, const std::vector<std::string>& lines)
{
    std::ofstream out(file, std::ios::binary);
    for (const std::string& line : lines)
        out << line << '\n';
    return file;
}

}  // namespace holdpoint::host
