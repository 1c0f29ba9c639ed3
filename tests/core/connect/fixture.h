// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/check.h"
#include "core/connect/http_dispatcher.h"
#include "core/lab/http_vendor.h"

#include <QTest>

#include <map>
#include <mutex>
#include <vector>

/// Answers as they come in from the connect thread.
class Answers {
public:
    void add(holdpoint::VendorAnswer answer)
    {
        const std::lock_guard lock(mutex_);
        all_.push_back(std::move(answer));
    }
    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(mutex_);
        return all_.size();
    }
    [[nodiscard]] std::vector<holdpoint::VendorAnswer> all() const
    {
        const std::lock_guard lock(mutex_);
        return all_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<holdpoint::VendorAnswer> all_;
};

inline holdpoint::contracts::Contracts agreedContracts()
{
    return std::move(*holdpoint::contracts::Contracts::compile(holdpoint::contracts::builtInDocuments()));
}

inline holdpoint::VendorCall callOf(holdpoint::Operation operation, const std::string& vendor,
                                    const std::string& order = "1001")
{
    holdpoint::VendorCall call;
    call.outbox = 7;
    call.order = holdpoint::EntityId(11, 3, holdpoint::EntityKind::Order);
    call.ref = {operation, 1, 1};
    call.vendor = vendor;
    call.orderNumber = order;
    call.key = "hp:" + order + ":" + std::string(name(operation)) + ":1";
    call.traceId = "0af7651916cd43dd8448eb211c80319c";
    call.node = "east";
    call.lines = {{1, "SKU-1", 2}};
    call.amount = 5890;
    call.currency = "BRL";
    return call;
}

/// A dispatcher for `urls` and its answers.
struct Engineless {
    explicit Engineless(const std::map<std::string, std::string>& urls, int concurrent = 16,
                        std::size_t maxCalls = 1'000)
    {
        holdpoint::connect::HttpDispatcher::Options options{{}, agreedContracts(), maxCalls, connectTimeout};
        for (const auto& [name, url] : urls)
            options.vendors.push_back({name, url, concurrent});
        auto started = holdpoint::connect::HttpDispatcher::start(
            std::move(options), clock,
            [this](holdpoint::VendorAnswer answer) { answers.add(std::move(answer)); });
        HP_CHECK(started.has_value());
        dispatcher = std::move(*started);
    }
    static constexpr holdpoint::Milliseconds connectTimeout{500};
    holdpoint::SystemClock clock;
    Answers answers;
    std::unique_ptr<holdpoint::connect::HttpDispatcher> dispatcher;
};
