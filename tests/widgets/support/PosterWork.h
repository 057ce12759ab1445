// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterLayout.h"
#include "tests/support/ManyFacilities.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/PosterView.h"

#include <QComboBox>
#include <QFile>
#include <QTreeView>

namespace shirase {

using namespace Qt::StringLiterals;

/// Facilities in use, with the names of a prefecture.
inline void addInUse(TestSite &site, int count)
{
    addManyFacilities(site.office().database, count);
    site.run(u"UPDATE facility SET state = 'active'"_s);
}

/// The posters page with the poster of the place that the search finds.
inline void showPoster(WindowTest &test, const QString &search)
{
    test.goTo("posterPage");
    test.type("facilityPickerSearch", search);
    QTRY_VERIFY(test.find<PosterView>("posterView"));
}

/// The posters page with these facilities found and all of them chosen.
inline void chooseAll(WindowTest &test, int count)
{
    test.goTo("posterPage");
    auto *list = test.find<QTreeView>("facilityPickerList");
    QTRY_COMPARE(list->model()->rowCount(), count);
    list->selectAll();
    QTRY_VERIFY(test.find<PosterView>("posterView"));
}

inline void setLayout(const WindowTest &test, PosterSize size)
{
    auto *sizes = test.find<QComboBox>("posterSize");
    sizes->setCurrentIndex(sizes->findData(int(size)));
}

/// How many pages a PDF has; -1 for no file.
inline qsizetype pagesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count("/Type /Page\n") : -1;
}

} // namespace shirase
