"""What can be asked of the search and what it answers: frozen, without a screen and without a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map; `about` says that it is only the middle of an area."""

    latitude: float
    longitude: float
    about: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """One question. Several types are alternatives, several beneficiaries too; kinds narrow one another."""

    words: str = ""
    near: Point | None = None
    here: Point | None = None
    """Where the one who asks stands, for "near me" among the words."""
    within_miles: float | None = None
    types: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    open_at: datetime | None = None
    """Local wall time, without a zone."""
    free: bool = False
    no_referral: bool = False
    """Only those that say that nobody has to send one there."""
    ways: tuple[str, ...] = ()
    """Ids of `kiosk.directory.features.WAYS`; several are alternatives."""
    access: tuple[str, ...] = ()
    """Ids of `kiosk.directory.access_rules.FACTS`; a service must say all of them."""
    days: tuple[int, ...] = ()
    """Weekdays, 0 is Monday; several are alternatives. Those that give no times are left out."""
    part: str = ""
    """One of `kiosk.directory.features.PARTS`, on those days or on any."""
    languages: tuple[str, ...] = ()
    """English names as the records give them; several are alternatives."""
    language: str = "en"
    exact: bool = False
    """Search for the words as typed: no repair, no related words."""
    facet_counts: bool = True
    """Whether the answer says how many fit each kind and group; a list of results does without."""
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer. `distance_miles` is None where no distance makes sense; `is_free` None = not said."""

    kind: Literal["service", "guide"]
    id: str
    name: str
    organization: str = ""
    summary: str = ""
    place: str = ""
    postcode: str = ""
    distance_miles: float | None = None
    distance_about: bool = False
    types: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    is_free: bool | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class FacetCount:
    id: str
    count: int


@dataclass(frozen=True, slots=True)
class Did:
    """What the search did with the words, so that the screen can say so: before ``dementa``, after ``dementia``.

    `near`: it took some of the words for a place, whose name is `after`; "" is where the one who asks stands.
    """

    action: Literal["repaired", "widened", "joined", "synonyms", "near", "nothing"]
    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer: `total` counts every service that fits, `hits` is the page asked for, best first."""

    total: int
    hits: tuple[Hit, ...] = ()
    guides: tuple[Hit, ...] = ()
    did: tuple[Did, ...] = ()
    type_counts: tuple[FacetCount, ...] = ()
    """How many would fit for each type of service if no type were chosen; the most frequent first."""
    beneficiary_counts: tuple[FacetCount, ...] = ()
    urgent: bool = False
    """Whether the words say that somebody may be in danger: then the way to help at once comes first."""
    times_unknown: int = 0
    """With `open_at`: services left out because nobody gave their times; they may be open."""
    ms: float = 0.0
