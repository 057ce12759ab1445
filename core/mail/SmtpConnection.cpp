// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/SmtpConnection.h"

#include "core/mail/SmtpDialogue.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace shirase {

namespace {

struct CurlDelete
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    void operator()(char *text) const { curl_free(text); }
};
template <typename T>
using CurlOwned = std::unique_ptr<T, CurlDelete>;

std::string partOf(CURLU *url, CURLUPart part, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK)
        return {};
    return CurlOwned<char>(text).get();
}

struct RelayAddress
{
    std::string url; ///< scheme, host, port and the name for EHLO as path; empty if it is no relay's address
    bool loopback = false;
};

RelayAddress relayAddress(const SmtpOptions &options)
{
    const CurlOwned<CURLU> url(curl_url());
    if (curl_url_set(url.get(), CURLUPART_URL, options.url.c_str(), 0) != CURLUE_OK)
        return {};
    for (const CURLUPart part :
         {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_QUERY, CURLUPART_FRAGMENT})
        curl_url_set(url.get(), part, nullptr, 0);
    curl_url_set(url.get(), CURLUPART_PATH, ('/' + options.heloName).c_str(), CURLU_URLENCODE);
    const std::string scheme = partOf(url.get(), CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps")
        return {};
    const std::string host = partOf(url.get(), CURLUPART_HOST);
    return {partOf(url.get(), CURLUPART_URL),
            host == "localhost" || host == "[::1]" || host.starts_with("127.")};
}

/// Whether the text can stand in a command without ending it.
bool isSoundEnvelope(std::string_view address)
{
    return std::ranges::all_of(address, [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>'; });
}

/// libcurl's handle for one connection, used by one thread.
class Session
{
public:
    Session(const SmtpOptions &options, MailHold &hold, std::stop_token stop);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    DeliveryOutcome deliver(const OutgoingMail &mail);
    [[nodiscard]] bool isStopping() const { return m_stop.stop_requested(); }

private:
    template <typename T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(m_handle.get(), option, value);
    }
    void setMilliseconds(CURLoption option, std::chrono::milliseconds value)
    {
        set(option, static_cast<long>(value.count()));
    }
    void setRelay(const SmtpOptions &options);
    void setCallbacks();
    CURLcode attempt(const OutgoingMail &mail);

    static std::size_t onRead(char *buffer, std::size_t size, std::size_t count, void *session);
    static int onProgress(void *session, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static int onProtocol(CURL *, curl_infotype type, char *data, std::size_t size, void *session);

    CurlOwned<CURL> m_handle{curl_easy_init()};
    MailHold &m_hold;
    std::chrono::milliseconds m_longestHold;
    std::stop_token m_stop;
    std::function<void(MailStep)> m_onStep;
    SmtpDialogue m_dialogue;
    std::string_view m_rest; ///< of the mail under way
    bool m_withdrawn = false; ///< the mail under way was held for too long
};

Session::Session(const SmtpOptions &options, MailHold &hold, std::stop_token stop)
    : m_hold(hold)
    , m_longestHold(options.longestHold)
    , m_stop(std::move(stop))
    , m_onStep(options.onStep)
{
    setRelay(options);
    setCallbacks();
    setMilliseconds(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout);
    setMilliseconds(CURLOPT_TIMEOUT_MS, options.mailTimeout);
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(options.replyTimeout.count()));
    set(CURLOPT_MAXCONNECTS, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_UPLOAD, 1L);
    // The size stays unknown to libcurl: it would count the doubled dots too, and end a mail before we say that it ends.
}

void Session::setRelay(const SmtpOptions &options)
{
    const RelayAddress relay = relayAddress(options);
    const bool plain = options.encryption == SmtpEncryption::PlainText ||
                       (options.encryption == SmtpEncryption::RequiredBeyondHost && relay.loopback);
    set(CURLOPT_URL, relay.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, ""); // whatever the environment says
    set(CURLOPT_USE_SSL, static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL)); // never TRY
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.caFile.empty())
        set(CURLOPT_CAINFO, options.caFile.c_str());
    if (!options.user.empty()) {
        set(CURLOPT_USERNAME, options.user.c_str());
        set(CURLOPT_PASSWORD, options.password.c_str());
    }
}

