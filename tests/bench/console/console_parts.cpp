// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_parts.h"

#include "tests/bench/console/bare_list.h"
#include "tests/bench/console/storm.h"
#include "ui/common/filter_field.h"
#include "ui/common/table_view.h"
#include "ui/exceptions/detail_pane.h"
#include "ui/exceptions/exceptions_screen.h"
#include "ui/exceptions/queue_list.h"
#include "ui/shell/main_window.h"

#include <QProcess>
#include <algorithm>
#include <cstdio>

namespace holdpoint::bench {
namespace {

using ui::exceptions::ExceptionsScreen;
using ui::exceptions::QueueList;

constexpr double Patience = 30;  // seconds for one answer
constexpr double NoSearch =
    0.15;  // seconds after which a key has started none: what stands there is no term yet
constexpr int Steps = 200;
constexpr int Starts = 5;
const std::array Terms{"vendor:wms-east", "class:v",   "region:eu-north channel:app",
                       "unmapped",        "older:10m", "-stage:handoff p:2"};

double msSince(double began) { return (monotonicSeconds() - began) * 1e3; }

void addSpread(const Console& c, const std::string& what, const std::string& key,
               const std::vector<double>& values, double most)
{
    const Spread spread = spreadOf(values);
    c.add(what + ", n", key + "_n", static_cast<double>(spread.count), "");
    c.add(what + ", p50", key + "_p50_ms", spread.p50, "ms");
    c.add(what + ", p95", key + "_p95_ms", spread.p95, "ms", most);
    c.add(what + ", longest", key + "_max_ms", spread.most, "ms");
}

/// Types the term a key at a time; each key that makes another query is a sample. With the field empty again after it.
void typeTerm(const Console& c, const QString& term, std::vector<double>& samples,
              std::vector<std::string>& slow)
{
    QueueList& queue = c.exceptions().queue();
    auto* field = c.exceptions().findChild<ui::FilterField*>();
    auto* edit = field->findChild<QWidget*>(QStringLiteral("filterEdit"));
    field->focusIt();
    for (const QChar& letter : term) {
        bool searches = false;
        const auto heard = QObject::connect(field, &ui::FilterField::queryChanged, [&] { searches = true; });
        const session::ResultId before = queue.model()->result();
        const double began = monotonicSeconds();
        postKey(edit, letter.toUpper().unicode(), QString(letter));
        static_cast<void>(runUntil([&] { return searches; }, NoSearch));
        const bool painted =
            searches && (queue.model()->result() != before ||
                         runUntilPainted([&] { return queue.model()->result() != before; }, Patience));
        QObject::disconnect(heard);
        if (searches && !painted)
            std::fprintf(stderr, "  no answer within %.0f s: %s\n", Patience, qPrintable(field->text()));
        if (!painted)
            continue;
        samples.push_back(msSince(began));
        slow.push_back(field->text().toStdString());
    }
    const session::ResultId before = queue.model()->result();
    field->setText({});
    static_cast<void>(runUntil([&] { return queue.model()->result() != before; }, Patience));
}

void measureTyping(const Console& c, bool grouped)
{
    QueueList& queue = c.exceptions().queue();
    if (queue.isGrouped() != grouped)
        c.window.context().commands.action(QLatin1String("exceptions.cycle"))->trigger();
    static_cast<void>(runUntil([&] { return !queue.model()->isEmptyYet(); }, Patience));
    std::vector<double> samples;
    std::vector<std::string> texts;
    for (const char* term : Terms)
        typeTerm(c, QString::fromLatin1(term), samples, texts);
    addSpread(c, grouped ? "filter key → causes painted" : "filter key → rows painted",
              grouped ? "filter_causes" : "filter_rows", samples, 100);
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (samples[i] > 100)
            std::fprintf(stderr, "  %6.0f ms  %s\n", samples[i], texts[i].c_str());
}

template <typename Press, typename IsSo>
std::vector<double> sample(int count, Press press, IsSo isSo)
{
    std::vector<double> samples;
    for (int i = 0; i < count; ++i) {
        const double began = monotonicSeconds();
        press(i);
        if (runUntilPainted(isSo, Patience))
            samples.push_back(msSince(began));
    }
    return samples;
}

void measureBareFilter(const Console& c)
{
    BareList bare(c.rows);
    bare.show();
    runFor(0.3);
    int before = 0;
    const auto samples = sample(
        30,
        [&](int i) {
            before = bare.shown();
            postKey(&bare, Qt::Key_0 + i % 10);
        },
        [&] { return bare.shown() != before; });
    addSpread(c, "control: key → bare list painted", "bare_filter", samples, 0);
}

std::vector<double> bareSteps(const Console& c)
{
    BareList bare(c.rows);
    bare.show();
    runFor(0.3);
    int before = -1;
    return sample(
        Steps,
        [&](int) {
            before = bare.currentIndex().row();
            postKey(&bare, Qt::Key_J);
        },
        [&] { return bare.currentIndex().row() != before; });
}

double lastOf(const std::vector<Line>& lines, const std::string& key)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.key == key; });
    return found == lines.end() ? 0 : found->value;
}

