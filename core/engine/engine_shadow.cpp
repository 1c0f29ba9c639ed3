// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/json_explain.h"
#include "core/engine/whole_entity.h"

#include <simdjson.h>

#include <algorithm>

/// The shadow of this engine: a difference for each order, one document of rules, a page for each day.
namespace holdpoint::engine {
namespace {

constexpr std::string_view ShadowSpace = "shadow";
constexpr std::string_view TheRules = "rules";
constexpr std::size_t DifferencesAPage = 512;
constexpr std::size_t PagesAgain = 16;
constexpr std::size_t ClustersAPage = 200;
constexpr Milliseconds Day{86'400'000};

std::string dayKey(std::int64_t day, std::uint32_t version)
{
    return "day/" + std::to_string(day) + "/" + std::to_string(version);
}

/// Reads steps into the book.
class BookSteps final : public StepSink {
public:
    BookSteps(flow::ShadowBook& book, const Dictionary& names) : book_(book), names_(names) {}
    void step(const Step& step) override
    {
        auto body = decodeStep(step.body);
        if (!body) {
            error = body.error();
            return;
        }
        if (step.entity.kind() == EntityKind::Document)
            book_.document(*body, step.seq, names_);
        else
            book_.difference(step.entity, *body, step.previous == 0);
    }
    Result<> error;

private:
    flow::ShadowBook& book_;
    const Dictionary& names_;
};

/// The text of a command as a flat JSON object.
class Words {
public:
    /// Errors: InvalidArgument.
    Result<> read(std::string_view text)
    {
        if (parser_.parse(text.data(), text.size()).get(root_) != simdjson::SUCCESS)
            return Error{Code::InvalidArgument, "the text is not a JSON object"};
        return {};
    }
    [[nodiscard]] std::string text(std::string_view member) const
    {
        std::string_view value;
        return root_[member].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
    }
    [[nodiscard]] std::int64_t number(std::string_view member, std::int64_t otherwise) const
    {
        std::int64_t value = 0;
        return root_[member].get(value) == simdjson::SUCCESS ? value : otherwise;
    }
    /// `expires` as a time, or `days` from now; Never: neither is there. Errors: InvalidArgument.
    [[nodiscard]] Result<Instant> expiry(Instant now) const
    {
        if (const std::int64_t days = number("days", 0); days > 0)
            return now + days * Day;
        const std::string at = text("expires");
        if (at.empty())
            return Never;
        const auto read = parseInstant(at);
        return read ? Result<Instant>(*read)
                    : Result<Instant>(Error{Code::InvalidArgument, "expires: " + at});
    }
    /// Members of an object, as `from=to` lines.
    [[nodiscard]] std::string table(std::string_view member) const
    {
        simdjson::dom::object object;
        std::string lines;
        if (root_[member].get(object) != simdjson::SUCCESS)
            return lines;
        for (const auto [from, value] : object)
            if (std::string_view to; value.get(to) == simdjson::SUCCESS)
                lines += std::string(from) + "=" + std::string(to) + "\n";
        return lines;
    }

private:
    simdjson::dom::parser parser_;
    simdjson::dom::element root_;
};

std::string commaText(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ",") + part;
    return text;
}

}  // namespace

Result<Slot<flow::ShadowRules>*> Engine::theShadow()
{
    const auto known = lookUp(names_.intern<NameKind::Producer>(ShadowSpace), TheRules);
    if (!known)
        return known.error();
    if (known->isNone())
        return static_cast<Slot<flow::ShadowRules>*>(nullptr);
    return entities_.shadowRules(lease_, *known);
}