void Session::setCallbacks()
{
    set(CURLOPT_READFUNCTION, &Session::onRead);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, &Session::onProgress);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    // Nothing is logged: this is how libcurl shows the protocol lines to SmtpDialogue.
    set(CURLOPT_DEBUGFUNCTION, &Session::onProtocol);
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_VERBOSE, 1L);
}

/// libcurl says QUIT when it closes a connection, and would wait two minutes for a relay that does not
/// answer.
Session::~Session()
{
    curl_socket_t socket = CURL_SOCKET_BAD;
    constexpr int reading = 0; // SHUT_RD; SD_RECEIVE on Windows
    if (curl_easy_getinfo(m_handle.get(), CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
        socket != CURL_SOCKET_BAD)
        ::shutdown(socket, reading);
}

std::size_t Session::onRead(char *buffer, std::size_t size, std::size_t count, void *session)
{
    auto *self = static_cast<Session *>(session);
    if (self->isStopping())
        return CURL_READFUNC_ABORT;
    if (self->m_rest.empty()) {
        // Whatever was read before is with the relay; after this libcurl writes the final dot.
        self->m_withdrawn = !self->m_hold.waitUntilOff(self->m_stop, self->m_longestHold);
        return self->m_withdrawn ? CURL_READFUNC_ABORT : 0;
    }
    const std::size_t length = std::min(size * count, self->m_rest.size());
    std::memcpy(buffer, self->m_rest.data(), length);
    self->m_rest.remove_prefix(length);
    return length;
}

/// Ends a transfer as an error. Taking its handle away would make libcurl send the final dot after half a
/// mail.
int Session::onProgress(void *session, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Session *>(session)->isStopping() ? 1 : 0;
}

int Session::onProtocol(CURL *, curl_infotype type, char *data, std::size_t size, void *session)
{
    SmtpDialogue &dialogue = static_cast<Session *>(session)->m_dialogue;
    if (type == CURLINFO_HEADER_OUT)
        dialogue.sent({data, size});
    else if (type == CURLINFO_HEADER_IN)
        dialogue.received({data, size});
    return 0;
}

CURLcode Session::attempt(const OutgoingMail &mail)
{
    m_dialogue = SmtpDialogue(m_onStep);
    m_rest = mail.mime;
    m_withdrawn = false;
    return curl_easy_perform(m_handle.get());
}

DeliveryOutcome Session::deliver(const OutgoingMail &mail)
{
    if (!isSoundEnvelope(mail.sender) || !isSoundEnvelope(mail.recipient) || mail.recipient.empty())
        return {.ticket = mail.ticket,
                .kind = DeliveryOutcome::Kind::Refused,
                .fault = DeliveryOutcome::Fault::Envelope};
    const CurlOwned<curl_slist> recipients(curl_slist_append(nullptr, mail.recipient.c_str()));
    set(CURLOPT_MAIL_FROM, mail.sender.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());

    CURLcode result = attempt(mail);
    if (result != CURLE_OK && m_dialogue.brokeBeforeTheMail()) {
        // The relay had enough of an idle or well-used connection: that says nothing about a new one.
        set(CURLOPT_FRESH_CONNECT, 1L);
        result = attempt(mail);
        set(CURLOPT_FRESH_CONNECT, 0L);
    }
    set(CURLOPT_MAIL_RCPT, static_cast<curl_slist *>(nullptr));
    if (m_withdrawn)
        return {.ticket = mail.ticket, .kind = DeliveryOutcome::Kind::Withdrawn, .step = MailStep::Content};
    return m_dialogue.outcome(mail.ticket, result);
}

} // namespace

SmtpConnection::SmtpConnection(const SmtpOptions &options, Finished finished)
    : m_options(options)
    , m_finished(std::move(finished))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

void SmtpConnection::start(OutgoingMail mail)
{
    m_hold.put(mail.held);
    const std::lock_guard lock(m_mutex);
    m_next = std::move(mail);
    m_changed.notify_one();
}

void SmtpConnection::stop()
{
    m_thread.request_stop();
}

void SmtpConnection::run(const std::stop_token &stop)
{
    Session session(m_options, m_hold, stop);
    while (true) {
        OutgoingMail mail;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_next.has_value(); }))
                return;
            mail = std::move(*m_next);
            m_next.reset();
        }
        DeliveryOutcome outcome = session.deliver(mail);
        if (session.isStopping())
            return;
        m_finished(std::move(outcome));
    }
}

} // namespace shirase
