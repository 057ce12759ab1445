// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"
#include "tests/app/desktop/FirstDay.h"
#include "tests/widgets/support/SourceClasses.h"
#include "tests/widgets/support/WindowTour.h"
#include "widgets/common/ReadableStyle.h"
#include "widgets/help/FieldHelp.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QComboBox>
#include <QDir>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QRadioButton>
#include <QTabBar>

#include <vector>

using namespace Qt::StringLiterals;
using namespace shirase;

/// What holds for every page, dialog and step of the window (REQUIREMENTS S10), in the language of the environment: CTest
/// runs this in English and in Japanese.
class tst_Manners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyEntryOfAMenuHasALetterOfItsOwn();
    void everyPageAndDialogHasAStop();
    void everyPlaceIsWellMannered_data();
    void everyPlaceIsWellMannered();

private:
    /// Sees parts that are shown before they are put anywhere: each would be a window for a moment, and take the keyboard.
    class StrayWindows;
    std::unique_ptr<StrayWindows> m_strays;
};

/// With SHIRASE_PICTURES=FOLDER the same walk, in the palette of SHIRASE_PALETTE, saves a picture of each stop instead.
class WindowPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picture_data();
    void picture();
};

namespace {

/// Fails with a line per fault.
#define QVERIFY_NONE(faults) QVERIFY2((faults).isEmpty(), qPrintable(u'\n' + (faults).join(u'\n')))

/// Letters, and whose they are.
class Letters
{
public:
    void add(const QString &text, const QString &whose)
    {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (letter.isEmpty())
            return;
        const QString key = letter.toString();
        if (m_owners.contains(key))
            m_faults << u"%1: %2 and %3"_s.arg(key, m_owners[key], whose);
        m_owners.insert(key, whose);
    }
    [[nodiscard]] QStringList faults() const { return m_faults; }

private:
    QMap<QString, QString> m_owners;
    QStringList m_faults;
};

void checkMenu(QMenu &menu, const QString &path, QStringList &faults)
{
    Q_EMIT menu.aboutToShow();
    Letters letters;
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = path + u" › "_s + action->text();
        if (QKeySequence::mnemonic(action->text()).isEmpty())
            faults << u"no letter: "_s + text;
        letters.add(action->text(), text);
        if (action->menu())
            checkMenu(*action->menu(), text, faults);
    }
    faults << letters.faults();
}

/// The letters that Alt takes while this window is in front.
Letters lettersOf(const QWidget &front)
{
    Letters letters;
    for (const QWidget *widget : front.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &front)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *box = qobject_cast<const QGroupBox *>(widget);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            letters.add(button->text(), button->text());
        else if (label && label->buddy())
            letters.add(label->text(), label->text());
        else if (box)
            letters.add(box->title(), box->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                letters.add(tabs->tabText(i), tabs->tabText(i));
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : bar->actions())
                letters.add(action->text(), action->text());
        }
    }
    return letters;
}

bool needsName(const QAccessibleInterface &part)
{
    switch (part.role()) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::EditableText:
    case QAccessible::ProgressBar:
    case QAccessible::Table:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Dialog:
    case QAccessible::Window:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
        return true;
    default:
        return false;
    }
}

/// The field within a box that has a name of its own.
bool isInNamedField(const QAccessibleInterface &part)
{
    const QAccessibleInterface *above = part.parent();
    return above && (above->role() == QAccessible::ComboBox || above->role() == QAccessible::SpinBox) &&
           !above->text(QAccessible::Name).isEmpty();
}

QString describe(const QAccessibleInterface &part)
{
    const QObject *object = part.object();
    QString place;
    for (const QObject *above = object; above; above = above->parent())
        place = u'/' + QString::fromLatin1(above->metaObject()->className()) + u'#' + above->objectName() + place;
    return u"role %1 %2"_s.arg(int(part.role())).arg(place.right(200));
}

