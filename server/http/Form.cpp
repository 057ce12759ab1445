// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Form.h"

#include "server/http/PercentCode.h"

namespace shirase::http {

using namespace Qt::StringLiterals;

namespace {

/// "application/x-www-form-urlencoded", with UTF-8 as the only charset.
bool isFormContentType(const QByteArray &contentType)
{
    if (contentType == "application/x-www-form-urlencoded") // as browsers send it
        return true;
    const QList<QByteArray> parts = contentType.toLower().split(';');
    if (parts.first().trimmed() != "application/x-www-form-urlencoded")
        return false;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray parameter = parts[i].trimmed();
        if (parameter.startsWith("charset=") && parameter != "charset=utf-8" &&
            parameter != "charset=\"utf-8\"")
            return false;
    }
    return true;
}

std::unexpected<Error> refuse(const QString &detail)
{
    return fail(ErrorCode::Invalid,
                QCoreApplication::translate("shirase::http::Form",
                                            "The form could not be read. Nothing was kept. "
                                            "Please open the page again and send it once more."),
                detail);
}

} // namespace

Result<Form> Form::parse(const Request &request)
{
    if (!isFormContentType(request.header("content-type")))
        return refuse(u"content type"_s);
    Form form;
    form.m_fields.reserve(8); // more than a visitor's form has
    QByteArrayView rest(request.body);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView pair = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        if (const Result<> added = form.add(pair); !added)
            return passOn(added);
    }
    return form;
}

Result<> Form::add(QByteArrayView pair)
{
    if (m_fields.size() >= maximumFields)
        return refuse(u"too many fields"_s);
    const qsizetype equals = pair.indexOf('=');
    const auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), PlusSign::IsSpace);
    const auto text =
        percentDecoded(equals < 0 ? QByteArrayView("") : pair.sliced(equals + 1), PlusSign::IsSpace);
    if (!name || !text)
        return refuse(u"encoding"_s);
    if (name->isEmpty() || contains(*name))
        return refuse(u"field name"_s);
    // Encoded, nothing is shorter than decoded.
    if (pair.size() > maximumFieldBytes &&
        (name->toUtf8().size() > maximumFieldBytes || text->toUtf8().size() > maximumFieldBytes))
        return refuse(u"field too long"_s);
    m_fields.emplace_back(*name, text->isNull() ? u""_s : *text);
    return {};
}

QString Form::value(QStringView name) const
{
    for (const auto &[fieldName, text] : m_fields) {
        if (fieldName == name)
            return text;
    }
    return {};
}

} // namespace shirase::http
