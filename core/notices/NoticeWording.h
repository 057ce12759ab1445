// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/mail/Outbox.h"
#include "core/notices/NoticeSteps.h"
#include "core/wording/NoticeTextCheck.h"
#include "core/wording/NoticeTexts.h"

namespace shirase {

/// What one notice says, from the template to its approval, and that it never breaks REQUIREMENTS S5. One
/// object per connection.
class NoticeWording
{
public:
    NoticeWording(Database &database, const FacilityStore &facilities, NoticeStore &notices, OutboxWriter &outbox,
                  AuditLog &audit, const Settings &settings, const Clock &clock);

    /// The texts to choose from.
    [[nodiscard]] NoticeTexts &templates() { return m_templates; }

    enum class Others { Ignored, WarnedAbout };
    /// The checker that knows the names of the notice's facilities, and those of all others if they are
    /// warned about: a second for 100,000 facilities, so the window asks in a worker.
    [[nodiscard]] Result<NoticeTextCheck> checkFor(const QList<NoticeTarget> &targets, Others others) const;

    /// A template's texts as they would be sent. Fails with NotFound for an unknown key.
    [[nodiscard]] Result<Wordings> texts(const QString &key);
    /// The same for a notice to these targets. Fails with Invalid and a line per place that breaks S5.
    [[nodiscard]] Result<Wordings> texts(const QString &key, const QList<NoticeTarget> &targets);

    /// Changes a draft's texts for this notice alone; placeholders are filled at once. Fails with Invalid as
    /// above, Conflict once the notice has left the state of a draft, Refused for anybody but its author: the
    /// second person who approves it must not have written it. @param seen Notice::textHash of the texts that were
    /// changed; fails with Conflict where they are other ones by now; empty is not compared
    [[nodiscard]] Result<> setTexts(const Session &by, NoticeId id, const Wordings &wordings,
                                    const QByteArray &seen = {});
    /// Before approval: the texts are those of the hash, and no name has come up since that they hold.
    [[nodiscard]] Result<> verify(const Notice &notice) const;

    /// Mails every language's text to a clerk, marked as a test. Fails with Invalid for an address that
    /// cannot be used or a text that breaks S5. Needs notices, approval or administrator.
    [[nodiscard]] Result<> sendTest(const Session &by, const QString &address, const Wordings &wordings,
                                    const QList<NoticeTarget> &targets);

private:
    [[nodiscard]] Result<> accept(const Wordings &wordings, const QList<NoticeTarget> &targets) const;
    [[nodiscard]] Result<Wordings> fillAccepted(const Wordings &wordings,
                                                const QList<NoticeTarget> &targets) const;

    Database &m_database;
    const FacilityStore &m_facilities;
    NoticeStore &m_notices;
    OutboxWriter &m_outbox;
    AuditLog &m_audit;
    const Settings &m_settings;
    NoticeSteps m_steps;
    NoticeTexts m_templates;
};

} // namespace shirase
