// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/NoticeTextCheck.h"
#include "tests/support/Results.h"

#include <QTemporaryDir>

/// What the tests of NoticeTextCheck check, and how they say what it has found.
namespace shirase {

/// A sample without its marks, and the place that they mark.
struct Marked
{
    explicit Marked(const QString &sample)
        : text(QString(sample).remove(u'«').remove(u'»'))
        , place{sample.indexOf(u'«'), sample.indexOf(u'»') - sample.indexOf(u'«') - 1}
    {}

    [[nodiscard]] QString marked() const { return text.sliced(place.offset, place.length); }

    QString text;
    TextSpan place;
};

/// As a fresh Shirase has them.
inline Settings settings()
{
    const QTemporaryDir folder;
    return must(Settings::load(folder.filePath(QStringLiteral("shirase.conf"))));
}

inline NoticeTextCheck checkFor(const QStringList &own, const QStringList &others = {})
{
    return must(NoticeTextCheck::of({own, others}, settings()));
}

inline QList<TextFault> refused(const QString &body)
{
    static const NoticeTextCheck check = checkFor({});
    QList<TextFault> faults = check.check({QStringLiteral("お知らせ"), body});
    faults.removeIf([](const TextFault &fault) { return fault.severity() != TextFault::Severity::Refused; });
    return faults;
}

inline QString describe(const QList<TextFault> &faults, const QString &body)
{
    QStringList lines;
    for (const TextFault &fault : faults)
        lines.append(toText(fault.rule) + QStringLiteral(" \"") + body.sliced(fault.place.offset, fault.place.length) + u'"');
    return lines.join(QStringLiteral(", "));
}

} // namespace shirase
