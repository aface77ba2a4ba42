"""Two or three care homes or agencies compared: side by side where there is room, otherwise one below another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.directory.care_questions import questions_for, questions_title
from kiosk.directory.care_rating import what_ratings_mean
from kiosk.directory.choosing import CARE_HOME, Column, Comparison, Row, compare
from kiosk.document.blocks import BulletList, Checklist, Fact, Facts, Inlines, Text
from kiosk.language import language_of
from kiosk.ui.comparing import CHOOSE_CARE, distances_from_here, services_compared
from kiosk.ui.keeping import keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.side_by_side import ComparedFact, SideBySide
from kiosk.ui.widgets.text_block import TextBlock

NARROWEST_EM = 20
"""Side by side, a column is at least so many body font sizes wide."""
_MOST_FOR_NAMES = 0.2
"""Names stay in view above the facts when they take no more of the panel's height than this."""


class CompareScreen(PageScreen):
    """Reads what was chosen from the visit. Nothing is stated that the records do not say."""

    def build(self) -> None:
        self._names: SideBySide | None = None
        services = services_compared(self.session)
        far = distances_from_here(self.session, services)
        self.comparison = compare(services, self.words, self.session.now(), far)
        super().build()
        if self._names is not None:
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self._names)
            self._names.lower()  # first among the children too, so that it is told of first
            self.page.view.installEventFilter(self)

    def title(self) -> str:
        return self._("Compare")

    @property
    def side_by_side(self) -> bool:
        """Whether each service has a column of its own."""
        metrics, count = self.look.metrics, len(self.comparison.columns)
        return count > 1 and not metrics.panel.portrait and metrics.columns_of_text / count >= NARROWEST_EM

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        columns = self.comparison.columns
        if len(columns) < 2:
            self._fill_too_few(len(columns))
        if self.side_by_side:
            self._fill_side_by_side()
        else:
            for number, column in enumerate(columns):
                self._fill_one(number, column)
        if columns:
            self._fill_ratings()
            for kind in self.comparison.kinds or (CARE_HOME,):
                self._fill_questions(kind)

    def _fill_too_few(self, count: int) -> None:
        _ = self._
        self.add_title(_("Choose one more to compare") if count else _("Nothing to compare yet"))
        self.add_text(_("Choose two or three care homes or agencies. Then you see them side by side."))
        choose = Button(self.look, _("Choose care homes or home care"), "search", "primary", leading=True)
        choose.set_least_height(self.look.metrics.main_target)
        choose.clicked.connect(self._choose)
        self.add(Flow(self.look, [choose]))

    def _choose(self) -> None:
        kinds = self.comparison.kinds
        self.session.navigator.back_to(Route(CHOOSE_CARE, kinds[0] if len(kinds) == 1 else ""))

    def _fill_side_by_side(self) -> None:
        columns = self.comparison.columns
        if self._names is None:
            names = SideBySide(self.look, [[self._name(column)] for column in columns])
            metrics = self.look.metrics
            fits = names.heightForWidth(metrics.panel.width - 2 * metrics.margin) <= (
                metrics.panel.height * _MOST_FOR_NAMES
            )
            if fits and not metrics.low:
                self._names = names
            else:
                self.add(names)
        self.add(SideBySide(self.look, [[self._buttons(column), *self._notes(column)] for column in columns]))
        for row in self.comparison.rows:
            self.add(self._fact(row))

    def _fact(self, row: Row) -> ComparedFact:
        return ComparedFact(self.look, row.label, [cell.lines for cell in row.cells], spoken_row(self.comparison, row))

    def _fill_one(self, number: int, column: Column) -> None:
        self.add(self._name(column))
        self.add(self._buttons(column))
        for note in self._notes(column):
            self.add(note)
        rows = self.comparison.rows
        facts = (Fact(row.icon, row.label, tuple(map(_inlines, row.cells[number].lines))) for row in rows)
        for widget in DocumentWidgets(self.look, self.words, lambda _target: None).widgets((Facts(tuple(facts)),)):
            self.add(widget)

    def _name(self, column: Column) -> TextBlock:
        return TextBlock(self.look, column.name, "heading", level=2)

    def _notes(self, column: Column) -> list[QWidget]:
        return [TextBlock(self.look, note, color="urgent") for note in column.notes]

    def _buttons(self, column: Column) -> Flow:
        _ = self._
        # Translators: a button that opens the page of a service.
        words = _("Open")
        button = Button(self.look, words, trailing_icon="next", leading=True, name=f"{words}: {column.name}")
        button.clicked.connect(lambda: self.session.navigator.go(Route("service", column.id)))
        return Flow(self.look, [button, keep_service_button(self.look, self.session, column.id, column.name)])

    def _fill_ratings(self) -> None:
        self.add_heading(self._("What the ratings mean"))
        self._add_blocks(BulletList(tuple(map(_inlines, what_ratings_mean(self.words)))))

    def _fill_questions(self, kind: str) -> None:
        self.add_heading(questions_title(kind, self.words))
        self._add_blocks(Checklist(tuple(map(_inlines, questions_for(kind, self.words)))))

    def _add_blocks(self, block: BulletList | Checklist) -> None:
        for widget in DocumentWidgets(self.look, self.words, lambda _target: None).widgets((block,)):
            self.add(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._names is not None and watched is self.page.view and event.type() == QEvent.Type.Resize:
            self._names.set_spare(self.page.width() - self.page.view.width())
        return False


def spoken_row(comparison: Comparison, row: Row) -> list[tuple[str, str]]:
    """A row as Listen reads it: the label, then each service's name before what is said of it, with languages."""
    parts = [(f"{row.label}.", "")]
    for column, cell in zip(comparison.columns, row.cells, strict=True):
        parts.append((f"{column.name}:", language_of(column.name)))
        parts += [(line if line.endswith((".", "?", "!")) else f"{line}.", language_of(line)) for line in cell.lines]
    return parts


def _inlines(line: str) -> Inlines:
    return (Text(str(line), lang=language_of(line)),)
