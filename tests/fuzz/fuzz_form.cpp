// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Form.h"
#include "tests/fuzz/Fuzz.h"

using namespace shirase;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    http::Request request;
    request.method = http::Method::Post;
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    request.body = fuzz::bytesOf(data, size);
    const Result<http::Form> form = http::Form::parse(request);
    if (!form)
        return 0;
    for (const char *name : {"token", "email", "agree", "lang", "name", "address"}) {
        const QString value = form->value(QString::fromLatin1(name));
        fuzz::require(!value.contains(QChar(u'\0')), "no NUL gets through");
        fuzz::require(value.toUtf8().size() <= http::Form::maximumFieldBytes, "no field is longer than it may be");
    }
    return 0;
}
