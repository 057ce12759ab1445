// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QObject>

namespace shirase {

/// The one who reads the window's settings anew; whoever shows or heeds them hears of it from here. It reads in the
/// window's thread, so it is asked when the database has just answered, or when a person wants to see them.
class SettingsReader : public QObject
{
    Q_OBJECT
public:
    /// @param settings outlive the reader
    explicit SettingsReader(Settings &settings, QObject *parent = nullptr);

    void readAgain();

Q_SIGNALS:
    /// They are as they were stored just now, changed or not.
    void read();
    /// They could not be read: those from before hold on.
    void failed(const shirase::Error &error);

private:
    Settings &m_settings;
};

} // namespace shirase
