// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/TextFolding.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace shirase {

/// A part of a chapter under a heading of its own.
struct HelpSection
{
    QString chapter; ///< the file's name without its ending: "facilities"
    QString anchor;  ///< the heading's; empty for what stands before the first one
    QString title;
    QString text;    ///< without marks, in one line

    /// As pages link to it: "facilities#import".
    [[nodiscard]] QString topic() const;
    bool operator==(const HelpSection &) const = default;
};

/// A section in which everything stands that was searched for.
struct HelpHit
{
    HelpSection section;
    QString surroundings; ///< of the first place
};

/// The help in one language: XHTML files in the program's resources, in the order in which its first page links to
/// them. What a file may hold is what QTextBrowser shows.
class HelpBook
{
public:
    static constexpr QLatin1StringView firstPage{"index"};

    /// @param language one of languages()
    explicit HelpBook(const QString &language);
    /// The language of the window, or English where there is no help in it.
    [[nodiscard]] static QString languageOfWindow();
    /// A folder each in resources/help: "en", "ja".
    [[nodiscard]] static QStringList languages();

    /// In order; each chapter begins with a section without an anchor, whose title is the chapter's.
    [[nodiscard]] const QList<HelpSection> &sections() const { return m_sections; }
    [[nodiscard]] bool has(const QString &topic) const;
    /// Where a topic stands in the resources: "qrc:/shirase/help/ja/facilities.html#import".
    [[nodiscard]] QString address(const QString &topic) const;
    /// The topic of such an address; empty for any other.
    [[nodiscard]] QString topicOf(const QString &address) const;

    /// The sections that hold every word, whatever its width, case and kana; those first that hold it in their title.
    [[nodiscard]] QList<HelpHit> find(const QString &typed) const;
    /// The words of what was typed, folded.
    [[nodiscard]] static QStringList wordsOf(const QString &typed);

private:
    void read(const QString &chapter);
    [[nodiscard]] QString fileOf(const QString &chapter) const;

    QString m_language;
    QList<HelpSection> m_sections;
    QList<FoldedText> m_folded; ///< of each section, its title before its text
};

} // namespace shirase