void walk(QAccessibleInterface &part, QStringList &faults, int &visited)
{
    if (part.state().invisible)
        return;
    ++visited;
    if (part.role() == QAccessible::NoRole)
        faults << u"no role: "_s + describe(part);
    if (needsName(part) && part.text(QAccessible::Name).trimmed().isEmpty() && !isInNamedField(part))
        faults << u"no name: "_s + describe(part);
    // What a table or list holds is its model's; what a field holds, such as the picture of a magnifying glass, is its own.
    if (part.tableInterface() || part.role() == QAccessible::ComboBox || part.role() == QAccessible::EditableText)
        return;
    for (int i = 0; i < part.childCount(); ++i) {
        if (QAccessibleInterface *child = part.child(i))
            walk(*child, faults, visited);
    }
}

/// The models of what is in front keep the rules of QAbstractItemModel while this lives.
class Testers
{
public:
    explicit Testers(const QWidget &front)
    {
        for (const QAbstractItemView *view : front.findChildren<QAbstractItemView *>()) {
            if (!view->model())
                continue;
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
                view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
            m_testers.back()->setUseFetchMore(false); // as in tst_WindowModels
        }
    }

private:
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

QString nameOf(const QWidget &widget)
{
    return u"%1#%2"_s.arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
}

QStringList withoutHelp(const QWidget &front)
{
    QStringList faults;
    for (const QWidget *widget : front.findChildren<QWidget *>()) {
        const bool isSeen = widget->isVisible() && widget->window() == &front;
        if (isSeen && FieldHelp::isField(*widget) && widget->whatsThis().isEmpty() && widget->toolTip().isEmpty())
            faults << u"says not what it is for: "_s + nameOf(*widget);
    }
    return faults;
}

/// Whether Tab stops there: of choices that exclude each other at the chosen one alone, and the arrows do the rest.
bool isTabStop(const QWidget &widget, const QWidget &front)
{
    const auto *choice = qobject_cast<const QRadioButton *>(&widget);
    return widget.isVisible() && widget.isEnabled() && widget.window() == &front && !widget.focusProxy() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && (!choice || choice->isChecked());
}

/// What cannot be used without a mouse (WCAG 2.2 SC 2.1.1, 2.1.2).
QStringList notReachedByTab(QWidget &front)
{
    QSet<const QWidget *> missing;
    for (const QWidget *widget : front.findChildren<QWidget *>()) {
        if (isTabStop(*widget, front))
            missing.insert(widget);
    }
    WindowTest::activate(front);
    constexpr int mostWithin = 10; // the parts of a date, the links of a text
    const qsizetype most = mostWithin * (missing.size() + 1);
    int within = 0;
    for (qsizetype i = 0; i < most && !missing.isEmpty(); ++i) {
        QWidget *focus = QApplication::focusWidget();
        missing.remove(focus);
        QTest::keyClick(focus ? focus : &front, Qt::Key_Tab);
        within = focus == QApplication::focusWidget() ? within + 1 : 0;
        if (focus && within > mostWithin && !missing.isEmpty())
            return {u"keeps the keyboard: "_s + nameOf(*focus)};
    }
    QStringList faults;
    for (const QWidget *widget : std::as_const(missing)) {
        if (isTabStop(*widget, front)) // what Tab went past may have changed it
            faults << u"Tab does not come to "_s + nameOf(*widget);
    }
    return faults;
}

bool isSeenIn(const QWidget &front, const QWidget &widget)
{
    return widget.isVisible() && widget.window() == &front;
}

/// Rows too low to be hit (WCAG 2.2 SC 2.5.8).
QStringList lowRows(const QWidget &front)
{
    QStringList faults;
    for (const QAbstractItemView *view : front.findChildren<QAbstractItemView *>()) {
        if (!isSeenIn(front, *view) || qobject_cast<const QHeaderView *>(view) || !view->model())
            continue;
        const QRect row = view->visualRect(view->indexAt({2, 2}));
        if (row.isValid() && row.height() < ReadableStyle::leastRow)
            faults << u"rows of %1 pixels: %2"_s.arg(QString::number(row.height()), nameOf(*view));
    }
    return faults;
}

bool isEntry(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget);
}

