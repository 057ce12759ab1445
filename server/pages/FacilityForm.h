// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCheck.h"
#include "server/http/Form.h"
#include "server/pages/PageFrame.h"

#include <QJsonArray>
#include <QMap>

namespace shirase {

/// The fields about a place, as the form for a new one and the form that corrects it show them:
/// facility-fields.html (REQUIREMENTS O1).
struct FacilityForm
{
    using Problems = QMap<QString, QString>; ///< field → sentence

    QMap<QString, QString> values; ///< by field, as typed
    FacilityDetails details;       ///< mended
    bool kindChosen = false;

    [[nodiscard]] static FacilityForm read(const http::Form &form);
    /// Filled in with what is registered.
    [[nodiscard]] static FacilityForm of(const FacilityDetails &details);

    [[nodiscard]] Problems problems(const PageFrame &frame, const PageLanguage &language) const;
    /// What the template's fields show.
    [[nodiscard]] QJsonObject show(const PageFrame &frame, const PageLanguage &language,
                                   const Problems &problems) const;
    /// The problems in the page's order, each with its field; those of other fields come last.
    [[nodiscard]] static QJsonArray summary(const PageFrame &frame, const PageLanguage &language,
                                            Problems problems);
};

} // namespace shirase
