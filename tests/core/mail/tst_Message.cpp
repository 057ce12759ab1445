// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QStringDecoder>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

/// What toMime() writes is read back by a parser that is not ours: Python's `email` package.
class tst_Message : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesTheHeaderFieldsOfAGenuineNotice();
    void showsTheSubject_data();
    void showsTheSubject();
    void showsTheSender_data();
    void showsTheSender();
    void addressesTheCarriersQuoted();
    void showsTheBody_data();
    void showsTheBody();
    void bringsTheAttachments_data();
    void bringsTheAttachments();
    void bringsSeveralAttachmentsInOrder();
    void encodesATextForManyAsForOne();
    void refusesFieldsThatBreakOutOfTheirLine_data();
    void refusesFieldsThatBreakOutOfTheirLine();

private:
    QJsonObject read(const QByteArray &mime);

    QString m_python;
};

namespace {

EmailAddress address(const QString &text)
{
    return *EmailAddress::parse(text);
}

Message confirmation()
{
    return {.messageId = "01J.4711-a@notice.example.jp"_ba,
            .date = 1'605'916'800, // 2020-11-21T00:00:00Z
            .fromName = u"北海道コロナ通知システム"_s,
            .from = address(u"notice@example.jp"_s),
            .replyTo = {},
            .to = address(u"taro@docomo.ne.jp"_s),
            .subject = u"登録が完了しました"_s,
            .body = u"登録が完了しました。\n\nこのメールに返信しないでください。\n"_s,
            .language = u"ja"_s,
            .attachments = {}};
}

QByteArray mimeOf(const Message &message)
{
    auto mime = toMime(message);
    if (!mime)
        qFatal("%s", qPrintable(mime.error().message));
    return *mime;
}

/// Whether it is an encoded word as RFC 2047 §2 and §5 have it: short, and whole characters only. Python's
/// parser puts characters that were split together again, which other mail programs do not.
bool isSoundWord(const QByteArray &word)
{
    if (word.size() > 75 || !word.startsWith("=?utf-8?B?") || !word.endsWith("?="))
        return false;
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(QByteArray::fromBase64(word.mid(10, word.size() - 12)));
    return !text.isEmpty() && !decode.hasError();
}

/// The first line that breaks RFC 5322 §2.1.1 or RFC 2047 §2; empty if none does.
QByteArray badLine(const QByteArray &mime)
{
    if (!mime.endsWith("\r\n") || mime.count('\n') != mime.count("\r\n") ||
        mime.count('\r') != mime.count("\r\n"))
        return "a line does not end in CRLF"_ba;
    for (QByteArray line : mime.split('\n')) {
        line.chop(line.endsWith('\r') ? 1 : 0);
        const qsizetype limit = line.contains("=?") ? 76 : 78;
        if (line.size() > limit || std::ranges::any_of(line, [](char c) { return c < ' ' && c != '\t'; }))
            return line;
        for (const QByteArray &word : line.split(' ')) {
            if (word.startsWith("=?") && !isSoundWord(word))
                return word;
        }
    }
    return {};
}

} // namespace

void tst_Message::initTestCase()
{
    m_python = QStandardPaths::findExecutable(u"python3"_s);
    if (m_python.isEmpty())
        QSKIP("python3 is not installed; its email package reads the mails back");
}

