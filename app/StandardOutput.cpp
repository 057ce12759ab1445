// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StandardOutput.h"

#include <tuple>

namespace shirase {

void print(std::FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::ignore = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::ignore = std::fflush(stream);
}

bool isOutputLost()
{
    return std::ferror(stdout) != 0;
}

} // namespace shirase
