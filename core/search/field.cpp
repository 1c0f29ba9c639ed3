// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/field.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace holdpoint::search {
namespace {

using Words = std::span<const std::string_view>;

// Words of the shadow screen, whose types come with it; the names are those of the specification.
constexpr auto Judgements =
    std::to_array<std::string_view>({"unjudged", "defect", "policy_difference", "acceptable_drift"});

/// All lists of words a field knows: `state` speaks of exceptions, orders and places alike.
std::vector<Words> listsOf(Field field)
{
    switch (field) {
    case Field::Is: return {Names<IsWord>::values};
    case Field::Has: return {Names<HasWord>::values};
    case Field::Sort: return {Names<SortWord>::values};
    case Field::State:
        return {Names<ExceptionState>::values, Names<OrderStatus>::values, Names<Place>::values};
    case Field::Cat: return {Names<ExceptionKind>::values};
    case Field::Stage: return {Names<Stage>::values};
    case Field::Class: return {Names<FailureClass>::values};
    case Field::SkuClass: return {Names<SkuClass>::values};
    case Field::Pay: return {Names<PaymentStatus>::values};
    case Field::Lane: return {Names<Lane>::values};
    case Field::Verdict: return {Names<RetryVerdict>::values, Judgements};
    case Field::Priority: return {Names<Priority>::values};
    default: return {};
    }
}

std::string_view classLetter(std::string_view text)
{
    if (text == "t")
        return name(FailureClass::Transport);
    if (text == "v")
        return name(FailureClass::Validation);
    if (text == "s")
        return name(FailureClass::SoftBusiness);
    if (text == "h")
        return name(FailureClass::HardBusiness);
    return text == "?" ? name(FailureClass::Unclassified) : std::string_view();
}

/// How many letters are wrong, missing, too many or exchanged with their neighbour.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = last;
        last = row;
    }
    return last.back();
}

constexpr std::size_t LongestWord = 32;

/// The nearest of `words` within a third of the letters typed (one at least); or the one that starts so.
std::string_view nearestOf(std::string_view typed, Words words)
{
    if (typed.empty() || typed.size() > LongestWord)
        return {};
    const std::string text = lowerCase(typed);
    std::string_view best;
    std::size_t limit = std::max<std::size_t>(1, text.size() / 3) + 1;
    for (const std::string_view word : words)
        if (const std::size_t d = distance(text, word); d < limit) {
            limit = d;
            best = word;
        }
    for (const std::string_view word : words)
        if (best.empty() && text.size() > 1 && (word.starts_with(text) || text.starts_with(word)))
            best = word;
    return best;
}

}  // namespace

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

Kind kindOf(Field field) noexcept
{
    switch (field) {
    case Field::Any: return Kind::Any;
    case Field::Is:
    case Field::Has:
    case Field::Sort:
    case Field::State:
    case Field::Cat:
    case Field::Stage:
    case Field::Class:
    case Field::SkuClass:
    case Field::Pay:
    case Field::Lane:
    case Field::Verdict:
    case Field::Priority: return Kind::Word;
    case Field::Note: return Kind::Text;
    case Field::Pointer: return Kind::Pointer;
    case Field::Split:
    case Field::Attempts: return Kind::Number;
    case Field::Value: return Kind::Money;
    case Field::Seen:
    case Field::First: return Kind::Moment;
    case Field::Promise:
    case Field::Sla:
    case Field::Due:
    case Field::Next: return Kind::Deadline;
    case Field::Age: return Kind::Duration;
    default: return Kind::Name;
    }
}

std::optional<Field> fieldOf(std::string_view text)
{
    const auto field = fromName<Field>(lowerCase(text));
    return field == Field::Any ? std::nullopt : field;
}

std::string_view nearestField(std::string_view text)
{
    return nearestOf(text, Words(Names<Field>::values).subspan(1));  // not `any`
}

std::optional<std::string_view> wordOf(Field field, std::string_view text)
{
    std::string typed = lowerCase(text);
    if (field == Field::Class)
        if (const std::string_view spelled = classLetter(typed); !spelled.empty())
            return spelled;
    std::replace(typed.begin(), typed.end(), '-', '_');
    std::replace(typed.begin(), typed.end(), ' ', '_');
    for (const Words words : listsOf(field))
        if (const auto found = std::find(words.begin(), words.end(), typed); found != words.end())
            return *found;
    return {};
}

std::string_view nearestWord(Field field, std::string_view text)
{
    for (const Words words : listsOf(field))
        if (const std::string_view found = nearestOf(text, words); !found.empty())
            return found;
    return {};
}

}  // namespace holdpoint::search
