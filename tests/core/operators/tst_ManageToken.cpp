// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/ManageToken.h"

#include "core/foundation/TokenLife.h"
#include "tests/support/TestOffice.h"

#include <QTest>

#include <functional>

using namespace shirase;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::function<void(Facility &)>)

class tst_ManageToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itComesBackAsItWas()
    {
        for (const QString &contact : {QString(), u"new@example.jp"_s}) {
            const ManageToken token = ManageToken::of(m_facility, contact);
            QCOMPARE(decoded(token.encode(key(), m_now)), token);
            QVERIFY(token.fits(m_facility));
        }
    }

    void itLivesForADay()
    {
        const QByteArray text = ManageToken::of(m_facility).encode(key(), m_now);
        QVERIFY(ManageToken::decode(text, key(), m_now + ManageToken::validSeconds - 1));
        QVERIFY(!ManageToken::decode(text, key(), m_now + ManageToken::validSeconds));
        QVERIFY(ManageToken::decode(text, key(), m_now - clockSkew)); // of another server (REQUIREMENTS D4)
        QVERIFY(!ManageToken::decode(text, key(), m_now - clockSkew - 1));
    }

    void aChangedOneIsNotOurs()
    {
        const QByteArray text = ManageToken::of(m_facility).encode(key(), m_now);
        for (qsizetype place = 0; place < text.size(); ++place) {
            QByteArray changed = text;
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            QVERIFY2(!ManageToken::decode(changed, key(), m_now), qPrintable(QString::number(place)));
        }
        QVERIFY(!ManageToken::decode({}, key(), m_now));
        QVERIFY(!ManageToken::decode("sent", key(), m_now));
        const ServerKey other = ServerKey::generate();
        QVERIFY(!ManageToken::decode(text, other.tokenKey(), m_now));
    }

    void noOtherTokenOfOursIsOne()
    {
        const VisitToken visit{
            {QDate(2026, 11, 21), 1, m_now, QByteArray(16, 'w')}, u"ja"_s, u"t…o@e…e.jp"_s};
        QVERIFY(!ManageToken::decode(visit.encode(key(), m_now), key(), m_now));
        QVERIFY(!VisitToken::decode(ManageToken::of(m_facility).encode(key(), m_now), key(), m_now));
    }

    void itShowsNothing()
    {
        const QByteArray text = ManageToken::of(m_facility, u"new@example.jp"_s).encode(key(), m_now);
        QVERIFY(!QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding).contains("new@"));
        // Two links to the same place cannot be told to be that.
        QVERIFY(text != ManageToken::of(m_facility, u"new@example.jp"_s).encode(key(), m_now));
    }

    void itDiesWithAnyChange_data()
    {
        using Change = std::function<void(Facility &)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
        row("another facility", [](Facility &one) { one.id = 2; });
        row("name", [](Facility &one) { one.details.name += u'x'; });
        row("contact", [](Facility &one) { one.details.contactEmail = u"new@example.jp"_s; });
        row("person", [](Facility &one) { one.details.contactName += u'x'; });
        row("phone", [](Facility &one) { one.details.phone += u'1'; });
        row("postal code", [](Facility &one) { one.details.postalCode += u'1'; });
        row("address", [](Facility &one) { one.details.address += u'x'; });
        row("kind", [](Facility &one) { one.details.kind = FacilityKind::Event; });
        row("days", [](Facility &one) { one.details.until = QDate(2026, 11, 22); });
        row("state", [](Facility &one) { one.state = FacilityState::Suspended; });
        row("code", [](Facility &one) { one.code = FacilityCode::random(); });
        row("there and back", [](Facility &one) { ++one.changedAt; });
    }
    void itDiesWithAnyChange()
    {
        QFETCH(std::function<void(Facility &)>, change);
        const ManageToken token = ManageToken::of(m_facility);
        Facility changed = m_facility;
        change(changed);
        QVERIFY(!token.fits(changed));
    }

private:
    [[nodiscard]] const SecretBytes &key() const { return m_office.serverKey.tokenKey(); }
    [[nodiscard]] ManageToken decoded(const QByteArray &text) const
    {
        return ManageToken::decode(text, key(), m_now + 60).value_or(ManageToken());
    }

    TestOffice m_office;
    Facility m_facility = m_office.addFacility();
    qint64 m_now = m_office.clock.now();
};

QTEST_GUILESS_MAIN(tst_ManageToken)
#include "tst_ManageToken.moc"
