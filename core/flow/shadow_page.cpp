// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/shadow_book.h"

#include <charconv>

/// The daily page as JSON, written by hand: its members never change their order.
namespace holdpoint::flow {
namespace {

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out + '"';
}

std::string number(std::optional<double> value)
{
    if (!value)
        return "null";
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, *value, std::chars_format::fixed, 6);
    return {text, end.ptr};
}

class Object {
public:
    Object& put(std::string_view name, std::string value)
    {
        text_ += (text_.empty() ? "" : ",") + quoted(name) + ":" + std::move(value);
        return *this;
    }
    Object& put(std::string_view name, std::int64_t value) { return put(name, std::to_string(value)); }
    [[nodiscard]] std::string take() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

template <typename List, typename Text>
std::string arrayOf(const List& list, Text text)
{
    std::string out;
    for (const auto& one : list)
        out += (out.empty() ? "" : ",") + text(one);
    return "[" + out + "]";
}

std::string texts(const std::vector<std::string>& list) { return arrayOf(list, quoted); }

std::string byPriority(const std::array<std::int64_t, CountOf<Priority>>& counts)
{
    Object object;
    for (std::size_t i = 0; i < counts.size(); ++i)
        object.put(name(static_cast<Priority>(i)), counts[i]);
    return object.take();
}

std::string counted(const std::map<std::string, std::int64_t>& counts)
{
    Object object;
    for (const auto& [id, count] : counts)
        object.put(id, count);
    return object.take();
}

std::string verdicts(const shadow::Cluster& c)
{
    Object object;
    for (std::size_t i = 0; i < c.by.size(); ++i)
        object.put(name(static_cast<DifferenceVerdict>(i)), c.by[i]);
    return object.take();
}

std::string clusterText(const shadow::Cluster& c)
{
    return Object()
        .put("signature", quoted(c.signature))
        .put("count", c.count)
        .put("severity", quoted(name(c.severity)))
        .put("cause", quoted(name(c.cause)))
        .put("verdicts", verdicts(c))
        .put("segments", texts({c.segments.begin(), c.segments.end()}))
        .put("example", quoted(c.example.text()))
        .put("first", quoted(toText(c.first)))
        .put("score", number(c.score))
        .take();
}

std::string tableText(const shadow::DailyReport& r)
{
    return arrayOf(r.table, [](const auto& row) {
        return Object()
            .put("cause", quoted(name(row.first.first)))
            .put("severity", quoted(name(row.first.second)))
            .put("count", row.second.count)
            .put("change", row.second.change)
            .put("money_minor", row.second.moneyMinor)
            .take();
    });
}

}  // namespace

std::string pageText(const shadow::DailyReport& r, Instant day, std::uint32_t version,
                     const std::vector<std::string>& lacks, Phase phase)
{
    return Object()
        .put("report", quoted("shadow_day"))
        .put("day", quoted(toText(day).substr(0, 10)))
        .put("version", version)
        .put("phase", quoted(name(phase)))
        .put("coverage", number(r.coverage))
        .put("mixes_covered", number(r.mixesCovered))
        .put("clean", lacks.empty() ? "true" : "false")
        .put("lacks", texts(lacks))
        .put("orders_compared", r.counts.compared)
        .put("matched", r.counts.matched)
        .put("hidden_only", r.counts.hiddenOnly)
        .put("excused", r.counts.excused)
        .put("not_yet_comparable", r.counts.notYet)
        .put("missing_in_new", r.counts.missingInNew)
        .put("missing_in_legacy", r.counts.missingInLegacy)
        .put("raw_match", number(r.rawMatch))
        .put("adjusted_match", number(r.adjustedMatch))
        .put("adjusted_lower", number(r.adjustedMatch ? std::optional(r.adjustedLower) : std::nullopt))
        .put("open", byPriority(r.open))
        .put("unjudged", byPriority(r.unjudged))
        .put("unclassified", r.unclassified)
        .put("aged_open", r.agedOpen)
        .put("suppressed_calls", r.suppressed)
        .put("leaks", r.leaks)
        .put("self_noise", r.selfNoise)
        .put("table", tableText(r))
        .put("top", arrayOf(r.top, clusterText))
        .put("appeared", texts(r.appeared))
        .put("gone", texts(r.gone))
        .put("hidden_by", counted(r.rulesUsed))
        .put("judged_by", counted(r.verdictsUsed))
        .put("over_ceiling", texts(r.overCeiling))
        .put("blind_segments", texts(r.blindSegments))
        .take();
}

}  // namespace holdpoint::flow
