// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"
#include "core/wording/NoticeText.h"

#include <QMap>
#include <QStringList>

namespace shirase {

/// What a notice says, by language (BCP 47), with placeholders (FilledText) where the settings speak.
using Wordings = QMap<QString, NoticeText>;

/// The languages of the visitors (REQUIREMENTS V7), in the order in which they are shown.
[[nodiscard]] const QStringList &visitorLanguages();
/// These languages in that order, others behind them.
[[nodiscard]] QStringList inOrder(QStringList languages);

/// The notice that comes with the program. Fails with Internal if the program is damaged.
[[nodiscard]] Result<Wordings> standardWordings();
/// Wordings as they would be sent.
[[nodiscard]] Wordings filled(const Wordings &wordings, const Settings &settings);
/// Line ends as \n, nothing empty around it, and a line end behind the last line.
[[nodiscard]] NoticeText mended(const NoticeText &text);

/// What somebody is sent who asked for a language.
struct ChosenText
{
    QString language; ///< of the whole, or of its first part
    NoticeText text;

    bool operator==(const ChosenText &) const = default;
};
/// The text in that language; where there is none the Japanese one and beneath it the English one, as most
/// can read one of them.
[[nodiscard]] ChosenText textFor(const QString &language, const QMap<QString, NoticeText> &texts);

} // namespace shirase
