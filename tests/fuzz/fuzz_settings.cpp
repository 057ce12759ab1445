// SPDX-License-Identifier: GPL-3.0-or-later
// shirase.conf as somebody may have edited it, and values as somebody may type them.
#include "core/settings/NewsItem.h"
#include "core/settings/RelatedService.h"
#include "core/settings/SettingCheck.h"
#include "tests/fuzz/Fuzz.h"

#include <QFile>
#include <QTemporaryDir>

using namespace shirase;
using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"shirase.conf"_s);
    const QByteArray bytes = fuzz::bytesOf(data, size);
    QFile file(path);
    fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the file can be written");
    file.close();
    if (const Result<Settings> settings = Settings::load(path)) {
        std::ignore = settings->publicUrl();
        std::ignore = settings->profile(u"en"_s);
        std::ignore = settings->list(u"web.trusted_proxies"_s);
    }

    const QString typed = QString::fromUtf8(bytes);
    for (const SettingDefinition &definition : Settings::definitions()) {
        const Result<QString> stored = checkedSetting(definition, typed);
        if (!stored)
            continue;
        const Result<QString> again = checkedSetting(definition, *stored);
        fuzz::require(again && *again == *stored, "a stored value is understood as it was meant");
    }
    std::ignore = newsOf(typed);
    std::ignore = servicesOf(typed);
    std::ignore = hostPortOf(typed);
    std::ignore = quietHoursOf(typed);
    return 0;
}
