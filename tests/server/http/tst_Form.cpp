// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Form.h"

#include <QTest>

using namespace shirase;
using namespace shirase::http;
using namespace Qt::StringLiterals;

namespace {

Request posted(const QByteArray &body, const QByteArray &contentType = "application/x-www-form-urlencoded")
{
    Request request;
    request.method = Method::Post;
    request.headers = {{"content-type", contentType}};
    request.body = body;
    return request;
}

QByteArray fields(int count)
{
    QByteArray body;
    for (int i = 0; i < count; ++i)
        body += "f" + QByteArray::number(i) + "=1&";
    return body;
}

} // namespace

class tst_Form : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreDecoded();
    void anEmptyFieldIsThereAndAMissingOneIsNot();
    void contentTypesAreChecked_data();
    void contentTypesAreChecked();
    void badFormsAreRefused_data();
    void badFormsAreRefused();
    void limitsHold();
};

void tst_Form::fieldsAreDecoded()
{
    const auto form = Form::parse(posted("token=abc&email=taro%2Bx%40example.jp&name=%E9%AB%99+A&agree=1"));
    QVERIFY(form.has_value());
    QCOMPARE(form->value(u"token"), u"abc"_s);
    QCOMPARE(form->value(u"email"), u"taro+x@example.jp"_s);
    QCOMPARE(form->value(u"name"), u"髙 A"_s);
    QCOMPARE(form->value(u"agree"), u"1"_s);
}

void tst_Form::anEmptyFieldIsThereAndAMissingOneIsNot()
{
    const auto form = Form::parse(posted("a=&b&&c=d=e&"));
    QVERIFY(form.has_value());
    QVERIFY(form->contains(u"a"));
    QVERIFY(form->value(u"a").isEmpty());
    QVERIFY(form->contains(u"b"));
    QCOMPARE(form->value(u"c"), u"d=e"_s);
    QVERIFY(!form->contains(u"d"));
    QVERIFY(!Form::parse(posted(""))->contains(u"a"));
}

void tst_Form::contentTypesAreChecked_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("plain") << QByteArray("application/x-www-form-urlencoded") << true;
    QTest::newRow("other case") << QByteArray("Application/X-WWW-Form-Urlencoded") << true;
    QTest::newRow("UTF-8") << QByteArray("application/x-www-form-urlencoded; charset=UTF-8") << true;
    QTest::newRow("Shift_JIS") << QByteArray("application/x-www-form-urlencoded; charset=Shift_JIS") << false;
    QTest::newRow("multipart") << QByteArray("multipart/form-data; boundary=x") << false;
    QTest::newRow("text") << QByteArray("text/plain") << false;
    QTest::newRow("JSON") << QByteArray("application/json") << false;
    QTest::newRow("longer name") << QByteArray("application/x-www-form-urlencodedx") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void tst_Form::contentTypesAreChecked()
{
    QFETCH(QByteArray, contentType);
    QFETCH(bool, accepted);
    QCOMPARE(Form::parse(posted("a=1", contentType)).has_value(), accepted);
}

void tst_Form::badFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("the same name twice") << QByteArray("a=1&a=2");
    QTest::newRow("the same name, encoded") << QByteArray("a=1&%61=2");
    QTest::newRow("the same name after an empty one") << QByteArray("a=&a=2");
    QTest::newRow("no name") << QByteArray("=1");
    QTest::newRow("NUL") << QByteArray("a=%00");
    QTest::newRow("bare NUL") << QByteArray("a=\0", 3);
    QTest::newRow("half an escape") << QByteArray("a=%4");
    QTest::newRow("bad UTF-8") << QByteArray("a=%FF");
    QTest::newRow("bad UTF-8 in the name") << QByteArray("%FF=a");
}

void tst_Form::badFormsAreRefused()
{
    QFETCH(QByteArray, body);
    const auto form = Form::parse(posted(body));
    QVERIFY(!form.has_value());
    QCOMPARE(form.error().code, ErrorCode::Invalid);
    QVERIFY(!form.error().message.isEmpty());
}

void tst_Form::limitsHold()
{
    QVERIFY(Form::parse(posted(fields(40))).has_value());
    QVERIFY(!Form::parse(posted(fields(41))).has_value());
    QVERIFY(Form::parse(posted("a=" + QByteArray("%61").repeated(10'000))).has_value());
    QVERIFY(!Form::parse(posted("a=" + QByteArray(10'001, 'a'))).has_value());
    QVERIFY(!Form::parse(posted("a=" + QByteArray("%E3%81%82").repeated(3'334))).has_value()); // 10,002 bytes
    QVERIFY(!Form::parse(posted(QByteArray(10'001, 'a') + "=1")).has_value());
}

QTEST_GUILESS_MAIN(tst_Form)
#include "tst_Form.moc"
