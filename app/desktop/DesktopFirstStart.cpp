// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopFirstStart.h"

#include "app/Connection.h"
#include "app/DatabaseChecks.h"
#include "app/SetUp.h"

#include <QCoreApplication>
#include <QDir>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DesktopFirstStart)
};

/// A place that does not exist, for drills (FacilityDetails::exercise).
FacilityDetails placeForExercises(const Settings &settings)
{
    FacilityDetails details;
    details.kind = FacilityKind::Facility;
    details.name = Tr::tr("Practice hall");
    details.contactName = settings.value(u"organisation.name"_s);
    details.contactEmail = settings.value(u"mail.from"_s);
    details.phone = u"000-000-0000"_s;
    details.postalCode = u"000-0000"_s;
    details.address = settings.value(u"organisation.name"_s);
    details.exercise = true;
    return details;
}

} // namespace

Result<std::unique_ptr<DesktopFirstStart>> DesktopFirstStart::of(const DataFolder &folder, const Clock &clock)
{
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    return std::unique_ptr<DesktopFirstStart>(new DesktopFirstStart(folder, clock, std::move(*settings)));
}

QString DesktopFirstStart::folder() const
{
    return QDir::toNativeSeparators(m_folder.path());
}

Result<QString> DesktopFirstStart::checkDatabases(const DataAddresses &addresses) const
{
    return databaseChecks::empty(m_folder, addresses);
}

Result<> DesktopFirstStart::setUp(const SetUpRequest &request) const
{
    const Result<QString> code = shirase::setUp(m_folder, request, m_clock);
    return code ? Result<>() : passOn(code);
}

Result<PosterContent> DesktopFirstStart::testPoster() const
{
    const std::lock_guard lock(m_mutex);
    if (m_poster)
        return *m_poster;
    const auto connection = Connection::open(m_folder, m_clock);
    if (!connection)
        return passOn(connection);
    const Settings &settings = (*connection)->settings;
    const Result<Facility> place =
        (*connection)->registration.add(placeForExercises(settings), FacilitySource::Staff, false, u"ja"_s);
    if (!place)
        return passOn(place);
    m_poster = PosterContent::of(*place, settings.profile(u"ja"_s), settings.profile(u"en"_s), settings.publicUrl());
    return *m_poster;
}

} // namespace shirase
