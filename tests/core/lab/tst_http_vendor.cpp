// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "core/base/check.h"
#include "core/contracts/answer.h"
#include "core/lab/http_routes.h"
#include "core/lab/http_vendor.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <nlohmann/json.hpp>

using namespace holdpoint;
using namespace holdpoint::lab;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

struct Got {
    int status = 0;
    QByteArray body;
    [[nodiscard]] json parsed() const { return json::parse(body.toStdString(), nullptr, false); }
};

/// Events handed to the callback, from the lab's thread.
class Events {
public:
    void add(const Webhook& webhook)
    {
        const std::lock_guard lock(mutex_);
        all_.push_back(webhook);
    }
    [[nodiscard]] std::vector<Webhook> all() const
    {
        const std::lock_guard lock(mutex_);
        return all_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<Webhook> all_;
};

VendorOptions quickWarehouse()
{
    VendorOptions options = vendorOf(VendorKind::Warehouse);
    options.fulfilAfter = 20ms;
    return options;
}

std::string shipBody() { return contracts::requestBody(callOf(Operation::Ship)); }

}  // namespace

class TestHttpVendor : public QObject {
    Q_OBJECT

private slots:
    void aCallIsTakenAndListedInTheBook();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void aBodyBeyondTheLimitClosesTheConnection();
    void faultsAreSwitchedOverHttp();
    void faultSettingsAreRead();
    void badFaultSettingsAreRefused_data();
    void badFaultSettingsAreRefused();
    void theControlPortStaysUpInAnOutage();
    void eventsReachTheCallback();
    void anUndeliveredEventComesAgain();
    void eventsArePostedUntilTheyAreTaken();
    void aRefusedEventIsNotPostedAgain();
    void aRestartedServerKnowsItsKeys();
    void aPortInUseIsAnError();
    void badWebhookUrlsAreRefused_data();
    void badWebhookUrlsAreRefused();

private:
    std::unique_ptr<HttpVendors> start(HttpVendors::Options options = {})
    {
        if (options.vendors.empty())
            options.vendors = {quickWarehouse()};
        auto started = HttpVendors::start(std::move(options), clock_);
        HP_CHECK(started.has_value());
        return std::move(*started);
    }
    Got request(const QByteArray& method, const std::string& url, const std::string& body = {},
                const QByteArray& key = "hp:1001:ship:1")
    {
        QNetworkRequest request{QUrl(QString::fromStdString(url))};
        request.setRawHeader("Idempotency-Key", key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
        std::unique_ptr<QNetworkReply> reply(
            manager_.sendCustomRequest(request, method, QByteArray::fromStdString(body)));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }

    SystemClock clock_;
    QNetworkAccessManager manager_;
};

void TestHttpVendor::aCallIsTakenAndListedInTheBook()
{
    auto vendors = start();
    const std::string url = vendors->url("wms-east");
    QCOMPARE(vendors->url("nobody"), std::string());
    const Got ship = request("POST", url + "/v1/ship", shipBody());
    QCOMPARE(ship.status, 200);
    const std::string reference = ship.parsed().at("shipment_id");
    const Got state = request("GET", url + "/v1/effects/hp:1001:ship:1");
    QCOMPARE(state.status, 200);
    QVERIFY((
        state.parsed() ==
        json{{"key", "hp:1001:ship:1"}, {"operation", "ship"}, {"state", "done"}, {"reference", reference}}));
    QCOMPARE(request("GET", url + "/v1/effects/hp:1002:ship:1").status, 404);
    const json book = request("GET", url + "/v1/book").parsed();
    QVERIFY((book == json{{"vendor", "wms-east"},
                          {"received", 1},
                          {"effects", 1},
                          {"keys",
                           {{{"key", "hp:1001:ship:1"},
                             {"operation", "ship"},
                             {"order", "1001"},
                             {"received", 1},
                             {"effects", 1},
                             {"code", ""},
                             {"reference", reference}}}}}));
}

void TestHttpVendor::badRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray good = QByteArray::fromStdString(shipBody());
    const auto row = [](const char* tag, const char* method, const char* path, const QByteArray& body,
                        const QByteArray& key, int status, const char* code) {
        QTest::newRow(tag) << QByteArray(method) << QString(path) << body << key << status << QString(code);
    };
    row("no key", "POST", "/v1/ship", good, "", 400, "key_missing");
    row("no JSON", "POST", "/v1/ship", "{", "k", 400, "request_breach");
    row("not as agreed", "POST", "/v1/ship", R"({"order":"1","part":"1","node":"e"})", "k", 400,
        "request_breach");
    row("bad amount", "POST", "/v1/ship",
        R"({"order":"1","part":1,"node":"e","amount":"1.999","currency":"BRL"})", "k", 400, "request_breach");
    row("other trade", "POST", "/v1/capture", R"({"order":"1","part":1,"amount":"1","currency":"BRL"})", "k",
        400, "operation_not_offered");
    row("no such operation", "POST", "/v1/sail", good, "k", 404, "no_such_path");
    row("no such path", "GET", "/v2/book", "", "k", 404, "no_such_path");
    row("wrong method", "GET", "/v1/ship", "", "k", 405, "method_not_allowed");
}

