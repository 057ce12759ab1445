// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCsv.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryEncoding_data();
    void readsEveryEncoding();
    void readsTheCharactersThatCp932AddsToShiftJis();
    void readsQuotesAndLineBreaks();
    void readsFieldsInAnyOrder();
    void readsDays_data();
    void readsDays();
    void tellsWhatIsWrongInEachRow();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void writesWhatASpreadsheetShows();
    void writesNothingThatASpreadsheetExecutes_data();
    void writesNothingThatASpreadsheetExecutes();
    void readsBackWhatItWrote();
    void harmlessTextComesBackUnchanged_data();
    void harmlessTextComesBackUnchanged();
    void aPhoneNumberFromAbroadComesBackAsThePhoneItIs();
    void knowsJapaneseHeads();
    void readsOnlyTheEncodingThatIsGiven();
    void readsTheColumnsThatAreChosen();
};

namespace {

const QString header =
    u"kind,name,aliases,contact_name,contact_email,phone,postal_code,address,from,until\r\n"_s;
const QString row =
    u"store,喫茶しらかば,,佐藤 花子,sato@example.jp,011-204-5020,060-8588,札幌市中央区北3条西6丁目,,\r\n"_s;

QList<CsvRow> rowsOf(const QString &text)
{
    return must(facilityCsv::read(text.toUtf8()));
}

} // namespace

void tst_FacilityCsv::readsEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = header + row;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with BOM") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("CP932") << header.toLatin1() + "store," + QByteArray::fromHex("8b69928382b582e782a982ce") +
                                  ",," // 喫茶しらかば
                                  + QByteArray::fromHex("8db293a12089d48e71") +
                                  ",sato@example.jp,011-204-5020,060-8588," // 佐藤 花子
                                  + QByteArray::fromHex("8e4496798e739286899b8be6966b338ff090bc36929a96da") +
                                  ",,\r\n"; // 札幌市中央区北3条西6丁目
    QTest::newRow("unix line ends") << QString(text).remove(u'\r').toUtf8();
    QTest::newRow("no line end at the end") << text.chopped(2).toUtf8();
}

// REQUIREMENTS S1
void tst_FacilityCsv::readsEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    const Result<QList<CsvRow>> rows = facilityCsv::read(bytes);
    VERIFY_DONE(rows);
    QCOMPARE(rows->size(), 1);
    QVERIFY(rows->first().problems.isEmpty());
    QCOMPARE(rows->first().number, 2);
    QCOMPARE(rows->first().details, TestOffice::details());
}

void tst_FacilityCsv::readsTheCharactersThatCp932AddsToShiftJis()
{
    const QByteArray bytes = header.toLatin1() + "store," + QByteArray::fromHex("eee0ed958740") // 髙﨑①
                             + ",,x,sato@example.jp,011-204-5020,060-8588,y,,\r\n";
    const Result<QList<CsvRow>> rows = facilityCsv::read(bytes);
    VERIFY_DONE(rows);
    QCOMPARE(rows->first().details.name, u"髙﨑①"_s);
}

void tst_FacilityCsv::readsQuotesAndLineBreaks()
{
    const QList<CsvRow> rows = rowsOf(
        header +
        u"store,\"喫茶, \"\"しらかば\"\"\",\"一\r\n二\",佐藤,sato@example.jp,011-204-5020,060-8588,札幌,,\r\n"_s +
        row);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].details.name, u"喫茶, \"しらかば\""_s);
    QCOMPARE(rows[0].details.aliases, u"一\n二"_s);
    QVERIFY(rows[0].problems.isEmpty() && rows[1].problems.isEmpty());
}

void tst_FacilityCsv::readsFieldsInAnyOrder()
{
    const QList<CsvRow> rows =
        rowsOf(u" Name ,KIND,address,postal_code,phone,contact_email,contact_name,remark\r\n"
               "店,facility,札幌,0608588,0112045020,sato@example.jp,佐藤,x\r\n"_s);
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].problems.isEmpty());
    QCOMPARE(rows[0].details.kind, FacilityKind::Facility);
    QCOMPARE(rows[0].details.name, u"店"_s);
    QCOMPARE(rows[0].details.postalCode, u"060-8588"_s);
}

