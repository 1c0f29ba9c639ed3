// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/name_cache.h"

namespace holdpoint::views {

Result<> NameCache::refresh(store::StoreReader& reader)
{
    for (std::size_t k = 0; k < NameKindCount; ++k) {
        const auto kind = static_cast<NameKind>(k);
        auto read = reader.names(kind, last_[k], [&](std::uint32_t number, std::string_view text) {
            names_.restore(kind, number, text);
            last_[k] = number;
        });
        if (!read)
            return read;
    }
    return {};
}

void NameCache::learn(NameKind kind, std::uint32_t number, std::string_view text)
{
    std::uint32_t& last = last_[static_cast<std::size_t>(kind)];
    if (number == last + 1)
        names_.restore(kind, last = number, text);
}

}  // namespace holdpoint::views
