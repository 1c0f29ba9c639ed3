// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/vendor_model.h"

#include <string>

namespace holdpoint::lab {

/// `wms-east:SH-0f3a…:shipped`: from the reference alone, so a restarted vendor gives the same event the same id.
[[nodiscard]] std::string webhookId(const VendorOptions& vendor, const BookRow& row);
/// The CloudEvent that says what became of the row's effect at `at`: a shipment left, a parcel arrived.
[[nodiscard]] std::string webhookText(const VendorOptions& vendor, const BookRow& row, Instant at);

}  // namespace holdpoint::lab
