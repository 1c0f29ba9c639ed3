// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/contract.h"
#include "core/lab/http_routes.h"
#include "core/lab/http_vendor.h"
#include "core/lab/http_webhook.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <list>
#include <memory>
#include <set>
#include <thread>

namespace holdpoint::lab {

class HttpSession;

/// The inside of HttpVendors. After `run()` everything happens on its own thread.
class HttpServer {
public:
    HttpServer(HttpVendors::Options options, contracts::Contracts agreed, const Clock& clock);
    ~HttpServer();
    Result<void> open();
    void run();

    /// Runs `work` on the server's thread; from any thread.
    void later(std::function<void()> work);

    /// One port: a vendor's, or the control port.
    struct Port {
        explicit Port(boost::asio::io_context& io) : acceptor(io), retry(io) {}
        VendorModel* model = nullptr;  // null: control
        boost::asio::ip::tcp::acceptor acceptor;
        boost::asio::steady_timer retry;
        std::uint16_t number = 0;
        std::set<HttpSession*> sessions;
        bool down = false;
    };
    void handle(const std::shared_ptr<HttpSession>& session, HttpRequest request);
    [[nodiscard]] Instant now() { return time_.now(); }

    [[nodiscard]] const Port* port(const std::string& vendor) const;
    [[nodiscard]] const Port& control() const { return *control_; }
    void setFaults(const std::string& vendor, std::vector<Fault> faults);
    void delivered(const Webhook& webhook);
    void undelivered(const Webhook& webhook, Milliseconds later);
    [[nodiscard]] VendorModel* model(const std::string& vendor);
    [[nodiscard]] std::size_t pendingWebhooks() const;

private:
    struct Waiting {
        std::shared_ptr<HttpSession> session;
        VendorModel* model;
        HttpReply reply;
    };
    Result<void> openVendor(const VendorOptions& options);
    boost::system::error_code listen(Port& port);
    void accept(Port& port);
    void stop();
    static void shut(Port& port);
    void followOutage(Port& port);
    void bringUp(Port& port);
    VendorModel* resolve(const Port& port, HttpRequest& request);
    void flush();
    void armWebhooks();
    void sendWebhooks();
    void posted(const Webhook& webhook, WebhookPoster::Answer answer);

    HttpVendors::Options options_;
    contracts::Contracts contracts_;
    EngineTime time_;
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    std::map<std::string, VendorModel> models_;
    std::list<Port> ports_;
    Port* control_ = nullptr;
    std::vector<Waiting> waiting_;
    boost::asio::steady_timer webhookTimer_;
    std::unique_ptr<WebhookPoster> poster_;
    std::map<std::string, int> failedPosts_;
    bool stopping_ = false;
    std::thread thread_;
    std::size_t handedOut_ = 0;  // events whose receiver has not answered
};

/// One connection of a client; keeps itself alive while something is under way.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(HttpServer& server, HttpServer::Port& port, boost::asio::ip::tcp::socket socket);
    ~HttpSession();
    void read();
    /// Does what the reply says, when it is due.
    void carryOut(HttpReply reply);
    void close();
    [[nodiscard]] HttpServer::Port& port() noexcept { return port_; }

private:
    struct Wire;
    void taken(boost::system::error_code error);
    void write(const HttpReply& reply);
    void stayLent();

    HttpServer& server_;
    HttpServer::Port& port_;
    std::unique_ptr<Wire> wire_;
};

}  // namespace holdpoint::lab
