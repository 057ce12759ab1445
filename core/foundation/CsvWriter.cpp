// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/CsvWriter.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Spreadsheets take a text that begins with one of these as a formula, Japanese ones in full width too.
// Behind apostrophes it looks like one that was guarded, which reading it back would take for ours.
bool looksLikeFormula(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(text.front());
}

QByteArray quoted(const QString &field)
{
    return '"' + CsvWriter::guarded(field).replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

CsvWriter::CsvWriter(const QStringList &columns)
    : m_bytes("\xef\xbb\xbf" + columns.join(u',').toUtf8() + "\r\n")
{}

void CsvWriter::addRow(const QStringList &fields)
{
    QByteArrayList row;
    for (const QString &field : fields)
        row.append(quoted(field));
    m_bytes += row.join(',') + "\r\n";
}

QString CsvWriter::guarded(const QString &text)
{
    return looksLikeFormula(text) ? u'\'' + text : text;
}

QString CsvWriter::unguarded(const QString &field)
{
    return field.startsWith(u'\'') && looksLikeFormula(QStringView(field).sliced(1)) ? field.sliced(1)
                                                                                     : field;
}

} // namespace shirase
