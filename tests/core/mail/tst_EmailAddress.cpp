// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/EmailAddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using shirase::EmailAddress;
using shirase::ErrorCode;

class tst_EmailAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAndMends_data();
    void acceptsAndMends();
    void leavesInTheFormThatSmtpTakes_data();
    void leavesInTheFormThatSmtpTakes();
    void refuses_data();
    void refuses();
    void saysWhatIsMissingWithoutRepeatingTheAddress_data();
    void saysWhatIsMissingWithoutRepeatingTheAddress();
    void takesTwoTypingsForOnePerson_data();
    void takesTwoTypingsForOnePerson();
    void keepsDifferentPeopleApart();
    void sendsToTheDotWhereACommaWasKept();
    void masks_data();
    void masks();
    void endsAtTheLimits();
};

namespace {
EmailAddress parsed(const QString &typed)
{
    auto address = EmailAddress::parse(typed);
    if (!address)
        qFatal("refused: %s", qPrintable(typed));
    return *address;
}
} // namespace

void tst_EmailAddress::acceptsAndMends_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("display");
    const QString taro = u"taro@example.jp"_s;
    QTest::newRow("plain") << taro << taro;
    QTest::newRow("full-width") << u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ"_s << taro;
    QTest::newRow("full-width digits and signs")
        << u"ｔａｒｏ＿１－２＋３＠ｅｘａｍｐｌｅ．ｊｐ"_s << u"taro_1-2+3@example.jp"_s;
    QTest::newRow("small commercial at") << u"taro﹫example.jp"_s << taro;
    QTest::newRow("spaces around") << u"  taro@example.jp "_s << taro;
    QTest::newRow("ideographic space around") << u"\u3000taro@example.jp\u3000"_s << taro;
    QTest::newRow("space after the dot") << u"taro@example. jp"_s << taro;
    QTest::newRow("spaces at the @") << u"taro @ example.jp"_s << taro;
    QTest::newRow("no-break space") << u"taro@example.jp\u00A0"_s << taro;
    QTest::newRow("zero-width space") << u"taro\u200B@example.jp"_s << taro;
    QTest::newRow("zero-width joiner") << u"taro@\u200Dexample.jp"_s << taro;
    QTest::newRow("word joiner") << u"taro@example\u2060.jp"_s << taro;
    QTest::newRow("byte order mark") << u"\uFEFFtaro@example.jp"_s << taro;
    QTest::newRow("soft hyphen") << u"ta\u00ADro@example.jp"_s << taro;
    QTest::newRow("trailing 。") << u"taro@example.jp。"_s << taro;
    QTest::newRow("trailing half-width 。") << u"taro@example.jp｡"_s << taro;
    QTest::newRow("trailing ．") << u"taro@example.jp．"_s << taro;
    QTest::newRow("trailing dot") << u"taro@example.jp."_s << taro;
    QTest::newRow("trailing 、") << u"taro@example.jp、"_s << taro;
    QTest::newRow("trailing 。 and space") << u"taro@example.jp。　"_s << taro;
    QTest::newRow("。 for a dot") << u"taro＠example。jp"_s << taro;
    QTest::newRow("mailto") << u"mailto:taro@example.jp"_s << taro;
    QTest::newRow("Mailto in full width") << u"ＭａｉｌＴｏ：taro@example.jp"_s << taro;
    QTest::newRow("capitals are kept") << u"Taro@Example.JP"_s << u"Taro@Example.JP"_s;
    QTest::newRow("one letter") << u"a@example.jp"_s << u"a@example.jp"_s;
    QTest::newRow("every sign of an atom")
        << u"!#$%&'*+-/=?^_`{|}~@example.jp"_s << u"!#$%&'*+-/=?^_`{|}~@example.jp"_s;
    QTest::newRow("two dots") << u"a..b@docomo.ne.jp"_s << u"a..b@docomo.ne.jp"_s;
    QTest::newRow("dot before the @") << u"a.@ezweb.ne.jp"_s << u"a.@ezweb.ne.jp"_s;
    QTest::newRow("dot in front") << u".a@docomo.ne.jp"_s << u".a@docomo.ne.jp"_s;
    QTest::newRow("many subdomains") << u"a@b.c.d.lg.jp"_s << u"a@b.c.d.lg.jp"_s;
    QTest::newRow("hyphens in the domain") << u"a@x--y.so-net.ne.jp"_s << u"a@x--y.so-net.ne.jp"_s;
    QTest::newRow("international") << u"taro@日本語.jp"_s << u"taro@日本語.jp"_s;
    QTest::newRow("international in full width") << u"taro＠日本語．ｊｐ"_s << u"taro@日本語.jp"_s;
    QTest::newRow("international as A-label") << u"taro@xn--wgv71a119e.jp"_s << u"taro@xn--wgv71a119e.jp"_s;
    QTest::newRow("international top-level domain") << u"taro@例え.テスト"_s << u"taro@例え.テスト"_s;
    QTest::newRow("comma for a dot") << u"taro@docomo.ne,jp"_s << u"taro@docomo.ne,jp"_s;
}

