// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/SettingDesk.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// "notice.two_person_rule: off" of a setting that people are protected by, the key alone of any other.
QString subjectOf(const SettingChange &change)
{
    const auto definition = Settings::find(change.key);
    if (!definition || !definition->guarded)
        return change.key;
    return change.key + u": "_s + change.value.value_or(definition->standard);
}

} // namespace

Result<> SettingDesk::change(const Session &by, const QList<SettingChange> &changes)
{
    if (!by.has(Role::Administrator))
        return fail(ErrorCode::Refused,
                    QCoreApplication::translate("SettingDesk", "Only an administrator may change settings."));
    return m_settings.apply(changes, [&]() -> Result<> {
        for (const SettingChange &change : changes) {
            if (const Result<> noted = m_audit.add(by.account().name, u"setting.change"_s, subjectOf(change)); !noted)
                return noted;
        }
        return {};
    });
}

} // namespace shirase
