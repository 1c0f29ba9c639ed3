// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

class Deaf final : public engine::Publisher {
public:
    void published(const engine::Batch&) override {}
};

}  // namespace

/// Frames that lists were not told of.
class GapTest : public QObject {
    Q_OBJECT

private slots:
    // An engine that halted between its frame and telling of it.
    void aFrameThatNobodyWasToldOfIsAGap()
    {
        Launch launch;
        Mailbox mailbox;
        views::Views views({launch.rig.storeOptions()});
        launch.day();
        launch.rig.tell(views);
        QVERIFY(views.start().has_value());
        const auto session = views.session(mailbox.executor());
        Watcher watcher;
        session->watch({session::List::Exceptions, {}, "ada", {}, Never, Never}, {0, 10}, watcher);
        QVERIFY(mailbox.until([&] { return watcher.snapshots == 1; }));
        Deaf deaf;
        launch.rig.tell(deaf);
        launch.order("7", {{1, "SCARF", 1}});  // nobody has one
        launch.rig.tell(views);
        launch.order("8", {{1, "SCARF", 1}});
        QVERIFY(mailbox.until([&] { return watcher.gaps >= 1 && watcher.delta.waiting == 2; }));
    }
};

QTEST_GUILESS_MAIN(GapTest)
#include "tst_gap.moc"
