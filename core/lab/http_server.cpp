// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/http_server.h"

#include <algorithm>
#include <boost/asio/post.hpp>

namespace holdpoint::lab {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr Milliseconds FirstRetry{1'000};
constexpr int MostDoublings = 6;
constexpr Milliseconds PortRetry{100};

/// An outage of everything, for good, closes the port.
bool isDown(const VendorModel& model)
{
    const auto& faults = model.faults().faults();
    return std::any_of(faults.begin(), faults.end(), [](const Fault& fault) {
        return fault.kind == FaultKind::Outage && fault.perMillion >= 1'000'000 && fault.times < 0 &&
               !fault.operation;
    });
}

}  // namespace

HttpServer::HttpServer(HttpVendors::Options options, contracts::Contracts agreed, const Clock& clock)
    : options_(std::move(options)),
      contracts_(std::move(agreed)),
      time_(clock, clock.wall()),
      work_(asio::make_work_guard(io_)),
      webhookTimer_(io_)
{}

HttpServer::~HttpServer()
{
    if (!thread_.joinable())
        return;
    asio::post(io_, [this] { stop(); });
    thread_.join();  // ends when nothing is under way any more
}

void HttpServer::stop()
{
    stopping_ = true;
    work_.reset();
    webhookTimer_.cancel();
    if (poster_)
        poster_->stop();
    for (Port& port : ports_) {
        port.retry.cancel();
        shut(port);
    }
}

void HttpServer::shut(Port& port)
{
    error_code ignored;
    port.acceptor.close(ignored);
    for (HttpSession* session : std::set(port.sessions))
        session->close();
}

Result<void> HttpServer::open()
{
    if (!options_.webhookUrl.empty()) {
        auto target = parseTarget(options_.webhookUrl);
        if (!target)
            return target.error();
        poster_ = std::make_unique<WebhookPoster>(
            io_, std::move(*target),
            [this](const Webhook& webhook, auto answer) { posted(webhook, answer); });
    }
    for (const VendorOptions& vendor : options_.vendors)
        if (auto opened = openVendor(vendor); !opened)
            return opened;
    control_ = &ports_.emplace_back(io_);
    control_->number = options_.controlPort;
    if (const error_code error = listen(*control_))
        return Error{Code::Unavailable, "control port: " + error.message()};
    return {};
}

Result<void> HttpServer::openVendor(const VendorOptions& options)
{
    auto book = options_.folder.empty() ? Result<VendorBook>(VendorBook(options.keepBook))
                                        : VendorBook::open(options_.folder / (options.name + ".book"));
    if (!book)
        return book.error();
    Port& port = ports_.emplace_back(io_);
    port.model = &models_.try_emplace(options.name, options, std::move(*book)).first->second;
    port.number = options_.ports[options.name];
    if (const error_code error = listen(port))
        return Error{Code::Unavailable,
                     options.name + ": port " + std::to_string(port.number) + ": " + error.message()};
    return {};
}

error_code HttpServer::listen(Port& port)
{
    error_code error;
    port.acceptor.open(tcp::v4(), error);
    if (!error)
        port.acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        port.acceptor.bind({asio::ip::address_v4::loopback(), port.number}, error);
    if (!error)
        port.acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        error_code ignored;
        port.acceptor.close(ignored);
        return error;
    }
    port.number = port.acceptor.local_endpoint().port();
    accept(port);
    return {};
}

void HttpServer::accept(Port& port)
{
    port.acceptor.async_accept([this, &port](error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || !port.acceptor.is_open())
            return;
        if (!error)
            std::make_shared<HttpSession>(*this, port, std::move(socket))->read();
        accept(port);
    });
}

void HttpServer::run()
{
    armWebhooks();
    thread_ = std::thread([this] { io_.run(); });
}

void HttpServer::later(std::function<void()> work) { asio::post(io_, std::move(work)); }

void HttpServer::followOutage(Port& port)
{
    if (!port.model || stopping_ || port.down == isDown(*port.model))
        return;
    port.down = !port.down;
    if (!port.down)
        return bringUp(port);
    shut(port);
}

