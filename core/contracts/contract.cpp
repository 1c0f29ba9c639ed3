// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/contract.h"

#include "core/base/check.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace holdpoint::contracts {
namespace {

using nlohmann::json;

template <typename E>
bool readName(const json& object, const char* member, E& out)
{
    const auto value = fromName<E>(object.value(member, std::string()));
    if (value)
        out = *value;
    return value.has_value();
}

Error wrong(const std::string& pointer, const std::string& what)
{
    return {Code::InvalidArgument, pointer + ": " + what};
}

/// Without the library's own number of the fault.
std::string wordsOf(const json::exception& error)
{
    const std::string_view words = error.what();
    const auto end = words.find("] ");
    return std::string(end == std::string_view::npos ? words : words.substr(end + 2));
}

Result<Failure> failureOf(const json& row, const std::string& pointer)
{
    Failure failure;
    try {
        failure.status = row.at("status").get<std::uint16_t>();
        failure.code = row.at("code").get<std::string>();
        failure.message = row.at("message").get<std::string>();
        if (!readName(row, "class", failure.cls))
            return wrong(pointer + "/class", "no such class");
        if (!readName(row, "outcome", failure.outcome))
            return wrong(pointer + "/outcome", "no such outcome");
    } catch (const json::exception& error) {
        return wrong(pointer, wordsOf(error));
    }
    return failure;
}

Result<std::vector<Failure>> failuresOf(const json& document)
{
    std::vector<Failure> out;
    const json rows = document.value("x-failures", json::array());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto failure = failureOf(rows.at(i), "/x-failures/" + std::to_string(i));
        if (!failure)
            return failure.error();
        out.push_back(std::move(*failure));
    }
    return out;
}

Result<Schema> schemaOf(const json& document, const char* member)
{
    if (!document.contains(member))
        return Schema();
    auto schema = Schema::compile(document.at(member).dump());
    if (!schema)
        return Error{schema.error().code, '/' + std::string(member) + schema.error().detail};
    return schema;
}

Result<Contract> contractOf(const json& document)
{
    Contract contract;
    contract.vendor = document.value("x-vendor", std::string());
    if (!document.contains("x-version") || !document.at("x-version").is_number_unsigned())
        return wrong("/x-version", "expected a number");
    contract.version = document.at("x-version").get<std::uint32_t>();
    contract.reference = document.value("x-reference", std::string());
    if (!readName(document, "x-operation", contract.operation))
        return wrong("/x-operation", "no such operation");
    if (!readName(document, "x-system", contract.system))
        return wrong("/x-system", "no such system");
    auto request = schemaOf(document, "request");
    auto answer = schemaOf(document, "answer");
    auto failures = failuresOf(document);
    if (!request || !answer)
        return !request ? request.error() : answer.error();
    if (!failures)
        return failures.error();
    contract.request = std::move(*request);
    contract.answer = std::move(*answer);
    contract.failures = std::move(*failures);
    return contract;
}

const Failure* findFailure(const std::vector<Failure>& failures, std::uint16_t status, std::string_view code)
{
    const auto found = std::find_if(failures.begin(), failures.end(), [&](const Failure& failure) {
        return failure.status == status && (failure.code.empty() || failure.code == code);
    });
    return found == failures.end() ? nullptr : &*found;
}

}  // namespace

Result<void> Contracts::add(Contracts& contracts, const Document& document)
{
    const json parsed = json::parse(document.text);
    if (!parsed.is_object())
        return Error{Code::InvalidArgument, "expected an object"};
    if (parsed.value("x-operation", std::string()) != "*") {
        auto contract = contractOf(parsed);
        if (!contract)
            return contract.error();
        for (const Contract& other : contracts.contracts_)
            if (other.operation == contract->operation && other.vendor == contract->vendor)
                return wrong("/x-operation", "another document has this operation");
        contracts.contracts_.push_back(std::move(*contract));
        return {};
    }
    auto question = schemaOf(parsed, "answer");
    auto failures = failuresOf(parsed);
    if (!question || !failures)
        return !question ? question.error() : failures.error();
    contracts.hasCommon_ = true;
    contracts.question_ = std::move(*question);
    contracts.common_ = std::move(*failures);
    return {};
}

Result<Contracts> Contracts::compile(std::span<const Document> documents)
{
    Contracts out;
    for (const Document& document : documents) {
        try {
            if (const auto added = add(out, document); !added)
                return Error{added.error().code, document.name + ": " + added.error().detail};
        } catch (const json::exception& error) {
            return Error{Code::InvalidArgument, document.name + ": " + wordsOf(error)};
        }
    }
    if (!out.hasCommon_)
        return Error{Code::InvalidArgument, "no document with what is common to all (x-operation *)"};
    for (std::size_t i = 0; i < CountOf<Operation>; ++i) {
        const auto covers = [i](const Contract& c) {
            return c.vendor.empty() && c.operation == static_cast<Operation>(i);
        };
        if (std::none_of(out.contracts_.begin(), out.contracts_.end(), covers))
            return Error{Code::InvalidArgument,
                         "no contract for " + std::string(name(static_cast<Operation>(i)))};
    }
    return out;
}

const Contract& Contracts::of(std::string_view vendor, Operation operation) const
{
    const Contract* general = nullptr;
    for (const Contract& contract : contracts_) {
        if (contract.operation != operation)
            continue;
        if (!contract.vendor.empty() && contract.vendor == vendor)
            return contract;
        if (contract.vendor.empty())
            general = &contract;
    }
    HP_CHECK(general);
    return *general;
}

Failure Contracts::classify(const Contract& contract, std::uint16_t status, std::string_view code) const
{
    const Failure* found = findFailure(contract.failures, status, code);
    if (!found)
        found = findFailure(common_, status, code);
    return found ? *found : meaningOf(status);
}

Failure meaningOf(std::uint16_t status)
{
    switch (status) {
    case 408:
    case 500:
    case 502:
    case 503:
    case 504:
        return {status, {}, FailureClass::Transport, AttemptOutcome::OutcomeUnknown, "The vendor failed"};
    case 425:
    case 429:
        return {status, {}, FailureClass::Transport, AttemptOutcome::NotSent, "The vendor asks to wait"};
    case 400:
    case 422:
        return {status,
                {},
                FailureClass::Validation,
                AttemptOutcome::FailedForCertain,
                "The vendor did not understand the request"};
    default:
        return {status,
                {},
                FailureClass::Unclassified,
                AttemptOutcome::OutcomeUnknown,
                "No contract says what this means"};
    }
}

}  // namespace holdpoint::contracts
