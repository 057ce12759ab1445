// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ReachPages.h"

#include "widgets/checks/CheckLine.h"
#include "widgets/checks/TestMailBox.h"
#include "widgets/settings/PasswordFileEdit.h"
#include "widgets/settings/SettingForm.h"

#include <QLabel>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString listenKey = u"web.listen"_s;
const QString passwordFile = u"mail.password_file"_s;

// Not within the constructors: lupdate takes a list's braces there for their end.
QStringList addressKeys()
{
    return {u"web.public_url"_s, listenKey, u"web.allowed_hosts"_s};
}

QStringList mailKeys()
{
    return {u"mail.transport"_s, u"mail.url"_s,  u"mail.user"_s,     passwordFile,
            u"mail.folder"_s,    u"mail.from"_s, u"mail.reply_to"_s, u"mail.envelope_from"_s};
}

} // namespace

AddressPage::AddressPage(const Settings &settings, const Installation &installation, Errands &errands, Dialogs &dialogs)
    : SettingsStep(u"Address"_s, tr("The public address"),
                   tr("Visitors' phones open this address from the QR code. It has to be reachable from the internet, by HTTPS; a web "
                      "proxy in front of this computer usually sees to that."),
                   addressKeys(), settings, dialogs)
{
    auto *port = new CheckLine(errands, u"checkListening"_s, tr("Is the p&ort free?"), [this, &installation, settings] {
        return [&installation, listen = settings.with(form()->changes()).value(listenKey)](const Errands::Cancelled &) {
            return installation.checkListening(listen, {});
        };
    });
    content()->addWidget(port);
    content()->addWidget(paragraph(tr("For trying things out on this computer alone, everything can stay as it is.")));
    content()->addStretch(1);
    connect(form(), &SettingForm::edited, port, &CheckLine::forget);
}

MailServerPage::MailServerPage(const Settings &settings, std::function<Settings()> asTyped, const Installation &installation,
                               Errands &errands, Dialogs &dialogs)
    : SettingsStep(u"Mail"_s, tr("The mail server"),
                   tr("Confirmations and notices leave through a mail relay of the organisation. Its operator knows what to fill in "
                      "here."),
                   mailKeys(), settings, dialogs)
    , m_asTyped(std::move(asTyped))
    , m_testMail(new TestMailBox(installation, errands, [this] { return testMail(); }))
{
    content()->addWidget(m_testMail);
    content()->addStretch(1);
    connect(form(), &SettingForm::edited, this, &MailServerPage::adapt);
    adapt();
}

void MailServerPage::adapt()
{
    const bool smtp = m_asTyped().with(form()->changes()).value(u"mail.transport"_s) == u"smtp";
    for (const QString &key : {u"mail.url"_s, u"mail.user"_s, passwordFile})
        form()->setRowShown(key, smtp);
    form()->setRowShown(u"mail.folder"_s, !smtp);
    m_testMail->forget();
}

SecretBytes MailServerPage::typedPassword() const
{
    return qobject_cast<const PasswordFileEdit *>(form()->row(passwordFile)->edit())->typed();
}

Result<TestMail> MailServerPage::testMail()
{
    if (!validatePage())
        return fail(ErrorCode::Invalid, tr("Please correct the field that is marked first."));
    return TestMail{.settings = m_asTyped(), .password = typedPassword(), .recipient = {}};
}

// A password that was typed is no path of a file: it is kept when everything is set up.
void MailServerPage::addTo(SetUpRequest &request) const
{
    SettingsStep::addTo(request);
    const SettingChange typed{.key = passwordFile, .value = PasswordFileEdit::typedMark};
    const qsizetype marks = request.settings.removeIf(
        [&typed](const SettingChange &change) { return change.key == typed.key && change.value == typed.value; });
    if (marks > 0)
        request.mailPassword = typedPassword();
}

} // namespace shirase
