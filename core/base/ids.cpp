// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include "core/base/hash.h"

#include <charconv>

namespace holdpoint {
namespace {

constexpr std::string_view Letters = "?ONVXGDMLPBJCFAS";
constexpr std::string_view Names[] = {"none",     "order",    "node",    "reservation", "exception", "group",
                                      "document", "mismatch", "rollout", "poll",        "batch",     "job",
                                      "command",  "refusal",  "alarm",   "difference"};
constexpr std::uint64_t MaxSerial = (std::uint64_t{1} << 47) - 1;

}  // namespace

std::string_view name(EntityKind kind) noexcept
{
    return Names[static_cast<std::size_t>(kind) % EntityKindCount];
}

Result<EntityId> EntityId::parse(std::string_view text)
{
    const Error wrong{Code::InvalidArgument, "not an id: " + std::string(text)};
    if (text.size() < 3 || text[1] != '-' || text[0] == '?')
        return wrong;
    const auto kind = Letters.find(text[0]);
    if (kind == std::string_view::npos)
        return wrong;
    std::uint64_t serial = 0;
    int slot = 0;
    const char* const end = text.data() + text.size();
    auto [rest, failed] = std::from_chars(text.data() + 2, end, serial);
    if (failed != std::errc{} || serial > MaxSerial)
        return wrong;
    if (rest != end) {
        if (*rest != '.')
            return wrong;
        const auto [last, bad] = std::from_chars(rest + 1, end, slot);
        if (bad != std::errc{} || last != end || slot < 0 || slot >= SlotCount)
            return wrong;
    }
    return EntityId{serial, slot, static_cast<EntityKind>(kind)};
}

std::string EntityId::text() const
{
    std::string out(1, Letters[static_cast<std::size_t>(kind()) % Letters.size()]);
    out += '-';
    out += std::to_string(serial());
    if (slot() != 0)
        out += '.' + std::to_string(slot());
    return out;
}

int slotOf(std::string_view rootKey)
{
    return static_cast<int>(prefix64(sha256(rootKey)) % EntityId::SlotCount);
}

}  // namespace holdpoint
