// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/NoticeWork.h"
#include "tests/widgets/support/WindowTest.h"

#include <QPushButton>

namespace shirase {

inline const QStringList people{QStringLiteral("taro@example.jp"), QStringLiteral("hanako@example.jp"), QStringLiteral("jiro@example.jp")};

/// A facility that three people visited, one of them twice, and the window with the notices page open.
struct NoticeDay
{
    NoticeDay()
    {
        facility = site.addFacility(QStringLiteral("札幌テスト食堂"));
        site.visit(*facility, people);
        site.visit(*facility, {people.first()});
        site.run(QStringLiteral("DELETE FROM outbox"));
        test = std::make_unique<WindowTest>(site);
        test->logIn();
        test->goTo("noticePage");
    }

    /// Steps 1 and 2.
    void chooseTarget(const QString &expected = QStringLiteral("Counted"))
    {
        beginNotice(*test, QStringLiteral("札幌"));
        QTRY_COMPARE(test->textOf("stepState2"), expected);
    }
    /// Steps 1 to 3.
    void draft()
    {
        chooseTarget();
        test->click("textUse");
        QTRY_VERIFY(test->find<QPushButton>("approve"));
        QTRY_VERIFY(test->find<QPushButton>("approve")->isEnabled());
    }
    /// Steps 1 to 4.
    void approve()
    {
        draft();
        test->click("approve");
        QTRY_VERIFY(test->find<QPushButton>("send"));
    }
    /// Steps 1 to 5; nobody delivers it here.
    void send()
    {
        approve();
        test->click("send");
        QTRY_VERIFY(test->find<QPushButton>("sendingPause"));
    }

    [[nodiscard]] QString state() { return toText(site.office().notices.newest(1)->first().state); }

    TestSite site;
    std::optional<Facility> facility;
    std::unique_ptr<WindowTest> test;
};

} // namespace shirase
