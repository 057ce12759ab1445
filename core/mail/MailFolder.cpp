// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailFolder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUuid>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString timeFormat = u"yyyyMMdd'T'HHmmss.zzz'Z'"_s;

} // namespace

QString MailFolder::newName(qint64 ticket)
{
    return u"%1-%2-%3.eml"_s.arg(QDateTime::currentDateTimeUtc().toString(timeFormat))
        .arg(ticket)
        .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
}

QStringList MailFolder::writtenBefore(qint64 until) const
{
    // While it is written, and where that was interrupted, a file has something behind its name (QSaveFile).
    static const QRegularExpression own(u"^\\d{8}T\\d{6}\\.\\d{3}Z-\\d+-[0-9a-f]{8}\\.eml(\\.[A-Za-z]+)?$"_s);
    QStringList names;
    if (m_path.isEmpty())
        return names;
    // They sort by their times.
    const QString end = QDateTime::fromSecsSinceEpoch(until, QTimeZone::utc()).toString(timeFormat);
    const QStringList all = QDir(m_path).entryList({u"*.eml*"_s}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : all) {
        if (name < end && own.match(name).hasMatch())
            names.append(name);
    }
    return names;
}

Result<> MailFolder::erase(const QStringList &names) const
{
    const QDir folder(m_path);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.remove() && file.exists()) {
            return fail(ErrorCode::Unavailable,
                        QCoreApplication::translate("MailFolder", "Old mails in the folder %1 cannot be erased. Please "
                                                                  "correct its permissions.")
                            .arg(QDir::toNativeSeparators(m_path)),
                        file.errorString());
        }
    }
    return {};
}

} // namespace shirase
