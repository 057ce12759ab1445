// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SettingsReader.h"

namespace shirase {

SettingsReader::SettingsReader(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void SettingsReader::readAgain()
{
    if (const Result<bool> changed = m_settings.reload(); !changed)
        Q_EMIT failed(changed.error());
    else
        Q_EMIT read();
}

} // namespace shirase
