// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

/// This header and SmtpTransport use no Qt, so that ThreadSanitizer can watch them.
namespace shirase {

/// A mail that is ready to leave: one envelope per person (REQUIREMENTS M1).
struct OutgoingMail
{
    std::int64_t ticket = 0; ///< the sender's name for this mail; comes back with the outcome
    std::string sender;      ///< envelope sender (MAIL FROM), ASCII, without brackets
    std::string recipient;   ///< envelope recipient (RCPT TO), ASCII, local part quoted where needed
    std::string mime;        ///< the whole message with CRLF lines, not dot-stuffed
    bool held = false;       ///< it goes as far as it can without being delivered, and on with MailTransport::letGo()
};

/// How far a mail gets on its way to the relay, in this order. StartTls and LogIn are left out where there is nothing of
/// the kind.
enum class MailStep { Connect, Hello, StartTls, LogIn, Sender, Recipient, Data, Content };

/// What became of one mail. RelayTexts puts it into words.
struct DeliveryOutcome
{
    enum class Kind {
        Accepted,    ///< the relay has taken responsibility (250 after the data)
        Deferred,    ///< a temporary refusal of this mail (4xx)
        Refused,     ///< a permanent refusal of this mail (5xx to RCPT or DATA)
        RelayFailed, ///< the relay itself: no connection, no TLS, log-in refused, dropped; the mail is not to
                     ///< blame
        Withdrawn,   ///< it was held for too long, and given up before it was delivered; nobody is to blame
    };
    /// Why the relay failed, or a mail was not even tried.
    enum class Fault {
        None,
        Address,      ///< the relay's is none
        UnknownHost,  ///< its name is not known
        NoAnswer,     ///< nothing listens there
        NoEncryption, ///< it offers none
        Certificate,  ///< not trusted, or not for its name
        Authorities,  ///< the file of certificate authorities cannot be read
        Handshake,    ///< TLS did not come about
        LogIn,        ///< it refuses the log-in
        LogInNeeded,  ///< it wants one
        Closing,      ///< it closes the connection for now (421)
        SenderAddress, ///< it refuses our envelope sender for good
        NotReady,
        Unconfirmed, ///< the connection broke before it confirmed the mail
        TimedOut,
        Broken,
        Envelope, ///< an address that cannot stand in an SMTP command
        Folder,   ///< the folder of a FolderTransport cannot be written
    };
    std::int64_t ticket = 0;
    Kind kind = Kind::RelayFailed;
    int replyCode = 0;             ///< the SMTP reply code, 0 if there was none
    std::string enhancedStatus{};  ///< RFC 3463 "5.1.1", empty if none
    std::string detail{};          ///< what the system said, UTF-8; never holds the recipient's address. May be empty
    Fault fault = Fault::None;
    MailStep step = MailStep::Connect; ///< the last that was begun
};

/// A way out for mail. One thread submits and waits; wake() may be called from any thread.
class MailTransport
{
public:
    virtual ~MailTransport() = default;

    /// How many mails may be submitted now. After a failure of the relay this may be 0 for a while.
    [[nodiscard]] virtual std::size_t freeSlots() const = 0;

    /// Starts one mail. Requires freeSlots() > 0.
    virtual void submit(OutgoingMail mail) = 0;

    /// Lets all mails that are held be delivered: what came back before them is recorded (REQUIREMENTS M2).
    virtual void letGo() = 0;

    /// Works until at least one outcome is there, the time is up or wake() is called; returns the outcomes,
    /// each once. A connection gets its next mail only through a submit() after this: one that is held, so that
    /// the relay has all of it but the end by the time that the outcomes are recorded.
    [[nodiscard]] virtual std::vector<DeliveryOutcome> wait(std::chrono::milliseconds atMost) = 0;

    /// Ends a wait() early. Thread-safe.
    virtual void wake() = 0;
};

} // namespace shirase
