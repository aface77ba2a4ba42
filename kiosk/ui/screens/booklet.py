"""Make my booklet: for whom, which pages, which services, how big, in which language; and how long it gets."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from kiosk.booklet.render import Rendered
from kiosk.language import interface_languages
from kiosk.ui.booklet_making import chosen_guides, lay_out
from kiosk.ui.idle_words import idle_promise
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.booklet_choice import answer, answers
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.status import Status

_SETTLE_MS = 150


class BookletScreen(PageScreen):
    """Everything on it can be left as it is: the booklet is ready to print from the start."""

    def build(self) -> None:
        self._count_words = ""
        self._count: Status | None = None
        self._asked = 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask_count)
        super().build()

    def title(self) -> str:
        return self._("Make my booklet")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        _, go = self._, self.session.navigator.go
        self.add_title(_("Make my booklet"))
        self.add_text(_("A booklet to take home: what happens, your rights, what it costs, and who to ring."))
        self._count = Status(self.look, self._count_words or _("Counting the pages"), "muted")
        look = Button(self.look, _("Look at it"), "preview")
        look.clicked.connect(lambda: go(Route("booklet-preview")))
        printing = Button(self.look, _("Print it"), "print", "primary")
        printing.clicked.connect(lambda: go(Route("booklet-print")))
        for button in (look, printing):
            button.set_least_height(self.look.metrics.main_target)
        self.add(CardGrid(self.look, [look, printing], columns=2, narrowest_em=10, tallest=0))
        self.add(self._count)
        self.add(CardGrid(self.look, self._parts(), columns=3, narrowest_em=13, tallest=0))
        self.add_text(idle_promise(self.words, int(self.session.settings["idle.warn_seconds"])), "muted")
        self._settle.start()

    def _parts(self) -> list[FilterButton]:
        """What the booklet is made of: each says how it is now, and a touch leads to where it can be changed."""
        _, visit, go = self._, self.session.visit, self.session.navigator.go
        guides, kept = len(chosen_guides(self.session)), len(visit.shortlist)
        pages = self.words.ngettext("{count} page", "{count} pages", guides).format(count=guides)
        services = self.words.ngettext("{count} service", "{count} services", kept).format(count=kept)
        # Translators: read aloud in place of what a visitor wrote, which other people could hear.
        hidden = _("Something is written. It is not read aloud.") if visit.booklet.note else ""
        parts = [
            (_("Who it is for"), self._answer("whom"), "", Route("booklet-choice", "whom")),
            (_("Pages of advice"), pages, "", Route("booklet-pages")),
            (_("Services I kept"), services if kept else _("None yet"), "", Route("list") if kept else Route("find")),
            (_("My own note"), self._note_words(), hidden, Route("booklet-note")),
            (_("Size of the print"), self._answer("size"), "", Route("booklet-choice", "size")),
        ]
        if len(interface_languages()) > 1:
            parts.append((_("Language"), self._answer("language"), "", Route("booklet-choice", "language")))
        made = []
        for label, value, said, route in parts:
            button = FilterButton(self.look, label, value, said=said)
            button.clicked.connect(lambda _c=False, route=route: go(route))
            made.append(button)
        return made

    def _answer(self, key: str) -> str:
        offered = answers(key, self.words)
        return offered.get(answer(self.session, key)) or next(iter(offered.values()))

    def _note_words(self) -> str:
        note = self.session.visit.booklet.note
        if not note:
            return self._("Nothing written")
        if len(note) <= 40:
            return note
        # Translators: {words} are the first words of what the visitor wrote.
        return self._("{words} and more").format(words=note[:40].rpartition(" ")[0] or note[:40])

    def _ask_count(self) -> None:
        self._asked += 1
        asked = self._asked

        def done(rendered: Rendered) -> None:
            if asked == self._asked:
                pages = rendered.page_count
                sheets = (pages + 1) // 2
                count = self.words.ngettext("{count} printed page", "{count} printed pages", pages).format(count=pages)
                paper = self.words.ngettext("{count} sheet of paper", "{count} sheets of paper", sheets).format(
                    count=sheets
                )
                # Translators: both fields are counts with their noun: "16 printed pages, 8 sheets of paper".
                self._say(self._("{pages}, {sheets}").format(pages=count, sheets=paper))

        def failed(error: Exception) -> None:
            self._say(
                self._("The pages cannot be made on this kiosk now. You can still read everything on the screen.")
            )

        lay_out(self, done, failed)

    def _say(self, words: str) -> None:
        self._count_words = words
        if self._count is not None:
            self._count.set_text(words)
