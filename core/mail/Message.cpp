// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Message.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Unreference
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unreference>;

constexpr qsizetype lineLength = 76; // RFC 2047 §2, for lines with encoded words
constexpr qsizetype wordLength = 75; // RFC 2047 §2
const QByteArray wordStart = "=?utf-8?B?"_ba;
const QByteArray wordEnd = "?="_ba;
const QByteArray fold = "\r\n "_ba;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph;
}

bool hasControl(const QString &text)
{
    return std::ranges::any_of(text, isControl);
}

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

bool matches(const QByteArray &text, const QRegularExpression &pattern)
{
    return pattern.match(QString::fromLatin1(text)).hasMatch();
}

/// The first header field that could break out of its line, or is not of its form; empty if all are sound.
/// GMime would encode a line break rather than refuse it.
QString unsoundField(const Message &message)
{
    // Compiled once: doing so for each mail was two fifths of all that sending one costs (measured).
    static const QRegularExpression messageId = whole(u"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+"_s);
    static const QRegularExpression language = whole(u"[A-Za-z0-9-]*"_s);
    static const QRegularExpression mediaType = whole(u"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+"_s);
    if (!matches(message.messageId, messageId))
        return u"Message-ID"_s;
    if (hasControl(message.fromName))
        return u"From"_s;
    if (hasControl(message.subject))
        return u"Subject"_s;
    if (!matches(message.language.toUtf8(), language))
        return u"Content-Language"_s;
    for (const Attachment &attachment : message.attachments) {
        if (hasControl(attachment.fileName))
            return u"Content-Disposition"_s;
        if (!matches(attachment.mediaType, mediaType))
            return u"Content-Type"_s;
    }
    return {};
}

bool isPrintableAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// How many bytes of text one encoded word can carry that begins in this column.
qsizetype wordCapacity(qsizetype column)
{
    const qsizetype base64 = std::min(wordLength, lineLength - column) - wordStart.size() - wordEnd.size();
    return base64 / 4 * 3;
}

/// Encoded words, folded. No word splits a character (RFC 2047 §5); GMime 3 would write a long text as one
/// word.
QByteArray encodedWords(const QString &text, qsizetype column)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray result;
    qsizetype start = 0;
    while (start < utf8.size()) {
        qsizetype end = std::min(utf8.size(), start + wordCapacity(column));
        while (end < utf8.size() && (utf8[end] & 0xC0) == 0x80)
            --end;
        if (start > 0)
            result += fold;
        result += wordStart + utf8.mid(start, end - start).toBase64() + wordEnd;
        start = end;
        column = 1;
    }
    return result;
}

QByteArray subjectLine(const QString &subject)
{
    const QByteArray name = "Subject: "_ba;
    const bool plain = isPrintableAscii(subject) && !subject.contains("=?"_L1) &&
                       subject == subject.trimmed() && name.size() + subject.size() <= lineLength;
    return name + (plain ? subject.toLatin1() : encodedWords(subject, name.size())) + "\r\n";
}

QByteArray fromLine(const QString &displayName, const EmailAddress &address)
{
    const QByteArray field = "From: "_ba;
    if (displayName.isEmpty())
        return field + address.wire() + "\r\n";
    QByteArray line = field;
    if (isPrintableAscii(displayName) && field.size() + 2 * displayName.size() + 2 <= lineLength)
        line +=
            '"' + QString(displayName).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).toLatin1() + '"';
    else
        line += encodedWords(displayName, field.size());
    const QByteArray mailbox = '<' + address.wire() + '>';
    const qsizetype column = line.size() - (line.lastIndexOf('\n') + 1);
    return line + (column + 1 + mailbox.size() <= lineLength ? " "_ba : fold) + mailbox + "\r\n";
}

/// RFC 5322 §3.3, in Japanese time.
QByteArray dateOf(qint64 at)
{
    return QLocale::c().toString(japan::dateTimeOf(at), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0900";
}

/// The header in three parts: what comes before and after the fields by which two mails with the same text differ.
QByteArray sendersOf(const Message &message)
{
    QByteArray header = fromLine(message.fromName, message.from);
    if (message.replyTo)
        header += "Reply-To: " + message.replyTo->wire() + "\r\n";
    return header;
}

/// @param date dateOf() the message
QByteArray ownFieldsOf(const Message &message, const QByteArray &date)
{
    return "To: " + message.to.wire() + "\r\nDate: " + date + "\r\nMessage-ID: <" + message.messageId + ">\r\n";
}

QByteArray subjectOf(const Message &message)
{
    QByteArray header = subjectLine(message.subject);
    if (!message.language.isEmpty())
        header += "Content-Language: " + message.language.toLatin1() + "\r\n";
    header += "Auto-Submitted: auto-generated\r\n"; // RFC 3834 §5
    header += "MIME-Version: 1.0\r\n";
    return header;
}

void setContent(GMimePart *part, const QByteArray &content, GMimeContentEncoding encoding)
{
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(content.constData(), static_cast<std::size_t>(content.size())));
    const Owned<GMimeDataWrapper> wrapper(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, wrapper.get());
    g_mime_part_set_content_encoding(part, encoding);
}

