// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/FieldHelp.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTextEdit>

#include <algorithm>
#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QLatin1StringView name; ///< of the field; what ends in * is how names begin
    const char *sentence;

    [[nodiscard]] bool isKind() const { return name.endsWith('*'_L1); }
    [[nodiscard]] bool fits(const QString &field) const
    {
        return isKind() ? field.startsWith(name.chopped(1)) : field == name;
    }
};

// Of the kinds, the first that fits counts.
constexpr std::array entries{
    Entry{"accountName"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The name stands in the record of what was done.")},
    Entry{"accountPassword"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "At least ten characters. Several words that nobody would guess are easy to "
                                         "remember.")},
    Entry{"accountPasswordAgain"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The same once more, so that a slip of the finger is noticed.")},
    Entry{"accountShow"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Shows the passwords as you type them. Make sure that nobody looks on.")},
    Entry{"auditAccountFilter"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Shows only what this account did.")},
    Entry{"auditActionFilter"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Shows only actions of this kind.")},
    Entry{"auditFrom"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The first day that is shown.")},
    Entry{"auditPeriodFilter"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Shows only entries of these days, Japanese time.")},
    Entry{"auditTable"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Who did what and when, the newest first. Nobody can change an entry without its "
                                         "being noticed.")},
    Entry{"auditUntil"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The last day that is shown.")},
    Entry{"backupFile"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Where the backup is written. Another disk survives this one.")},
    Entry{"backupKeys"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The file with the keys. Keep it on another medium than the backups.")},
    Entry{"chartNumbers"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The numbers of the chart as a table.")},
    Entry{"databasePasswordFile"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The password is read from this file and never stands in a setting.")},
    Entry{"databaseUrl"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The address of an empty PostgreSQL database for the registrations. Empty: a file "
                                         "in the folder.")},
    Entry{"erasePersonAddress"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The address that is to be forgotten. It is not written down anywhere.")},
    Entry{"facilityFrom"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The first day of registration that is shown.")},
    Entry{"facilityKindFilter"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Shows only places of this kind.")},
    Entry{"facilityPeriodFilter"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Shows only places that were registered in these days.")},
    Entry{"facilityPickerList"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The facilities that fit what is typed above.")},
    Entry{"facilityPickerSearch"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Type a part of the name, the address or the code; the arrow keys move through what"
                                         " is found.")},
    Entry{"facilitySearch"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "A part of the name, the address, the contact or the code. Width of letters, "
                                         "hiragana and katakana make no difference.")},
    Entry{"facilityStateFilter"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Shows only places in this state: in use, suspended or retired.")},
    Entry{"facilityTable"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The facilities that fit the search and the filters. A click on a heading sorts; "
                                         "with Ctrl or Shift you choose several.")},
    Entry{"facilityUntil"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The last day of registration that is shown.")},
    Entry{"fieldDialogNumber"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Choose the number that stands for the answer to what stands above.")},
    Entry{"fieldDialogText"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Type the answer to what stands above.")},
    Entry{"field_address"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The address of the place, beginning with the prefecture or the municipality.")},
    Entry{"field_aliases"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Other names of the place, one on each line. They are found by the search, and no "
                                         "notice may contain them.")},
    Entry{"field_contact_email"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Where the poster and links for corrections are sent.")},
    Entry{"field_contact_name"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Who answers for this place. It is not shown to visitors.")},
    Entry{"field_from"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The first day on which the event's code works.")},
    Entry{"field_kind"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "A shop, a public facility or an event. An event has days on which its code works.")},
    Entry{"field_name"_L1, QT_TRANSLATE_NOOP("FieldHelp", "What visitors read on the poster and on their phone.")},
    Entry{"field_phone"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The contact's telephone number. It is not shown to visitors.")},
    Entry{"field_postal_code"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Seven digits.")},
    Entry{"field_send_poster"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Sends the poster to the contact as soon as the place is registered.")},
    Entry{"field_until"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The last day on which the event's code works.")},
    Entry{"helpContents"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The chapters of the help.")},
    Entry{"helpHits"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Where the words were found.")},
    Entry{"helpSearch"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Finds words in the whole help.")},
    Entry{"helpText"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The help itself; links lead on.")},
    Entry{"importAgain"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Registers places once more that are registered already, with a code of their own.")},
    Entry{"importEncoding"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "How the file writes its characters. If names look wrong below, choose another.")},
    Entry{"importPosters"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Each contact gets a mail with the poster of the place.")},
    Entry{"importPreview"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The first rows of the file, as they are understood.")},
    Entry{"importProblems"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The rows that cannot be taken, and why. The others are not affected.")},
    Entry{"logInName"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The name of your account. An administrator gives it to you.")},
    Entry{"logInPassword"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The password of your account. After several wrong ones there is a pause that "
                                         "grows.")},
    Entry{"mail.quiet_hours.from"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "From this hour on, Japanese time, no notice is sent.")},
    Entry{"mail.quiet_hours.until"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "From this hour on, Japanese time, notices are sent again.")},
    Entry{"noticeFilter"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Which notices the list shows.")},
    Entry{"noticeTable"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The notices, the newest first. The one that is chosen is open beside the list.")},
    Entry{"passwordOld"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Proves that it is you who changes it.")},
    Entry{"posterSize"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "What is printed: one poster on a sheet, two smaller ones, a tent for tables, or "
                                         "cards to cut out.")},
    Entry{"quickSearch"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Finds facilities and notices from every page: type a part of a name, address or "
                                         "code, or the number of a notice, and press Enter.")},
    Entry{"recoveryCode"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The eight groups from the recovery sheet. Case does not matter.")},
    Entry{"recoveryName"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The account that is to get a new password.")},
    Entry{"recoverySafe"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Tick this once the sheet is where only the right people find it.")},
    Entry{"recoveryTyped"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Type the group from paper, not from the screen: it shows that the sheet can be "
                                         "read.")},
    Entry{"sendAt"_L1, QT_TRANSLATE_NOOP("FieldHelp", "When the sending begins, Japanese time.")},
    Entry{"sendLater"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Sends at the time beside it rather than at once; quiet hours are kept.")},
    Entry{"sendingFailures"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Who was not reached, by what the relay replied. There are no addresses here.")},
    Entry{"settingGroups"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The subjects of the settings.")},
    Entry{"setting_backup.hours"_L1, QT_TRANSLATE_NOOP("FieldHelp", "How often a backup is made by itself.")},
    Entry{"setting_backup.keep_days"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Older backups are removed by themselves.")},
    Entry{"setting_database.password_file"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "A file whose first line is the password of the database.")},
    Entry{"setting_database.url"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Where the registrations are. It is chosen when Shirase is set up.")},
    Entry{"setting_mail.transport"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Whether mail really leaves, or is put into a folder for trying things out.")},
    Entry{"setting_organisation.centre_phone"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The number that people call who have had a notice.")},
    Entry{"setting_organisation.contact_phone"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The number for questions about the system.")},
    Entry{"setting_organisation.logo"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Stands on posters and pages.")},
    Entry{"setting_organisation.system_name"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The name of this service on pages, posters and mails.")},
    Entry{"setting_vault.url"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Where the keys are. It is chosen when Shirase is set up.")},
    Entry{"setting_web.tls_key"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "PEM file with the private key of the certificate. Only this account may be able to"
                                         " read it.")},
    Entry{"sideBar"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The pages of this window. What your roles do not open is not listed.")},
    Entry{"staffTable"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The accounts, and when each has logged in last.")},
    Entry{"targetDay"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The day of the visit, Japanese time.")},
    Entry{"targetFrom"_L1, QT_TRANSLATE_NOOP("FieldHelp", "From then on, Japanese time.")},
    Entry{"targetTable"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The places and times of this case. A person who was at several of them gets one "
                                         "mail.")},
    Entry{"targetUntil"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Until then, Japanese time; this moment itself is not part of it.")},
    Entry{"targetWholeDay"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Everybody who registered there on this Japanese day, from midnight to midnight.")},
    Entry{"targetWindow"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Only those who registered there within this time, which may go past midnight.")},
    Entry{"templateList"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The texts that notices begin with.")},
    Entry{"templateTitle"_L1, QT_TRANSLATE_NOOP("FieldHelp", "What staff see in the list. People who are told do not see it.")},
    Entry{"testAddress"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "Where a copy of the text goes, so that you see it as people would.")},
    Entry{"testMailRecipient"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Where the test mail goes: an address that you can read.")},
    Entry{"testPosterSize"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The layout of the poster on the left.")},
    Entry{"textFaults"_L1, QT_TRANSLATE_NOOP("FieldHelp", "What is wrong with the text. A click leads to the place.")},
    Entry{"textKey"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The text that this notice begins with.")},
    Entry{"textLanguages"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The languages of the notice. Each person gets the one of the registration.")},
    Entry{"thresholdInfected"_L1, QT_TRANSLATE_NOOP("FieldHelp", "From so many infected people in a case.")},
    Entry{"thresholdKind"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The kind of place for which the row holds.")},
    Entry{"thresholdList"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "When a notice is recommended. The strongest threshold that a case reaches "
                                         "counts.")},
    Entry{"thresholdRecommendation"_L1, QT_TRANSLATE_NOOP("FieldHelp", "What is recommended then. The decision is "
                                                                       "yours.")},
    Entry{"thresholdRegistrations"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "From so many registrations at the place and in the time.")},
    Entry{"vaultUrl"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The address of a second, empty database for the keys, which backups leave out.")},
    Entry{"wordingSubject_*"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The subject in this language. Words in curly brackets are filled in by themselves.")},
    Entry{"web.languages.*"_L1, QT_TRANSLATE_NOOP("FieldHelp", "Pages, mails and notices are offered in this language.")},
    Entry{"importColumn_*"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The column of the file that holds this fact.")},
    Entry{"organisation.*"_L1, QT_TRANSLATE_NOOP("FieldHelp", "A part of the entry that is chosen in the list.")},
    Entry{"wordingBody_*"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "The text in this language. What a notice must not contain is marked while you "
                                         "type.")},
    Entry{"setting_*"_L1,
          QT_TRANSLATE_NOOP("FieldHelp", "What is set here holds at once for every window and for the web pages, unless a "
                                         "remark says otherwise.")},
    Entry{"subject_*"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The subject of the mail in this language.")},
    Entry{"from_*"_L1, QT_TRANSLATE_NOOP("FieldHelp", "From whom the mail comes, as people see it.")},
    Entry{"text_*"_L1, QT_TRANSLATE_NOOP("FieldHelp", "The text of the mail in this language.")},
};

// What describes a field itself says more than what holds for its kind.
QString sentenceFor(const QWidget &field)
{
    const auto entry = std::ranges::find_if(entries, [&](const Entry &each) { return each.fits(field.objectName()); });
    if (entry == entries.end() || (entry->isKind() && !field.accessibleDescription().isEmpty()))
        return field.accessibleDescription();
    return QCoreApplication::translate("FieldHelp", entry->sentence);
}

/// The line in a box and the list beneath it are the box's own.
bool isPartOfField(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractSpinBox *>(above))
            return true;
    }
    return false;
}

} // namespace

FieldHelp::FieldHelp(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FieldHelp::isField(const QWidget &widget)
{
    const bool takes = qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
                       || qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
                       || qobject_cast<const QTextEdit *>(&widget) || qobject_cast<const QCheckBox *>(&widget)
                       || qobject_cast<const QRadioButton *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget);
    return takes && !qobject_cast<const QHeaderView *>(&widget) && !isPartOfField(widget);
}

bool FieldHelp::eventFilter(QObject *receiver, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        auto *widget = qobject_cast<QWidget *>(receiver);
        if (widget && widget->whatsThis().isEmpty() && isField(*widget))
            widget->setWhatsThis(sentenceFor(*widget));
    }
    return QObject::eventFilter(receiver, event);
}

} // namespace shirase
