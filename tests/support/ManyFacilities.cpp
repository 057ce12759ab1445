// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManyFacilities.h"

#include "core/facilities/FacilityKeys.h"
#include "core/facilities/FacilityStore.h"
#include "tests/support/Results.h"

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// All of them are as folding leaves them, so that the keys need no folding.
const std::array places{u"札幌市中央区"_s, u"札幌市北区"_s, u"函館市"_s, u"旭川市"_s,
                        u"小樽市"_s,       u"釧路市"_s,     u"帯広市"_s, u"余市郡余市町"_s};
const std::array firsts{u"しらかば"_s, u"すずらん"_s, u"はまなす"_s, u"らいらっく"_s,
                        u"雪だるま"_s, u"白樺"_s,     u"北斗"_s,     u"大通"_s,
                        u"時計台"_s,   u"石狩"_s,     u"十勝"_s};
const std::array kinds{u"食堂"_s, u"喫茶"_s, u"書店"_s, u"温泉"_s, u"市民会館"_s, u"体育館"_s, u"酒場"_s};
const std::array people{u"佐藤"_s, u"鈴木"_s, u"高橋"_s, u"田中"_s, u"渡辺"_s, u"伊藤"_s, u"山本"_s};

FacilityDetails detailsOf(int i)
{
    const size_t n = size_t(i);
    FacilityDetails details;
    details.kind = i % 5 == 0 ? FacilityKind::Facility : FacilityKind::Store;
    details.name = u"%1%2 no %3"_s.arg(firsts[n * 7 % firsts.size()], kinds[n * 3 % kinds.size()]).arg(i);
    details.contactName = people[n % people.size()] + u" 花子"_s;
    details.contactEmail = u"contact%1@example.jp"_s.arg(i);
    details.phone = u"011-%1-%2"_s.arg(200 + i % 800).arg(1000 + i % 9000);
    details.postalCode = u"0%1-%2"_s.arg(60 + i % 40).arg(1000 + i % 9000);
    details.address = u"%1%2条%3丁目%4-%5"_s.arg(places[n * n % places.size()])
                          .arg(1 + i % 30)
                          .arg(1 + i % 19)
                          .arg(1 + i % 23)
                          .arg(1 + i % 41);
    return details;
}

QString bare(QString text)
{
    return text.remove(u' ').remove(u'-').toLower();
}

} // namespace

void addManyFacilities(Database &database, int count, qint64 first)
{
    Transaction transaction = must(Transaction::begin(database));
    must(database.run(u"UPDATE facility_revision SET number = number + 1"_s));
    for (int i = 0; i < count; ++i) {
        const FacilityDetails d = detailsOf(i);
        const QString code = FacilityCode::random().text();
        const QString municipality = d.address.left(d.address.indexOf(QString::number(1 + i % 30) + u'条'));
        const QString name = QString(d.name).remove(u' ');
        const QString state = i % 11 == 0 ? u"suspended"_s : i % 13 == 0 ? u"retired"_s : u"active"_s;
        const QString search =
            QStringList{d.name, {}, d.address, d.contactName, d.contactEmail, d.phone, d.postalCode, code}
                .join(u'\n');
        FacilityId id = 0;
        {
            const Rows inserted = must(database.run(
                u"INSERT INTO facility (kind, name, aliases, contact_name, contact_email, phone, "
                u"postal_code, address, "
                "duplicate_key, search_text, state, source, created_at, changed_at, name_key, prefecture, "
                "municipality, "
                "place_key, revision) VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?, ?, '', ?, ?, "
                "(SELECT number FROM facility_revision))"_s,
                {toText(d.kind), d.name, d.contactName, d.contactEmail, d.phone, d.postalCode, d.address,
                 name + u'\n' + d.address, bare(search), state, first + i * 3600LL, first + i * 3600LL, name,
                 municipality, d.address}));
            id = inserted.insertedId();
        }
        must(database.run(u"INSERT INTO facility_code (code, facility_id, issued_at) VALUES (?, ?, ?)"_s,
                          {code, id, first + i * 3600LL}));
    }
    must(transaction.commit());
}

} // namespace shirase
