// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/shadow_book.h"
#include "core/session/shadow.h"
#include "core/store/store_reader.h"

/// The shadow as people see it: folded from the journal, as the engine folds it to make its pages.
namespace holdpoint::views {

/// One thread. Errors everywhere: Corrupt, Unavailable.
class ShadowView {
public:
    /// All that is there, as of one frame.
    Result<> load(store::StoreReader& reader, const Dictionary& names);
    /// What came since, up to that step.
    Result<> catchUp(Seq upTo, store::StoreReader& reader, const Dictionary& names);
    [[nodiscard]] Seq seq() const noexcept { return seq_; }
    [[nodiscard]] const flow::ShadowBook& book() const noexcept { return book_; }
    [[nodiscard]] session::ShadowBoard board(Instant now) const;

private:
    void take(const engine::Step& step, const StepBody& body, const Dictionary& names);
    Result<> readEntity(EntityId id, store::StoreReader& reader, const Dictionary& names);
    Result<> readPages(store::StoreReader& reader, const Dictionary& names);
    Result<> readDifferences(store::StoreReader& reader, const Dictionary& names);

    flow::ShadowBook book_;
    bool mirroring_ = false;
    Seq seq_ = 0;
};

/// The board and the time it is as of, read at once.
Result<std::pair<session::ShadowBoard, Instant>> shadowBoardOf(store::StoreReader& reader,
                                                               const Dictionary& names);
/// One order side by side; `signature` chooses among its comparisons, empty: the first that differs. Errors: NotFound (it
/// was never compared).
Result<session::ShadowPair> shadowPair(store::StoreReader& reader, const Dictionary& names,
                                       const std::string& signature, EntityId order);

}  // namespace holdpoint::views