QJsonObject tst_Message::read(const QByteArray &mime)
{
    QProcess python;
    python.start(m_python, {QFINDTESTDATA("read_mail.py")});
    python.write(mime);
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

void tst_Message::writesTheHeaderFieldsOfAGenuineNotice()
{
    Message message = confirmation();
    message.replyTo = address(u"office@example.jp"_s);
    const QByteArray mime = mimeOf(message);
    const QJsonObject mail = read(mime);
    const QJsonObject headers = mail[u"headers"].toObject();

    const QStringList once{u"From"_s,
                           u"Reply-To"_s,
                           u"To"_s,
                           u"Date"_s,
                           u"Message-ID"_s,
                           u"Subject"_s,
                           u"Content-Language"_s,
                           u"Auto-Submitted"_s,
                           u"MIME-Version"_s,
                           u"Content-Type"_s,
                           u"Content-Transfer-Encoding"_s};
    QCOMPARE(mail[u"fields"].toVariant().toStringList(), once);
    QCOMPARE(headers[u"Message-ID"].toString(), u"<01J.4711-a@notice.example.jp>"_s);
    QCOMPARE(headers[u"Date"].toString(), u"Sat, 21 Nov 2020 09:00:00 +0900"_s);
    QCOMPARE(headers[u"Content-Language"].toString(), u"ja"_s);
    QCOMPARE(headers[u"Auto-Submitted"].toString(), u"auto-generated"_s);
    QCOMPARE(headers[u"MIME-Version"].toString(), u"1.0"_s);
    QCOMPARE(mail[u"to"].toObject()[u"address"].toString(), u"taro@docomo.ne.jp"_s);
    QCOMPARE(mail[u"replyTo"].toObject()[u"address"].toString(), u"office@example.jp"_s);
    QCOMPARE(mail[u"bodyType"].toString(), u"text/plain; charset=\"utf-8\"; format=\"fixed\""_s);
    QCOMPARE(mail[u"defects"].toArray(), QJsonArray());
    QCOMPARE(badLine(mime), QByteArray());
}

void tst_Message::showsTheSubject_data()
{
    QTest::addColumn<QString>("subject");
    QTest::newRow("Japanese") << u"登録が完了しました"_s;
    QTest::newRow("Japanese, long")
        << u"濃厚接触の可能性についてのお知らせ（北海道コロナ通知システム）"_s.repeated(5);
    QTest::newRow("English") << u"Your visit is registered"_s;
    QTest::newRow("English, long")
        << u"You were in a place on the same day as an infected person "_s.repeated(5).trimmed();
    QTest::newRow("one long word") << QString(200, u'x');
    QTest::newRow("mixed") << u"「髙橋①亭」 Café & Bar <札幌>"_s;
    QTest::newRow("beyond the basic plane") << u"𠮷野家𩸽"_s.repeated(20);
    QTest::newRow("combining marks") << u"か\u3099き\u3099く\u3099"_s.repeated(15);
    QTest::newRow("Korean") << u"방문이 등록되었습니다"_s;
    QTest::newRow("looks encoded already") << u"=?utf-8?B?YQ==?="_s;
    QTest::newRow("spaces inside Japanese") << u"登録　完了 しました  二つ"_s;
    QTest::newRow("space at the end") << u"Registered "_s;
    QTest::newRow("colon and semicolon") << u"a: b; c, d \"e\""_s;
    QTest::newRow("empty") << QString();
    // So that a word would end at each byte of a character.
    for (int length = 8; length < 14; ++length)
        QTest::addRow("shifted by %d", length) << QString(length, u'a') + u"知らせ"_s.repeated(12);
}

void tst_Message::showsTheSubject()
{
    QFETCH(QString, subject);
    Message message = confirmation();
    message.subject = subject;
    const QByteArray mime = mimeOf(message);
    const QJsonObject mail = read(mime);
    QCOMPARE(mail[u"headers"].toObject()[u"Subject"].toString(), subject);
    QCOMPARE(mail[u"defects"].toArray(), QJsonArray());
    QCOMPARE(badLine(mime), QByteArray());
}

void tst_Message::showsTheSender_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("Japanese") << u"北海道コロナ通知システム"_s;
    QTest::newRow("Japanese, long") << u"北海道保健福祉部感染症対策局感染症対策課"_s.repeated(3);
    QTest::newRow("English") << u"Hokkaido Notices"_s;
    QTest::newRow("English, long")
        << u"Hokkaido Department of Health and Welfare, Infectious Diseases Section"_s;
    QTest::newRow("quotes") << u"\"Shirase\" \\ <notices>, office; (x)"_s;
    QTest::newRow("an address as name") << u"other@example.com"_s;
    QTest::newRow("just over one line with the address") << u"北海道コロナ通知システム係"_s;
}

