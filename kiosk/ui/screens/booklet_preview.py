"""The booklet's pages as they will be printed, one or two at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.booklet.render import Rendered
from kiosk.ui.booklet_making import booklet_aloud, lay_out
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.status import Status

if TYPE_CHECKING:
    from kiosk.document.reading import Reading


class PagePictures(QWidget):
    """Sheets side by side on the desk; the same words can be read and heard on the screens they come from."""

    told_as = "picture"

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._pages: list[QPixmap] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pages(self, pages: list[QPixmap], name: str) -> None:
        """Show these pages."""
        self._pages = pages
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.metrics.mm(40), self._look.metrics.mm(20))  # the words beside it come first

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        gap = self._look.metrics.gap
        pages = list(reversed(self._pages)) if self._look.right_to_left else self._pages
        if not pages:
            return
        ratio = pages[0].width() / pages[0].height()
        height = min(self.height() - 1, (self.width() - 1 - gap * (len(pages) - 1)) / len(pages) / ratio)
        width = height * ratio
        left = (self.width() - width * len(pages) - gap * (len(pages) - 1)) / 2
        for page in pages:
            target = QRectF(left, 0, width, height)
            painter.drawPixmap(target, page, QRectF(page.rect()))
            painter.setPen(self._look.theme.color("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(target)
            left += width + gap


class BookletPreviewScreen(Screen):
    """Pictures are made in memory and forgotten with the screen."""

    def title(self) -> str:
        return self._("Make my booklet")

    def build(self) -> None:
        _, metrics = self._, self.look.metrics
        self._pictures: list[QPixmap] = []
        self._page = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(metrics.margin, metrics.gap, metrics.margin, metrics.gap)
        outer.setSpacing(metrics.gap)
        self.pages = PagePictures(self.look, _("Pages of your booklet"))
        self.where = Status(self.look, _("Making your booklet"))
        small = self.look.furniture
        self.earlier = Button(small, _("Page before"), "previous")
        self.later = Button(small, _("Next page"), "next")
        self.print = Button(small, _("Print it"), "print", "primary")
        buttons = (self.earlier, self.later, self.print)
        for button in buttons:
            button.set_least_height(metrics.main_target)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.print.clicked.connect(lambda: self.session.navigator.go(Route("booklet-print")))
        row = QHBoxLayout()
        row.setSpacing(metrics.gap)
        if metrics.panel.portrait:
            outer.addWidget(self.pages, 1)
            outer.addWidget(self.where)
            outer.addLayout(row)
            third = (metrics.panel.width - 2 * metrics.margin - 2 * metrics.gap) // 3
            beside = buttons if max(button.natural_width() for button in buttons) <= third else buttons[:2]
            for button in beside:
                row.addWidget(button, 1)
            if self.print not in beside:
                outer.addWidget(self.print)
        else:
            outer.addWidget(self.where)
            holder = QWidget()
            holder.setFixedWidth(round(metrics.panel.width * 0.26))
            side = QVBoxLayout(holder)
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(metrics.gap)
            for button in buttons:
                side.addWidget(button)
            side.addStretch(1)
            row.addWidget(self.pages, 1)
            row.addWidget(holder)
            outer.addLayout(row, 1)
        self._show()
        lay_out(self, self._made, self._failed, pictures=True, ppi=110)

    def readings(self) -> tuple[Reading, ...]:
        """What stands on the screen, then the pages themselves: what is printed can be heard first."""
        return (*super().readings(), *booklet_aloud(self.session))

    @property
    def ready(self) -> bool:
        """Whether the pages are there to be seen."""
        return bool(self._pictures)

    @property
    def _each(self) -> int:
        return 1 if self.look.metrics.panel.portrait else 2

    def _made(self, rendered: Rendered) -> None:
        for data in rendered.pictures:
            picture = QPixmap()
            picture.loadFromData(data)
            self._pictures.append(picture)
        self._show()

    def _failed(self, error: Exception) -> None:
        for part in (self.pages, self.earlier, self.later, self.print):
            part.hide()
        self.where.set_text(
            self._("The pages cannot be made on this kiosk now. You can still read everything on the screen.")
        )

    def _turn(self, by: int) -> None:
        self._page = max(0, min(len(self._pictures) - 1, self._page + by * self._each))
        self._show()

    def _show(self) -> None:
        _, total = self._, len(self._pictures)
        shown = self._pictures[self._page : self._page + self._each]
        last = self._page + len(shown)
        if shown:
            words = (
                _("Page {page} of {pages}").format(page=last, pages=total)
                if len(shown) == 1
                else _("Pages {first} and {last} of {pages}").format(first=self._page + 1, last=last, pages=total)
            )
            self.where.set_text(words)
            self.pages.show_pages(shown, words)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(last < total)
