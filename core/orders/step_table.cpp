// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/step_table.h"

#include <algorithm>

namespace holdpoint::orders {
namespace {

using enum Follows;

constexpr std::array<StepRow, CountOf<StepInput>> Table{{
    // awaited, intake, out of stock, in the outbox, asked, confirmation, settlement, finished, elsewhere
    {Begins, Duplicate, Duplicate, Duplicate, Duplicate, Duplicate, Duplicate, Duplicate, Duplicate},
    {Begins, Tells, Tells, Tells, Tells, Tells, Tells, Tells, Adds},  // placed otherwise
    {Waits, Cancels, Cancels, Cancels, Adds, AsksNode, RefusesCancel, RefusesCancel, Adds},  // cancel_asked
    {Waits, Holds, Holds, Holds, Tells, Tells, Tells, Tells, Adds},                          // hold_asked
    {Waits, Adds, Adds, Redirects, Tells, Tells, Tells, Tells, Adds},                        // newer address
    {Waits, Tells, Tells, Tells, Moves, Adds, Adds, Adds, Adds},                             // node accepted
    {Waits, Tells, Tells, Tells, Decides, Decides, Tells, Tells, Adds},                      // node refused
    {Waits, Tells, Tells, Tells, Consumes, Consumes, Tells, Tells, Adds},                    // shipped
    {Waits, Tells, Tells, Tells, Consumes, Consumes, Adds, Adds, Adds},                      // delivered
    {Waits, Decides, Adds, Adds, Adds, Adds, Adds, Adds, Adds},                              // authorised
    {Waits, Adds, Holds, Holds, Adds, Adds, Tells, Tells, Adds},                             // payment_failed
    {Nothing, Nothing, Nothing, Moves, Moves, Adds, Adds, Adds, Nothing},                    // answer: done
    {Nothing, Nothing, Nothing, Decides, Decides, Adds, Adds, Adds, Nothing},  // answer: refused
    {Nothing, Nothing, Nothing, ReservesAgain, ReservesAgain, ReservesAgain, Nothing, Nothing, Nothing},
    {Tells, Tells, Decides, Tells, Tells, Tells, Tells, Nothing, Nothing},  // due
    {Refused, HandsBack, HandsBack, HandsBack, Refused, Refused, Refused, Refused, Refused},
    {Refused, Refused, Decides, Refused, Refused, Refused, Refused, Refused, Refused},  // retry
    {Refused, Cancels, Cancels, Cancels, Adds, AsksNode, Refused, Refused, Refused},    // cancel_order
}};

constexpr bool isFull()
{
    return std::all_of(Table.begin(), Table.end(), [](const StepRow& row) {
        return std::none_of(row.begin(), row.end(), [](Follows cell) { return cell == Blank; });
    });
}
static_assert(isFull(), "the table says nothing about some input at some place");

constexpr std::array<std::string_view, CountOf<Follows>> Meanings{
    "",
    "kept until `order.placed` comes; an exception if it does not come in time",
    "becomes an order: lane, owner, holds, decision, grants, requests",
    "one more fact in the set; nothing is done about it now",
    "known already, nothing is added",
    "decides which nodes ship what is open",
    "its request goes out with the newest address; another node is found if this one does not serve it",
    "what has not left is held: for its payment, or because somebody asked",
    "cancelled for certain: what was not sent never will be, grants are released, authorisations voided",
    "`cancel` is planned; the node's answer decides",
    "has left already: refused, a return is offered",
    "the grant is consumed, on hand falls; a request without an answer is answered by it",
    "the same units are asked for once more; without stock a person is told",
    "the effect has its answer; the next stage begins",
    "an exception, because facts contradict one another or something takes too long",
    "TRANSFER, `handback` is planned; grants released, unsent requests dropped",
    "with the reason, nothing is changed",
    "it comes too late or to the wrong place, no step is written",
};

std::string line(std::string_view first, auto&& cell)
{
    std::string text = "| " + std::string(first) + " |";
    for (std::size_t i = 0; i < CountOf<Stand>; ++i)
        text += " " + std::string(cell(i)) + " |";
    return text + "\n";
}

}  // namespace

const std::array<StepRow, CountOf<StepInput>>& stepTable() noexcept { return Table; }

Follows follows(StepInput input, Stand stand) noexcept
{
    return Table[static_cast<std::size_t>(input)][static_cast<std::size_t>(stand)];
}

std::string stepTablePage()
{
    std::string page =
        "# What an input does to an order\n\n"
        "Printed from `core/orders/step_table.cpp`; a test sends every input to an order at every place and compares.\n"
        "Decisioning and allocation are passed inside one turn: an order rests there only with an exception.\n\n";
    page += line("input \\ where", [](std::size_t i) { return Names<Stand>::values[i]; });
    page += line("---", [](std::size_t) { return "---"; });
    for (std::size_t row = 0; row < Table.size(); ++row)
        page += line(Names<StepInput>::values[row], [row](std::size_t i) { return name(Table[row][i]); });
    page += "\nOf several things that follow the weightiest is named.\n\n";
    for (std::size_t i = 1; i < Meanings.size(); ++i)
        page += "- **" + std::string(Names<Follows>::values[i]) + "**: " + std::string(Meanings[i]) + "\n";
    return page;
}

}  // namespace holdpoint::orders
