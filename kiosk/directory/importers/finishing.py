"""What is done to every service, whatever it came from: checks, points on the map, privacy, kinds, tidiness."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.facet_rules import FacetRules, our_rules
from kiosk.directory.importers.json_pages import MOST_PARTS
from kiosk.directory.importers.own_services import FINISHED
from kiosk.directory.importers.report import Report
from kiosk.directory.postcodes import is_in_britain, normal, outcode
from kiosk.directory.word_forms import word_list

_GONE = ("inactive", "defunct", "closed", "deleted", "archived")
_ROUGH = ("postcode", "sector", "outcode")
_HIDE_ADDRESS = re.compile(
    r"\brefuge\b|women['’]?s aid|domestic (?:abuse|violence)|rape crisis|sexual (?:violence|assault)|forced marriage",
    re.IGNORECASE,
)


class Finisher:
    """Finishes the services of one source; remembers ids, so that each stands there once."""

    def __init__(
        self, source_id: str, source_name: str, report: Report, today: date, rules: FacetRules | None = None
    ) -> None:
        self.source_id = source_id
        self.source_name = source_name
        self.bodies: dict[str, dict[str, Any]] = {}
        self.seen = 0
        self.without_id = 0
        self._report = report
        self._today = today
        self._rules = rules or our_rules()

    def add(self, body: dict[str, Any], file: str, line: int) -> None:
        """Finish one service and keep it, or say why it is left out."""
        self.seen += 1
        if not body.get("name"):
            self._report.add("error", "no-name", "this record has no name and is left out", file, line)
            return
        if body.get("status", "").casefold() in _GONE:
            message = f"{body['name']!r} is {body['status']} and is left out"
            self._report.add("warning", "not-active", message, file, line)
            return
        if not self._is_to_be_seen(body.pop("visible_from", None), body.pop("visible_to", None)):
            message = f"{body['name']!r} is not to be shown today, by its own dates, and is left out"
            self._report.add("warning", "not-visible", message, file, line)
            return
        self.without_id += not body.get("id")
        body["id"] = body.get("id") or _made_up_id(body)
        before = self.bodies.get(body["id"])
        if before is not None and _only_repeats(body, before):
            self.seen -= 1
            return
        if before is not None:
            message = f"the id {body['id']!r} was already there; the fuller one is kept"
            if before["name"] != body["name"]:
                body["id"] = f"{body['id']}-{_made_up_id(body)}"
                message = f"another service has this id too; this one is now {body['id']!r}"
            self._report.add("warning", "same-id", message, file, line)
        self._check(body, file, line)
        body["source_id"] = self.source_id
        if not body.pop(FINISHED, False):
            body["facets"] = self._rules.facets(body, self.source_name)
        made: dict[str, Any] = _without_blanks(body)
        if len(json.dumps(made)) > len(json.dumps(self.bodies.get(body["id"], {}))):
            self.bodies[body["id"]] = made

    def _check(self, body: dict[str, Any], file: str, line: int) -> None:
        def warn(code: str, message: str) -> None:
            self._report.add("warning", code, f"{body['name']}: {message}", file, line)

        low, high = body.get("minimum_age"), body.get("maximum_age")
        if low and high and low > high:
            warn("ages", f"the lowest age {low} is above the highest {high}; neither is kept")
            body["minimum_age"] = body["maximum_age"] = None
        costs = [cost for cost in body.get("cost_options") or [] if _without_blanks(cost).keys() - {"currency"}]
        body["cost_options"] = [cost for cost in costs if not self._over(cost.pop("valid_to", None))]
        if len(body["cost_options"]) < len(costs):
            warn("old-cost", "a price that ran out is left out")
        hide = _HIDE_ADDRESS.search(f"{body['name']} {body.get('description', '')}")
        links = body.get("service_at_locations") or []
        for link in links:
            location = link["location"]
            self._check_point(location, body["name"], file, line)
            if hide and not location.get("mask_exact_address"):
                location["mask_exact_address"] = True
                message = f"{body['name']}: the address is hidden, as {hide[0]!r} stands in the text"
                self._report.add("guess", "hidden-address", message, file, line)
            if location.get("mask_exact_address"):
                mask(location, body["name"])
        body["service_at_locations"] = [link for link in links if _says_something(link)]
        if not (body.get("phones") or body.get("email") or body.get("url") or body.get("service_at_locations")):
            warn("no-contact", "there is no way to get in touch")
        if any(isinstance(part, list) and len(part) >= MOST_PARTS for part in body.values()):
            warn("too-many", f"a list here holds more than {MOST_PARTS} things; the rest of it is left out")
        if not body.get("assured_date") and not body.get("last_modified"):
            warn("not-dated", "nobody says when it was last checked")

    def _check_point(self, location: dict[str, Any], name: str, file: str, line: int) -> None:
        """Points must lie in Britain; the two numbers swapped are put right, anything else is not kept."""
        latitude, longitude = location.get("latitude"), location.get("longitude")
        found = location.get("geo_precision") if location.get("geo_precision") in _ROUGH else "exact"
        location["geo_precision"] = "none"
        if latitude is None or longitude is None:
            location["latitude"] = location["longitude"] = None
            return
        if is_in_britain(latitude, longitude):
            location["geo_precision"] = found
        elif is_in_britain(longitude, latitude):
            location["latitude"], location["longitude"] = longitude, latitude
            location["geo_precision"] = found
            self._report.add("guess", "swapped-point", f"{name}: latitude and longitude were swapped", file, line)
        else:
            location["latitude"] = location["longitude"] = None
            message = f"{name}: the point {latitude:g}, {longitude:g} is not in the United Kingdom; not kept"
            self._report.add("warning", "bad-point", message, file, line)

    def _is_to_be_seen(self, first: Any, last: Any) -> bool:
        begins = tolerant.day(first)
        return not self._over(last) and (begins is None or begins <= self._today)

    def _over(self, day: Any) -> bool:
        found = tolerant.day(day)
        return found is not None and found < self._today


def _only_repeats(body: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether a service of our own export stands here again in short, as its list page has it."""
    made = _without_blanks(body)
    return bool(made.pop(FINISHED, False)) and all(before.get(key) == value for key, value in made.items())


