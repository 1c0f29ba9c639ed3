// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_board.h"
#include "ui/launch/launch_screen.h"

#include <QTest>
#include <QTemporaryDir>
using namespace holdpoint; using namespace holdpoint::ui;
struct S : session::Session {
    session::UpdateSink* sink=nullptr; session::WatchId n=0;
    session::RequestId submit(const session::Command&, session::ReceiptSink&) override { return 1; }
    session::WatchId watch(const session::Query&, session::Window, session::UpdateSink& s) override { sink=&s; return ++n; }
    void adjust(session::WatchId, session::Window) override {}
    void accept(session::WatchId) override {}
    void unwatch(session::WatchId) override {}
    session::RequestId ask(const session::Question&, session::AnswerSink&) override { return 1; }
    session::StreamId open(const session::StreamRequest&, session::ChunkSink&) override { return 1; }
    void more(session::StreamId, std::uint32_t) override {}
    void cancel(std::variant<Request, Stream>) override {}
    session::LinkState link() const override { session::LinkState l; l.state=session::LinkState::State::Connected; return l; }
};
struct W : Workspace {
    State state() const override { return State::Open; }
    QString folder() const override { return {}; }
    bool isDemo() const override { return true; }
    Error error() const override { return {}; }
    void open(const QString&) override {}
    void startDemo() override {}
    Demo demo() const override { return {}; }
    void setDemoPaused(bool) override {}
    void setDemoSpeed(int) override {}
    void makeWorse(const QString&, bool) override {}
    void stopDemo() override {}
    void backup(const QString&) override {}
    void restartEngine() override {}
    DiskUse diskUse() const override { return {}; }
};
class T : public QObject {
    Q_OBJECT
private slots:
    void shots() {
        QTemporaryDir dir;
        std::int64_t mono = 0; TimeSource ts; ts.monotonicMs=[&]{return mono;}; ts.wall=[]{return Instant{1'779'000'000'000};};
        Client client(ts); Theme theme; CommandRegistry reg; Navigator nav; Settings set(dir.filePath("s.ini")); W w; Format f;
        client.setOperator({"k.osei", Role::OpsLead});
        Context c{client, theme, reg, nav, set, w, f};
        theme.apply();
        auto s = std::make_shared<S>();
        client.attach(s);
        LaunchScreen screen(c);
        screen.resize(1256, 790);
        auto shot=[&](const char* n){ screen.show(); QTest::qWait(50); screen.grab().save(QString("/tmp/hp-launch-%1.png").arg(n)); };
        shot("nodata");
        session::Snapshot snap; snap.result=1; snap.total=1; snap.asOf.at=ts.wall(); snap.rows=test::sampleBoard(ts.wall());
        s->sink->update(s->n, snap);
        shot("dark");
        theme.setName(ThemeName::Light); shot("light"); theme.setName(ThemeName::Dark);
        reg.action(QLatin1String("launch.resume"))->trigger(); shot("sheet");
        theme.setTextPercent(160); shot("160"); theme.setTextPercent(100);
        mono=24'000; QMetaObject::invokeMethod(&client, "tick"); shot("stale"); mono=0;
        snap.rows=session::Board{}; s->sink->update(s->n, snap); shot("empty");
    }
};
QTEST_MAIN(T)
#include "tst_launch_screen.moc"