void tst_Message::showsTheSender()
{
    QFETCH(QString, name);
    Message message = confirmation();
    message.fromName = name;
    const QByteArray mime = mimeOf(message);
    const QJsonObject mail = read(mime);
    const QJsonObject sender = mail[u"from"].toObject();
    QCOMPARE(mail[u"fromName"].toString(), name);
    QCOMPARE(sender[u"address"].toString(), u"notice@example.jp"_s);
    QCOMPARE(sender[u"count"].toInt(), 1);
    QCOMPARE(badLine(mime), QByteArray());
}

void tst_Message::addressesTheCarriersQuoted()
{
    Message message = confirmation();
    message.to = address(u"a..b@docomo.ne.jp"_s);
    const QByteArray mime = mimeOf(message);
    QVERIFY(mime.contains("\r\nTo: \"a..b\"@docomo.ne.jp\r\n"));
    const QJsonObject to = read(mime)[u"to"].toObject();
    QCOMPARE(to[u"address"].toString(), u"a..b@docomo.ne.jp"_s);
    QCOMPARE(to[u"count"].toInt(), 1);
}

void tst_Message::showsTheBody_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("Japanese") << u"登録が完了しました。\n\n北海道\n"_s;
    QTest::newRow("Japanese, one line of 4000 characters") << u"知"_s.repeated(4000) + u'\n';
    QTest::newRow("English") << u"You were in a place.\nTake care.\n"_s;
    QTest::newRow("English, one line of 4000 characters") << u"word "_s.repeated(800) + u"end\n"_s;
    QTest::newRow("mostly English")
        << u"Café & Bar was open.\nPlease take your temperature, wear a mask.\n"_s;
    QTest::newRow("dots at line starts") << u".\n..\n.hidden\nend\n"_s;
    QTest::newRow("From at a line start") << u"From here on\n>From there\n"_s;
    QTest::newRow("spaces at line ends") << u"two  \ntab\t\n \n"_s;
    QTest::newRow("equals signs") << u"a=b =3D =\n"_s;
    QTest::newRow("emoji and supplementary planes") << u"𠮷野家 😷\n"_s.repeated(50);
    QTest::newRow("no newline at the end") << u"終わり"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("looks like a boundary") << u"--=-x\n--\n"_s;
}

void tst_Message::showsTheBody()
{
    QFETCH(QString, body);
    Message message = confirmation();
    message.body = body;
    const QByteArray mime = mimeOf(message);
    const QJsonObject mail = read(mime);
    QString shown = mail[u"body"].toString();
    if (!body.endsWith(u'\n') && shown.endsWith(u'\n'))
        shown.chop(1); // a mail's last line always ends
    QCOMPARE(shown, body);
    QCOMPARE(mail[u"defects"].toArray(), QJsonArray());
    QCOMPARE(badLine(mime), QByteArray());
}

void tst_Message::bringsTheAttachments_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::newRow("ASCII") << u"poster.pdf"_s;
    QTest::newRow("spaces and signs") << u"poster (A4), copy; 2.pdf"_s;
    QTest::newRow("quotes and backslash") << u"the \"big\" \\ one.pdf"_s;
    QTest::newRow("Japanese") << u"「髙橋①亭」 Café & Bar <札幌>.pdf"_s;
    QTest::newRow("Japanese, long") << u"新型コロナウイルス感染症対策ポスター"_s.repeated(5) + u".pdf"_s;
    QTest::newRow("ASCII, long") << QString(180, u'x') + u".pdf"_s;
    QTest::newRow("percent and apostrophe") << u"100%'s.pdf"_s;
}

