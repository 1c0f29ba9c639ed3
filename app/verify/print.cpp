// SPDX-License-Identifier: GPL-3.0-or-later
#include "print.h"

#include <cstdio>

namespace holdpoint::verify {
namespace {

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

unsigned long long wide(std::uint64_t n) { return n; }

}  // namespace

void printWords(const Findings& f)
{
    for (const Finding& finding : f.first)
        std::printf("%s\n", finding.text.c_str());
    if (f.found > f.first.size())
        std::printf("… and %llu more.\n", wide(f.found - f.first.size()));
    if (f.keyOfFolder)
        std::printf("The public key was taken from beside the checkpoints: name your own copy with --key.\n");
    std::printf("%s: %llu frames, %llu steps, %llu checkpoints, covered up to frame %llu, journal hash %s\n",
                f.found == 0 ? "verified" : "NOT AS IT WAS WRITTEN", wide(f.frames), wide(f.steps),
                wide(f.checkpoints), wide(f.covered), toHex(f.head).c_str());
}

void printJson(const Findings& f)
{
    std::string list;
    for (const Finding& finding : f.first)
        list += std::string(list.empty() ? "" : ",") + R"({"frame":)" + std::to_string(finding.frame) +
                R"(,"step":)" + std::to_string(finding.step) + R"(,"text":)" + quoted(finding.text) + '}';
    std::printf(R"({"verified":%s,"frames":%llu,"steps":%llu,"checkpoints":%llu,"covered":%llu,)"
                R"("journal_hash":"%s","key_of_folder":%s,"found":%llu,"findings":[%s]})"
                "\n",
                f.found == 0 ? "true" : "false", wide(f.frames), wide(f.steps), wide(f.checkpoints),
                wide(f.covered), toHex(f.head).c_str(), f.keyOfFolder ? "true" : "false", wide(f.found),
                list.c_str());
}

}  // namespace holdpoint::verify
