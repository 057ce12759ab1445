// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StorageWatch.h"

#include "core/database/Rehearsal.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString threadName = u"storage"_s;

} // namespace

/// What lives in the watch's thread. The connection is opened at the first look that finds the database.
class StorageWatch::Rehearsal
{
public:
    Rehearsal(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, std::chrono::milliseconds patience)
        : m_folder(std::move(folder))
        , m_clock(clock)
        , m_breaker(breaker)
        , m_patience(patience)
    {}

    [[nodiscard]] Result<> rehearse()
    {
        if (!m_database) {
            if (const Result<> opened = open(); !opened)
                return opened;
        }
        return rehearseCommit(*m_database, threadName, m_clock.now());
    }

private:
    [[nodiscard]] Result<> open()
    {
        const Result<Settings> settings = Settings::load(m_folder.settingsFile());
        if (!settings)
            return passOn(settings);
        Result<std::unique_ptr<Database>> database = Database::open(m_folder.database(*settings), &m_breaker);
        if (!database)
            return passOn(database);
        if (const Result<> patient = (*database)->setPatience(m_patience); !patient)
            return patient;
        m_database = std::move(*database);
        return {};
    }

    DataFolder m_folder;
    const Clock &m_clock;
    ConnectionBreaker &m_breaker;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<Database> m_database;
};

StorageWatch::StorageWatch(const DataFolder &folder, const Clock &clock, ConnectionBreaker &breaker, const Pace &pace)
    : m_thread(pace.forAnswer, threadName)
    , m_rehearsal(*m_thread.host<Rehearsal>(
          [&] { return std::make_unique<Rehearsal>(folder, clock, breaker, pace.forLocks); }))
{
    connect(&m_timer, &QTimer::timeout, this, &StorageWatch::look);
    m_timer.start(pace.interval);
    look();
}

StorageWatch::~StorageWatch() = default;

void StorageWatch::look()
{
    if (std::exchange(m_looking, true))
        return;
    m_rehearsal.ask([](Rehearsal &rehearsal) { return rehearsal.rehearse(); },
                    [this](const Result<> &rehearsed) {
                        m_looking = false;
                        say(rehearsed ? QString() : rehearsed.error().message);
                    });
}

void StorageWatch::say(const QString &problem)
{
    if (problem == std::exchange(m_said, problem))
        return;
    Q_EMIT problemChanged(
        problem.isEmpty() ? problem : tr("Visitors are told to send again, as nothing can be stored: %1").arg(problem));
}

} // namespace shirase
