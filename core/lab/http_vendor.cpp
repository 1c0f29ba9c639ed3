// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/http_vendor.h"

#include "core/lab/http_server.h"

#include <future>

namespace holdpoint::lab {
namespace {

std::string urlOf(std::uint16_t port) { return "http://127.0.0.1:" + std::to_string(port); }

/// Runs `work` on the server's thread and waits for it.
template <typename Work>
auto ask(HttpServer& server, Work work)
{
    std::packaged_task<decltype(work())()> task(std::move(work));
    auto result = task.get_future();
    server.later([&task] { task(); });
    return result.get();
}

}  // namespace

HttpVendors::HttpVendors(std::unique_ptr<HttpServer> server) : server_(std::move(server)) {}
HttpVendors::~HttpVendors() = default;

Result<std::unique_ptr<HttpVendors>> HttpVendors::start(Options options, const Clock& clock)
{
    auto agreed = contracts::Contracts::compile(contracts::builtInDocuments());
    if (!agreed)
        return agreed.error();
    auto server = std::make_unique<HttpServer>(std::move(options), std::move(*agreed), clock);
    if (auto opened = server->open(); !opened)
        return opened.error();
    server->run();
    return std::unique_ptr<HttpVendors>(new HttpVendors(std::move(server)));
}

std::string HttpVendors::url(const std::string& vendor) const
{
    const HttpServer::Port* port = server_->port(vendor);
    return port ? urlOf(port->number) : std::string();
}

std::string HttpVendors::controlUrl() const { return urlOf(server_->control().number); }

void HttpVendors::setFaults(const std::string& vendor, std::vector<Fault> faults)
{
    ask(*server_, [&] { server_->setFaults(vendor, std::move(faults)); });
}

void HttpVendors::delivered(const Webhook& webhook)
{
    server_->later([server = server_.get(), webhook] { server->delivered(webhook); });
}

void HttpVendors::undelivered(const Webhook& webhook, Milliseconds later)
{
    server_->later([server = server_.get(), webhook, later] { server->undelivered(webhook, later); });
}

std::size_t HttpVendors::pendingWebhooks() const
{
    return ask(*server_, [&] { return server_->pendingWebhooks(); });
}

std::map<std::string, BookEntry, std::less<>> HttpVendors::book(const std::string& vendor) const
{
    return ask(*server_, [&] {
        const VendorModel* found = server_->model(vendor);
        return found ? found->book().entries() : std::map<std::string, BookEntry, std::less<>>();
    });
}

}  // namespace holdpoint::lab
