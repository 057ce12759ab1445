// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/OfficeIdentity.h"

#include "core/staff/OfficeKeys.h"
#include "core/vault/Digest.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype identitySize = 16;

std::unexpected<Error> notSetUp()
{
    return fail(ErrorCode::NotFound,
                QCoreApplication::translate("StaffDesk", "This Shirase is not set up yet. Please run the set-up first."));
}

} // namespace

Result<QByteArray> officeIdentity(Database &database)
{
    Result<Rows> rows = database.run(u"SELECT public_key FROM office_key ORDER BY id LIMIT 1"_s);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return notSetUp();
    return digest({"shirase office"_ba, rows->bytes(0)}).first(identitySize);
}

Result<SealedHead> currentHead(Database &database, SealedHead::Kind kind, qint64 now)
{
    Result<QByteArray> office = officeIdentity(database);
    if (!office)
        return passOn(office);
    Result<Rows> rows = database.run(u"SELECT k.id, k.public_key, g.sealed_secret FROM office_key k "
                                     "JOIN office_key_grant g ON g.office_key_id = k.id "
                                     "WHERE g.account_id = ? ORDER BY k.id DESC LIMIT 1"_s,
                                     {OfficeKeys::recoverySheet});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return notSetUp();
    return SealedHead{kind, std::move(*office), now, {rows->number(0), rows->bytes(1)}, rows->bytes(2)};
}

} // namespace shirase
