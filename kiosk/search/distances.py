"""How far a service is from a point."""

from __future__ import annotations

from kiosk.directory.postcodes import miles
from kiosk.directory.service import Service
from kiosk.search.query import Point


def distance_of(service: Service, point: Point) -> tuple[float, bool] | None:
    """How far a service's nearest place is from a point, in miles, and whether that is only about right."""
    found = [
        (miles(point.latitude, point.longitude, place.latitude, place.longitude), place.is_about or point.about)
        for place in service.places
        if place.latitude is not None and place.longitude is not None
    ]
    return min(found, default=None)
