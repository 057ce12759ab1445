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

/// Writes pages from the templates and texts in resources/pages. At construction each page is put together
/// once per language and parsed once, so that rendering only fills in values. For one thread.
///
/// Templates are Mustache with two marks that are resolved at construction: [[section.key]] stands for a text
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
    /// What does not fit together in templates and texts: empty, or a test fails.
    [[nodiscard]] const QStringList &faults() const { return m_faults; }

    /// A text with its values filled in, not escaped. @param language one of languages()
    [[nodiscard]] QString text(const QString &language, const QString &key,
                               const QJsonObject &values = {}) const;
    /// UTF-8 HTML. Values are strings, booleans, arrays of objects, and objects; an empty string counts as
    /// false.
    [[nodiscard]] QByteArray render(Page page, const QString &language, const QJsonObject &values) const;

private:
    struct Template;

    [[nodiscard]] QString assembled(const PageParts &parts, const QString &language);
    [[nodiscard]] QString included(const QString &name);
    void withTexts(QString &html, const PageParts &parts, const QString &language);

    QMap<QString, PageTexts> m_texts;
    std::map<std::pair<Page, QString>, std::unique_ptr<Template>> m_templates;
    QStringList m_faults;
};

} // namespace shirase
