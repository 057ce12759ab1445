// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeStore.h"

#include "core/database/Answers.h"
#include "core/facilities/FacilityKeys.h"

#include "core/mail/SendingMark.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <limits>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewFacilities = 64; // that the database is asked for one by one

const QString columns =
    u"id, state, text_key, texts, text_hash, reason, author, approver, created_at, approved_at, "
    "send_at, started_at, finished_at, remark, infected, two_persons, exercise, follows, "
    "recommendation, override_reason FROM notice "_s;

QString toJson(const QMap<QString, NoticeText> &texts)
{
    QJsonObject object;
    for (const auto &[language, text] : texts.asKeyValueRange())
        object.insert(language, QJsonObject{{u"subject"_s, text.subject}, {u"body"_s, text.body}});
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, NoticeText> textsOf(const QString &json)
{
    QMap<QString, NoticeText> texts;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject text = it.value().toObject();
        texts.insert(it.key(), {text[u"subject"_s].toString(), text[u"body"_s].toString()});
    }
    return texts;
}

std::optional<qint64> numberOf(const Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.number(column));
}

QVariant valueOf(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

Notice noticeOf(const Rows &rows)
{
    Notice notice;
    notice.id = rows.number(0);
    notice.state = noticeStateOf(rows.text(1)).value_or(NoticeState::Cancelled);
    notice.textKey = rows.text(2);
    notice.texts = textsOf(rows.text(3));
    notice.textHash = rows.text(4).toLatin1();
    notice.reason = rows.text(5);
    notice.author = rows.text(6);
    notice.approver = rows.text(7);
    notice.createdAt = rows.number(8);
    notice.approvedAt = numberOf(rows, 9);
    notice.sendAt = numberOf(rows, 10);
    notice.startedAt = numberOf(rows, 11);
    notice.finishedAt = numberOf(rows, 12);
    notice.remark = rows.text(13);
    notice.infected = int(rows.number(14));
    notice.twoPersons = rows.number(15) != 0;
    notice.exercise = rows.number(16) != 0;
    notice.follows = numberOf(rows, 17);
    notice.recommendation = recommendationOf(rows.text(18));
    notice.overrideReason = rows.text(19);
    return notice;
}

std::unexpected<Error> changedMeanwhile()
{
    return fail(ErrorCode::Conflict,
                QCoreApplication::translate("NoticeStore", "Somebody else has changed this notice meanwhile. "
                                                           "Please look at it again."));
}

Result<QList<NoticeTarget>> targetsOf(Database &database, NoticeId id)
{
    Result<Rows> rows =
        database.run(u"SELECT facility_id, from_at, until_at FROM notice_target WHERE notice_id = ? "
                     "ORDER BY from_at, facility_id"_s,
                     {id});
    if (!rows)
        return passOn(rows);
    QList<NoticeTarget> targets;
    while (rows->next())
        targets.append({rows->number(0), rows->number(1), rows->number(2)});
    return targets;
}

} // namespace

Result<NoticeId> NoticeStore::insert(const Notice &notice)
{
    NoticeId id = 0;
    {
        const Result<Rows> inserted = m_database.run(
            u"INSERT INTO notice (state, text_key, texts, text_hash, reason, author, approver, created_at, "
            u"infected, "
            "two_persons, exercise, follows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {toText(notice.state), notice.textKey, toJson(notice.texts), QString::fromLatin1(notice.textHash),
             notice.reason, notice.author, notice.approver, notice.createdAt, notice.infected,
             int(notice.twoPersons), int(notice.exercise), valueOf(notice.follows)});
        if (!inserted)
            return passOn(inserted);
        id = inserted->insertedId();
    }
    for (const NoticeTarget &target : notice.targets) {
        const Result<Rows> inserted = m_database.run(
            u"INSERT INTO notice_target (notice_id, facility_id, from_at, until_at) VALUES (?, ?, ?, ?)"_s,
            {id, target.facility, target.from, target.until});
        if (!inserted)
            return passOn(inserted);
    }
    return id;
}

Result<> NoticeStore::update(const Notice &notice, NoticeState expected)
{
    const Result<Rows> updated = m_database.run(
        u"UPDATE notice SET state = ?, reason = ?, approver = ?, approved_at = ?, send_at = ?, started_at = ?, "
        "finished_at = ?, remark = ?, recommendation = ?, override_reason = ? "
        "WHERE id = ? AND state = ? AND text_hash = ?"_s,
        {toText(notice.state), notice.reason, notice.approver, valueOf(notice.approvedAt), valueOf(notice.sendAt),
         valueOf(notice.startedAt), valueOf(notice.finishedAt), notice.remark,
         notice.recommendation ? toText(*notice.recommendation) : u""_s, notice.overrideReason, notice.id,
         toText(expected), QString::fromLatin1(notice.textHash)});
    if (!updated)
        return passOn(updated);
    if (updated->changed() == 0)
        return changedMeanwhile();
    return SendingMark::advance(m_database);
}

