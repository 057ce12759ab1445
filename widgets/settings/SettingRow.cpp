// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/SettingRow.h"

#include "core/settings/SettingCheck.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ProblemLabel.h"
#include "widgets/common/Texts.h"
#include "widgets/settings/SettingEdit.h"
#include "widgets/settings/SettingTexts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// "organisation.name" of "organisation.name.en", and "en".
std::pair<QString, QString> parted(const QString &key)
{
    if (key.count(u'.') < 2)
        return {key, {}};
    return {key.section(u'.', 0, 1), key.section(u'.', 2)};
}

QLabel *quietLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (text.isEmpty())
        label->hide(); // never shown before it has a parent: it would be a window
    return label;
}

} // namespace

SettingRow::SettingRow(const SettingDefinition &definition, Dialogs &dialogs, SettingRowOptions options, QWidget *parent)
    : QWidget(parent)
    , m_definition(definition)
    , m_label(new QLabel)
    , m_edit(SettingEdit::make(definition, dialogs))
    , m_meanwhile(quietLabel({}))
{
    const auto [key, language] = parted(definition.key);
    const SettingWords words = SettingTexts::words(key);
    const QString name = SettingTexts::name(key);
    m_label->setText(language.isEmpty() ? words.label : Texts::language(language));
    m_label->setBuddy(m_edit->field());
    QWidget *field = m_edit->field();
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(language.isEmpty() ? name : name + u", "_s + Texts::language(language));
    const QString help = language.isEmpty() ? words.help : QString();
    field->setAccessibleDescription(help);
    m_problem = new ProblemLabel(definition.key, field);
    m_meanwhile->setObjectName(u"meanwhile_"_s + definition.key);

    auto *line = new QHBoxLayout;
    const bool isShort = m_edit->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
    line->addWidget(m_edit, isShort ? 0 : 1);
    if (options.withReset && !options.readOnly) {
        m_reset = new QToolButton;
        m_reset->setObjectName(u"reset_"_s + definition.key);
        m_reset->setIcon(icons::themed(u"edit-undo"_s, u"undo"_s));
        m_reset->setToolTip(tr("Back to the default"));
        m_reset->setAccessibleName(tr("%1: back to the default").arg(language.isEmpty() ? name : Texts::language(language)));
        line->addWidget(m_reset, 0, Qt::AlignTop);
        connect(m_reset, &QToolButton::clicked, this, &SettingRow::goToStandard);
    }
    if (isShort)
        line->addStretch(1); // what belongs to the field stands beside it
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    layout->addWidget(m_meanwhile);
    layout->addWidget(quietLabel(help));
    if (options.readOnly)
        m_edit->setReadOnly();
    connect(m_edit, &SettingEdit::edited, this, &SettingRow::onEdited);
}

void SettingRow::setStored(const QString &value, bool isSet, const QString &shown)
{
    const bool keeps = m_known && isChanged();
    const bool isNews = m_known && (value != m_stored || isSet != m_isSet);
    m_stored = value;
    m_shown = shown.isNull() ? value : shown;
    m_isSet = isSet;
    m_known = true;
    if (!keeps) {
        showStored();
    } else if (isNews) {
        m_meanwhile->setText(m_definition.kind == SettingDefinition::Kind::Text
                                 ? tr("Somebody else has changed this meanwhile: it is \"%1\" now.").arg(value)
                                 : tr("Somebody else has changed this meanwhile."));
        m_meanwhile->show();
    }
    adapt();
}

void SettingRow::type(const QString &value)
{
    m_edit->setValue(value);
    onEdited();
}

void SettingRow::showStored()
{
    m_toStandard = false;
    m_edit->setValue(m_shown);
    m_asShown = m_edit->value();
    m_problem->dismiss();
    m_meanwhile->hide();
}

bool SettingRow::isChanged() const
{
    return m_toStandard ? m_isSet : m_edit->value() != m_asShown;
}

std::optional<SettingChange> SettingRow::change() const
{
    if (!isChanged())
        return std::nullopt;
    const auto value = m_toStandard ? std::nullopt : std::optional(m_edit->value());
    return SettingChange{.key = m_definition.key, .value = value, .seen = m_stored};
}

bool SettingRow::check()
{
    if (!isChanged() || m_toStandard) {
        m_problem->dismiss();
        return true;
    }
    const Result<QString> value = checkedValue(m_definition, m_edit->value());
    if (value)
        m_problem->dismiss();
    else
        present(value.error().message);
    return value.has_value();
}

void SettingRow::present(const QString &problem)
{
    m_problem->present(SettingTexts::sentence(problem));
}

void SettingRow::revert()
{
    showStored();
    adapt();
    Q_EMIT edited();
}

void SettingRow::onEdited()
{
    m_toStandard = false;
    if (m_problem->isVisibleTo(this))
        check(); // what was wrong may be right by now
    adapt();
    Q_EMIT edited();
}

void SettingRow::goToStandard()
{
    m_edit->setValue(m_definition.standard);
    m_toStandard = true;
    m_problem->dismiss();
    adapt();
    Q_EMIT edited();
}

void SettingRow::adapt()
{
    QFont font = m_label->font();
    font.setBold(isChanged());
    m_label->setFont(font);
    if (m_reset)
        m_reset->setEnabled(m_toStandard ? false : m_isSet || isChanged());
}

} // namespace shirase
