// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "server/http/Http.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <utility>

namespace shirase::http {

/// The fields of a posted application/x-www-form-urlencoded form, decoded.
class Form
{
    Q_DECLARE_TR_FUNCTIONS(shirase::http::Form)

public:
    static constexpr qsizetype maximumFields = 40;
    static constexpr qsizetype maximumFieldBytes = 10'000; ///< name and value each, UTF-8, decoded

    /// Fails with Invalid (answer 400) when the content type is another, a limit is passed, an escape or the
    /// UTF-8 is broken, a NUL is in it, a field has no name, or a name comes twice: a form of ours never
    /// sends that.
    static Result<Form> parse(const Request &request);

    /// The value of the field, untrimmed; a null string if the form does not have it.
    [[nodiscard]] QString value(QStringView name) const;
    [[nodiscard]] bool contains(QStringView name) const { return !value(name).isNull(); }
    /// Names and values, in the order in which they were sent.
    [[nodiscard]] const QList<std::pair<QString, QString>> &fields() const { return m_fields; }

private:
    Result<> add(QByteArrayView pair);

    QList<std::pair<QString, QString>> m_fields;
};

} // namespace shirase::http
