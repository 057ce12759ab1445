// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/CsvWriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_CsvWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithAByteOrderMarkAndTheColumns()
    {
        QCOMPARE(CsvWriter({u"code"_s, u"name"_s}).bytes(), QByteArray("\xef\xbb\xbf"
                                                                       "code,name\r\n"));
    }

    void guardsWhatASpreadsheetWouldExecute_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << u"札幌"_s << u"\"札幌\""_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
        QTest::newRow("quotation marks") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("a comma and a line") << u"a,b\nc"_s << u"\"a,b\nc\""_s;
        QTest::newRow("an apostrophe before a word") << u"'til"_s << u"\"'til\""_s;
        QTest::newRow("what looks guarded already") << u"'=A1"_s << u"\"''=A1\""_s;
        for (const QChar first : u"=+-@\t\r\n＝＋－＠"_s) {
            const QString field = first + u"A1"_s;
            QTest::addRow("U+%04X", first.unicode()) << field << u"\"'%1\""_s.arg(field);
        }
    }
    void guardsWhatASpreadsheetWouldExecute()
    {
        QFETCH(QString, field);
        QFETCH(QString, written);
        CsvWriter csv({u"x"_s});
        csv.addRow({field, u"y"_s});
        QCOMPARE(QString::fromUtf8(csv.bytes().sliced(6)), written + u",\"y\"\r\n"_s);
    }

    void takesItsGuardOffAgainAndNothingElse_data()
    {
        QTest::addColumn<QString>("field");
        for (const QString &field : {u"=A1"_s, u"'=A1"_s, u"''=A1"_s, u"'quoted'"_s, u"'"_s, u"''"_s, u"'-"_s, u"札幌"_s,
                                     u""_s, u"+81-11-204-5020"_s, u"7-11"_s, u"0112045020"_s})
            QTest::addRow("%s", field.toUtf8().constData()) << field;
    }
    void takesItsGuardOffAgainAndNothingElse()
    {
        QFETCH(QString, field);
        CsvWriter csv({u"x"_s});
        csv.addRow({field});
        const QString written = QString::fromUtf8(csv.bytes().sliced(6).chopped(2)); // without head and line end
        QCOMPARE(CsvWriter::unguarded(written.sliced(1).chopped(1)), field);
    }
};

QTEST_GUILESS_MAIN(tst_CsvWriter)
#include "tst_CsvWriter.moc"