// `first`: the order with which the shadow begins; a restart reads from there.
Result<Slot<flow::ShadowRules>*> Engine::makeShadow(EntityId first)
{
    const auto known = theShadow();
    if (!known || *known != nullptr)
        return known;
    const EntityId id{++serial_, 0, EntityKind::Document};
    newKey(names_.intern<NameKind::Producer>(ShadowSpace), TheRules, id);
    Slot<flow::ShadowRules>& slot = entities_.newShadowRules(id, frame_.now());
    Change change;
    std::swap(change, change_);  // what is being decided goes on afterwards
    beginChange();
    change_.step.input = InputKind::Internal;
    change_.step.facts.push_back({0, frame_.now(), DayClosed{Never, first.serial(), {}, {}}});
    keepShadow(slot, 0);
    std::swap(change, change_);
    return &slot;
}

Result<> Engine::restoreShadow()
{
    shadow_ = {};
    mirroring_ = pairing_ = false;
    const auto rollout = theRollout();
    if (!rollout)
        return rollout.error();
    if (*rollout != nullptr)
        followRollout((*rollout)->entity);
    const auto rules = lookUp(names_.intern<NameKind::Producer>(ShadowSpace), TheRules);
    if (!rules)
        return rules.error();
    if (rules->isNone())
        return {};
    BookSteps sink(shadow_, names_);
    const EntityId ids[] = {*rules};
    if (auto read = world_.store.load(lease_, ids, sink); !read)
        return read;
    if (!sink.error)
        return sink.error;
    if (auto read = restorePages(); !read)
        return read;
    return shadow_.firstSerial() ? restoreDifferences(*shadow_.firstSerial()) : Result<>();
}

// The pages themselves are documents of their own: the rules know of which days there are any.
Result<> Engine::restorePages()
{
    const ProducerName space = names_.intern<NameKind::Producer>(ShadowSpace);
    std::vector<std::pair<std::int64_t, std::uint32_t>> pages;
    for (const auto& [day, sealed] : shadow_.sealed())
        pages.emplace_back(day, sealed.version);
    if (pages.size() > PagesAgain)
        pages.erase(pages.begin(), pages.end() - PagesAgain);
    BookSteps sink(shadow_, names_);
    for (const auto& [day, version] : pages) {
        const auto page = lookUp(space, dayKey(day, version));
        if (!page)
            return page.error();
        const EntityId ids[] = {*page};
        if (auto read = world_.store.load(lease_, ids, sink); !read)
            return read;
    }
    return sink.error;
}

Result<> Engine::restoreDifferences(std::uint64_t firstSerial)
{
    BookSteps sink(shadow_, names_);
    for (EntityId after = EntityId::fromValue((firstSerial << 16) - 1);;) {
        const auto page = world_.store.entities(lease_, EntityKind::Difference, after, DifferencesAPage);
        if (!page)
            return page.error();
        if (auto read = world_.store.load(lease_, *page, sink); !read)
            return read;
        if (!sink.error || page->size() < DifferencesAPage)
            break;
        after = page->back();
    }
    shadow_.settle();
    return sink.error;
}

// What a change of the rollout means for orders that come: asked for every one, so it is kept.
void Engine::followRollout(const flow::Rollout& rollout)
{
    const rollout::ControlState& control = rollout.control;
    mirroring_ = control.mirroring;
    pairing_ = false;
    const auto step = static_cast<std::size_t>(std::max(control.step, 0));
    if (!rollout.plan || step == 0 || step > rollout.plan->steps.size())
        return;
    const rollout::RolloutStep& now = rollout.plan->steps[step - 1];
    shadowPhase_ = now.phase == Phase::Parallel ? Phase::Parallel : Phase::Shadow;
    pairing_ =
        control.live && std::any_of(now.gates.begin(), now.gates.end(), [](const rollout::GatePlan& gate) {
            return gate.baseline == rollout::Baseline::PairedShadow;
        });
}

