// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ListEdits.h"

#include "core/foundation/JapaneseTime.h"
#include "core/settings/JsonItems.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ReadableStyle.h"
#include "widgets/common/Texts.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRows = 5;
constexpr int shownLines = 3; ///< of a text that wraps
const QString japanese = u"ja"_s;

/// A text that is set, or taken out where it is empty.
void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (text.trimmed().isEmpty())
        object.remove(key);
    else
        object.insert(key, text.trimmed());
}

} // namespace

ItemsEdit::ItemsEdit(const SettingDefinition &definition, const QString &accessibleName, QWidget *parent)
    : SettingEdit(parent)
    , m_key(definition.key)
    , m_list(new QListWidget)
    , m_add(new QPushButton(icons::themed(u"list-add"_s, u"add"_s), tr("Add")))
    , m_remove(new QPushButton(icons::themed(u"list-remove"_s, u"remove"_s), tr("Remove")))
    , m_up(new QPushButton(tr("Up")))
    , m_down(new QPushButton(tr("Down")))
    , m_fields(new QWidget)
    , m_form(new QFormLayout(m_fields))
{
    setField(m_list, definition.key);
    m_list->setAccessibleName(accessibleName);
    m_list->setFixedHeight(ReadableStyle::leastRow * shownRows + 2 * m_list->frameWidth());
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *buttons = new QVBoxLayout;
    const std::pair<QPushButton *, const char16_t *> named[]{
        {m_add, u".add"}, {m_remove, u".remove"}, {m_up, u".up"}, {m_down, u".down"}};
    for (const auto &[button, name] : named) {
        button->setObjectName(definition.key + QString::fromUtf16(name));
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *top = new QHBoxLayout;
    top->addWidget(m_list, 1, Qt::AlignTop);
    top->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_fields);

    connect(m_list, &QListWidget::currentRowChanged, this, &ItemsEdit::showChosen);
    connect(m_add, &QPushButton::clicked, this, &ItemsEdit::add);
    connect(m_remove, &QPushButton::clicked, this, &ItemsEdit::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
}

QStringList ItemsEdit::languages()
{
    return Settings::find(u"web.languages"_s)->choices;
}

QLineEdit *ItemsEdit::addLine(const QString &name, const QString &label)
{
    auto *line = new QLineEdit;
    line->setObjectName(m_key + u'.' + name);
    line->setAccessibleName(label);
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &ItemsEdit::takeOver);
    return line;
}

QPlainTextEdit *ItemsEdit::addText(const QString &name, const QString &label)
{
    auto *text = new QPlainTextEdit;
    text->setObjectName(m_key + u'.' + name);
    text->setAccessibleName(label);
    text->setTabChangesFocus(true);
    const int around = 2 * (text->frameWidth() + int(text->document()->documentMargin()));
    text->setFixedHeight(text->fontMetrics().lineSpacing() * shownLines + around);
    m_form->addRow(label, text);
    connect(text, &QPlainTextEdit::textChanged, this, &ItemsEdit::takeOver);
    return text;
}

QString ItemsEdit::value() const
{
    QJsonArray array;
    for (const QJsonObject &item : m_items)
        array.append(item);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void ItemsEdit::setValue(const QString &value)
{
    m_items = jsonItems(value).value_or(QList<QJsonObject>());
    list(0);
}

void ItemsEdit::list(int chosen)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const QJsonObject &item : std::as_const(m_items))
            m_list->addItem(titleOf(item));
        m_list->setCurrentRow(qBound(-1, chosen, int(m_items.size()) - 1));
    }
    showChosen();
}

void ItemsEdit::showChosen()
{
    const int row = m_list->currentRow();
    m_fields->setVisible(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_items.size());
    if (row < 0)
        return;
    m_showing = true;
    present(m_items[row]);
    m_showing = false;
}

void ItemsEdit::takeOver()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0)
        return;
    m_items[row] = entered(m_items[row]);
    m_list->item(row)->setText(titleOf(m_items[row]));
    Q_EMIT edited();
}