Result<> NoticeStore::setTexts(NoticeId id, const QMap<QString, NoticeText> &texts, const QByteArray &hash)
{
    const Result<Rows> written = m_database.run(u"UPDATE notice SET texts = ?, text_hash = ? WHERE id = ?"_s,
                                                {toJson(texts), QString::fromLatin1(hash), id});
    if (!written)
        return passOn(written);
    return {};
}

Result<> NoticeStore::expect(NoticeId id, NoticeState state)
{
    Result<Rows> rows = m_database.run(u"SELECT 1 FROM notice WHERE id = ? AND state = ?"_s, {id, toText(state)});
    if (!rows)
        return passOn(rows);
    return rows->next() ? Result<>() : changedMeanwhile();
}

Result<Notice> NoticeStore::find(NoticeId id)
{
    Notice notice;
    {
        Result<Rows> rows = m_database.run(u"SELECT "_s + columns + u"WHERE id = ?"_s, {id});
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return fail(ErrorCode::NotFound,
                        QCoreApplication::translate("NoticeStore", "There is no such notice."));
        notice = noticeOf(*rows);
    }
    Result<QList<NoticeTarget>> targets = targetsOf(m_database, id);
    if (!targets)
        return passOn(targets);
    notice.targets = std::move(*targets);
    return notice;
}

Result<QList<Notice>> NoticeStore::newest(int atMost)
{
    return select(u"ORDER BY id DESC LIMIT ?"_s, {atMost});
}

Result<QList<Notice>> NoticeStore::search(const QString &typed, const QList<FacilityId> &facilities, int atMost)
{
    const QStringList words = FacilityKeys::wordsOf(typed);
    if (words.isEmpty())
        return QList<Notice>();
    const bool few = facilities.size() <= fewFacilities;
    Result<QList<NoticeId>> found = few ? newestOfFew(facilities, atMost) : newestOfMany(facilities, atMost);
    if (!found)
        return passOn(found);
    const NoticeId number = words.size() == 1 ? words.first().toLongLong() : 0;
    const QString places = QStringList(found->size() + 1, u"?"_s).join(u',');
    return select(u"WHERE id IN (%1) ORDER BY id DESC LIMIT ?"_s.arg(places),
                  QVariantList{number} << QVariantList(found->begin(), found->end()) << atMost);
}

// By the index of the facilities.
Result<QList<NoticeId>> NoticeStore::newestOfFew(const QList<FacilityId> &facilities, int atMost)
{
    QList<NoticeId> found;
    if (facilities.isEmpty())
        return found;
    const QString places = QStringList(facilities.size(), u"?"_s).join(u',');
    Result<Rows> rows = m_database.run(u"SELECT DISTINCT notice_id FROM notice_target WHERE facility_id IN (%1) "
                                       "ORDER BY notice_id DESC LIMIT ?"_s.arg(places),
                                       QVariantList(facilities.begin(), facilities.end()) << atMost);
    if (!rows)
        return passOn(rows);
    while (rows->next())
        found << rows->number(0);
    return found;
}

// From the newest down, in steps: where many facilities fit, some of the newest notices soon do.
Result<QList<NoticeId>> NoticeStore::newestOfMany(const QList<FacilityId> &facilities, int atMost)
{
    constexpr int rowsAtOnce = 512;
    const QSet<FacilityId> wanted(facilities.begin(), facilities.end());
    QList<NoticeId> found;
    QVariantList below{std::numeric_limits<qint64>::max(), 0, 0};
    for (int read = rowsAtOnce; read == rowsAtOnce && found.size() < atMost;) {
        Result<Rows> rows = m_database.run(u"SELECT notice_id, facility_id, from_at FROM notice_target "
                                           "WHERE (notice_id, facility_id, from_at) < (?, ?, ?) "
                                           "ORDER BY notice_id DESC, facility_id DESC, from_at DESC LIMIT ?"_s,
                                           QVariantList(below) << rowsAtOnce);
        if (!rows)
            return passOn(rows);
        for (read = 0; rows->next(); ++read) {
            below = {rows->number(0), rows->number(1), rows->number(2)};
            const bool isNew = found.isEmpty() || found.last() != rows->number(0);
            if (isNew && found.size() < atMost && wanted.contains(rows->number(1)))
                found << rows->number(0);
        }
    }
    return found;
}