void tst_Message::bringsTheAttachments()
{
    QFETCH(QString, fileName);
    QByteArray content(100'000, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>(i * 7);
    Message message = confirmation();
    message.attachments = {{fileName, "application/pdf"_ba, content}};
    const QByteArray mime = mimeOf(message);
    const QJsonObject mail = read(mime);
    QCOMPARE(mail[u"type"].toString(), u"multipart/mixed"_s);
    QCOMPARE(mail[u"body"].toString(), message.body);
    QCOMPARE(mail[u"attachments"].toArray().size(), 1);
    const QJsonObject attachment = mail[u"attachments"].toArray().first().toObject();
    QCOMPARE(attachment[u"name"].toString(), fileName);
    QCOMPARE(attachment[u"type"].toString(), u"application/pdf"_s);
    QCOMPARE(attachment[u"disposition"].toString(), u"attachment"_s);
    QVERIFY(QByteArray::fromBase64(attachment[u"content"].toString().toLatin1()) == content);
    QCOMPARE(mail[u"defects"].toArray(), QJsonArray());
    QCOMPARE(badLine(mime), QByteArray());
}

void tst_Message::bringsSeveralAttachmentsInOrder()
{
    Message message = confirmation();
    message.attachments = {{u"poster.pdf"_s, "application/pdf"_ba, "%PDF"_ba},
                           {u"code.png"_s, "image/png"_ba, "\x89PNG"_ba},
                           {u"empty.txt"_s, "application/octet-stream"_ba, {}}};
    const QJsonArray attachments = read(mimeOf(message))[u"attachments"].toArray();
    QCOMPARE(attachments.size(), 3);
    QCOMPARE(attachments[0].toObject()[u"name"].toString(), u"poster.pdf"_s);
    QCOMPARE(attachments[1].toObject()[u"name"].toString(), u"code.png"_s);
    QCOMPARE(attachments[1].toObject()[u"content"].toString().toLatin1(), "\x89PNG"_ba.toBase64());
    QCOMPARE(attachments[2].toObject()[u"content"].toString(), QString());
}

void tst_Message::encodesATextForManyAsForOne()
{
    MessageEncoder encoder;
    Message message = confirmation();
    const auto compare = [&] { QCOMPARE(*encoder.toMime(message), mimeOf(message)); };
    compare();
    message.to = address(u"hanako@ezweb.ne.jp"_s);
    message.messageId = "01J.4712-b@notice.example.jp"_ba;
    message.date += 1;
    compare();
    message.subject = u"Registered"_s;
    message.body = u"You are registered.\n"_s;
    message.language = u"en"_s;
    compare();
    message.body = confirmation().body;
    compare();
    message.subject += u'\n';
    QVERIFY(!encoder.toMime(message));
    message = confirmation();
    message.attachments.push_back({u"poster.pdf"_s, "application/pdf"_ba, "%PDF"_ba});
    QVERIFY(encoder.toMime(message)->contains("poster.pdf")); // what is attached is never taken for what was not
}

void tst_Message::refusesFieldsThatBreakOutOfTheirLine_data()
{
    QTest::addColumn<QString>("bad");
    QTest::newRow("CR LF and a header") << u"x\r\nBcc: all@example.jp"_s;
    QTest::newRow("LF") << u"x\ny"_s;
    QTest::newRow("CR") << u"x\ry"_s;
    QTest::newRow("NUL") << u"x"_s + QChar(0) + u'y';
    QTest::newRow("tab") << u"x\ty"_s;
    QTest::newRow("delete") << u"x\u007Fy"_s;
    QTest::newRow("next line") << u"x\u0085y"_s;
    QTest::newRow("line separator") << u"x\u2028y"_s;
    QTest::newRow("LF at the end") << u"x\n"_s;
}

void tst_Message::refusesFieldsThatBreakOutOfTheirLine()
{
    QFETCH(QString, bad);
    const auto refused = [](auto change) {
        Message message = confirmation();
        message.attachments = {{u"poster.pdf"_s, "application/pdf"_ba, "x"_ba}};
        change(message);
        const auto mime = toMime(message);
        return !mime && mime.error().code == ErrorCode::Invalid;
    };
    QVERIFY(!refused([](Message &) {}));
    QVERIFY(refused([&bad](Message &m) { m.subject = bad; }));
    QVERIFY(refused([&bad](Message &m) { m.fromName = bad; }));
    QVERIFY(refused([&bad](Message &m) { m.language = bad; }));
    QVERIFY(refused([&bad](Message &m) { m.messageId = bad.toUtf8() + "@example.jp"; }));
    QVERIFY(refused([&bad](Message &m) { m.messageId = "x@example.jp" + bad.toUtf8(); }));
    QVERIFY(refused([&bad](Message &m) { m.attachments[0].fileName = bad; }));
    QVERIFY(refused([&bad](Message &m) { m.attachments[0].mediaType = "application/" + bad.toUtf8(); }));
}

QTEST_GUILESS_MAIN(tst_Message)
#include "tst_Message.moc"
