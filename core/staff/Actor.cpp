// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Actor.h"

#include "core/foundation/TextFolding.h"

namespace shirase {

using namespace Qt::StringLiterals;

QString actors::folded(const QString &name)
{
    return FoldedText::of(name).withoutSpaces().text();
}

bool actors::isReserved(const QString &name)
{
    // Those of the log, and those that the window and its exports show in their place.
    static const QStringList reserved = [] {
        QStringList names{operators,         system,     commandLine, u"the system"_s, u"an operator"_s,
                          u"the command line"_s, u"システム"_s, u"事業者"_s,  u"コマンドライン"_s};
        for (QString &each : names)
            each = folded(each);
        return names;
    }();
    return reserved.contains(folded(name));
}

} // namespace shirase
