// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QString>

#include <functional>

namespace shirase {

/// What of the service something is said about.
enum class ServicePart { Certificate, Mail, HeldMail, Housekeeping, Settings, Storage };

/// What the service tells those who run it: a problem as a warning, its end as a notice; each once, as long
/// as it does not change. Where standard error leads to systemd's journal, with fields to filter by:
/// MESSAGE_ID, which packaging/systemd/shirase.catalog explains, and SHIRASE_PART. Elsewhere as lines on
/// standard error. For one thread.
class ServiceLog
{
public:
    /// Takes the fields of an entry, "NAME=value" in UTF-8.
    using Writer = std::function<void(const QByteArrayList &fields)>;

    /// Writes to the journal or to standard error, whichever it is.
    ServiceLog();
    explicit ServiceLog(Writer write);

    /// @param problem a sentence, or several; empty when all is well again
    void report(ServicePart part, const QString &problem);

    /// Whether standard error is a stream of the journal's (JOURNAL_STREAM, systemd.exec(5)).
    [[nodiscard]] static bool leadsToJournal();
    /// The MESSAGE_ID of a problem of this part: 32 hexadecimal digits, the same for ever.
    [[nodiscard]] static QByteArray messageId(ServicePart part);
    /// The MESSAGE_ID of a problem's end.
    [[nodiscard]] static QByteArray solvedMessageId();

private:
    Writer m_write;
    QHash<ServicePart, QString> m_problems;
};

} // namespace shirase
