"""The panel beside a word that says what is known about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.state.word_facts import WordFacts
from reader.ui.icons import icon
from reader.ui.page_fonts import page_families
from reader.ui.theme import Theme
from reader.ui.word_document import WordDocument

_WIDTH, _HIGHEST, _LOWEST = 340, 360, 90
#: Between the word and the panel, and between the panel and the edges around it.
_DISTANCE, _EDGE = 6, 8
_MARGIN = 10

#: What the keys do with its text, not with the page's.
_OWN_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


class WordPopover(QFrame):
    """Stands beside a word over the page; the text in it can be selected, and Escape closes it.

    Signals:
        closed: it was closed by a key, its button, or because the focus went elsewhere.
        colour_requested: the word is to be coloured.
        dictionaries_requested: the reader wants to install a dictionary.
    """

    closed = Signal()
    colour_requested = Signal()
    dictionaries_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self._facts: WordFacts | None = None
        self._anchor, self._is_beside = QRect(), False
        self.setObjectName("popover")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("About the word"))
        self._text = QTextBrowser()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.setUndoRedoEnabled(False)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("About the word"))
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # What is selected shows where the keys have led; a caret would stand in the text like a letter.
        self._text.setCursorWidth(0)
        self._text.document().setDocumentMargin(0)
        self._text.installEventFilter(self)
        self._document = WordDocument(self._text.document())
        self._colour = QPushButton(self.tr("Colour it"))
        self._colour.clicked.connect(self.colour_requested)
        self._dictionaries = QPushButton(self.tr("Add a dictionary…"))
        self._dictionaries.clicked.connect(self.dictionaries_requested)
        self._close = QToolButton()
        self._close.setObjectName("small")
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.dismiss)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._colour)
        self._buttons.addWidget(self._dictionaries)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 6)
        layout.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._text, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top, 1)
        layout.addLayout(self._buttons)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says."""
        return self._text.toPlainText()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._close.setIcon(icon("remove", theme.muted))
        self._fill()

    def show_facts(self, facts: WordFacts) -> None:
        """Say what is known, as often as there is more."""
        self._facts = facts
        self._dictionaries.setVisible(not facts.has_dictionaries)
        self._fill()
        if self.isVisible():
            self._place()

    def stand_beside(self, word: QRect, is_vertical: bool) -> None:
        """Stand beside a word.

        Args:
            word: where it is drawn, in the parent's coordinates.
            is_vertical: whether lines run down the page: then the panel stands left or right of the word, else below or
                above.
        """
        self._anchor, self._is_beside = word, is_vertical
        self._place()
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Let the keys go to its text."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close it, unless it is closed."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            event.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Escape in its text, which would keep the key; keep its own keys from the window's actions."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if event.type() == QEvent.Type.ShortcutOverride and any(map(event.matches, _OWN_KEYS)):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Close when the focus goes from it to another part of the window; not when the window itself loses it."""
        if old is not None and new is not None and self.isAncestorOf(old) and not self.isAncestorOf(new):
            self.dismiss()

    def _fill(self) -> None:
        if self._facts is not None:
            at = self._text.verticalScrollBar().value()
            families = page_families("", None)
            self._document.fill(self._facts, self._theme, families)
            self._text.verticalScrollBar().setValue(at)

    def _place(self) -> None:
        """As high as its text needs and the room allows; where there is more room, if not where it is wanted."""
        room = self._over.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self.setFixedWidth(min(_WIDTH, room.width()))
        size = QSize(self.width(), min(self._needed_height(), room.height()))
        word, distance = self._anchor, _DISTANCE
        if self._is_beside:
            left = word.left() - distance - size.width()
            right = word.right() + distance
            corner = QPoint(left if left >= room.left() else right, word.top())
        else:
            below, above = word.bottom() + distance, word.top() - distance - size.height()
            fits_below = below + size.height() <= room.bottom()
            if not fits_below and above < room.top():
                # Neither side has room for all of it: the larger one, and the text scrolls.
                height = max(room.bottom() - below, word.top() - distance - room.top())
                size.setHeight(max(_LOWEST, min(size.height(), height)))
                fits_below = room.bottom() - below >= word.top() - room.top()
                above = word.top() - distance - size.height()
            corner = QPoint(word.left(), below if fits_below else above)
        self.setFixedHeight(size.height())
        self.move(
            max(room.left(), min(corner.x(), room.right() - size.width())),
            max(room.top(), min(corner.y(), room.bottom() - size.height())),
        )

    def _needed_height(self) -> int:
        document = self._text.document()
        document.setTextWidth(self.width() - 2 * _MARGIN - self._close.sizeHint().width() - 6)
        around = 2 * _MARGIN + self._colour.sizeHint().height() + 8
        return max(_LOWEST, min(_HIGHEST, round(document.size().height()) + around))
