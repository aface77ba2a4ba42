"""A service: what it does, for whom, where and when, what it costs, and how to get it, as far as it is known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.directory.choosing import kinds_of
from kiosk.directory.service import Service
from kiosk.directory.service_page import service_document
from kiosk.document.blocks import Document, QrCode
from kiosk.language import Tagged
from kiosk.phone_numbers import dial_uri
from kiosk.search import Point
from kiosk.search.distances import distance_of
from kiosk.ui.accessible import announce
from kiosk.ui.comparing import open_list, too_many
from kiosk.ui.finding import kiosk_place, others_like, place_of
from kiosk.ui.keeping import keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.text_block import TextBlock


class ServiceScreen(PageScreen):
    """Key is the service's key. Nothing is stated that the record does not say."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("Find local help")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        _ = self._
        service = self.session.edition.service(self.route.key)
        if service is None:
            self.add_title(_("This service is not listed any more"))
            self.add_text(_("Search again, or ask someone who works here."))
            return
        document = service_document(service, self.words, self.session.now(), self._distance(service))
        self.add(TextBlock(self.look, Tagged(document.title), "title", level=1))
        for line in (document.summary, document.kicker):
            if line:
                self.add_text(line, "muted")
        keep = keep_service_button(self.look, self.session, service.key, service.name)
        keep.set_least_height(self.look.metrics.main_target)
        self.add(Flow(self.look, [keep, *self._compare(service)]))
        self._add_document(document, self._map(service))
        code = self._code(service)
        if code is not None:
            for widget in DocumentWidgets(self.look, self.words, self._follow).widgets((code,)):
                self.add(widget)
        for notice in document.notices:
            self.add_text(notice, "muted")
        self._add_others(service)

    def _add_others(self, service: Service) -> None:
        """A few of the same kind, the nearest first."""
        others = others_like(self.session, service)
        if others:
            self.add_heading(self._("Others like this"))
        for other in others:
            button = Button(self.look, Tagged(other.name), leading=True, trailing_icon="next")
            button.clicked.connect(lambda _c=False, key=other.id: self.session.navigator.go(Route("service", key)))
            self.add(button)

    def _compare(self, service: Service) -> list[Button]:
        """For a care home or home care: choose it, and see the others."""
        kinds = kinds_of(service)
        if not kinds:
            return []
        button = Button(self.look, self._("Compare with others"), kinds[0], leading=True, trailing_icon="next")
        button.set_least_height(self.look.metrics.main_target)
        button.clicked.connect(lambda: self._compare_with_others(service.key, kinds[0]))
        return [button]

    def _compare_with_others(self, key: str, kind: str) -> None:
        if not self.session.visit.compare(key):
            announce(self.window(), too_many(self.words))
        open_list(self.session, kind)

    def _add_document(self, document: Document, drawn: QWidget | None) -> None:
        under = {"place": drawn} if drawn is not None else {}
        for widget in DocumentWidgets(self.look, self.words, self._follow, under=under).widgets(document.blocks):
            self.add(widget)

    def _map(self, service: Service) -> QWidget | None:
        """A small map of where it is; None without outlines, a place that may be shown, or pictures."""
        if not self.look.pictures:
            return None
        from kiosk.directory.maps import Spot, place_map, spots_of

        connection, here = self.session.edition.connection, kiosk_place(self.session)
        kiosk = Spot(here.latitude, here.longitude) if here is not None and not here.about else None
        found = place_map(connection, spots_of(connection, service.key), kiosk)
        if found is None:
            return None
        from kiosk.ui.widgets.place_map import PlaceMapView

        metrics = self.look.metrics
        beside_icon = round(metrics.body * 1.35) + metrics.mm(4)
        room = min(metrics.panel.width - 2 * metrics.margin, round(self.widest_em * metrics.body)) - beside_icon
        return PlaceMapView(self.look, self.words, found, room)

    def _follow(self, target: str) -> None:
        return

    def _code(self, service: Service) -> QrCode | None:
        _ = self._
        numbers = [uri for phone in service.phones if (uri := dial_uri(phone.number))]
        if numbers:
            return QrCode(numbers[0], _("Point your mobile's camera here to ring this number."))
        if service.url.startswith(("http://", "https://")):
            return QrCode(service.url, _("Point your mobile's camera here to open the website."))
        return None

    def _distance(self, service: Service) -> tuple[float, bool] | None:
        point = place_of(self.session, self.session.visit.search)
        return distance_of(service, point) if isinstance(point, Point) else None