void tst_EmailAddress::acceptsAndMends()
{
    QFETCH(QString, typed);
    QFETCH(QString, display);
    const auto address = EmailAddress::parse(typed);
    QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
    QCOMPARE(address->display(), display);
}

void tst_EmailAddress::leavesInTheFormThatSmtpTakes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("domain");
    QTest::newRow("plain") << u"taro@example.jp"_s << "taro@example.jp"_ba
                           << "example.jp"_ba;
    QTest::newRow("capitals") << u"Taro@EXAMPLE.jp"_s << "Taro@example.jp"_ba
                              << "example.jp"_ba;
    QTest::newRow("two dots are quoted") << u"a..b@docomo.ne.jp"_s << "\"a..b\"@docomo.ne.jp"_ba
                                         << "docomo.ne.jp"_ba;
    QTest::newRow("dot before the @ is quoted") << u"a.@ezweb.ne.jp"_s << "\"a.\"@ezweb.ne.jp"_ba
                                                << "ezweb.ne.jp"_ba;
    QTest::newRow("dot in front is quoted") << u".a@docomo.ne.jp"_s << "\".a\"@docomo.ne.jp"_ba
                                            << "docomo.ne.jp"_ba;
    QTest::newRow("single dots are not") << u"a.b.c@docomo.ne.jp"_s << "a.b.c@docomo.ne.jp"_ba
                                         << "docomo.ne.jp"_ba;
    QTest::newRow("international") << u"taro@日本語.jp"_s << "taro@xn--wgv71a119e.jp"_ba
                                   << "xn--wgv71a119e.jp"_ba;
    QTest::newRow("international in capitals") << u"a@BÜCHER.de"_s << "a@xn--bcher-kva.de"_ba
                                               << "xn--bcher-kva.de"_ba;
}

void tst_EmailAddress::leavesInTheFormThatSmtpTakes()
{
    QFETCH(QString, typed);
    QTEST(parsed(typed).wire(), "wire");
    QTEST(parsed(typed).domain(), "domain");
}

