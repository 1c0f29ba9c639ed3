// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/known_ids.h"

#include "core/views/find.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

using search::Field;
using search::Op;
using search::Value;

constexpr int MostLookUps = 16;

Value valueOf(EntityId order)
{
    Value value;
    value.text = order.text();
    return value;
}

class Resolver {
public:
    Resolver(store::StoreReader& reader, const Dictionary& names) : reader_(reader), names_(names) {}

    Result<> resolve(search::Node& node)
    {
        for (search::Node& child : node.children)
            if (auto resolved = resolve(child); !resolved)
                return resolved;
        if (node.kind != search::Node::Kind::Term || (node.term.op != Op::Is && node.term.op != Op::Equal))
            return {};
        switch (node.term.field) {
        case Field::Order: return numbers(node.term);
        case Field::Corr:
        case Field::Key: return ids(node.term);
        case Field::Any: return word(node);
        default: return {};
        }
    }

private:
    /// Orders that have the text as an id of theirs; of `order:` as their number.
    Result<> look(const Value& value, bool numberOnly, std::vector<Value>& out)
    {
        if (value.form != Value::Form::Text || ++lookUps_ > MostLookUps)
            return {};
        std::vector<EntityId> found;
        if (numberOnly) {
            auto ids = reader_.byText(value.text);
            if (!ids)
                return ids.error();
            found = std::move(*ids);
        } else {
            const auto all = find(reader_, names_, value.text);
            if (!all)
                return all.error();
            for (const session::Found& one : *all)
                found.push_back(one.entity);
        }
        for (const EntityId id : found)
            if (id.kind() == EntityKind::Order)
                out.push_back(valueOf(id));
        return {};
    }

    Result<> numbers(search::Term& term)
    {
        std::vector<Value> known;
        for (const Value& value : term.values)
            if (!EntityId::parse(value.text))
                if (auto looked = look(value, true, known); !looked)
                    return looked;
        term.values.insert(term.values.end(), known.begin(), known.end());
        return {};
    }

    Result<> ids(search::Term& term)
    {
        std::vector<Value> known;
        for (const Value& value : term.values)
            if (auto looked = look(value, false, known); !looked)
                return looked;
        if (known.empty())
            return {};
        term.field = Field::Order;
        term.values = std::move(known);
        return {};
    }

    Result<> word(search::Node& node)
    {
        const std::string& text = node.term.values.front().text;
        if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        std::vector<Value> known;
        if (auto looked = look(node.term.values.front(), false, known); !looked || known.empty())
            return looked;
        search::Node order;
        order.kind = search::Node::Kind::Term;
        order.term.field = Field::Order;
        order.term.values = std::move(known);
        search::Node either;
        either.kind = search::Node::Kind::Or;
        either.children = {std::move(node), std::move(order)};
        node = std::move(either);
        return {};
    }

    store::StoreReader& reader_;
    const Dictionary& names_;
    int lookUps_ = 0;
};

}  // namespace

Result<> resolveIds(store::StoreReader& reader, const Dictionary& names, search::Node& query)
{
    return Resolver(reader, names).resolve(query);
}

}  // namespace holdpoint::views
