# Headers that nearly every source reads, parsed once: reading them is most of what a source of ours costs the compiler.
# A source still includes all that it uses; with SHIRASE_PRECOMPILE=OFF it has to build alike.
#     shirase_precompile(TARGET)            Qt without a window
#     shirase_precompile(TARGET widgets)    the window
#     shirase_precompile(TARGET tests), shirase_precompile(TARGET widgettests)    their tests
# clang refuses what was precompiled with -fPIC for a program with -fPIE, though they differ in nothing that is precompiled:
# the preset "fuzz" tells it not to ask. Whether a header has changed since, the build knows.
option(SHIRASE_PRECOMPILE "Parse common headers once" ON)

function(shirase_precompiled_headers name) # NAME LIBRARY… HEADERS HEADER…
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS")
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
    add_library(${name} STATIC EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE shirase_options ${arg_UNPARSED_ARGUMENTS})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

function(shirase_precompile target)
    if(SHIRASE_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM precompiled${ARGN})
        get_target_property(type ${target} TYPE)
        if(type STREQUAL EXECUTABLE)
            # One set of headers for libraries and programs: GCC wants both to be of one kind. Qt asks for that only where it
            # was built with reduced relocations, as Debian 12's and not 13's.
            set(asked $<TARGET_PROPERTY:Qt6::Core,INTERFACE_COMPILE_OPTIONS>)
            target_compile_options(${target} PRIVATE $<$<NOT:$<IN_LIST:-fPIC,${asked}>>:-fPIC>)
        endif()
    endif()
endfunction()

if(SHIRASE_PRECOMPILE)
    set(common_headers
        <algorithm> <array> <chrono> <expected> <functional> <map> <memory> <optional> <string> <string_view> <utility>
        <vector> <QByteArray> <QCoreApplication> <QDate> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonObject> <QList>
        <QLocale> <QMap> <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrl>)
    shirase_precompiled_headers(precompiled Qt6::Core Qt6::Gui Qt6::Sql HEADERS ${common_headers}
        <QSqlDatabase> <QSqlQuery> <QPainter>)
    set(widget_headers
        <QAction> <QCheckBox> <QComboBox> <QDateEdit> <QDialog> <QDialogButtonBox> <QGridLayout> <QHBoxLayout> <QHeaderView>
        <QLabel> <QLineEdit> <QMenu> <QPainter> <QPlainTextEdit> <QProgressBar> <QPushButton> <QSettings> <QSplitter>
        <QStackedWidget> <QTableView> <QVBoxLayout> <QWidget>)
    set(test_headers <QSignalSpy> <QSqlQuery> <QTemporaryDir> <QTest>)
    shirase_precompiled_headers(precompiledwidgets Qt6::Widgets Qt6::Sql HEADERS ${common_headers} ${widget_headers})
    if(SHIRASE_TESTS)
        shirase_precompiled_headers(precompiledtests shirase_test_options core HEADERS ${common_headers} ${test_headers})
        shirase_precompiled_headers(precompiledwidgettests shirase_test_options widgets
            HEADERS ${common_headers} ${widget_headers} ${test_headers})
    endif()
endif()
