// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/NoticeTexts.h"

#include "core/wording/NoticeTextCheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSuggestion = 30;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeTexts)
};

Result<> mayEdit(const Session &by)
{
    if (by.has(Role::Notices) || by.has(Role::Administrator))
        return {};
    return fail(
        ErrorCode::Refused,
        Tr::tr("You need an account with the notices or administrator role to change the texts of notices."));
}

std::unexpected<Error> unknown(const QString &key)
{
    return fail(ErrorCode::NotFound, Tr::tr("There is no notice text \"%1\".").arg(key));
}

std::unexpected<Error> changedMeanwhile()
{
    return fail(ErrorCode::Conflict,
                Tr::tr("Somebody else has changed this text meanwhile. Please copy what you have "
                       "written, open the text anew and put it in there."));
}

Result<> checkWording(const QString &language, const NoticeText &text)
{
    static const QRegularExpression tag(u"^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$"_s);
    if (!tag.match(language).hasMatch())
        return fail(ErrorCode::Invalid,
                    Tr::tr("\"%1\" is no language tag such as \"en\" or \"zh-Hant\".").arg(language));
    if (text.subject.isEmpty() || text.body.trimmed().isEmpty())
        return fail(
            ErrorCode::Invalid,
            Tr::tr(
                "The text in the language \"%1\" needs a subject and a body. Please write them, or take the "
                "language out.")
                .arg(language));
    if (text.subject.size() > NoticeTexts::longestSubject || text.body.size() > NoticeTexts::longestBody)
        return fail(ErrorCode::Invalid, Tr::tr("The text in the language \"%1\" is too long: a subject may "
                                               "have %2 characters and a body %3.")
                                            .arg(language, QString::number(NoticeTexts::longestSubject),
                                                 QString::number(NoticeTexts::longestBody)));
    return {};
}

QString subjectOf(const QString &key)
{
    return u"text %1"_s.arg(key);
}

} // namespace

Result<> NoticeTexts::checkForm(const Wordings &wordings)
{
    if (!wordings.contains(u"ja"_s))
        return fail(ErrorCode::Invalid,
                    Tr::tr("A notice needs a Japanese text: those whose language has none get it."));
    for (const auto &[language, wording] : wordings.asKeyValueRange()) {
        if (const Result<> good = checkWording(language, wording); !good)
            return good;
    }
    return {};
}

Result<> NoticeTexts::checkForm(const NoticeTemplate &text)
{
    static const QRegularExpression key(u"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"_s);
    if (!key.match(text.key).hasMatch())
        return fail(
            ErrorCode::Invalid,
            Tr::tr("A text's key has small letters a to z, digits and hyphens, 40 at most: \"measles\"."));
    if (text.title.isEmpty() || text.title.size() > longestTitle)
        return fail(ErrorCode::Invalid,
                    Tr::tr("Please give the text a title of at most %1 characters.").arg(longestTitle));
    return checkForm(text.wordings);
}

Result<NoticeTemplate> NoticeTexts::shipped()
{
    const Result<Wordings> wordings = standardWordings();
    if (!wordings)
        return passOn(wordings);
    return NoticeTemplate{.key = standardKey.toString(),
                          .title = Tr::tr("Standard text"),
                          .wordings = *wordings,
                          .changedBy = {}};
}

Result<QList<NoticeTemplate>> NoticeTexts::list()
{
    Result<NoticeTemplate> standard = shipped();
    if (!standard)
        return passOn(standard);
    QList<NoticeTemplate> texts{*standard};
    {
        Result<Rows> rows = m_database.run(
            u"SELECT key, title, revision, changed_at, changed_by FROM notice_text ORDER BY title, key"_s);
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            const NoticeTemplate text{rows->text(0),        rows->text(1),   {},
                                      int(rows->number(2)), rows->number(3), rows->text(4)};
            if (text.key == standardKey) {
                texts.first() = text;
                texts.first().title = standard->title;
            } else {
                texts.append(text);
            }
        }
    }
    for (NoticeTemplate &text : texts) {
        if (text.revision == 0)
            continue;
        if (const Result<> read = readWordings(text); !read)
            return passOn(read);
    }
    return texts;
}

Result<> NoticeTexts::readWordings(NoticeTemplate &text)
{
    Result<Rows> rows =
        m_database.run(u"SELECT language, subject, body FROM notice_wording WHERE key = ?"_s, {text.key});
    if (!rows)
        return passOn(rows);
    while (rows->next())
        text.wordings.insert(rows->text(0), {rows->text(1), rows->text(2)});
    return {};
}

