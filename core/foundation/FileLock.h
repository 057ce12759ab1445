// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>

namespace shirase {

/// A file that one at a time holds, among all programs and within each. The system gives it back when the
/// program ends, however that comes about: unlike QLockFile's, which remembers a process and a machine's
/// name, it is held by nobody after a power cut, or where a machine has another name after its crash; and it
/// does not grow old.
class FileLock
{
    Q_DISABLE_COPY_MOVE(FileLock)
public:
    explicit FileLock(QString path)
        : m_path(std::move(path))
    {}
    ~FileLock() { release(); }

    enum class Outcome { Taken, Held, Impossible };

    /// Without waiting. Held if somebody else has it; Impossible where the file cannot be made.
    [[nodiscard]] Outcome take();
    /// Removes the file.
    void release();

private:
    QString m_path;
    int m_handle = -1;
};

} // namespace shirase
