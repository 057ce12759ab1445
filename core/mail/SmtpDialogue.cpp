// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/SmtpDialogue.h"

#include <algorithm>
#include <cctype>

namespace shirase {

using Kind = DeliveryOutcome::Kind;
using Fault = DeliveryOutcome::Fault;

namespace {

constexpr int serviceClosing = 421;
constexpr int startContent = 354;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "5.1.1" at the start of the text of a reply (RFC 2034 §4), or nothing.
std::string enhancedStatus(std::string_view text)
{
    std::size_t end = 0;
    for (int part = 0; part < 3; ++part) {
        if (part > 0) {
            if (end >= text.size() || text[end] != '.')
                return {};
            ++end;
        }
        const std::size_t start = end;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end == start || end - start > (part == 0 ? 1 : 3))
            return {};
    }
    const bool classified = text[0] == '2' || text[0] == '4' || text[0] == '5';
    const bool ends = end == text.size() || std::isspace(static_cast<unsigned char>(text[end]));
    return classified && ends ? std::string(text.substr(0, end)) : std::string();
}

bool isLogInRefusal(int code)
{
    return code == 530 || code == 534 || code == 535 || code == 538; // RFC 4954 §6
}

} // namespace

SmtpDialogue::SmtpDialogue(std::function<void(MailStep)> onStep)
    : m_onStep(std::move(onStep))
{
    begin(Step::Connect);
}

void SmtpDialogue::begin(Step step)
{
    m_step = step;
    if (m_onStep)
        m_onStep(step);
}

void SmtpDialogue::sent(std::string_view line)
{
    // libcurl takes leave within the same transfer when it gives a connection up.
    m_over = m_over || line.starts_with("QUIT");
    if (m_over)
        return;
    struct Verb
    {
        std::string_view start;
        Step step;
    };
    // A continued log-in is none of these and stays what it is.
    static constexpr Verb verbs[] = {{"EHLO ", Step::Hello},           {"HELO ", Step::Hello},
                                     {"STARTTLS\r\n", Step::StartTls}, {"AUTH ", Step::LogIn},
                                     {"MAIL FROM:", Step::Sender},     {"RCPT TO:", Step::Recipient},
                                     {"DATA\r\n", Step::Data}};
    const auto *verb =
        std::ranges::find_if(verbs, [line](const Verb &v) { return line.starts_with(v.start); });
    if (verb != std::end(verbs)) {
        begin(verb->step);
        m_fresh = m_fresh || m_step == Step::Hello;
    }
    m_code = 0;
    m_enhanced.clear();
}

void SmtpDialogue::received(std::string_view line)
{
    if (m_over || line.size() < 3 || !std::ranges::all_of(line.substr(0, 3), isDigit))
        return;
    m_code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    m_enhanced = line.size() > 4 ? enhancedStatus(line.substr(4)) : std::string();
    if (m_step == Step::Data && m_code == startContent) {
        begin(Step::Content);
        m_code = 0;
        m_enhanced.clear();
    }
}

bool SmtpDialogue::brokeBeforeTheMail() const
{
    return !m_fresh && m_step == Step::Sender && (m_code == 0 || m_code == serviceClosing);
}

bool SmtpDialogue::isAboutThisMail() const
{
    if (m_code < 400 || m_code == serviceClosing || isLogInRefusal(m_code))
        return false;
    // A sender that is refused for good is refused with every mail.
    return m_step >= Step::Recipient || (m_step == Step::Sender && m_code < 500);
}

Kind SmtpDialogue::kind(CURLcode result) const
{
    if (result == CURLE_OK)
        return Kind::Accepted;
    if (!isAboutThisMail())
        return Kind::RelayFailed;
    return m_code < 500 ? Kind::Deferred : Kind::Refused;
}

DeliveryOutcome SmtpDialogue::outcome(std::int64_t ticket, CURLcode result) const
{
    DeliveryOutcome outcome;
    outcome.ticket = ticket;
    outcome.kind = kind(result);
    outcome.step = m_step;
    outcome.replyCode = m_code;
    outcome.enhancedStatus = m_enhanced;
    if (outcome.kind == Kind::RelayFailed) {
        outcome.fault = relayFault(result);
        outcome.detail = curl_easy_strerror(result);
    }
    return outcome;
}

Fault SmtpDialogue::relayFault(CURLcode result) const
{
    switch (result) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return Fault::Address;
    case CURLE_COULDNT_RESOLVE_HOST:
        return Fault::UnknownHost;
    case CURLE_COULDNT_CONNECT:
        return Fault::NoAnswer;
    case CURLE_USE_SSL_FAILED:
        return Fault::NoEncryption;
    case CURLE_PEER_FAILED_VERIFICATION:
        return Fault::Certificate;
    case CURLE_SSL_CACERT_BADFILE:
        return Fault::Authorities;
    case CURLE_SSL_CONNECT_ERROR:
        return Fault::Handshake;
    case CURLE_LOGIN_DENIED:
        return Fault::LogIn;
    default:
        break;
    }
    if (isLogInRefusal(m_code))
        return Fault::LogInNeeded;
    if (m_code == serviceClosing)
        return Fault::Closing;
    if (m_step == Step::Sender && m_code >= 500)
        return Fault::SenderAddress;
    if (m_code >= 400)
        return Fault::NotReady;
    if (m_step == Step::Content)
        return Fault::Unconfirmed;
    return result == CURLE_OPERATION_TIMEDOUT ? Fault::TimedOut : Fault::Broken;
}

} // namespace shirase
