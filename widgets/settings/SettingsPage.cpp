// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/SettingsPage.h"

#include "core/settings/RelatedService.h"
#include "core/staff/SettingDesk.h"
#include "widgets/checks/CheckLine.h"
#include "widgets/checks/TestMailBox.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBar.h"
#include "widgets/notices/ThresholdDialog.h"
#include "widgets/settings/PasswordFileEdit.h"
#include "widgets/settings/SettingForm.h"
#include "widgets/shell/ServerStatus.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString passwordFile = u"mail.password_file"_s;

} // namespace

SettingsPage::SettingsPage(PageContext context, SettingsReader &settings, const Installation &installation,
                           const ServerStatus &server, QWidget *parent)
    : Page(context, tr("Settings"), parent)
    , m_settings(settings)
    , m_installation(installation)
    , m_server(server)
    , m_message(new MessageBar(context.dialogs))
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"settingsPage"_s);
    m_list->setObjectName(u"settingGroups"_s);
    m_list->setAccessibleName(tr("Subjects"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    buildHeading();
    for (const SettingGroup group : SettingTexts::groups())
        addGroup(group);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 48);
    addChecks();
    auto *row = new QHBoxLayout;
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    content()->addWidget(m_message);
    content()->addLayout(row, 1);

    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    connect(m_message, &MessageBar::retryAsked, this, &SettingsPage::refresh);
    connect(&m_settings, &SettingsReader::read, this, [this] {
        if (session())
            present();
    });
    connect(&m_settings, &SettingsReader::failed, this, [this](const Error &error) {
        if (session())
            m_message->report(error);
    });
    adapt();
}

void SettingsPage::buildHeading()
{
    m_discard = new QPushButton(icons::themed(u"edit-undo"_s, u"undo"_s), tr("&Discard changes"));
    m_discard->setObjectName(u"settingsDiscard"_s);
    m_save = new QPushButton(icons::themed(u"document-save"_s, u"save"_s), tr("&Save changes"));
    m_save->setObjectName(u"settingsSave"_s);
    heading()->addWidget(m_discard);
    heading()->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::discard);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    // Not the button's own, which is its letter.
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_save, &QPushButton::click);
}

void SettingsPage::addGroup(SettingGroup group)
{
    const bool fixed = group == SettingGroup::Data;
    auto *form = new SettingForm(SettingTexts::keys(group), m_context.dialogs, {.withReset = true, .readOnly = fixed});
    m_list->addItem(SettingTexts::title(group));
    m_stack->addWidget(frame(group, form));
    m_groups.append({group, form});
    connect(form, &SettingForm::edited, this, &SettingsPage::adapt);
}

QWidget *SettingsPage::frame(SettingGroup group, SettingForm *form) const
{
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setSpacing(14);
    layout->addWidget(headingLabel(SettingTexts::title(group), 1.2));
    auto *introduction = new QLabel(SettingTexts::introduction(group));
    introduction->setWordWrap(true);
    layout->addWidget(introduction);
    layout->addWidget(form);
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"settingScroll"_s);
    scroll->setAccessibleName(SettingTexts::title(group));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

SettingForm *SettingsPage::form(SettingGroup group) const
{
    return std::ranges::find(m_groups, group, &Group::group)->form;
}

void SettingsPage::showSetting(const QString &key)
{
    const auto holds = [&key](const Group &group) { return group.form->row(key) != nullptr; };
    const auto group = std::ranges::find_if(m_groups, holds);
    if (group == m_groups.end())
        return;
    m_list->setCurrentRow(int(group - m_groups.begin()));
    group->form->goTo(group->form->row(key));
}

// Each check takes what is typed, saved or not.
void SettingsPage::addChecks()
{
    using Cancelled = Errands::Cancelled;
    const auto add = [this](SettingGroup group, const QString &name, const QString &button, auto prepare) {
        auto *line = new CheckLine(m_errands, name, button, std::move(prepare));
        m_checks.append(line);
        form(group)->addBelow(line);
    };
    add(SettingGroup::Web, u"checkPublicUrl"_s, tr("Do visitors &reach it?"), [this] {
        return [&all = m_installation, settings = asTyped()](const Cancelled &isCancelled) {
            return all.checkPublicUrl(settings, isCancelled);
        };
    });
    add(SettingGroup::Web, u"checkListening"_s, tr("Is the p&ort free?"), [this] {
        return [&all = m_installation, listen = asTyped().value(u"web.listen"_s), running = m_server.url()](const Cancelled &) {
            return all.checkListening(listen, running);
        };
    });
    add(SettingGroup::Web, u"checkCertificate"_s, tr("Is the certificate &good?"), [this] {
        return [&all = m_installation, settings = asTyped()](const Cancelled &) { return all.checkCertificate(settings); };
    });
    add(SettingGroup::Data, u"checkDatabases"_s, tr("Do the databases ans&wer?"), [this] {
        return [&all = m_installation, places = m_installation.dataPlaces(m_context.office.settings)](const Cancelled &) {
            return all.checkDatabases(places);
        };
    });
    m_testMail = new TestMailBox(m_installation, m_errands, [this] { return testMail(); });
    form(SettingGroup::Mail)->addBelow(m_testMail);
    connect(form(SettingGroup::Mail), &SettingForm::edited, m_testMail, &TestMailBox::forget);
    auto *thresholds = new QPushButton(tr("&Thresholds for recommendations…"));
    thresholds->setObjectName(u"settingsThresholds"_s);
    auto *cell = new QWidget;
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(thresholds);
    row->addStretch(1);
    form(SettingGroup::Notices)->addBelow(cell);
    connect(thresholds, &QPushButton::clicked, this, &SettingsPage::editThresholds);
}

