// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/http_webhook.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <charconv>

namespace holdpoint::lab {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

constexpr std::chrono::seconds CallTimeout{10};

}  // namespace

Result<WebhookTarget> parseTarget(std::string_view url)
{
    const Error wrong{Code::InvalidArgument, "not http://ADDRESS:PORT/PATH: " + std::string(url)};
    constexpr std::string_view Scheme = "http://";
    if (!url.starts_with(Scheme))
        return wrong;
    url.remove_prefix(Scheme.size());
    const std::size_t slash = url.find('/');
    const std::size_t colon = url.find(':');
    if (slash == std::string_view::npos || colon >= slash)
        return wrong;
    WebhookTarget target{std::string(url.substr(0, colon)), 0, std::string(url.substr(slash))};
    const auto [end, error] = std::from_chars(url.data() + colon + 1, url.data() + slash, target.port);
    error_code bad;
    asio::ip::make_address_v4(target.host, bad);
    if (error != std::errc() || end != url.data() + slash || target.port == 0 || bad)
        return wrong;
    return target;
}

WebhookPoster::WebhookPoster(asio::io_context& io, WebhookTarget target, Done done)
    : target_(std::move(target)), done_(std::move(done)), stream_(io)
{}

void WebhookPoster::post(Webhook webhook)
{
    waiting_.push_back(std::move(webhook));
    if (!busy_)
        next();
}

void WebhookPoster::stop()
{
    stopped_ = true;
    stream_.close();
}

void WebhookPoster::next()
{
    busy_ = !waiting_.empty() && !stopped_;
    if (!busy_)
        return;
    request_ = {http::verb::post, target_.path, 11};
    request_.set(http::field::host, target_.host);
    request_.set(http::field::content_type, "application/cloudevents+json");
    request_.body() = waiting_.front().bytes;
    request_.prepare_payload();
    reused_ = connected_;
    connected_ ? write() : connect();
}

void WebhookPoster::connect()
{
    reused_ = false;
    stream_.expires_after(CallTimeout);
    stream_.async_connect({asio::ip::make_address_v4(target_.host), target_.port}, [this](error_code error) {
        connected_ = !error;
        error ? failed() : write();
    });
}

void WebhookPoster::write()
{
    stream_.expires_after(CallTimeout);
    http::async_write(stream_, request_,
                      [this](error_code error, std::size_t) { error ? failed() : read(); });
}

void WebhookPoster::read()
{
    response_.emplace();
    http::async_read(stream_, buffer_, *response_, [this](error_code error, std::size_t) {
        if (error)
            return failed();
        if (!response_->keep_alive()) {
            stream_.close();
            connected_ = false;
        }
        const int status = response_->result_int();
        const bool again = status == 408 || status == 425 || status == 429;
        finish(status / 100 == 2             ? Answer::Taken
               : status / 100 == 4 && !again ? Answer::Refused
                                             : Answer::Failed);
    });
}

void WebhookPoster::failed()
{
    stream_.close();
    connected_ = false;
    buffer_.clear();
    if (stopped_)
        return;
    reused_ ? connect() : finish(Answer::Failed);
}

void WebhookPoster::finish(Answer answer)
{
    const Webhook webhook = std::move(waiting_.front());
    waiting_.pop_front();
    done_(webhook, answer);
    next();
}

}  // namespace holdpoint::lab
