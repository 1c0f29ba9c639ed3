// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/exception_board.h"

/// Asking the board's columns. For the board.
namespace holdpoint::views {

[[nodiscard]] session::ExceptionRow textsOf(const BoardRow& row, const Dictionary& names);

/// One item as the filter field sees it.
class BoardItem final : public search::Row {
public:
    BoardItem(const ExceptionBoard& board, std::uint32_t place, const BoardViewer& viewer,
              const Dictionary& names)
        : board_(board), place_(place), viewer_(viewer), names_(names)
    {}
    [[nodiscard]] bool anyText(search::Field field, const search::TextTest& test) const override;
    [[nodiscard]] std::optional<std::int64_t> number(search::Field field) const override;
    [[nodiscard]] bool is(search::IsWord word) const override;
    [[nodiscard]] bool has(search::HasWord) const override { return false; }
    [[nodiscard]] bool anyWord(const search::TextTest& test) const override;

private:
    const ExceptionBoard& board_;
    std::uint32_t place_;
    const BoardViewer& viewer_;
    const Dictionary& names_;
};

/// A filter over columns: what depends on an enumeration or on an origin is answered once for each of those and then
/// looked up, so that a million items cost a table look-up a term.
class BoardFilter {
public:
    BoardFilter(const ExceptionBoard& board, const search::Filter& filter, const BoardViewer& viewer,
                const Dictionary& names);
    [[nodiscard]] bool operator()(std::uint32_t place) const { return root_(place); }

private:
    using Test = std::function<bool(std::uint32_t place)>;
    Test testOf(const search::Filter& filter) const;
    Test leafOf(const search::Leaf& leaf) const;
    Test tableOf(const search::Leaf& leaf) const;
    Test wordOf(const search::Leaf& leaf) const;
    Test ownerOf(const search::Leaf& leaf) const;
    Test groupOf(const search::Leaf& leaf) const;

    const ExceptionBoard& board_;
    const BoardViewer& viewer_;
    const Dictionary& names_;
    Test root_;
};

}  // namespace holdpoint::views
