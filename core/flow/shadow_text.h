// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Lists in one text, for the parts of the shadow.
namespace holdpoint::flow {

[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts, char between)
{
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty())
            text += between;
        text += part;
    }
    return text;
}

/// Empty parts are left out.
[[nodiscard]] inline std::vector<std::string> split(std::string_view text, char between)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        if (end > 0)
            parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Adds each part that is not there yet.
inline void addOnce(std::vector<std::string>& parts, std::string_view text)
{
    for (std::string& part : split(text, ','))
        if (std::find(parts.begin(), parts.end(), part) == parts.end())
            parts.push_back(std::move(part));
}

}  // namespace holdpoint::flow
