// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/EvenAnswer.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace shirase {

using namespace std::chrono_literals;

namespace {

/// Far more than the work takes, and less than a person minds.
constexpr std::chrono::milliseconds step = 250ms;

} // namespace

http::Answer evenly(http::Answer answer)
{
    const auto asked = std::chrono::steady_clock::now();
    return [asked, answer = std::move(answer)](http::Response response) mutable {
        if (response.status == 400 || response.status == 422) {
            answer(std::move(response));
            return;
        }
        const auto spent = std::chrono::steady_clock::now() - asked;
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(step - spent % step);
        const auto held = std::make_shared<std::pair<http::Answer, http::Response>>(std::move(answer),
                                                                                    std::move(response));
        QTimer::singleShot(rest, Qt::PreciseTimer, [held] { held->first(std::move(held->second)); });
    };
}

} // namespace shirase
