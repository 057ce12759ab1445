// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/VersionedFile.h"

#include "server/pages/LeanFiles.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace shirase {

using namespace Qt::StringLiterals;

VersionedFile::VersionedFile(QString path, QByteArray contentType, QByteArray content)
    : m_path(std::move(path))
    , m_contentType(std::move(contentType))
    , m_content(std::move(content))
    , m_version(QString::fromLatin1(
          QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex().first(12)))
{}

VersionedFile VersionedFile::ofResource(QString path, QByteArray contentType, const QString &resource)
{
    return {std::move(path), std::move(contentType), lean::resource(resource)};
}

QString VersionedFile::address() const
{
    return m_path + u"?v="_s + m_version;
}

http::Response VersionedFile::answer(const http::Request &request) const
{
    const QString asked = QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(u"v"_s);
    http::Response response;
    response.contentType = m_contentType;
    response.body = m_content;
    response.shared = true;
    response.headers = {
        {"Cache-Control", asked == m_version ? "public, max-age=31536000, immutable" : "no-cache"}};
    return response;
}

} // namespace shirase