void tst_EmailAddress::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces only") << u" 　 "_s;
    QTest::newRow("no @") << u"taro.example.jp"_s;
    QTest::newRow("no local part") << u"@example.jp"_s;
    QTest::newRow("no domain") << u"taro@"_s;
    QTest::newRow("@ only") << u"@"_s;
    QTest::newRow("dots only before the @") << u"...@docomo.ne.jp"_s;
    QTest::newRow("two addresses") << u"a@example.jp,b@example.jp"_s;
    QTest::newRow("two @") << u"a@@example.jp"_s;
    QTest::newRow("domain without a dot") << u"taro@localhost"_s;
    QTest::newRow("domain with an empty label") << u"taro@example..jp"_s;
    QTest::newRow("domain with a dot in front") << u"taro@.example.jp"_s;
    QTest::newRow("IPv4 address") << u"taro@127.0.0.1"_s;
    QTest::newRow("IPv4 literal") << u"taro@[127.0.0.1]"_s;
    QTest::newRow("IPv6 literal") << u"taro@[IPv6:::1]"_s;
    QTest::newRow("full-width IPv4 address") << u"taro@１２７．０．０．１"_s;
    QTest::newRow("top-level domain of one letter") << u"taro@example.j"_s;
    QTest::newRow("hyphen in front of a label") << u"taro@-example.jp"_s;
    QTest::newRow("hyphen after a label") << u"taro@example-.jp"_s;
    QTest::newRow("underscore in the domain") << u"taro@exa_mple.jp"_s;
    QTest::newRow("slash in the domain") << u"taro@example.jp/x"_s;
    QTest::newRow("port in the domain") << u"taro@example.jp:25"_s;
    QTest::newRow("percent in the domain") << u"taro@example%2Ejp"_s;
    QTest::newRow("semicolon") << u"taro@example.jp;"_s;
    QTest::newRow("label over 63 octets") << u"taro@%1.jp"_s.arg(QString(64, u'x'));
    QTest::newRow("line feed") << u"taro@example.jp\n"_s;
    QTest::newRow("carriage return") << u"taro\r@example.jp"_s;
    QTest::newRow("injected header") << u"taro@example.jp\r\nBcc: all@example.jp"_s;
    QTest::newRow("tab") << u"taro\t@example.jp"_s;
    QTest::newRow("NUL") << u"taro@example.jp"_s + QChar(0) + u".invalid"_s;
    QTest::newRow("delete") << u"taro\u007F@example.jp"_s;
    QTest::newRow("C1 control") << u"taro\u0085@example.jp"_s;
    QTest::newRow("line separator") << u"taro\u2028@example.jp"_s;
    QTest::newRow("right-to-left override") << u"taro\u202E@example.jp"_s;
    QTest::newRow("right-to-left mark") << u"taro@example\u200F.jp"_s;
    QTest::newRow("isolate") << u"\u2066taro@example.jp\u2069"_s;
    QTest::newRow("Arabic letter mark") << u"taro\u061C@example.jp"_s;
    QTest::newRow("quoted local part") << u"\"taro\"@example.jp"_s;
    QTest::newRow("full-width quote") << u"ta＂ro@example.jp"_s;
    QTest::newRow("backslash") << u"ta\\ro@example.jp"_s;
    QTest::newRow("angle brackets") << u"<taro@example.jp>"_s;
    QTest::newRow("name and address") << u"Taro <taro@example.jp>"_s;
    QTest::newRow("comma before the @") << u"taro,y@example.jp"_s;
    QTest::newRow("brackets before the @") << u"taro(y)@example.jp"_s;
    QTest::newRow("Japanese before the @") << u"太郎@example.jp"_s;
    QTest::newRow("accent before the @") << u"tarō@example.jp"_s;
    QTest::newRow("lone surrogate") << u"taro@ex"_s + QChar(0xD800) + u"ample.jp"_s;
    QTest::newRow("a book") << QString(1'000'000, u'a');
}

void tst_EmailAddress::refuses()
{
    QFETCH(QString, typed);
    const auto address = EmailAddress::parse(typed);
    QVERIFY2(!address, address ? address->wire().constData() : "");
    QCOMPARE(address.error().code, ErrorCode::Invalid);
    QVERIFY(!address.error().message.isEmpty());
}

void tst_EmailAddress::saysWhatIsMissingWithoutRepeatingTheAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QString() << u"enter your mail address"_s;
    QTest::newRow("no @") << u"zzyzx.example.jp"_s << u"no @"_s;
    QTest::newRow("two @") << u"zzyzx@example.jp@example.jp"_s << u"more than one @"_s;
    QTest::newRow("local part") << u"zzyzx(@example.jp"_s << u"before the @"_s;
    QTest::newRow("long local part") << QString(60, u'z') + u"zzyzx@example.jp"_s
                                     << u"before the @ is too long"_s;
    QTest::newRow("domain") << u"zzyzx@example"_s << u"after the @"_s;
    QTest::newRow("length") << u"zzyzx@"_s + u"example."_s.repeated(40) + u"jp"_s << u"too long"_s;
    QTest::newRow("invisible") << u"zzyzx\u202E@example.jp"_s << u"cannot be seen"_s;
}

void tst_EmailAddress::saysWhatIsMissingWithoutRepeatingTheAddress()
{
    QFETCH(QString, typed);
    QFETCH(QString, says);
    const auto address = EmailAddress::parse(typed);
    QVERIFY(!address);
    QVERIFY2(address.error().message.contains(says), qPrintable(address.error().message));
    QVERIFY(!address.error().message.contains(u"zzyzx"_s));
    QVERIFY(!address.error().detail.contains(u"zzyzx"_s));
}

