// SPDX-License-Identifier: GPL-3.0-or-later
// One request from its bytes to the bytes of its answer, without a socket: the guard, the real site over real databases,
// the writer. In an input, CODE is a facility's and TOKEN a fresh scan of its poster, which nobody could guess, and LENGTH
// the body's length with them.
#include "server/http/HttpFraming.h"
#include "server/http/ResponseWriter.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/server/pages/SiteUnderTest.h"

using namespace shirase;
using namespace shirase::http;

namespace {

QByteArray copyOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// As the adapter hands it over.
Request requestOf(const RequestHead &head, std::string_view bytes)
{
    Request request;
    request.method = head.method == "POST" ? Method::Post : head.method == "HEAD" ? Method::Head : Method::Get;
    const QByteArray target = copyOf(head.target);
    request.path = target.first(target.contains('?') ? target.indexOf('?') : target.size());
    request.query = target.sliced(std::min(request.path.size() + 1, target.size()));
    for (const HeadField &field : head.fields)
        request.headers.emplace_back(copyOf(field.name).toLower(), copyOf(field.value));
    request.host = copyOf(head.host);
    request.body = copyOf(bytes.substr(head.headLength, head.bodyLength));
    return request;
}

class Web
{
public:
    void ask(QByteArray bytes)
    {
        bytes.replace("CODE", m_facility.code.text().toLatin1());
        if (bytes.contains("TOKEN"))
            bytes.replace("TOKEN", ScanToken::make(m_facility.id, m_site.clock.now()).encode(m_site.serverKey.tokenKey()));
        if (const qsizetype end = bytes.indexOf("\r\n\r\n"); end > 0)
            bytes.replace("LENGTH", QByteArray::number(bytes.size() - end - 4));
        const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
        const Framing framing = frameRequest(view, view.size(), {});
        if (framing.verdict != FramingVerdict::Complete)
            return;
        const Request request = requestOf(framing.head, view);
        if (request.path.startsWith("/facilities/manage"))
            return; // whatever there is to do, it answers after a quarter of a second (tst_EvenAnswer)
        judge(request, m_site.send(request).response);
    }

private:
    void judge(const Request &request, const Response &response)
    {
        fuzz::require(response.status >= 200 && response.status < 600 && response.status != 500, "an answer has a status");
        for (const auto &[name, value] : response.headers) {
            if (name == "Location")
                fuzz::require(value.startsWith('/') && !value.startsWith("//"), "nobody is sent to another site");
        }
        fuzz::require(!response.body.contains("<fuzz"), "what was sent makes no element of a page");
        const bool headOnly = request.method == Method::Head;
        const QByteArray written = m_writer.write(response, {.headOnly = headOnly, .keepAlive = true, .secure = false});
        const QByteArray head = written.first(written.indexOf("\r\n\r\n"));
        fuzz::require(head.startsWith("HTTP/1.1 " + QByteArray::number(response.status)), "an answer leaves as it was given");
        fuzz::require(head.count("\r\nContent-Length: ") <= 1, "an answer has one length");
    }

    SiteUnderTest m_site;
    ResponseWriter m_writer;
    Facility m_facility = [this] {
        must(m_site.settings->set(u"limits.per_network_per_minute"_s, u"1000000"_s));
        return m_site.addFacility();
    }();
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::needApplication();
    static Web web;
    web.ask(fuzz::bytesOf(data, size));
    return 0;
}