void tst_FacilityCsv::readsDays_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("good");
    QTest::newRow("ISO") << u"2026-12-05"_s << true;
    QTest::newRow("as a spreadsheet writes it") << u"2026/12/5"_s << true;
    QTest::newRow("with zeros") << u"2026/12/05"_s << true;
    QTest::newRow("no such day") << u"2026-02-30"_s << false;
    QTest::newRow("a word") << u"明日"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_FacilityCsv::readsDays()
{
    QFETCH(QString, from);
    QFETCH(bool, good);
    const QList<CsvRow> rows = rowsOf(
        header +
        u"event,雪まつり,,佐藤,sato@example.jp,011-204-5020,060-8588,札幌,%1,2026-12-06\r\n"_s.arg(from));
    QCOMPARE(rows[0].problems.isEmpty(), good);
    if (good)
        QCOMPARE(rows[0].details.from, std::optional(QDate(2026, 12, 5)));
}

void tst_FacilityCsv::tellsWhatIsWrongInEachRow()
{
    const QList<CsvRow> rows = rowsOf(header + row +
                                      u"shop,名前,,佐藤,sato@example.jp,011-204-5020,060-8588,札幌,,\r\n"
                                      "store,,,佐藤,nonsense,1,2,札幌,,\r\nstore,短い\r\n"_s +
                                      row.chopped(2) + u",多い\r\n"_s + row);
    QCOMPARE(rows.size(), 6);
    QVERIFY(rows[0].problems.isEmpty() &&
            rows[5].problems.isEmpty()); // the bad ones did not spoil their neighbours
    QCOMPARE(rows[1].number, 3);
    QCOMPARE(rows[1].problems.size(), 1);
    QCOMPARE(rows[1].problems[0].field, u"kind"_s);
    QCOMPARE(rows[2].problems.size(), 4);
    QVERIFY(rows[3].problems[0].message.contains(u"2"_s) && rows[3].problems[0].message.contains(u"10"_s));
    QCOMPARE(rows[4].problems.size(), 1);
    for (const CsvRow &one : rows) {
        for (const FieldProblem &problem : one.problems)
            QVERIFY(!problem.message.isEmpty());
    }
}

void tst_FacilityCsv::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no header") << row.toUtf8();
    QTest::newRow("a field missing") << "kind,name,contact_name,contact_email,phone,postal_code\r\n"_ba;
    QTest::newRow("a quotation mark too many") << (header + u"store,\"a\"b,,,,,,,,\r\n"_s).toUtf8();
    QTest::newRow("a quotation that does not end") << (header + u"store,\"abc,,,,,,,,\r\n"_s).toUtf8();
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\xff\xff\xfe\xfd", 16);
    QTest::newRow("UTF-16") << QByteArray("\xff\xfek\0i\0n\0d\0", 10);
}

void tst_FacilityCsv::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, bytes);
    VERIFY_FAILS(facilityCsv::read(bytes), ErrorCode::Invalid);
}

void tst_FacilityCsv::writesWhatASpreadsheetShows()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const QByteArray csv = facilityCsv::write({facility});
    QVERIFY(csv.startsWith("\xef\xbb\xbf"
                           "code,state,kind,name,"));
    QVERIFY(csv.contains(facility.code.text().toLatin1()));
    QCOMPARE(csv.count("\r\n"), 2);
    QVERIFY(csv.endsWith("\r\n"));
}

void tst_FacilityCsv::writesNothingThatASpreadsheetExecutes_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &start :
         {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t="_s, u"\r="_s, u"\n="_s, u"＝"_s, u"＋"_s, u"－"_s, u"＠"_s})
        QTest::addRow("starts with %s", start.toUtf8().toPercentEncoding().constData())
            << start + u"HYPERLINK(\"x\")"_s;
}

void tst_FacilityCsv::writesNothingThatASpreadsheetExecutes()
{
    QFETCH(QString, name);
    TestOffice office;
    Facility facility = office.addFacility();
    facility.details.name = name;
    const QString csv = QString::fromUtf8(facilityCsv::write({facility}));
    QVERIFY(csv.contains(u",\"'"_s + QString(name).replace(u'"', u"\"\""_s) + u'"'));
}

void tst_FacilityCsv::readsBackWhatItWrote()
{
    TestOffice office;
    FacilityDetails details = TestOffice::details(u"=1+1, \"しらかば\""_s);
    details.kind = FacilityKind::Event;
    details.aliases = u"-一\n二"_s;
    details.from = QDate(2026, 12, 5);
    details.until = QDate(2026, 12, 6);
    const Facility first = must(office.registration.add(details, FacilitySource::Staff, false, u"ja"_s));
    const Facility second = office.addFacility(u"@店"_s);
    const QList<CsvRow> rows = must(facilityCsv::read(facilityCsv::write({first, second})));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].details, first.details);
    QCOMPARE(rows[1].details, second.details);
    QVERIFY(rows[0].problems.isEmpty() && rows[1].problems.isEmpty());
}

