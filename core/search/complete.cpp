// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/complete.h"

#include "core/search/term_reader.h"

#include <algorithm>
#include <array>

namespace holdpoint::search {
namespace {

constexpr auto ExceptionFields = std::to_array<Field>(
    {Field::Is,    Field::Priority, Field::Stage, Field::State,  Field::Cat,     Field::Class,
     Field::Code,  Field::Vendor,   Field::Node,  Field::Sla,    Field::Owner,   Field::Age,
     Field::First, Field::Due,      Field::Value, Field::Region, Field::Channel, Field::Lane,
     Field::Group, Field::Order,    Field::Id,    Field::Corr,   Field::Key,     Field::Sort});
constexpr auto OrderFields =
    std::to_array<Field>({Field::Is, Field::Stage, Field::State, Field::Vendor, Field::Region, Field::Channel,
                          Field::Value, Field::Owner, Field::Lane, Field::Age, Field::First, Field::Seen,
                          Field::Order, Field::Id, Field::Corr, Field::Key});
constexpr auto ExceptionIs = std::to_array<IsWord>(
    {IsWord::Open, IsWord::Mine, IsWord::Unassigned, IsWord::Breaching, IsWord::Breached, IsWord::New,
     IsWord::Waiting, IsWord::Retrying, IsWord::Snoozed, IsWord::Reopened, IsWord::Merged});
constexpr auto OrderIs = std::to_array<IsWord>({IsWord::Open, IsWord::Inflight, IsWord::Waiting});

constexpr std::string_view Older = "older";

template <typename E>
void addNames(std::vector<std::string_view>& words, std::size_t first = 0)
{
    for (std::size_t i = first; i < Names<E>::values.size(); ++i)
        words.push_back(Names<E>::values[i]);
}

template <typename Words>
void addWords(std::vector<std::string_view>& words, const Words& some)
{
    for (const auto word : some)
        words.push_back(name(word));
}

bool isCounted(Searched list, Field field)
{
    constexpr auto Counted = std::to_array<Field>({Field::Vendor, Field::Node, Field::Code, Field::Channel,
                                                   Field::Region, Field::Owner, Field::Stage, Field::State,
                                                   Field::Cat, Field::Class, Field::Lane, Field::Priority});
    return list == Searched::Exceptions && std::find(Counted.begin(), Counted.end(), field) != Counted.end();
}

/// Values of fields that are measured: what people type most, with the code of what it means.
std::vector<Suggestion> measuresOf(Field field)
{
    switch (kindOf(field)) {
    case Kind::Duration: return {{">10m", "time.longer"}, {">1h", "time.longer"}, {"<10m", "time.shorter"}};
    case Kind::Deadline:
        return {{"<15m", "time.within"},
                {"<30m", "time.within"},
                {"<4h", "time.within"},
                {"today", "time.today"}};
    case Kind::Moment:
        return {{"-15m", "time.since"},
                {"-1h", "time.since"},
                {"today", "time.today"},
                {"launch..", "time.launch"},
                {"last-command..", "time.last_command"}};
    case Kind::Money: return {{">100", "money.more"}, {">1000", "money.more"}};
    default: return {};
    }
}

/// Where the pieces of the term under the cursor are.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t cursor, Searched list)
        : text_(text), cursor_(std::min(cursor, text.size())), list_(list)
    {}

    Completion run()
    {
        findTerm();
        out_.termAt = start_;
        out_.termLength = end_ - start_;
        const std::size_t nameEnd = endOfName();
        std::size_t valueAt = nameEnd;
        const bool isField = nameEnd > start_ && skipOperator(valueAt);
        if (isField && cursor_ >= valueAt)
            completeValue(text_.substr(start_, nameEnd - start_), valueAt);
        else if (cursor_ <= nameEnd)
            completeName(nameEnd, isField);
        return std::move(out_);
    }

private:
    void findTerm()
    {
        std::size_t at = 0;
        while (at < text_.size()) {
            if (endsWord(text_[at])) {
                ++at;
                continue;
            }
            const std::size_t minus = text_[at] == '-' ? 1 : 0;
            start_ = at + minus;
            end_ = endOfTerm(start_);
            if (cursor_ >= start_ && cursor_ <= end_)
                return;
            if (start_ > cursor_)
                break;
            at = std::max(end_, at + 1);
        }
        start_ = end_ = cursor_;
    }

    [[nodiscard]] std::size_t endOfTerm(std::size_t at) const
    {
        const bool regex = at < text_.size() && text_[at] == '/';
        char until = regex ? '/' : '\0';
        for (at += regex ? 1 : 0; at < text_.size(); ++at) {
            const char c = text_[at];
            if (until != '\0' && c == '\\')
                ++at;
            else if (until != '\0')
                until = c == until ? '\0' : until;
            else if (endsWord(c))
                return at;
            else if (c == '"')
                until = '"';
        }
        return text_.size();
    }

    [[nodiscard]] std::size_t endOfName() const
    {
        std::size_t at = start_;
        const auto isLetter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        };
        while (at < end_ && (isLetter(text_[at]) || (text_[at] == '-' && at > start_)))
            ++at;
        return at;
    }

