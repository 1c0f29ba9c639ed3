// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <memory>
#include <string>

namespace holdpoint::host {
struct NumbersReport;
class MetricsServer;
}  // namespace holdpoint::host

namespace holdpoint::ctl {

/// What stands before the command.
struct Common {
    std::string folder;
    bool json = false;
};

/// Each runs one command and gives the program's exit code; `arguments` begin with the command's name.
int replay(const Common& common, const QStringList& arguments);
int demo(const Common& common, const QStringList& arguments);
int check(const Common& common, const QStringList& arguments);
int backup(const Common& common, const QStringList& arguments);
int restore(const Common& common, const QStringList& arguments);
int purge(const Common& common, const QStringList& arguments);
int bundle(const Common& common, const QStringList& arguments);
int act(const Common& common, const QStringList& arguments);
int show(const Common& common, const QStringList& arguments);
int find(const Common& common, const QStringList& arguments);
int exceptions(const Common& common, const QStringList& arguments);
int orders(const Common& common, const QStringList& arguments);
int board(const Common& common, const QStringList& arguments);
int metrics(const Common& common, const QStringList& arguments);
int shadow(const Common& common, const QStringList& arguments);
int rollout(const Common& common, const QStringList& arguments);

/// Null: it has told why not.
[[nodiscard]] std::unique_ptr<host::MetricsServer> serveMetrics(const QString& port,
                                                                const std::string& folder);

/// The numbers that must agree, under the names that `--json` promises.
[[nodiscard]] QJsonObject toJson(const host::NumbersReport& report);
void print(const host::NumbersReport& report);
void print(const QJsonObject& object);

}  // namespace holdpoint::ctl
