// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CoreFiles.h"
#include "app/StandardOutput.h"
#include "app/Translations.h"
#include "app/ctl/Command.h"
#include "core/foundation/LibraryVersions.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace shirase;
using namespace shirase::ctl;

namespace {

enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2 };

int afterOutput(int status)
{
    if (status != Done || !isOutputLost())
        return status; // what has failed has said so
    print(stderr, Tr::tr("The command ran, but its output could not be written. Please see that there is room where it goes."));
    return Failed;
}

QList<Command> allCommands()
{
    return setUpCommands() + serveCommands() + configCommands() + staffCommands() + facilityCommands()
        + posterCommands() + noticeCommands() + noticeTextCommands() + noticeCaseCommands() + mailCommands()
        + eraseCommands() + backupCommands() + moveCommands() + doctorCommands();
}

int wrongUsage(const QString &sentence)
{
    print(stderr, sentence);
    print(stderr, Tr::tr("\"shirasectl --help\" lists the commands."));
    return WrongUsage;
}

void printHelp(const QList<Command> &commands)
{
    print(stdout, Tr::tr("Usage: shirasectl --data DIR [--json] COMMAND"));
    for (const Command &command : commands) {
        print(stdout, u"\n  %1 %2"_s.arg(command.name, command.words).trimmed().prepend(u"\n  "_s));
        print(stdout, u"      "_s + command.help);
        for (const QCommandLineOption &option : command.options) {
            const QString value = option.valueName().isEmpty() ? QString() : u' ' + option.valueName();
            print(stdout, u"      --%1%2  %3"_s.arg(option.names().first(), value, option.description()));
        }
    }
}

const Command *findCommand(const QList<Command> &commands, QStringList &words)
{
    for (const Command &command : commands) {
        const QStringList name = command.name.split(u' ');
        if (words.first(std::min(words.size(), name.size())) == name) {
            words.remove(0, name.size());
            return &command;
        }
    }
    return nullptr;
}

/// All commands of a group, as of "staff".
QList<Command> groupOf(QList<Command> commands, const QStringList &words)
{
    const QString beginning = words.join(u' ') + u' ';
    commands.removeIf([&](const Command &command) { return !command.name.startsWith(beginning); });
    return commands;
}

QString jsonText(const QJsonValue &value)
{
    // QJsonDocument writes objects and arrays only; a lone value is written as an array of one, less its brackets.
    const bool lone = !value.isObject() && !value.isArray();
    const QJsonDocument document = value.isObject() ? QJsonDocument(value.toObject())
        : value.isArray()                           ? QJsonDocument(value.toArray())
                                                    : QJsonDocument(QJsonArray{value});
    const QString text = QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    return lone ? text.sliced(1, text.size() - 2) : text;
}

void printReport(const Report &report, bool json)
{
    if (json && !report.json.isUndefined())
        print(stdout, jsonText(report.json));
    if (json)
        return;
    for (const QString &line : report.lines)
        print(report.refused ? stderr : stdout, line);
}

Result<> showReport(const Report &report, bool json)
{
    printReport(report, json);
    if (!isOutputLost())
        return {};
    return fail(ErrorCode::Unavailable,
                Tr::tr("Nothing was changed, as the output could not be written. Please see that there is room where it goes."));
}

int runCommand(const Command &command, const QStringList &words, const QString &data, bool json)
{
    QCommandLineParser parser;
    parser.addOptions(command.options);
    if (!parser.parse(QStringList{command.name} + words))
        return wrongUsage(parser.errorText());
    for (const QString &needed : command.needed) {
        const QStringList options = needed.split(u'|');
        if (std::ranges::none_of(options, [&](const QString &option) { return parser.isSet(option); }))
            return wrongUsage(Tr::tr("The command \"%1\" needs --%2.").arg(command.name, options.join(u" / --"_s)));
    }
    const qsizetype count = parser.positionalArguments().size();
    if (count < command.fewestWords || count > command.mostWords)
        return wrongUsage(Tr::tr("The command is used like this: %1").arg(command.name + u' ' + command.words));

    const DataFolder folder(data);
    if (const Result<> owned = folder.checkOwner(); !owned) {
        print(stderr, owned.error().message);
        return Failed;
    }
    const SystemClock clock;
    const Context context{folder, clock, parser,
                          [json](const QString &line) {
                              if (!json)
                                  print(stdout, line);
                          },
                          [json](const Report &first) { return showReport(first, json); }};
    const Result<Report> report = command.run(context);
    if (!report) {
        print(stderr, report.error().message);
        return Failed;
    }
    printReport(*report, json);
    return report->refused ? Failed : Done;
}

int run(QStringList words)
{
    const QList<Command> commands = allCommands();
    QString data;
    bool json = false;
    while (!words.isEmpty() && words.first().startsWith(u'-')) {
        const QString option = words.takeFirst();
        if (option == u"--json") {
            json = true;
        } else if (option == u"--data" && !words.isEmpty()) {
            data = words.takeFirst();
        } else if (option == u"--help") {
            printHelp(commands);
            return Done;
        } else if (option == u"--version") {
            print(stdout, versionText(u"shirasectl"_s));
            return Done;
        } else {
            return wrongUsage(Tr::tr("The option %1 is not understood here.").arg(option));
        }
    }
    json = words.removeAll(u"--json"_s) > 0 || json;
    const bool isHelpWanted = words.removeAll(u"--help"_s) > 0;
    if (words.isEmpty())
        return wrongUsage(Tr::tr("Please give a command."));
    const Command *command = findCommand(commands, words);
    if (const QList<Command> told = command ? QList{*command} : groupOf(commands, words); isHelpWanted && !told.isEmpty()) {
        printHelp(told);
        return Done;
    }
    if (!command)
        return wrongUsage(Tr::tr("There is no command \"%1\".")
                              .arg(words.first(std::min<qsizetype>(words.size(), 2)).join(u' ')));
    if (data.isEmpty())
        return wrongUsage(Tr::tr("Please give the folder of the data: --data DIR."));
    return runCommand(*command, words, data, json);
}

} // namespace

int main(int argc, char *argv[])
{
    leaveNoCoreFiles();
    // Posters are painted without a screen. Qt wants a runtime folder of the user's own for that and says so on standard
    // error; a service has none.
    const QTemporaryDir runtimeFolder;
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtimeFolder.path()));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"shirasectl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SHIRASE_VERSION));
    installTranslations(application);
    if (!initialiseCryptography()) {
        print(stderr, Tr::tr("The system gives no secure random numbers."));
        return Failed;
    }
    return afterOutput(run(QCoreApplication::arguments().sliced(1)));
}
