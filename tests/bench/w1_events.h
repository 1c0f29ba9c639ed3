// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// The events of workload W1 as their producers write them: CloudEvents 1.0 in JSON.
namespace holdpoint::bench {

inline constexpr int Nodes = 5, Skus = 500;

/// Order numbers: counted up, or in no order (32 hex digits).
[[nodiscard]] std::string orderNumber(std::uint64_t n, bool random);
[[nodiscard]] std::string nodeName(std::uint64_t node);
[[nodiscard]] std::string skuName(std::uint64_t sku);

/// `now` is the time of the event as text. Two lines; which SKUs and which region depends on `n` alone.
[[nodiscard]] std::string placed(std::uint64_t n, const std::string& number, const std::string& now);
/// The whole of leg 1 left its node.
[[nodiscard]] std::string shipped(std::uint64_t n, const std::string& number, const std::string& node,
                                  const std::string& now);
/// All SKUs of a node.
[[nodiscard]] std::string counted(std::uint64_t node, std::int64_t units, const std::string& now);

}  // namespace holdpoint::bench
