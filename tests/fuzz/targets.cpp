// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace holdpoint::fuzz {
namespace {

constexpr Target Targets[] = {
    {"answer", answer},     {"checkpoint", checkpoint}, {"cloudevents", cloudevents},
    {"contract", contract}, {"faults", faults},         {"filter", filter},
    {"intake", intake},     {"journal", journal},       {"key", key},
    {"ocel", ocel},         {"olist", olist},           {"online_retail", online_retail},
    {"webhook", webhook},
};

}  // namespace

std::span<const Target> targets() { return Targets; }

void must(bool holds, std::string_view what)
{
    if (holds)
        return;
    std::fprintf(stderr, "must hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

std::string_view cut(std::string_view& rest, std::string_view separator)
{
    const std::size_t at = std::min(rest.find(separator), rest.size());
    const std::string_view first = rest.substr(0, at);
    rest.remove_prefix(std::min(at + separator.size(), rest.size()));
    return first;
}

}  // namespace holdpoint::fuzz
