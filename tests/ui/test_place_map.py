"""The small map under "Where": what it shows, what it says, and when there is none."""

from __future__ import annotations

import pytest
from opened_kiosk import SHAPES, Open, Opened, place_in_window
from PySide6.QtGui import QColor, QImage

from kiosk.directory.map_words import way_words
from kiosk.directory.maps import PlaceMap
from kiosk.edition.reader import Edition
from kiosk.language import words_in
from kiosk.ui.widgets.place_map import MapDrawing, PlaceMapView

LIBRARY = "demo:larkmere-library"
ABOUT = "demo:cawbeck-shoulder"
NEAR = "ZX1 9QG"


@pytest.fixture
def beside(open_at: Open) -> Opened:
    return open_at("wide", site__place="ZX1 4DB")


def maps(kiosk: Opened) -> list[PlaceMapView]:
    return [found for found in kiosk.window.findChildren(PlaceMapView) if found.isVisible()]


def drawing(kiosk: Opened) -> MapDrawing:
    (found,) = [found for found in kiosk.window.findChildren(MapDrawing) if found.isVisible()]
    return found


def share(image: QImage, color: str) -> float:
    """How much of a picture has exactly this colour."""
    wanted = QColor(color).rgb()
    dots = [image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())]
    return sum(dots) / len(dots)


def test_the_page_says_where_it_is_from_the_kiosk(beside: Opened) -> None:
    beside.go("service", LIBRARY)
    assert drawing(beside).accessibleName() == "Map: Larkmere. ½ mile east of this kiosk"
    assert "½ mile east of this kiosk" in beside.texts()


def test_what_is_read_aloud_says_the_way_once(beside: Opened) -> None:
    beside.go("service", LIBRARY)
    assert beside.texts().count("of this kiosk") == 1
    assert "This service" not in beside.texts()


def test_the_area_and_both_marks_are_drawn(beside: Opened) -> None:
    beside.go("service", LIBRARY)
    image, theme = drawing(beside).grab().toImage(), beside.session.look.theme
    assert share(image, theme.tint_blue) > 0.1
    assert share(image, theme.urgent) > 0.003
    assert share(image, theme.ink) > 0.003


def test_without_the_kiosks_place_there_is_a_map_of_the_service_alone(open_at: Open) -> None:
    kiosk = open_at("wide")
    kiosk.go("service", LIBRARY)
    assert drawing(kiosk).accessibleName() == "Map: Larkmere"
    assert share(drawing(kiosk).grab().toImage(), kiosk.session.look.theme.ink) == 0


def test_a_kiosk_known_only_by_its_town_is_not_drawn(open_at: Open) -> None:
    kiosk = open_at("wide", site__place="Thistleford")
    kiosk.go("service", LIBRARY)
    assert drawing(kiosk).accessibleName() == "Map: Larkmere"


def test_a_place_known_about_has_a_circle_and_says_about(beside: Opened) -> None:
    beside.go("service", ABOUT)
    name = drawing(beside).accessibleName()
    assert name.startswith("Map: Cawbeck. About ")
    assert name.endswith("north-east of this kiosk")
    assert share(drawing(beside).grab().toImage(), beside.session.look.theme.urgent) < 0.03


def test_a_private_address_has_no_map(beside: Opened, demo_edition: Edition) -> None:
    private = demo_edition.connection.execute(
        "SELECT service.id FROM service JOIN location ON location.service = service.n GROUP BY service.n"
        " HAVING min(mask_exact_address) = 1"
    ).fetchall()
    assert private
    for (key,) in private:
        beside.go("service", key)
        assert maps(beside) == []


def test_hidden_pictures_hide_the_map(open_at: Open) -> None:
    kiosk = open_at("wide", site__place=NEAR, screen__pictures=False)
    kiosk.go("service", LIBRARY)
    assert maps(kiosk) == []


def test_a_map_takes_no_focus(beside: Opened) -> None:
    beside.go("service", LIBRARY)
    assert not [w for w in maps(beside)[0].findChildren(object) if hasattr(w, "focusPolicy") and w.focusPolicy().value]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("text_size", "language"), [("standard", "ar"), ("largest", "en"), ("largest", "ar")])
def test_a_map_is_at_most_seven_centimetres_wide_and_on_the_page(
    open_at: Open, shape: str, text_size: str, language: str
) -> None:
    kiosk = open_at(shape, text_size, "day", language, site__place="ZX1 4DB")
    kiosk.go("service", LIBRARY)
    found = drawing(kiosk)
    assert found.width() <= kiosk.session.metrics.mm(70)
    whole = place_in_window(maps(kiosk)[0], kiosk.window)
    assert whole.contains(place_in_window(found, kiosk.window))
    assert whole.left() >= 0
    assert whole.right() <= kiosk.window.width()


def test_north_is_up_in_arabic_too(open_at: Open, demo_edition: Edition) -> None:
    pictures = []
    for language in ("en", "ar"):
        kiosk = open_at("wide", "standard", "day", language, site__place="ZX1 4DB")
        kiosk.go("service", LIBRARY)
        pictures.append(drawing(kiosk).grab().toImage())
    assert pictures[0] == pictures[1]


def at(bearing: float, distance: float) -> PlaceMap:
    from kiosk.directory.maps import Mark

    return PlaceMap(3.0, 2.0, "Westby", (), (Mark("service", (1.0, 1.0)),), 0.5, bearing, distance)


@pytest.mark.parametrize(
    ("bearing", "said"),
    [
        (0, "north"), (20, "north"), (44, "north-east"), (90, "east"), (135, "south-east"), (181, "south"),
        (225, "south-west"), (270, "west"), (315, "north-west"), (350, "north"),
    ],
)  # fmt: skip
def test_the_way_is_said_in_eight_directions(bearing: float, said: str) -> None:
    assert way_words(at(bearing, 3.1), words_in("en")) == f"3 miles {said} of this kiosk"


def test_close_by_there_is_no_direction() -> None:
    assert way_words(at(90, 0.01), words_in("en")) == "Right by this kiosk"
