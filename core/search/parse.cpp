// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/parse.h"

#include "core/search/term_reader.h"

#include <algorithm>

namespace holdpoint::search {
namespace {

using ReadNode = tl::expected<Node, ParseError>;

Node join(Node::Kind kind, std::vector<Node> children)
{
    if (children.size() == 1)
        return std::move(children.front());
    Node node;
    node.kind = kind;
    for (Node& child : children) {
        const bool same = child.kind == kind && !child.children.empty();
        if (!same) {
            node.children.push_back(std::move(child));
            continue;
        }
        std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
    }
    return node;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    tl::expected<Query, ParseError> run()
    {
        if (text_.size() > LongestQuery)
            return wrong(Fault::TooLong, LongestQuery, text_.size() - LongestQuery, "the query is too long");
        Query query;
        if (skip() == text_.size())
            return query;
        auto root = alternatives(0);
        if (!root)
            return tl::make_unexpected(root.error());
        if (skip() < text_.size())  // only a ) ends a query early
            return wrong(Fault::StrayParenthesis, at_, 1, "nothing is open here");
        query.root = std::move(*root);
        if (auto fault = takeSort(query))
            return tl::make_unexpected(*fault);
        return query;
    }

private:
    ReadNode alternatives(int depth)
    {
        std::vector<Node> all;
        for (;;) {
            auto next = conjunction(depth);
            if (!next)
                return next;
            all.push_back(std::move(*next));
            if (!keyword("OR"))
                return join(Node::Kind::Or, std::move(all));
        }
    }

    ReadNode conjunction(int depth)
    {
        std::vector<Node> all;
        for (;;) {
            auto next = negation(depth);
            if (!next)
                return next;
            all.push_back(std::move(*next));
            if (keyword("AND"))
                continue;
            if (skip() == text_.size() || text_[at_] == ')' || isKeyword("OR"))
                return join(Node::Kind::And, std::move(all));
        }
    }

    ReadNode negation(int depth)
    {
        skip();
        const std::size_t start = at_;
        const bool minus = at_ < text_.size() && text_[at_] == '-';
        if (minus)
            ++at_;
        const bool negated = minus || keyword("NOT");
        if (minus && (at_ == text_.size() || isSpace(text_[at_]) || text_[at_] == '-'))
            return wrong(Fault::MissingTerm, start, at_ - start, "nothing follows the minus");
        auto node = atom(depth);
        if (!node || !negated)
            return node;
        Node outer;
        outer.kind = Node::Kind::Not;
        outer.children.push_back(std::move(*node));
        return outer;
    }

    ReadNode atom(int depth)
    {
        if (skip() == text_.size() || text_[at_] == ')')
            return missing();
        if (text_[at_] == '(')
            return group(depth);
        if (isKeyword("OR") || isKeyword("AND") || isKeyword("NOT") || text_[at_] == '-')
            return missing();
        auto read = readTerm(text_, at_);
        if (!read)
            return tl::make_unexpected(read.error());
        last_ = {at_, read->end - at_};
        at_ = read->end;
        Node node;
        node.kind = Node::Kind::Term;
        node.term = std::move(read->term);
        return node;
    }

    ReadNode group(int depth)
    {
        const std::size_t open = at_++;
        if (depth >= DeepestQuery)
            return wrong(Fault::TooDeep, open, 1, "too many parentheses");
        last_ = {open, 1};
        auto inner = alternatives(depth + 1);
        if (!inner)
            return inner;
        if (skip() == text_.size())
            return wrong(Fault::UnclosedParenthesis, open, 1, "this parenthesis has no end");
        last_ = {at_++, 1};
        return inner;
    }

    /// The fault lies with what asked for a term: the word before, or what stands here.
    ReadNode missing() const
    {
        if (at_ < text_.size() && text_[at_] == ')' && last_.length == 0)
            return wrong(Fault::StrayParenthesis, at_, 1, "nothing is open here");
        return wrong(Fault::MissingTerm, last_.length ? last_.at : at_,
                     last_.length ? last_.length : wordLength(), "a term is missing");
    }

    std::size_t skip()
    {
        while (at_ < text_.size() && isSpace(text_[at_]))
            ++at_;
        return at_;
    }
    [[nodiscard]] bool isKeyword(std::string_view word) const
    {
        const std::size_t end = at_ + word.size();
        return text_.substr(at_).starts_with(word) && (end == text_.size() || endsWord(text_[end]));
    }
    bool keyword(std::string_view word)
    {
        skip();
        if (!isKeyword(word))
            return false;
        last_ = {at_, word.size()};
        at_ += word.size();
        return true;
    }
    [[nodiscard]] std::size_t wordLength() const
    {
        std::size_t end = at_;
        while (end < text_.size() && !endsWord(text_[end]))
            ++end;
        return std::max<std::size_t>(end - at_, at_ < text_.size() ? 1 : 0);
    }

    static const Term* sortIn(const Node& node)
    {
        if (node.kind == Node::Kind::Term)
            return node.term.field == Field::Sort ? &node.term : nullptr;
        for (const Node& child : node.children)
            if (const Term* found = sortIn(child))
                return found;
        return nullptr;
    }

    /// `sort:` says nothing about a row: it leaves the tree. Only what all rows share may say it.
    static std::optional<ParseError> takeSort(Query& query)
    {
        if (query.root.kind != Node::Kind::And) {
            Node all;
            all.children.push_back(std::move(query.root));
            query.root = std::move(all);
        }
        std::erase_if(query.root.children, [&](const Node& node) {
            if (node.kind != Node::Kind::Term || node.term.field != Field::Sort)
                return false;
            for (const Value& value : node.term.values)
                query.sort.push_back(
                    {fromName<SortWord>(value.text).value_or(SortWord::Id), node.term.descending});
            return true;
        });
        if (const Term* inside = sortIn(query.root))
            return ParseError{Fault::SortInside, inside->at, inside->length, "sort stands alone", {}};
        if (query.root.children.size() == 1) {
            Node only = std::move(query.root.children.front());
            query.root = std::move(only);
        }
        return {};
    }

    struct Span {
        std::size_t at = 0;
        std::size_t length = 0;
    };
    std::string_view text_;
    std::size_t at_ = 0;
    Span last_;
};

}  // namespace

tl::expected<Query, ParseError> parse(std::string_view text) { return Parser(text).run(); }

}  // namespace holdpoint::search
