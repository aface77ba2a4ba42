"""What a small map says in words: the area a service is in, and how far and which way it is from the kiosk."""

from __future__ import annotations

from kiosk.directory.maps import PlaceMap
from kiosk.language import Words

_NEXT_TO_MILES = 0.05


def way_words(found: PlaceMap, words: Words) -> str:
    """Such as "½ mile north-east of this kiosk"; "" where the kiosk is not on the map."""
    if found.bearing is None or found.distance is None:
        return ""
    _ = words.gettext
    if found.distance < _NEXT_TO_MILES and not found.about:
        return _("Right by this kiosk")
    # Translators: {distance} is such as "2 miles", "about 2 miles" or "less than ¼ mile", here and in the next seven.
    ways = (
        _("{distance} north of this kiosk"),
        _("{distance} north-east of this kiosk"),
        _("{distance} east of this kiosk"),
        _("{distance} south-east of this kiosk"),
        _("{distance} south of this kiosk"),
        _("{distance} south-west of this kiosk"),
        _("{distance} west of this kiosk"),
        _("{distance} north-west of this kiosk"),
    )
    way = ways[round(found.bearing / 45) % 8].format(distance=words.distance(found.distance, found.about))
    return way[:1].upper() + way[1:]


def map_name(found: PlaceMap, words: Words) -> str:
    """What a map is called for somebody who does not see it."""
    _ = words.gettext
    way = way_words(found, words)
    if not way:
        # Translators: {area} is the name of a ward or a town.
        return _("Map: {area}").format(area=found.area)
    # Translators: {way} is such as "2 miles north of this kiosk".
    return _("Map: {area}. {way}").format(area=found.area, way=way)
