// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Connection.h"
#include "app/SetUp.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonValue>
#include <QStringList>

#include <functional>

namespace shirase::ctl {

/// The commands' sentences; lupdate finds their context by it.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ctl)
};

/// What a command has to say when it is done: lines for people, or one JSON value.
struct Report
{
    QStringList lines;
    QJsonValue json; ///< undefined: nothing with --json
    bool refused = false; ///< the answer is no: exit status 1, the lines on standard error, the JSON value as ever
};

/// What every command gets.
struct Context
{
    DataFolder folder;
    const Clock &clock;
    const QCommandLineParser &arguments; ///< the command's own words, without its name
    /// Prints a line at once, for long commands; nothing with --json.
    std::function<void(const QString &)> say;
    /// Prints a report, or its JSON value, before what it tells counts: the report that ends the command has no value then.
    /// Fails with Unavailable if it does not get out.
    std::function<Result<>(const Report &)> show;

    [[nodiscard]] QString value(const QString &option) const { return arguments.value(option); }
    [[nodiscard]] QStringList words() const { return arguments.positionalArguments(); }
    [[nodiscard]] Result<std::unique_ptr<Connection>> connect() const { return Connection::open(folder, clock); }
    /// Logs in as --as and --password-file say.
    [[nodiscard]] Result<std::unique_ptr<Session>> logIn(Connection &connection) const;
};

struct Command
{
    QString name;  ///< "facility add"
    QString words; ///< its positional arguments, for the help: "CODE..."
    QString help;  ///< one line
    int fewestWords = 0;
    int mostWords = 0;
    QList<QCommandLineOption> options;
    QStringList needed; ///< options that have to be there; "a|b": one of them
    std::function<Result<Report>(const Context &)> run;
};

[[nodiscard]] QList<Command> setUpCommands();
[[nodiscard]] QList<Command> serveCommands();
[[nodiscard]] QList<Command> configCommands();
[[nodiscard]] QList<Command> staffCommands();
[[nodiscard]] QList<Command> facilityCommands();
[[nodiscard]] QList<Command> posterCommands();
[[nodiscard]] QList<Command> noticeCommands();
[[nodiscard]] QList<Command> noticeTextCommands();
[[nodiscard]] QList<Command> noticeCaseCommands();
[[nodiscard]] QList<Command> mailCommands();
[[nodiscard]] QList<Command> eraseCommands();
[[nodiscard]] QList<Command> doctorCommands();
[[nodiscard]] QList<Command> backupCommands();
[[nodiscard]] QList<Command> moveCommands();

/// The first line of a file, for passwords: never in an argument or the environment, where others could read it.
[[nodiscard]] Result<SecretBytes> readSecret(const QString &path);
/// The whole file. Fails with Unavailable and a sentence that names it.
[[nodiscard]] Result<QByteArray> readFile(const QString &path);

/// The number of a notice. Fails with NotFound for another word.
[[nodiscard]] Result<NoticeId> noticeIdOf(const QString &word);

/// The options --database, --database-password-file and --vault, and what they say.
[[nodiscard]] QList<QCommandLineOption> addressOptions();
[[nodiscard]] DataAddresses addressesIn(const Context &context);

/// The options --as and --password-file.
[[nodiscard]] QList<QCommandLineOption> identityOptions();

} // namespace shirase::ctl
