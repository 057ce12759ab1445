// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/wording/NameRules.h"
#include "core/wording/TextFault.h"
#include "core/wording/Wordings.h"

namespace shirase {

/// Reads what a notice says and finds what it must not say (REQUIREMENTS S5): links, phone numbers, mail
/// addresses, dates, names of its facilities, in whatever script or disguise. Thread-safe once made.
///
/// It errs towards refusing: a clerk can word it differently, a false link cannot be called back. Allowed are
/// durations
/// ("14日間"), a year by itself, decimals and amounts; a full stop needs a space before the next Latin word,
/// because phones make links of "ill.It".
class NoticeTextCheck
{
public:
    /// What a notice's facilities are called, and what others are. Shorter names than 3 characters are not
    /// looked for.
    struct Names
    {
        QStringList own;
        QStringList others; ///< only warned about
    };

    /// @param standardTexts a name that occurs in one of them is an ordinary word, and ignored
    NoticeTextCheck(const Names &names, const QList<NoticeText> &standardTexts);

    /// The checker that the settings' standard texts make.
    [[nodiscard]] static Result<NoticeTextCheck> of(const Names &names, const Settings &settings);

    /// In the order of their places, the subject first. Of overlapping ones only the most telling is named,
    /// except that names are always.
    [[nodiscard]] QList<TextFault> check(const NoticeText &text) const;
    /// What would be refused in a wording once its placeholders are filled, at its place in the wording. What
    /// a placeholder brings in counts as the placeholder's.
    [[nodiscard]] QList<TextFault> check(const NoticeText &wording, const Profile &profile) const;
    /// Fails with Invalid and a line per refused place if any language's wording has one.
    [[nodiscard]] Result<> accept(const Wordings &wordings, const Settings &settings) const;

    /// The texts that come with the program, in every language, as the settings fill them.
    [[nodiscard]] static Result<QList<NoticeText>> standardTexts(const Settings &settings);

private:
    [[nodiscard]] QList<TextFault> checkPart(const QString &text, TextFault::Part part) const;

    NameIndex m_own;
    NameIndex m_others;
};

/// A place as people count: lines and characters from 1.
struct TextPosition
{
    int line = 1;
    int column = 1;
    bool operator==(const TextPosition &) const = default;
};
[[nodiscard]] TextPosition positionOf(const QString &text, qsizetype offset);

/// A line of a report: where, which rule, what to do. @param bodyLine the line at which the body begins
[[nodiscard]] QString lineOf(const TextFault &fault, const NoticeText &text, int bodyLine = 1);

} // namespace shirase
