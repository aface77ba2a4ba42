"""All pages, or all services, that Help me choose has found, each with its reason."""

from __future__ import annotations

from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.guided import Guiding
from kiosk.ui.guided_rows import page_row, service_row
from kiosk.ui.screens.guided import add_gone
from kiosk.ui.widgets.result_row import ResultRow


class GuidedListScreen(ChoicesScreen):
    """Key is "pages" or "services"."""

    def build(self) -> None:
        self._guiding = Guiding(self.session)
        self._found = self._guiding.find()
        super().build()

    def title(self) -> str:
        return self._("Help me choose")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        _, found = self._, self._found
        if found is None or self.route.key not in ("pages", "services"):
            add_gone(self, self._guiding)
            return
        rows: list[ResultRow]
        if self.route.key == "pages":
            self.add_title(_("Pages to read"))
            rows = [page_row(self, page) for page in found.pages if not page.urgent]
        else:
            self.add_title(_("Who can help near here"))
            rows = [service_row(self, service) for service in found.services]
        if rows:
            self.add_choices(rows, others=0)
        else:
            self.add_text(_("Nothing was found"))
            self.page.column.addStretch(1)
