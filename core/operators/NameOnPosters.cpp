// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/NameOnPosters.h"

#include "core/wording/TextRules.h"

#include <QRegularExpression>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60; ///< QChars; what is longer has room for a message

/// HTML, an encoded character of an address or a header, an entity. "<本店>" is none.
bool isMarkup(const QString &name)
{
    static const QRegularExpression markup(u"<[ /!?]{0,3}[a-z]|%[0-9a-f]{2}|&#?[a-z0-9]{2,8};"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return name.normalized(QString::NormalizationForm_KC).contains(markup);
}

bool saysWhereToTurn(const QString &name)
{
    const textRules::Views views(name);
    return !textRules::links(views).empty() || !textRules::mailAddresses(views).empty() ||
           !textRules::phoneNumbers(views).empty();
}

} // namespace

bool isOnlyAName(const QString &name)
{
    return name.size() <= longestName && !isMarkup(name) && !saysWhereToTurn(name);
}

} // namespace shirase