void SettingsPage::editThresholds()
{
    ThresholdDialog(m_context, session(), this).exec();
}

void SettingsPage::refresh()
{
    m_message->clear();
    present();
    m_settings.readAgain();
}

void SettingsPage::present()
{
    const Settings &settings = m_context.office.settings;
    const DataAddresses places = m_installation.dataPlaces(settings);
    QMap<QString, QString> shown{{u"database.url"_s, places.database},
                                 {u"vault.url"_s, places.vault},
                                 {u"database.password_file"_s, places.passwordFile}};
    // While nobody has named any, those of the default profile are shown on the home page.
    if (const QString services = u"organisation.services"_s; !settings.isSet(services))
        shown.insert(services, servicesJson(settings));
    for (const Group &each : std::as_const(m_groups))
        each.form->present(settings, shown);
    adapt();
}

void SettingsPage::adapt()
{
    for (int i = 0; i < m_groups.size(); ++i) {
        QFont font = m_list->item(i)->font();
        font.setBold(!m_groups[i].form->changes().isEmpty());
        m_list->item(i)->setFont(font);
    }
    const bool changed = !changes().isEmpty();
    m_save->setEnabled(changed);
    m_discard->setEnabled(changed);
    for (CheckLine *line : std::as_const(m_checks))
        line->forget();
    showMailRows();
}

void SettingsPage::showMailRows()
{
    SettingForm *mail = form(SettingGroup::Mail);
    const bool smtp = asTyped().value(u"mail.transport"_s) == u"smtp";
    for (const QString &key : {u"mail.url"_s, u"mail.user"_s, passwordFile, u"mail.connections"_s, u"mail.per_domain_rate"_s})
        mail->setRowShown(key, smtp);
    mail->setRowShown(u"mail.folder"_s, !smtp);
}

QList<SettingChange> SettingsPage::changes() const
{
    QList<SettingChange> all;
    for (const Group &each : m_groups)
        all += each.form->changes();
    return all;
}

Settings SettingsPage::asTyped() const
{
    QList<SettingChange> typed = changes();
    typed.removeIf([](const SettingChange &change) { return change.value == PasswordFileEdit::typedMark; });
    return m_context.office.settings.with(typed);
}

Result<TestMail> SettingsPage::testMail() const
{
    SettingForm *mail = form(SettingGroup::Mail);
    if (SettingRow *bad = mail->firstProblem()) {
        mail->goTo(bad);
        return fail(ErrorCode::Invalid, tr("Please correct the field that is marked first."));
    }
    const auto *password = qobject_cast<const PasswordFileEdit *>(mail->row(passwordFile)->edit());
    return TestMail{.settings = asTyped(), .password = password->typed(), .recipient = {}};
}

bool SettingsPage::check()
{
    int group = -1;
    SettingRow *first = nullptr;
    for (int i = 0; i < m_groups.size(); ++i) {
        SettingRow *bad = m_groups[i].form->firstProblem();
        if (!bad || first)
            continue;
        first = bad;
        group = i;
    }
    if (!first)
        return true;
    m_list->setCurrentRow(group);
    m_groups[group].form->goTo(first);
    return false;
}

void SettingsPage::save()
{
    m_message->clear();
    const QList<SettingChange> wanted = changes();
    if (!session() || wanted.isEmpty() || !check())
        return;
    if (const Result<> stored = store(wanted); !stored) {
        present(); // shows what somebody else has changed
        m_message->report(stored.error());
        return;
    }
    for (const Group &each : std::as_const(m_groups))
        each.form->revert();
    present();
    m_message->inform(tr("Saved. It takes effect within two seconds."));
}

Result<> SettingsPage::store(QList<SettingChange> wanted)
{
    const QString before = m_context.office.settings.value(passwordFile);
    const auto change = std::ranges::find(wanted, passwordFile, &SettingChange::key);
    const bool typed = change != wanted.end() && change->value == PasswordFileEdit::typedMark;
    if (typed) {
        const auto *edit = qobject_cast<const PasswordFileEdit *>(form(SettingGroup::Mail)->row(passwordFile)->edit());
        const Result<QString> file = m_installation.keepMailPassword(edit->typed());
        if (!file)
            return passOn(file);
        change->value = *file;
    }
    Result<> stored =
        SettingDesk(m_context.office.settings, m_context.office.staff.audit()).change(*session(), wanted);
    if (change != wanted.end())
        m_installation.forgetMailPassword(stored ? before : typed ? *change->value : QString());
    return stored;
}

void SettingsPage::discard()
{
    if (!mayLeave())
        return;
    m_message->clear();
    present();
}

bool SettingsPage::mayLeave()
{
    const qsizetype unsaved = changes().size();
    if (unsaved == 0)
        return true;
    const QPointer<SettingsPage> self(this);
    const bool agreed = m_context.dialogs.confirm(this, {.title = title(),
                                                         .text = tr("Discard your changes?"),
                                                         .explanation = tr("%n settings are not saved.", "", int(unsaved)),
                                                         .action = tr("&Discard"),
                                                         .grave = true});
    if (!agreed || !self)
        return false;
    for (const Group &each : std::as_const(m_groups))
        each.form->revert();
    return true;
}

void SettingsPage::clear()
{
    m_errands.cancelAll();
    m_message->clear();
    m_testMail->forget();
    for (const Group &each : std::as_const(m_groups))
        each.form->revert();
}

void SettingsPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"settings/group"_s, m_list->currentRow());
}

void SettingsPage::restoreLayout(const QSettings &settings)
{
    const int last = settings.value(u"settings/group"_s).toInt();
    m_list->setCurrentRow(qBound(0, last, m_list->count() - 1));
}

} // namespace shirase
