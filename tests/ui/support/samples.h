// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "core/session/contrast.h"
#include "core/session/detail.h"
#include "core/session/rollout.h"
#include "core/session/rows.h"

/// A launch in trouble, as values: wms-west answers 503 since 14:26, a carrier breaks its contract.
namespace holdpoint::ui::sample {

/// 18 November 2026, 14:31:42 UTC.
[[nodiscard]] Instant now();
/// That many seconds before now.
[[nodiscard]] Instant before(int seconds);

[[nodiscard]] session::Board board();
/// Nothing has happened yet.
[[nodiscard]] session::Board emptyBoard();
/// The ten of the exceptions screen, most urgent first.
[[nodiscard]] std::vector<session::ExceptionRow> exceptions();
/// `count` of them, ids from 20,000 on, in an order that stays.
[[nodiscard]] std::vector<session::ExceptionRow> manyExceptions(std::size_t count);
[[nodiscard]] std::vector<session::GroupRow> groups();
[[nodiscard]] std::vector<session::OrderRow> orders();
/// Of the first of `exceptions()`: three tries of a ship request, the answer broke the contract.
[[nodiscard]] session::ExceptionDetail exceptionDetail();
/// Of the second: promise_date is null.
[[nodiscard]] session::ExceptionDetail contractDetail();
[[nodiscard]] session::OrderDetail orderDetail();
/// 31 failing against 600 passing: a node, a region, and something that may be chance.
[[nodiscard]] session::Contrast contrast();
/// CA-West at 5 %, paused by its gate since 14:29; three more slices, seven gates, a poll with a NO-GO.
[[nodiscard]] session::RolloutBoard rolloutBoard();
/// Of downstream errors in CA-West: 30 minutes, a gap of three.
[[nodiscard]] session::GateTrend gateTrend();
/// 214 orders in flight: 61 finish here, 140 go back, 13 are asked about.
[[nodiscard]] session::RollbackCard rollback();
/// The same before it is begun: a dry run, nothing done.
[[nodiscard]] session::RollbackCard rollbackPlan();

}  // namespace holdpoint::ui::sample
