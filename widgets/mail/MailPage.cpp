// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mail/MailPage.h"

#include "widgets/common/IconLabel.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Texts.h"
#include "widgets/mail/HeldBox.h"
#include "widgets/shell/ServerStatus.h"

#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QLabel *sentenceLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QGroupBox *countBox(const QString &title, QLabel *number, QLabel *meaning)
{
    auto *box = new QGroupBox(title);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(number);
    layout->addWidget(meaning);
    layout->addStretch(1);
    return box;
}

} // namespace

MailPage::MailPage(PageContext context, OfficeWatch &watch, const ServerStatus &server, QWidget *parent)
    : Page(context, tr("Mail queue"), parent)
    , m_watch(watch)
    , m_server(server)
    , m_message(new MessageBar(context.dialogs))
    , m_relayIcon(new IconLabel)
    , m_relay(sentenceLabel(u"mailRelay"_s))
    , m_stopped(sentenceLabel(u"mailStopped"_s))
    , m_held(new HeldBox(context.dialogs))
    , m_waiting(headingLabel(u"–"_s, 2.2))
    , m_oldest(sentenceLabel(u"mailOldest"_s))
    , m_failed(headingLabel(u"–"_s, 2.2))
    , m_failedMeaning(sentenceLabel(u"mailFailedMeaning"_s))
    , m_way(sentenceLabel(u"mailWay"_s))
{
    setObjectName(u"mailPage"_s);
    m_waiting->setObjectName(u"mailWaiting"_s);
    m_failed->setObjectName(u"mailFailed"_s);
    auto *relay = new QGroupBox(tr("How mail is sent"));
    auto *relayLayout = new QVBoxLayout(relay);
    relayLayout->addWidget(m_way);
    auto *relayRow = new QHBoxLayout;
    relayRow->addWidget(m_relayIcon);
    relayRow->addWidget(m_relay, 1);
    relayLayout->addLayout(relayRow);
    content()->addWidget(m_message);
    content()->addWidget(m_held);
    content()->addWidget(makeCounts());
    relayLayout->addWidget(m_stopped);
    content()->addWidget(relay);
    content()->addStretch(1);

    connect(&m_watch, &OfficeWatch::read, this, &MailPage::presentFigures);
    connect(&m_watch, &OfficeWatch::failed, this, &MailPage::report);
    connect(m_message, &MessageBar::retryAsked, this, [this] {
        m_message->clear();
        refresh();
    });
    connect(m_held, &HeldBox::releaseAsked, this,
            [this] { decide(&HeldLetters::release, tr("What was held is in the queue again, and leaves by itself.")); });
    connect(m_held, &HeldBox::discardAsked, this,
            [this] { decide(&HeldLetters::discard, tr("What was held is given up.")); });
    connect(&m_server, &ServerStatus::changed, this, &MailPage::showRelay);
    showRelay();
}

QWidget *MailPage::makeCounts()
{
    auto *counts = new QWidget;
    auto *grid = new QGridLayout(counts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    grid->addWidget(countBox(tr("Waiting"), m_waiting, m_oldest), 0, 0);
    grid->addWidget(countBox(tr("Could not be sent"), m_failed, m_failedMeaning), 0, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return counts;
}

void MailPage::refresh()
{
    m_way->setText(wayOut());
    m_watch.refresh();
}

void MailPage::presentFigures(const OfficeFigures &figures)
{
    if (!session())
        return;
    if (const std::optional<Error> error = std::exchange(m_error, std::nullopt))
        m_message->withdraw(*error);
    m_figures = figures;
    presentCounts();
    presentStopped(figures.heldNotices);
    showRelay();
}

// What was read before stays, and the next reading comes by itself.
void MailPage::report(const Error &error)
{
    if (!session())
        return;
    m_error = error;
    m_message->report(error);
}

void MailPage::presentCounts()
{
    const OutboxState &mail = m_figures.mail;
    m_waiting->setText(Texts::number(mail.waiting));
    if (mail.waiting > 0)
        m_oldest->setText(tr("The oldest has waited since %1.").arg(Texts::time(mail.oldestWaiting)));
    else
        m_oldest->setText(mail.held > 0 ? tr("Every other confirmation and poster has left.")
                                        : tr("Every confirmation and every poster has left."));
    m_held->present(mail.held, HeldLetters::mayDecide(*session()));
    m_failed->setText(Texts::number(mail.failed));
    m_failedMeaning->setText(
        mail.failed == 0 ? tr("No confirmation or poster has been refused.")
                         : tr("The receiving side refused them. A poster can be sent once more from the "
                              "facilities page; a visitor sees the registration on the page itself."));
}

void MailPage::presentStopped(const QMap<NoticeId, HoldReason> &notices)
{
    QStringList sentences;
    for (const auto &[id, reason] : notices.asKeyValueRange())
        sentences << tr("Notice %1 has stopped by itself. %2").arg(id).arg(reason.sentence());
    m_stopped->setText(sentences.join(u'\n'));
    m_stopped->setVisible(!sentences.isEmpty());
}

void MailPage::decide(Result<int> (HeldLetters::*decision)(const Session &), const QString &done)
{
    if (!session())
        return; // locked during the question
    m_held->setWorking();
    m_context.worker.run<int>(
        this,
        [by = session(), decision](Office &office, const Job::Report &) { return (office.heldLetters.*decision)(*by); },
        [this, done](const Result<int> &letters) {
            if (!session())
                return;
            if (letters) {
                m_message->inform(*letters > 0 ? done
                                               : tr("Nothing is held any more: somebody else has decided, or those whom it was "
                                                    "for have been erased."));
            } else {
                presentCounts(); // it can be decided again
                m_message->report(letters.error());
            }
            m_watch.refresh();
        });
}

QString MailPage::wayOut() const
{
    const Settings &settings = m_context.office.settings;
    if (settings.value(u"mail.transport"_s) == u"smtp")
        return tr("Mail goes to the relay %1.").arg(settings.value(u"mail.url"_s));
    const QString folder = settings.value(u"mail.folder"_s);
    return folder.isEmpty()
               ? tr("Mail is put into a folder as .eml files and is not sent anywhere.")
               : tr("Mail is put into the folder %1 as .eml files and is not sent anywhere.").arg(folder);
}

void MailPage::showRelay()
{
    const auto say = [this](const QString &icon, const QString &sentence) {
        m_relayIcon->present(icon);
        m_relay->setText(sentence);
    };
    const QString problem = m_server.relayProblem();
    if (!problem.isEmpty())
        say(u"warning"_s, tr("Nothing leaves at present: %1 What waits is kept and tried again by itself.").arg(problem));
    else if (m_figures.mailStandsStill())
        say(u"warning"_s, tr("Mail that should have left at %1 is still waiting. Please make sure that Shirase or its server "
                             "runs, and look at the settings of the mail server.")
                              .arg(Texts::time(m_figures.overdueSince)));
    else
        say(u"done"_s, tr("It works.", "the way out of mail"));
}

void MailPage::clear()
{
    m_message->clear();
    m_error.reset();
    m_figures = {};
    m_held->present(0, false);
    presentStopped({});
    for (QLabel *label : {m_waiting, m_oldest, m_failed, m_failedMeaning, m_way})
        label->clear();
}

} // namespace shirase
