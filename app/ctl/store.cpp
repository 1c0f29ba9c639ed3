// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "commands.h"
#include "core/host/support_bundle.h"
#include "terminal.h"

#include <QCommandLineParser>
#include <cstdio>

namespace holdpoint::ctl {
namespace {

/// The one argument of a command, or nothing after a complaint.
std::string onePath(const QStringList& arguments, const char* does, const char* what)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(does);
    parser.addHelpOption();
    parser.addPositionalArgument("PATH", what);
    ctl::parse(parser, arguments);
    if (parser.positionalArguments().size() == 1)
        return parser.positionalArguments().front().toStdString();
    complain(arguments.front().toStdString() + " takes one PATH: " + what + ".");
    return {};
}

int end(const Result<>& done, const std::string& folder, const std::string& words)
{
    if (!done) {
        complain(sentence(done.error(), folder));
        return Failed;
    }
    std::printf("%s\n", words.c_str());
    return Done;
}

}  // namespace

int backup(const Common& common, const QStringList& arguments)
{
    const std::string target =
        onePath(arguments, "Copies the store, also while an engine runs on it.", "the new file");
    if (target.empty())
        return Usage;
    ProgressLine line(common.json);
    const auto done = store::backup(store::StoreOptions::onDisk(common.folder), target, [&](double share) {
        line.show(share, "copying");
        return true;
    });
    return end(done, common.folder, "backup written and checked: " + target);
}

int restore(const Common& common, const QStringList& arguments)
{
    const std::string source = onePath(
        arguments, "Puts a backup in the place of the store; the replaced one is kept.", "the backup");
    if (source.empty())
        return Usage;
    return end(store::restore(source, {common.folder}), common.folder,
               "restored; the replaced store is kept beside it as holdpoint.db.replaced");
}

int bundle(const Common& common, const QStringList& arguments)
{
    const std::string target = onePath(
        arguments,
        "Writes numbers, causes and the shape of the journal for support: no personal data, no secrets.",
        "the new folder");
    if (target.empty())
        return Usage;
    return end(host::supportBundle(common.folder, target), common.folder,
               "support bundle written: " + target);
}

}  // namespace holdpoint::ctl
