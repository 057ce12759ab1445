// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Answers.h"

namespace shirase {

Result<qint64> numberFrom(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = database.run(sql, values);
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->number(0) : 0;
}

Result<int> countFrom(Database &database, const QString &sql, const QVariantList &values)
{
    const Result<qint64> number = numberFrom(database, sql, values);
    if (!number)
        return passOn(number);
    return int(*number);
}

Result<QList<qint64>> numbersFrom(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = database.run(sql, values);
    if (!rows)
        return passOn(rows);
    QList<qint64> numbers;
    while (rows->next())
        numbers.append(rows->number(0));
    return numbers;
}

Result<QStringList> textsFrom(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = database.run(sql, values);
    if (!rows)
        return passOn(rows);
    QStringList texts;
    while (rows->next())
        texts.append(rows->text(0));
    return texts;
}

Result<int> changedBy(Database &database, const QString &sql, const QVariantList &values)
{
    const Result<Rows> rows = database.run(sql, values);
    if (!rows)
        return passOn(rows);
    return rows->changed();
}

} // namespace shirase
