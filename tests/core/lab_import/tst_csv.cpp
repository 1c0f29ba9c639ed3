// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_files.h"

#include <QTest>
#include <array>

using namespace holdpoint;
using namespace holdpoint::lab;

/// Lines out of packed files, and rows out of lines.
class CsvTest : public QObject {
    Q_OBJECT

private:
    static constexpr std::array<std::string_view, 2> columns_{"a", "c"};

    /// Each row as `line: a|c`, each refusal as `line: rule`, a failure as its detail.
    static std::vector<std::string> read(const std::filesystem::path& path)
    {
        auto file = CsvFile::open(path, columns_);
        if (!file)
            return {file.error().detail};
        std::vector<std::string> rows;
        for (;;) {
            auto row = file->next();
            if (!row)
                rows.push_back(row.error().detail);
            if (!row || !*row)
                return rows;
            if (const auto* refused = std::get_if<RowRefusal>(&**row))
                rows.push_back(std::to_string(refused->line) + ": " + refused->rule);
            else {
                const auto& r = std::get<CsvRow>(**row);
                rows.push_back(std::to_string(r.line) + ": " + r[0] + '|' + r[1]);
            }
        }
    }
    static std::vector<std::string> readText(std::string_view text)
    {
        const Folder folder;
        return read(folder.write("t.csv", text));
    }
    using Rows = std::vector<std::string>;

private slots:
    void columnsAreFoundByName()
    {
        QCOMPARE(readText("c,b,a\n1,2,3\n"), Rows{"2: 3|1"});
        QCOMPARE(readText("\xEF\xBB\xBF"
                          "a,c\n1,2"),
                 Rows{"2: 1|2"});
        QCOMPARE(readText("a,b\n1,2\n"), Rows{"t.csv:1: no column c"});
        QCOMPARE(readText(""), Rows{"t.csv:1: no header"});
    }

    void quotesByTheBook()
    {
        const auto rows = readText("a,c\n\"x,y\",\"say \"\"hi\"\"\"\n\"\",\r\n\"two\nlines\",z\nlast,1");
        QCOMPARE(rows, (Rows{"2: x,y|say \"hi\"", "3: |", "4: two\nlines|z", "6: last|1"}));
    }

    void emptyLinesHoldNoRow() { QCOMPARE(readText("a,c\n\n1,2\n\n\n"), Rows{"3: 1|2"}); }

    void brokenQuotesCostTheirRowAlone()
    {
        QCOMPARE(readText("a,c\n1,2\"\n3,4\n"), (Rows{"2: bad_csv", "3: 3|4"}));
        QCOMPARE(readText("a,c\n\"1\"x,2\n3,4\n"), (Rows{"2: bad_csv", "3: 3|4"}));
        // The open quote swallows the next rows until one shows that it was never meant.
        QCOMPARE(readText("a,c\n1,\"2\n3,4\n\"5\",6\n7,8\n"),
                 (Rows{"2: bad_csv", "3: 3|4", "4: 5|6", "5: 7|8"}));
        QCOMPARE(readText("a,c\n1,\"2\n3,4\n5,6"), (Rows{"2: bad_csv", "3: 3|4", "4: 5|6"}));
    }

    void aRowEndsAfterAHundredLines()
    {
        const auto text = [](int lines) {
            std::string all = "a,c\n1,\"";
            for (int i = 1; i < lines; ++i)
                all += "\n";
            return all + "\"\n3,4\n";
        };
        QCOMPARE(readText(text(100)).size(), 2u);
        QCOMPARE(readText(text(100)).back(), std::string("102: 3|4"));
        QCOMPARE(readText(text(101)).front(), std::string("2: bad_csv"));
    }

    void aRowHasTheWidthOfTheHeader()
    {
        QCOMPARE(readText("a,b,c\n1,2\n1,2,3\n1,2,3,4\n"),
                 (Rows{"2: wrong_columns", "3: 1|3", "4: wrong_columns"}));
    }

    void aLineOfAMegabyteIsCutAndRefused()
    {
        const std::string fits(Lines::MostBytes - 2, 'x');
        QCOMPARE(readText("a,c\n1," + fits + "\n3,4\n").back(), std::string("3: 3|4"));
        QVERIFY(readText("a,c\n1," + fits + "\n3,4\n").front().starts_with("2: 1|xxx"));
        QCOMPARE(readText("a,c\n1," + fits + "x\n3,4\n"), (Rows{"2: too_large", "3: 3|4"}));
    }

    void packedAndPlainAreTheSame()
    {
        const Folder folder;
        std::string text = "a,c\n";
        for (int i = 0; i < 50'000; ++i)
            text += std::to_string(i) + ",x\n";
        const auto plain = read(folder.write("t.csv", text));
        QCOMPARE(plain.size(), 50'000u);
        QCOMPARE(read(folder.pack("t.csv.gz", text)), plain);
    }

    void aTruncatedFileNamesByteAndLine()
    {
        const Folder folder;
        std::string text = "a,c\n";
        for (int i = 0; i < 50'000; ++i)
            text += std::to_string(i * 7919) + ",x\n";
        const auto rows = read(folder.pack("t.csv.gz", text, 60'000));
        QVERIFY(rows.size() > 1'000);
        QCOMPARE(rows[0], std::string("2: 0|x"));
        QVERIFY2(rows.back().starts_with("t.csv.gz: the file is damaged at byte 60000, after line "),
                 rows.back().c_str());
    }

    void everyTruncationIsAnError()
    {
        const Folder folder;
        const std::string text = "a,c\n1,2\n3,4\n5,\"6\"\n";
        const auto size = static_cast<int>(gzip(text).size());
        for (int keep = 0; keep < size; ++keep) {
            const auto rows = read(folder.pack("t.csv.gz", text, keep));
            QVERIFY2(rows.back().starts_with("t.csv.gz: "), qPrintable(QString::number(keep)));
        }
        QCOMPARE(read(folder.pack("t.csv.gz", text, size)).back(), std::string("4: 5|6"));
    }

    void aWrongChecksumIsAnError()
    {
        const Folder folder;
        std::string bytes = gzip("a,c\n1,2\n");
        bytes[bytes.size() - 8] = static_cast<char>(bytes[bytes.size() - 8] ^ 1);
        const auto rows = read(folder.write("t.csv.gz", bytes));
        QVERIFY2(rows.back().find("t.csv.gz: the file is damaged at byte ") == 0, rows.back().c_str());
        QVERIFY2(rows.back().ends_with("(incorrect data check)"), rows.back().c_str());
    }

    void whatIsNamedGzMustBeGzip()
    {
        const Folder folder;
        QCOMPARE(read(folder.write("t.csv.gz", "a,c\n1,2\n")),
                 Rows{"t.csv.gz: not a gzip file, though its name ends in .gz"});
    }

    void aMissingFileIsNotFound()
    {
        const auto file = CsvFile::open("/nowhere/t.csv", columns_);
        QVERIFY(!file);
        QCOMPARE(file.error().code, Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
