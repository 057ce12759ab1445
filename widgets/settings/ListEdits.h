// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/SettingEdit.h"

#include <QJsonObject>

class QDateEdit;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace shirase {

/// A list of items, and beneath it the fields of the one that is chosen.
class ItemsEdit : public SettingEdit
{
    Q_OBJECT
public:
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

protected:
    ItemsEdit(const SettingDefinition &definition, const QString &accessibleName, QWidget *parent);

    /// A line for the item in the list.
    [[nodiscard]] virtual QString titleOf(const QJsonObject &item) const = 0;
    [[nodiscard]] virtual QJsonObject freshItem() const = 0;
    /// The fields show the item.
    virtual void present(const QJsonObject &item) = 0;
    /// The fields as an item; what they do not show stays as it is in @p item.
    [[nodiscard]] virtual QJsonObject entered(QJsonObject item) const = 0;

    /// Where subclasses put the fields of an item.
    [[nodiscard]] QFormLayout *form() const { return m_form; }
    /// A field of an item, named "KEY.NAME".
    [[nodiscard]] QLineEdit *addLine(const QString &name, const QString &label);
    /// The same for sentences, which wrap; what is typed is one paragraph.
    [[nodiscard]] QPlainTextEdit *addText(const QString &name, const QString &label);
    /// What a field has in it has changed.
    void takeOver();
    [[nodiscard]] static QStringList languages();

private:
    void add();
    void remove();
    void move(int by);
    void showChosen();
    void list(int chosen);

    QString m_key;
    QList<QJsonObject> m_items;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QWidget *m_fields;
    QFormLayout *m_form;
    bool m_showing = false; ///< it is the program that fills the fields
};

/// The news of the home page (NewsItem).
class NewsEdit final : public ItemsEdit
{
    Q_OBJECT
public:
    explicit NewsEdit(const SettingDefinition &definition, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString titleOf(const QJsonObject &item) const override;
    [[nodiscard]] QJsonObject freshItem() const override;
    void present(const QJsonObject &item) override;
    [[nodiscard]] QJsonObject entered(QJsonObject item) const override;

private:
    QDateEdit *m_day;
    QMap<QString, QLineEdit *> m_texts; ///< by language
};

/// The related services of the home page (RelatedService).
class ServicesEdit final : public ItemsEdit
{
    Q_OBJECT
public:
    explicit ServicesEdit(const SettingDefinition &definition, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString titleOf(const QJsonObject &item) const override;
    [[nodiscard]] QJsonObject freshItem() const override;
    void present(const QJsonObject &item) override;
    [[nodiscard]] QJsonObject entered(QJsonObject item) const override;

private:
    struct Words
    {
        QLineEdit *name = nullptr;
        QPlainTextEdit *text = nullptr;
    };
    QLineEdit *m_url;
    QMap<QString, Words> m_words; ///< by language
};

} // namespace shirase
