// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint.h"

#include <array>
#include <filesystem>
#include <memory>
#include <span>

namespace holdpoint::host {

/// Signs with Ed25519. Where the secret lies is its own affair. One thread at a time.
class Signer {
public:
    virtual ~Signer() = default;
    [[nodiscard]] virtual const PublicKey& key() const noexcept = 0;
    /// Errors: Unavailable.
    virtual Result<Signature> sign(std::span<const std::byte> message) = 0;
};

/// The secret in a file that only its owner may read (mode 0600), made with first use; the public key in hexadecimal beside
/// it, under the same name with the end `.pub`.
class KeyFileSigner final : public Signer {
public:
    /// Errors: Forbidden (not readable, not writable, or others may read it), Corrupt (not a key), Unavailable.
    static Result<std::unique_ptr<KeyFileSigner>> open(const std::filesystem::path& file);
    ~KeyFileSigner() override;

    [[nodiscard]] const PublicKey& key() const noexcept override { return public_; }
    Result<Signature> sign(std::span<const std::byte> message) override;

private:
    using Seed = std::array<std::byte, 32>;

    explicit KeyFileSigner(const Seed& seed);
    static Result<Seed> read(const std::filesystem::path& file);
    static Result<> make(const std::filesystem::path& file);

    PublicKey public_{};
    std::array<std::byte, 64> secret_{};
};

}  // namespace holdpoint::host