void TestHttpVendor::badRequestsAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, key);
    QFETCH(int, status);
    QFETCH(QString, code);
    auto vendors = start();
    const Got got = request(method, vendors->url("wms-east") + path.toStdString(), body.toStdString(), key);
    QCOMPARE(got.status, status);
    QCOMPARE(QString::fromStdString(got.parsed().value("code", "")), code);
    for (const auto& [name, entry] : vendors->book("wms-east"))
        QCOMPARE(entry.effects, 0U);
}

void TestHttpVendor::aBodyBeyondTheLimitClosesTheConnection()
{
    auto vendors = start();
    const std::string url = vendors->url("wms-east") + "/v1/ship";
    const std::string body = shipBody();
    QCOMPARE(request("POST", url, body + std::string(contracts::MaxBody - body.size(), ' ')).status, 200);
    QCOMPARE(request("POST", url, body + std::string(contracts::MaxBody + 1 - body.size(), ' ')).status, 0);
    QCOMPARE(vendors->book("wms-east").at("hp:1001:ship:1").received, 1U);
}

void TestHttpVendor::faultsAreSwitchedOverHttp()
{
    auto vendors = start();
    const std::string url = vendors->url("wms-east");
    QCOMPARE(request("POST", url + "/v1/faults", R"({"faults":[{"kind":"error_before","times":1}]})").status,
             200);
    QCOMPARE(request("POST", url + "/v1/ship", shipBody()).status, 500);
    QCOMPARE(request("POST", url + "/v1/ship", shipBody()).status, 200);
    QCOMPARE(request("POST", url + "/v1/faults", R"({"faults":[{"kind":"storm"}]})").status, 400);
}

void TestHttpVendor::faultSettingsAreRead()
{
    const auto faults =
        parseFaults(R"({"faults":[{"kind":"refuse_soft","operation":"ship","per_million":5,"seed":6,
        "times":7,"delay_ms":8,"code":"c","asks":true},{"kind":"outage"}]})");
    QVERIFY(faults.has_value());
    QCOMPARE(faults->size(), std::size_t{2});
    const Fault& first = faults->at(0);
    QCOMPARE(first.kind, FaultKind::RefuseSoft);
    QVERIFY(first.operation == Operation::Ship && first.perMillion == 5 && first.seed == 6 &&
            first.times == 7);
    QVERIFY(first.delay == 8ms && first.code == "c" && first.asks);
    const Fault& second = faults->at(1);
    QVERIFY(!second.operation && second.perMillion == 1'000'000 && second.times == -1 && !second.asks);
}

void TestHttpVendor::badFaultSettingsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "[]", "{}", R"({"faults":[{}]})", R"({"faults":[{"kind":"storm"}]})",
                             R"({"faults":[{"kind":"outage","operation":"sail"}]})",
                             R"({"faults":[{"kind":"outage","times":"x"}]})"})
        QTest::newRow(*text ? text : "empty") << QString(text);
}

void TestHttpVendor::badFaultSettingsAreRefused()
{
    QFETCH(QString, text);
    const auto faults = parseFaults(text.toStdString());
    QVERIFY(!faults.has_value());
    QCOMPARE(faults.error().code, Code::InvalidArgument);
}

void TestHttpVendor::theControlPortStaysUpInAnOutage()
{
    auto vendors = start();
    const std::string control = vendors->controlUrl() + "/wms-east/v1/";
    QCOMPARE(request("POST", control + "faults", R"({"faults":[{"kind":"outage"}]})").status, 200);
    QCOMPARE(request("POST", vendors->url("wms-east") + "/v1/ship", shipBody()).status, 0);
    QCOMPARE(request("GET", control + "book").parsed().value("received", -1), 0);
    QCOMPARE(request("POST", control + "faults", R"({"faults":[]})").status, 200);
    QCOMPARE(request("POST", vendors->url("wms-east") + "/v1/ship", shipBody()).status, 200);
    QCOMPARE(request("GET", vendors->controlUrl() + "/nobody/v1/book").status, 404);
}

void TestHttpVendor::eventsReachTheCallback()
{
    Events events;
    HttpVendors::Options options;
    options.onWebhook = [&](const Webhook& webhook) { events.add(webhook); };
    auto vendors = start(std::move(options));
    const Got ship = request("POST", vendors->url("wms-east") + "/v1/ship", shipBody());
    QTRY_COMPARE(events.all().size(), std::size_t{1});
    const json event = json::parse(events.all()[0].bytes);
    QCOMPARE(event.at("type").get<std::string>(), std::string("shipment.shipped"));
    QVERIFY(event.at("data").at("id") == ship.parsed().at("shipment_id"));
}

