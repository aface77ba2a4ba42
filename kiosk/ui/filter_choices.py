"""What a search can be narrowed down by: the filters, their choices with counts, and what is chosen, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kiosk.directory.feature_names import feature_name
from kiosk.language import Tagged, Words, language_of
from kiosk.search import FacetCount
from kiosk.ui.finding import counts_for, facet_name, look_up, place_words
from kiosk.ui.session import Session
from kiosk.visit import SearchState

WEEKEND = (5, 6)
_BY_NAME = ("type", "beneficiary", "language")
"""Choices in the order of their names; others stand in an order of their own."""
_FIELDS = {"type": "types", "beneficiary": "beneficiaries", "way": "ways", "access": "access", "language": "languages"}


class Filter(NamedTuple):
    """One of the filters: its key in a route, its label, and what is chosen or what stands for nothing chosen."""

    key: str
    label: str
    value: str


class Option(NamedTuple):
    """One choice: what the focus knows it by, its words with its count, and the search that a touch on it makes."""

    key: str
    words: str
    chosen: bool
    state: SearchState


class Chosen(NamedTuple):
    """A filter that is on, in words, and the search without it."""

    words: str
    without: SearchState


def filters_of(state: SearchState, words: Words) -> list[Filter]:
    """Every filter, with what is chosen in it."""
    _ = words.gettext
    named = {
        "place": (_("Where"), place_words(state, words) or _("Anywhere")),
        "type": (_("Kind of help"), _chosen_words(state, "type", words) or _("Any kind")),
        "beneficiary": (_("Who it is for"), _chosen_words(state, "beneficiary", words) or _("Anyone")),
        "when": (_("When"), when_words(state, words) or _("Any time")),
        "how": (_("How you get it"), how_words(state, words) or _("Any way")),
        "access": (_("Access"), _chosen_words(state, "access", words) or _("Any")),
        "language": (_("Language spoken"), _chosen_words(state, "language", words) or _("Any language")),
    }
    return [Filter(key, *texts) for key, texts in named.items()]


def more_words(state: SearchState, words: Words) -> str:
    """What is chosen beside place and kind of help."""
    others = replace(state, place="", within_miles=None, types=())
    return words.list(chosen.words for chosen in chosen_in(others, words))


def when_words(state: SearchState, words: Words) -> str:
    """The chosen days and part of the day."""
    _ = words.gettext
    days = _("Weekends") if state.days == WEEKEND else words.list(words.weekday(day) for day in state.days)
    part = feature_name("part", state.part, words) if state.part else ""
    # Translators: chosen days and a part of the day, such as "Tuesday and Friday, Mornings".
    both = _("{days}, {part}").format(days=days, part=part) if days and part else days or part
    return words.list(filter(None, (_("Open now") if state.open_now else "", both)))


def how_words(state: SearchState, words: Words) -> str:
    """The chosen ways, and whether it must be free or without a referral."""
    routes = [name for name in ("free", "no-referral") if getattr(state, name.replace("-", "_"))]
    chosen = [feature_name("way", way, words) for way in state.ways]
    return words.list([*chosen, *(feature_name("route", route, words) for route in routes)])


def chosen_in(state: SearchState, words: Words) -> list[Chosen]:
    """Each filter that is on, to be taken away one by one."""
    found: list[Chosen] = []

    def add(text: str, **without: Any) -> None:
        found.append(Chosen(text, replace(state, offset=0, **without)))

    if state.place:
        add(place_words(state, words), place="", within_miles=None)
    for kind, field in _FIELDS.items():
        ids = getattr(state, field)
        for name in ids:
            add(_name(kind, name, words), **{field: tuple(other for other in ids if other != name)})
    for route in ("free", "no-referral"):
        field = route.replace("-", "_")
        if getattr(state, field):
            add(feature_name("route", route, words), **{field: False})
    if state.open_now:
        add(words.gettext("Open now"), open_now=False)
    if state.days or state.part:
        add(when_words(replace(state, open_now=False), words), days=(), part="")
    return found


def options_of(session: Session, key: str) -> list[Option]:
    """The choices of a filter but "place"; one that would leave nothing is not there, unless it is chosen."""
    state = replace(session.visit.search, offset=0)
    return _MAKERS[key](session, state)


def _types(session: Session, state: SearchState) -> list[Option]:
    counts = look_up(session, replace(state, types=()), 1).type_counts
    return _several(session, state, "type", counts, session.words.gettext("Any kind"))


def _beneficiaries(session: Session, state: SearchState) -> list[Option]:
    counts = look_up(session, replace(state, beneficiaries=()), 1).beneficiary_counts
    return _several(session, state, "beneficiary", counts, session.words.gettext("Anyone"))


def _access(session: Session, state: SearchState) -> list[Option]:
    any_words = session.words.gettext("It does not matter")
    return _several(session, state, "access", counts_for(session, state, "access"), any_words)


def _languages(session: Session, state: SearchState) -> list[Option]:
    counts = counts_for(session, state, "language")
    return _several(session, state, "language", counts, session.words.gettext("Any language"))


def _how(session: Session, state: SearchState) -> list[Option]:
    _ = session.words.gettext
    some = bool(state.ways or state.free or state.no_referral)
    options = [Option("any", _("Any way"), not some, replace(state, ways=(), free=False, no_referral=False))]
    options += _several(session, state, "way", counts_for(session, state, "way"))
    for found in counts_for(session, state, "route"):
        field = found.id.replace("-", "_")
        on: bool = getattr(state, field)
        if found.count or on:
            words = _counted(feature_name("route", found.id, session.words), found.count, session.words)
            options.append(Option(found.id, words, on, _with(state, field, not on)))
    return options


def _when(session: Session, state: SearchState) -> list[Option]:
    _ = session.words.gettext
    some = bool(state.days or state.part or state.open_now)
    options = [Option("any", _("Any time"), not some, replace(state, days=(), part="", open_now=False))]

    def add(key: str, name: str, on: bool, changed: SearchState, state_on: SearchState) -> None:
        count = look_up(session, state_on, 0).total
        if count or on:
            options.append(Option(key, _counted(name, count, session.words), on, changed))

    now = replace(state, open_now=True)
    add("now", _("Open now"), state.open_now, replace(state, open_now=not state.open_now), now)
    for found in counts_for(session, state, "part"):
        on, wanted = state.part == found.id, replace(state, part=found.id)
        name = feature_name("part", found.id, session.words)
        add(found.id, name, on, replace(state, part="") if on else wanted, wanted)
    on = state.days == WEEKEND
    wanted = replace(state, days=WEEKEND)
    add("weekend", _("Weekends"), on, replace(state, days=()) if on else wanted, wanted)
    return options


def _days(session: Session, state: SearchState) -> list[Option]:
    options = []
    for found in counts_for(session, state, "day"):
        day = int(found.id)
        on = day in state.days
        rest = tuple(other for other in state.days if other != day)
        if found.count or on:
            words = _counted(session.words.weekday(day), found.count, session.words)
            days = rest if on else tuple(sorted((*rest, day)))
            options.append(Option(found.id, words, on, replace(state, days=days)))
    return options


_MAKERS: dict[str, Callable[[Session, SearchState], list[Option]]] = {
    "type": _types,
    "beneficiary": _beneficiaries,
    "when": _when,
    "day": _days,
    "how": _how,
    "access": _access,
    "language": _languages,
}


def _several(
    session: Session, state: SearchState, kind: str, counts: Iterable[FacetCount], any_words: str = ""
) -> list[Option]:
    """Choices of which several can be on, by their names; with `any_words` first of all the choice of none."""
    words, field = session.words, _FIELDS[kind]
    chosen: Sequence[str] = getattr(state, field)
    options = [Option("any", any_words, not chosen, _with(state, field, ()))] if any_words else []
    named = [(_name(kind, found.id, words), found) for found in counts if found.count or found.id in chosen]
    for name, found in sorted(named, key=lambda pair: pair[0]) if kind in _BY_NAME else named:
        on = found.id in chosen
        now = tuple(one for one in chosen if one != found.id) if on else (*chosen, found.id)
        options.append(Option(found.id, _counted(name, found.count, words), on, _with(state, field, now)))
    return options


def _with(state: SearchState, field: str, value: object) -> SearchState:
    """The search with one field, by its name, set to something else."""
    change: dict[str, Any] = {field: value}
    return replace(state, **change)


def _counted(name: str, count: int, words: Words) -> str:
    # Translators: a filter's name and, in brackets, how many services it leaves.
    return Tagged(words.gettext("{name} ({count})").format(name=name, count=count), language_of(name))


def _name(kind: str, name: str, words: Words) -> str:
    if kind == "language":
        return Tagged(name)
    return facet_name(kind, name, words) if kind in ("type", "beneficiary") else feature_name(kind, name, words)


def _chosen_words(state: SearchState, kind: str, words: Words) -> str:
    return words.list(_name(kind, name, words) for name in getattr(state, _FIELDS[kind]))