void addRatio(const Console& c, const std::string& what, const std::string& of, const std::string& control)
{
    c.add(what, of + "_ratio", lastOf(c.lines, of + "_p95_ms") / lastOf(c.lines, control + "_p95_ms"), "");
}

void addStalls(const Console& c, const std::string& what, const std::string& key, Watchdog::Found found)
{
    const auto longer = [](const std::vector<double>& v) {
        return static_cast<double>(std::count_if(v.begin(), v.end(), [](double ms) { return ms > 100; }));
    };
    const Spread answers = spreadOf(found.answers);
    const Spread wakings = spreadOf(found.wakings);
    c.add(what + ": stalls above 100 ms", key + "_stalls", longer(found.answers), "");
    c.add(what + ": longest stall", key + "_stall_max_ms", answers.most, "ms", 100);
    c.add(what + ": answer of the loop, p99", key + "_loop_p99_ms", answers.p99, "ms");
    c.add(what + ": control, a thread's late wakings above 100 ms", key + "_late", longer(found.wakings), "");
    c.add(what + ": control, latest waking", key + "_late_max_ms", wakings.most, "ms");
    c.add(what + ": load average", key + "_load", loadAverage(), "");
}

/// Looks at each frame which of the marked exceptions the painted cause counts by now.
class PaintedAges {
public:
    explicit PaintedAges(const Console& c) : c_(c), base_(shown()) {}
    void look()
    {
        const auto now = shown();
        if (!now || !base_)
            return;
        for (const FrameLog::Opened& opened : c_.workbench.log().takeUntil(begun_ + (*now - *base_)))
            ages.push_back(msSince(opened.at));
    }
    void begin(std::uint64_t alreadyOpened) { begun_ = alreadyOpened; }

    std::vector<double> ages;

private:
    [[nodiscard]] std::optional<std::uint64_t> shown() const
    {
        auto* model = dynamic_cast<ui::exceptions::GroupsModel*>(c_.exceptions().queue().model());
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row)
            if (const auto* group = model->rowAt(row); group != nullptr && group->code == "unmapped_sku")
                return group->count;
        return std::nullopt;
    }

    const Console& c_;
    std::optional<std::uint64_t> base_;
    std::uint64_t begun_ = 0;
};

/// A second each: memory, while the storm goes on.
void watchFor(double seconds, std::vector<double>& rss, const std::function<void()>& onFrame)
{
    for (double until = monotonicSeconds() + seconds; monotonicSeconds() < until;) {
        const double second = monotonicSeconds() + 1;
        static_cast<void>(runUntilPainted(
            [&] {
                onFrame();
                return monotonicSeconds() >= second;
            },
            1));
        rss.push_back(rssMbNow());
    }
}

}  // namespace

