// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/model/exception_item.h"

/// What one input does to an item of the exception queue. One item per order: further problems join it.
namespace holdpoint::flow {

void raiseException(ExceptionItem& item, const RaiseException& message, Instant now, Seq seq, Change& out);
void endException(ExceptionItem& item, const EndException& message, Instant now, Seq seq, Change& out);
/// What `model/permissions.h` lists for items: `assign` and `note` take `text`, `label`, `unlabel`, `resolve` and `priority`
/// take `argument`, `snooze` takes minutes in `number`. Errors: InvalidArgument, Conflict, Forbidden (lowering a priority),
/// Unsupported; nothing is changed then.
Result<> exceptionCommand(ExceptionItem& item, const OrderCommand& command, Dictionary& names, Instant now,
                          Seq seq, Change& out);
void applyStep(ExceptionItem& item, const StepBody& step, Seq seq);

}  // namespace holdpoint::flow
