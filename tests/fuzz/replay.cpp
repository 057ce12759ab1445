// SPDX-License-Identifier: GPL-3.0-or-later
// Without libFuzzer: hands each file of a folder to the target, so that what was found once stays mended.
#include "tests/fuzz/Fuzz.h"

#include <QDirIterator>
#include <QFile>

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        QDirIterator corpus(QFile::decodeName(argv[i]), QDir::Files);
        while (corpus.hasNext()) {
            QFile file(corpus.next());
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray bytes = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
            ++files;
        }
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}