def mask(location: dict[str, Any], service_name: str) -> None:
    """Keep only the town and the outcode, a point rounded to about half a mile, and a name that is the service's."""
    for address in location.get("addresses") or []:
        address["address_1"] = address["address_2"] = ""
        code = address.get("postal_code", "")
        address["postal_code"] = outcode(code) if normal(code) or outcode(code) else ""
    if location.get("name") != service_name:
        location["name"] = ""
    location["transportation"] = ""
    latitude, longitude = location.get("latitude"), location.get("longitude")
    if latitude is not None and longitude is not None:
        location["latitude"], location["longitude"] = round(latitude, 2), round(longitude, 2)
        location["geo_precision"] = "outcode" if location.get("geo_precision") == "outcode" else "sector"


def _made_up_id(body: dict[str, Any]) -> str:
    """An id from name and place, the same at every import as long as these stay the same."""
    places = [link["location"].get("addresses") or [{}] for link in body.get("service_at_locations") or []]
    where = [f"{address[0].get('address_1', '')} {address[0].get('postal_code', '')}" for address in places]
    words = word_list(" ".join([body["name"], *where]))
    short = "-".join(word_list(body["name"]))[:40].strip("-")
    return f"{short}-{hashlib.sha256(' '.join(words).encode()).hexdigest()[:8]}"


def _says_something(link: dict[str, Any]) -> bool:
    """Whether a place is more than the word that there is one."""
    kept = _without_blanks(link)
    location = kept.get("location", {})
    bare = {"location_type": "physical", "geo_precision": "none", "mask_exact_address": False}
    return bool(kept.keys() - {"location"}) or any(value != bare.get(name) for name, value in location.items())


def _without_blanks(value: Any) -> Any:
    """The record without what is not known: None, empty texts, empty lists and objects."""
    if isinstance(value, dict):
        kept = {key: _without_blanks(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [item for item in map(_without_blanks, value) if item not in (None, "", [], {})]
    return value
