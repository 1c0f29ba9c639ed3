// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/book_line.h"
#include "core/model/checkpoint.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/walks.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace holdpoint;

namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// Every kept input, and every beginning of it up to `Most`: a cut input is the likeliest damage.
std::size_t run(const fuzz::Target& target, const std::filesystem::path& file)
{
    constexpr std::size_t Most = 64;
    const std::string bytes = bytesOf(file);
    std::fprintf(stderr, "%s\n", file.c_str());  // the last one named is the one that fell
    target.run(bytes);
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / Most);
    std::size_t runs = 1;
    for (std::size_t size = 0; size < bytes.size(); size += step, ++runs)
        target.run(std::string_view(bytes).substr(0, size));
    return runs;
}

void write(const std::filesystem::path& file, std::string_view bytes)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

/// The steps of an entity as the target `journal` reads them.
std::string stepsOf(test::EngineRig& rig, EntityId id)
{
    std::string all;
    for (const StepBody& step : rig.steps(id)) {
        std::vector<std::byte> bytes;
        ByteWriter out(bytes);
        encode(out, step);
        all += static_cast<char>(bytes.size() >> 8);
        all += static_cast<char>(bytes.size());
        all.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    return all;
}

/// Inputs that a program writes and nobody by hand: they follow the codec.
int seed(const std::filesystem::path& folder)
{
    for (const char* name : {"cancel_accepted", "return_twice", "leg_refused", "hand_back_refused"}) {
        const auto rig = test::walked(name);
        const EntityId order = rig->idOf("1");
        write(folder / "journal" / name, stepsOf(*rig, order));
        for (const Leg& leg : rig->order(order).legs)
            write(folder / "journal" / (std::string(name) + "_grant"), stepsOf(*rig, leg.reservation));
        const EntityId item = order.with(EntityKind::Exception);
        if (const std::string steps = stepsOf(*rig, item); !steps.empty())
            write(folder / "journal" / (std::string(name) + "_item"), steps);
        write(folder / "journal" / (std::string(name) + "_node"), stepsOf(*rig, rig->idOf("east", "node")));
    }
    Checkpoint first, later;
    first.frame = 1;
    later.frame = 1000;
    later.hash.fill(std::byte{0xab});
    write(folder / "checkpoint" / "two", toLine(first) + '\n' + toLine(later) + '\n');
    write(folder / "checkpoint" / "unfinished", toLine(first) + '\n' + toLine(later).substr(0, 30));
    lab::BookRow row;
    row.key = "hp:1:ship:1";
    std::string line;
    lab::appendRow(line, row);
    write(folder / "key" / "book_row", line);
    return 0;
}

}  // namespace

// Runs every target over its folder of kept inputs: fuzz_corpus FOLDER. With --seed it writes those inputs anew that
// follow a codec of ours.
int main(int argc, char** argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--seed")
        return seed(argv[2]);
    if (argc != 2) {
        std::fprintf(stderr, "usage: fuzz_corpus [--seed] FOLDER\n");
        return 2;
    }
    for (const fuzz::Target& target : fuzz::targets()) {
        std::vector<std::filesystem::path> files;
        std::error_code none;
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(argv[1]) / target.name, none))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::size_t runs = 0;
        for (const auto& file : files)
            runs += run(target, file);
        std::printf("%-14s %3zu inputs %5zu runs\n", std::string(target.name).c_str(), files.size(), runs);
        if (files.empty()) {
            std::fprintf(stderr, "%s has no kept input\n", std::string(target.name).c_str());
            return 1;
        }
    }
    return 0;
}
