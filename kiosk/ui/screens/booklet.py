"""Make my booklet: for whom, which pages, which services, how big, in which language; and how long it gets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.booklet.render import Rendered
from kiosk.language import OWN_NAMES, Tagged, interface_languages
from kiosk.ui.booklet_making import PRINT_SIZES, booklet_language, booklet_size, chosen_guides, lay_out
from kiosk.ui.idle_words import idle_promise
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
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
        _, visit, go = self._, self.session.visit, self.session.navigator.go
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
        self.add_heading(_("Who is it for?"))
        self._choices(
            [("me", _("For me")), ("someone", _("For someone I look after"))],
            visit.booklet.for_whom,
            lambda whom: visit.plan_booklet(for_whom=whom),
        )
        self.add_heading(_("What goes in?"))
        guides = len(chosen_guides(self.session))
        kept = len(visit.shortlist)
        pages = FilterButton(
            self.look,
            _("Pages of advice"),
            self.words.ngettext("{count} page", "{count} pages", guides).format(count=guides),
        )
        pages.clicked.connect(lambda: go(Route("booklet-pages")))
        services = FilterButton(
            self.look,
            _("Services I kept"),
            self.words.ngettext("{count} service", "{count} services", kept).format(count=kept)
            if kept
            else _("None yet"),
        )
        services.clicked.connect(lambda: go(Route("list") if kept else Route("find")))
        # Translators: read aloud in place of what a visitor wrote, which other people could hear.
        hidden = _("Something is written. It is not read aloud.") if visit.booklet.note else ""
        note = FilterButton(self.look, _("My own note"), self._note_words(), said=hidden)
        note.clicked.connect(lambda: go(Route("booklet-note")))
        self.add(CardGrid(self.look, [pages, services, note], columns=3, narrowest_em=13, tallest=0))
        self.add_heading(_("How big should the print be?"))
        names = {"standard": _("Clear print"), "large": _("Large print"), "giant": _("Giant print")}
        self._choices(
            [(size, names[size]) for size in PRINT_SIZES],
            booklet_size(self.session),
            lambda size: visit.plan_booklet(size=size),
        )
        if len(interface_languages()) > 1:
            self.add_heading(_("Which language?"))
            self._choices(
                [(code, Tagged(OWN_NAMES[code], code)) for code in interface_languages()],
                booklet_language(self.session),
                lambda code: visit.plan_booklet(language=code),
            )
        self.add_text(idle_promise(self.words, int(self.session.settings["idle.warn_seconds"])), "muted")
        self._settle.start()

    def _note_words(self) -> str:
        note = self.session.visit.booklet.note
        if not note:
            return self._("Nothing written")
        if len(note) <= 40:
            return note
        # Translators: {words} are the first words of what the visitor wrote.
        return self._("{words} and more").format(words=note[:40].rpartition(" ")[0] or note[:40])

    def _choices(self, choices: list[tuple[str, str]], chosen: str, act: Callable[[str], None]) -> None:
        _ = self._
        buttons: list[QWidget] = []
        for key, words in choices:
            on = key == chosen
            name = _("{choice}, chosen").format(choice=words) if on else words
            button = Button(
                self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, name=name
            )
            button.set_least_height(self.look.metrics.mm(16))
            button.clicked.connect(lambda _c=False, key=key: act(key))
            buttons.append(button)
        self.add(Flow(self.look, buttons) if len(buttons) < 3 else CardGrid(self.look, buttons, 3, 11, 0))

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
