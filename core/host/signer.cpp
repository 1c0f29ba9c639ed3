// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/signer.h"

#include "core/base/check.h"
#include "core/host/owned_file.h"

#include <sodium.h>

namespace holdpoint::host {
namespace {

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

void wipe(std::string& text)
{
    for (char& c : text)
        sodium_memzero(&c, 1);
}

}  // namespace

static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);

KeyFileSigner::KeyFileSigner(const Seed& seed)
{
    static_assert(std::tuple_size_v<Seed> == crypto_sign_SEEDBYTES);
    static_assert(sizeof(secret_) == crypto_sign_SECRETKEYBYTES);
    HP_CHECK(crypto_sign_seed_keypair(raw(public_.data()), raw(secret_.data()), raw(seed.data())) == 0);
}

KeyFileSigner::~KeyFileSigner() { sodium_memzero(secret_.data(), secret_.size()); }

Result<KeyFileSigner::Seed> KeyFileSigner::read(const std::filesystem::path& file)
{
    auto text = readOwned(file);
    if (!text)
        return text.error();
    Seed seed{};
    const bool whole = text->size() == 2 * seed.size() + 1 && text->back() == '\n' &&
                       fromHex(std::string_view(*text).substr(0, 2 * seed.size()), seed);
    wipe(*text);
    if (!whole)
        return Error{Code::Corrupt, file.string() + ": not a signing key"};
    return seed;
}

Result<> KeyFileSigner::make(const std::filesystem::path& file)
{
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    std::string text = toHex(seed) + '\n';
    auto made = makeOwned(file, text);
    sodium_memzero(seed.data(), seed.size());
    wipe(text);
    return made;
}

Result<std::unique_ptr<KeyFileSigner>> KeyFileSigner::open(const std::filesystem::path& file)
{
    if (sodium_init() < 0)
        return Error{Code::Unavailable, "this machine gives no random numbers"};
    auto seed = read(file);
    if (!seed && seed.error().code == Code::NotFound) {
        if (auto made = make(file); !made && made.error().code != Code::Conflict)
            return made.error();
        seed = read(file);
    }
    if (!seed)
        return seed.error();
    std::unique_ptr<KeyFileSigner> signer(new KeyFileSigner(*seed));
    sodium_memzero(seed->data(), seed->size());
    std::filesystem::path beside = file;
    beside.replace_extension(".pub");
    if (auto told = writeOwned(beside, 0, toHex(signer->public_) + '\n'); !told)
        return told.error();
    return signer;
}

Result<Signature> KeyFileSigner::sign(std::span<const std::byte> message)
{
    Signature signature{};
    HP_CHECK(crypto_sign_detached(raw(signature.data()), nullptr, raw(message.data()), message.size(),
                                  raw(secret_.data())) == 0);
    return signature;
}

}  // namespace holdpoint::host
