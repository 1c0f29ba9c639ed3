// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connect/http_call.h"

#include "core/base/hash.h"
#include "core/connect/once_body.h"

#include <QNetworkRequest>

#include <cstdio>
#include <utility>

namespace holdpoint::connect {
namespace {

using Way = contracts::HttpOutcome::Way;

constexpr qint64 ReadAhead = 256 << 10;

QByteArray bytesFrom(const std::string& text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

QUrl urlOf(const QUrl& base, const VendorCall& call)
{
    QUrl url(base);
    const QByteArray key = QUrl::toPercentEncoding(QString::fromStdString(call.key), ":");
    const std::string_view word = name(call.ref.operation);
    const QByteArray tail =
        call.ask ? "effects/" + key : QByteArray(word.data(), static_cast<qsizetype>(word.size()));
    url.setPath(base.path() + "/v1/" + QString::fromLatin1(tail), QUrl::StrictMode);
    return url;
}

/// W3C trace context: the order's trace, a span of its own for every attempt.
QByteArray traceParent(const VendorCall& call)
{
    char span[17];
    const std::uint64_t id = hash64(call.key) * 31 + call.attempt * 2u + (call.ask ? 1u : 0u);
    std::snprintf(span, sizeof span, "%016llx", static_cast<unsigned long long>(id | 1));
    return "00-" + bytesFrom(call.traceId) + '-' + span + "-01";
}

QNetworkRequest requestOf(const QUrl& base, const VendorCall& call)
{
    QNetworkRequest request(urlOf(base, call));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json, application/problem+json");
    request.setRawHeader("Accept-Encoding", "identity");  // the size limit is one of what was sent
    request.setRawHeader("Idempotency-Key", bytesFrom(call.key));
    if (call.traceId.size() == 32)
        request.setRawHeader("traceparent", traceParent(call));
    return request;
}

const char* reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError: return "connection_refused";
    case QNetworkReply::HostNotFoundError: return "host_not_found";
    case QNetworkReply::ContentReSendError: return "connection_closed";  // or 307, 308: nothing is sent twice
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError: return "not_http";
    default: return "connection_closed";
    }
}

/// A whole HTTP answer came, whatever its status: Qt makes errors of the higher ones.
bool isComplete(const QNetworkReply& reply)
{
    const auto error = reply.error();
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() &&
           (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied) &&
           error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure;
}

}  // namespace

HttpCall::HttpCall(VendorCall call, const Clock& clock, Done done)
    : call_(std::move(call)), clock_(clock), done_(std::move(done))
{
    whole_.setSingleShot(true);
    connect_.setSingleShot(true);
    connect(&whole_, &QTimer::timeout, this, [this] { giveUp(Way::TimedOut, "timeout"); });
    connect(&connect_, &QTimer::timeout, this, [this] { giveUp(Way::NotSent, "connect_timeout"); });
}

void HttpCall::start(QNetworkAccessManager& manager, const QUrl& base, Milliseconds connectTimeout)
{
    outcome_.start = clock_.wall();
    whole_.start(call_.timeout);
    connect_.start(connectTimeout);
    QNetworkRequest request = requestOf(base, call_);
    if (call_.ask) {
        reply_ = manager.get(request);
    } else {
        const QByteArray body = QByteArray::fromStdString(contracts::requestBody(call_));
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        reply_ = manager.post(request, new OnceBody(body, this));
    }
    reply_->setParent(this);
    reply_->setReadBufferSize(ReadAhead);
    connect(reply_, &QNetworkReply::requestSent, this, [this] {
        sent_ = true;
        connect_.stop();
    });
    connect(reply_, &QNetworkReply::readyRead, this, &HttpCall::readMore);
    connect(reply_, &QNetworkReply::finished, this, &HttpCall::finish);
}

void HttpCall::stop(const char* reason)
{
    if (reply_)
        return giveUp(Way::Broken, reason);  // it may be on its way already
    outcome_.start = clock_.wall();
    decided_ = true;
    outcome_.way = Way::NotSent;
    outcome_.reason = reason;
    finish();
}

void HttpCall::giveUp(Way way, const char* reason)
{
    if (over_)
        return;
    decided_ = true;
    outcome_.way = way == Way::NotSent && sent_ ? Way::TimedOut : way;
    outcome_.reason = reason;
    reply_->abort();  // emits finished
    finish();
}

void HttpCall::readMore()
{
    if (over_ || decided_)
        return;
    connect_.stop();
    const QByteArray bytes = reply_->readAll();
    if (outcome_.body.size() + static_cast<std::size_t>(bytes.size()) <= contracts::MaxBody) {
        outcome_.body.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return;
    }
    outcome_.body.clear();
    outcome_.tooLarge = true;
    decided_ = true;
    readAnswer();
    reply_->abort();
    finish();
}

void HttpCall::finish()
{
    if (std::exchange(over_, true))
        return;
    whole_.stop();
    connect_.stop();
    outcome_.end = clock_.wall();
    if (!decided_) {
        outcome_.body += reply_->readAll().toStdString();
        outcome_.tooLarge = outcome_.body.size() > contracts::MaxBody;
        isComplete(*reply_) ? readAnswer() : readError();
    }
    done_(*this, std::move(outcome_));
}

void HttpCall::readAnswer()
{
    outcome_.way = Way::Answered;
    outcome_.status =
        static_cast<std::uint16_t>(reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toUInt());
    outcome_.retryAfter = reply_->rawHeader("Retry-After").toStdString();
    outcome_.replayed = reply_->rawHeader("Idempotent-Replayed") == "true";
}

/// Only what fails before anything could be sent is "not sent".
void HttpCall::readError()
{
    const auto error = reply_->error();
    const bool before =
        error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError;
    outcome_.way = before && !sent_ ? Way::NotSent : Way::Broken;
    outcome_.reason = reasonOf(error);
    outcome_.body.clear();
}

}  // namespace holdpoint::connect
