// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailSource.h"
#include "tests/support/Results.h"

namespace shirase {

/// The mails of a source that are due, composed, as the Sender would get them.
inline std::vector<DueMail> dueMails(MailSource &source, qint64 now, const MailIdentity &identity,
                                     int atMost = 100)
{
    std::vector<DueMail> mails;
    for (const qint64 id : must(source.due(now, atMost))) {
        if (std::optional<DueMail> mail = must(source.compose(id, now, identity)))
            mails.push_back(std::move(*mail));
    }
    return mails;
}

} // namespace shirase
