// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Errands.h"
#include "widgets/checks/Installation.h"
#include "widgets/common/Page.h"
#include "widgets/common/SettingsReader.h"
#include "widgets/settings/SettingTexts.h"

class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace shirase {

class CheckLine;
class MessageBar;
class ServerStatus;
class SettingForm;
class SettingRow;
class TestMailBox;

/// Every setting, by its subject (REQUIREMENTS S9, S10). For administrators. What is typed stays until it is saved or
/// discarded; what somebody else changes meanwhile shows within two seconds.
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    /// All outlive the page.
    SettingsPage(PageContext context, SettingsReader &settings, const Installation &installation, const ServerStatus &server,
                 QWidget *parent = nullptr);

    [[nodiscard]] bool isFor(const Session &session) const override { return session.has(Role::Administrator); }
    void refresh() override;
    /// Its subject, with the keyboard in its field.
    void showSetting(const QString &key);
    /// Asks what is to become of changes that are not saved.
    [[nodiscard]] bool mayLeave() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;

protected:
    void clear() override;

private:
    struct Group
    {
        SettingGroup group;
        SettingForm *form;
    };
    void buildHeading();
    void addGroup(SettingGroup group);
    [[nodiscard]] QWidget *frame(SettingGroup group, SettingForm *form) const;
    void addChecks();
    [[nodiscard]] SettingForm *form(SettingGroup group) const;

    void present();
    void adapt();
    void showMailRows();
    [[nodiscard]] QList<SettingChange> changes() const;
    [[nodiscard]] Settings asTyped() const;
    [[nodiscard]] Result<TestMail> testMail() const;

    void save();
    [[nodiscard]] bool check();
    [[nodiscard]] Result<> store(QList<SettingChange> changes);
    void discard();
    void editThresholds();

    SettingsReader &m_settings;
    const Installation &m_installation;
    const ServerStatus &m_server;
    Errands m_errands;
    MessageBar *m_message;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    TestMailBox *m_testMail = nullptr;
    QList<CheckLine *> m_checks;
    QList<Group> m_groups;
};

} // namespace shirase