void tst_FacilityCsv::harmlessTextComesBackUnchanged_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"-マイナス-"_s, u"−全角でないマイナス"_s, u"－全角マイナス"_s, u"＝イコール"_s, u"=1+1"_s, u"＋プラス"_s,
          u"+81 カフェ"_s, u"@ホーム"_s, u"＠ホーム"_s, u"'til late"_s, u"'=A1"_s, u"''="_s, u"'"_s, u"0123"_s,
          u"1-2-3"_s, u"3月1日"_s, u"2026/1/1"_s, u"TRUE"_s, u"1E5"_s, u"\"引用\", 店"_s, u"a\"\"b"_s, u";店|"_s,
          u"%PATH%"_s, u"DDE(\"x\")"_s, u"髙橋①亭 🍜"_s})
        QTest::newRow(name.toUtf8().constData()) << name;
}

void tst_FacilityCsv::harmlessTextComesBackUnchanged()
{
    QFETCH(QString, name);
    TestOffice office;
    FacilityDetails details = TestOffice::details(name);
    details.contactName = name;
    details.aliases = name + u'\n' + name;
    details.address = name;
    const Facility facility = must(office.registration.add(details, FacilitySource::Staff, false, u"ja"_s));
    const QList<CsvRow> rows = must(facilityCsv::read(facilityCsv::write({facility})));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().details, facility.details);
    QVERIFY(rows.first().problems.isEmpty());
}

// +81 would be a formula to a spreadsheet, and guarded it is still the number.
void tst_FacilityCsv::aPhoneNumberFromAbroadComesBackAsThePhoneItIs()
{
    for (const QString &phone : {u"+81-11-204-5020"_s, u"'+81-11-204-5020"_s, u"＋８１-11-204-5020"_s}) {
        const QList<CsvRow> rows = rowsOf(
            header + u"store,店,,佐藤,sato@example.jp,%1,060-8588,札幌市,,\r\n"_s.arg(phone));
        QCOMPARE(rows.first().details.phone, u"011-204-5020"_s);
        QVERIFY(rows.first().problems.isEmpty());
    }
}

void tst_FacilityCsv::knowsJapaneseHeads()
{
    const QString text =
        u"種別,店舗名,通称,担当者,メールアドレス,電話番号,〒,郵便番号,住所\r\n"
        "店舗,喫茶しらかば,,佐藤 花子,sato@example.jp,011-204-5020,x,060-8588,札幌市中央区北3条西6丁目\r\n"
        "施設,体育館,,佐藤 花子,sato@example.jp,011-204-5020,x,060-8588,札幌市\r\n"
        "公共施設,図書館,,佐藤 花子,sato@example.jp,011-204-5020,x,060-8588,札幌市\r\n"_s;
    const QList<CsvRow> rows = rowsOf(text);
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[0].problems.isEmpty() && rows[1].problems.isEmpty() && rows[2].problems.isEmpty());
    QCOMPARE(rows[0].details, TestOffice::details());
    QCOMPARE(rows[1].details.kind, FacilityKind::Facility);
    QCOMPARE(rows[2].details.kind, FacilityKind::Facility);
}

void tst_FacilityCsv::readsOnlyTheEncodingThatIsGiven()
{
    const QByteArray cp932 = "a\r\n" + QByteArray::fromHex("8e4496798e73") + "\r\n"; // 札幌市
    QCOMPARE(must(facilityCsv::open(cp932)).encoding, CsvEncoding::Cp932);
    QCOMPARE(must(facilityCsv::open(cp932, CsvEncoding::Cp932)).records, (QList<QStringList>{{u"札幌市"_s}}));
    VERIFY_FAILS(facilityCsv::open(cp932, CsvEncoding::Utf8), ErrorCode::Invalid);
    QCOMPARE(must(facilityCsv::open("\xef\xbb\xbf"
                                    "a\r\n",
                                    CsvEncoding::Utf8))
                 .header,
             QStringList(u"a"_s));
}

void tst_FacilityCsv::readsTheColumnsThatAreChosen()
{
    const CsvTable table = must(facilityCsv::open(u"x,y\r\n函館市,喫茶\r\n"_s.toUtf8()));
    QVERIFY(facilityCsv::columnsOf(table.header).isEmpty());
    const QList<CsvRow> rows = facilityCsv::rows(table, {{u"address"_s, 0}, {u"name"_s, 1}});
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].number, 2);
    QCOMPARE(rows[0].details.name, u"喫茶"_s);
    QCOMPARE(rows[0].details.address, u"函館市"_s);
    QVERIFY(!rows[0].problems.isEmpty()); // the rest is missing
}

QTEST_GUILESS_MAIN(tst_FacilityCsv)
#include "tst_FacilityCsv.moc"