void ItemsEdit::add()
{
    m_items.prepend(freshItem());
    list(0);
    Q_EMIT edited();
    if (QWidget *first = m_form->itemAt(0, QFormLayout::FieldRole)->widget())
        first->setFocus();
}

void ItemsEdit::remove()
{
    const int row = m_list->currentRow();
    m_items.removeAt(row);
    list(qMin(row, int(m_items.size()) - 1));
    Q_EMIT edited();
}

void ItemsEdit::move(int by)
{
    const int row = m_list->currentRow();
    m_items.move(row, row + by);
    list(row + by);
    Q_EMIT edited();
}

NewsEdit::NewsEdit(const SettingDefinition &definition, QWidget *parent)
    : ItemsEdit(definition, tr("News items"), parent)
    , m_day(new QDateEdit)
{
    m_day->setObjectName(definition.key + u".date"_s);
    m_day->setAccessibleName(tr("Date of the news item"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(Texts::dayFormat());
    form()->addRow(tr("Date"), m_day);
    for (const QString &language : languages())
        m_texts.insert(language, addLine(language, Texts::language(language)));
    connect(m_day, &QDateEdit::dateChanged, this, &NewsEdit::takeOver);
    setValue({});
}

QString NewsEdit::titleOf(const QJsonObject &item) const
{
    const QDate day = QDate::fromString(item[u"date"_s].toString(), Qt::ISODate);
    return tr("%1  %2", "a news item: day and text").arg(Texts::day(day), item[japanese].toString());
}

QJsonObject NewsEdit::freshItem() const
{
    return {{u"date"_s, japan::dayOf(QDateTime::currentSecsSinceEpoch()).toString(Qt::ISODate)}};
}

void NewsEdit::present(const QJsonObject &item)
{
    m_day->setDate(QDate::fromString(item[u"date"_s].toString(), Qt::ISODate));
    for (const auto &[language, line] : m_texts.asKeyValueRange())
        line->setText(item[language].toString());
}

QJsonObject NewsEdit::entered(QJsonObject item) const
{
    item.insert(u"date"_s, m_day->date().toString(Qt::ISODate));
    for (const auto &[language, line] : m_texts.asKeyValueRange())
        put(item, language, line->text());
    return item;
}

ServicesEdit::ServicesEdit(const SettingDefinition &definition, QWidget *parent)
    : ItemsEdit(definition, tr("Related services"), parent)
    , m_url(addLine(u"url"_s, tr("Address")))
{
    m_url->setPlaceholderText(u"https://"_s);
    for (const QString &language : languages()) {
        const QString own = Texts::language(language);
        Words words;
        words.name = addLine(language + u".name"_s, tr("%1: name", "of a service, in that language").arg(own));
        words.text = addText(language + u".text"_s, tr("%1: explanation", "of a service, in that language").arg(own));
        m_words.insert(language, words);
    }
    setValue({});
}

QString ServicesEdit::titleOf(const QJsonObject &item) const
{
    const QString name = item[japanese].toObject()[u"name"_s].toString();
    return name.isEmpty() ? item[u"url"_s].toString() : name;
}

QJsonObject ServicesEdit::freshItem() const
{
    return {{u"url"_s, u"https://"_s}};
}

void ServicesEdit::present(const QJsonObject &item)
{
    m_url->setText(item[u"url"_s].toString());
    for (const auto &[language, words] : m_words.asKeyValueRange()) {
        const QJsonObject own = item[language].toObject();
        words.name->setText(own[u"name"_s].toString());
        words.text->setPlainText(own[u"text"_s].toString());
    }
}

QJsonObject ServicesEdit::entered(QJsonObject item) const
{
    item.insert(u"url"_s, m_url->text().trimmed());
    for (const auto &[language, words] : m_words.asKeyValueRange()) {
        QJsonObject own = item[language].toObject();
        put(own, u"name"_s, words.name->text());
        put(own, u"text"_s, words.text->toPlainText().simplified());
        if (own.isEmpty())
            item.remove(language);
        else
            item.insert(language, own);
    }
    return item;
}

} // namespace shirase
