// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/NoticeTextCheck.h"
#include "tests/fuzz/Fuzz.h"

using namespace shirase;
using namespace Qt::StringLiterals;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const NoticeTextCheck checker({{u"札幌テスト食堂"_s}, {u"喫茶オーロラ"_s}}, {});
    const QString whole = QString::fromUtf8(fuzz::bytesOf(data, size));
    const NoticeText text{whole.section(u'\n', 0, 0), whole.section(u'\n', 1)};
    for (const TextFault &fault : checker.check(text)) {
        const QString &part = fault.part == TextFault::Part::Subject ? text.subject : text.body;
        fuzz::require(fault.place.offset >= 0 && fault.place.length >= 0
                          && fault.place.offset + fault.place.length <= part.size(),
                      "a fault lies within its text");
        fuzz::require(!fault.message.isEmpty() && !lineOf(fault, text).isEmpty(), "a fault says what it is");
    }
    return 0;
}
