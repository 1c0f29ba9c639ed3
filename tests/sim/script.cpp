// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/script.h"

#include <set>
#include <sstream>

namespace holdpoint::sim {
namespace {

bool readLine(const std::string& line, Script& script)
{
    std::istringstream in(line);
    std::string first;
    in >> first;
    if (first == "option") {
        std::string name;
        std::int64_t value = 0;
        in >> name >> value;
        script.options[name] = value;
        return !in.fail();
    }
    if (first.empty() || first.find_first_not_of("0123456789") != std::string::npos || in.get() != ' ')
        return false;
    Action& action = script.actions.emplace_back();
    action.at = Milliseconds{std::stoll(first)};
    std::getline(in, action.text);
    return true;
}

}  // namespace

std::string toText(const Script& script)
{
    std::string text;
    for (const auto& [name, value] : script.options)
        text += "option " + name + " " + std::to_string(value) + "\n";
    for (const Action& action : script.actions)
        text += std::to_string(action.at.count()) + " " + action.text + "\n";
    return text;
}

Result<Script> parseScript(const std::string& text)
{
    Script script;
    std::istringstream in(text);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
        if (!line.empty() && line.front() != '#' && !readLine(line, script))
            return Error{Code::InvalidArgument, "line " + std::to_string(number) + ": " + line};
    return script;
}

std::uint64_t ordersIn(const Script& script)
{
    const std::string mark = R"("subject":")";
    std::set<std::string> orders;
    for (const Action& action : script.actions)
        if (action.text.find(R"("order.placed")") != std::string::npos) {
            const auto from = action.text.find(mark) + mark.size();
            orders.insert(action.text.substr(from, action.text.find('"', from) - from));
        }
    return orders.size();
}

}  // namespace holdpoint::sim