/// Fields and buttons that have less room than they need. What is within a field is its own.
QStringList squashed(const QWidget &front)
{
    QStringList faults;
    for (const QWidget *widget : front.findChildren<QWidget *>()) {
        const bool isWhole =
            (isEntry(widget) || qobject_cast<const QAbstractButton *>(widget)) && !isEntry(widget->parentWidget());
        const QSize least = isWhole ? widget->minimumSizeHint() : QSize();
        if (isWhole && isSeenIn(front, *widget) && (widget->height() < least.height() || widget->width() < least.width()))
            faults << u"squashed to %1 × %2: %3"_s.arg(QString::number(widget->width()), QString::number(widget->height()),
                                                       nameOf(*widget));
    }
    return faults;
}

/// What a layout put over each other: a part that grew when those around it had their places already.
QStringList overlapping(const QWidget &front)
{
    QStringList faults;
    for (const QWidget *around : front.findChildren<QWidget *>()) {
        if (!around->layout() || !isSeenIn(front, *around))
            continue;
        QList<const QWidget *> before;
        for (const QWidget *part : around->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (!part->isVisible() || part->isWindow())
                continue;
            for (const QWidget *other : std::as_const(before)) {
                if (part->geometry().intersects(other->geometry()))
                    faults << u"over each other: %1 and %2"_s.arg(nameOf(*other), nameOf(*part));
            }
            before << part;
        }
    }
    return faults;
}

/// Pictures that are not drawn for the screen's pixels.
QStringList blurred(const QWidget &front)
{
    QStringList faults;
    for (const QLabel *label : front.findChildren<QLabel *>()) {
        const QPixmap picture = label->pixmap(Qt::ReturnByValue);
        if (isSeenIn(front, *label) && !picture.isNull() && picture.devicePixelRatio() != label->devicePixelRatioF())
            faults << u"blurred: "_s + nameOf(*label);
    }
    return faults;
}

/// Dialogs go at Escape, but for those that may not: a sheet that nobody has yet, and the log-in, which ends the program.
QStringList notLeftByEscape(QWidget &front)
{
    const QPointer<QDialog> dialog = qobject_cast<QDialog *>(&front);
    if (!dialog || dialog->objectName() == u"recoveryCodeDialog" || dialog->objectName() == u"logInDialog")
        return {};
    QTest::keyClick(dialog, Qt::Key_Escape);
    if (!QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); }))
        return {u"stays at Escape: "_s + nameOf(front)};
    return {};
}

/// The steps of the first start, each over the window of the walk, which keeps the wizard alive.
QList<TourStop> setUpTour()
{
    QList<TourStop> stops;
    for (const auto &[step, page] : {std::pair("Welcome", u"WelcomePage"_s), {"Organisation", u"OrganisationPage"_s},
                                     {"Account", u"AccountPage"_s}, {"Recovery", u"RecoveryPage"_s},
                                     {"Address", u"AddressPage"_s}, {"Mail", u"MailServerPage"_s},
                                     {"Summary", u"SummaryPage"_s}, {"Poster", u"TestPosterPage"_s}}) {
        stops.append({u"set-up-"_s + QString::fromLatin1(step).toLower(),
                      [step](WindowTest &test) {
                          const auto day = std::make_shared<FirstDay>();
                          QObject::connect(test.window.get(), &QObject::destroyed, qApp, [day] {});
                          day->goTo(("setUp" + QByteArray(step)).constData());
                          if (qstrcmp(step, "Poster") == 0)
                              QTRY_VERIFY(day->find<QAbstractButton>("testPosterSave")->isEnabled());
                      },
                      {u"SetUpWizard"_s, page}});
    }
    return stops;
}

void addStops()
{
    QTest::addColumn<TourStop>("stop");
    for (const TourStop &stop : windowTour() + setUpTour())
        QTest::newRow(qPrintable(stop.name)) << stop;
}

} // namespace

