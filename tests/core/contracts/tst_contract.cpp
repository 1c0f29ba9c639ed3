// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/contract.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::contracts;

class TestContract : public QObject {
    Q_OBJECT

private slots:
    void theBuiltInContractsCoverEveryOperation();
    void anOperationWithoutContractIsRefused();
    void aVendorsOwnContractGoesFirst();
    void aBadDocumentIsNamed_data();
    void aBadDocumentIsNamed();
    void statusesMeanWhatTheSpecificationSays_data();
    void statusesMeanWhatTheSpecificationSays();
    void theWrongPlaceIsPointedAt_data();
    void theWrongPlaceIsPointedAt();
    void whatIsCommonMustBeThereOnce();
    void aTableRowOutweighsTheStatus();
    void aRowOfAnotherStatusDoesNotCount();
};

void TestContract::theBuiltInContractsCoverEveryOperation()
{
    const auto contracts = Contracts::compile(builtInDocuments());
    QVERIFY2(contracts.has_value(), contracts ? "" : contracts.error().detail.c_str());
    for (std::size_t i = 0; i < CountOf<Operation>; ++i) {
        const auto operation = static_cast<Operation>(i);
        QCOMPARE(contracts->of("anybody", operation).operation, operation);
        QVERIFY(!contracts->of("anybody", operation).failures.empty());
    }
    QCOMPARE(contracts->of("x", Operation::Ship).system, FeederSystem::Wms);
    QCOMPARE(contracts->of("x", Operation::Ship).reference, std::string("shipment_id"));
    QCOMPARE(contracts->of("x", Operation::Cancel).reference, std::string());
}

void TestContract::anOperationWithoutContractIsRefused()
{
    auto documents = builtInDocuments();
    std::erase_if(documents, [](const Document& document) { return document.name == "refund"; });
    const auto contracts = Contracts::compile(documents);
    QVERIFY(!contracts.has_value());
    QCOMPARE(contracts.error().detail, std::string("no contract for refund"));
}

void TestContract::aVendorsOwnContractGoesFirst()
{
    auto documents = builtInDocuments();
    documents.push_back(
        {"own", R"({"x-system":"wms","x-operation":"ship","x-version":7,"x-vendor":"wms-west"})"});
    const auto contracts = Contracts::compile(documents);
    QVERIFY(contracts.has_value());
    QCOMPARE(contracts->of("wms-west", Operation::Ship).version, 7U);
    QCOMPARE(contracts->of("wms-east", Operation::Ship).version, 1U);
    QCOMPARE(contracts->of("wms-west", Operation::Cancel).version, 1U);
}

void TestContract::aBadDocumentIsNamed_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"{", "[]", R"({"x-operation":"ship"})", R"({"x-operation":"sail","x-system":"wms","x-version":1})",
          R"({"x-operation":"ship","x-system":"moon","x-version":1})",
          R"({"x-operation":"ship","x-system":"wms","x-version":1,"answer":{"oneOf":[]}})",
          R"({"x-operation":"ship","x-system":"wms","x-version":1,"x-failures":[{"status":409}]})",
          R"({"x-operation":"*","x-failures":[
                                 {"status":409,"code":"c","class":"soft","outcome":"done","message":"m"}]})"})
        QTest::newRow(text) << QString(text);
}

void TestContract::aBadDocumentIsNamed()
{
    QFETCH(QString, text);
    auto documents = builtInDocuments();
    documents.push_back({"mine", text.toStdString()});
    const auto contracts = Contracts::compile(documents);
    QVERIFY(!contracts.has_value());
    QVERIFY2(contracts.error().detail.starts_with("mine: "), contracts.error().detail.c_str());
}

void TestContract::theWrongPlaceIsPointedAt_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("operation") << R"("x-operation": "ship")"
                               << R"("x-operation": "sail")"
                               << "/x-operation: ";
    QTest::newRow("system") << R"("x-system": "wms")"
                            << R"("x-system": "moon")"
                            << "/x-system: ";
    QTest::newRow("version") << R"("x-version": 1)"
                             << R"("x-version": -1)"
                             << "/x-version: ";
    QTest::newRow("keyword") << R"("answer": {)"
                             << R"("answer": {"oneOf": [],)"
                             << "/answer";
    QTest::newRow("failure") << R"("x-failures": [)"
                             << R"("x-failures": [{"status": 409},)"
                             << "/x-failures/0: ";
    QTest::newRow("class") << R"("class": ")"
                           << R"("class": "un)"
                           << "/x-failures/0/class: ";
    QTest::newRow("twice") << R"("x-operation": "ship")"
                           << R"("x-operation": "cancel")"
                           << "/x-operation: another";
}

