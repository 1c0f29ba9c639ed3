// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::connect;
using namespace std::chrono_literals;

namespace {

/// Answers every request with the same bytes and closes; counts what it got.
class RawServer : public QObject {
public:
    explicit RawServer(QByteArray answer, bool close = true) : answer_(std::move(answer)), close_(close)
    {
        HP_CHECK(server_.listen(QHostAddress::LocalHost));
        connect(&server_, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = server_.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(server_.serverPort());
    }
    [[nodiscard]] int requests() const { return requests_; }
    [[nodiscard]] const QByteArray& request() const { return request_; }

private:
    void read(QTcpSocket* socket)
    {
        const QByteArray bytes = socket->readAll();
        requests_ += bytes.startsWith("POST") || bytes.startsWith("GET") ? 1 : 0;
        request_ += bytes;
        if (request_.startsWith("POST") && !request_.endsWith("}"))
            return;
        socket->write(answer_);
        if (close_)
            socket->disconnectFromHost();
    }
    QTcpServer server_;
    QByteArray answer_;
    QByteArray request_;
    bool close_;
    int requests_ = 0;
};

QByteArray httpAnswer(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

const QByteArray Good = R"({"shipment_id":"S-1","status":"accepted"})";

/// A port whose queue of connections is full, so that connecting hangs.
class FullPort {
public:
    FullPort()
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        HP_CHECK(::bind(listener_, generic, size) == 0 && ::listen(listener_, 0) == 0);
        HP_CHECK(::getsockname(listener_, generic, &size) == 0);
        port_ = ntohs(address.sin_port);
        for (int& one : queued_) {
            one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            ::connect(one, generic, size);
        }
    }
    ~FullPort()
    {
        for (const int one : queued_)
            ::close(one);
        ::close(listener_);
    }
    FullPort(const FullPort&) = delete;
    FullPort& operator=(const FullPort&) = delete;
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

private:
    int listener_ = -1;
    int queued_[4] = {};
    int port_ = 0;
};

}  // namespace

class TestHttpDispatcher : public QObject {
    Q_OBJECT

private slots:
    void theRequestIsAsAgreed();
    void aQuestionIsAGet();
    void oddAnswers_data();
    void oddAnswers();
    void aRedirectIsNotFollowed();
    void theSizeLimitHas2Sides();
    void aVendorThatClosesIsCalledOnce();
    void noConnectionInTimeIsNotSent();
    void aProxyInTheEnvironmentIsIgnored();
    void anUnknownVendorIsNotSent();
    void badUrlsAreRefused_data();
    void badUrlsAreRefused();
    void aFullQueueAnswersAtOnce();
    void stoppingAnswersEveryCall();
};

#define ANSWER_FROM(answer, server)                                                                          \
    VendorAnswer answer;                                                                                     \
    do {                                                                                                     \
        Engineless engineless({{"wms", (server).url()}});                                                    \
        engineless.dispatcher->dispatch(callOf(Operation::Ship, "wms"));                                     \
        QTRY_COMPARE(engineless.answers.size(), std::size_t{1});                                             \
        (answer) = engineless.answers.all()[0];                                                              \
    } while (false)

void TestHttpDispatcher::theRequestIsAsAgreed()
{
    RawServer server(httpAnswer("200 OK", Good));
    ANSWER_FROM(answer, server);
    QCOMPARE(answer.outcome, AttemptOutcome::Done);
    const QByteArray& request = server.request();
    QVERIFY2(request.startsWith("POST /v1/ship HTTP/1.1\r\n"), request);
    QVERIFY2(request.contains("\r\nIdempotency-Key: hp:1001:ship:1\r\n"), request);
    QVERIFY2(request.contains("\r\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-"), request);
    QVERIFY2(request.contains("\r\nContent-Type: application/json\r\n"), request);
    QVERIFY2(request.endsWith(R"({"order":"1001","part":1,"lines":[{"line":1,"sku":"SKU-1","units":2}],)"
                              R"("node":"east","amount":"58.90","currency":"BRL"})"),
             request);
}

void TestHttpDispatcher::aQuestionIsAGet()
{
    RawServer server(httpAnswer("404 Not Found", R"({"code":"no_such_effect"})"));
    Engineless engineless({{"wms", server.url() + "/wms"}});
    VendorCall call = callOf(Operation::Ship, "wms", "10/01 é?#");
    call.ask = true;
    engineless.dispatcher->dispatch(call);
    QTRY_COMPARE(engineless.answers.size(), std::size_t{1});
    QCOMPARE(engineless.answers.all()[0].outcome, AttemptOutcome::NotSent);
    QVERIFY2(server.request().startsWith("GET /wms/v1/effects/hp:10%2F01%20%C3%A9%3F%23:ship:1 HTTP/1.1\r\n"),
             server.request());
}

void TestHttpDispatcher::oddAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("cls");
    using A = AttemptOutcome;
    using C = FailureClass;
    const auto row = [](const char* tag, const QByteArray& answer, A outcome, C cls) {
        QTest::newRow(tag) << answer << int(outcome) << int(cls);
    };
    row("nothing", "", A::OutcomeUnknown, C::Transport);
    row("not HTTP", "hello\r\n\r\n", A::OutcomeUnknown, C::Transport);
    row("cut short", "HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + Good, A::OutcomeUnknown,
        C::Transport);
    row("cut short 500", "HTTP/1.1 500 Oops\r\nContent-Length: 400\r\n\r\n{", A::OutcomeUnknown,
        C::Transport);
    row("chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n29\r\n" + Good + "\r\n0\r\n\r\n",
        A::Done, C::None);
    row("chunks end early", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n29\r\n" + Good + "\r\n",
        A::OutcomeUnknown, C::Transport);
    row("empty 200", httpAnswer("200 OK", ""), A::OutcomeUnknown, C::Validation);
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", A::OutcomeUnknown, C::Validation);
    row("201", httpAnswer("201 Created", Good), A::Done, C::None);
    row("307", httpAnswer("307 Temporary Redirect", "", "Location: /v2/ship\r\n"), A::OutcomeUnknown,
        C::Transport);
    row("400", httpAnswer("400 Bad Request", R"({"code":"key_missing"})"), A::FailedForCertain,
        C::Validation);
    row("403", httpAnswer("403 Forbidden", ""), A::OutcomeUnknown, C::Unclassified);
    row("405", httpAnswer("405 Not Allowed", ""), A::OutcomeUnknown, C::Unclassified);
    row("408", httpAnswer("408 Request Timeout", ""), A::OutcomeUnknown, C::Transport);
    row("409", httpAnswer("409 Conflict", R"({"code":"node_closed"})"), A::FailedForCertain, C::SoftBusiness);
    row("410", httpAnswer("410 Gone", ""), A::OutcomeUnknown, C::Unclassified);
    row("500", httpAnswer("500 Oops", ""), A::OutcomeUnknown, C::Transport);
    row("501", httpAnswer("501 What", ""), A::OutcomeUnknown, C::Unclassified);
    row("503", httpAnswer("503 Busy", R"({"code":"intake_closed"})"), A::NotSent, C::Transport);
    row("504", httpAnswer("504 Late", ""), A::OutcomeUnknown, C::Transport);
    row("401", httpAnswer("401 Unauthorized", "", "WWW-Authenticate: Basic\r\n"), A::OutcomeUnknown,
        C::Unclassified);
    row("404", httpAnswer("404 Not Found", "<html>"), A::OutcomeUnknown, C::Unclassified);
    row("418", httpAnswer("418 Teapot", ""), A::OutcomeUnknown, C::Unclassified);
    row("422", httpAnswer("422 No", R"({"code":"item_discontinued"})"), A::FailedForCertain, C::HardBusiness);
    row("425", httpAnswer("425 Too Early", ""), A::NotSent, C::Transport);
    row("502", httpAnswer("502 Bad Gateway", "<html>"), A::OutcomeUnknown, C::Transport);
    row("599", httpAnswer("599 What", ""), A::OutcomeUnknown, C::Unclassified);
}

