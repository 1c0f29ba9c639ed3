// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screen_rig.h"
#include "tests/ui/support/shot.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/text/words.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QXmlStreamReader>
#include <QtTest/QTest>

namespace holdpoint::ui {
namespace {

/// A program on an open folder whose session the test plays, with the sample launch in it.
class PlayedWorkspace final : public StillWorkspace {
    Q_OBJECT

public:
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor executor) override
    {
        const auto session = std::make_shared<FakeSession>(std::move(executor));
        session->onWatch = [](FakeSession& fake, const FakeSession::Watched& watch) {
            session::Snapshot snapshot;
            snapshot.result = watch.id;
            snapshot.asOf.at = sample::now();
            const auto all = [&](auto rows) {
                snapshot.total = rows.size();
                snapshot.window = {0, rows.size()};
                snapshot.rows = std::move(rows);
            };
            switch (watch.query.list) {
            case session::List::Exceptions: all(sample::exceptions()); break;
            case session::List::Groups: all(sample::groups()); break;
            case session::List::Orders: all(sample::orders()); break;
            default: snapshot.rows = sample::board(); break;
            }
            fake.push(watch.id, snapshot);
        };
        session->onAsk = [](FakeSession& fake, const FakeSession::Asked& asked) {
            if (std::holds_alternative<session::AskException>(asked.question))
                fake.answer(asked.id, sample::contractDetail());
            else if (std::holds_alternative<session::AskOrder>(asked.question))
                fake.answer(asked.id, sample::orderDetail());
        };
        return session;
    }
};

/// The whole window on that program. `language` as in the settings.
struct Rig {
    explicit Rig(const QString& code, const QString& screen = QStringLiteral("launch"), int percent = 100)
    {
        settings.set(Setting::Language, code);
        settings.set(Setting::OperatorName, QStringLiteral("m.osei"));
        settings.set(Setting::TextPercent, percent);
        language = std::make_unique<Language>(settings, format);
        const TimeSource still{[] { return std::int64_t{1'000}; }, [] { return sample::now(); }};
        window = std::make_unique<MainWindow>(MainWindow::World{theme, settings, workspace, format, still});
        window->resize(1440, 900);
        window->QWidget::show();
        emit workspace.stateChanged();
        open(screen);
    }

    void open(const QString& screen)
    {
        const EntityId order = screen == QLatin1String("order") ? sample::orderDetail().row.id : EntityId();
        const QString name = order == EntityId() ? screen : QStringLiteral("orders");
        window->context().navigator.go({name, {}, order});
        settle();
    }
    void setLanguage(const QString& code)
    {
        settings.set(Setting::Language, code);
        settle();
    }
    /// Answers and events in the queue have come, layouts are made.
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    Theme theme;
    Format format;
    PlayedWorkspace workspace;
    std::unique_ptr<Language> language;
    std::unique_ptr<MainWindow> window;
};

void addCells(const QAbstractItemView& view, QStringList& texts)
{
    const QAbstractItemModel* model = view.model();
    if (model == nullptr)
        return;
    for (int column = 0; column < model->columnCount(); ++column) {
        texts << model->headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < std::min(model->rowCount(), 10); ++row)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                texts << model->index(row, column).data(role).toString();
    }
}

/// All that can be read in the window: what is shown, spoken and offered.
QStringList textsOf(const MainWindow& window)
{
    QStringList texts{window.windowTitle()};
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text();
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            texts << edit->placeholderText();
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
            addCells(*view, texts);
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i);
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    texts.sort();
    return texts;
}

QStringList without(QStringList texts, const QStringList& others)
{
    const QSet<QString> known(others.begin(), others.end());
    texts.erase(
        std::remove_if(texts.begin(), texts.end(), [&](const QString& t) { return known.contains(t); }),
        texts.end());
    return texts;
}

/// English sentences whose German is another one in every context.
QSet<QString> englishOnly()
{
    QFile file(QStringLiteral("translations/holdpoint_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QSet<QString> sources;
    QSet<QString> german;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source"))
            sources.insert(source = xml.readElementText());
        else if (xml.name() == QLatin1String("translation"))
            german.insert(xml.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    return sources.subtract(german);
}

}  // namespace

/// The window in both languages. Whether every sentence has its German is tests/translations' to say.
class Translations : public QObject {
    Q_OBJECT

    static void screens()
    {
        QTest::addColumn<QString>("screen");
        for (const char* name : {"launch", "exceptions", "orders", "order"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void switchedWindowReadsAsOneStartedSo_data() { screens(); }
    void switchedWindowReadsAsOneStartedSo()
    {
        QFETCH(QString, screen);
        QStringList german;
        {
            Rig rig(QStringLiteral("de"), screen);
            rig.window->context().commands.refresh();
            german = textsOf(*rig.window);
        }
        Rig rig(QStringLiteral("en"), screen);
        rig.window->context().commands.refresh();
        const QStringList english = textsOf(*rig.window);
        QVERIFY(without(german, english).size() > 50);
        rig.setLanguage(QStringLiteral("de"));
        QCOMPARE(without(textsOf(*rig.window), german).join(QLatin1String(" | ")), QString());
        QCOMPARE(without(german, textsOf(*rig.window)).join(QLatin1String(" | ")), QString());
        rig.setLanguage(QStringLiteral("en"));
        QCOMPARE(without(textsOf(*rig.window), english).join(QLatin1String(" | ")), QString());
        QCOMPARE(without(english, textsOf(*rig.window)).join(QLatin1String(" | ")), QString());
    }

    void germanWindowHasNoEnglishSentence_data() { screens(); }
    void germanWindowHasNoEnglishSentence()
    {
        QFETCH(QString, screen);
        const QSet<QString> english = englishOnly();
        QVERIFY(english.size() > 500);
        const Rig rig(QStringLiteral("de"), screen);
        QStringList left;
        for (const QString& text : textsOf(*rig.window))
            if (english.contains(text))
                left << text;
        QCOMPARE(left.join(QLatin1String(" | ")), QString());
    }

    void wordsAndNumbersFollow()
    {
        Rig rig(QStringLiteral("en"));
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(word(Stage::Handoff), QStringLiteral("Handoff"));
            QCOMPARE(rig.format.count(1'234), QStringLiteral("1,234"));
            QCOMPARE(rig.format.percent(12.5), QStringLiteral("12.5 %"));
            QCOMPARE(rig.format.money({123'450, *Currency::parse("EUR")}), QStringLiteral("1,234.50 EUR"));
            rig.setLanguage(QStringLiteral("de"));
            QCOMPARE(word(Stage::Handoff), QStringLiteral("Übergabe"));
            QCOMPARE(rig.format.count(1'234), QStringLiteral("1.234"));
            QCOMPARE(rig.format.percent(12.5), QStringLiteral("12,5 %"));
            QCOMPARE(rig.format.money({123'450, *Currency::parse("EUR")}), QStringLiteral("1.234,50 EUR"));
            rig.setLanguage(QStringLiteral("en"));
        }
    }

    void pluralsFollow_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("en 0") << "en" << 0 << "0 orders";
        QTest::newRow("en 1") << "en" << 1 << "1 order";
        QTest::newRow("en 2") << "en" << 2 << "2 orders";
        QTest::newRow("de 0") << "de" << 0 << "0 Aufträge";
        QTest::newRow("de 1") << "de" << 1 << "1 Auftrag";
        QTest::newRow("de 2") << "de" << 2 << "2 Aufträge";
    }
    void pluralsFollow()
    {
        QFETCH(QString, code);
        QFETCH(int, count);
        QFETCH(QString, text);
        const Rig rig(code);
        QCOMPARE(QCoreApplication::translate("holdpoint::ui::AlarmBar", "%n order(s)", nullptr, count), text);
    }

    void germanWindowIsDrawn_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<int>("percent");
        for (const char* name : {"launch", "exceptions", "orders", "order"})
            for (const int percent : {100, 160})
                QTest::addRow("%s-%d", name, percent) << QString::fromLatin1(name) << percent;
    }
    void germanWindowIsDrawn()
    {
        QFETCH(QString, screen);
        QFETCH(int, percent);
        const Rig rig(QStringLiteral("de"), screen, percent);
        QVERIFY(shoot(*rig.window, {1440, 900},
                      QStringLiteral("german-") + QString::fromLatin1(QTest::currentDataTag())));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::Translations)
#include "tst_translations.moc"
