// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/Manifest.h"
#include "core/backup/SealedFile.h"
#include "core/vault/AccountKey.h"
#include "tests/support/Results.h"

namespace shirase {

/// A sealed file, opened with a recovery code.
struct OpenedFile
{
    OpenedFile(const QString &path, const QString &recoveryCode)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        SealedReader reader = must(SealedReader::open(file, path));
        head = reader.head();
        const KeyPair sheet = must(recoveryCode::keys(recoveryCode));
        must(reader.unlock(must(openWithSheet(head, {&sheet, 1}, path)).opener));
        for (QByteArray piece = must(reader.next()); !piece.isEmpty(); piece = must(reader.next()))
            content += piece;
    }

    /// Of a backup; content is what follows then.
    [[nodiscard]] Manifest takeManifest() { return must(Manifest::takeFrom(content)).value(); }

    SealedHead head;
    QByteArray content;
};

} // namespace shirase