void TestHttpDispatcher::oddAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, outcome);
    QFETCH(int, cls);
    RawServer server(answer);
    ANSWER_FROM(got, server);
    QCOMPARE(got.outcome, AttemptOutcome(outcome));
    QCOMPARE(got.cls, FailureClass(cls));
    QCOMPARE(server.requests(), 1);
}

void TestHttpDispatcher::aRedirectIsNotFollowed()
{
    RawServer target(httpAnswer("200 OK", Good));
    RawServer server(
        httpAnswer("302 Found", "", "Location: " + QByteArray::fromStdString(target.url()) + "/\r\n"));
    ANSWER_FROM(answer, server);
    QCOMPARE(answer.status, std::uint16_t{302});
    QCOMPARE(answer.cls, FailureClass::Unclassified);
    QCOMPARE(target.requests(), 0);
}

void TestHttpDispatcher::theSizeLimitHas2Sides()
{
    const QByteArray fits = Good + QByteArray(static_cast<qsizetype>(contracts::MaxBody) - Good.size(), ' ');
    RawServer small(httpAnswer("200 OK", fits));
    ANSWER_FROM(taken, small);
    QCOMPARE(taken.outcome, AttemptOutcome::Done);
    RawServer large(httpAnswer("200 OK", fits + " "));
    ANSWER_FROM(refused, large);
    QCOMPARE(refused.outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(refused.cls, FailureClass::Validation);
    QCOMPARE(refused.expected, std::string("at most 1 MB"));
}

void TestHttpDispatcher::aVendorThatClosesIsCalledOnce()
{
    RawServer server("");
    ANSWER_FROM(answer, server);
    QCOMPARE(answer.code, std::string("connection_closed"));
    QCOMPARE(server.requests(), 1);
}

void TestHttpDispatcher::noConnectionInTimeIsNotSent()
{
    FullPort port;
    Engineless engineless({{"wms", port.url()}});
    VendorCall call = callOf(Operation::Ship, "wms");
    engineless.dispatcher->dispatch(call);
    QTRY_COMPARE(engineless.answers.size(), std::size_t{1});
    const VendorAnswer answer = engineless.answers.all()[0];
    QCOMPARE(answer.code, std::string("connect_timeout"));
    QCOMPARE(answer.outcome, AttemptOutcome::NotSent);
}

void TestHttpDispatcher::aProxyInTheEnvironmentIsIgnored()
{
    RawServer proxy(httpAnswer("200 OK", Good));
    RawServer server(httpAnswer("200 OK", Good));
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url()));
    ANSWER_FROM(answer, server);
    qunsetenv("http_proxy");
    QCOMPARE(answer.outcome, AttemptOutcome::Done);
    QCOMPARE(proxy.requests(), 0);
    QCOMPARE(server.requests(), 1);
}

