// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/mail/EmailAddress.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace shirase {

struct Attachment
{
    QString fileName;
    QByteArray mediaType; ///< "application/pdf"
    QByteArray content;
};

/// One mail to one person, before it is encoded. All text is Unicode; nothing is escaped yet.
struct Message
{
    QByteArray
        messageId;    ///< without angle brackets; fixed when the mail is put into the queue (REQUIREMENTS M2)
    qint64 date = 0;  ///< seconds since the epoch, UTC; written in Japanese time
    QString fromName; ///< may be empty
    EmailAddress from;
    std::optional<EmailAddress> replyTo;
    EmailAddress to;
    QString subject;
    QString body;     ///< plain text, lines end in \n
    QString language; ///< BCP 47, for Content-Language
    std::vector<Attachment> attachments;
};

/// Encodes a message as RFC 5322 and MIME with CRLF lines of at most 998 bytes (REQUIREMENTS M4).
/// Fails with Invalid if a header field holds a control character, before anything is encoded.
[[nodiscard]] Result<QByteArray> toMime(const Message &message);

/// Encodes messages many of which differ only in whom they go to, as toMime() does. It keeps the last few texts as they
/// are encoded, so that a notice to ten thousand people is encoded once for each of its languages. Not for what one
/// person alone is to know. For one thread.
class MessageEncoder
{
public:
    [[nodiscard]] Result<QByteArray> toMime(const Message &message);

private:
    struct Text
    {
        Message message; ///< one with this text
        QByteArray before; ///< of the fields that differ
        QByteArray after;  ///< the rest
    };

    static constexpr std::size_t mostKept = 20; ///< a few kinds in each language

    std::deque<Text> m_texts; ///< the newest first
    qint64 m_time = -1;       ///< Message::date of the last one
    QByteArray m_date;        ///< the same as it is written
};

} // namespace shirase
