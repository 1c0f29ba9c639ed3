// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "core/host/metrics_server.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

namespace holdpoint::ctl {

int metrics(const Common& common, const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "The figures of the store as Prometheus reads them: once, or served on loopback.");
    parser.addHelpOption();
    parser.addOption(
        {"port", "serve GET /metrics on 127.0.0.1 until the program is ended; 0: any free port", "n"});
    ctl::parse(parser, arguments);
    if (!parser.isSet("port")) {
        const auto text = host::metricsOfFolder(common.folder)();
        if (!text) {
            complain(sentence(text.error(), common.folder));
            return Failed;
        }
        std::fwrite(text->data(), 1, text->size(), stdout);
        return Done;
    }
    auto server = serveMetrics(parser.value("port"), common.folder);
    return server ? QCoreApplication::exec() : Failed;
}

std::unique_ptr<host::MetricsServer> serveMetrics(const QString& port, const std::string& folder)
{
    bool ok = false;
    const std::uint16_t number = port.toUShort(&ok);
    auto server = ok ? host::MetricsServer::open(number, host::metricsOfFolder(folder))
                     : Result<std::unique_ptr<host::MetricsServer>>(
                           Error{Code::InvalidArgument, "a port is a number up to 65535"});
    if (!server) {
        complain(server.error().detail + ".");
        return nullptr;
    }
    std::fprintf(stderr, "metrics on http://127.0.0.1:%u/metrics\n", unsigned{(*server)->port()});
    return std::move(*server);
}

}  // namespace holdpoint::ctl
