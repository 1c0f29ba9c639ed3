// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/metrics_server.h"

#include "core/store/store_reader.h"
#include "core/views/metrics_text.h"
#include "core/views/name_cache.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <optional>
#include <thread>

namespace holdpoint::host {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::seconds Timeout{10};
constexpr std::chrono::seconds KeepFor{5};
constexpr std::size_t LargestRequest = 8 * 1024;

}  // namespace

struct MetricsServer::Inside {
    explicit Inside(Text given) : text(std::move(given)), acceptor(io) {}
    ~Inside()
    {
        if (!thread.joinable())
            return;
        asio::post(io, [this] { io.stop(); });
        thread.join();
    }

    struct Wire {
        explicit Wire(tcp::socket socket) : stream(std::move(socket)) { parser.body_limit(LargestRequest); }
        boost::beast::tcp_stream stream;
        boost::beast::flat_buffer buffer{LargestRequest};
        http::request_parser<http::string_body> parser;
        http::response<http::string_body> response;
    };

    error_code listen(std::uint16_t wanted)
    {
        error_code error;
        acceptor.open(tcp::v4(), error);
        if (!error)
            acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            acceptor.bind({asio::ip::address_v4::loopback(), wanted}, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (!error)
            port = acceptor.local_endpoint().port();
        return error;
    }
    void accept()
    {
        acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (!error)
                read(std::make_shared<Wire>(std::move(socket)));
            if (acceptor.is_open())
                accept();
        });
    }
    void read(const std::shared_ptr<Wire>& wire)
    {
        wire->stream.expires_after(Timeout);
        http::async_read(wire->stream, wire->buffer, wire->parser,
                         [this, wire](error_code error, std::size_t) {
                             if (!error)
                                 answer(wire);
                         });
    }
    void answer(const std::shared_ptr<Wire>& wire)
    {
        const auto& request = wire->parser.get();
        const bool known = request.target() == "/metrics";
        if (request.method() != http::verb::get)
            say(*wire, http::status::method_not_allowed, "only GET\n");
        else if (!known)
            say(*wire, http::status::not_found, "only /metrics\n");
        else if (const auto now = fresh())
            say(*wire, http::status::ok, *now);
        else
            say(*wire, http::status::service_unavailable, now.error().detail + '\n');
        wire->stream.expires_after(Timeout);
        http::async_write(wire->stream, wire->response, [wire](error_code, std::size_t) {
            error_code ignored;
            wire->stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
        });
    }
    static void say(Wire& wire, http::status status, const std::string& body)
    {
        wire.response = {status, 11};
        wire.response.set(http::field::content_type, "text/plain; version=0.0.4; charset=utf-8");
        wire.response.keep_alive(false);
        wire.response.body() = body;
        wire.response.prepare_payload();
    }
    /// Who asks too often gets what was said before.
    Result<std::string> fresh()
    {
        const auto now = std::chrono::steady_clock::now();
        if (!kept || now - keptAt >= KeepFor) {
            auto read = text();
            if (!read)
                return read;
            kept = std::move(*read);
            keptAt = now;
        }
        return *kept;
    }

    Text text;
    asio::io_context io;
    tcp::acceptor acceptor;
    std::uint16_t port = 0;
    std::optional<std::string> kept;
    std::chrono::steady_clock::time_point keptAt;
    std::thread thread;
};

MetricsServer::MetricsServer(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
MetricsServer::~MetricsServer() = default;

Result<std::unique_ptr<MetricsServer>> MetricsServer::open(std::uint16_t port, Text text)
{
    auto inside = std::make_unique<Inside>(std::move(text));
    if (const error_code error = inside->listen(port))
        return Error{Code::Unavailable, "metrics on port " + std::to_string(port) + ": " + error.message()};
    inside->accept();
    inside->thread = std::thread([&io = inside->io] { io.run(); });
    return std::unique_ptr<MetricsServer>(new MetricsServer(std::move(inside)));
}

std::uint16_t MetricsServer::port() const noexcept { return inside_->port; }

MetricsServer::Text metricsOfFolder(const std::string& folder)
{
    return [folder]() -> Result<std::string> {
        auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
        if (!reader)
            return reader.error();
        const views::Moment moment(**reader);
        if (!moment.ok)
            return moment.ok.error();
        views::NameCache names;
        if (auto read = names.refresh(**reader); !read)
            return read.error();
        return views::metricsOf(**reader, names.names());
    };
}

}  // namespace holdpoint::host
