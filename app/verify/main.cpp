// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.h"
#include "print.h"
#include "proofs.h"

#include <cstdio>
#include <cstring>
#include <optional>
#include <sodium.h>

using namespace holdpoint;
using namespace holdpoint::verify;

namespace {

enum Exit : int { AsWritten = 0, Differs = 1, NotVerified = 2 };

struct Options {
    std::filesystem::path folder;
    std::filesystem::path checkpoints;
    std::string key;
    bool json = false;
    bool chainOnly = false;
};

constexpr const char* Usage =
    "holdpoint-verify " HOLDPOINT_VERSION "\n\n"
    "usage: holdpoint-verify DIR [--key FILE|HEX] [--checkpoints FILE] [--chain-only] [--json]\n\n"
    "Reads the store in DIR, computes the hash chain of its journal again, and checks the signed checkpoints.\n"
    "  --key          the public key; without it DIR's own, which proves little: keep a copy elsewhere\n"
    "  --checkpoints  the second place; DIR/checkpoints.jsonl\n"
    "  --chain-only   a store without checkpoints: newest frames that were removed are not noticed then\n"
    "exit: 0 as it was written, 1 it differs, 2 it could not be verified\n";

std::optional<Options> parse(int argc, char** argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool hasNext = i + 1 < argc;
        if (word == "--json")
            options.json = true;
        else if (word == "--chain-only")
            options.chainOnly = true;
        else if (word == "--key" && hasNext)
            options.key = argv[++i];
        else if (word == "--checkpoints" && hasNext)
            options.checkpoints = argv[++i];
        else if (word.starts_with('-') || !options.folder.empty())
            return std::nullopt;
        else
            options.folder = word;
    }
    if (options.folder.empty())
        return std::nullopt;
    if (options.checkpoints.empty())
        options.checkpoints = options.folder / "checkpoints.jsonl";
    return options;
}

// The file before the store: what it speaks of was durable before, also while an engine works.
Result<> verifyAll(const Options& options, Findings& findings)
{
    PublicKey key{};
    std::vector<Proof> proofs;
    if (!options.chainOnly) {
        auto beside = options.checkpoints;
        findings.keyOfFolder = options.key.empty();
        const auto known =
            keyOf(options.key.empty() ? beside.replace_extension(".pub").string() : options.key);
        if (!known)
            return known.error();
        auto inFile = proofsOf(options.checkpoints, findings);
        if (!inFile)
            return inFile.error();
        if (inFile->empty() && findings.found == 0)
            return Error{Code::NotFound, options.checkpoints.string() + " has no checkpoint"};
        key = *known;
        proofs = std::move(*inFile);
    }
    const auto store = StoreFile::open(options.folder / "holdpoint.db");
    if (!store)
        return store.error();
    if (auto done = verifyJournal(*store, findings); !done || options.chainOnly)
        return done;
    const auto copies = proofsOf(*store, key);
    if (!copies)
        return copies.error();
    proofs.insert(proofs.end(), copies->begin(), copies->end());
    return verifyProofs(*store, proofs, key, findings);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 2 && (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0)) {
        std::fputs(Usage, stdout);
        return AsWritten;
    }
    const auto options = parse(argc, argv);
    if (!options || sodium_init() < 0) {
        std::fprintf(stderr, "holdpoint-verify: one DIR is needed; --help tells the options.\n");
        return NotVerified;
    }
    Findings findings;
    if (const auto done = verifyAll(*options, findings); !done) {
        std::fprintf(stderr, "holdpoint-verify: This could not be verified: %s.\n",
                     done.error().detail.c_str());
        return NotVerified;
    }
    if (options->json)
        printJson(findings);
    else
        printWords(findings);
    return findings.found == 0 ? AsWritten : Differs;
}
