// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody may have typed, as a value in a page and as a wording of a notice.
#include "core/wording/FilledText.h"
#include "server/pages/PageRenderer.h"
#include "tests/fuzz/Fuzz.h"

#include <QJsonObject>

using namespace shirase;
using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const PageRenderer renderer;
    static const QByteArray empty = renderer.render(Page::Visit, u"en"_s, {{u"maskedAddress"_s, u"x"_s}});
    const QString typed = QString::fromUtf8(fuzz::bytesOf(data, size));

    const QByteArray page = renderer.render(Page::Visit, u"en"_s, {{u"maskedAddress"_s, typed}});
    fuzz::require(page.count('<') == empty.count('<') && page.count('>') == empty.count('>'), "a value makes no element");

    Profile profile;
    profile.disease = u"麻しん"_s;
    profile.centreName = u"相談窓口"_s;
    const FilledText filled = FilledText::of(typed, profile);
    for (qsizetype start = 0; start < filled.text().size(); start += 7) {
        const TextSpan place = filled.inWording({start, 1});
        fuzz::require(place.offset >= 0 && place.offset + place.length <= typed.size(), "a place lies within the wording");
    }
    return 0;
}
