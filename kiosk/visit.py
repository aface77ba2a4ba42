"""One person's visit: everything they have chosen, in memory, until it is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from kiosk.display import Display

if TYPE_CHECKING:
    from kiosk.choose.answers_given import ChoosingGiven
    from kiosk.estimate.answers_given import AnswersGiven

MOST_COMPARED = 3
"""So many services stand side by side at most."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """What a visitor is looking for: their words, place and filters."""

    words: str = ""
    exact: bool = False
    place: str = ""
    within_miles: float | None = None
    types: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    part: str = ""
    open_now: bool = False
    free: bool = False
    no_referral: bool = False
    offset: int = 0

    def without_filters(self) -> SearchState:
        """The same words, wherever and whatever kind of help."""
        return SearchState(words=self.words, exact=self.exact)


@dataclass(frozen=True, slots=True)
class OutingState:
    """What of What's on a visitor looks at.

    `day` is an ISO date, "" for today, "open" for what is open most days, "ask" for what has to be asked for its times.
    """

    day: str = ""
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    offset: int = 0


@dataclass(frozen=True, slots=True)
class BookletState:
    """What a visitor wants in their booklet. `size` "" and `language` "" follow the screen."""

    for_whom: str = "me"
    note: str = ""
    size: str = ""
    language: str = ""
    guides: tuple[str, ...] | None = None
    with_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Words in a field that were not used yet. `instead_of` is what the field stood for when they were left."""

    field: str
    instead_of: str
    words: str
    cursor: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """What every visit starts with."""

    language: str = "en"
    display: Display = field(default_factory=Display)


