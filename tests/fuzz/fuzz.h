// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

/// One function for each parser that meets bytes from outside. It takes anything; it aborts on what must not be, whatever
/// the bytes are. One thread.
namespace holdpoint::fuzz {

void contract(std::string_view input);    // a contract document
void answer(std::string_view input);      // a vendor's answer: status, headers, body
void checkpoint(std::string_view input);  // a checkpoint file
void cloudevents(std::string_view input);
void faults(std::string_view input);  // body of POST /v1/faults of a simulated vendor
void filter(std::string_view input);
void intake(std::string_view input);  // a CloudEvent
void journal(std::string_view input);
void key(std::string_view input);  // effect keys, ids, foreign keys, book lines
void ocel(std::string_view input);
void olist(std::string_view input);
void online_retail(std::string_view input);
void webhook(std::string_view input);  // events into a whole engine, one a line

struct Target {
    std::string_view name;
    void (*run)(std::string_view input);
};
[[nodiscard]] std::span<const Target> targets();

/// Aborts, naming what does not hold.
void must(bool holds, std::string_view what);

/// The first part up to `separator`; `rest` begins after it, empty if there is none.
std::string_view cut(std::string_view& rest, std::string_view separator);

}  // namespace holdpoint::fuzz
