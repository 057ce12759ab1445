// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestAuthority.h"

#include "server/http/TlsFiles.h"

#include <QRegularExpression>
#include <QSslSocket>
#include <QTest>

using namespace shirase;
using namespace shirase::http;
using namespace Qt::StringLiterals;

class tst_TlsFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_authority = std::make_unique<TestAuthority>();
        m_authority->issue(u"good"_s);
        m_authority->issue(u"other"_s);
        m_authority->issue(u"rsa"_s, 30, u"rsa:2048"_s);
        m_authority->write(u"empty"_s, {});
        m_authority->write(u"words"_s, "-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----\n");
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void goodFilesAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("EC") << u"good"_s;
        QTest::newRow("RSA") << u"rsa"_s;
    }
    void goodFilesAreRead()
    {
        QFETCH(QString, name);
        const Result<TlsFiles> files = load(name + u".pem"_s, name + u".key"_s);
        QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().message + files.error().detail));
        QCOMPARE(files->configuration().protocol(), QSsl::TlsV1_2OrLater);
        QCOMPARE(files->configuration().localCertificate().subjectInfo(QSslCertificate::CommonName).value(0),
                 name);
    }

    void theWholeChainIsKept()
    {
        QFile leaf(m_authority->path(u"good.pem"_s));
        QFile issuer(m_authority->path(u"ca.pem"_s));
        QVERIFY(leaf.open(QIODevice::ReadOnly) && issuer.open(QIODevice::ReadOnly));
        m_authority->write(u"chain.pem"_s, leaf.readAll() + issuer.readAll());
        const Result<TlsFiles> files = load(u"chain.pem"_s, u"good.key"_s);
        QVERIFY(files);
        QCOMPARE(files->configuration().localCertificateChain().size(), 2);
    }

    void badFilesAreExplained_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("named"); // the file that the sentence names
        QTest::newRow("no certificate file")
            << u"nowhere"_s << u"good.key"_s << ErrorCode::Unavailable << u"nowhere"_s;
        QTest::newRow("no key file") << u"good.pem"_s << u"nowhere"_s << ErrorCode::Unavailable
                                     << u"nowhere"_s;
        QTest::newRow("an empty certificate")
            << u"empty"_s << u"good.key"_s << ErrorCode::Corrupt << u"empty"_s;
        QTest::newRow("words") << u"words"_s << u"good.key"_s << ErrorCode::Corrupt << u"words"_s;
        QTest::newRow("a key as certificate")
            << u"good.key"_s << u"good.key"_s << ErrorCode::Corrupt << u"good.key"_s;
        QTest::newRow("a certificate as key")
            << u"good.pem"_s << u"good.pem"_s << ErrorCode::Corrupt << u"good.pem"_s;
        QTest::newRow("another's key")
            << u"good.pem"_s << u"other.key"_s << ErrorCode::Refused << u"other.key"_s;
        QTest::newRow("a key of another kind")
            << u"good.pem"_s << u"rsa.key"_s << ErrorCode::Refused << u"rsa.key"_s;
    }
    void badFilesAreExplained()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(ErrorCode, code);
        QFETCH(QString, named);
        const Result<TlsFiles> files = load(certificate, key);
        QVERIFY(!files);
        QCOMPARE(files.error().code, code);
        QVERIFY2(files.error().message.contains(m_authority->path(named)), qPrintable(files.error().message));
        QVERIFY(files.error().message.contains(u"web.tls_"));
    }

    void bothSettingsAreNeeded()
    {
        for (const auto &[certificate, key] : {std::pair(u"/x"_s, QString()), std::pair(QString(), u"/x"_s)})
            QCOMPARE(TlsFiles::load(certificate, key, m_now).error().code, ErrorCode::Invalid);
    }

    void aCertificateIsValidForItsTime()
    {
        const QString certificate = m_authority->path(u"good.pem"_s);
        const QString key = m_authority->path(u"good.key"_s);
        constexpr qint64 day = 24 * 3600;
        QVERIFY(TlsFiles::load(certificate, key, m_now + 29 * day));
        const auto expired = TlsFiles::load(certificate, key, m_now + 31 * day);
        QCOMPARE(expired.error().code, ErrorCode::Invalid);
        QVERIFY(expired.error().message.contains(u"ran out"));
        const auto early = TlsFiles::load(certificate, key, m_now - day);
        QCOMPARE(early.error().code, ErrorCode::Invalid);
        QVERIFY(early.error().message.contains(u"not valid before"));
    }

    void aRenewalIsReadAndAHalfOneIsNot()
    {
        m_authority->issue(u"live"_s);
        Result<TlsFiles> files = load(u"live.pem"_s, u"live.key"_s);
        QVERIFY(files);
        QCOMPARE(files->refresh(m_now).value_or(true), false);
        const QSslCertificate before = files->configuration().localCertificate();

        m_authority->issue(u"renewed"_s);
        m_authority->replace(u"live.pem"_s, u"renewed.pem"_s);
        const Result<bool> half = files->refresh(m_now);
        QVERIFY(!half);
        QCOMPARE(half.error().code, ErrorCode::Refused);
        QCOMPARE(files->configuration().localCertificate(), before);
        QCOMPARE(files->refresh(m_now).value_or(true), false); // said once

        m_authority->replace(u"live.key"_s, u"renewed.key"_s);
        QCOMPARE(files->refresh(m_now).value_or(false), true);
        QVERIFY(files->configuration().localCertificate() != before);
    }

private:
    [[nodiscard]] Result<TlsFiles> load(const QString &certificate, const QString &key) const
    {
        return TlsFiles::load(m_authority->path(certificate), m_authority->path(key), m_now);
    }

    std::unique_ptr<TestAuthority> m_authority;
    qint64 m_now = QDateTime::currentSecsSinceEpoch() + 60; ///< openssl issues by the real clock
};

QTEST_GUILESS_MAIN(tst_TlsFiles)
#include "tst_TlsFiles.moc"
