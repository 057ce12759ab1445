// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace shirase {

/// The texts of all pages in one language: resources/pages/text/LANG.json, where LANG is a BCP 47 tag. A
/// language is added by adding its file.
class PageTexts
{
public:
    /// The languages that have a file, in the order of their tags.
    [[nodiscard]] static QStringList languages();
    /// Fails with NotFound or Corrupt; the file is part of the program, so both are bugs that a test finds.
    [[nodiscard]] static Result<PageTexts> load(const QString &language);

    /// Plain text, not HTML. @param key "home.title"
    [[nodiscard]] bool contains(const QString &key) const { return m_texts.contains(key); }
    [[nodiscard]] QString text(const QString &key) const { return m_texts.value(key); }
    [[nodiscard]] QStringList keys() const { return m_texts.keys(); }
    /// The names between double braces in a text, such as "systemName".
    [[nodiscard]] static QSet<QString> placeholders(const QString &text);

private:
    QMap<QString, QString> m_texts;
};

} // namespace shirase
