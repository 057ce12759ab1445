// SPDX-License-Identifier: GPL-3.0-or-later

// instructions parse|seal|compose: does one thing that every registration or every mail needs. tests/bench/instructions
// counts the instructions of measured() with callgrind. "instructions about" says by what this program was made.

#include "core/foundation/Clock.h"
#include "core/mail/Message.h"
#include "core/settings/Settings.h"
#include "core/vault/SealedBox.h"
#include "core/visits/ConfirmationMail.h"
#include "core/visits/ScanToken.h"
#include "server/http/Form.h"
#include "server/http/HttpFraming.h"
#include "tests/support/Results.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

using Work = std::function<void()>;

/// A registration as an old phone posts it: framing, form, token and address.
Work parsing()
{
    constexpr qint64 now = 1'780'000'000;
    auto key = std::make_shared<SecretBytes>(SecretBytes::random(32));
    const QByteArray body = "token=" + ScanToken::make(4711, now).encode(*key) +
                            "&email=taro.yamada%40docomo.ne.jp&agree=1&lang=ja";
    const QByteArray head = "POST /f/4G7K2MXQ9WA HTTP/1.1\r\n"
                            "Host: shirase.pref.hokkaido.example.jp\r\n"
                            "User-Agent: Mozilla/5.0 (Linux; Android 9; SH-01L) AppleWebKit/537.36 (KHTML, like Gecko) "
                            "Chrome/79.0.3945.116 Mobile Safari/537.36\r\n"
                            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                            "Accept-Language: ja-JP,ja;q=0.9\r\n"
                            "Accept-Encoding: gzip, deflate\r\n"
                            "Content-Type: application/x-www-form-urlencoded\r\n"
                            "Content-Length: " +
                            QByteArray::number(body.size()) + "\r\nConnection: keep-alive\r\n\r\n";
    return [=, all = (head + body).toStdString()] {
        const http::Framing framing = http::frameRequest(all, all.size(), http::FramingLimits());
        http::Request request;
        for (const http::HeadField &field : framing.head.fields)
            request.headers.emplace_back(QByteArray(field.name.data(), qsizetype(field.name.size())).toLower(),
                                         QByteArray(field.value.data(), qsizetype(field.value.size())));
        request.body = QByteArray(all.data() + framing.head.headLength, qsizetype(framing.head.bodyLength));
        const http::Form form = must(http::Form::parse(request));
        const auto token = ScanToken::decode(form.value(u"token").toLatin1(), *key, now);
        const EmailAddress address = must(EmailAddress::parse(form.value(u"email")));
        if (!token || address.likelyMeant())
            qFatal("The sample is not understood.");
    };
}

/// What one turn of the event loop seals while 64 visitors wait.
Work sealing()
{
    return [publicKey = KeyPair::generate().publicKey] {
        constexpr int batch = 64;
        const Sealer sealer(publicKey);
        for (int i = 0; i < batch; ++i)
            std::ignore = sealer.seal("taro.yamada@docomo.ne.jp");
    };
}

/// A confirmation in Japanese, as each but the first one is written.
Work composing()
{
    const QTemporaryDir folder;
    auto settings = std::make_shared<Settings>(must(Settings::load(folder.filePath(u"shirase.conf"_s))));
    const EmailAddress from = must(EmailAddress::parse(u"shirase@pref.hokkaido.lg.jp"_s));
    const EmailAddress to = must(EmailAddress::parse(u"taro.yamada@docomo.ne.jp"_s));
    const auto encoder = std::make_shared<MessageEncoder>();
    return [settings, from, to, encoder, composer = confirmationMail(*settings)] {
        const Letter letter{.kind = u"confirmation"_s, .recipient = to.display(), .language = u"ja"_s, .content = {}};
        Message message{.messageId = "00112233445566778899aabbccddeeff@pref.hokkaido.lg.jp",
                        .date = 1'780'000'000,
                        .fromName = u"北海道コロナ通知システム"_s,
                        .from = from,
                        .replyTo = {},
                        .to = to,
                        .subject = {},
                        .body = {},
                        .language = letter.language,
                        .attachments = {}};
        must(composer(letter, message));
        if (must(encoder->toMime(message)).isEmpty())
            qFatal("The mail is empty.");
    };
}

Work workOf(const QByteArray &name)
{
    return name == "parse" ? parsing() : name == "seal" ? sealing() : name == "compose" ? composing() : Work();
}

/// What the counts lean on, beside our own code.
void sayHowItWasMade()
{
#ifdef __OPTIMIZE__
    constexpr const char *optimised = "optimised";
#else
    constexpr const char *optimised = "not optimised";
#endif
    std::printf("GCC %d, Qt %d.%d, %s\n", __GNUC__, QT_VERSION_MAJOR, QT_VERSION_MINOR, optimised);
}

} // namespace

/// Its name is what callgrind looks for.
extern "C" [[gnu::noinline]] void measured(const Work *work)
{
    (*work)();
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QByteArray name = argc == 2 ? QByteArray(argv[1]) : QByteArray();
    if (name == "about") {
        sayHowItWasMade();
        return 0;
    }
    const Work work = initialiseCryptography() ? workOf(name) : Work();
    if (!work) {
        std::fprintf(stderr, "usage: instructions parse|seal|compose|about\n");
        return 2;
    }
    work(); // what only the first time costs is of no interest
    measured(&work);
    return 0;
}
