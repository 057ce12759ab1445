// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailTemplate.h"

#include <QDir>
#include <QFile>

#include <kainjow/mustache.hpp>

namespace shirase {

using namespace Qt::StringLiterals;
using kainjow::mustache::data;
using kainjow::mustache::mustache;

namespace {

QString templatePath(const QString &name, const QString &language)
{
    return u":/shirase/mails/%1.%2.txt"_s.arg(name, language);
}

QString spokenLanguage(const QString &name, const QString &wanted)
{
    for (const QString &language : {wanted, wanted.section(u'-', 0, 0)}) {
        if (QFile::exists(templatePath(name, language)))
            return language;
    }
    return u"en"_s;
}

MailText partsOf(const QString &text)
{
    return {text.section(u'\n', 0, 0), text.section(u'\n', 2)};
}

} // namespace

QStringList mailLanguages(const QString &name)
{
    QStringList languages;
    const QFileInfo path(templatePath(name, u"*"_s));
    for (const QString &file : path.dir().entryList({path.fileName()}, QDir::Files, QDir::Name))
        languages.append(file.section(u'.', -2, -2));
    languages.sort();
    return languages;
}

Result<MailText> mailTemplate(const QString &name, const QString &language)
{
    QFile file(templatePath(name, spokenLanguage(name, language)));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"A mail template is missing from the program."_s, file.fileName());
    return partsOf(QString::fromUtf8(file.readAll()));
}

Result<MailText> renderMail(const QString &name, const Profile &profile, const QString &link)
{
    Result<MailText> unfilled = mailTemplate(name, profile.language);
    if (!unfilled)
        return unfilled;
    mustache text((unfilled->subject + u"\n\n"_s + unfilled->body).toStdString());
    if (!text.is_valid())
        return fail(ErrorCode::Internal, u"A mail template is damaged."_s, QString::fromStdString(text.error_message()));
    // Plain text: nothing to escape.
    text.set_custom_escape([](const std::string &value) { return value; });
    data values;
    values.set("organisation", profile.organisation.toStdString());
    values.set("systemName", profile.systemName.toStdString());
    values.set("disease", profile.disease.toStdString());
    values.set("centreName", profile.centreName.toStdString());
    values.set("contactName", profile.contactName.toStdString());
    values.set("contactPhone", profile.contactPhone.toStdString());
    values.set("months", std::to_string(profile.retentionMonths));
    values.set("oneMonth", profile.retentionMonths == 1 ? data::type::bool_true : data::type::bool_false);
    values.set("link", link.toStdString());
    return partsOf(QString::fromStdString(text.render(values)));
}

} // namespace shirase
