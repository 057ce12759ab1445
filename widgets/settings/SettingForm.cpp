// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/SettingForm.h"

#include "widgets/common/BringIntoView.h"
#include "widgets/settings/SettingEdit.h"
#include "widgets/settings/SettingTexts.h"

#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QFormLayout *formIn(QWidget *widget)
{
    auto *form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    return form;
}

QStringList otherLanguages()
{
    QStringList languages = Settings::find(u"web.languages"_s)->choices;
    languages.removeOne(u"ja"_s);
    return languages;
}

} // namespace

SettingForm::SettingForm(const QStringList &keys, Dialogs &dialogs, SettingRowOptions options, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_options(options)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    auto *rows = new QWidget;
    m_form = formIn(rows);
    m_layout->addWidget(rows);
    for (const QString &key : keys) {
        const SettingDefinition definition = *Settings::find(key);
        addRow(m_form, definition);
        if (definition.localised)
            addLanguages(key);
    }
}

SettingRow *SettingForm::addRow(QFormLayout *form, const SettingDefinition &definition)
{
    auto *row = new SettingRow(definition, m_dialogs, m_options);
    form->addRow(row->label(), row);
    m_rows << row;
    connect(row, &SettingRow::edited, this, &SettingForm::edited);
    return row;
}

void SettingForm::addLanguages(const QString &key)
{
    Fold fold{new QToolButton, new QWidget};
    fold.button->setObjectName(u"languages_"_s + key);
    fold.button->setText(tr("Other languages"));
    fold.button->setAccessibleName(tr("%1: other languages").arg(SettingTexts::name(key)));
    fold.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold.button->setArrowType(Qt::RightArrow);
    fold.button->setAutoRaise(true);
    fold.button->setCheckable(true);
    fold.content->hide();
    QFormLayout *form = formIn(fold.content);
    form->setContentsMargins(16, 0, 0, 0);
    auto *cell = new QVBoxLayout;
    cell->addWidget(fold.button);
    cell->addWidget(fold.content);
    m_form->addRow(QString(), cell);
    for (const QString &language : otherLanguages())
        addRow(form, *Settings::find(key + u'.' + language));
    connect(fold.button, &QToolButton::toggled, this, [fold](bool open) {
        fold.content->setVisible(open);
        fold.button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    m_folds.insert(key, fold);
}

SettingRow *SettingForm::row(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &SettingRow::key);
    return found == m_rows.end() ? nullptr : *found;
}

// Not QFormLayout::setRowVisible(): as of Qt 6.4 a hidden row keeps the number of the place where it was, and
// the row that has come there gets its height, which is none.
void SettingForm::setRowShown(const QString &key, bool shown)
{
    SettingRow *row = this->row(key);
    if (m_left.contains(row) != shown)
        return;
    if (shown) {
        m_form->insertRow(placeOf(row), row->label(), row);
        m_left.removeOne(row);
    } else {
        const QFormLayout::TakeRowResult taken = m_form->takeRow(row);
        delete taken.labelItem;
        delete taken.fieldItem;
        m_left.append(row);
    }
    row->label()->setVisible(shown);
    row->setVisible(shown);
}

// Before the next one that is shown.
int SettingForm::placeOf(const SettingRow *row) const
{
    for (qsizetype i = m_rows.indexOf(row) + 1; i < m_rows.size(); ++i) {
        int place = -1;
        QFormLayout::ItemRole role = QFormLayout::FieldRole;
        m_form->getWidgetPosition(m_rows[i], &place, &role);
        if (place >= 0)
            return place;
    }
    return m_form->rowCount();
}

void SettingForm::addBelow(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void SettingForm::present(const Settings &settings, const QMap<QString, QString> &shown)
{
    for (SettingRow *row : std::as_const(m_rows))
        row->setStored(settings.value(row->key()), settings.isSet(row->key()), shown.value(row->key()));
}

QList<SettingChange> SettingForm::changes() const
{
    QList<SettingChange> changes;
    for (const SettingRow *row : m_rows) {
        const std::optional<SettingChange> change = row->change();
        if (change && !m_left.contains(row))
            changes.append(*change);
    }
    return changes;
}

SettingRow *SettingForm::firstProblem()
{
    SettingRow *first = nullptr;
    for (SettingRow *row : std::as_const(m_rows)) {
        if (!m_left.contains(row) && !row->check() && !first)
            first = row;
    }
    return first;
}

void SettingForm::goTo(SettingRow *row)
{
    for (const auto &[key, fold] : m_folds.asKeyValueRange()) {
        if (row->key().startsWith(key + u'.'))
            fold.button->setChecked(true);
    }
    row->edit()->setFocus(Qt::OtherFocusReason);
    bringIntoView(*row);
}

void SettingForm::revert()
{
    for (SettingRow *row : std::as_const(m_rows))
        row->revert();
}

} // namespace shirase
