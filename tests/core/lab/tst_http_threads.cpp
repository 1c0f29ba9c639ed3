// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "core/base/check.h"
#include "core/contracts/answer.h"
#include "core/lab/http_vendor.h"

#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::lab;
using namespace std::chrono_literals;

namespace {

/// One blocking connection: plain sockets, so that the thread sanitizer sees everything.
class Client {
public:
    explicit Client(const std::string& url)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))));
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// The status; 0: closed without an answer.
    int post(const VendorCall& call)
    {
        const std::string body = contracts::requestBody(call);
        const std::string text = "POST /v1/ship HTTP/1.1\r\nHost: lab\r\nIdempotency-Key: " + call.key +
                                 "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        if (!connected_ || ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) < 0)
            return 0;
        std::string answer;
        char bytes[4096];
        while (!complete(answer)) {
            const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
            if (count <= 0)
                return 0;
            answer.append(bytes, static_cast<std::size_t>(count));
        }
        return std::stoi(answer.substr(9, 3));
    }

private:
    static bool complete(const std::string& answer)
    {
        const std::size_t head = answer.find("\r\n\r\n");
        const std::size_t length = answer.find("Content-Length: ");
        return head != std::string::npos && length < head &&
               answer.size() >= head + 4 + std::stoul(answer.substr(length + 16));
    }
    int socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool connected_ = false;
};

constexpr int Clients = 6;
constexpr int CallsEach = 50;

}  // namespace

class TestHttpThreads : public QObject {
    Q_OBJECT

private slots:
    void manyClientsAtOnce();
    void stoppingWithCallsUnderWay();
};

void TestHttpThreads::manyClientsAtOnce()
{
    QTemporaryDir folder;
    const SystemClock clock;
    std::atomic<int> events = 0;
    std::atomic<HttpVendors*> lab = nullptr;
    HttpVendors::Options options;
    options.vendors = {vendorOf(VendorKind::Warehouse)};
    options.vendors[0].fulfilAfter = 0ms;
    options.folder = folder.path().toStdString();
    options.onWebhook = [&](const Webhook& webhook) {
        ++events;
        if (HttpVendors* vendors = lab.load())
            vendors->delivered(webhook);
    };
    auto vendors = std::move(*HttpVendors::start(std::move(options), clock));
    lab = vendors.get();
    std::atomic<int> done = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < Clients; ++i)
        clients.emplace_back([&, i] {
            Client client(vendors->url("wms-east"));
            for (int n = 0; n < CallsEach; ++n)
                done +=
                    client.post(callOf(Operation::Ship, std::to_string(i * CallsEach + n))) == 200 ? 1 : 0;
        });
    for (int n = 0; n < 20; ++n) {
        vendors->setFaults("wms-east", {faultOf(FaultKind::DuplicateWebhook)});
        QVERIFY(vendors->book("wms-east").size() <= std::size_t{Clients * CallsEach});
        vendors->setFaults("wms-east", {});
    }
    for (std::thread& client : clients)
        client.join();
    QCOMPARE(done.load(), Clients * CallsEach);
    QTRY_VERIFY(events.load() >= Clients * CallsEach);
    QCOMPARE(vendors->book("wms-east").size(), std::size_t{Clients * CallsEach});
    lab = nullptr;
    vendors.reset();
    const auto book = readBook(folder.filePath("wms-east.book").toStdString());
    QCOMPARE(book->size(), std::size_t{Clients * CallsEach});
    for (const auto& [key, entry] : *book)
        QCOMPARE(entry.effects, 1U);
}

void TestHttpThreads::stoppingWithCallsUnderWay()
{
    const SystemClock clock;
    HttpVendors::Options options;
    options.vendors = {vendorOf(VendorKind::Warehouse)};
    options.vendors[0].latency = 1min;
    auto vendors = std::move(*HttpVendors::start(std::move(options), clock));
    const std::string url = vendors->url("wms-east");
    std::vector<std::thread> clients;
    std::atomic<int> unanswered = 0;
    for (int i = 0; i < Clients; ++i)
        clients.emplace_back([&, i] {
            Client client(url);
            unanswered += client.post(callOf(Operation::Ship, std::to_string(i))) == 0 ? 1 : 0;
        });
    QTRY_COMPARE(vendors->book("wms-east").size(), std::size_t{Clients});
    vendors.reset();
    for (std::thread& client : clients)
        client.join();
    QCOMPARE(unanswered.load(), Clients);
}

QTEST_GUILESS_MAIN(TestHttpThreads)
#include "tst_http_threads.moc"
