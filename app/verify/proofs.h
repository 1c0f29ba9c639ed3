// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint.h"
#include "findings.h"
#include "store_file.h"

#include <filesystem>

namespace holdpoint::verify {

/// A checkpoint and where it stands.
struct Proof {
    Checkpoint checkpoint;
    std::string where;
};

/// Lines of a checkpoint file; a last line without its end was never finished and is left out. A line that is none is a
/// finding. Errors: NotFound, Unavailable.
Result<std::vector<Proof>> proofsOf(const std::filesystem::path& file, Findings& findings);
/// The copies in the store, which do not say whose they are. Errors: Corrupt.
Result<std::vector<Proof>> proofsOf(const StoreFile& store, const PublicKey& key);
/// Hexadecimal digits, or a file with them. Errors: NotFound, InvalidArgument.
Result<PublicKey> keyOf(const std::string& text);

/// Checks who signed, and whether the store has each frame with the hash that was signed. Errors: Corrupt.
Result<> verifyProofs(const StoreFile& store, const std::vector<Proof>& proofs, const PublicKey& key,
                      Findings& findings);

}  // namespace holdpoint::verify