/// Both encodings keep lines at 76 bytes; Japanese is shorter in base64 and English legible in
/// quoted-printable.
Owned<GMimeObject> bodyPart(QString body)
{
    body.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QByteArray utf8 = body.toUtf8();
    const auto beyondAscii =
        std::ranges::count_if(utf8, [](char c) { return static_cast<unsigned char>(c) > 0x7E; });
    const bool base64 = beyondAscii > utf8.size() / 6;
    if (base64)
        utf8.replace("\n", "\r\n"); // RFC 2045 §6.8: text is brought into its canonical form first
    GMimePart *part = g_mime_part_new_with_type("text", "plain");
    Owned<GMimeObject> object(GMIME_OBJECT(part));
    g_mime_object_set_content_type_parameter(object.get(), "charset", "utf-8");
    g_mime_object_set_content_type_parameter(object.get(), "format", "fixed");
    setContent(part, utf8, base64 ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return object;
}

/// GMime writes RFC 2231 in the charset that it finds best, which may be ISO-2022-JP: settle on UTF-8.
void nameInUtf8(GMimeParamList *parameters, const char *name)
{
    if (GMimeParam *parameter = g_mime_param_list_get_parameter(parameters, name))
        g_mime_param_set_charset(parameter, "utf-8");
}

Owned<GMimeObject> attachmentPart(const Attachment &attachment)
{
    const QByteArray type = attachment.mediaType.left(attachment.mediaType.indexOf('/'));
    const QByteArray subtype = attachment.mediaType.mid(type.size() + 1);
    GMimePart *part = g_mime_part_new_with_type(type.constData(), subtype.constData());
    Owned<GMimeObject> object(GMIME_OBJECT(part));
    g_mime_object_set_disposition(object.get(), GMIME_DISPOSITION_ATTACHMENT);
    g_mime_part_set_filename(part, attachment.fileName.toUtf8().constData());
    nameInUtf8(g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(object.get())),
               "filename");
    nameInUtf8(g_mime_content_type_get_parameters(g_mime_object_get_content_type(object.get())), "name");
    setContent(part, attachment.content, GMIME_CONTENT_ENCODING_BASE64);
    return object;
}

Owned<GMimeObject> mixed(Owned<GMimeObject> body, const std::vector<Attachment> &attachments)
{
    GMimeMultipart *multipart = g_mime_multipart_new_with_subtype("mixed");
    Owned<GMimeObject> object(GMIME_OBJECT(multipart));
    g_mime_multipart_add(multipart, body.get());
    for (const Attachment &attachment : attachments)
        g_mime_multipart_add(multipart, attachmentPart(attachment).get());
    return object;
}

/// The object's own header fields, an empty line, and its content, all with CRLF.
QByteArray written(GMimeObject *object)
{
    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(
        g_mime_format_options_new(), g_mime_format_options_free);
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, options.get(), stream.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len)};
}

Result<> checkFields(const Message &message)
{
    const QString field = unsoundField(message);
    if (field.isEmpty())
        return {};
    return fail(
        ErrorCode::Invalid,
        QCoreApplication::translate(
            "Message",
            "The mail was not written because its field %1 holds a line break or a character that "
            "is not allowed there. Remove it from the name, subject or file name and try again.")
            .arg(field));
}

/// What follows the header: the text, and what is attached to it.
QByteArray contentOf(const Message &message)
{
    static std::once_flag gmimeStarted;
    std::call_once(gmimeStarted, g_mime_init);

    Owned<GMimeObject> content = bodyPart(message.body);
    if (!message.attachments.empty())
        content = mixed(std::move(content), message.attachments);
    return written(content.get());
}

bool isSameText(const Message &one, const Message &other)
{
    return one.body == other.body && one.subject == other.subject && one.language == other.language &&
           one.fromName == other.fromName && one.from == other.from && one.replyTo == other.replyTo;
}

} // namespace

Result<QByteArray> toMime(const Message &message)
{
    if (const Result<> sound = checkFields(message); !sound)
        return passOn(sound);
    return sendersOf(message) + ownFieldsOf(message, dateOf(message.date)) + subjectOf(message) + contentOf(message);
}

Result<QByteArray> MessageEncoder::toMime(const Message &message)
{
    if (!message.attachments.empty())
        return shirase::toMime(message);
    if (const Result<> sound = checkFields(message); !sound)
        return passOn(sound);
    // All mails of a notice have one date; to write it anew was a third of what encoding one costs.
    if (std::exchange(m_time, message.date) != message.date)
        m_date = dateOf(message.date);
    const auto known = std::ranges::find_if(m_texts, [&](const Text &text) { return isSameText(text.message, message); });
    if (known != m_texts.end())
        return known->before + ownFieldsOf(message, m_date) + known->after;
    m_texts.push_front({message, sendersOf(message), subjectOf(message) + contentOf(message)});
    m_texts.front().message.to = message.from; // to whom is nobody's business from now on
    if (m_texts.size() > mostKept)
        m_texts.pop_back();
    return m_texts.front().before + ownFieldsOf(message, m_date) + m_texts.front().after;
}

} // namespace shirase
