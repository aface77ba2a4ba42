"""Our own on-screen keyboard: big keys, no repeat, pages of letters, digits and signs."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.language import Words
from kiosk.ui.widgets.key import Key
from kiosk.ui.widgets.key_words import key_words
from kiosk.ui.widgets.keyboard_layouts import DOES, Page, PageName, Purpose, begins_sentence, page_of, pages_of
from kiosk.ui.widgets.look import Look

_WIDEST_MM = 30.0
_WIDEST_OF_FEW_MM = 45.0
_FEW = 4
_HIGHEST_MM = 20.0


class Keyboard(QWidget):
    """Tells what was pressed, and never takes the focus from the field. Keys are 20 mm wide and 12.7 mm high or more.

    `order` is that of the visit's display; the wish for another one is told with `order_wanted`.
    """

    typed = Signal(str)
    erased = Signal()
    order_wanted = Signal(str)

    not_audited: ClassVar = {
        "DIRECTION": "keys stand where they stand on a real keyboard, and digits in their order, in every language",
    }

    def __init__(self, look: Look, words: Words, purpose: Purpose, order: str) -> None:
        super().__init__()
        self._look = look.furniture
        self._words = words
        self._purpose = purpose
        self._order = order
        self._name: PageName = "letters"
        self._letters: PageName = "letters"
        self._page = Page(())
        self._sentence_begins = self._capital = False
        self._short = False
        self._rows: list[list[Key]] = []
        self._foot: list[Key] = []
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def least_height(self, short: bool) -> int:
        """The height of the keyboard with the lowest keys; `short` saves one row, where it can."""
        return self._height_of(self._look.metrics.target, short)

    def best_height(self) -> int:
        """The height with keys as high as they are wide."""
        return self._height_of(self._look.metrics.mm(_HIGHEST_MM), short=False)

    def set_short(self, short: bool) -> None:
        """Put the last two rows of a page into one, or the last beside the others, where they can be."""
        if short != self._short:
            self._short = short
            self._place()
            if self._page.short_beside:
                for key, after in pairwise(key for row in self._rows_now() for key in row):
                    QWidget.setTabOrder(key, after)

    def set_order(self, order: str) -> None:
        """Show the keys in the order of the alphabet, "a-z", or in that of keyboards, "qwerty"."""
        if order != self._order:
            self._order = order
            self._build()

    def follow(self, before: str) -> None:
        """Be told what stands before the cursor: where a sentence of a note begins, the next letter is a capital."""
        begins = self._purpose == "note" and begins_sentence(before)
        if begins != self._sentence_begins:
            self._sentence_begins = begins
            self._set_capital(begins)

    def keys_shown(self) -> list[Key]:
        """The keys that are shown, from the top left to the bottom right."""
        shown = [key for row in self._rows_now() for key in row]
        return sorted(shown, key=lambda key: (key.y(), key.x()))

    def _height_of(self, key: int, short: bool) -> int:
        rows = self._most_rows(short)
        return rows * key + (rows - 1) * self._look.metrics.least_gap

    def _most_rows(self, short: bool) -> int:
        """How many rows the longest page has, so that keys keep their height from page to page."""
        language = self._words.language
        pages = [page_of(name, self._purpose, language, self._order) for name in pages_of(self._purpose, language)]
        return max(
            len(page.rows) - (short and page.short_beside) + (bool(page.foot) and not (short and page.short_foot))
            for page in pages
        )

    def _build(self) -> None:
        """Make the keys of a page, and give the focus back to the key in whose stead another stands now."""
        old = [key for row in (*self._rows, self._foot) for key in row]
        focused = next((key.does for key in old if key.hasFocus()), "")
        self._page = page_of(self._name, self._purpose, self._words.language, self._order)
        self._rows = [[self._key(does) for does in row] for row in self._page.rows]
        self._foot = [self._key(does) for does in self._page.foot]
        self._place()
        if focused:
            made = [key for row in self._rows_now() for key in row]
            (next((k for k in made if k.does == focused), None) or self._stands_for(focused, made)).setFocus()
        for key in old:
            key.hide()
            key.deleteLater()

    def _stands_for(self, gone: str, made: list[Key]) -> Key:
        """The key that leads back from where one that is gone has led to."""
        back = {"numbers": "letters", "letters": "numbers", "english": "letters"}.get(gone)
        return next((key for key in made if key.does == back), made[-1])

    def _key(self, does: str) -> Key:
        if does not in DOES and self._capital:
            does = does.upper()
        leads_to = self._letters if self._name == "numbers" else "letters"
        face = key_words(does, self._words, leads_to if does == "letters" else self._name, self._order)
        key = Key(self._look, does, face.words, face.icon, face.name)
        if does == "capital":
            self._mark_capital(key)
        key.clicked.connect(lambda: self._pressed(key.does))
        key.setParent(self)
        key.show()
        return key

    def _pressed(self, does: str) -> None:
        if does not in DOES:
            self.typed.emit(does)
            self._set_capital(self._sentence_begins)
        elif does == "space":
            self.typed.emit(" ")
        elif does == "rub-out":
            self.erased.emit()
        elif does == "order":
            self.order_wanted.emit("a-z" if self._order == "qwerty" else "qwerty")
        elif does == "capital":
            self._set_capital(not self._capital)
        else:
            self._turn_to(does)

    def _turn_to(self, does: str) -> None:
        if does == "numbers":
            self._name = "numbers"
        elif does == "letters" and self._name == "numbers":
            self._name = self._letters
        else:
            self._name = self._letters = "english" if does == "english" else "letters"
        self._build()

    def _set_capital(self, capital: bool) -> None:
        if capital == self._capital:
            return
        self._capital = capital
        for key in (key for row in self._rows for key in row if key.does not in DOES):
            letter = key.does.upper() if capital else key.does.lower()
            if letter != key.does:
                key.set_letter(letter, key_words(letter, self._words, self._name, self._order).name)
        for key in self._foot:
            if key.does == "capital":
                self._mark_capital(key)

    def _mark_capital(self, key: Key) -> None:
        _ = self._words.gettext
        name = _("Capital")
        key.set_on(self._capital, _("{choice}, chosen").format(choice=name) if self._capital else name)

    def _rows_now(self) -> list[list[Key]]:
        """The rows as they are to stand."""
        if self._short and self._page.short_beside:
            *rows, last = self._rows
            return [[*row, key] for row, key in zip(rows, last, strict=True)]
        if not self._foot:
            return self._rows
        if self._short and self._page.short_foot:
            does = self._page.short_foot
            return [*self._rows[:-1], [*self._rows[-1], *(key for key in self._foot if key.does in does)]]
        return [*self._rows, self._foot]

    def _place(self) -> None:
        gap, rows, most = self._look.metrics.least_gap, self._rows_now(), self._most_rows(self._short)
        columns = max(len(row) for row in (self._rows if self._foot else rows))
        widest = self._look.metrics.mm(_WIDEST_MM if columns > _FEW else _WIDEST_OF_FEW_MM)
        each = min(widest, (self.width() - gap * (columns - 1)) // columns)
        high = min(self._look.metrics.mm(_HIGHEST_MM), (self.height() - gap * (most - 1)) // most)
        top = self.height() - len(rows) * high - (len(rows) - 1) * gap
        shown = {key for row in rows for key in row}
        for key in self._foot:
            key.setVisible(key in shown)
        for row in rows:
            self._place_row(row, top, each, each * columns + gap * (columns - 1), high)
            top += high + gap

    def _place_row(self, row: list[Key], top: int, each: int, across: int, high: int) -> None:
        """Letters are of one width; the keys that do something else share what they leave, most of it for Space."""
        gap = self._look.metrics.least_gap
        others = [key for key in row if key in self._foot]
        wide = dict.fromkeys(row, each)
        if others:
            room = across - (len(row) - len(others)) * (each + gap) - (len(others) - 1) * gap
            wide |= _shares(others, room, high, self._look.metrics.mm(20.2))
        left = (self.width() - sum(wide.values()) - gap * (len(row) - 1)) // 2
        for key in reversed(row) if self._page.from_right else row:
            key.fit(wide[key], high)
            key.setGeometry(left, top, wide[key], high)
            left += wide[key] + gap

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(200), self.best_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(100), self.least_height(short=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _shares(keys: list[Key], room: int, high: int, least: int) -> dict[Key, int]:
    """The widths of some keys: what their words need, or as near to it as there is room; what is left goes to Space."""
    for measure in (Key.widest, Key.narrowest):
        shares = {key: max(least, measure(key, high)) for key in keys}
        if sum(shares.values()) <= room:
            break
    else:
        shares = dict.fromkeys(keys, least)
    space = next((key for key in keys if key.does == "space"), keys[-1])
    shares[space] += room - sum(shares.values())
    return shares
