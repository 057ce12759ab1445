// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/ExerciseMark.h"

#include "core/wording/NoticeTextCheck.h"
#include "tests/support/Results.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_ExerciseMark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysItInTheTextsOwnLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("mark");
        QTest::newRow("Japanese") << u"ja"_s << u"【訓練】"_s;
        QTest::newRow("easy Japanese") << u"ja-x-easy"_s << u"【くんれん】"_s;
        QTest::newRow("English") << u"en"_s << u"[EXERCISE]"_s;
        QTest::newRow("simplified Chinese") << u"zh-Hans"_s << u"【演练】"_s;
        QTest::newRow("traditional Chinese") << u"zh-Hant"_s << u"【演練】"_s;
        QTest::newRow("Korean") << u"ko"_s << u"[훈련]"_s;
        QTest::newRow("another") << u"pt"_s << u"[EXERCISE]"_s;
    }
    void saysItInTheTextsOwnLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, mark);
        const auto once = must(markedAsExercise({{language, {u"Subject"_s, u"Body"_s}}}));
        QCOMPARE(once[language].subject, mark + u" Subject"_s);
        QVERIFY(once[language].body.startsWith(mark));
        QVERIFY(once[language].body.endsWith(u"\n\nBody"_s));
        QCOMPARE(must(markedAsExercise(once)), once);
        // The mark itself breaks no rule of S5.
        QVERIFY(NoticeTextCheck({}, {}).check(once[language]).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_ExerciseMark)
#include "tst_ExerciseMark.moc"
