// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/Wordings.h"

#include <QRegularExpression>
#include <QTest>

namespace shirase {

/// A row for each language that visitors are offered.
inline void languageRows()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : visitorLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

/// What a pattern's first group has caught, wherever it fits.
inline QStringList captures(const QString &html, const QString &pattern)
{
    QStringList all;
    const QRegularExpression expression(pattern);
    for (auto matches = expression.globalMatch(html); matches.hasNext();)
        all += matches.next().captured(1);
    return all;
}

/// A page of やさしい日本語 as if nobody had to be told how a word is read.
inline QString withoutReadings(QString html)
{
    static const QRegularExpression readings(QStringLiteral("<rt>[^<]*</rt>|</?ruby>|\\x{2060}"));
    return html.remove(readings);
}

} // namespace shirase
