// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofs.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sodium.h>

namespace holdpoint::verify {
namespace {

const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

bool isSigned(const Checkpoint& c, const PublicKey& key)
{
    const auto message = signedBytes(c.frame, c.hash);
    return crypto_sign_verify_detached(raw(c.signature.data()), raw(message.data()), message.size(),
                                       raw(key.data())) == 0;
}

/// The hash stored with a frame; none if there is no such frame.
Result<std::optional<Hash>> storedHash(const StoreFile& store, FrameNo frame)
{
    auto rows = store.rows("SELECT hash FROM frame WHERE number=?1", static_cast<std::int64_t>(frame));
    if (!rows)
        return rows.error();
    std::optional<Hash> hash;
    if (rows->next() && !rows->bytes(0, hash.emplace()))
        hash->fill(std::byte{0});
    if (rows->failed())
        return Error{Code::Corrupt, store.lastError()};
    return hash;
}

Result<std::string> textOf(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return Error{Code::NotFound, file.string() + " does not exist"};
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        return Error{Code::Unavailable, file.string() + " cannot be read"};
    return text;
}

/// Why a proof does not hold, for the sentence after its place; empty if it does.
std::string wrongSignature(const Checkpoint& c, const PublicKey& key)
{
    if (c.key != key)
        return "is signed with another key";
    return isSigned(c, key) ? "" : "has a signature that is not of its key";
}

}  // namespace

Result<std::vector<Proof>> proofsOf(const std::filesystem::path& file, Findings& findings)
{
    const auto text = textOf(file);
    if (!text)
        return text.error();
    std::vector<Proof> proofs;
    std::string_view rest = *text;
    for (std::size_t number = 1; rest.find('\n') != std::string_view::npos; ++number) {
        const std::string where = file.filename().string() + " line " + std::to_string(number);
        const auto read = checkpointOf(rest.substr(0, rest.find('\n')));
        if (read)
            proofs.push_back({*read, where});
        else
            findings.add(0, 0, where + " is not a checkpoint.");
        rest.remove_prefix(rest.find('\n') + 1);
    }
    return proofs;
}

Result<std::vector<Proof>> proofsOf(const StoreFile& store, const PublicKey& key)
{
    std::vector<Proof> proofs;
    const auto there = store.integer("SELECT count(*) FROM sqlite_schema WHERE name='checkpoint'");
    if (!there || *there == 0)  // of a version that had none
        return proofs;
    auto rows = store.rows("SELECT frame, root, signature FROM checkpoint ORDER BY frame");
    if (!rows)
        return rows.error();
    while (rows->next()) {
        Proof proof{{}, "the store's own copy"};
        proof.checkpoint.frame = static_cast<FrameNo>(rows->integer(0));
        proof.checkpoint.key = key;
        (void)rows->bytes(1, proof.checkpoint.hash);  // of another size: the signature will not fit
        (void)rows->bytes(2, proof.checkpoint.signature);
        proofs.push_back(std::move(proof));
    }
    if (rows->failed())
        return Error{Code::Corrupt, store.lastError()};
    return proofs;
}

Result<PublicKey> keyOf(const std::string& text)
{
    PublicKey key{};
    if (fromHex(text, key))
        return key;
    const auto inFile = textOf(text);
    if (!inFile)
        return inFile.error();
    const std::string_view digits = std::string_view(*inFile).substr(0, inFile->find('\n'));
    if (!fromHex(digits, key))
        return Error{Code::InvalidArgument, text + " is not a public key"};
    return key;
}

Result<> verifyProofs(const StoreFile& store, const std::vector<Proof>& proofs, const PublicKey& key,
                      Findings& findings)
{
    const auto newest = store.integer("SELECT coalesce(max(number), 0) FROM frame");
    if (!newest)
        return newest.error();
    for (const auto& [c, where] : proofs) {
        ++findings.checkpoints;
        const std::string of = "The checkpoint of frame " + std::to_string(c.frame) + " (" + where + ") ";
        if (const std::string wrong = wrongSignature(c, key); !wrong.empty()) {
            findings.add(c.frame, 0, of + wrong + ".");
            continue;
        }
        const auto hash = storedHash(store, c.frame);
        if (!hash)
            return hash.error();
        if (!*hash)
            findings.add(c.frame, 0,
                         of + "was signed, but the newest frame of the store is " + std::to_string(*newest) +
                             ": frames were removed.");
        else if (**hash != c.hash)
            findings.add(c.frame, 0, of + "says another hash: the history up to it was written anew.");
        else
            findings.covered = std::max(findings.covered, c.frame);
    }
    return {};
}

}  // namespace holdpoint::verify