Result<NoticeTemplate> NoticeTexts::find(const QString &key)
{
    const Result<QList<NoticeTemplate>> texts = list();
    if (!texts)
        return passOn(texts);
    const auto found = std::ranges::find(*texts, key, &NoticeTemplate::key);
    if (found == texts->end())
        return unknown(key);
    return *found;
}

Result<> NoticeTexts::save(const Session &by, NoticeTemplate text)
{
    if (const Result<> allowed = mayEdit(by); !allowed)
        return allowed;
    text.title = text.title.simplified();
    for (NoticeText &wording : text.wordings)
        wording = mended(wording);
    if (const Result<> good = checkForm(text); !good)
        return good;
    const Result<NoticeTextCheck> check = NoticeTextCheck::of({}, m_settings); // a template knows no facility
    if (!check)
        return passOn(check);
    if (const Result<> accepted = check->accept(text.wordings, m_settings); !accepted)
        return accepted;

    text.changedAt = m_clock.now();
    text.changedBy = by.account().name;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> written = write(text); !written)
        return written;
    if (const Result<> noted = m_audit.add(text.changedBy, u"text.save"_s, subjectOf(text.key)); !noted)
        return noted;
    return transaction->commit();
}

Result<> NoticeTexts::write(const NoticeTemplate &text)
{
    {
        const Result<Rows> written =
            text.revision == 0
                ? m_database.run(u"INSERT INTO notice_text (key, title, revision, changed_at, changed_by) "
                                 "VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING"_s,
                                 {text.key, text.title, text.changedAt, text.changedBy})
                : m_database.run(u"UPDATE notice_text SET title = ?, revision = revision + 1, changed_at = "
                                 u"?, changed_by = ? "
                                 "WHERE key = ? AND revision = ?"_s,
                                 {text.title, text.changedAt, text.changedBy, text.key, text.revision});
        if (!written)
            return passOn(written);
        const bool isNew = text.revision == 0 && text.key != standardKey;
        if (written->changed() == 0 && isNew)
            return fail(ErrorCode::Conflict, Tr::tr("There is a text \"%1\" already.").arg(text.key));
        if (written->changed() == 0)
            return changedMeanwhile();
    }
    if (const Result<Rows> gone = m_database.run(u"DELETE FROM notice_wording WHERE key = ?"_s, {text.key});
        !gone)
        return passOn(gone);
    for (const auto &[language, wording] : text.wordings.asKeyValueRange()) {
        const Result<Rows> written =
            m_database.run(u"INSERT INTO notice_wording (key, language, subject, body) VALUES (?, ?, ?, ?)"_s,
                           {text.key, language, wording.subject, wording.body});
        if (!written)
            return passOn(written);
    }
    return {};
}

Result<> NoticeTexts::forget(const Session &by, const QString &key, const QString &action)
{
    if (const Result<> allowed = mayEdit(by); !allowed)
        return allowed;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<Rows> gone = m_database.run(u"DELETE FROM notice_wording WHERE key = ?"_s, {key}); !gone)
        return passOn(gone);
    {
        const Result<Rows> gone = m_database.run(u"DELETE FROM notice_text WHERE key = ?"_s, {key});
        if (!gone)
            return passOn(gone);
        if (gone->changed() == 0 && key != standardKey)
            return unknown(key);
    }
    if (const Result<> noted = m_audit.add(by.account().name, action, subjectOf(key)); !noted)
        return noted;
    return transaction->commit();
}

Result<> NoticeTexts::remove(const Session &by, const QString &key)
{
    if (key == standardKey)
        return fail(ErrorCode::Refused,
                    Tr::tr("The standard text cannot be deleted. It can be put back to what comes "
                           "with the program."));
    return forget(by, key, u"text.delete"_s);
}

Result<> NoticeTexts::restoreStandard(const Session &by)
{
    return forget(by, standardKey.toString(), u"text.restore"_s);
}

Result<QString> NoticeTexts::freeKey(const QString &title)
{
    const Result<QList<NoticeTemplate>> texts = list();
    if (!texts)
        return passOn(texts);
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    const QStringList words = title.toLower().split(others, Qt::SkipEmptyParts);
    QString wish = words.join(u'-').left(longestSuggestion);
    if (wish.endsWith(u'-'))
        wish.chop(1);
    const bool hasWord = !wish.isEmpty();
    for (int number = 1;; ++number) {
        QString key =
            hasWord && number == 1 ? wish : u"%1-%2"_s.arg(hasWord ? wish : u"text"_s).arg(number);
        if (std::ranges::find(*texts, key, &NoticeTemplate::key) == texts->end())
            return key;
    }
}

} // namespace shirase
