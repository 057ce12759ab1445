// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace shirase {

/// Which poster stands at which place of which sheet (in print: the imposition). Posters follow one another,
/// each as often as it is wanted, and the last sheet may have places left.
class PosterSheets
{
public:
    /// @param places on a sheet, at least 1
    /// @param posters how many different ones
    /// @param ofEach how often each is wanted; 0 for a whole sheet of each
    PosterSheets(int places, qsizetype posters, int ofEach = 0)
        : m_places(places)
        , m_ofEach(ofEach > 0 ? ofEach : places)
        , m_all(posters * m_ofEach)
    {}

    [[nodiscard]] int count() const { return int((m_all + m_places - 1) / m_places); }

    /// The number of the poster at each place that is taken.
    [[nodiscard]] std::vector<qsizetype> sheet(int index) const
    {
        std::vector<qsizetype> posters;
        const qsizetype first = qsizetype(index) * m_places;
        for (qsizetype i = first; i < first + m_places && i < m_all; ++i)
            posters.push_back(i / m_ofEach);
        return posters;
    }

private:
    int m_places;
    int m_ofEach;
    qsizetype m_all;
};

} // namespace shirase
