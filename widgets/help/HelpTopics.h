// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

class QWidget;

namespace shirase {

/// Which section of the help explains which part of the window.
namespace helpTopics {

/// By the names of the widgets' classes: each page and each dialog has one, and so have parts of a page that are
/// explained by themselves.
[[nodiscard]] const QMap<QString, QString> &all();
/// That of a widget, or of what it is a part of; the help's first page where nothing is known.
[[nodiscard]] QString of(const QWidget *widget);

} // namespace helpTopics

} // namespace shirase
