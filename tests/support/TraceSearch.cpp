// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TraceSearch.h"

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <cstring>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype beginning = 8; // bytes of a needle by which it is found
constexpr int bits = 24;
constexpr quint64 spread = 0x9e3779b97f4a7c15ULL; // Fibonacci hashing

quint64 beginningOf(const char *bytes)
{
    quint64 key = 0;
    std::memcpy(&key, bytes, beginning);
    return key;
}

size_t slotOf(quint64 key)
{
    return size_t((key * spread) >> (64 - bits));
}

/// The next place from which on one of the needles may begin. Tests are not optimised; this one goes through gigabytes.
[[gnu::optimize("O2")]] const char *nextPossible(const char *at, const char *end, const quint8 *possible)
{
    for (; at + beginning <= end; ++at) {
        quint64 key = 0;
        std::memcpy(&key, at, beginning);
        if (key != 0 && possible[size_t((key * spread) >> (64 - bits))] != 0) // files of databases are mostly zeros
            return at;
    }
    return nullptr;
}

/// RFC 2045 §6.7, each octet that may be encoded.
QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray encoded;
    for (const char octet : text) {
        if (std::isalnum(static_cast<unsigned char>(octet)))
            encoded += octet;
        else
            encoded += '=' + QByteArray(1, octet).toHex().toUpper();
    }
    return encoded;
}

QByteArray without(QByteArray bytes, const QByteArrayList &parts)
{
    for (const QByteArray &part : parts)
        bytes.replace(part, QByteArray());
    return bytes;
}

} // namespace

void TraceSearch::add(const QString &name, const QByteArray &bytes)
{
    if (bytes.size() < beginning)
        qFatal("%s is too short to be looked for", qPrintable(name));
    if (m_possible.empty())
        m_possible.resize(size_t(1) << bits);
    const quint64 key = beginningOf(bytes.constData());
    m_byBeginning.insert(key, int(m_needles.size()));
    m_possible[slotOf(key)] = 1;
    m_needles.push_back({name, bytes});
}

// Three octets are four letters: where the text begins within the three decides what it looks like. The letters at either
// end that its neighbours have a part in are left out (RFC 4648 §4).
void TraceSearch::addBase64(const QString &name, const QByteArray &bytes)
{
    for (int before = 0; before < 3; ++before) {
        const QByteArray encoded = (QByteArray(before, '\0') + bytes).toBase64();
        const qsizetype first = before == 0 ? 0 : before + 1;
        const qsizetype end = (before + bytes.size()) * 8 / 6;
        add(u"%1 as base64 (%2)"_s.arg(name).arg(before), encoded.mid(first, end - first));
    }
}

void TraceSearch::addText(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    add(text + u" as it is"_s, utf8);
    add(text + u" as quoted-printable"_s, quotedPrintable(utf8));
    addBase64(text, utf8);
    add(text + u" as UTF-16LE"_s, QStringEncoder(QStringEncoder::Utf16LE).encode(text));
    add(text + u" as UTF-16BE"_s, QStringEncoder(QStringEncoder::Utf16BE).encode(text));
}

void TraceSearch::addValue(const QString &name, const QByteArray &value)
{
    add(name + u" as it is"_s, value);
    add(name + u" as hexadecimal digits"_s, value.toHex());
    add(name + u" as capital hexadecimal digits"_s, value.toHex().toUpper());
    addBase64(name, value);
}

QList<std::pair<QString, QByteArray>> TraceSearch::forms() const
{
    QList<std::pair<QString, QByteArray>> forms;
    for (const Needle &needle : m_needles)
        forms.append({needle.name, needle.bytes});
    return forms;
}

void TraceSearch::scan(QByteArrayView bytes, QSet<QString> &found) const
{
    const char *const end = bytes.data() + bytes.size();
    for (const char *at = bytes.data(); (at = nextPossible(at, end, m_possible.data())); ++at) {
        const quint64 key = beginningOf(at);
        for (auto place = m_byBeginning.constFind(key); place != m_byBeginning.constEnd() && place.key() == key; ++place) {
            const Needle &needle = m_needles[size_t(*place)];
            if (QByteArrayView(at, end).startsWith(needle.bytes))
                found.insert(needle.name);
        }
    }
}

QStringList TraceSearch::findIn(const QByteArray &bytes) const
{
    QSet<QString> found;
    if (!m_possible.empty()) {
        scan(bytes, found);
        if (!bytes.contains('\0')) { // a text, which mail programs break into lines
            scan(without(bytes, {"=\r\n", "=\n"}), found); // soft line breaks
            scan(without(bytes, {"\r\n", "\n"}), found);
        }
    }
    QStringList names(found.begin(), found.end());
    names.sort();
    return names;
}

QStringList TraceSearch::findInFolder(const QString &path) const
{
    QStringList found;
    m_files = 0;
    m_bytes = 0;
    QDirIterator files(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            if (file.exists())
                found.append(file.fileName() + u" cannot be read"_s);
            continue; // a file of a server that runs may go at any moment
        }
        const QByteArray bytes = file.readAll();
        ++m_files;
        m_bytes += bytes.size();
        for (const QString &name : findIn(bytes))
            found.append(name + u" in "_s + file.fileName());
        for (const QString &name : findIn(QFileInfo(file).fileName().toUtf8()))
            found.append(name + u" in the name of "_s + file.fileName());
    }
    return found;
}

} // namespace shirase
