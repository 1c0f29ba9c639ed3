// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/importer.h"

#include "core/lab/import/cloud_events.h"
#include "core/lab/import/legacy_decisions.h"
#include "core/lab/import/ocel.h"
#include "core/lab/import/olist.h"
#include "core/lab/import/online_retail.h"

namespace holdpoint::lab {

std::vector<std::string_view> importFormats()
{
    return {"olist", "online-retail", "ocel", "cloudevents", "legacy"};
}

std::unique_ptr<Importer> makeImporter(std::string_view format)
{
    if (format == "olist")
        return std::make_unique<OlistImporter>();
    if (format == "online-retail")
        return std::make_unique<OnlineRetailImporter>();
    if (format == "ocel")
        return std::make_unique<OcelImporter>();
    if (format == "cloudevents")
        return std::make_unique<CloudEventsImporter>();
    if (format == "legacy")
        return std::make_unique<LegacyDecisionsImporter>();
    return nullptr;
}

}  // namespace holdpoint::lab
