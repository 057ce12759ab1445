// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"
#include "server/http/Form.h"
#include "server/pages/PageMould.h"
#include "server/pages/PageRenderer.h"
#include "server/pages/StyleSheet.h"

#include <QCache>
#include <QDate>
#include <QHash>

#include <optional>

namespace shirase {

/// The language of one answer.
struct PageLanguage
{
    QString tag;         ///< BCP 47
    bool chosen = false; ///< by a link or a form rather than by the browser: links carry it on
};

/// What all pages share: language, profile, links, style sheet and headers around a page's own values.
class PageFrame
{
public:
    explicit PageFrame(const Settings &settings);

    /// By "?lang=", else @p preferred (a form's or a token's), else Accept-Language, else the first that is
    /// offered (setting web.languages). Unknown and unoffered ones are passed over.
    [[nodiscard]] PageLanguage languageOf(const http::Request &request, const QString &preferred = {}) const;

    /// @param values the page's own; "path" says where the language links lead, the request's path by default; "updated" (ISO) when
    /// the page was last changed, by default when the texts were
    [[nodiscard]] http::Response page(const http::Request &request, const PageLanguage &language, Page page,
                                      const QJsonObject &values = {}, int status = 200) const;
    /// Values for a page that asks for patience in answer to a form: all that was sent, behind a button that sends it once more,
    /// so that nothing is lost that somebody has typed. Empty for an empty form, as GET has it, and for one far larger than ours:
    /// to turn somebody away must not cost more than it saves.
    [[nodiscard]] static QJsonObject toSendAgain(const http::Request &request, const http::Form &sent);
    /// 303, so that reloading the next page does not post again. @param path begins with '/'
    [[nodiscard]] static http::Response seeOther(const QString &path);

    /// A text of the pages with the profile's and the given values, not escaped.
    [[nodiscard]] QString text(const PageLanguage &language, const QString &key,
                               const QJsonObject &values = {}) const;
    /// The day on which the pages' texts were last changed.
    [[nodiscard]] QDate updated(const PageLanguage &language) const;
    [[nodiscard]] QString date(const PageLanguage &language, QDate day) const;
    /// @param at seconds since the epoch, UTC; written as Japanese time
    [[nodiscard]] QString dateTime(const PageLanguage &language, qint64 at) const;
    /// "local" and "domain" of a mail address for display, to be broken before the @ if anywhere.
    [[nodiscard]] static QJsonObject addressParts(const QString &address);
    /// "?lang=en" where the language was chosen, else nothing.
    [[nodiscard]] static QString query(const PageLanguage &language);

    /// In the accent that the settings name now.
    [[nodiscard]] const StyleSheet &styleSheet() const;
    /// What pages with a form have besides.
    [[nodiscard]] const VersionedFile &formStyle() const { return m_formStyle; }
    [[nodiscard]] const PageRenderer &renderer() const { return m_renderer; }
    /// Another number whenever pages may have changed: for those who keep what they made of them.
    [[nodiscard]] quint64 revision() const { return m_settings.revision(); }

private:
    void followSettings() const;
    [[nodiscard]] const QStringList &offered() const;
    [[nodiscard]] QJsonObject profileValues(const QString &language) const;
    [[nodiscard]] QJsonObject commonValues(const PageLanguage &language) const;
    /// The same, made once for as long as the settings stay.
    [[nodiscard]] const QJsonObject &common(const PageLanguage &language) const;
    [[nodiscard]] QByteArray written(Page page, const PageLanguage &language, const QJsonObject &own) const;

    const Settings &m_settings;
    PageRenderer m_renderer;
    VersionedFile m_formStyle;
    static constexpr qsizetype mostMoulds = 4 * 1024 * 1024; ///< bytes
    mutable QHash<QString, QJsonObject> m_common;          ///< by language, and whether it was chosen
    mutable QCache<QByteArray, PageMould> m_moulds{mostMoulds}; ///< by page, language and shape of the page's own values
    mutable QStringList m_offered;
    mutable quint64 m_settingsSeen = 0;                    ///< the settings' revision when these were made
    mutable QString m_accent; ///< the setting from which m_style was made
    mutable std::optional<StyleSheet> m_style;
};

} // namespace shirase
