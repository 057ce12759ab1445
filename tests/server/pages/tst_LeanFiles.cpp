// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/LeanFiles.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_LeanFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStyleSheetKeepsItsMeaning_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, QByteArray written, QByteArray sent) {
            QTest::newRow(name) << std::move(written) << std::move(sent);
        };
        row("a rule", "a, b > c {\n  color: red;\n  margin: 0 1px;\n}\n", "a,b>c{color:red;margin:0 1px}");
        row("a remark over lines", "/* one\n two; */ a { top: 0; } /* three */", "a{top:0}");
        row("a descendant by its state", ".a :is(h1, h2):lang(ja) { top: 0; }", ".a :is(h1,h2):lang(ja){top:0}");
        row("siblings", ".a + .b { top: 0; }", ".a + .b{top:0}");
        row("a condition", "@media (min-width: 40rem) {\n  a { top: 0; }\n}\n", "@media (min-width:40rem){a{top:0}}");
        row("a text", "a::before { content: \"\xe2\x9c\x93 \"; }", "a::before{content:\"\xe2\x9c\x93 \"}");
        row("a name with spaces", "a { font-family: \"Noto Sans JP\", serif; }", "a{font-family:\"Noto Sans JP\",serif}");
    }
    void aStyleSheetKeepsItsMeaning()
    {
        QFETCH(QByteArray, written);
        QTEST(lean::styleSheet(written), "sent");
    }

    void aScriptLosesItsRemarksAndIndents()
    {
        QCOMPARE(lean::script("// SPDX\n//\n'use strict';\n\n    /** Says. */\n    const a = '//x'; // kept\n    b(`a  b`);\n"),
                 QByteArray("'use strict';\nconst a = '//x'; // kept\nb(`a  b`);"));
    }

    void aDrawingLosesItsRemarksAndIndents()
    {
        QCOMPARE(lean::drawing("<svg>\n  <!-- A door,\n       in snow. -->\n  <title>A b</title>\n  <path d=\"M0 0\n1 1\"/>\n</svg>\n"),
                 QByteArray("<svg><title>A b</title><path d=\"M0 0\n1 1\"/></svg>"));
    }

    void whatIsNotThereIsEmpty()
    {
        QCOMPARE(lean::resource(u":/shirase/pages/nothing.css"_s), QByteArray());
    }
};

QTEST_GUILESS_MAIN(tst_LeanFiles)
#include "tst_LeanFiles.moc"
