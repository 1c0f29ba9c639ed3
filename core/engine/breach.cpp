// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/breach.h"

namespace holdpoint::engine {

std::string escapePointer(std::string_view key)
{
    std::string out;
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string Path::text() const
{
    if (!parent)
        return {};
    return parent->text() + '/' + (isIndex ? std::to_string(index) : escapePointer(shorten(key)));
}

std::string shorten(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return std::string(text.substr(0, most)) + "…";
}

}  // namespace holdpoint::engine
