"""One question of an estimate about money: the question, a field, our number pad, and "I don't know"."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.estimate.questions import UNKNOWN
from kiosk.estimate.typed_amount import is_much, read_amount, trouble_with
from kiosk.ui.asking import Asking, answer_words, dont_know
from kiosk.ui.screens.estimate import estimate_title, gone_words, question_words
from kiosk.ui.typing_screen import TypingScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.keyboard_layouts import Purpose
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.status import Status

_PAD_MM, _PAD_OF_ALL = 141, 0.46
"""How wide the number pad gets beside the question: in millimetres, and as a part of the panel."""


class _SaidBack(Status):
    """What is said about an amount. The amount itself is shown, and never said aloud: other people may hear it."""

    _instead = ""

    def set_text(self, text: str) -> None:
        self._instead = ""
        super().set_text(text)

    def set_private(self, text: str, instead: str) -> None:
        """Show this, and have something else read aloud."""
        self.set_text(text)
        self._instead = instead

    def spoken(self) -> str:
        return self._instead or super().spoken()

    def _announce(self) -> None:
        if not self._instead:
            super()._announce()


class EstimateAmountScreen(TypingScreen):
    """Key is an estimate's name and a question's id. What is typed is kept however the visitor leaves.

    The question stands beside the number pad, or above it on a tall panel; only the question scrolls.
    """

    longest: ClassVar = 14

    def build(self) -> None:
        self._asking = Asking(self.session, self.route.key)
        self._meant: Decimal | None = None
        self._told = ""
        self.said: _SaidBack
        super().build()

    def title(self) -> str:
        return estimate_title(self._asking, self)

    @property
    def purpose(self) -> Purpose:
        return "amount"

    def field_name(self) -> str:
        question, _ = self._asking.question, self._
        if question is None:
            return _("Amount")
        return _("Pounds a week") if question.unit.endswith("a week") else _("Pounds")

    def hint(self) -> str:
        return self.field_name()

    def icon(self) -> str:
        return "money"

    def done_words(self) -> str:
        return self._("Use this amount")

    def settled_words(self) -> str:
        return "" if self._asking.answer == UNKNOWN else self._asking.answer

    def make_parts(self) -> None:
        super().make_parts()
        chosen = self._asking.answer == UNKNOWN
        words = dont_know(self.words)
        name = self._("{choice}, chosen").format(choice=words) if chosen else words
        kind, icon = ("chosen", "tick") if chosen else ("plain", "")
        self.dont_know = Button(self.look.furniture, words, icon, kind, name=name)
        self.dont_know.clicked.connect(self._answer_unknown)
        self.said = _SaidBack(self.look.furniture, " ")
        self.page = ScrollPage(self.look, self.words, widest_em=39)
        for widget in self._question():
            self.page.column.addWidget(widget)
        self.page.column.addWidget(self.said)
        self.page.column.addStretch(1)

    def _question(self) -> list[QWidget]:
        asking = self._asking
        return gone_words(asking, self) if asking.question is None else question_words(asking, self)

    def place_parts(self) -> None:
        metrics = self.look.metrics
        self._beside = not metrics.panel.portrait
        self.middle.setParent(self)
        self.middle.hide()
        buttons = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(metrics.gap)
        buttons.addWidget(self.dont_know, 1)
        buttons.addWidget(self.done, 1)
        pad = QVBoxLayout()
        pad.setSpacing(metrics.least_gap)
        for part in (self.entry, self.keyboard):
            pad.addWidget(part)
        pad.addLayout(buttons)
        self._outer: QBoxLayout = QHBoxLayout(self) if self._beside else QVBoxLayout(self)
        self._outer.setContentsMargins(metrics.margin, metrics.gap, metrics.margin, metrics.gap)
        self._outer.setSpacing(metrics.gap)
        self._outer.addWidget(self.page, 1)
        if self._beside:
            across = min(metrics.mm(_PAD_MM), round(metrics.panel.width * _PAD_OF_ALL))
            self.entry.setFixedWidth(across)
            self.keyboard.setFixedWidth(across)
            pad.addStretch(1)
        self._outer.addLayout(pad)
        if self._asking.question is None:
            hidden: tuple[QWidget, ...] = (self.said, self.entry, self.keyboard, self.dont_know, self.done)
            for widget in hidden:
                widget.hide()

    def fit_parts(self) -> None:
        """The keys are as high as there is room; the question has what is left above them, or all of one side."""
        if not self.height() or self._asking.question is None:
            return
        metrics = self.look.metrics
        across = self.keyboard.width() if self._beside else self.width() - 2 * metrics.margin
        words = self._place_buttons(across)
        room = self.height() - 2 * metrics.gap - 2 * metrics.least_gap
        short = room < self.entry.tall(True) + self.keyboard.least_height(False) + words
        least = self.keyboard.least_height(short)
        self.keyboard.set_short(short)
        low = room < self.entry.tall(False) + least + max(words, metrics.main_target)
        high = words if low or self._stacked else max(words, metrics.main_target)
        field = self.entry.tall(low)
        self.entry.set_low(low)
        self.entry.setFixedHeight(field)
        for button in (self.done, self.dont_know):
            button.setFixedHeight(button.heightForWidth(across) if self._stacked else high)
        spare = room - field - high - least if self._beside else (room - field - high) // 2 - least
        self.keyboard.setFixedHeight(max(least, min(self.keyboard.best_height(), least + spare)))

    def _place_buttons(self, across: int) -> int:
        """Put the buttons side by side, or one above the other where that is lower; how high they are together."""
        gap, ends = self.look.metrics.gap, (self.dont_know, self.done)
        each = (across - gap) // 2
        beside = max(button.heightForWidth(each) for button in ends)
        stacked = sum(button.heightForWidth(across) for button in ends) + gap
        self._stacked = stacked < beside
        way = QBoxLayout.Direction.TopToBottom if self._stacked else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(way)
        if self._beside:
            for button in ends:
                button.setFixedWidth(across if self._stacked else each)
        return min(beside, stacked)

    def answer(self, typed: str) -> None:
        """Say back what was typed, so that a slip is seen; a sentence about what is wrong stays until it is mended."""
        question = self._asking.question
        if question is None:
            return
        if typed != self._told:
            self._meant, self._told = None, ""
        if self._told:
            return
        complaint = self._asking.complaint if typed == self.settled_words() else ""
        trouble = trouble_with(typed, self.words)
        if complaint or not typed.strip() or trouble:
            self.said.set_text(complaint or trouble)
        else:
            # Translators: said back to somebody who has just typed an amount.
            said = self._("You typed {amount}.").format(amount=answer_words(question, typed, self.words))
            self.said.set_private(said, self._("Something is written. It is not read aloud."))

    def use(self, typed: str) -> bool:
        question, amount = self._asking.question, read_amount(typed)
        if question is None:
            return False
        trouble = trouble_with(typed, self.words)
        if trouble or amount is None:
            return self._tell(trouble, typed)
        if is_much(question, amount) and self._meant != amount:
            self._meant = amount
            # Translators: “Use this amount” is the words on a button.
            much = self._("That is a lot for one week. If it is right, touch “Use this amount” again.")
            return self._tell(much, typed)
        if not self._asking.give(str(amount)):
            return self._tell(self._asking.complaint, typed)
        self._asking.go_on()
        return True

    def _tell(self, sentence: str, typed: str) -> bool:
        self._told = typed
        self.said.set_text(sentence)
        self.page.show_part(self.said, 0, self.said.height())
        return False

    def _answer_unknown(self) -> None:
        self._used = True
        self._asking.give(UNKNOWN)
        self._asking.go_on()

    def leave(self) -> None:
        typed = self.entry.field.text().strip()
        amount = read_amount(typed)
        if not self._used and amount is not None and not trouble_with(typed, self.words):
            self._used = True
            if typed != self.settled_words():
                self._asking.give(str(amount))
        super().leave()

    def bring_into_view(self, widget: QWidget, y: int) -> None:
        if self.page.isAncestorOf(widget):
            self.page.show_part(widget, y, round(self.look.metrics.body * 1.5))

    @property
    def place(self) -> float:
        return self.page.place

    def go_to(self, place: float) -> None:
        self.page.go_to(place)
