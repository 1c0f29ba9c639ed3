// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/policy.h"
#include "core/session/detail.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace holdpoint::views {

/// Makes the engine's policy, with names of the dictionary it is given.
using PolicyMaker = std::function<Policy(Dictionary&)>;

/// What the policy says of each vendor, by name. Never changes; any thread.
class Integrations {
public:
    /// An empty maker: nothing is known of anybody.
    explicit Integrations(const PolicyMaker& maker);

    /// Null: the policy does not name it.
    [[nodiscard]] const VendorProfile* find(const std::string& vendor) const;
    [[nodiscard]] std::optional<session::IntegrationRules> rules(const std::string& vendor) const;
    /// Function that owns it; empty: nothing is known of it.
    [[nodiscard]] std::string owner(const std::string& vendor) const;

private:
    std::map<std::string, VendorProfile> vendors_;
};

}  // namespace holdpoint::views