ExceptionsScreen& Console::exceptions() const { return *window.findChild<ExceptionsScreen*>(); }

void Console::goTo(const char* screen) const
{
    window.context().navigator.go({QString::fromLatin1(screen), {}, {}});
    runFor(0.5);
}

void measureFilter(const Console& c)
{
    c.goTo("exceptions");
    static_cast<void>(runUntil([&] { return !c.exceptions().queue().model()->isEmptyYet(); }, Patience));
    measureTyping(c, true);
    measureTyping(c, false);
    measureBareFilter(c);
    addRatio(c, "ratio of p95, causes : bare list", "filter_causes", "bare_filter");
    addRatio(c, "ratio of p95, rows : bare list", "filter_rows", "bare_filter");
    c.add("filter: load average", "filter_load", loadAverage(), "");
}

void measureNext(const Console& c)
{
    c.goTo("exceptions");
    QueueList& queue = c.exceptions().queue();
    if (queue.isGrouped())
        c.window.context().commands.action(QLatin1String("exceptions.cycle"))->trigger();
    const auto& pane = c.exceptions().detailPane();
    const auto settled = [&] {
        return !queue.currentItem().isNone() && pane.detail() != nullptr &&
               pane.detail()->row.id == queue.currentItem();
    };
    static_cast<void>(runUntil(settled, Patience));
    queue.view()->setFocus();
    runFor(0.5);
    EntityId before;
    std::vector<double> steps;
    for (int i = 0; i < Steps; ++i) {
        runFor(0.1);  // a person looks for a moment
        before = queue.currentItem();
        const double began = monotonicSeconds();
        postKey(queue.view(), Qt::Key_J, QStringLiteral("j"));
        if (runUntilPainted([&] { return queue.currentItem() != before && settled(); }, Patience))
            steps.push_back(msSince(began));
    }
    addSpread(c, "J → next detail painted", "next", steps, 50);
    addSpread(c, "control: J in the bare list", "bare_next", bareSteps(c), 0);
    addRatio(c, "ratio of p95, J : bare list", "next", "bare_next");
    c.add("J: load average", "next_load", loadAverage(), "");
}

void measureStorm(const Console& c, double eventsPerSecond, double seconds)
{
    c.goTo("launch");
    std::vector<double> rss, later;  // while the queue keeps its size; while it grows
    const double cpu = cpuSecondsNow();
    const double began = monotonicSeconds();
    std::uint64_t posted = 0, refused = 0, waits = 0;
    for (const bool exceptions : {false, true}) {
        if (exceptions) {
            c.goTo("exceptions");
            if (!c.exceptions().queue().isGrouped())
                c.window.context().commands.action(QLatin1String("exceptions.cycle"))->trigger();
            static_cast<void>(
                runUntil([&] { return !c.exceptions().queue().model()->isEmptyYet(); }, Patience));
            runFor(2);
        }
        static_cast<void>(c.workbench.log().takeUntil(UINT64_MAX));
        PaintedAges ages(c);
        ages.begin(c.workbench.log().opened());
        c.application.frameMs.clear();
        c.application.slow.clear();
        const std::string where = exceptions ? "storm, Exceptions" : "storm, Launch";
        const std::string key = exceptions ? "storm_exceptions" : "storm_launch";
        Watchdog watchdog;
        {
            Storm storm(c.workbench.engine(), eventsPerSecond,
                        exceptions ? Storm::Queue::Grows : Storm::Queue::Steady);
            const double storming = monotonicSeconds();
            watchFor(seconds / 2, exceptions ? later : rss, [&] {
                if (exceptions)
                    ages.look();
            });
            posted += storm.posted();
            refused += storm.refused();
            waits += storm.waits();
            c.add(where + ": events/s", key + "_events_per_s",
                  static_cast<double>(storm.posted()) / (monotonicSeconds() - storming), "");
        }
        addStalls(c, where, key, watchdog.stop());
        const Spread frames = spreadOf(c.application.frameMs);
        c.add(where + ": frames", key + "_frames", static_cast<double>(frames.count), "");
        c.add(where + ": painting of a frame, p99", key + "_frame_p99_ms", frames.p99, "ms");
        if (exceptions)
            addSpread(c, "event commit → painted row", "painted", ages.ages, 250);
        for (const auto& [what, ms] : c.application.slow)
            std::fprintf(stderr, "  %s: %6.0f ms  %s\n", where.c_str(), ms, what.c_str());
    }
    const double all = monotonicSeconds() - began;
    c.add("storm: refused events", "storm_refused", static_cast<double>(refused), "");
    c.add("storm: times the engine's queue was full", "storm_waits", static_cast<double>(waits), "");
    c.add("storm: CPU of the process", "storm_cpu_percent", (cpuSecondsNow() - cpu) / all * 100, "%");
    c.add("RSS before the storm", "rss_before_mb", rss.empty() ? 0 : rss.front(), "MB");
    c.add("RSS after as many ended as began", "rss_steady_mb", rss.empty() ? 0 : rss.back(), "MB");
    c.add("RSS after the storm", "rss_after_mb", rssMbNow(), "MB", 400);
    c.add("RSS slope while the queue grows", "rss_growing_mb_per_min", slopeOf(later) * 60, "MB/min");
    // The first half fills what is kept from turn to turn.
    rss.erase(rss.begin(), rss.begin() + static_cast<std::ptrdiff_t>(rss.size() / 2));
    c.add("RSS slope while the queue keeps its size, second half", "rss_slope_mb_per_min", slopeOf(rss) * 60,
          "MB/min");
}