template <typename Act>
Result<> Engine::onDifference(EntityId order, Act act)
{
    const EntityId id = order.with(EntityKind::Difference);
    const auto found = entities_.difference(lease_, id);
    if (!found)
        return found.error();
    const auto rules = makeShadow(order);
    if (!rules)
        return rules.error();
    Slot<flow::Difference>& slot = *found ? **found : entities_.newDifference(id, frame_.now());
    const Seq before = slot.entity.head;
    beginChange();
    act(slot.entity, flow::ShadowTurn{(*rules)->entity, names_, frame_.now(), frame_.nextSeq()});
    if (change_.keep)
        keepShadow(slot, before);
    return {};
}

Result<> Engine::deliverOne(const SideDecided& m)
{
    return onDifference(m.order, [&](flow::Difference& difference, const flow::ShadowTurn& turn) {
        flow::sideDecided(difference, m, turn, change_);
    });
}

Result<> Engine::deliverOne(const CallEscaped& m)
{
    return onDifference(m.order, [&](flow::Difference& difference, const flow::ShadowTurn& turn) {
        flow::callEscaped(difference, m, turn, change_);
    });
}

Result<> Engine::differenceDue(EntityId id)
{
    return onDifference(id.with(EntityKind::Order),
                        [&](flow::Difference& difference, const flow::ShadowTurn& turn) {
                            flow::differenceDue(difference, turn, change_);
                        });
}

void Engine::keepShadow(Slot<flow::Difference>& slot, Seq before)
{
    shadow_.difference(slot.entity.id, change_.step, before == 0);
    keep(slot, before);
}

// The rules as the book has them and as the entity does are one fold of the same steps.
void Engine::keepShadow(Slot<flow::ShadowRules>& slot, Seq before)
{
    const Seq seq = frame_.nextSeq();
    flow::applyStep(slot.entity, change_.step, seq, names_);
    shadow_.document(change_.step, seq, names_);
    keep(slot, before);
}

// By construction only a live order has a way out. Should that ever fail, the call stays here and is counted.
void Engine::stopLeaks(const Order& order)
{
    if (order.lane == Lane::Live)
        return;
    for (const EffectRequest& request : change_.planned)
        change_.messages.push_back(CallEscaped{order.id, CallLeaked{request.ref.operation, request.vendor}});
    change_.planned.clear();
}

Result<> Engine::actOnShadow(const CommandInput& c)
{
    auto fact = c.what == "judge_difference" ? verdictOf(c) : normalRuleOf(c);
    if (!fact)
        return fact.error();
    const auto rules = makeShadow(EntityId{serial_ + 1, 0, EntityKind::Order});
    if (!rules)
        return Error{Code::Corrupt, rules.error().detail};
    Slot<flow::ShadowRules>& slot = **rules;
    const Seq before = slot.entity.head;
    beginChange();
    change_.step.input = InputKind::Command;
    change_.step.source = c.key;
    change_.step.facts.push_back({0, frame_.now(), std::move(*fact)});
    keepShadow(slot, before);
    return {};
}

Result<FactBody> Engine::verdictOf(const CommandInput& c)
{
    Words words;
    if (auto read = words.read(c.text); !read)
        return read.error();
    const auto verdict = fromName<DifferenceVerdict>(c.argument);
    if (!verdict)
        return Error{Code::InvalidArgument, "no verdict is called " + c.argument};
    const auto expires = words.expiry(frame_.now());
    if (!expires)
        return expires.error();
    shadow::VerdictRule rule;
    rule.signature = words.text("signature");
    rule.id = words.text("rule");
    if (rule.id.empty())
        rule.id = "V-" + std::to_string(hash64(rule.signature) % 1'000'000);
    rule.verdict = *verdict;
    rule.owner = words.text("owner").empty() ? c.actor : words.text("owner");
    rule.reason = words.text("reason").empty() ? c.reason : words.text("reason");
    rule.signedByCommerce = c.role == Role::CommerceManager;
    rule.expires = *expires;
    rule.ceiling = words.number("ceiling", 0);
    const bool withdrawn =
        *verdict == DifferenceVerdict::Unjudged && !rule.reason.empty() && !rule.signature.empty();
    if (!withdrawn)
        if (auto may = shadow::check(rule, c.role, frame_.now()); !may)
            return may.error();
    const auto cause = fromName<DiscrepancyCause>(words.text("cause"));
    return FactBody(
        VerdictRuled{rule.id, rule.signature, rule.verdict, cause.value_or(DiscrepancyCause::Unclassified),
                     names_.intern<NameKind::Actor>(c.actor), rule.signedByCommerce, rule.reason,
                     rule.expires, static_cast<std::uint64_t>(std::max<std::int64_t>(rule.ceiling, 0))});
}

