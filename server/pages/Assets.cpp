// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/Assets.h"

#include "server/pages/LeanFiles.h"

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Picture
{
    QStringView path;
    QStringView file;
};

constexpr std::array pictures{
    Picture{u"/favicon.svg", u":/shirase/brand/shirase.svg"},
    Picture{u"/favicon.ico", u":/shirase/brand/shirase.svg"},
    Picture{u"/art/step-scan.svg", u":/shirase/brand/step-scan.svg"},
    Picture{u"/art/step-address.svg", u":/shirase/brand/step-address.svg"},
    Picture{u"/art/step-mail.svg", u":/shirase/brand/step-mail.svg"},
    Picture{u"/art/step-health.svg", u":/shirase/brand/step-health.svg"},
    Picture{u"/art/poster.svg", u":/shirase/art/poster.svg"},
    Picture{u"/art/form.svg", u":/shirase/art/form.svg"},
    Picture{u"/art/place-shop.svg", u":/shirase/art/place-shop.svg"},
    Picture{u"/art/place-hall.svg", u":/shirase/art/place-hall.svg"},
    Picture{u"/art/place-table.svg", u":/shirase/art/place-table.svg"},
};

/// Registration pages are for those who stand before the poster, confirmations for nobody else. A robot that
/// does not read this finds X-Robots-Tag on these pages.
constexpr QByteArrayView robots =
    "User-agent: *\nDisallow: /f/\nDisallow: /v/\nDisallow: /kiosk/\nDisallow: /facilities/\n";

http::Response asset(QByteArrayView type, const QByteArray &body)
{
    http::Response response;
    response.contentType = type.toByteArray();
    response.body = body;
    response.shared = true;
    response.headers = {{"Cache-Control", "public, max-age=86400"}};
    return response;
}

} // namespace

void Assets::addTo(http::Router &router)
{
    const auto get = [&router](QStringView path, const auto &respond) {
        router.add(http::Method::Get, path,
                   [respond](const http::Request &request, const http::PathParameters &,
                             http::Answer answer) { answer(respond(request)); });
    };
    get(u"/style.css",
        [this](const http::Request &request) { return m_frame.styleSheet().file().answer(request); });
    get(u"/forms.css", [this](const http::Request &request) { return m_frame.formStyle().answer(request); });
    get(u"/robots.txt",
        [](const http::Request &) { return asset("text/plain; charset=utf-8", robots.toByteArray()); });
    for (const Picture &picture : pictures) {
        const QByteArray content = lean::resource(picture.file.toString());
        get(picture.path, [content](const http::Request &) { return asset("image/svg+xml", content); });
    }
}

} // namespace shirase
