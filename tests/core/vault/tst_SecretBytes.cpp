// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SecretBytes.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_SecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void areZeroedFirst();
    void moveAndCopyOnlyWhenAsked();
    void stayOutOfCoreFilesAndOfTheSwap();
};

namespace {

/// What the system says of the memory at an address (proc(5), "VmFlags"); nothing where it says nothing.
QByteArrayList flagsOf(const void *address)
{
    QFile file(u"/proc/self/smaps"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    bool here = false;
    const auto wanted = reinterpret_cast<quintptr>(address);
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray range = line.first(std::max<qsizetype>(line.indexOf(' '), 0));
        bool isRange = false;
        const quintptr begin = range.first(std::max<qsizetype>(range.indexOf('-'), 0)).toULongLong(&isRange, 16);
        if (isRange)
            here = wanted >= begin && wanted < range.sliced(range.indexOf('-') + 1).toULongLong(nullptr, 16);
        else if (here && line.startsWith("VmFlags:"))
            return line.simplified().split(' ');
    }
    return {};
}

} // namespace

void tst_SecretBytes::areZeroedFirst()
{
    const SecretBytes secret(64);
    QCOMPARE(secret.view().toByteArray(), QByteArray(64, '\0'));
}

void tst_SecretBytes::moveAndCopyOnlyWhenAsked()
{
    SecretBytes secret = SecretBytes::random(32);
    const QByteArray content = secret.view().toByteArray();
    const SecretBytes copy = secret.copy();
    QVERIFY(copy.data() != secret.data());
    QCOMPARE(copy.view().toByteArray(), content);
    const unsigned char *place = secret.data();
    const SecretBytes moved = std::move(secret);
    QCOMPARE(moved.data(), place);
    QVERIFY(secret.isEmpty());
}

void tst_SecretBytes::stayOutOfCoreFilesAndOfTheSwap()
{
    const SecretBytes secret = SecretBytes::random(32);
    const QByteArrayList flags = flagsOf(secret.data());
    if (flags.isEmpty())
        QSKIP("Only Linux says of its memory what becomes of it.");
    QVERIFY2(flags.contains("dd"), flags.join(' ').constData()); // "do not dump"
#ifdef __SANITIZE_ADDRESS__
    QSKIP("AddressSanitizer takes mlock()'s place and locks nothing, so that nothing can be said of the swap.");
#endif
    QVERIFY2(flags.contains("lo"), flags.join(' ').constData()); // locked
}

QTEST_GUILESS_MAIN(tst_SecretBytes)
#include "tst_SecretBytes.moc"
