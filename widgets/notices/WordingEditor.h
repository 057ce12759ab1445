// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/NoticeTextCheck.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;
class QTabWidget;
class QToolButton;

namespace shirase {

class FaultList;
class WordingPage;

/// The checker that knows a notice's facilities; made by a worker, used by the window.
using SharedCheck = std::shared_ptr<const NoticeTextCheck>;

/// Writes what a notice says in every language: beside each text what its recipient will see, in it the
/// checker's marks as one types, below them what is wrong.
class WordingEditor : public QWidget
{
    Q_OBJECT
public:
    /// @param settings fill the placeholders; they outlive the editor
    explicit WordingEditor(const Settings &settings, QWidget *parent = nullptr);

    void setCheck(SharedCheck check);
    void setWordings(const Wordings &wordings);
    [[nodiscard]] Wordings wordings() const;
    /// Anything differs from what was set.
    [[nodiscard]] bool isChanged() const;
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed();

private:
    void buildTools();
    void addLanguage(const QString &language, const NoticeText &text);
    void removeLanguage();
    void fillLanguageMenu();
    void fillPlaceholderMenu();
    void textChanged();
    void checkNow();
    [[nodiscard]] WordingPage *page(int index) const;
    [[nodiscard]] WordingPage *pageOf(const QString &language) const;

    const Settings &m_settings;
    SharedCheck m_check;
    Wordings m_before;
    bool m_readOnly = false;
    QTimer m_pause; ///< between the last key and the check
    QTabWidget *m_languages;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_insert;
    FaultList *m_faults;
};

} // namespace shirase
