// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/SmtpDialogue.h"

#include <algorithm>
#include <cctype>

namespace shirase {

using Kind = DeliveryOutcome::Kind;

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
        if (part > 0 && (end >= text.size() || text[end++] != '.'))
            return {};
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
        m_step = verb->step;
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
        m_step = Step::Content;
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
    outcome.replyCode = m_code;
    outcome.enhancedStatus = m_enhanced;
    outcome.reason = reason(outcome.kind, result);
    return outcome;
}

std::string SmtpDialogue::status() const
{
    if (m_code < 400)
        return {};
    return " (" + std::to_string(m_code) + (m_enhanced.empty() ? "" : ' ' + m_enhanced) + ")";
}

std::string SmtpDialogue::reason(Kind kind, CURLcode result) const
{
    const std::string what = m_step == Step::Recipient ? "the recipient" : "the mail";
    switch (kind) {
    case Kind::Accepted:
        return "The mail relay has taken the mail.";
    case Kind::Deferred:
        return "The mail relay does not take " + what + " now" + status() + ".";
    case Kind::Refused:
        return "The mail relay refuses " + what + status() + ".";
    case Kind::RelayFailed:
        break;
    }
    return relayFailure(result);
}

std::string SmtpDialogue::relayFailure(CURLcode result) const
{
    switch (result) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return "The mail relay's address is not of the form smtp://host:port or smtps://host:port. Correct "
               "it in the "
               "settings.";
    case CURLE_COULDNT_RESOLVE_HOST:
        return "The mail relay's name is not known. Check the relay's address in the settings and the "
               "network.";
    case CURLE_COULDNT_CONNECT:
        return "Nothing answers at the mail relay's address. Check its host and port in the settings, and "
               "that it runs.";
    case CURLE_USE_SSL_FAILED:
        return "The mail relay offers no encryption, so that nothing was sent. Ask its operator for "
               "STARTTLS, or use "
               "smtps://.";
    case CURLE_PEER_FAILED_VERIFICATION:
        return "The mail relay's certificate is not trusted or is not for its name, so that nothing was "
               "sent. Correct "
               "the relay's name in the settings, or name its certificate authority there.";
    case CURLE_SSL_CACERT_BADFILE:
        return "The file of certificate authorities for the mail relay cannot be read. Correct it in the "
               "settings.";
    case CURLE_SSL_CONNECT_ERROR:
        return "No encrypted connection to the mail relay could be made, so that nothing was sent. Check "
               "whether its "
               "port takes smtps:// or smtp:// with STARTTLS.";
    case CURLE_LOGIN_DENIED:
        return "The mail relay refuses the log-in" + status() + ". Check the user name and the password.";
    default:
        break;
    }
    if (isLogInRefusal(m_code))
        return "The mail relay asks for a log-in" + status() + ". Check the user name and the password.";
    if (m_code == serviceClosing)
        return "The mail relay closed the connection for now" + status() + ".";
    if (m_step == Step::Sender && m_code >= 500)
        return "The mail relay refuses our sender address" + status() +
               ". Check the envelope sender in the settings.";
    if (m_code >= 400)
        return "The mail relay is not ready" + status() + ".";
    if (m_step == Step::Content)
        return "The connection to the mail relay broke before it confirmed the mail; the mail may arrive "
               "twice.";
    if (result == CURLE_OPERATION_TIMEDOUT)
        return "The mail relay did not answer in time.";
    return "The connection to the mail relay broke.";
}

} // namespace shirase
