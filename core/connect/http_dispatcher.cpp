// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connect/http_dispatcher.h"

#include "core/connect/caller.h"

#include <QHostAddress>

namespace holdpoint::connect {
namespace {

bool isThisMachine(const QString& host)
{
    if (host == "localhost")
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

Result<void> checkUrl(const HttpDispatcher::Vendor& vendor)
{
    const QUrl url(QString::fromStdString(vendor.baseUrl), QUrl::StrictMode);
    const std::string shown = vendor.name + ": " + vendor.baseUrl;
    if (!url.isValid() || url.scheme() != "http" || url.host().isEmpty() || url.hasQuery() ||
        url.hasFragment() || !url.userInfo().isEmpty())
        return Error{Code::InvalidArgument, shown + " is not http://HOST:PORT"};
    if (!isThisMachine(url.host()))
        return Error{Code::Unsupported, shown + " is another machine: plain http is for this one alone"};
    return {};
}

}  // namespace

HttpDispatcher::HttpDispatcher(std::unique_ptr<Caller> caller) : caller_(std::move(caller)) {}
HttpDispatcher::~HttpDispatcher() = default;

Result<std::unique_ptr<HttpDispatcher>> HttpDispatcher::start(Options options, const Clock& clock, Sink sink)
{
    for (const Vendor& vendor : options.vendors)
        if (auto checked = checkUrl(vendor); !checked)
            return checked.error();
    return std::unique_ptr<HttpDispatcher>(
        new HttpDispatcher(std::make_unique<Caller>(std::move(options), clock, std::move(sink))));
}

void HttpDispatcher::dispatch(const VendorCall& call) { caller_->take(call); }
std::size_t HttpDispatcher::callsInFlight() const { return caller_->callsInFlight(); }

}  // namespace holdpoint::connect
