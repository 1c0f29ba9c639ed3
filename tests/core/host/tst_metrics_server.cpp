// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/metrics_server.h"
#include "core/views/metrics_text.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace holdpoint;

namespace {

/// What the server answers to a request, all of it; it closes after each.
std::string ask(std::uint16_t port, const std::string& request)
{
    const int wire = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(wire, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0 &&
        ::send(wire, request.data(), request.size(), 0) == static_cast<ssize_t>(request.size())) {
        char part[4096];
        for (ssize_t n = 0; (n = ::recv(wire, part, sizeof part, 0)) > 0;)
            answer.append(part, static_cast<std::size_t>(n));
    }
    ::close(wire);
    return answer;
}

std::string get(std::uint16_t port, const std::string& target)
{
    return ask(port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

/// Boards with something in every family, and a name that needs escaping.
std::string everything()
{
    session::Numbers numbers;
    numbers.byProducer = {{"shop \"eu\"\\1", {10, 7, 1, 1, 1, 0, 0}}};
    numbers.asOf.parts.emplace_back();
    numbers.asOf.at = {1'800'000'000'500};
    session::Board board;
    board.metrics[0].value = 99.5;
    board.vendors.push_back({});
    board.vendors.back().vendor = "wms";
    board.alarms.push_back({});
    session::RolloutBoard rollout;
    rollout.rollout = EntityId{7, 0, EntityKind::Rollout};
    rollout.name = "Autumn";
    rollout.slices.push_back({});
    rollout.slices.back().name = "MG";
    rollout.slices.back().weightBp = 500;
    rollout.gates.push_back({});
    rollout.gates.back().id = "handoff";
    rollout.gates.back().verdict = GateVerdict::NoGo;
    rollout.gates.back().value = 0.25;
    return views::metricsText(numbers, board, rollout);
}

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

class MetricsServerTest : public QObject {
    Q_OBJECT

private slots:
    void figuresAreLines()
    {
        const std::string text = everything();
        QVERIFY(contains(
            text, "holdpoint_events_total{producer=\"shop \\\"eu\\\"\\\\1\",disposition=\"accepted\"} 7\n"));
        QVERIFY(contains(text, "holdpoint_rollout_weight_ratio{rollout=\"Autumn\",slice=\"MG\"} 0.05"));
        QVERIFY(contains(text, "gate=\"handoff\"} -1\n"));
        QVERIFY(contains(text, "holdpoint_frame_timestamp_seconds 1800000000.5\n"));
    }
    void whatIsNotKnownHasNoLine()
    {
        const std::string text = views::metricsText({}, {}, {});
        QVERIFY(!contains(text, "launch_metric"));
        QVERIFY(!contains(text, "rollout"));
    }
    void thePrometheusToolFindsNothingToSay()
    {
        const QString promtool = QStandardPaths::findExecutable("promtool");
        QVERIFY2(!promtool.isEmpty(), "promtool is missing: package prometheus, which tests/run installs");
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(promtool, {"check", "metrics"});
        QVERIFY(check.waitForStarted());
        check.write(QByteArray::fromStdString(everything()));
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.readAll(), QByteArray());
        QCOMPARE(check.exitCode(), 0);
    }
    void theTextIsServedOnLoopback()
    {
        auto server = host::MetricsServer::open(0, [] { return Result<std::string>("a 1\n"); });
        QVERIFY(server);
        const std::string answer = get((*server)->port(), "/metrics");
        QVERIFY(answer.starts_with("HTTP/1.1 200"));
        QVERIFY(contains(answer, "text/plain; version=0.0.4"));
        QVERIFY(answer.ends_with("\r\n\r\na 1\n"));
    }
    void anythingElseIsRefused()
    {
        auto server = host::MetricsServer::open(0, [] { return Result<std::string>("a 1\n"); });
        QVERIFY(server);
        QVERIFY(get((*server)->port(), "/").starts_with("HTTP/1.1 404"));
        QVERIFY(ask((*server)->port(), "DELETE /metrics HTTP/1.1\r\nHost: l\r\n\r\n")
                    .starts_with("HTTP/1.1 405"));
        QVERIFY(ask((*server)->port(),
                    "GET /metrics HTTP/1.1\r\nHost: l\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n")
                    .empty());
        QVERIFY(get((*server)->port(), "/metrics").starts_with("HTTP/1.1 200"));  // and it goes on
    }
    void aStoreThatCannotBeReadIsSaid()
    {
        auto server = host::MetricsServer::open(0, host::metricsOfFolder("/nowhere/at/all"));
        QVERIFY(server);
        QVERIFY(get((*server)->port(), "/metrics").starts_with("HTTP/1.1 503"));
    }
    void aTakenPortIsAnError()
    {
        auto first = host::MetricsServer::open(0, [] { return Result<std::string>(""); });
        QVERIFY(first);
        const auto second =
            host::MetricsServer::open((*first)->port(), [] { return Result<std::string>(""); });
        QVERIFY(!second);
        QCOMPARE(second.error().code, Code::Unavailable);
    }
    void whoAsksOftenIsNotReadForEachTime()
    {
        int read = 0;
        auto server =
            host::MetricsServer::open(0, [&read]() -> Result<std::string> { return std::to_string(++read); });
        QVERIFY(server);
        QVERIFY(get((*server)->port(), "/metrics").ends_with("1"));
        QVERIFY(get((*server)->port(), "/metrics").ends_with("1"));
    }
};

QTEST_GUILESS_MAIN(MetricsServerTest)
#include "tst_metrics_server.moc"
