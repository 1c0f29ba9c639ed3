// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/local_workspace.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QIcon>
#include <cstdio>

using namespace holdpoint;

namespace {

/// Prints when the first true figures stood on the screen, for benchmarks.
void measureStart(ui::MainWindow& window, const QElapsedTimer& since, bool exits)
{
    QObject::connect(&window, &ui::MainWindow::useful, &window, [&window, since, exits] {
        std::printf("{\"useful_ms\": %lld}\n", static_cast<long long>(since.elapsed()));
        std::fflush(stdout);
        if (exits)
            window.close();
    });
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Runs orders and shows what happens to them."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({"data",
                      QCoreApplication::translate("main", "the data folder to open, made if it is not there"),
                      "dir"});
    parser.addOption(
        {"demo", QCoreApplication::translate("main", "start the demo launch, in a folder of its own")});
    parser.addOption({"settings", QCoreApplication::translate("main", "file of the settings"), "file"});
    parser.addOption({"measure-start", QCoreApplication::translate("main", "print how long the start took")});
    parser.addOption({"exit", QCoreApplication::translate("main", "with --measure-start: end then")});
}

}  // namespace

int main(int argc, char** argv)
{
    QElapsedTimer since;
    since.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("holdpoint"));
    QApplication::setApplicationVersion(QStringLiteral(HOLDPOINT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("holdpoint"));

    // Which settings tells the language, and the language how the options are explained.
    QCommandLineParser early;
    addOptions(early);
    static_cast<void>(early.parse(QCoreApplication::arguments()));
    ui::Settings settings(early.value("settings"));
    ui::Theme theme;
    ui::Format format;
    ui::Language language(settings, format);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    console::LocalWorkspace::Options options;
    options.version = QStringLiteral(HOLDPOINT_VERSION);
    console::LocalWorkspace workspace(settings, options);
    // The folder opens on threads of its own while the window is made.
    if (parser.isSet("demo"))
        workspace.startDemo();
    else if (parser.isSet("data"))
        workspace.open(parser.value("data"));
    else if (const QString last = settings.value(ui::Setting::DataFolder).toString(); !last.isEmpty())
        workspace.open(last);
    ui::MainWindow window({theme, settings, workspace, format});
    if (parser.isSet("measure-start"))
        measureStart(window, since, parser.isSet("exit"));
    window.QWidget::show();
    return QApplication::exec();
}
