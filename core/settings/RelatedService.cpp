// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/RelatedService.h"

#include "core/settings/JsonItems.h"
#include "core/settings/Settings.h"

#include <QCoreApplication>
#include <QFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 80; // characters
constexpr int longestText = 600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RelatedService)
};

Result<RelatedService> relatedService(const QJsonObject &object, int number)
{
    RelatedService service{.url = QUrl(object[u"url"_s].toString(), QUrl::StrictMode), .words = {}};
    if (!service.url.isValid() || service.url.scheme() != u"https" || service.url.host().isEmpty() ||
        !service.url.userInfo().isEmpty())
        return fail(ErrorCode::Invalid,
                    Tr::tr("item %1 needs a \"url\" that begins with https://.").arg(number));
    const Result<QStringList> languages = languagesOf(object, u"url"_s, number);
    if (!languages)
        return passOn(languages);
    for (const QString &language : *languages) {
        const QJsonObject words = object[language].toObject();
        const Result<QString> name = itemText(words[u"name"_s], u"name"_s, number, longestName);
        if (!name)
            return passOn(name);
        const Result<QString> text = itemText(words[u"text"_s], u"text"_s, number, longestText);
        if (!text)
            return passOn(text);
        service.words.insert(language, {*name, *text});
    }
    return service;
}

QString servicesOfTheDefaultProfile()
{
    QFile file(u":/shirase/profile/services.json"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

Result<QList<RelatedService>> servicesOf(const QString &json)
{
    const Result<QList<QJsonObject>> objects = jsonItems(json);
    if (!objects)
        return passOn(objects);
    QList<RelatedService> services;
    for (const QJsonObject &object : *objects) {
        Result<RelatedService> service = relatedService(object, int(services.size()) + 1);
        if (!service)
            return passOn(service);
        services.append(*std::move(service));
    }
    return services;
}

QString servicesJson(const Settings &settings)
{
    const QString json = settings.value(u"organisation.services"_s);
    const QString disease = u"organisation.disease"_s;
    const bool isDefault = settings.value(disease) == Settings::find(disease)->standard;
    return json.isEmpty() && isDefault ? servicesOfTheDefaultProfile() : json;
}

QList<RelatedService> relatedServices(const Settings &settings)
{
    return servicesOf(servicesJson(settings)).value_or(QList<RelatedService>());
}

} // namespace shirase
