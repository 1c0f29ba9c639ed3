// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/http_server.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>

namespace holdpoint::lab {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

constexpr std::chrono::seconds IdleTimeout{60};

std::string textOf(boost::string_view view) { return {view.data(), view.size()}; }

HttpRequest requestOf(http::request<http::string_body> message)
{
    return {textOf(message.method_string()), textOf(message.target()), textOf(message["Idempotency-Key"]),
            textOf(message["traceparent"]), std::move(message.body())};
}

}  // namespace

struct HttpSession::Wire {
    explicit Wire(asio::ip::tcp::socket socket) : timer(socket.get_executor()), stream(std::move(socket)) {}
    asio::steady_timer timer;
    boost::beast::tcp_stream stream;
    boost::beast::flat_buffer buffer;
    std::optional<http::request_parser<http::string_body>> parser;
    http::response<http::string_body> response;
    bool keepAlive = true;
};

HttpSession::HttpSession(HttpServer& server, HttpServer::Port& port, asio::ip::tcp::socket socket)
    : server_(server), port_(port), wire_(std::make_unique<Wire>(std::move(socket)))
{
    error_code ignored;
    wire_->stream.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    port_.sessions.insert(this);
}

HttpSession::~HttpSession() { port_.sessions.erase(this); }

void HttpSession::read()
{
    wire_->parser.emplace();
    wire_->parser->body_limit(contracts::MaxBody);
    wire_->stream.expires_after(IdleTimeout);
    http::async_read(wire_->stream, wire_->buffer, *wire_->parser,
                     [self = shared_from_this()](error_code error, std::size_t) { self->taken(error); });
}

void HttpSession::taken(error_code error)
{
    if (error)  // a body beyond the limit, too
        return close();
    wire_->keepAlive = wire_->parser->keep_alive();
    server_.handle(shared_from_this(), requestOf(wire_->parser->release()));
}

void HttpSession::carryOut(HttpReply reply)
{
    if (reply.way == VendorReply::Way::Silent)
        return stayLent();
    if (reply.way != VendorReply::Way::Answered)
        return close();
    const Milliseconds wait = reply.due - server_.now();
    if (wait <= Milliseconds(0))
        return write(reply);
    wire_->stream.expires_never();
    wire_->timer.expires_after(wait);
    wire_->timer.async_wait([self = shared_from_this(), reply = std::move(reply)](error_code error) {
        if (!error)
            self->write(reply);
    });
}

void HttpSession::write(const HttpReply& reply)
{
    auto& response = wire_->response;
    response = {static_cast<http::status>(reply.status), 11};
    response.set(http::field::content_type,
                 reply.status < 400 ? "application/json" : "application/problem+json");
    if (!reply.retryAfter.empty())
        response.set(http::field::retry_after, reply.retryAfter);
    if (reply.replayed)
        response.set("Idempotent-Replayed", "true");
    response.keep_alive(wire_->keepAlive);
    response.body() = reply.body;
    response.prepare_payload();
    wire_->stream.expires_after(IdleTimeout);
    http::async_write(wire_->stream, response, [self = shared_from_this()](error_code error, std::size_t) {
        error || !self->wire_->keepAlive ? self->close() : self->read();
    });
}

/// The call is taken and never answered: hold the connection until the caller gives up.
void HttpSession::stayLent()
{
    wire_->stream.expires_never();
    wire_->stream.async_read_some(wire_->buffer.prepare(1),
                                  [self = shared_from_this()](error_code, std::size_t) { self->close(); });
}

void HttpSession::close()
{
    wire_->timer.cancel();
    wire_->stream.close();
}

}  // namespace holdpoint::lab
