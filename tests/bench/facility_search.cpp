// SPDX-License-Identifier: GPL-3.0-or-later

// What a keystroke in the search of facilities costs: the ids that fit, and the rows in sight; and in the window's head,
// which finds notices too, of 10,000. Prints the 50th and the 95th percentile, in milliseconds. The first argument is the
// number of facilities (100,000).

#include "core/facilities/FacilitySearch.h"
#include "core/notices/NoticeStore.h"
#include "tests/support/ManyFacilities.h"
#include "tests/support/TestDatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

double keystroke(FacilitySearch &search, const FacilityQuery &query)
{
    QElapsedTimer timer;
    timer.start();
    const QList<FacilityId> ids = must(search.ids(query));
    must(search.rows(ids.mid(0, FacilitySearch::rowsAtOnce)));
    return double(timer.nsecsElapsed()) / 1e6;
}

/// In the window's head: QuickSearch.
double keystrokeInHead(FacilitySearch &search, NoticeStore &notices, const QString &typed)
{
    QElapsedTimer timer;
    timer.start();
    const QList<FacilityId> ids = must(search.ids({.search = typed}));
    must(search.rows(ids.mid(0, 8)));
    must(notices.search(typed, ids, 4));
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Each at one facility, spread over all of them.
void addNotices(Database &database, int count, int facilities)
{
    Transaction transaction = must(Transaction::begin(database));
    for (int i = 1; i <= count; ++i) {
        must(database.run(u"INSERT INTO notice (id, state, text_key, texts, text_hash, reason, author, approver, created_at) "
                          "VALUES (?, 'sent', 'standard', '{}', '', '', '', '', 0)"_s,
                          {i}));
        must(database.run(u"INSERT INTO notice_target VALUES (?, ?, 0, 86400)"_s, {i, 1 + i * 7919LL % facilities}));
    }
    must(transaction.commit());
}

const QStringList typedTexts{u"しらかば食堂"_s, u"ｽｽﾞﾗﾝ"_s,      u"札幌市中央区 喫茶"_s, u"011-204-5020"_s, u"contact4711@example.jp"_s,
                             u"どこにもない"_s, u"9999"_s};

QString percentiles(QList<double> times)
{
    std::ranges::sort(times);
    const auto at = [&](double share) { return times[qsizetype(share * double(times.size() - 1))]; };
    return u"p50 %1 ms, p95 %2 ms, of %3"_s.arg(at(0.5), 0, 'f', 1)
        .arg(at(0.95), 0, 'f', 1)
        .arg(times.size());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    QTextStream out(stdout);
    TestDatabase files;
    addManyFacilities(*files.main, count);
    FacilitySearch search(*files.main);
    out << count << " facilities\n";

    for (const FacilityOrder order :
         {FacilityOrder::Name, FacilityOrder::Address, FacilityOrder::Registered}) {
        QList<double> typing;
        QList<double> all;
        for (int round = 0; round < 3; ++round) {
            for (const QString &text : typedTexts) {
                for (qsizetype length = 1; length <= text.size(); ++length)
                    typing << keystroke(search, {.search = text.first(length), .order = order});
            }
            all << keystroke(search, {.order = order});
        }
        out << "order " << int(order) << ": a keystroke " << percentiles(typing) << "; everything "
            << percentiles(all) << Qt::endl;
    }
    constexpr int noticeCount = 10'000;
    addNotices(*files.main, noticeCount, count);
    NoticeStore notices(*files.main);
    QList<double> head;
    for (int round = 0; round < 3; ++round) {
        for (const QString &text : typedTexts) {
            for (qsizetype length = 1; length <= text.size(); ++length)
                head << keystrokeInHead(search, notices, text.first(length));
        }
    }
    out << "in the window's head, with " << noticeCount << " notices: a letter " << percentiles(head) << Qt::endl;
    return 0;
}
