// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"
#include "core/staff/AuditLog.h"

namespace shirase {

/// Changes of settings by somebody who is logged in: each is in the audit log, by its key, and of a guarded one by its
/// value too. Needs administrator.
class SettingDesk
{
public:
    SettingDesk(Settings &settings, AuditLog &audit)
        : m_settings(settings)
        , m_audit(audit)
    {}

    /// All or none. Fails with Refused for any other role, else as Settings::apply() does.
    [[nodiscard]] Result<> change(const Session &by, const QList<SettingChange> &changes);

private:
    Settings &m_settings;
    AuditLog &m_audit;
};

} // namespace shirase