Result<QList<Notice>> NoticeStore::select(const QString &condition, const QVariantList &values)
{
    QList<Notice> notices;
    {
        Result<Rows> rows = m_database.run(u"SELECT "_s + columns + condition, values);
        if (!rows)
            return passOn(rows);
        while (rows->next())
            notices.append(noticeOf(*rows));
    }
    for (Notice &notice : notices) {
        Result<QList<NoticeTarget>> targets = targetsOf(m_database, notice.id);
        if (!targets)
            return passOn(targets);
        notice.targets = std::move(*targets);
    }
    return notices;
}

Result<NoticeProgress> NoticeStore::progress(NoticeId id)
{
    NoticeProgress progress;
    {
        Result<Rows> rows = m_database.run(u"SELECT state FROM notice WHERE id = ?"_s, {id});
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return fail(ErrorCode::NotFound,
                        QCoreApplication::translate("NoticeStore", "There is no such notice."));
        progress.state = noticeStateOf(rows->text(0)).value_or(NoticeState::Cancelled);
    }
    if (const Result<> counted = count(id, progress); !counted)
        return passOn(counted);
    if (progress.failed > 0) {
        if (const Result<> counted = countFailures(id, progress); !counted)
            return passOn(counted);
    }
    return progress;
}

Result<int> NoticeStore::countWaiting(const QString &account)
{
    return countFrom(m_database,
                     u"SELECT count(*) FROM notice WHERE state = 'waiting' AND (two_persons = 0 OR author <> ?)"_s,
                     {account});
}

Result<int> NoticeStore::countWaiting()
{
    return countFrom(m_database, u"SELECT count(*) FROM notice WHERE state = 'waiting'"_s);
}

Result<int> NoticeStore::countUnsent()
{
    return countFrom(m_database, u"SELECT count(*) FROM notice_recipient WHERE state = 'waiting' AND notice_id IN "
                                 "(SELECT id FROM notice WHERE state IN ('sending', 'paused'))"_s);
}

Result<int> NoticeStore::countSent()
{
    return countFrom(m_database, u"SELECT count(*) FROM notice WHERE state = 'sent'"_s);
}

// From the index alone, so that it can be asked every second; and what was erased since.
Result<> NoticeStore::count(NoticeId id, NoticeProgress &progress)
{
    Result<Rows> rows =
        m_database.run(u"SELECT state, count(*) FROM notice_recipient WHERE notice_id = ? GROUP BY state "
                       "UNION ALL SELECT state, number FROM notice_tally WHERE notice_id = ?"_s,
                       {id, id});
    if (!rows)
        return passOn(rows);
    while (rows->next()) {
        const int number = int(rows->number(1));
        progress.recipients += number;
        (rows->text(0) == u"sent"      ? progress.sent
         : rows->text(0) == u"waiting" ? progress.waiting
                                       : progress.failed) += number;
    }
    return {};
}

Result<> NoticeStore::countFailures(NoticeId id, NoticeProgress &progress)
{
    Result<Rows> rows = m_database.run(
        u"SELECT reply, count(*), count(sealed) FROM notice_recipient "
        "WHERE notice_id = ? AND state = 'failed' GROUP BY reply "
        "UNION ALL SELECT reply, number, 0 FROM notice_tally WHERE notice_id = ? AND state = 'failed'"_s,
        {id, id});
    if (!rows)
        return passOn(rows);
    while (rows->next()) {
        progress.failures[rows->text(0)] += int(rows->number(1));
        progress.canBeTriedAgain += int(rows->number(2));
    }
    return {};
}

Result<bool> NoticeStore::closeIfDone(NoticeId id, qint64 now)
{
    {
        const Result<Rows> closed = m_database.run(
            u"UPDATE notice SET state = 'sent', finished_at = ? WHERE id = ? AND state = 'sending' AND NOT EXISTS "
            "(SELECT 1 FROM notice_recipient WHERE notice_id = notice.id AND state = 'waiting')"_s,
            {now, id});
        if (!closed)
            return passOn(closed);
        if (closed->changed() == 0)
            return false;
    }
    const Result<Rows> erased = m_database.run(
        u"UPDATE notice_recipient SET sealed = NULL WHERE notice_id = ? AND state = 'failed' AND sealed IS NOT NULL"_s,
        {id});
    if (!erased)
        return passOn(erased);
    return true;
}

} // namespace shirase
