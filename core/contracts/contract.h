// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/schema.h"
#include "core/model/vocabulary.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What was agreed with vendors: what is sent, what comes back, and what each failure means. Pure; immutable once
/// compiled, so any thread may read.
namespace holdpoint::contracts {

/// The text of a contract and where it comes from, for messages.
struct Document {
    std::string name;
    std::string text;
};

/// One row of a failure table: what an HTTP status with a code in its body means.
struct Failure {
    std::uint16_t status = 0;
    std::string code;  ///< empty: the status alone
    FailureClass cls = FailureClass::Unclassified;
    AttemptOutcome outcome = AttemptOutcome::OutcomeUnknown;
    std::string message;  ///< for support
};

/// One operation as agreed.
struct Contract {
    std::string vendor;  ///< of this vendor alone; empty: of all
    FeederSystem system = FeederSystem::Wms;
    Operation operation = Operation::Ship;
    std::uint32_t version = 1;
    Schema request;
    Schema answer;
    std::string reference;  ///< member with the vendor's id of what it made; empty: none is given
    std::vector<Failure> failures;
};

class Contracts {
public:
    /// Every operation must be covered by one contract for all vendors, and one document must say what is common to all.
    /// Errors: InvalidArgument, Unsupported, with the document's name and the JSON pointer of the place in it.
    static Result<Contracts> compile(std::span<const Document> documents);

    /// The vendor's own contract of the operation, else the one for all.
    [[nodiscard]] const Contract& of(std::string_view vendor, Operation operation) const;
    /// What every vendor answers to a question about an effect.
    [[nodiscard]] const Schema& question() const noexcept { return question_; }
    /// What a status other than 2xx means: the contract's row, else a row common to all, else the status alone.
    [[nodiscard]] Failure classify(const Contract& contract, std::uint16_t status,
                                   std::string_view code) const;

private:
    [[nodiscard]] static Result<void> add(Contracts& contracts, const Document& document);

    std::vector<Contract> contracts_;
    std::vector<Failure> common_;
    bool hasCommon_ = false;
    Schema question_;
};

/// The documents of resources/contracts, compiled into the program.
[[nodiscard]] std::vector<Document> builtInDocuments();
/// What a status means when no table has its code: 408, 500, 502, 503, 504: Transport, unknown. 425, 429: Transport, not
/// sent. 400, 422: Validation, failed. Anything else, 409 too: Unclassified, unknown.
[[nodiscard]] Failure meaningOf(std::uint16_t status);

}  // namespace holdpoint::contracts
