// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

namespace shirase {

/// A file of the program whose address names its very content ("/style.css?v=…"), so that a browser keeps it
/// for good and still has the new one as soon as a page asks for it.
class VersionedFile
{
public:
    /// @param path begins with '/'
    VersionedFile(QString path, QByteArray contentType, QByteArray content);
    /// Of a file in the program's resources, as LeanFiles.h sends it.
    [[nodiscard]] static VersionedFile ofResource(QString path, QByteArray contentType,
                                                  const QString &resource);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Path and version.
    [[nodiscard]] QString address() const;
    [[nodiscard]] const QByteArray &content() const { return m_content; }
    [[nodiscard]] const QString &version() const { return m_version; }

    /// Whoever asks for another version gets this one too, but is told to ask again each time.
    [[nodiscard]] http::Response answer(const http::Request &request) const;

private:
    QString m_path;
    QByteArray m_contentType;
    QByteArray m_content;
    QString m_version;
};

} // namespace shirase
