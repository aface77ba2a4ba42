"""My list: the services and pages that were kept, for the booklet."""

from __future__ import annotations

from kiosk.language import Tagged
from kiosk.search import Hit
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.estimate_ways import WAYS, way_words
from kiosk.ui.finding import row_of
from kiosk.ui.keeping import keep_estimate_button, keep_guide_button, keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_row import ResultRow, RowFacts


class MyListScreen(ChoicesScreen):
    """Empty, it says how to fill it; full, it leads to the booklet."""

    def title(self) -> str:
        return self._("My list")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        _, visit = self._, self.session.visit
        self.add_title(_("My list"))
        if not visit.kept_count:
            self.add_text(_("Nothing is kept yet. When you find something useful, touch Keep. It will be listed here."))
            find = Button(self.look, _("Find local help"), "search", "primary")
            find.set_least_height(self.look.metrics.main_target)
            find.clicked.connect(lambda: self.session.navigator.go(Route("find")))
            self.add(Flow(self.look, [find]))
            self.page.column.addStretch(1)
            return
        self.add_text(_("These go into your booklet. The list is forgotten when you finish."), "muted")
        booklet = Button(self.look, _("Make my booklet"), "booklet", "primary")
        booklet.set_least_height(self.look.metrics.main_target)
        booklet.clicked.connect(lambda: self.session.navigator.go(Route("booklet")))
        self.add(booklet)
        rows = []
        for key in visit.shortlist:
            service = self.session.edition.service(key)
            if service is None:
                continue
            hit = Hit("service", key, service.name, service.organization.name)
            row = ResultRow(
                self.look, row_of(self.session, hit), keep_service_button(self.look, self.session, key, service.name)
            )
            row.open.clicked.connect(lambda _c=False, key=key: self.session.navigator.go(Route("service", key)))
            rows.append(row)
        for guide_id in visit.guides:
            guide = self.session.edition.library.guide(guide_id, self.words.language)
            if guide is None:
                continue
            facts = RowFacts(Tagged(guide.title, guide.lang), "", (("booklet", _("Page of advice")),))
            row = ResultRow(self.look, facts, keep_guide_button(self.look, self.session, guide_id, guide.title))
            row.open.clicked.connect(lambda _c=False, key=guide_id: self.session.navigator.go(Route("guide", key)))
            rows.append(row)
        rows += [self._estimate(key) for key in visit.estimates.kept if key in WAYS]
        self.add_choices(rows, others=1)

    def _estimate(self, key: str) -> ResultRow:
        name = way_words(key, self.words)[0]
        facts = RowFacts(name, "", (("money", self._("A rough sum, not a decision")),))
        row = ResultRow(self.look, facts, keep_estimate_button(self.look, self.session, key, name))
        row.open.clicked.connect(lambda: self.session.navigator.go(Route("estimate-result", key)))
        return row
