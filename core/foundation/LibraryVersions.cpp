// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/LibraryVersions.h"

#include <curl/curl.h>
#include <gmime/gmime.h>
#include <qrencode.h>
#include <sodium.h>

namespace shirase {

using namespace Qt::StringLiterals;

QStringList libraryVersions()
{
    const auto text = [](const char *version) { return QString::fromLatin1(version); };
    return {u"Qt "_s + text(qVersion()),
            u"libsodium "_s + text(sodium_version_string()),
            u"libcurl "_s + text(curl_version_info(CURLVERSION_NOW)->version),
            u"GMime %1.%2.%3"_s.arg(gmime_major_version).arg(gmime_minor_version).arg(gmime_micro_version),
            u"libqrencode "_s + text(QRcode_APIVersionString())};
}

QString versionText(const QString &program)
{
    return QStringList{program + u' ' + QStringLiteral(SHIRASE_VERSION), libraryVersions().join(u'\n')}.join(u'\n');
}

} // namespace shirase
