// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityImport.h"

#include "core/facilities/FacilityKeys.h"

#include <QCoreApplication>
#include <QSet>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype importedAtOnce = 20; // so that registrations never wait long for the database
constexpr int checkedAtOnce = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityImport)
};

} // namespace

Result<FacilityImport::Check> FacilityImport::check(const QList<CsvRow> &rows, const Progress &progress)
{
    Check check;
    QSet<QString> seen;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (progress && i % checkedAtOnce == 0 && !progress(int(i), int(rows.size())))
            return fail(ErrorCode::Conflict, Tr::tr("The check was cancelled."));
        const CsvRow &row = rows[i];
        if (!row.problems.isEmpty()) {
            check.bad << row;
            continue;
        }
        const QString key = FacilityKeys::duplicateOf(row.details);
        const Result<QList<Facility>> others = m_store.duplicatesOf(row.details);
        if (!others)
            return passOn(others);
        (others->isEmpty() && !seen.contains(key) ? check.good : check.registered) << row;
        seen.insert(key);
    }
    return check;
}

Result<FacilityImport::Outcome> FacilityImport::run(const QList<CsvRow> &rows, bool sendPosters,
                                                    const Progress &progress)
{
    Outcome outcome;
    for (qsizetype first = 0; first < rows.size(); first += importedAtOnce) {
        if (progress && !progress(int(first), int(rows.size()))) {
            outcome.cancelled = true;
            return outcome;
        }
        if (first > 0)
            letOthersWrite();
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return passOn(transaction);
        const QList<CsvRow> batch = rows.mid(first, importedAtOnce);
        for (const CsvRow &row : batch) {
            const Result<Facility> added =
                m_registration.addWithin(row.details, FacilitySource::Import, sendPosters, u"ja"_s);
            if (!added)
                return passOn(added);
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return passOn(committed);
        outcome.added += int(batch.size());
    }
    if (progress)
        progress(int(rows.size()), int(rows.size()));
    return outcome;
}

} // namespace shirase
