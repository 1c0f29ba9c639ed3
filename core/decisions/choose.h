// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"

#include <cstdint>

/// Which node ships what, and why the others do not. Pure: the record holds all inputs, so the same record gives the
/// same answer on every machine. No floating point, no order of hashes, no clock.
namespace holdpoint::decisions {

/// Fills `legs` and every candidate's `lost` from lines, candidates and `splitAllowed`; what they held before is lost.
///
/// A candidate is usable if it is open, serves the region, is not excluded, its breaker is closed and it has capacity
/// left; an offer counts if its age is within its window (0 = no limit). Lines of one SKU share what a node has of it.
/// 1. One node that can do all: lowest cost, then most capacity left, then lowest node number.
/// 2. If none can and a split is allowed: fewest nodes, each line whole; of equally many the lowest total cost, then the
///    lowest node numbers. All subsets are tried among up to 12 nodes that have something; of more, 12 of the best 32 are picked
///    first: those that a greedy cover takes, then the best by rule 1.
/// 3. Only if no split keeps every line whole, a line may be divided; the rest as in 2.
/// `legs` are ordered by node number and stay empty if nobody can. Lines with no units (none at all: an opaque parcel)
/// need no stock. Asserts that `offers` run parallel to `lines`. Allocates nothing on path 1 if `legs` had a leg before.
void choose(DecisionRecord& record);

/// Does deciding again from the record's inputs give its legs?
[[nodiscard]] bool sameAgain(const DecisionRecord& record);

/// Hash of all that `choose` looks at: lines, candidates, `splitAllowed`. Not of the rules' version, the round, or any
/// result.
[[nodiscard]] std::uint64_t inputsFingerprint(const DecisionRecord& record) noexcept;

}  // namespace holdpoint::decisions
