// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lab/vendor_model.h"

#include <boost/asio/io_context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace holdpoint::lab {

/// Where events are posted: http, an IPv4 address, port and path.
struct WebhookTarget {
    std::string host;
    std::uint16_t port = 0;
    std::string path;
};
/// Errors: InvalidArgument.
Result<WebhookTarget> parseTarget(std::string_view url);

/// Posts events one after the other over one connection. On the io_context's thread only; outlives what it started.
class WebhookPoster {
public:
    enum class Answer : std::uint8_t {
        Taken,    ///< 2xx
        Refused,  ///< 4xx: sending it again cannot help
        Failed,   ///< anything else, or nothing
    };
    using Done = std::function<void(const Webhook&, Answer)>;

    WebhookPoster(boost::asio::io_context& io, WebhookTarget target, Done done);
    void post(Webhook webhook);
    void stop();

private:
    void next();
    void connect();
    void write();
    void read();
    void finish(Answer answer);
    void failed();

    WebhookTarget target_;
    Done done_;
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    boost::beast::http::request<boost::beast::http::string_body> request_;
    std::optional<boost::beast::http::response<boost::beast::http::string_body>> response_;
    std::deque<Webhook> waiting_;
    bool busy_ = false;
    bool connected_ = false;
    bool reused_ = false;  // the connection served an earlier event: it may have been closed meanwhile
    bool stopped_ = false;
};

}  // namespace holdpoint::lab
