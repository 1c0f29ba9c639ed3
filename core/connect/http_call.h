// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/answer.h"
#include "core/model/vendor_call.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace holdpoint::connect {

/// One request and its answer. Lives on the connect thread; calls `done` once, then may be deleted later.
class HttpCall final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(HttpCall&, contracts::HttpOutcome)>;
    HttpCall(VendorCall call, const Clock& clock, Done done);

    void start(QNetworkAccessManager& manager, const QUrl& base, Milliseconds connectTimeout);
    /// Ends it now with this reason, if it has not ended: NotSent if it was never started, else Broken.
    void stop(const char* reason);
    [[nodiscard]] const VendorCall& call() const noexcept { return call_; }

private:
    void readMore();
    void giveUp(contracts::HttpOutcome::Way way, const char* reason);
    void finish();
    void readAnswer();
    void readError();

    VendorCall call_;
    const Clock& clock_;
    Done done_;
    QNetworkReply* reply_ = nullptr;  // child
    QTimer whole_;
    QTimer connect_;
    contracts::HttpOutcome outcome_;
    bool sent_ = false;  // at least part of the request was given to the network
    bool over_ = false;
    bool decided_ = false;  // outcome_ says why we ended it ourselves
};

}  // namespace holdpoint::connect
