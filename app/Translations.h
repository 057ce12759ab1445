// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace shirase {

/// Loads the program's own translations and Qt's for the language of the user (LANGUAGE, LC_ALL, LANG).
void installTranslations(QCoreApplication &application);

} // namespace shirase
