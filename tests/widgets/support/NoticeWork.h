// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/Patience.h"
#include "tests/widgets/support/WindowTest.h"

#include <QDateEdit>
#include <QPushButton>

namespace shirase {

/// On the notices page: a new notice for a day at the place that the search finds. Its people are being counted then.
inline void beginNotice(WindowTest &test, const QString &search)
{
    test.click("noticeNew");
    test.type("facilityPickerSearch", search);
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("targetAdd")->isEnabled(), patience);
    test.find<QDateEdit>("targetDay")->setDate(QDate(2026, 11, 21));
    test.click("targetAdd");
}

} // namespace shirase
