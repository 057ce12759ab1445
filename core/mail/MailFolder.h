// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QString>
#include <QStringList>

namespace shirase {

/// The folder into which the FolderTransport puts mails, as far as they are Shirase's own: their names begin with the
/// time at which they were written. Files of others in it are left alone.
class MailFolder
{
public:
    /// @param path need not exist; empty for no folder at all
    explicit MailFolder(QString path)
        : m_path(std::move(path))
    {}

    /// A name for a mail that is written now; never the same twice.
    [[nodiscard]] static QString newName(qint64 ticket);

    /// The names of the mails that were written before then, those among them whose writing was interrupted.
    /// @param until seconds since the epoch, UTC
    [[nodiscard]] QStringList writtenBefore(qint64 until) const;
    /// Erases files; one that is gone already is no failure. Fails with Unavailable where one stays.
    [[nodiscard]] Result<> erase(const QStringList &names) const;

private:
    QString m_path;
};

} // namespace shirase
