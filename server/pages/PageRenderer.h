// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pages/Page.h"
#include "server/pages/PageTexts.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

#include <map>
#include <memory>
#include <utility>

namespace shirase {

/// Writes pages from the templates and texts in resources/pages. A page is put together and parsed when it is
/// rendered for the first time in a language; from then on rendering only fills in values. (All of them at once
/// was nine tenths of what the server did before it answered: measured.) For one thread.
///
/// Templates are Mustache with two marks that are resolved when a page is put together: [[section.key]] stands for a text
/// ([[.key]] for one of the page's own section), [[>name]] for another template, [[>content]] in a layout
/// for the page's. Texts may hold {{values}}; texts and values alike are escaped, so that neither can bring
/// in markup.
class PageRenderer
{
public:
    PageRenderer();
    ~PageRenderer();
    Q_DISABLE_COPY_MOVE(PageRenderer)

    /// The languages that have texts.
    [[nodiscard]] QStringList languages() const { return m_texts.keys(); }
    /// What does not fit together in templates and texts, of every page in every language: empty, or a test
    /// fails.
    [[nodiscard]] QStringList faults() const;

    /// A text with its values filled in, not escaped. @param language one of languages()
    [[nodiscard]] QString text(const QString &language, const QString &key,
                               const QJsonObject &values = {}) const;
    /// UTF-8 HTML. Values are strings, booleans, arrays of objects, and objects; an empty string counts as
    /// false.
    [[nodiscard]] QByteArray render(Page page, const QString &language, const QJsonObject &values) const;

private:
    struct Template;

    [[nodiscard]] Template &templateOf(Page page, const QString &language) const;
    [[nodiscard]] QString assembled(const PageParts &parts, const QString &language) const;
    [[nodiscard]] QString included(const QString &name) const;
    void withTexts(QString &html, const PageParts &parts, const QString &language) const;

    QMap<QString, PageTexts> m_texts;
    mutable std::map<std::pair<Page, QString>, std::unique_ptr<Template>> m_templates;
    mutable QStringList m_faults; ///< of what has been put together
};

} // namespace shirase
