// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceLog.h"

#include <QCoreApplication>

// The place in the source says nothing to those who run the service.
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-journal.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <tuple>
#include <utility>
#include <vector>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct PartNames
{
    const char *name; ///< SHIRASE_PART
    const char *messageId;
};

PartNames namesOf(ServicePart part)
{
    switch (part) {
    case ServicePart::Certificate:
        return {"certificate", "f380c80674dd4a568622c6e3a9d8fa90"};
    case ServicePart::Mail:
        return {"mail", "27887d55a77e4d8e9bb4db420d14f768"};
    case ServicePart::HeldMail:
        return {"held-mail", "6729d019b13e494fa12a6e16b1fe72ac"};
    case ServicePart::Housekeeping:
        return {"housekeeping", "c28ba220d2f84a7b81be4ac866ee403a"};
    case ServicePart::Settings:
        return {"settings", "272bb21d937c4a12b339238b63eeb522"};
    case ServicePart::Storage:
        return {"storage", "4b83608a1f90483aa8af8531d5d32086"};
    }
    std::unreachable();
}

constexpr char solvedId[] = "928fbed3f69a44a3b5d1cfd2d3c12e0f";

const QByteArray messageField("MESSAGE=");

void toJournal(const QByteArrayList &fields)
{
    std::vector<iovec> parts;
    for (const QByteArray &field : fields)
        parts.push_back({const_cast<char *>(field.constData()), std::size_t(field.size())}); // it only reads
    sd_journal_sendv(parts.data(), int(parts.size()));
}

void toStandardError(const QByteArrayList &fields)
{
    for (const QByteArray &field : fields) {
        if (field.startsWith(messageField))
            std::ignore = std::fprintf(stderr, "%s\n", field.constData() + messageField.size());
    }
}

} // namespace

ServiceLog::ServiceLog()
    : ServiceLog(leadsToJournal() ? toJournal : toStandardError)
{}

ServiceLog::ServiceLog(Writer write)
    : m_write(std::move(write))
{}

void ServiceLog::report(ServicePart part, const QString &problem)
{
    const QString before = std::exchange(m_problems[part], problem);
    if (problem == before)
        return;
    // syslog(3): 4 is a warning, 5 a notice.
    const bool solved = problem.isEmpty();
    const QString message =
        solved ? QCoreApplication::translate("ServiceLog", "All is well again. It was: %1").arg(before)
               : problem;
    m_write({messageField + message.toUtf8(), solved ? "PRIORITY=5"_ba : "PRIORITY=4"_ba,
             "MESSAGE_ID="_ba + (solved ? solvedMessageId() : messageId(part)),
             "SHIRASE_PART="_ba + namesOf(part).name, "SYSLOG_IDENTIFIER=shirasectl"_ba});
}

bool ServiceLog::leadsToJournal()
{
    struct stat stream = {};
    if (fstat(STDERR_FILENO, &stream) != 0)
        return false;
    const QByteArray here =
        QByteArray::number(qulonglong(stream.st_dev)) + ':' + QByteArray::number(qulonglong(stream.st_ino));
    return qgetenv("JOURNAL_STREAM") == here;
}

QByteArray ServiceLog::messageId(ServicePart part)
{
    return namesOf(part).messageId;
}

QByteArray ServiceLog::solvedMessageId()
{
    return solvedId;
}

} // namespace shirase
