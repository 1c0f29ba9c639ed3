// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/find.h"

#include "core/delivery/effect_key.h"
#include "core/search/field.h"
#include "core/views/steps.h"

#include <algorithm>
#include <cctype>

namespace holdpoint::views {
namespace {

using session::Found;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view Space = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(Space);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(Space) - first + 1);
}

bool hasTracking(const Fact& fact, std::string_view text)
{
    return std::visit(
        [&](const auto& body) {
            if constexpr (requires { body.tracking; })
                return body.tracking == text;
            else
                return false;
        },
        fact.body);
}

bool hasReference(const Fact& fact, std::string_view text)
{
    const auto* answered = std::get_if<Answered>(&fact.body);
    return answered != nullptr && answered->reference == text;
}

/// What tells most about an entity comes first: its own name, then what only it can have, then what it shares.
std::size_t rankOf(std::string_view field)
{
    constexpr std::string_view Ranks[] = {"id",        "order", "key",        "tracking",
                                          "reference", "event", "correlation"};
    const auto* const found = std::find(std::begin(Ranks), std::end(Ranks), field);
    return found == std::end(Ranks) ? 1 : static_cast<std::size_t>(found - std::begin(Ranks));
}

/// Which fields of an entity's steps hold the text.
std::vector<std::string> fieldsWith(const std::vector<ReadStep>& steps, std::string_view text,
                                    std::string_view lower)
{
    bool event = false, tracking = false, reference = false, correlation = false;
    for (const ReadStep& step : steps) {
        event = event || (step.body.input == InputKind::Event && step.body.source == text);
        correlation =
            correlation || (step.body.correlation != Correlation{} && toHex(step.body.correlation) == lower);
        for (const Fact& fact : step.body.facts) {
            tracking = tracking || hasTracking(fact, text);
            reference = reference || hasReference(fact, text);
        }
    }
    std::vector<std::string> fields;
    for (const auto& [is, field] : {std::pair(event, "event"), std::pair(correlation, "correlation"),
                                    std::pair(tracking, "tracking"), std::pair(reference, "reference")})
        if (is)
            fields.emplace_back(field);
    return fields;
}

