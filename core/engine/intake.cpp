// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/intake.h"

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/engine/envelope.h"
#include "core/engine/field_reader.h"
#include "core/engine/json_explain.h"
#include "core/engine/json_walk.h"

#include <cstring>
#include <vector>

namespace holdpoint::engine {
namespace {

constexpr std::size_t UsualBytes =
    65'536;  // a larger input gets a parser of its own, so that no memory stays

/// A parser and the padded copy of the input it reads.
struct Reader {
    simdjson::dom::parser parser;
    std::vector<char> bytes;

    explicit Reader(std::size_t capacity) : bytes(capacity + simdjson::SIMDJSON_PADDING)
    {
        HP_CHECK(parser.allocate(capacity, IntakeLimits::depth + 1) == simdjson::SUCCESS);
    }
    simdjson::simdjson_result<simdjson::dom::element> parse(std::string_view text)
    {
        std::memcpy(bytes.data(), text.data(), text.size());
        std::memset(bytes.data() + text.size(), ' ', simdjson::SIMDJSON_PADDING);
        return parser.parse(bytes.data(), text.size(), false);
    }
};

/// Of type, space, subject, time and data: two events of one id with the same content are one event sent twice.
std::uint64_t contentOf(const Envelope& event, std::uint64_t data)
{
    std::string head;
    head.reserve(128);
    for (const std::string_view part : {event.type, event.space(), event.subject})
        head.append(part).push_back('\n');  // no name holds a control character
    if (event.hasTime)
        head += std::to_string(event.at.ms);
    return hash64(head) ^ data * 3;
}

}  // namespace

struct Intake::Parts {
    Dictionary& names;
    Reader usual{UsualBytes};
    JsonWalk walk;
    Draft draft;

    explicit Parts(Dictionary& dictionary) : names(dictionary) {}

    Intaken take(std::string_view bytes, Reader& reader)
    {
        simdjson::dom::element document;
        if (const auto error = reader.parse(bytes).get(document)) {
            JsonFault fault = explainJson(bytes, simdjson::error_message(error));
            return refuse(bytes, std::move(fault.breach), std::move(fault.source), std::move(fault.id));
        }
        simdjson::dom::object object;
        if (document.get(object) != simdjson::SUCCESS)
            return refuse(bytes, {IntakeRule::NotAnObject, {}, "an object", describe(document)});
        Envelope envelope;
        auto breach = readEnvelope(object, envelope);
        if (const Breach* broken =
                walk.check(document))  // before all else: what is read twice cannot be trusted
            breach = *broken;
        if (!breach)
            breach = readData(envelope);
        if (breach) {
            auto refused =
                refuse(bytes, std::move(*breach), std::string(envelope.source), std::string(envelope.id));
            if (envelope.known != nullptr)
                refused.type = envelope.type;
            return refused;
        }
        return build(envelope);
    }

    std::optional<Breach> readData(const Envelope& envelope)
    {
        draft.id = envelope.id;
        draft.subject = envelope.subject;
        if (auto breach = FieldReader(draft).read(envelope.data, envelope.known->fields))
            return breach;
        return envelope.known->check ? envelope.known->check(draft) : std::nullopt;
    }

    Event build(const Envelope& envelope)
    {
        Event event;
        event.producer = names.intern<NameKind::Producer>(envelope.source);
        event.id = envelope.id;
        event.type = envelope.type;
        event.cls = envelope.known->cls;
        event.sourceTime = envelope.at;
        event.hasSourceTime = envelope.hasTime;
        event.correlation = envelope.correlation;
        event.hasCorrelation = envelope.hasCorrelation;
        event.target = envelope.known->target;
        event.subject = {names.intern<NameKind::Producer>(envelope.space()), std::string(envelope.subject)};
        event.content = contentOf(envelope, walk.dataHash());
        envelope.known->build(draft, names, event);
        return event;
    }

    RefusedInput refuse(std::string_view bytes, Breach breach, std::string producer = {}, std::string id = {})
    {
        return {names.intern<NameKind::Code>(name(breach.rule)),
                std::move(producer),
                std::move(id),
                std::move(breach.pointer),
                "expected " + breach.expected + ", got " + breach.got,
                std::string(bytes.substr(0, IntakeLimits::text)),
                {}};
    }
};

Intake::Intake(Dictionary& names) : parts_(std::make_unique<Parts>(names)) {}
Intake::~Intake() = default;

Intaken Intake::parse(std::string_view bytes)
{
    if (bytes.size() > IntakeLimits::bytes)
        return parts_->refuse(bytes, {IntakeRule::TooLarge,
                                      {},
                                      "at most " + std::to_string(IntakeLimits::bytes) + " bytes",
                                      std::to_string(bytes.size()) + " bytes"});
    if (bytes.size() <= UsualBytes)
        return parts_->take(bytes, parts_->usual);
    Reader large(bytes.size());
    return parts_->take(bytes, large);
}

}  // namespace holdpoint::engine
