// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/PlainEdits.h"

#include "core/settings/SettingCheck.h"
#include "widgets/common/Dialogs.h"
#include "widgets/common/Texts.h"
#include "widgets/settings/SettingTexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QuietHours usualHours{.from = 21, .until = 8};

QString placeholderOf(const SettingDefinition &definition)
{
    using Kind = SettingDefinition::Kind;
    switch (definition.kind) {
    case Kind::Url:
        return definition.key.startsWith(u"mail."_s) ? u"smtp://mail.example.jp:587"_s : u"https://shirase.example.jp"_s;
    case Kind::HostPort:
        return u"127.0.0.1:8080"_s;
    case Kind::Address:
        return u"shirase@example.jp"_s;
    case Kind::Hosts:
        return u"www.shirase.example.jp"_s;
    case Kind::Subnets:
        return u"192.0.2.0/24"_s;
    default:
        return {};
    }
}

} // namespace

LineEdit::LineEdit(const SettingDefinition &definition, QWidget *parent)
    : SettingEdit(parent)
    , m_line(new QLineEdit)
{
    setField(m_line, definition.key);
    m_line->setPlaceholderText(placeholderOf(definition));
    makeRow()->addWidget(m_line, 1);
    connect(m_line, &QLineEdit::textEdited, this, &SettingEdit::edited);
}

QString LineEdit::value() const
{
    return m_line->text();
}

void LineEdit::setValue(const QString &value)
{
    m_line->setText(value);
    m_line->setCursorPosition(0);
}

// Still to be read and copied; a dash where there is nothing.
void LineEdit::setReadOnly()
{
    m_line->setReadOnly(true);
    m_line->setPlaceholderText(u"–"_s);
}

PathEdit::PathEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent)
    : LineEdit(definition, parent)
    , m_choose(new QPushButton(tr("Choose…")))
{
    const bool folder = definition.key.endsWith(u".folder"_s);
    m_choose->setObjectName(u"choose_"_s + definition.key);
    m_choose->setAccessibleName(folder ? tr("Choose a folder") : tr("Choose a file"));
    m_choose->setAutoDefault(false);
    layout()->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, [this, &dialogs, folder] {
        const std::optional<QString> path =
            folder ? dialogs.askFolder(this, tr("Choose a folder")) : dialogs.askOpenName(this, tr("Choose a file"), {});
        if (!path)
            return;
        m_line->setText(*path);
        Q_EMIT edited();
    });
}

void PathEdit::setReadOnly()
{
    LineEdit::setReadOnly();
    m_choose->hide();
}

NumberEdit::NumberEdit(const SettingDefinition &definition, QWidget *parent)
    : SettingEdit(parent)
    , m_number(new QSpinBox)
{
    const SettingWords words = SettingTexts::words(definition.key);
    setField(m_number, definition.key);
    m_number->setRange(definition.minimum, definition.maximum);
    m_number->setGroupSeparatorShown(true);
    // As wide as for the widest, so that nothing moves while it is stepped.
    m_number->setSuffix(SettingTexts::suffix(definition.key, definition.maximum));
    m_number->setMinimumWidth(m_number->sizeHint().width());
    const auto adaptSuffix = [number = m_number, key = definition.key](int value) {
        number->setSuffix(SettingTexts::suffix(key, value));
    };
    adaptSuffix(m_number->value());
    if (!words.none.isEmpty())
        m_number->setSpecialValueText(words.none);
    makeRow()->addWidget(m_number);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(m_number, &QSpinBox::valueChanged, this, adaptSuffix);
    connect(m_number, &QSpinBox::valueChanged, this, &SettingEdit::edited);
}

QString NumberEdit::value() const
{
    return QString::number(m_number->value());
}

void NumberEdit::setValue(const QString &value)
{
    const QSignalBlocker blocker(this); // not the number's: its unit depends on it
    m_number->setValue(value.toInt());
}

ChoiceEdit::ChoiceEdit(const SettingDefinition &definition, QWidget *parent)
    : SettingEdit(parent)
    , m_choice(new QComboBox)
{
    setField(m_choice, definition.key);
    for (const QString &choice : definition.choices)
        m_choice->addItem(SettingTexts::choice(definition.key, choice), choice);
    makeRow()->addWidget(m_choice);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingEdit::edited);
}

QString ChoiceEdit::value() const
{
    return m_choice->currentData().toString();
}

void ChoiceEdit::setValue(const QString &value)
{
    const QSignalBlocker blocker(m_choice);
    m_choice->setCurrentIndex(m_choice->findData(value));
}

HoursEdit::HoursEdit(const SettingDefinition &definition, QWidget *parent)
    : SettingEdit(parent)
    , m_quiet(new QCheckBox(tr("from", "quiet hours: from 21 o'clock")))
    , m_from(new QSpinBox)
    , m_until(new QSpinBox)
{
    setField(m_quiet, definition.key);
    m_quiet->setAccessibleName(tr("There are quiet hours"));
    m_from->setObjectName(definition.key + u".from"_s);
    m_from->setAccessibleName(tr("Quiet hours begin"));
    m_from->setRange(0, 23);
    m_until->setObjectName(definition.key + u".until"_s);
    m_until->setAccessibleName(tr("Quiet hours end"));
    m_until->setRange(0, 24);
    for (QSpinBox *hour : {m_from, m_until}) {
        hour->setSuffix(tr(":00", "behind an hour of the day"));
        connect(hour, &QSpinBox::valueChanged, this, &SettingEdit::edited);
    }
    auto *row = makeRow();
    row->addWidget(m_quiet);
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to", "quiet hours: to 8 o'clock")));
    row->addWidget(m_until);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(m_quiet, &QCheckBox::toggled, this, [this](bool quiet) {
        m_from->setEnabled(quiet);
        m_until->setEnabled(quiet);
        Q_EMIT edited();
    });
}

QString HoursEdit::value() const
{
    return m_quiet->isChecked() ? u"%1-%2"_s.arg(m_from->value()).arg(m_until->value()) : u"none"_s;
}

void HoursEdit::setValue(const QString &value)
{
    const std::optional<QuietHours> hours = quietHoursOf(value);
    const QSignalBlocker blockers[]{QSignalBlocker(m_quiet), QSignalBlocker(m_from), QSignalBlocker(m_until)};
    m_quiet->setChecked(hours.has_value());
    m_from->setValue(hours.value_or(usualHours).from);
    m_until->setValue(hours.value_or(usualHours).until);
    m_from->setEnabled(hours.has_value());
    m_until->setEnabled(hours.has_value());
}

LanguagesEdit::LanguagesEdit(const SettingDefinition &definition, QWidget *parent)
    : SettingEdit(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int columns = 3;
    for (const QString &language : definition.choices) {
        auto *box = new QCheckBox(Texts::language(language));
        box->setObjectName(definition.key + u'.' + language);
        const int index = int(m_boxes.size());
        grid->addWidget(box, index / columns, index % columns);
        m_boxes.append({language, box});
        connect(box, &QCheckBox::toggled, this, &SettingEdit::edited);
    }
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    setFocusProxy(m_boxes.first().second);
}

QString LanguagesEdit::value() const
{
    QStringList languages;
    for (const auto &[language, box] : m_boxes) {
        if (box->isChecked())
            languages.append(language);
    }
    return languages.join(u' ');
}

void LanguagesEdit::setValue(const QString &value)
{
    const QStringList languages = value.split(u' ', Qt::SkipEmptyParts);
    for (const auto &[language, box] : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        box->setChecked(languages.contains(language));
    }
}

} // namespace shirase