void TestContract::theWrongPlaceIsPointedAt()
{
    QFETCH(QString, what);
    QFETCH(QString, with);
    QFETCH(QString, pointer);
    auto documents = builtInDocuments();
    const auto ship = std::find_if(documents.begin(), documents.end(),
                                   [](const Document& document) { return document.name == "ship"; });
    QString text = QString::fromStdString(ship->text);
    const qsizetype at = text.indexOf(what);
    QVERIFY(at >= 0);
    ship->text = text.replace(at, what.size(), with).toStdString();
    const auto contracts = Contracts::compile(documents);
    QVERIFY(!contracts.has_value());
    const QString said = QString::fromStdString(contracts.error().detail);
    QVERIFY2(said.startsWith("ship: " + pointer), qPrintable(said));
}

void TestContract::whatIsCommonMustBeThereOnce()
{
    auto documents = builtInDocuments();
    std::erase_if(documents, [](const Document& document) { return document.name == "common"; });
    const auto contracts = Contracts::compile(documents);
    QVERIFY(!contracts.has_value());
    QVERIFY(contracts.error().detail.starts_with("no document with what is common"));
}

void TestContract::statusesMeanWhatTheSpecificationSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("cls");
    QTest::addColumn<int>("outcome");
    using C = FailureClass;
    using A = AttemptOutcome;
    const std::vector<std::tuple<int, C, A>> rows = {
        {408, C::Transport, A::OutcomeUnknown},    {500, C::Transport, A::OutcomeUnknown},
        {502, C::Transport, A::OutcomeUnknown},    {503, C::Transport, A::OutcomeUnknown},
        {504, C::Transport, A::OutcomeUnknown},    {425, C::Transport, A::NotSent},
        {429, C::Transport, A::NotSent},           {400, C::Validation, A::FailedForCertain},
        {422, C::Validation, A::FailedForCertain}, {409, C::Unclassified, A::OutcomeUnknown},
        {401, C::Unclassified, A::OutcomeUnknown}, {404, C::Unclassified, A::OutcomeUnknown},
        {302, C::Unclassified, A::OutcomeUnknown}, {501, C::Unclassified, A::OutcomeUnknown},
        {100, C::Unclassified, A::OutcomeUnknown}, {999, C::Unclassified, A::OutcomeUnknown},
    };
    for (const auto& [status, cls, outcome] : rows)
        QTest::addRow("%d", status) << status << int(cls) << int(outcome);
}

void TestContract::statusesMeanWhatTheSpecificationSays()
{
    QFETCH(int, status);
    QFETCH(int, cls);
    QFETCH(int, outcome);
    const auto contracts = Contracts::compile(builtInDocuments());
    const Failure failure = contracts->classify(contracts->of("v", Operation::Ship),
                                                static_cast<std::uint16_t>(status), "nobody_knows");
    QCOMPARE(failure.cls, FailureClass(cls));
    QCOMPARE(failure.outcome, AttemptOutcome(outcome));
}

void TestContract::aTableRowOutweighsTheStatus()
{
    const auto contracts = Contracts::compile(builtInDocuments());
    const Contract& ship = contracts->of("v", Operation::Ship);
    QCOMPARE(contracts->classify(ship, 409, "out_of_stock_at_node").cls, FailureClass::SoftBusiness);
    QCOMPARE(contracts->classify(ship, 422, "address_undeliverable").cls, FailureClass::HardBusiness);
    QCOMPARE(contracts->classify(ship, 409, "already_processed").outcome, AttemptOutcome::AlreadyProcessed);
    QCOMPARE(contracts->classify(ship, 409, "in_progress").outcome, AttemptOutcome::InProgress);
    QCOMPARE(contracts->classify(ship, 503, "intake_closed").outcome, AttemptOutcome::NotSent);
}

void TestContract::aRowOfAnotherStatusDoesNotCount()
{
    const auto contracts = Contracts::compile(builtInDocuments());
    const Contract& ship = contracts->of("v", Operation::Ship);
    QCOMPARE(contracts->classify(ship, 500, "already_processed").outcome, AttemptOutcome::OutcomeUnknown);
    QCOMPARE(contracts->classify(ship, 404, "out_of_stock_at_node").cls, FailureClass::Unclassified);
    QCOMPARE(contracts->classify(contracts->of("v", Operation::Confirm), 409, "out_of_stock_at_node").outcome,
             AttemptOutcome::OutcomeUnknown);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
