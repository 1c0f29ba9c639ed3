// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/rollout/plan.h"

#include <string>
#include <string_view>
#include <vector>

/// The plan as a document: JSON that a person writes and a fact keeps. Shares are in basis points, rates are fractions,
/// durations are text (`24h`, `30min`, `60s`, `500ms`, `5d`), instants are RFC 3339.
namespace holdpoint::rollout {

/// Strict: what is unknown, missing, said twice or of another type is refused. What it leaves out has the default of
/// `plan.h`. Errors: InvalidArgument, beginning with the JSON pointer of the fault: `/steps/2/gates/0/kind: …`.
Result<RolloutPlan> readPlan(std::string_view json);
/// Canonical: equal plans give equal text, and `readPlan` of it gives the plan again. `indent`: for people; none: one line.
[[nodiscard]] std::string writePlan(const RolloutPlan& plan, bool indent = false);

/// `{"attribute":"region","op":"in","values":["MG"]}`, `{"all":[…]}`, `{"any":[…]}`, `{"not":{…}}`; `{"all":[]}` is every
/// order. Also checked (`check`, traits.h). Errors: as above.
Result<Predicate> readPredicate(std::string_view json);
[[nodiscard]] std::string writePredicate(const Predicate& predicate);
/// Several: what is cut out of a slice. The empty text is none of them.
Result<std::vector<Predicate>> readPredicates(std::string_view json);
[[nodiscard]] std::string writePredicates(const std::vector<Predicate>& predicates);

}  // namespace holdpoint::rollout
