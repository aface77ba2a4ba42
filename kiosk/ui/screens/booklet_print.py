"""Printing the booklet: what is happening now, and what to do when it cannot be printed."""

from __future__ import annotations

from kiosk.booklet.print_messages import Phase, Result, phase_sentence, result_sentence
from kiosk.booklet.render import Rendered
from kiosk.ui.booklet_making import lay_out
from kiosk.ui.printing_job import PrintingJob
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.status import Status


class BookletPrintScreen(PageScreen):
    """Nothing is sent before the visitor says so; leaving the page takes the job back."""

    def build(self) -> None:
        self._job = PrintingJob(self.session, self)
        self._job.phase.connect(self.show_phase)
        self._job.ended.connect(self.show_result)
        self._pdf = b""
        self._sent = False
        super().build()
        self.session.on_end(self._job.cancel)
        lay_out(self, self._made, self._failed, pdf=True)

    def leave(self) -> None:
        self._job.cancel()
        self.session.printing = False
        self.session.no_longer(self._job.cancel)

    widest_em = 39.0

    def title(self) -> str:
        return self._("Make my booklet")

    def fill(self) -> None:
        _ = self._
        self.add_title(_("Print my booklet"))
        self._said = Status(self.look, _("Making your booklet"), "heading")
        self.add(self._said)
        self._go = Button(self.look, _("Print now"), "print", "primary")
        self._go.set_least_height(self.look.metrics.main_target)
        self._go.clicked.connect(self._print)
        self._go.setEnabled(False)
        self.add(self._go)
        self._stop = Button(self.look, _("Stop printing"), "stop")
        self._stop.set_least_height(self.look.metrics.main_target)
        self._stop.clicked.connect(self._job.cancel)
        self._stop.setVisible(False)
        self.add(self._stop)
        look = Button(self.look, _("Look at it"), "preview")
        look.set_least_height(self.look.metrics.main_target)
        look.clicked.connect(lambda: self.session.navigator.swap(Route("booklet-preview")))
        self.add(look)
        self.add_text(_("Stay on this page until it is printed. The booklet is not kept on this kiosk."), "muted")

    def _made(self, rendered: Rendered) -> None:
        _ = self._
        most = int(self.session.settings["print.max_pages"])
        pages = rendered.page_count
        sheets = (pages + 1) // 2
        if not self.session.settings["print.enabled"]:
            self._said.set_text(_("Printing is switched off here. You can read everything on the screen."))
            return
        if pages > most:
            words = _("Your booklet has {pages} pages. Up to {most} can be printed here. Go back and choose fewer.")
            self._said.set_text(words.format(pages=pages, most=most))
            return
        self._pdf = rendered.pdf
        words = self.words.ngettext("It needs {count} sheet of paper.", "It needs {count} sheets of paper.", sheets)
        self._said.set_text(words.format(count=sheets))
        self._go.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self._said.set_text(
            self._("The pages cannot be made on this kiosk now. You can still read everything on the screen.")
        )

    def _print(self) -> None:
        if not self._pdf or self._job.running:
            return
        self.session.printing = self.session.sent_to_printer = True
        self.show_phase(Phase.CHECKING)
        self._job.start(self._pdf)

    def show_phase(self, phase: Phase) -> None:
        """Say what is happening now; while something does, the one thing to do is to stop it."""
        self._go.setEnabled(False)
        self._stop.setVisible(True)
        self._said.set_text(phase_sentence(phase, self.words))

    def show_result(self, result: Result) -> None:
        """Say how it ended and what to do."""
        self.session.printing = False
        self._stop.setVisible(False)
        self._said.set_text(result_sentence(result, self.words, self.session.settings.text("site.help_from")))
        self._go.setEnabled(bool(self._pdf))