void TestHttpDispatcher::anUnknownVendorIsNotSent()
{
    Engineless engineless({});
    engineless.dispatcher->dispatch(callOf(Operation::Ship, "nobody"));
    QTRY_COMPARE(engineless.answers.size(), std::size_t{1});
    QCOMPARE(engineless.answers.all()[0].outcome, AttemptOutcome::NotSent);
    QCOMPARE(engineless.answers.all()[0].code, std::string("unknown_vendor"));
}

void TestHttpDispatcher::badUrlsAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("code");  // -1: good
    for (const char* good : {"http://127.0.0.1:80", "http://localhost:8080/a", "http://[::1]:1"})
        QTest::newRow(good) << QString(good) << -1;
    for (const char* bad : {"", "127.0.0.1:80", "https://127.0.0.1", "ftp://127.0.0.1", "http://",
                            "http://u@127.0.0.1", "http://127.0.0.1/?a", "http://127.0.0.1/#a"})
        QTest::newRow(bad) << QString(bad) << int(Code::InvalidArgument);
    for (const char* far : {"http://10.0.0.1", "http://example.org", "http://127.0.0.1.example.org"})
        QTest::newRow(far) << QString(far) << int(Code::Unsupported);
}

void TestHttpDispatcher::badUrlsAreRefused()
{
    QFETCH(QString, url);
    QFETCH(int, code);
    const SystemClock clock;
    HttpDispatcher::Options options{{{"wms", url.toStdString(), 1}}, agreedContracts()};
    const auto started = HttpDispatcher::start(std::move(options), clock, [](const VendorAnswer&) {});
    QCOMPARE(started.has_value() ? -1 : int(started.error().code), code);
}

void TestHttpDispatcher::aFullQueueAnswersAtOnce()
{
    FullPort port;
    Engineless engineless({{"wms", port.url()}}, 16, 2);
    for (int i = 0; i < 3; ++i)
        engineless.dispatcher->dispatch(callOf(Operation::Ship, "wms", std::to_string(i)));
    QTRY_COMPARE(engineless.answers.size(), std::size_t{1});
    QCOMPARE(engineless.answers.all()[0].code, std::string("connect_queue_full"));
    QCOMPARE(engineless.answers.all()[0].outcome, AttemptOutcome::NotSent);
    QTRY_COMPARE(engineless.answers.size(), std::size_t{3});
    QCOMPARE(engineless.dispatcher->callsInFlight(), std::size_t{0});
}

void TestHttpDispatcher::stoppingAnswersEveryCall()
{
    RawServer silent("", false);
    Engineless engineless({{"wms", silent.url()}}, 1);
    for (int i = 0; i < 3; ++i)
        engineless.dispatcher->dispatch(callOf(Operation::Ship, "wms", std::to_string(i)));
    QTRY_COMPARE(silent.requests(), 1);
    engineless.dispatcher.reset();
    const auto answers = engineless.answers.all();
    QCOMPARE(answers.size(), std::size_t{3});
    int unknown = 0;
    for (const VendorAnswer& answer : answers) {
        QCOMPARE(answer.code, std::string("stopped"));
        unknown += answer.outcome == AttemptOutcome::OutcomeUnknown ? 1 : 0;
    }
    QCOMPARE(unknown, 1);  // the one that was sent
    QCOMPARE(silent.requests(), 1);
}

QTEST_GUILESS_MAIN(TestHttpDispatcher)
#include "tst_http_dispatcher.moc"
