// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/EmailAddress.h"
#include "tests/support/Results.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

/// What an address with a slip is taken for (REQUIREMENTS V6).
class tst_MailTypos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsTheDomainThatWasMeant_data();
    void suggestsTheDomainThatWasMeant();
    void suggestsNothingForDomainsThatExist_data();
    void suggestsNothingForDomainsThatExist();
};

void tst_MailTypos::suggestsTheDomainThatWasMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    const std::initializer_list<std::pair<const char *, const char *>> rows{
        {"gmial.com", "gmail.com"},          {"gmail.co", "gmail.com"},
        {"gmai.com", "gmail.com"},           {"gamil.com", "gmail.com"},
        {"gmail.con", "gmail.com"},          {"gmail.cm", "gmail.com"},
        {"gmaill.com", "gmail.com"},         {"gnail.com", "gmail.com"},
        {"gmail.jp", "gmail.com"},           {"gmail.co.jp", "gmail.com"},
        {"GMIAL.COM", "gmail.com"},          {"yaho.co.jp", "yahoo.co.jp"},
        {"yahooo.co.jp", "yahoo.co.jp"},     {"yahoo.cojp", "yahoo.co.jp"},
        {"yahoo.jp", "yahoo.co.jp"},         {"yahoo.co.jo", "yahoo.co.jp"},
        {"docomo.co.jp", "docomo.ne.jp"},    {"docmo.ne.jp", "docomo.ne.jp"},
        {"docomo.nejp", "docomo.ne.jp"},     {"docomo.ne", "docomo.ne.jp"},
        {"dcoomo.ne.jp", "docomo.ne.jp"},    {"docomo.ne,jp", "docomo.ne.jp"},
        {"docomo,ne,jp", "docomo.ne.jp"},    {"gmial,com", "gmail.com"},
        {"example,jp", "example.jp"},        {"softbank.co.jp", "softbank.ne.jp"},
        {"sofbank.ne.jp", "softbank.ne.jp"}, {"i.softbank.ne.jp", "i.softbank.jp"},
        {"i.softbnk.jp", "i.softbank.jp"},   {"ezweb.co.jp", "ezweb.ne.jp"},
        {"ezwed.ne.jp", "ezweb.ne.jp"},      {"icloud.co", "icloud.com"},
        {"icould.com", "icloud.com"},        {"icloud.jp", "icloud.com"},
        {"hotmail.con", "hotmail.com"},      {"hotmial.com", "hotmail.com"},
        {"hotmail.jp", "hotmail.co.jp"},     {"outlok.jp", "outlook.jp"},
        {"outlook.cm", "outlook.com"},       {"ymobil.ne.jp", "ymobile.ne.jp"},
        {"nifty.con", "nifty.com"},          {"bigrobe.ne.jp", "biglobe.ne.jp"},
    };
    for (const auto &[typed, meant] : rows)
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(meant);
}

void tst_MailTypos::suggestsTheDomainThatWasMeant()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const auto likely = must(EmailAddress::parse(u"Taro..y@"_s + typed)).likelyMeant();
    QVERIFY(likely);
    QCOMPARE(likely->display(), u"Taro..y@"_s + meant);
    QVERIFY(!likely->likelyMeant()); // the question is asked once
}

void tst_MailTypos::suggestsNothingForDomainsThatExist_data()
{
    QTest::addColumn<QString>("domain");
    for (const char *domain : {"gmail.com",
                               "googlemail.com",
                               "mail.com",
                               "email.com",
                               "ymail.com",
                               "ymail.ne.jp",
                               "gmx.com",
                               "gmx.de",
                               "docomo.ne.jp",
                               "ezweb.ne.jp",
                               "au.com",
                               "softbank.ne.jp",
                               "i.softbank.jp",
                               "t.vodafone.ne.jp",
                               "ymobile.ne.jp",
                               "ymobile1.ne.jp",
                               "emobile.ne.jp",
                               "y-mobile.ne.jp",
                               "yahoo.co.jp",
                               "yahoo.ne.jp",
                               "yahoo.com",
                               "yahoo.co.kr",
                               "yahoo.ca",
                               "yahoo.com.tw",
                               "icloud.com",
                               "me.com",
                               "mac.com",
                               "outlook.com",
                               "outlook.jp",
                               "outlook.fr",
                               "hotmail.com",
                               "hotmail.co.jp",
                               "hotmail.co.uk",
                               "live.jp",
                               "nifty.com",
                               "nifty.ne.jp",
                               "ocn.ne.jp",
                               "so-net.ne.jp",
                               "qq.com",
                               "163.com",
                               "126.com",
                               "naver.com",
                               "hanmail.net",
                               "proton.me",
                               "protonmail.com",
                               "example.jp",
                               "example.com",
                               "pref.hokkaido.lg.jp",
                               "sapporo.jp",
                               "hokudai.ac.jp",
                               "xn--wgv71a119e.jp",
                               "mail.gmail.example.com",
                               "never.com",
                               "ai.com",
                               "max.com"})
        QTest::newRow(domain) << QString::fromLatin1(domain);
}

void tst_MailTypos::suggestsNothingForDomainsThatExist()
{
    QFETCH(QString, domain);
    const auto likely = must(EmailAddress::parse(u"taro@"_s + domain)).likelyMeant();
    QVERIFY2(!likely, likely ? qPrintable(likely->display()) : "");
}

QTEST_GUILESS_MAIN(tst_MailTypos)
#include "tst_MailTypos.moc"