void measureIdle(const Console& c, double seconds)
{
    for (const char* screen : {"launch", "exceptions"}) {
        c.goTo(screen);
        runFor(5);
        const double cpu = cpuSecondsNow();
        const double began = monotonicSeconds();
        runFor(seconds);
        c.add(std::string("idle on ") + screen + ": CPU of a core",
              std::string("idle_") + screen + "_percent",
              (cpuSecondsNow() - cpu) / (monotonicSeconds() - began) * 100, "%", 2);
        Watchdog watchdog;
        runFor(seconds / 2);
        addStalls(c, std::string("idle on ") + screen, std::string("idle_") + screen, watchdog.stop());
    }
    c.add("RSS, idle", "rss_idle_mb", rssMbNow(), "MB", 400);
}

void measureStart(const std::string& program, const std::filesystem::path& folder, const std::string& name,
                  std::vector<Line>& lines)
{
    std::vector<double> useful, whole;
    for (int i = 0; i < Starts; ++i) {
        QProcess process;
        const double began = monotonicSeconds();
        process.start(QString::fromStdString(program),
                      {QStringLiteral("--measure-start"), QStringLiteral("--exit"), QStringLiteral("--data"),
                       QString::fromStdString(folder.string()), QStringLiteral("--settings"),
                       QString::fromStdString((folder.parent_path() / "settings.ini").string())});
        process.waitForReadyRead(static_cast<int>(Patience * 4e3));
        whole.push_back(msSince(began));
        const QByteArray said = process.readAllStandardOutput();
        useful.push_back(said.mid(said.indexOf(':') + 1).trimmed().chopped(1).toDouble());
        process.waitForFinished(static_cast<int>(Patience * 4e3));
    }
    const Spread all = spreadOf(whole), own = spreadOf(useful);
    lines.push_back(
        {name + ": start → useful screen, p50", "start_" + name + "_p50_ms", all.p50, "ms", 1'200});
    lines.push_back(
        {name + ": longest of " + std::to_string(Starts), "start_" + name + "_max_ms", all.most, "ms"});
    lines.push_back({name + ": as the program tells it, p50", "start_" + name + "_told_ms", own.p50, "ms"});
    lines.push_back({name + ": load average", "start_" + name + "_load", loadAverage(), ""});
}

}  // namespace holdpoint::bench
