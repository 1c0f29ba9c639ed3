// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_session.h"
#include "tests/ui/support/samples.h"
#include "ui/common/table_view.h"
#include "ui/common/window_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;

namespace {

class Items final : public RowsModel<session::ExceptionRow> {
public:
    using RowsModel::RowsModel;
    int columnCount(const QModelIndex& = {}) const override { return 2; }

protected:
    QVariant cellOf(const session::ExceptionRow& row, int column, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QString::fromStdString(column == 0 ? row.id.text() : row.code);
    }
};

}  // namespace

class tst_WindowModel : public QObject {
    Q_OBJECT

    std::unique_ptr<Client> client_;
    std::shared_ptr<FakeSession> session_;
    std::unique_ptr<Watch> watch_;
    std::unique_ptr<Items> model_;
    std::vector<session::ExceptionRow> rows_;

    void push(session::ResultId result)
    {
        QSignalSpy told(watch_.get(), &Watch::snapshot);
        session_->pushRows(session::List::Exceptions, result, rows_);
        QTRY_VERIFY(!told.isEmpty());
    }

private slots:
    void init()
    {
        client_ = std::make_unique<Client>();
        session_ = std::make_shared<FakeSession>(executorOf(client_.get()));
        client_->attach(session_);
        watch_ = std::make_unique<Watch>(*client_, session::Query{}, session::Window{0, 30}, nullptr);
        model_ = std::make_unique<Items>(*watch_, nullptr);
        new QAbstractItemModelTester(model_.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     model_.get());
        rows_ = sample::manyExceptions(1'000);
    }
    void cleanup()
    {
        model_.reset();
        watch_.reset();
        client_.reset();
    }

    void onlyRowsOfTheWindowAreHere()
    {
        push(1);
        QCOMPARE(model_->rowCount(), 1'000);
        QCOMPARE(model_->index(29, 0).data().toString(), QString::fromStdString(rows_[29].id.text()));
        QCOMPARE(model_->index(30, 0).data().toString(), QStringLiteral("…"));
        QVERIFY(model_->rowAt(29) != nullptr);
        QVERIFY(model_->rowAt(30) == nullptr);
        QCOMPARE(model_->index(30, 0).data(KeyRole).toULongLong(), 0ULL);
    }
    void asksForAPageOnBothSides()
    {
        push(1);
        model_->setVisibleRange(100, 20);
        QCOMPARE(watch_->window(), (session::Window{80, 60}));
    }
    void asksNothingWhileThePageCovers()
    {
        push(1);
        model_->setVisibleRange(100, 20);
        model_->setVisibleRange(110, 20);
        QCOMPARE(watch_->window(), (session::Window{80, 60}));
        model_->setVisibleRange(111, 20);
        QCOMPARE(watch_->window(), (session::Window{91, 60}));
    }
    void aMovedWindowTellsCellsAndResetsNothing()
    {
        push(1);
        QSignalSpy resets(model_.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(model_.get(), &QAbstractItemModel::dataChanged);
        model_->setVisibleRange(500, 20);
        push(1);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(model_->index(500, 0).data().toString(), QString::fromStdString(rows_[500].id.text()));
        QCOMPARE(model_->index(0, 0).data().toString(), QStringLiteral("…"));
    }
    void anotherResultResets()
    {
        push(1);
        QSignalSpy resets(model_.get(), &QAbstractItemModel::modelReset);
        rows_.resize(12);
        push(2);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model_->rowCount(), 12);
        QCOMPARE(model_->result(), session::ResultId{2});
    }
    void aScanThatGoesOnGrows()
    {
        push(1);
        QSignalSpy inserts(model_.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy resets(model_.get(), &QAbstractItemModel::modelReset);
        rows_ = sample::manyExceptions(1'500);
        push(1);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(inserts[0][1].toInt(), 1'000);
        QCOMPARE(inserts[0][2].toInt(), 1'499);
        QCOMPARE(resets.size(), 0);
    }
    void aDeltaChangesItsRowAlone()
    {
        push(1);
        QSignalSpy changes(model_.get(), &QAbstractItemModel::dataChanged);
        session::Delta delta;
        delta.changed = {3, 900};
        auto changed = std::vector{rows_[3], rows_[900]};
        changed[0].code = changed[1].code = "now_otherwise";
        delta.rows = changed;
        delta.waiting = 4;
        delta.gone = 2;
        session_->pushAll(session::List::Exceptions, delta);
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 3);
        QCOMPARE(changes[0][1].toModelIndex().row(), 3);
        QCOMPARE(model_->index(3, 1).data().toString(), QStringLiteral("now_otherwise"));
        QCOMPARE(model_->waiting(), std::size_t{4});
        QCOMPARE(model_->gone(), std::size_t{2});
    }
    void theViewAsksForWhatIsScrolledTo()
    {
        Theme theme;
        TableView view(theme);
        view.setModel(model_.get());
        view.resize(400, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        push(1);
        view.scrollTo(model_->index(700, 0), QAbstractItemView::PositionAtTop);
        QTRY_VERIFY(watch_->window().first <= 700 && watch_->window().first + watch_->window().count > 700);
        QVERIFY(watch_->window().count < 60);
    }
    void theCurrentRowIsFoundAgain()
    {
        Theme theme;
        TableView view(theme);
        view.setModel(model_.get());
        view.resize(400, 300);
        view.show();
        push(1);
        view.setCurrentIndex(model_->index(5, 0));
        const qulonglong key = view.currentKey();
        QCOMPARE(key, keyOf(rows_[5]));
        QSignalSpy told(&view, &TableView::currentKeyChanged);
        rows_.erase(rows_.begin(), rows_.begin() + 3);
        push(2);
        QCOMPARE(view.currentIndex().row(), 2);
        QCOMPARE(view.currentKey(), key);
        QCOMPARE(told.size(), 0);
    }
    void copiesPlainTextWithTabs()
    {
        Theme theme;
        TableView view(theme);
        view.setModel(model_.get());
        push(1);
        view.setCurrentIndex(model_->index(0, 0));
        QCOMPARE(view.selectedText(), QStringLiteral("X-20000\tattempts_exhausted_ship"));
    }
};

QTEST_MAIN(tst_WindowModel)
#include "tst_window_model.moc"