void tst_EmailAddress::takesTwoTypingsForOnePerson_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("capitals") << u"Taro@Example.JP"_s << u"taro@example.jp"_s << "taro@example.jp"_ba;
    QTest::newRow("width") << u"ＴＡＲＯ＠ｅｘａｍｐｌｅ．ｊｐ"_s << u"taro@example.jp"_s
                           << "taro@example.jp"_ba;
    QTest::newRow("spaces") << u" taro @example.jp。"_s << u"taro@example.jp"_s << "taro@example.jp"_ba;
    QTest::newRow("A-label") << u"taro@日本語.jp"_s << u"taro@xn--wgv71a119e.jp"_s
                             << "taro@xn--wgv71a119e.jp"_ba;
    QTest::newRow("comma") << u"taro@docomo.ne,jp"_s << u"taro@docomo.ne.jp"_s << "taro@docomo.ne.jp"_ba;
    QTest::newRow("carrier") << u"A..b@docomo.ne.jp"_s << u"a..B@docomo.ne.jp"_s << "a..b@docomo.ne.jp"_ba;
}

void tst_EmailAddress::takesTwoTypingsForOnePerson()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(parsed(one).canonical(), "canonical");
    QTEST(parsed(other).canonical(), "canonical");
}

void tst_EmailAddress::keepsDifferentPeopleApart()
{
    QVERIFY(parsed(u"a..b@docomo.ne.jp"_s).canonical() != parsed(u"a.b@docomo.ne.jp"_s).canonical());
    QVERIFY(parsed(u"a.@ezweb.ne.jp"_s).canonical() != parsed(u"a@ezweb.ne.jp"_s).canonical());
    QVERIFY(parsed(u"a+b@gmail.com"_s).canonical() != parsed(u"a@gmail.com"_s).canonical());
    QVERIFY(parsed(u"a@docomo.ne.jp"_s) != parsed(u"b@docomo.ne.jp"_s));
    QCOMPARE(parsed(u" a@docomo.ne.jp"_s), parsed(u"a@docomo.ne.jp"_s));
}

void tst_EmailAddress::sendsToTheDotWhereACommaWasKept()
{
    const EmailAddress kept = parsed(u"taro@docomo.ne,jp"_s);
    QCOMPARE(kept.wire(), "taro@docomo.ne.jp"_ba);
    QCOMPARE(kept.domain(), "docomo.ne.jp"_ba);
}

void tst_EmailAddress::masks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("masked");
    QTest::newRow("plain") << u"taro@docomo.ne.jp"_s << u"t…o@d…o.ne.jp"_s;
    QTest::newRow("length is not shown") << u"taroooooooo@docomo.ne.jp"_s << u"t…o@d…o.ne.jp"_s;
    QTest::newRow("three letters") << u"abc@ocn.ne.jp"_s << u"a…c@o…n.ne.jp"_s;
    QTest::newRow("two letters") << u"ab@au.com"_s << u"a…@a….com"_s;
    QTest::newRow("one letter") << u"a@b.jp"_s << u"…@….jp"_s;
    QTest::newRow("carrier") << u"a..b@docomo.ne.jp"_s << u"a…b@d…o.ne.jp"_s;
    QTest::newRow("international") << u"taro@日本語.jp"_s << u"t…o@日…語.jp"_s;
    QTest::newRow("beyond the basic plane") << u"taro@𠮷野家.jp"_s << u"t…o@𠮷…家.jp"_s;
    QTest::newRow("comma") << u"taro@docomo,ne.jp"_s << u"t…o@d…o,ne.jp"_s;
}

void tst_EmailAddress::masks()
{
    QFETCH(QString, typed);
    QTEST(parsed(typed).masked(), "masked");
}

void tst_EmailAddress::endsAtTheLimits()
{
    QVERIFY(EmailAddress::parse(QString(64, u'x') + u"@example.jp"_s));
    QVERIFY(!EmailAddress::parse(QString(65, u'x') + u"@example.jp"_s));

    const QString domain = u"x."_s.repeated(93) + u"jp"_s + u"x"_s;
    QCOMPARE(64 + 1 + domain.size(), 254);
    QVERIFY(EmailAddress::parse(QString(64, u'x') + u'@' + domain));
    QVERIFY(!EmailAddress::parse(QString(64, u'x') + u'@' + domain + u'x'));

    // What counts is the form that leaves: quotes and A-labels make it longer.
    QVERIFY(!EmailAddress::parse(QString(62, u'x') + u"..@"_s + domain));
    QVERIFY(!EmailAddress::parse(u"taro@"_s + u"日本語."_s.repeated(20) + u"jp"_s));
}

QTEST_GUILESS_MAIN(tst_EmailAddress)
#include "tst_EmailAddress.moc"
