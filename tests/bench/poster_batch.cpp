// SPDX-License-Identifier: GPL-3.0-or-later

// What a thousand posters as one PDF cost, with the progress that the window shows: seconds, and megabytes of
// the file. The first argument is the number of posters (1,000).

#include "core/posters/PosterFile.h"
#include "core/settings/Settings.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QList<PosterContent> contents(int count)
{
    const QTemporaryDir folder;
    const Result<Settings> settings = Settings::load(folder.filePath(u"shirase.conf"_s));
    if (!settings)
        qFatal("%s", qPrintable(settings.error().message));
    QList<PosterContent> contents;
    for (int i = 0; i < count; ++i) {
        Facility facility{.details = {}, .code = FacilityCode::random()};
        facility.details.name = u"札幌市中央区大通西 しらかば食堂 %1号店"_s.arg(i);
        contents << PosterContent::of(facility, settings->profile(u"ja"_s), settings->profile(u"en"_s),
                                      u"https://shirase.pref.hokkaido.example.jp"_s);
    }
    return contents;
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    QTextStream out(stdout);
    const QTemporaryDir folder;
    const QList<PosterContent> posters = contents(count);
    for (const PosterSize size : {PosterSize::A4, PosterSize::A5, PosterSize::Tent, PosterSize::Card}) {
        const QString path = folder.filePath(PosterLayout::nameOf(size) + u".pdf"_s);
        int reports = 0;
        QElapsedTimer timer;
        timer.start();
        const Result<PosterFile::Outcome> saved =
            PosterFile(size).save(posters, path, [&reports](int, int) {
                ++reports;
                return true;
            });
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        out << PosterLayout::nameOf(size) << ": " << count << " posters in "
            << QString::number(double(timer.elapsed()) / 1000, 'f', 1) << " s, "
            << QFileInfo(path).size() / 1'000'000 << " MB, " << reports << " reports of progress" << Qt::endl;
    }
    return 0;
}
