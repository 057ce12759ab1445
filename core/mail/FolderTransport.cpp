// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/FolderTransport.h"

#include "core/mail/MailFolder.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <cassert>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Makes the folder for its owner only; leaves one that exists as it is.
bool makeFolder(const QString &folder)
{
    if (QDir(folder).exists())
        return true;
    return QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
}

/// What went wrong; empty if the file is there.
QString write(const QString &path, const std::string &mime)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly))
        return file.errorString();
    file.write(mime.data(), static_cast<qint64>(mime.size()));
    return file.commit() ? QString() : file.errorString();
}

} // namespace

FolderTransport::FolderTransport(QString folder)
    : m_folder(std::move(folder))
{}

std::size_t FolderTransport::freeSlots() const
{
    return m_finished.empty() && !m_held ? 1 : 0;
}

void FolderTransport::submit(OutgoingMail mail)
{
    assert(freeSlots() > 0);
    if (mail.held)
        m_held = std::move(mail);
    else
        put(mail);
}

void FolderTransport::letGo()
{
    if (m_held)
        put(*std::exchange(m_held, std::nullopt));
}

void FolderTransport::put(const OutgoingMail &mail)
{
    DeliveryOutcome outcome;
    outcome.ticket = mail.ticket;
    const QString fault = makeFolder(m_folder)
                              ? write(QDir(m_folder).filePath(MailFolder::newName(mail.ticket)), mail.mime)
                              : u"The folder cannot be made"_s;
    if (fault.isEmpty()) {
        outcome.kind = DeliveryOutcome::Kind::Accepted;
    } else {
        outcome.kind = DeliveryOutcome::Kind::RelayFailed;
        outcome.fault = DeliveryOutcome::Fault::Folder;
        outcome.detail = u"%1: %2"_s.arg(m_folder, fault).toStdString();
    }
    m_finished.push_back(std::move(outcome));
}

std::vector<DeliveryOutcome> FolderTransport::wait(std::chrono::milliseconds atMost)
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24); // the clock must not overflow
    std::unique_lock lock(m_mutex);
    if (m_finished.empty())
        m_changed.wait_for(lock, std::clamp(atMost, std::chrono::milliseconds(0), longest),
                           [this] { return m_woken; });
    m_woken = false;
    return std::exchange(m_finished, {});
}

void FolderTransport::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

} // namespace shirase
