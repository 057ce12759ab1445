// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"
#include "tests/app/Letters.h"
#include "tests/app/Manners.h"
#include "tests/app/desktop/FirstDay.h"
#include "tests/widgets/support/SourceClasses.h"
#include "tests/widgets/support/WindowTour.h"
#include "widgets/common/ReadableStyle.h"

#include <QAbstractButton>
#include <QDir>
#include <QMenu>
#include <QMenuBar>

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
        faults << manners::notTold(front, heard) << lettersOf(front).faults() << manners::withoutHelp(front);
        faults << manners::lowRows(front) << manners::squashed(front) << manners::loose(front)
               << manners::overlapping(front) << manners::blurred(front);
        {
            const manners::Testers testers(front);
            faults << manners::notReachedByTab(front);
        }
        faults << manners::notLeftByEscape(front);
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
