// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace shirase {

/// Looks for many texts and values at once in whatever bytes files hold, in every form in which a program of ours or
/// one of its tools may have written them.
class TraceSearch
{
public:
    /// A text as UTF-8, quoted-printable, base64 at each of its three alignments, and UTF-16 of either byte order.
    void addText(const QString &text);
    /// A value of at least 8 bytes as it is, in hexadecimal digits, and in base64 at each alignment.
    void addValue(const QString &name, const QByteArray &value);
    /// What was added so far: the forms, by which a counter-check can plant them. The name says which form it is.
    [[nodiscard]] QList<std::pair<QString, QByteArray>> forms() const;

    /// The names of what was found: "taro@example.jp as base64". Line breaks do not hide anything.
    [[nodiscard]] QStringList findIn(const QByteArray &bytes) const;
    /// The same in each file of a folder and of the folders in it, with the file's path.
    [[nodiscard]] QStringList findInFolder(const QString &path) const;
    /// How many files and bytes the last findInFolder() has read.
    [[nodiscard]] int files() const { return m_files; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    struct Needle
    {
        QString name;
        QByteArray bytes;
    };
    void add(const QString &name, const QByteArray &bytes);
    void addBase64(const QString &name, const QByteArray &bytes);
    void scan(QByteArrayView bytes, QSet<QString> &found) const;

    std::vector<Needle> m_needles;
    QMultiHash<quint64, int> m_byBeginning; ///< of the first 8 bytes
    std::vector<bool> m_possible;           ///< by a hash of them, so that most places need no look-up
    mutable int m_files = 0;
    mutable qint64 m_bytes = 0;
};

} // namespace shirase
