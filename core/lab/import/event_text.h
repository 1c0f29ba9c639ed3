// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace holdpoint::lab {

/// Writes one CloudEvent: head first, then members of `data` in the order of the calls, then `take()`.
class EventText {
public:
    EventText(std::string_view source, std::string_view type, std::string_view id, std::string_view subject,
              std::optional<Instant> time);

    EventText& text(std::string_view name, std::string_view value);  ///< left out if empty
    EventText& number(std::string_view name, std::int64_t value);
    EventText& flag(std::string_view name, bool value);
    EventText& amount(std::string_view name, const Money& value);
    /// `lines` and the like: objects between `openList` and `closeList`, each begun with `item`.
    EventText& openList(std::string_view name);
    EventText& item();
    EventText& closeList();
    [[nodiscard]] std::string take();

private:
    void name(std::string_view name);
    void quoted(std::string_view text);

    std::string out_;
    bool first_ = true;      // of the object that is open
    bool firstItem_ = true;  // of the list that is open
};

/// `58.90`: the amount without its currency.
[[nodiscard]] std::string decimal(const Money& money);

}  // namespace holdpoint::lab
