// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/lab_world.h"

class QCommandLineParser;

namespace holdpoint::ctl {

/// The options of every command that starts an engine.
void addWorldOptions(QCommandLineParser& parser);
void setWorldOptions(const QCommandLineParser& parser, host::LabWorld::Options& options);
/// Starts it; tells in one sentence why not, or that the store does not agree with its checkpoints. Null if it did not start.
[[nodiscard]] std::unique_ptr<host::LabWorld> startWorld(const host::LabWorld::Options& options);

}  // namespace holdpoint::ctl