void HttpServer::bringUp(Port& port)
{
    if (stopping_ || port.down || port.acceptor.is_open() || !listen(port))
        return;
    port.retry.expires_after(PortRetry);  // somebody else has the port for now
    port.retry.async_wait([this, &port](error_code error) {
        if (!error)
            bringUp(port);
    });
}

/// The vendor that a request is for. On the control port its name comes first in the path and is taken off.
VendorModel* HttpServer::resolve(const Port& port, HttpRequest& request)
{
    if (port.model)
        return port.model;
    const std::size_t slash = request.target.find('/', 1);
    if (slash == std::string::npos)
        return nullptr;
    VendorModel* found = model(request.target.substr(1, slash - 1));
    request.target.erase(0, slash);
    return found;
}

void HttpServer::handle(const std::shared_ptr<HttpSession>& session, HttpRequest request)
{
    VendorModel* vendor = resolve(session->port(), request);
    if (!vendor)
        return session->carryOut(
            {VendorReply::Way::Answered, 404, {}, false, R"({"code":"no_such_vendor"})", {}});
    if (waiting_.empty())
        asio::post(io_, [this] { flush(); });
    waiting_.push_back({session, vendor, route(*vendor, contracts_, request, now())});
}

/// Everything that came in since is written by one sync, then answered.
void HttpServer::flush()
{
    std::map<VendorModel*, bool> written;
    for (Waiting& one : std::exchange(waiting_, {})) {
        if (!written.contains(one.model))
            written[one.model] = one.model->sync().has_value();
        if (!written[one.model])
            one.reply.way = VendorReply::Way::Dropped;
        one.session->carryOut(std::move(one.reply));
    }
    for (Port& port : ports_)
        followOutage(port);
    armWebhooks();
}

void HttpServer::armWebhooks()
{
    Instant next = Never;
    for (const auto& [name, model] : models_)
        next = std::min(next, model.nextDue());
    if (next == Never || stopping_)
        return;
    webhookTimer_.expires_after(std::max(Milliseconds(0), next - now()));
    webhookTimer_.async_wait([this](error_code error) {
        if (!error)
            sendWebhooks();
    });
}

void HttpServer::sendWebhooks()
{
    for (auto& [name, model] : models_) {
        if (model.nextDue() > now() || !model.sync())
            continue;
        for (Webhook& webhook : model.due(now())) {
            ++handedOut_;
            if (poster_)
                poster_->post(std::move(webhook));
            else if (options_.onWebhook)
                options_.onWebhook(webhook);
        }
    }
    armWebhooks();
}

void HttpServer::posted(const Webhook& webhook, WebhookPoster::Answer answer)
{
    if (answer != WebhookPoster::Answer::Failed) {
        failedPosts_.erase(webhook.id);
        return delivered(webhook);
    }
    const int doublings = std::min(failedPosts_[webhook.id]++, MostDoublings);
    undelivered(webhook, FirstRetry * (1 << doublings));
}

const HttpServer::Port* HttpServer::port(const std::string& vendor) const
{
    for (const Port& port : ports_)
        if (port.model && port.model->options().name == vendor)
            return &port;
    return nullptr;
}

VendorModel* HttpServer::model(const std::string& vendor)
{
    const auto found = models_.find(vendor);
    return found == models_.end() ? nullptr : &found->second;
}

void HttpServer::setFaults(const std::string& vendor, std::vector<Fault> faults)
{
    if (VendorModel* found = model(vendor))
        found->faults().set(std::move(faults));
    for (Port& port : ports_)
        followOutage(port);
}

std::size_t HttpServer::pendingWebhooks() const
{
    std::size_t pending = handedOut_;
    for (const Port& port : ports_)
        if (port.model)
            pending += port.model->waitingEvents();
    return pending;
}

void HttpServer::delivered(const Webhook& webhook)
{
    --handedOut_;
    if (VendorModel* found = model(webhook.vendor))
        found->delivered(webhook);
}

void HttpServer::undelivered(const Webhook& webhook, Milliseconds wait)
{
    --handedOut_;
    if (VendorModel* found = model(webhook.vendor))
        found->retry(webhook, now() + wait);
    armWebhooks();
}

}  // namespace holdpoint::lab
