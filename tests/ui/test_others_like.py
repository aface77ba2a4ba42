"""Others like a service: of its kind, near it, never itself, and one touch away."""

from __future__ import annotations

from kiosk.directory.service import Service
from kiosk.ui.finding import others_like
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button


def first_of(kiosk, kind: str) -> Service:
    sql = (
        "SELECT listing.id FROM listing JOIN service_facet ON service = n WHERE kind = 'type' AND facet_id = ? LIMIT 1"
    )
    (key,) = kiosk.session.edition.connection.execute(sql, [kind]).fetchone()
    return kiosk.session.edition.service(key)


def test_they_are_of_its_first_kind_and_not_itself(kiosk):
    service = first_of(kiosk, "care-home")
    others = others_like(kiosk.session, service)
    assert len(others) == 3
    assert all(service.facet_ids("type")[0] in other.types for other in others)
    assert service.name not in {other.name for other in others}
    miles = [other.distance_miles for other in others if other.distance_miles is not None]
    assert miles == sorted(miles)


def test_a_service_of_no_kind_has_none(kiosk):
    assert others_like(kiosk.session, Service.from_record({"id": "1", "source_id": "x", "name": "Bare"})) == ()


def test_its_twin_under_another_key_is_not_among_them(kiosk):
    service = first_of(kiosk, "care-home")
    named = others_like(kiosk.session, service)[0].name
    twin = Service.from_record({"id": "t", "source_id": "x", "name": named.upper(), "facets": [
        {"kind": "type", "id": "care-home", "origin": "feed"}]})  # fmt: skip
    assert named not in {other.name for other in others_like(kiosk.session, twin)}


def test_a_touch_opens_one_and_back_comes_back(kiosk):
    service = first_of(kiosk, "care-home")
    kiosk.session.navigator.go(Route("service", service.key))
    other = others_like(kiosk.session, service)[0]
    (button,) = [b for b in kiosk.window.screen_shown.findChildren(Button) if b.accessibleName() == other.name]
    button.click()
    assert kiosk.window.screen_shown.route == Route("service", other.id)
    kiosk.session.navigator.back()
    assert kiosk.window.screen_shown.route == Route("service", service.key)
