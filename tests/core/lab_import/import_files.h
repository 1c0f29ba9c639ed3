// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/import/importer.h"

#include <QTemporaryDir>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace holdpoint::lab {

/// A folder that is gone after the test, with files as given.
class Folder {
public:
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
    /// Packed, then cut to `keep` bytes; -1 keeps all.
    std::filesystem::path pack(std::string_view name, std::string_view text, int keep = -1) const;
    [[nodiscard]] std::filesystem::path path() const { return folder_.path().toStdString(); }

private:
    QTemporaryDir folder_;
};

/// `text` as gzip.
[[nodiscard]] std::string gzip(std::string_view text);
[[nodiscard]] std::string readAll(const std::filesystem::path& file);

/// Opens and gives all items; an error becomes one item with the rule `error`.
[[nodiscard]] std::vector<ImportItem> drain(Importer& importer, const std::filesystem::path& path,
                                            ImportMode mode);
/// The rest of an importer that is open.
[[nodiscard]] std::vector<ImportItem> rest(Importer& importer);
/// One line an item: `order.placed 1001`, `refused bad_csv orders.csv:3` or `noted reorder item`, in their order.
[[nodiscard]] std::vector<std::string> outline(const std::vector<ImportItem>& items);
/// Bytes of the n-th event.
[[nodiscard]] std::string eventOf(const std::vector<ImportItem>& items, std::size_t n);
/// The folder of real order files, by the variable HOLDPOINT_DATA or beside the project; empty if there is none.
[[nodiscard]] std::filesystem::path realData();

}  // namespace holdpoint::lab
