// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QString>

namespace shirase {

/// The style sheet of all pages, in the accent colour of the prefecture's profile.
class StyleSheet
{
public:
    explicit StyleSheet(const QColor &accent);

    [[nodiscard]] const QByteArray &css() const { return m_css; }
    /// Names this very content, for the address: "/style.css?v=…".
    [[nodiscard]] const QString &version() const { return m_version; }

    /// The accent as light as it takes to be read on the dark mode's paper (WCAG 2.2 AA, with a margin).
    [[nodiscard]] static QColor onDark(QColor accent);

private:
    QByteArray m_css;
    QString m_version;
};

} // namespace shirase