    /// False: no operator stands here.
    bool skipOperator(std::size_t& at) const
    {
        const std::size_t before = at;
        while (at < end_ && at < before + 3 &&
               std::string_view(":=!<>~").find(text_[at]) != std::string_view::npos)
            ++at;
        return at > before;
    }

    void span(std::size_t at, std::size_t end)
    {
        out_.at = at;
        out_.length = end - at;
        out_.typed = text_.substr(at, cursor_ - at);
    }

    void completeName(std::size_t nameEnd, bool isField)
    {
        if (!isField && nameEnd < end_)
            return;  // a number, an id, a quoted text
        out_.what = Completion::What::Fields;
        span(start_, nameEnd);
        const std::string typed = lowerCase(out_.typed);
        const auto offer = [&](std::string_view field) {
            if (field.starts_with(typed))
                out_.suggestions.push_back(
                    {std::string(field) + (isField ? "" : ":"), "field." + std::string(field)});
        };
        for (const Field field : fieldsOf(list_))
            offer(name(field));
        offer(Older);
        if (!out_.suggestions.empty())
            return;
        if (const std::string_view nearest = nearestField(typed); isField && !nearest.empty())
            out_.suggestions.push_back({std::string(nearest), "field." + std::string(nearest)});
        else if (!isField)
            out_.what = Completion::What::Nothing;  // a word
    }

    void completeValue(std::string_view field, std::size_t at)
    {
        const bool older = lowerCase(field) == Older;
        const auto known = older ? Field::Age : fieldOf(field);
        if (!known)
            return;
        out_.what = Completion::What::Values;
        out_.field = *known;
        out_.counted = isCounted(list_, *known);
        takePiece(at);
        if (kindOf(*known) == Kind::Word)
            return offerWords(*known);
        // An operator that is there already is not written again.
        const bool sign = at > 0 && text_[at - 1] != ':';
        for (Suggestion& measure : measuresOf(*known)) {
            if ((sign || older) && (measure.text.front() == '<' || measure.text.front() == '>'))
                measure.text.erase(0, 1);
            const bool twice = std::any_of(out_.suggestions.begin(), out_.suggestions.end(),
                                           [&](const Suggestion& s) { return s.text == measure.text; });
            if (!twice && measure.text.starts_with(out_.typed))
                out_.suggestions.push_back(std::move(measure));
        }
    }

    /// The one of `a,"b c",d` that the cursor is in.
    void takePiece(std::size_t at)
    {
        std::size_t first = at;
        std::size_t last = end_;
        bool quoted = false;
        for (; at < end_; ++at) {
            if (text_[at] == '\\' && quoted)
                ++at;
            else if (text_[at] == '"')
                quoted = !quoted;
            else if (text_[at] == ',' && !quoted) {
                if (at >= cursor_) {
                    last = at;
                    break;
                }
                first = at + 1;
            }
        }
        if (out_.field == Field::Sort && first < cursor_ && text_[first] == '-')
            ++first;
        span(first, last);
        if (out_.typed.starts_with('"'))
            out_.typed.erase(0, 1);
    }

    void offerWords(Field field)
    {
        std::string typed = lowerCase(out_.typed);
        std::replace(typed.begin(), typed.end(), '-', '_');
        const auto words = wordsOf(list_, field);
        const auto offer = [&](std::string_view word) {
            out_.suggestions.push_back(
                {std::string(word), std::string(name(field)) + '.' + std::string(word)});
        };
        for (const std::string_view word : words)
            if (word.starts_with(typed))
                offer(word);
        const std::string_view nearest =
            out_.suggestions.empty() ? nearestWord(field, typed) : std::string_view();
        if (std::find(words.begin(), words.end(), nearest) != words.end())
            offer(nearest);
    }

    std::string_view text_;
    std::size_t cursor_;
    Searched list_;
    std::size_t start_ = 0;
    std::size_t end_ = 0;
    Completion out_;
};

}  // namespace

std::span<const Field> fieldsOf(Searched list) noexcept
{
    if (list == Searched::Orders)
        return OrderFields;
    return ExceptionFields;
}

std::vector<std::string_view> wordsOf(Searched list, Field field)
{
    const bool orders = list == Searched::Orders;
    std::vector<std::string_view> words;
    switch (field) {
    case Field::Is: orders ? addWords(words, OrderIs) : addWords(words, ExceptionIs); break;
    case Field::Sort: addNames<SortWord>(words); break;
    case Field::Stage: addNames<Stage>(words); break;
    case Field::State: orders ? addNames<OrderStatus>(words) : addNames<ExceptionState>(words); break;
    case Field::Cat: addNames<ExceptionKind>(words); break;
    case Field::Class: addNames<FailureClass>(words, 1); break;  // not `none`
    case Field::Lane: addNames<Lane>(words); break;
    case Field::Priority: addNames<Priority>(words); break;
    default: break;
    }
    return words;
}

Completion complete(std::string_view text, std::size_t cursor, Searched list)
{
    return Cursor(text, cursor, list).run();
}

}  // namespace holdpoint::search