/// Digits of a trace id that is not whole.
bool isTracePrefix(std::string_view text)
{
    constexpr std::size_t Whole = 2 * sizeof(Correlation);
    return text.size() >= session::TracePrefix && text.size() < Whole &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

/// The entities of steps whose trace id begins so, the newest last.
class TraceSink final : public engine::StepSink {
public:
    explicit TraceSink(std::string_view prefix) : prefix_(prefix) {}
    void step(const engine::Step& step) override
    {
        if (error)
            take(step);
    }
    Result<> error;
    std::vector<EntityId> entities;

private:
    void take(const engine::Step& step)
    {
        const auto body = decodeStep(step.body);
        if (!body)
            error = body.error();
        else if (body->correlation != Correlation{} && toHex(body->correlation).starts_with(prefix_) &&
                 std::find(entities.begin(), entities.end(), step.entity) == entities.end())
            entities.push_back(step.entity);
    }
    std::string_view prefix_;
};

class Finder {
public:
    Finder(store::StoreReader& reader, const Dictionary& names, std::string_view text)
        : reader_(reader), names_(names), text_(trimmed(text))
    {}

    Result<std::vector<Found>> run()
    {
        if (text_.empty())
            return found_;
        constexpr Result<> (Finder::*Ways[])() = {&Finder::byId, &Finder::byNumber, &Finder::byKey,
                                                  &Finder::byEntries, &Finder::byTracePrefix};
        for (const auto way : Ways)
            if (auto looked = (this->*way)(); !looked)
                return looked.error();
        return std::move(found_);
    }

private:
    Result<> byId()
    {
        const auto id = EntityId::parse(text_);
        if (!id)
            return {};
        const auto row = reader_.entity(*id);
        if (row)
            return add(*id, "id");
        return row.error().code == Code::NotFound ? Result<>{} : Result<>{row.error()};
    }

    Result<> byNumber()
    {
        std::string_view number = text_;
        if (number.size() > 1 && number.starts_with('#'))
            number.remove_prefix(1);
        const auto ids = reader_.byText(number);
        if (!ids)
            return ids.error();
        for (const EntityId id : *ids)
            if (auto added = add(id, search::lowerCase(name(id.kind()))); !added)
                return added;
        return {};
    }

    Result<> byKey()
    {
        const auto key = delivery::parseKey(text_);
        if (!key)
            return {};
        const auto ids = reader_.byText(key->order);
        if (!ids)
            return ids.error();
        for (const EntityId id : *ids) {
            if (id.kind() != EntityKind::Order)
                continue;
            std::vector<ReadStep> steps;
            if (auto read = readSteps(reader_, id, steps); !read)
                return read;
            const auto order = foldOrder(id, steps);
            if (!order)
                return order.error();
            if (order->effect(key->ref) != nullptr)
                addOnce(id, "key", order->header.number);
        }
        return {};
    }

    Result<> byEntries()
    {
        const std::string lower = search::lowerCase(text_);
        if (auto looked = byEntry(text_, lower); !looked || lower == text_)
            return looked;
        return byEntry(lower, lower);  // trace ids are kept in lower case
    }

    // No index holds beginnings: the newest steps are read, so many and no more.
    Result<> byTracePrefix()
    {
        if (!found_.empty() || !isTracePrefix(text_))
            return {};
        const auto head = reader_.head();
        if (!head)
            return head.error();
        const Seq last = head->lease.lastSeq;
        const std::string lower = search::lowerCase(text_);
        TraceSink sink(lower);
        if (auto read =
                reader_.steps(last > session::TraceSteps ? last - session::TraceSteps + 1 : 1, last, sink);
            !read)
            return read;
        if (!sink.error)
            return sink.error;
        for (auto id = sink.entities.rbegin(); id != sink.entities.rend(); ++id)
            if (auto added = add(*id, "correlation"); !added)
                return added;
        return {};
    }

    Result<> byEntry(std::string_view entry, std::string_view lower)
    {
        const auto ids = reader_.bySearch(entry);
        if (!ids)
            return ids.error();
        for (const EntityId id : *ids) {
            std::vector<ReadStep> steps;
            if (auto read = readSteps(reader_, id, steps); !read)
                return read;
            for (const std::string& field : fieldsWith(steps, text_, lower))
                addOnce(id, field, numberIn(steps));
        }
        return {};
    }

    Result<> add(EntityId id, std::string what)
    {
        std::vector<ReadStep> steps;
        if (id.kind() == EntityKind::Order)
            if (auto read = readSteps(reader_, id, steps); !read)
                return read;
        addOnce(id, std::move(what), numberIn(steps));
        return {};
    }

    static std::string numberIn(const std::vector<ReadStep>& steps)
    {
        for (const ReadStep& step : steps)
            for (const Fact& fact : step.body.facts)
                if (const auto* placed = std::get_if<Placed>(&fact.body))
                    return placed->number;
        return {};
    }

    void addOnce(EntityId id, std::string what, std::string number)
    {
        const auto known =
            std::find_if(found_.begin(), found_.end(), [&](const Found& f) { return f.entity == id; });
        if (known == found_.end())
            found_.push_back({id, std::move(what), std::move(number)});
        else if (rankOf(what) < rankOf(known->what))
            known->what = std::move(what);
    }

    store::StoreReader& reader_;
    const Dictionary& names_;
    std::string_view text_;
    std::vector<Found> found_;
};

}  // namespace

Result<std::vector<Found>> find(store::StoreReader& reader, const Dictionary& names, std::string_view text)
{
    return Finder(reader, names, text).run();
}

}  // namespace holdpoint::views
