// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeWording.h"

#include "core/notices/ExerciseMark.h"
#include "core/notices/FacilityNames.h"
#include "core/notices/NoticeQueue.h"
#include "core/notices/NoticeTestMail.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeWording)
};

QSet<FacilityId> facilitiesOf(const QList<NoticeTarget> &targets)
{
    QSet<FacilityId> ids;
    for (const NoticeTarget &target : targets)
        ids.insert(target.facility);
    return ids;
}

} // namespace

NoticeWording::NoticeWording(Database &database, const FacilityStore &facilities, NoticeStore &notices,
                             OutboxWriter &outbox, AuditLog &audit, const Settings &settings,
                             const Clock &clock)
    : m_database(database)
    , m_facilities(facilities)
    , m_notices(notices)
    , m_outbox(outbox)
    , m_audit(audit)
    , m_settings(settings)
    , m_steps(database, notices, audit)
    , m_templates(database, audit, settings, clock)
{}

Result<NoticeTextCheck> NoticeWording::checkFor(const QList<NoticeTarget> &targets, Others others) const
{
    const Result<QStringList> own = FacilityNames::of(m_facilities, facilitiesOf(targets));
    if (!own)
        return passOn(own);
    NoticeTextCheck::Names names{*own, {}};
    if (others == Others::WarnedAbout) {
        const Result<QStringList> all = FacilityNames::ofAll(m_facilities);
        if (!all)
            return passOn(all);
        names.others = *all;
    }
    return NoticeTextCheck::of(names, m_settings);
}

Result<> NoticeWording::accept(const Wordings &wordings, const QList<NoticeTarget> &targets) const
{
    const Result<NoticeTextCheck> check = checkFor(targets, Others::Ignored);
    if (!check)
        return passOn(check);
    return check->accept(wordings, m_settings);
}

Result<Wordings> NoticeWording::fillAccepted(const Wordings &wordings,
                                             const QList<NoticeTarget> &targets) const
{
    if (const Result<> accepted = accept(wordings, targets); !accepted)
        return passOn(accepted);
    return filled(wordings, m_settings);
}

Result<Wordings> NoticeWording::texts(const QString &key)
{
    const Result<NoticeTemplate> text = m_templates.find(key);
    if (!text)
        return passOn(text);
    return filled(text->wordings, m_settings);
}

Result<Wordings> NoticeWording::texts(const QString &key, const QList<NoticeTarget> &targets)
{
    const Result<NoticeTemplate> text = m_templates.find(key);
    if (!text)
        return passOn(text);
    return fillAccepted(text->wordings, targets);
}

Result<> NoticeWording::setTexts(const Session &by, NoticeId id, const Wordings &wordings, const QByteArray &seen)
{
    Result<Notice> notice = m_steps.take(by, Role::Notices, id, {NoticeState::Draft});
    if (!notice)
        return passOn(notice);
    if (notice->author != by.account().name)
        return fail(ErrorCode::Refused,
                    Tr::tr("Only %1, who drafted this notice, can change its text.").arg(notice->author));
    if (!seen.isEmpty() && seen != notice->textHash)
        return fail(ErrorCode::Conflict,
                    Tr::tr("The texts of this notice were changed in another window meanwhile, so nothing was saved. "
                           "Please copy what you have written, close this window, and look at them again."));
    Wordings wanted;
    for (const auto &[language, wording] : wordings.asKeyValueRange())
        wanted.insert(language, mended(wording));
    if (const Result<> good = NoticeTexts::checkForm(wanted); !good)
        return good;
    Result<Wordings> texts = fillAccepted(wanted, notice->targets);
    if (texts && notice->exercise)
        texts = markedAsExercise(std::move(*texts));
    if (!texts)
        return passOn(texts);
    return m_steps.move(by, *notice, NoticeState::Draft, u"notice.text"_s,
                        [&] { return m_notices.setTexts(id, *texts, hashOf(*texts)); });
}

Result<> NoticeWording::verify(const Notice &notice) const
{
    if (hashOf(notice.texts) != notice.textHash)
        return fail(
            ErrorCode::Corrupt,
            Tr::tr(
                "The texts of this notice are not those of its fingerprint: somebody has changed them in the "
                "database. Please discard it, draft it anew, and tell the administrator."));
    return accept(notice.texts, notice.targets);
}

Result<> NoticeWording::sendTest(const Session &by, const QString &address, const Wordings &wordings,
                                 const QList<NoticeTarget> &targets)
{
    if (!by.has(Role::Notices) && !by.has(Role::Approval) && !by.has(Role::Administrator))
        return NoticeSteps::need(by, Role::Notices);
    const Result<EmailAddress> recipient = EmailAddress::parse(address);
    if (!recipient)
        return passOn(recipient);
    const Result<Wordings> texts = fillAccepted(wordings, targets);
    if (!texts)
        return passOn(texts);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    for (const QString &language : inOrder(texts->keys())) {
        if (const Result<> put =
                m_outbox.put(noticeTestMail::letter(recipient->display(), language, (*texts)[language]));
            !put)
            return put;
    }
    if (const Result<> noted = m_audit.add(by.account().name, u"notice.test"_s, u"test mail"_s); !noted)
        return noted;
    return transaction->commit();
}

} // namespace shirase
