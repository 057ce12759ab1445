// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCode.h"

#include "core/vault/SecretBytes.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void readsWhatAPersonTyped_data();
    void readsWhatAPersonTyped();
    void refusesWhatIsNoCode_data();
    void refusesWhatIsNoCode();
    void noticesEverySubstitutedCharacter();
    void noticesAlmostEverySwapOfNeighbours();
    void isRandomAndValid();
    void hasACheckCodeOfItsOwn();
};

namespace {

const QString alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;

/// A code with a zero and a one in it.
QString sample()
{
    QString text;
    do {
        text = FacilityCode::random().text();
    } while (!text.contains(u'0') || !text.contains(u'1'));
    return text;
}

} // namespace

void tst_FacilityCode::readsWhatAPersonTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    const QString code = sample();
    const auto row = [&](const char *name, const QString &typed) { QTest::newRow(name) << typed << code; };
    row("as it is", code);
    row("lower case", code.toLower());
    row("with hyphens", code.left(4) + u'-' + code.mid(4, 4) + u'-' + code.mid(8));
    row("with spaces", u' ' + code.left(4) + u"  "_s + code.mid(4) + u' ');
    row("O for zero", QString(code).replace(u'0', u'O'));
    row("o for zero", QString(code).replace(u'0', u'o'));
    row("I for one", QString(code).replace(u'1', u'I'));
    row("i for one", QString(code).replace(u'1', u'i'));
    row("L for one", QString(code).replace(u'1', u'L'));
    row("l for one", QString(code).replace(u'1', u'l'));
}

void tst_FacilityCode::readsWhatAPersonTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    const auto read = FacilityCode::parse(typed);
    QVERIFY(read.has_value());
    QCOMPARE(read->text(), code);
}

void tst_FacilityCode::refusesWhatIsNoCode_data()
{
    QTest::addColumn<QString>("typed");
    const QString code = FacilityCode::random().text();
    QTest::newRow("empty") << QString();
    QTest::newRow("hyphens") << u"-----------"_s;
    QTest::newRow("short") << code.chopped(1);
    QTest::newRow("long") << code + u'0';
    QTest::newRow("U") << code.chopped(1) + u'U';
    QTest::newRow("a slash") << code.chopped(1) + u'/';
    QTest::newRow("Japanese") << u"喫茶しらかば喫茶しらか"_s;
    QTest::newRow("a megabyte") << QString(1 << 20, u'0');
}

void tst_FacilityCode::refusesWhatIsNoCode()
{
    QFETCH(QString, typed);
    QVERIFY(!FacilityCode::parse(typed));
}

void tst_FacilityCode::noticesEverySubstitutedCharacter()
{
    for (int round = 0; round < 200; ++round) {
        const QString code = FacilityCode::random().text();
        for (qsizetype place = 0; place < code.size(); ++place) {
            for (const QChar c : alphabet) {
                QString changed = code;
                changed[place] = c;
                QCOMPARE(FacilityCode::parse(changed).has_value(), changed == code);
            }
        }
    }
}

void tst_FacilityCode::noticesAlmostEverySwapOfNeighbours()
{
    int swaps = 0;
    int missed = 0;
    for (int round = 0; round < 1000; ++round) {
        const QString code = FacilityCode::random().text();
        for (qsizetype place = 0; place + 1 < code.size(); ++place) {
            QString swapped = code;
            std::swap(swapped[place], swapped[place + 1]);
            if (swapped == code)
                continue;
            ++swaps;
            missed += FacilityCode::parse(swapped).has_value() ? 1 : 0;
        }
    }
    QVERIFY2(missed * 100 < swaps, qPrintable(u"%1 of %2"_s.arg(missed).arg(swaps)));
}

void tst_FacilityCode::isRandomAndValid()
{
    static const QRegularExpression form(u"^[0-9A-HJKMNP-TV-Z]{11}$"_s);
    QSet<QString> seen;
    QSet<QChar> letters;
    for (int i = 0; i < 10000; ++i) {
        const FacilityCode code = FacilityCode::random();
        QVERIFY(form.match(code.text()).hasMatch());
        QVERIFY(FacilityCode::parse(code.text()) == code);
        seen.insert(code.text());
        letters.insert(code.text().front());
    }
    QCOMPARE(seen.size(), 10000);
    QCOMPARE(letters.size(), 32);
}

// REQUIREMENTS V10
void tst_FacilityCode::hasACheckCodeOfItsOwn()
{
    static const QRegularExpression form(u"^[0-9A-HJKMNP-TV-Z]{2}-[0-9A-HJKMNP-TV-Z]{3}$"_s);
    const FacilityCode code = FacilityCode::random();
    QVERIFY(form.match(code.checkCode()).hasMatch());
    QCOMPARE(FacilityCode::parse(code.text().toLower())->checkCode(), code.checkCode());
    QVERIFY(FacilityCode::random().checkCode() != code.checkCode());
    QVERIFY(!code.text().contains(QString(code.checkCode()).remove(u'-')));
}

QTEST_GUILESS_MAIN(tst_FacilityCode)
#include "tst_FacilityCode.moc"