Result<FactBody> Engine::normalRuleOf(const CommandInput& c)
{
    Words words;
    if (auto read = words.read(c.text); !read)
        return read.error();
    const std::string how = words.text("how"), id = words.text("rule");
    const std::string reason = words.text("reason").empty() ? c.reason : words.text("reason");
    const bool explains = how == "intended" || how == "counterpart" || how == "tolerance";
    if (!explains && !fromName<shadow::RuleKind>(how))
        return Error{Code::InvalidArgument, "no rule is called " + how};
    const auto expires = words.expiry(frame_.now());
    if (!expires)
        return expires.error();
    if (id.empty() || reason.empty() || *expires == Never || *expires <= frame_.now())
        return Error{Code::InvalidArgument, "a rule has an id, a reason and a time at which it ends"};
    const std::string path = words.text("path");
    if (path.empty() && how != "intended" && how != "counterpart")
        return Error{Code::InvalidArgument, "a rule says on which path it works"};
    const std::int64_t tolerance = words.number(how == "tolerance" ? "tolerance" : "tolerance_ms", 2'000);
    return FactBody(NormalRuleSet{id, names_.intern<NameKind::Code>(how), path,
                                  names_.intern<NameKind::Actor>(c.actor), reason, *expires, tolerance,
                                  words.table("table")});
}

// The page of a day is made when it is over, by itself; that of the day before again, if what was said since changes it.
Result<> Engine::sealDays()
{
    while (const auto day = shadow_.unsealed(frame_.now())) {
        if (const auto before = shadow_.sealed().find(*day - 1);
            before != shadow_.sealed().end() && shadow_.days().contains(*day - 1) &&
            shadow_.isRevised(*day - 1, frame_.now(), shadowPhase_))
            if (auto sealed = sealDay(*day - 1); !sealed)
                return sealed;
        if (auto sealed = sealDay(*day); !sealed)
            return sealed;
    }
    return {};
}

Result<> Engine::sealDay(std::int64_t day)
{
    const auto rules = theShadow();
    if (!rules)
        return rules.error();
    const flow::SealedDay page = shadow_.page(day, frame_.now(), shadowPhase_);
    StepBody step;
    step.input = InputKind::Internal;
    step.at = frame_.now();
    const std::string key = dayKey(day, page.version);
    const EntityId id = newId(key, EntityKind::Document);
    newKey(names_.intern<NameKind::Producer>(ShadowSpace), key, id);
    DayClosed closed{page.day, page.firstSerial, commaText(page.lacks), page.clusters};
    closed.clusters.resize(std::min(closed.clusters.size(), ClustersAPage));
    step.facts.push_back({0, step.at,
                          ReportSealed{names_.intern<NameKind::Code>("shadow_day"), page.version, page.day,
                                       page.text, sha256(page.text)}});
    step.facts.push_back({0, step.at, closed});
    const Seq seq = writeWhole(frame_, id, step);
    shadow_.document(step, seq, names_);
    Slot<flow::ShadowRules>& slot = **rules;
    const Seq before = slot.entity.head;
    beginChange();
    change_.step.input = InputKind::Internal;
    closed.clusters.clear();
    closed.version = page.version;
    change_.step.facts.push_back({0, frame_.now(), std::move(closed)});
    keepShadow(slot, before);
    return {};
}

}  // namespace holdpoint::engine
