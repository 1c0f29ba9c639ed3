// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/replay.h"

#include <QCoreApplication>
#include <cstdio>

using namespace holdpoint;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    host::ReplayOptions options;
    options.format = argv[2];
    options.path = argv[3];
    options.mode = std::string(argv[4]) == "observe" ? lab::ImportMode::Observe : lab::ImportMode::Control;
    auto worldOptions = host::worldFor(options, argv[1]);
    auto world = host::LabWorld::start(*worldOptions);
    if (!world) {
        std::fprintf(stderr, "%s\n", world.error().detail.c_str());
        return 1;
    }
    const auto done = host::replay(**world, options, [](const host::ReplayProgress& p) {
        std::fprintf(stderr, "\r%lu/%lu rows %.1fs calls %zu q %zu  ", p.rows, p.totalRows, p.seconds, p.engine.openCalls, p.engine.queued);
        return true;
    });
    if (!done) {
        std::fprintf(stderr, "\n%s\n", done.error().detail.c_str());
        return 1;
    }
    std::printf("\nsent %lu accepted %lu parked %lu dup %lu refused %lu  %.2fs total %.2fs p50 %.1f p99 %.1f\n", done->sent, done->accepted, done->parked, done->duplicate, done->refused, done->seconds, done->totalSeconds, done->p50Ms, done->p99Ms);
    return 0;
}
