// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpWindow.h"

#include "widgets/common/Colours.h"
#include "widgets/common/Icons.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int topicRole = Qt::UserRole;
constexpr int sideWidth = 260;

/// Pictures as wide as the page at most.
class Browser final : public QTextBrowser
{
public:
    QVariant loadResource(int type, const QUrl &name) override
    {
        QVariant loaded = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return loaded;
        QImage picture;
        picture.loadFromData(loaded.toByteArray());
        const int room = qMax(viewport()->width() - 4 * int(document()->documentMargin()) - 16, 200);
        if (picture.width() <= room)
            return picture;
        // As sharp as the screen and the picture are.
        const int pixels = std::min(picture.width(), qRound(room * devicePixelRatioF()));
        picture = picture.scaledToWidth(pixels, Qt::SmoothTransformation);
        picture.setDevicePixelRatio(qreal(pixels) / room);
        return picture;
    }
};

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QMainWindow(parent, Qt::Window)
    , m_book(HelpBook::languageOfWindow())
    , m_search(new QLineEdit)
    , m_side(new QStackedWidget)
    , m_contents(new QTreeWidget)
    , m_hits(new QListWidget)
    , m_browser(new Browser)
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help – Shirase"));
    setAttribute(Qt::WA_QuitOnClose, false);
    m_browser->setObjectName(u"helpText"_s);
    m_browser->setAccessibleName(tr("The chapter"));
    m_browser->setOpenExternalLinks(false);
    m_browser->document()->setDocumentMargin(12);
    m_contents->setObjectName(u"helpContents"_s);
    m_hits->setObjectName(u"helpHits"_s);
    buildTools();
    buildContents();
    auto *splitter = new QSplitter;
    splitter->addWidget(makeSide());
    splitter->addWidget(m_browser);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({sideWidth, 3 * sideWidth});
    splitter->setChildrenCollapsible(false);
    setCentralWidget(splitter);
    takeColours();
    connectParts();
    resize(1000, 720);
}

void HelpWindow::buildTools()
{
    QToolBar *tools = addToolBar(tr("Help"));
    tools->setObjectName(u"helpTools"_s);
    tools->setMovable(false);
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto add = [this, tools](const QString &name, const QIcon &icon, const QString &text, const QKeySequence &keys) {
        QAction *action = tools->addAction(icon, text);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setToolTip(u"%1 (%2)"_s.arg(text, keys.toString(QKeySequence::NativeText)));
        return action;
    };
    QAction *back = add(u"helpBack"_s, icons::themed(u"go-previous"_s, u"back"_s), tr("Back"), QKeySequence::Back);
    QAction *forward =
        add(u"helpForward"_s, icons::themed(u"go-next"_s, u"forward"_s), tr("Forward"), QKeySequence::Forward);
    QAction *first = add(u"helpFirst"_s, icons::themed(u"go-home"_s, u"contents"_s), tr("Contents"),
                         QKeyCombination(Qt::ALT, Qt::Key_Home));
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(back, &QAction::triggered, m_browser, &QTextBrowser::backward);
    connect(forward, &QAction::triggered, m_browser, &QTextBrowser::forward);
    connect(first, &QAction::triggered, this, [this] { open(HelpBook::firstPage); });
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
}

void HelpWindow::buildContents()
{
    m_contents->setHeaderHidden(true);
    m_contents->setAccessibleName(tr("Contents"));
    QTreeWidgetItem *chapter = nullptr;
    for (const HelpSection &section : m_book.sections()) {
        if (section.chapter == HelpBook::firstPage)
            continue;
        auto *item = section.anchor.isEmpty() ? new QTreeWidgetItem(m_contents) : new QTreeWidgetItem(chapter);
        if (section.anchor.isEmpty())
            chapter = item;
        item->setText(0, section.title);
        item->setToolTip(0, section.title);
        item->setData(0, topicRole, section.topic());
    }
}

