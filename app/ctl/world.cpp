// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "terminal.h"

#include <QCommandLineParser>

namespace holdpoint::ctl {

void addWorldOptions(QCommandLineParser& parser)
{
    parser.addOption({"checkpoints",
                      "the second place of the journal's signed checkpoints; DIR/checkpoints.jsonl", "file"});
    parser.addOption({"contracts", "a folder of contracts in the place of those compiled in", "folder"});
}

void setWorldOptions(const QCommandLineParser& parser, host::LabWorld::Options& options)
{
    options.contracts = parser.value("contracts").toStdString();
    options.checkpoints = parser.value("checkpoints").toStdString();
}

std::unique_ptr<host::LabWorld> startWorld(const host::LabWorld::Options& options)
{
    auto world = host::LabWorld::start(options);
    if (!world) {
        complain(sentence(world.error(), options.folder.string()));
        return nullptr;
    }
    if (const std::string proof = (*world)->engine().state().proof; !proof.empty())
        complain(proof);
    return std::move(*world);
}

}  // namespace holdpoint::ctl
