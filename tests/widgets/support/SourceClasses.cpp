// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/SourceClasses.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

QStringList classesFrom(const QStringList &bases)
{
    static const QRegularExpression declaration(u"\\nclass (\\w+)(?: final)?\\s*:\\s*public (\\w+)"_s);
    QMap<QString, QString> parents;
    QDirIterator headers(QStringLiteral(SHIRASE_SOURCES "/widgets"), {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        QFile file(headers.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read.", qPrintable(file.fileName()));
        for (const QRegularExpressionMatch &match : declaration.globalMatch(QString::fromUtf8(file.readAll())))
            parents[match.captured(1)] = match.captured(2);
    }
    QStringList found;
    for (const auto &[name, parent] : parents.asKeyValueRange()) {
        QString base = parent;
        while (!bases.contains(base) && parents.contains(base))
            base = parents[base];
        const bool isBaseItself = std::ranges::any_of(parents, [name = name](const QString &other) { return other == name; });
        if (bases.contains(base) && !isBaseItself)
            found << name;
    }
    return found;
}

} // namespace shirase
