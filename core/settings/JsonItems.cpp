// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/JsonItems.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(JsonItems)
};

} // namespace

Result<QList<QJsonObject>> jsonItems(const QString &json)
{
    QList<QJsonObject> items;
    if (json.trimmed().isEmpty())
        return items;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    bool understood = document.isArray();
    for (const QJsonValue value : document.array()) {
        understood = understood && value.isObject();
        items.append(value.toObject());
    }
    if (!understood)
        return fail(ErrorCode::Invalid, Tr::tr("please give a list in JSON, such as [{…}, {…}]."));
    return items;
}

Result<QStringList> languagesOf(const QJsonObject &item, const QString &other, int number)
{
    static const QRegularExpression tag(u"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"_s);
    QStringList languages = item.keys();
    languages.removeOne(other);
    for (const QString &language : languages) {
        if (!tag.match(language).hasMatch())
            return fail(ErrorCode::Invalid,
                        Tr::tr("item %1 has \"%2\", which is neither \"%3\" nor a language such as \"ja\".")
                            .arg(QString::number(number), language, other));
    }
    if (!languages.contains(u"ja"_s))
        return fail(ErrorCode::Invalid, Tr::tr("item %1 lacks its Japanese text, \"ja\".").arg(number));
    return languages;
}

Result<QString> itemText(const QJsonValue &value, const QString &what, int number, int most)
{
    QString text = value.toString().trimmed();
    if (text.isEmpty() || text.size() > most || text.contains(u'\n') || text.contains(u'\r'))
        return fail(ErrorCode::Invalid,
                    Tr::tr("\"%1\" of item %2 has to be one line of at most %3 characters.")
                        .arg(what, QString::number(number), QString::number(most)));
    return text;
}

} // namespace shirase
