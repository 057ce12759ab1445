// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace shirase {

/// A page that is written but for the texts of its own values, which are put in for each visitor: writing it anew took
/// ten times as long as all else that a visitor of the registration page costs (measured).
///
/// A text decides nothing about a page but whether it is empty; whatever else decides is part of a shape, and each shape
/// has a mould of its own.
class PageMould
{
public:
    /// What values have in common that fit into one mould: which there are, which are empty, and which are true. Nothing
    /// where there are lists, objects or readings among them: their pages are written anew.
    [[nodiscard]] static std::optional<QByteArray> shapeOf(const QJsonObject &values);
    /// The values with a mark in the place of each text.
    [[nodiscard]] static QJsonObject marked(const QJsonObject &values);

    /// @param html the page as it was written with marked(values), UTF-8
    PageMould(const QByteArray &html, const QJsonObject &values);
    /// The page with values of the same shape, which are escaped as PageRenderer does.
    [[nodiscard]] QByteArray filled(const QJsonObject &values) const;
    [[nodiscard]] qsizetype size() const { return m_size; } ///< bytes

private:
    struct Hole
    {
        QByteArray before; ///< what stands between the hole before, or the beginning, and this one
        QString value;     ///< the name of the value that belongs here
    };

    std::vector<Hole> m_holes;
    QByteArray m_rest; ///< after the last one
    qsizetype m_size;
};

} // namespace shirase