class tst_Manners::StrayWindows : public QObject
{
public:
    StrayWindows() { qApp->installEventFilter(this); }
    [[nodiscard]] const QStringList &seen() const { return m_seen; }

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override
    {
        const auto *widget = event->type() == QEvent::Show ? qobject_cast<QWidget *>(receiver) : nullptr;
        if (widget && widget->isWindow() && widget->windowType() == Qt::Window && widget->windowTitle().isEmpty())
            m_seen << u"%1#%2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        return false;
    }

private:
    QStringList m_seen;
};

void tst_Manners::initTestCase()
{
    installTranslations(*qApp);
}

void tst_Manners::init()
{
    m_strays = std::make_unique<StrayWindows>();
}

void tst_Manners::cleanup()
{
    QVERIFY_NONE(m_strays->seen());
}

void tst_Manners::everyEntryOfAMenuHasALetterOfItsOwn()
{
    QStringList faults;
    visitStop({u"window"_s, [](WindowTest &) {}}, [&](WindowTest &test, QWidget &) {
        Letters titles;
        for (QAction *action : test.window->menuBar()->actions()) {
            if (QKeySequence::mnemonic(action->text()).isEmpty())
                faults << u"no letter: "_s + action->text();
            titles.add(action->text(), action->text());
            checkMenu(*action->menu(), action->text(), faults);
        }
        faults << titles.faults();
    });
    QVERIFY_NONE(faults);
}

// Whoever adds a page or a dialog is held to all that is tested on this walk, and on that of tst_LargeOffice.
void tst_Manners::everyPageAndDialogHasAStop()
{
    QStringList missing = classesFrom({u"Page"_s, u"QDialog"_s, u"QMessageBox"_s, u"QWizard"_s, u"QWizardPage"_s});
    QVERIFY(missing.size() > 20);
    for (const TourStop &stop : windowTour() + setUpTour())
        missing.removeIf([&](const QString &name) { return stop.shows.contains(name); });
    QVERIFY_NONE(missing);
}

void tst_Manners::everyPlaceIsWellMannered_data()
{
    addStops();
}

// One visit for all that has to hold: to open a place takes the time.
void tst_Manners::everyPlaceIsWellMannered()
{
    QFETCH(TourStop, stop);
    QStringList faults;
    int heard = 0;
    visitStop(stop, [&](WindowTest &, QWidget &front) {
        QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&front);
        QVERIFY(root);
        walk(*root, faults, heard);
        faults << lettersOf(front).faults() << withoutHelp(front);
        faults << lowRows(front) << squashed(front) << overlapping(front) << blurred(front);
        {
            const Testers testers(front);
            faults << notReachedByTab(front);
        }
        faults << notLeftByEscape(front);
    });
    faults.removeDuplicates();
    QVERIFY_NONE(faults);
    QVERIFY(heard > 3);
}

void WindowPictures::initTestCase()
{
    installTranslations(*qApp);
    if (qEnvironmentVariable("SHIRASE_PALETTE") != u"dark")
        return;
    QPalette dark(QColor(53, 53, 53), QColor(45, 45, 45));
    dark.setColor(QPalette::Base, QColor(35, 35, 35));
    dark.setColor(QPalette::Link, QColor(120, 180, 255));
    dark.setColor(QPalette::Highlight, QColor(42, 100, 180));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    QApplication::setPalette(dark);
}

void WindowPictures::picture_data()
{
    addStops();
}

void WindowPictures::picture()
{
    QFETCH(TourStop, stop);
    const QString folder = qEnvironmentVariable("SHIRASE_PICTURES");
    QVERIFY(QDir().mkpath(folder));
    visitStop(stop, [&](WindowTest &, QWidget &front) {
        QVERIFY(front.grab().save(u"%1/%2.png"_s.arg(folder, stop.name)));
    });
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(new ReadableStyle); // as the program does
    tst_Manners manners;
    WindowPictures pictures;
    QObject *asked = qEnvironmentVariableIsEmpty("SHIRASE_PICTURES") ? static_cast<QObject *>(&manners) : &pictures;
    return QTest::qExec(asked, argc, argv);
}

#include "tst_Manners.moc"
