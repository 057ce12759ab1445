// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pages/VersionedFile.h"

#include <QColor>

namespace shirase {

/// The style sheet of all pages, in the accent colour of the prefecture's profile.
class StyleSheet
{
public:
    explicit StyleSheet(const QColor &accent);

    [[nodiscard]] const VersionedFile &file() const { return m_file; }

    /// The accent as light as it takes to be read on the dark mode's paper (WCAG 2.2 AA, with a margin).
    [[nodiscard]] static QColor onDark(QColor accent);

private:
    VersionedFile m_file;
};

} // namespace shirase
