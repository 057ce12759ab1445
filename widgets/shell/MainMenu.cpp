// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MainMenu.h"

#include "widgets/common/ButtonMenu.h"
#include "widgets/common/Icons.h"
#include "widgets/shell/EditMenu.h"

#include <QWhatsThis>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr Roles anybody; // who is logged in
}

MainMenu::MainMenu(QUndoStack *undo, std::function<bool()> showUndone, QWidget *parent)
    : QMenuBar(parent)
    , m_edit(new EditMenu(undo, std::move(showUndone), this))
{
    setObjectName(u"mainMenu"_s);
    buildFile();
    addMenu(m_edit);
    buildPageActs();
    buildView();
    buildHelp();
    adapt();
}

QAction *MainMenu::add(QMenu *menu, Act act, const QString &name, const QString &text, Need need,
                       const QIcon &icon)
{
    QAction *action = menu->addAction(icon, text);
    action->setObjectName(name);
    m_acts.insert(act, {action, need});
    return action;
}

void MainMenu::buildFile()
{
    QMenu *file = addMenu(tr("&File"));
    add(file, Act::NewFacility, u"actionNewFacility"_s, tr("New &facility…"), Role::Facilities,
        icons::own(u"facilities"_s))
        ->setShortcut(QKeySequence::New);
    add(file, Act::NewNotice, u"actionNewNotice"_s, tr("New n&otice"), Role::Notices, icons::own(u"notices"_s))
        ->setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_N));
    add(file, Act::Import, u"actionImport"_s, tr("&Import facilities…"), Role::Facilities,
        icons::themed(u"document-import"_s, u"import"_s));
    add(file, Act::ExportFacilities, u"actionExport"_s, tr("&Export the list of facilities…"), Role::Facilities,
        icons::themed(u"document-export"_s, u"save"_s));
    add(file, Act::NoticeTexts, u"actionNoticeTexts"_s, tr("Notice &texts…"), anybody, icons::own(u"edit"_s));
    add(file, Act::ErasePerson, u"actionErasePerson"_s, tr("E&rase a visitor's registrations…"),
        Role::Notices | Role::Approval, icons::themed(u"edit-delete"_s, u"remove"_s));
    file->addSeparator();
    add(file, Act::Print, u"actionPrint"_s, tr("&Print poster…"), anybody,
        icons::themed(u"document-print"_s, u"print"_s))
        ->setShortcut(QKeySequence::Print);
    add(file, Act::PrintPreview, u"actionPrintPreview"_s, tr("Print pre&view…"), anybody,
        icons::themed(u"document-print-preview"_s, u"preview"_s));
    file->addSeparator();
    add(file, Act::BackUp, u"actionBackUp"_s, tr("&Back up…"), Role::Administrator,
        icons::themed(u"document-save"_s, u"save"_s));
    add(file, Act::ChangePassword, u"actionChangePassword"_s, tr("Change your pass&word…"), anybody,
        icons::own(u"user"_s));
    add(file, Act::Lock, u"actionLock"_s, tr("&Lock"), anybody, icons::own(u"lock"_s))
        ->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_L));
    QAction *quit = add(file, Act::Quit, u"actionQuit"_s, tr("&Quit"), {},
                        icons::themed(u"application-exit"_s, u"close"_s));
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
}

void MainMenu::buildPageActs()
{
    m_pageActs = addMenu(tr("&Actions"));
    connect(m_pageActs, &QMenu::aboutToShow, this, &MainMenu::fillPageActs);
}

void MainMenu::fillPageActs()
{
    qDeleteAll(m_pageActs->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    m_pageActs->clear();
    if (m_page && m_roles)
        addButtons(*m_pageActs, *m_page);
    if (m_pageActs->isEmpty())
        m_pageActs->addAction(tr("&Nothing can be done here"))->setEnabled(false);
}

void MainMenu::buildView()
{
    m_view = addMenu(tr("&View"));
    m_afterPages = m_view->addSeparator();
    add(m_view, Act::Search, u"actionSearch"_s, tr("&Search"), anybody, icons::own(u"search"_s))
        ->setShortcuts({QKeyCombination(Qt::CTRL, Qt::Key_K), QKeySequence::Find});
    add(m_view, Act::Refresh, u"actionRefresh"_s, tr("&Refresh"), anybody,
        icons::themed(u"view-refresh"_s, u"refresh"_s))
        ->setShortcut(QKeySequence::Refresh);
}

void MainMenu::buildHelp()
{
    QMenu *help = addMenu(tr("&Help"));
    add(help, Act::Help, u"actionHelp"_s, tr("&Help about this place"), {},
        icons::themed(u"help-contents"_s, u"help"_s))
        ->setShortcut(QKeySequence::HelpContents);
    QAction *whatsThis = QWhatsThis::createAction(help);
    whatsThis->setText(tr("&What's this?"));
    whatsThis->setObjectName(u"actionWhatsThis"_s);
    help->addAction(whatsThis);
    m_acts.insert(Act::WhatsThis, {whatsThis, {}});
    add(help, Act::About, u"actionAbout"_s, tr("&About Shirase"), {},
        icons::themed(u"help-about"_s, u"problem"_s))
        ->setMenuRole(QAction::AboutRole);
}

void MainMenu::addPage(const QString &title)
{
    const int page = int(m_pages.size());
    const int digit = page + 1;
    auto *action = new QAction(u"&%1 %2"_s.arg(digit).arg(title), m_view);
    action->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_0 + digit)));
    m_view->insertAction(m_afterPages, action);
    m_pages << action;
    connect(action, &QAction::triggered, this, [this, page] { Q_EMIT pageAsked(page); });
    adapt();
}

void MainMenu::setPageOffered(int page, bool offered)
{
    m_pages[page]->setVisible(offered);
}

void MainMenu::setSession(const Session *session)
{
    m_roles = session ? std::optional(session->account().roles) : std::nullopt;
    adapt();
}

void MainMenu::setPosterShown(bool shown)
{
    m_posterShown = shown;
    adapt();
}

void MainMenu::adapt()
{
    for (const Entry &entry : std::as_const(m_acts)) {
        entry.action->setEnabled(!entry.need || (m_roles && (*entry.need == anybody ||
                                                             m_roles->testAnyFlags(*entry.need))));
    }
    for (QAction *page : std::as_const(m_pages))
        page->setEnabled(m_roles.has_value());
    for (const Act printing : {Act::Print, Act::PrintPreview})
        action(printing)->setEnabled(m_roles && m_posterShown);
    m_edit->setLocked(!m_roles);
    m_pageActs->menuAction()->setEnabled(m_roles.has_value());
}

} // namespace shirase
