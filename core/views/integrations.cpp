// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/integrations.h"

namespace holdpoint::views {
namespace {

/// Whose integration a system is, where the policy does not say it.
std::string_view usualOwner(FeederSystem system)
{
    switch (system) {
    case FeederSystem::Shop:
    case FeederSystem::Erp: return "commerce";
    case FeederSystem::Oms:
    case FeederSystem::Payment: return "engineering";
    case FeederSystem::Wms:
    case FeederSystem::Shipping: break;
    }
    return "operations";
}

std::string ownerOf(const VendorProfile& profile)
{
    return profile.owner.empty() ? std::string(usualOwner(profile.system)) : profile.owner;
}

}  // namespace

// Names are texts here: numbers of a dictionary of its own mean nothing to anybody else.
Integrations::Integrations(const PolicyMaker& maker)
{
    if (!maker)
        return;
    Dictionary names;
    for (const VendorProfile& profile : maker(names).vendors)
        vendors_.emplace(names.text(profile.name), profile);
}

const VendorProfile* Integrations::find(const std::string& vendor) const
{
    const auto found = vendors_.find(vendor);
    return found == vendors_.end() ? nullptr : &found->second;
}

std::optional<session::IntegrationRules> Integrations::rules(const std::string& vendor) const
{
    const VendorProfile* profile = find(vendor);
    if (profile == nullptr)
        return {};
    session::IntegrationRules rules;
    rules.vendor = vendor;
    rules.system = profile->system;
    rules.retryBase = profile->retry.base;
    rules.retryCap = profile->retry.cap;
    rules.attempts = profile->retry.attempts;
    rules.callTimeout = profile->callTimeout;
    rules.firstQuestion = profile->retry.firstQuestion;
    rules.unknownLimit = profile->retry.unknownLimit;
    rules.concurrentCalls = profile->concurrentCalls;
    rules.hasStatusQuery = profile->hasStatusQuery;
    rules.honoursKeys = profile->honoursKeys;
    rules.escalation = ownerOf(*profile);
    return rules;
}

std::string Integrations::owner(const std::string& vendor) const
{
    const VendorProfile* profile = find(vendor);
    return profile == nullptr ? std::string() : ownerOf(*profile);
}

}  // namespace holdpoint::views
