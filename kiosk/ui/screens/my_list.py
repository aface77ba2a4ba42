"""My list: the services and pages that were kept, for the booklet."""

from __future__ import annotations

from kiosk.content.easy_read import easy_read_title
from kiosk.content.library import EASY_READ
from kiosk.language import Tagged
from kiosk.search import Hit
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.estimate_ways import WAYS, said_of_result, way_words
from kiosk.ui.finding import row_of
from kiosk.ui.keeping import keep_easy_read_button, keep_estimate_button, keep_guide_button, keep_service_button
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
        rows.extend(filter(None, map(self._page_row, visit.guides)))
        rows += [self._estimate(key) for key in visit.estimates.kept if key in WAYS]
        if visit.choosing.kept_count:
            from kiosk.ui.guided_rows import kept_rows

            rows += kept_rows(self)
        self.add_choices(rows, others=1)

    def _page_row(self, key: str) -> ResultRow | None:
        """A guide, or its Easy Read form, that was kept; None where this edition does not have it."""
        _, library, language = self._, self.session.edition.library, self.words.language
        guide_id = key.removeprefix(EASY_READ)
        if key.startswith(EASY_READ):
            page = library.easy_read(guide_id, language)
            if page is None:
                return None
            keep = keep_easy_read_button(self.look, self.session, guide_id, page.title, page.lang)
            name = Tagged(easy_read_title(page.title, page.lang), page.lang)
            facts, route = RowFacts(name, "", (("people", _("Page of advice")),)), "easy-read"
        else:
            guide = library.guide(guide_id, language)
            if guide is None:
                return None
            keep = keep_guide_button(self.look, self.session, guide_id, guide.title)
            facts, route = RowFacts(Tagged(guide.title, guide.lang), "", (("booklet", _("Page of advice")),)), "guide"
        row = ResultRow(self.look, facts, keep)
        row.open.clicked.connect(lambda: self.session.navigator.go(Route(route, guide_id)))
        return row

    def _estimate(self, key: str) -> ResultRow:
        name = way_words(key, self.words)[0]
        facts = RowFacts(name, "", (("money", said_of_result(key, self.words)),))
        row = ResultRow(self.look, facts, keep_estimate_button(self.look, self.session, key, name))
        row.open.clicked.connect(lambda: self.session.navigator.go(Route("estimate-result", key)))
        return row
