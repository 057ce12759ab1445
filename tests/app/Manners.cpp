// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/Manners.h"

#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/ReadableStyle.h"
#include "widgets/help/FieldHelp.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>

namespace shirase::manners {

using namespace Qt::StringLiterals;

namespace {

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
    const auto *field = qobject_cast<const QWidget *>(part.object());
    if (field && FieldHelp::isField(*field) && part.text(QAccessible::Description).isEmpty() &&
        part.text(QAccessible::Help).isEmpty())
        faults << u"no description: "_s + describe(part);
    // What a table or list holds is its model's; what a field holds, such as the picture of a magnifying glass, is its own.
    if (part.tableInterface() || part.role() == QAccessible::ComboBox || part.role() == QAccessible::EditableText)
        return;
    for (int i = 0; i < part.childCount(); ++i) {
        if (QAccessibleInterface *child = part.child(i))
            walk(*child, faults, visited);
    }
}

QString nameOf(const QWidget &widget)
{
    return u"%1#%2"_s.arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
}

bool isSeenIn(const QWidget &front, const QWidget &widget)
{
    return widget.isVisible() && widget.window() == &front;
}

/// Whether Tab stops there: of choices that exclude each other at the chosen one alone, and the arrows do the rest.
bool isTabStop(const QWidget &widget, const QWidget &front)
{
    const auto *choice = qobject_cast<const QRadioButton *>(&widget);
    return isSeenIn(front, widget) && widget.isEnabled() && !widget.focusProxy() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && (!choice || choice->isChecked());
}

bool isEntry(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget);
}

} // namespace

QStringList notTold(QWidget &front, int &heard)
{
    QStringList faults;
    if (QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&front))
        walk(*root, faults, heard);
    return faults;
}

Testers::Testers(const QWidget &front)
{
    for (const QAbstractItemView *view : front.findChildren<QAbstractItemView *>()) {
        if (!view->model())
            continue;
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        m_testers.back()->setUseFetchMore(false); // as in tst_WindowModels
    }
}

QStringList withoutHelp(const QWidget &front)
{
    QStringList faults;
    for (const QWidget *widget : front.findChildren<QWidget *>()) {
        if (isSeenIn(front, *widget) && FieldHelp::isField(*widget) && widget->whatsThis().isEmpty() && widget->toolTip().isEmpty())
            faults << u"says not what it is for: "_s + nameOf(*widget);
    }
    return faults;
}

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

QStringList loose(const QWidget &front)
{
    const QLayout *layout = front.layout();
    if (!qobject_cast<const QDialog *>(&front) || front.testAttribute(Qt::WA_Resized) || !layout->hasHeightForWidth())
        return {};
    const int spare = front.height() - layout->totalHeightForWidth(front.width());
    return spare > 0 ? QStringList{u"%1 pixels to spare: %2"_s.arg(QString::number(spare), nameOf(front))} : QStringList();
}

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

QStringList notLeftByEscape(QWidget &front)
{
    const QPointer<QDialog> dialog = qobject_cast<QDialog *>(&front);
    if (!dialog || dialog->objectName() == u"logInDialog")
        return {};
    QTest::keyClick(dialog, Qt::Key_Escape);
    if (!QTest::qWaitFor([&] { return !dialog || !dialog->isVisible(); }))
        return {u"stays at Escape: "_s + nameOf(front)};
    return {};
}

} // namespace shirase::manners
