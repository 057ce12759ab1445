// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace shirase {

/// The code on a facility's poster: 10 characters of Crockford Base32 (50 random bits) and a Luhn-mod-32 check
/// character, upper case.
class FacilityCode
{
public:
    static constexpr int length = 11;

    /// A fresh code from the system's cryptographic randomness.
    [[nodiscard]] static FacilityCode random();
    /// Reads what a person may have typed: any case, O for 0, I and L for 1, hyphens and spaces anywhere.
    /// Nothing if it has another length, another character or a wrong check character.
    [[nodiscard]] static std::optional<FacilityCode> parse(QStringView typed);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// "K7-4F2": five characters from a hash of the code, printed on the poster and repeated by the page, so that a
    /// sticker with another code over the poster is noticed (REQUIREMENTS V10).
    [[nodiscard]] QString checkCode() const;

    bool operator==(const FacilityCode &) const = default;

private:
    explicit FacilityCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

} // namespace shirase