void TestHttpVendor::anUndeliveredEventComesAgain()
{
    Events events;
    std::atomic<HttpVendors*> lab = nullptr;
    HttpVendors::Options options;
    options.onWebhook = [&](const Webhook& webhook) {
        events.add(webhook);
        if (events.all().size() < 3)
            lab.load()->undelivered(webhook, 1ms);
        else
            lab.load()->delivered(webhook);
    };
    auto vendors = start(std::move(options));
    lab = vendors.get();
    request("POST", vendors->url("wms-east") + "/v1/ship", shipBody());
    QTRY_COMPARE(events.all().size(), std::size_t{3});
    QCOMPARE(events.all()[0].bytes, events.all()[2].bytes);
}

namespace {

/// Answers POSTs with one status after the other, the last for ever.
class Receiver : public QObject {
public:
    explicit Receiver(std::vector<QByteArray> statuses) : statuses_(std::move(statuses))
    {
        HP_CHECK(server_.listen(QHostAddress::LocalHost));
        connect(&server_, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = server_.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                const QByteArray status = statuses_[qMin(bodies.size(), qsizetype(statuses_.size() - 1))];
                bodies += bytes.mid(bytes.indexOf("\r\n\r\n") + 4);
                socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }
    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(server_.serverPort()) + "/in";
    }
    QList<QByteArray> bodies;

private:
    QTcpServer server_;
    std::vector<QByteArray> statuses_;
};

}  // namespace

void TestHttpVendor::eventsArePostedUntilTheyAreTaken()
{
    Receiver receiver({"503 Busy", "202 Accepted"});
    QTemporaryDir folder;
    HttpVendors::Options options;
    options.folder = folder.path().toStdString();
    options.webhookUrl = receiver.url();
    {
        auto vendors = start(options);
        request("POST", vendors->url("wms-east") + "/v1/ship", shipBody());
        QTRY_COMPARE(receiver.bodies.size(), 2);
        QCOMPARE(receiver.bodies[0], receiver.bodies[1]);
        request("POST", vendors->url("wms-east") + "/v1/ship",
                contracts::requestBody(callOf(Operation::Ship, "1002")), "hp:1002:ship:1");
        QTRY_COMPARE(receiver.bodies.size(), 3);
    }
    const auto book = VendorBook::open(options.folder / "wms-east.book");
    QVERIFY(book->wasDelivered(json::parse(receiver.bodies[1].toStdString()).at("id").get<std::string>()));
}

void TestHttpVendor::aRefusedEventIsNotPostedAgain()
{
    Receiver receiver({"422 No", "202 Accepted"});
    HttpVendors::Options options;
    options.webhookUrl = receiver.url();
    auto vendors = start(options);
    const std::string url = vendors->url("wms-east") + "/v1/ship";
    request("POST", url, shipBody());
    QTRY_COMPARE(receiver.bodies.size(), 1);
    request("POST", url, contracts::requestBody(callOf(Operation::Ship, "1002")), "hp:1002:ship:1");
    QTRY_COMPARE(receiver.bodies.size(), 2);
    QVERIFY(receiver.bodies[0] != receiver.bodies[1]);
}

void TestHttpVendor::aRestartedServerKnowsItsKeys()
{
    QTemporaryDir folder;
    HttpVendors::Options options;
    options.folder = folder.path().toStdString();
    QByteArray first;
    {
        auto vendors = start(options);
        first = request("POST", vendors->url("wms-east") + "/v1/ship", shipBody()).body;
        // On disk before the reply: what a kill would leave.
        QCOMPARE(readBook(options.folder / "wms-east.book")->at("hp:1001:ship:1").effects, 1U);
        options.vendors = {quickWarehouse()};
        QCOMPARE(HttpVendors::start(options, clock_).error().code, Code::Conflict);
    }
    auto vendors = start(options);
    QCOMPARE(request("POST", vendors->url("wms-east") + "/v1/ship", shipBody()).body, first);
    QCOMPARE(vendors->book("wms-east").at("hp:1001:ship:1").effects, 1U);
    QCOMPARE(vendors->book("wms-east").at("hp:1001:ship:1").received, 2U);
}

void TestHttpVendor::aPortInUseIsAnError()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    HttpVendors::Options options;
    options.vendors = {quickWarehouse()};
    options.ports["wms-east"] = other.serverPort();
    const auto started = HttpVendors::start(options, clock_);
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().code, Code::Unavailable);
}

void TestHttpVendor::badWebhookUrlsAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << "http://127.0.0.1:80/in" << true;
    for (const char* url :
         {"https://127.0.0.1:80/in", "http://127.0.0.1/in", "http://127.0.0.1:80", "http://a:80/in",
          "http://127.0.0.1:0/in", "http://127.0.0.1:99999/in", "http://127.0.0.1:8x/in"})
        QTest::newRow(url) << url << false;
}

void TestHttpVendor::badWebhookUrlsAreRefused()
{
    QFETCH(QString, url);
    QFETCH(bool, good);
    HttpVendors::Options options;
    options.vendors = {quickWarehouse()};
    options.webhookUrl = url.toStdString();
    QCOMPARE(HttpVendors::start(options, clock_).has_value(), good);
}

QTEST_GUILESS_MAIN(TestHttpVendor)
#include "tst_http_vendor.moc"
