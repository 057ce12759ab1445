// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace shirase {

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication &application)
{
    const auto install = [&](const QLocale &locale, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    const QString own = u":/shirase/translations"_s;
    // The one that was installed last is asked first: English has the plural forms wherever the others have nothing.
    install(QLocale(QLocale::English), u"shirase"_s, own);
    install(QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(), u"shirase"_s, own);
}

} // namespace shirase
