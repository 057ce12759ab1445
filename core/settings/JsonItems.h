// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QJsonObject>
#include <QStringList>

namespace shirase {

/// The objects of a JSON array; none for an empty text. Fails with Invalid and a sentence for a clerk.
[[nodiscard]] Result<QList<QJsonObject>> jsonItems(const QString &json);

/// The keys of an item that are languages: all but @p other. Fails with Invalid if one is no language tag or
/// Japanese is not there. @param number of the item, from 1, for the sentence
[[nodiscard]] Result<QStringList> languagesOf(const QJsonObject &item, const QString &other, int number);

/// A text of one item, trimmed. Fails with Invalid if it is no text, empty, longer than @p most characters or
/// of more than one line. @param what names it in the sentence
[[nodiscard]] Result<QString> itemText(const QJsonValue &value, const QString &what, int number, int most);

} // namespace shirase
