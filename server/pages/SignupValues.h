// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pages/PageFrame.h"
#include "server/pages/SignupForm.h"

namespace shirase {

/// What the templates of the registration page and of the kiosk are filled with.
namespace signupValues {

/// The place, and what was entered: what every form shows.
[[nodiscard]] QJsonObject form(const PageFrame &frame, const PageLanguage &language, const CodeLookup &place,
                               const SignupForm::Entry &entry);
/// The summary, and a sentence at each field.
[[nodiscard]] QJsonObject problems(const PageFrame &frame, const PageLanguage &language,
                                   const SignupForm::Problems &problems);
[[nodiscard]] QJsonObject question(const SignupForm::Question &question);
/// `first` and on top of it `second`.
[[nodiscard]] QJsonObject together(QJsonObject first, const QJsonObject &second);

} // namespace signupValues

} // namespace shirase
