// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/WheelGuard.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// A page that scrolls, with fields at its beginning.
struct ScrolledPage
{
    ScrolledPage()
    {
        number->setValue(2);
        choice->addItems({u"a"_s, u"b"_s, u"c"_s});
        tabs->addTab(u"a"_s);
        tabs->addTab(u"b"_s);
        auto *inside = new QWidget;
        auto *layout = new QVBoxLayout(inside);
        for (QWidget *field : std::initializer_list<QWidget *>{number, choice, tabs, other})
            layout->addWidget(field);
        layout->addSpacing(2000);
        page.setWidget(inside);
        page.setWidgetResizable(true);
        page.resize(300, 200);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        other->setFocus();
    }

    [[nodiscard]] QList<int> values() const
    {
        return {number->value(), choice->currentIndex(), tabs->currentIndex()};
    }

    static void wheelOver(QWidget *widget)
    {
        const QPointF middle = widget->rect().center();
        QWheelEvent down(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&down); // else Qt does not let it go on to what is around
        qApp->notify(widget, &down);
    }

    QScrollArea page;
    QSpinBox *number = new QSpinBox;
    QComboBox *choice = new QComboBox;
    QTabBar *tabs = new QTabBar;
    QSpinBox *other = new QSpinBox; ///< has the keyboard
};

} // namespace

class tst_WheelGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_the_pointer_passes_over_stays_as_it_is_data()
    {
        using Field = std::function<QWidget *(const ScrolledPage &)>;
        QTest::addColumn<Field>("field");
        QTest::newRow("number") << Field([](const ScrolledPage &page) { return page.number; });
        QTest::newRow("its text") << Field(
            [](const ScrolledPage &page) { return page.number->findChild<QWidget *>(); });
        QTest::newRow("choice") << Field([](const ScrolledPage &page) { return page.choice; });
        QTest::newRow("tabs") << Field([](const ScrolledPage &page) { return page.tabs; });
    }
    void what_the_pointer_passes_over_stays_as_it_is()
    {
        QFETCH(std::function<QWidget *(const ScrolledPage &)>, field);
        const WheelGuard guard;
        const ScrolledPage page;
        const QList<int> before = page.values();
        ScrolledPage::wheelOver(field(page));
        QCOMPARE(page.values(), before);
        QVERIFY(page.page.verticalScrollBar()->value() > 0);
    }

    void a_field_with_the_keyboard_follows_the_wheel()
    {
        const WheelGuard guard;
        const ScrolledPage page;
        page.number->setFocus(Qt::OtherFocusReason);
        ScrolledPage::wheelOver(page.number);
        QCOMPARE(page.number->value(), 1);
        QCOMPARE(page.page.verticalScrollBar()->value(), 0);
    }
};

QTEST_MAIN(tst_WheelGuard)
#include "tst_WheelGuard.moc"