class Visit:
    """One person's choices, in memory, until `forget()`."""

    def __init__(self, beginning: Beginning | None = None) -> None:
        self._beginning = beginning or Beginning()
        self._listeners: list[Callable[[], None]] = []
        self._start()

    def _start(self) -> None:
        self._language = self._beginning.language
        self._display = self._beginning.display
        self._shortlist: tuple[str, ...] = ()
        self._guides: tuple[str, ...] = ()
        self._search = SearchState()
        self._outing = OutingState()
        self._compared: tuple[str, ...] = ()
        self._care_offset = 0
        self._booklet = BookletState()
        self._half_typed: HalfTyped | None = None
        self._estimates: AnswersGiven | None = None
        self._choosing: ChoosingGiven | None = None

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call `listener` after every change; screens redraw from the visit, never from what they remember."""
        self._listeners.append(listener)

    @property
    def language(self) -> str:
        return self._language

    @property
    def display(self) -> Display:
        """How the screen is shown and touched."""
        return self._display

    @property
    def shortlist(self) -> tuple[str, ...]:
        """Service ids kept for the booklet, in the order chosen."""
        return self._shortlist

    @property
    def guides(self) -> tuple[str, ...]:
        """Ids of guides, and of Easy Read forms of guides, kept for the booklet, in the order chosen."""
        return self._guides

    @property
    def kept_count(self) -> int:
        """How many services, guides and results are kept."""
        kept = len(self._shortlist) + len(self._guides)
        kept += len(self._estimates.kept) if self._estimates is not None else 0
        return kept + (self._choosing.kept_count if self._choosing is not None else 0)

    @property
    def estimates(self) -> AnswersGiven:
        """What was answered in the estimates."""
        if self._estimates is None:
            from kiosk.estimate.answers_given import AnswersGiven

            self._estimates = AnswersGiven(self._tell)
        return self._estimates

    @property
    def choosing(self) -> ChoosingGiven:
        """What was answered in Help me choose."""
        if self._choosing is None:
            from kiosk.choose.answers_given import ChoosingGiven

            self._choosing = ChoosingGiven(self._tell)
        return self._choosing

    @property
    def search(self) -> SearchState:
        return self._search

    @property
    def outing(self) -> OutingState:
        return self._outing

    @property
    def compared(self) -> tuple[str, ...]:
        """Service ids to be compared, in the order chosen; at most `MOST_COMPARED`."""
        return self._compared

    @property
    def care_offset(self) -> int:
        """The first row that is shown of a list of care to choose from."""
        return self._care_offset

    @property
    def booklet(self) -> BookletState:
        return self._booklet

    @property
    def half_typed(self) -> HalfTyped | None:
        """What was being typed when the visitor went elsewhere, or made the words larger."""
        return self._half_typed

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was chosen, so that nothing would be lost by forgetting."""
        nothing_typed = self._search == SearchState() and self._booklet == BookletState() and self._half_typed is None
        nothing_chosen = not self.kept_count and not self._compared and self._outing == OutingState()
        nothing_answered = self._estimates is None or self._estimates.is_untouched
        nothing_asked = self._choosing is None or self._choosing.is_untouched
        return nothing_chosen and nothing_typed and nothing_answered and nothing_asked

    def keep(self, service_id: str) -> None:
        """Keep a service; keeping it twice changes nothing."""
        if service_id not in self._shortlist:
            self._shortlist = (*self._shortlist, service_id)
            self._tell()

    def drop(self, service_id: str) -> None:
        """Take a service out of the list."""
        if service_id in self._shortlist:
            self._shortlist = tuple(item for item in self._shortlist if item != service_id)
            self._tell()

    def keep_guide(self, guide_id: str) -> None:
        """Keep a guide for the booklet; keeping it twice changes nothing."""
        if guide_id not in self._guides:
            self._guides = (*self._guides, guide_id)
            self._tell()

    def drop_guide(self, guide_id: str) -> None:
        """Take a guide out of the list."""
        if guide_id in self._guides:
            self._guides = tuple(item for item in self._guides if item != guide_id)
            self._tell()

    def compare(self, service_id: str) -> bool:
        """Choose a service to compare; False when there is no room for another one, and then nothing changes."""
        if service_id in self._compared:
            return True
        if len(self._compared) >= MOST_COMPARED:
            return False
        self._compared = (*self._compared, service_id)
        self._tell()
        return True

    def stop_comparing(self, service_id: str) -> None:
        """Take a service away from those to be compared."""
        if service_id in self._compared:
            self._compared = tuple(item for item in self._compared if item != service_id)
            self._tell()

    def turn_care(self, offset: int) -> None:
        """Look at the list of care to choose from, from this row on."""
        if offset != self._care_offset:
            self._care_offset = offset
            self._tell()

    def choose_language(self, language: str) -> None:
        self._language = language
        self._tell()

    def choose_display(self, **changes: object) -> None:
        """Change parts of the display, by the names of `Display`. Raises `ValueError` for a word it does not know."""
        chosen = replace(self._display, **changes)  # type: ignore[arg-type]
        if chosen != self._display:
            self._display = chosen
            self._tell()

    def standard_display(self) -> None:
        """Put every part of the display back to what visits start with; what was kept stays (VVSG 2.0 7.1-B)."""
        self.choose_display(**{part.name: getattr(self._beginning.display, part.name) for part in fields(Display)})

    def look_for(self, search: SearchState) -> None:
        """Look for something else."""
        if search != self._search:
            if (search.place, search.within_miles) != (self._search.place, self._search.within_miles):
                self._care_offset = 0
            self._search = search
            self._tell()

    def plan_outing(self, **changes: object) -> None:
        """Look at another part of What's on, by the names of `OutingState`; unless it is named, from its first row."""
        planned = replace(self._outing, **{"offset": 0, **changes})  # type: ignore[arg-type]
        if planned != self._outing:
            self._outing = planned
            self._tell()

    def plan_booklet(self, **changes: object) -> None:
        """Change parts of the booklet's plan, by the names of `BookletState`."""
        planned = replace(self._booklet, **changes)  # type: ignore[arg-type]
        if planned != self._booklet:
            self._booklet = planned
            self._tell()

    def keep_half_typed(self, typed: HalfTyped | None) -> None:
        """Keep what was not used yet, for its field alone: nothing that is shown changes, so nobody is told."""
        self._half_typed = typed

    def forget(self) -> None:
        """Forget everything and start anew: the only way back to the start."""
        self._start()
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
