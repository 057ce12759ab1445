// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QCoreApplication>

namespace shirase {

/// The subjects by which the settings page is divided.
enum class SettingGroup { Organisation, HomePage, Web, Mail, Notices, Staff, Retention, Limits, Backup, Data };

/// What the window calls a setting, and says of it.
struct SettingWords
{
    QString label; ///< with a mnemonic that is unique within its group
    QString help;  ///< a sentence or two beneath the field; may be empty
    QString none;  ///< what its smallest number means, "no limit"; else empty
};

/// The words of the settings, and their order in the window.
class SettingTexts
{
    Q_DECLARE_TR_FUNCTIONS(SettingTexts)

public:
    [[nodiscard]] static QList<SettingGroup> groups();
    [[nodiscard]] static QString title(SettingGroup group);
    /// A sentence beneath the title.
    [[nodiscard]] static QString introduction(SettingGroup group);
    /// The settings of a group, as they are shown.
    [[nodiscard]] static QStringList keys(SettingGroup group);

    /// @param key without a language
    [[nodiscard]] static SettingWords words(const QString &key);
    /// Its label without the mnemonic. @param key without a language
    [[nodiscard]] static QString name(const QString &key);
    /// What stands behind a number: " months".
    [[nodiscard]] static QString suffix(const QString &key, int number);
    /// A value of a setting of Kind::Choice.
    [[nodiscard]] static QString choice(const QString &key, const QString &value);
    /// A sentence of the core as it stands at a field: with a capital letter.
    [[nodiscard]] static QString sentence(const QString &message);
};

} // namespace shirase