QWidget *HelpWindow::makeSide()
{
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setPlaceholderText(tr("Search the help (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::own(u"search"_s), QLineEdit::LeadingPosition);
    m_hits->setAccessibleName(tr("Sections found"));
    m_hits->setWordWrap(true);
    m_side->addWidget(m_contents);
    m_side->addWidget(m_hits);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 8, 0, 8);
    layout->addWidget(m_search);
    layout->addWidget(m_side, 1);
    return side;
}

void HelpWindow::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { openHit(m_hits->item(0)); });
    connect(m_hits, &QListWidget::itemActivated, this, &HelpWindow::openHit);
    connect(m_hits, &QListWidget::itemClicked, this, &HelpWindow::openHit);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            open(item->data(0, topicRole).toString());
    });
    connect(m_browser, &QTextBrowser::sourceChanged, this, &HelpWindow::followContents);
}

void HelpWindow::open(const QString &topic)
{
    const QString known = m_book.has(topic) ? topic : QString(HelpBook::firstPage);
    if (known != this->topic())
        m_browser->setSource(QUrl(m_book.address(known)));
}

QString HelpWindow::topic() const
{
    return m_book.topicOf(m_browser->source().toString());
}

void HelpWindow::search(const QString &typed)
{
    m_hits->clear();
    const bool searching = !HelpBook::wordsOf(typed).isEmpty();
    m_side->setCurrentWidget(searching ? static_cast<QWidget *>(m_hits) : m_contents);
    if (!searching)
        return mark({});
    const QList<HelpHit> hits = m_book.find(typed);
    for (const HelpHit &hit : hits) {
        auto *item = new QListWidgetItem(hit.section.title + u'\n' + hit.surroundings, m_hits);
        item->setData(topicRole, hit.section.topic());
    }
    if (hits.isEmpty()) {
        auto *nothing = new QListWidgetItem(tr("Nothing is found. Fewer or other words may help."), m_hits);
        nothing->setFlags(Qt::NoItemFlags);
    }
}

void HelpWindow::openHit(const QListWidgetItem *hit)
{
    if (!hit || hit->data(topicRole).isNull())
        return;
    open(hit->data(topicRole).toString());
    mark(HelpBook::wordsOf(m_search->text()));
}

void HelpWindow::mark(const QStringList &words)
{
    QList<QTextEdit::ExtraSelection> marks;
    const FoldedText folded = FoldedText::of(m_browser->document()->toPlainText());
    for (const QString &word : words) {
        for (qsizetype at = folded.text().indexOf(word); at >= 0; at = folded.text().indexOf(word, at + word.size())) {
            const TextSpan place = folded.original({at, word.size()});
            QTextEdit::ExtraSelection found;
            found.cursor = QTextCursor(m_browser->document());
            found.cursor.setPosition(int(place.offset));
            found.cursor.setPosition(int(place.end()), QTextCursor::KeepAnchor);
            found.format.setBackground(palette().highlight());
            found.format.setForeground(palette().highlightedText());
            marks << found;
        }
    }
    m_browser->setExtraSelections(marks);
}

// The browser tells of a source before source() gives it.
void HelpWindow::followContents(const QUrl &source)
{
    const QString shown = m_book.topicOf(source.toString());
    const QSignalBlocker quiet(m_contents);
    m_contents->setCurrentItem(nullptr);
    for (QTreeWidgetItemIterator item(m_contents); *item; ++item) {
        if ((*item)->data(0, topicRole).toString() == shown)
            m_contents->setCurrentItem(*item);
    }
}

// In the palette's colours: Qt gives links the same blue on a dark one, where nobody can read it.
void HelpWindow::takeColours()
{
    m_browser->document()->setDefaultStyleSheet(
        u"a { color: %1; } h1 { font-size: x-large; } h2 { font-size: large; margin-top: 18px; } "
        "kbd { font-weight: bold; } th { text-align: left; } td, th { padding: 3px 10px 3px 0; } "
        "li { margin-bottom: 3px; } .note { background-color: %2; color: %1; }"_s
            .arg(palette().color(QPalette::WindowText).name(), colours::note(palette()).name()));
    if (!m_browser->source().isEmpty())
        m_browser->reload();
}

void HelpWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    } else if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
    } else if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close)) {
        close();
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

} // namespace shirase
