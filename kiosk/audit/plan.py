"""Which states are looked at in which cells, and with which kinds of checks.

In a full audit every state meets every value of a cell, and every pair of values is met by some state; keys walk
backwards too, and by arrows, where all kinds of checks look. Of states that are made of the same parts, as pages of
advice are, some are looked at in every cell. The sample meets every state once and every screen with every value of a
cell. Values that meet in pairs find nearly all faults that come of two things together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple, get_args

from kiosk.audit.check import Kind
from kiosk.audit.pseudo_language import CODE
from kiosk.audit.seen import SHAPES, Cell
from kiosk.audit.state import State
from kiosk.display import TEXT_SIZES, THEMES

KINDS: tuple[Kind, ...] = get_args(Kind)
LAID_OUT: tuple[Kind, ...] = ("names", "order", "geometry", "glyphs")
"""What depends on words, sizes and shapes, and not on colours."""
COLOURED: tuple[Kind, ...] = ("contrast", "focus")
LANGUAGES = ("en", "ar", CODE)
CONTRAST_SIZES = ("standard", "largest")
CONTRAST_SHAPE = "wide"

_VALUES: dict[str, tuple[object, ...]] = {
    "shape": tuple(SHAPES),
    "text_size": TEXT_SIZES,
    "theme": THEMES,
    "language": LANGUAGES,
    "easy_letters": (False, True),
    "controls_low": (False, True),
    "pictures": (True, False),
}
_LESS_COMMON = {"easy_letters", "controls_low", "pictures"}
_AT_ONCE = 30
_ALIKE = 3
"""In so many cells a state is looked at that is made of the same parts as others."""
_ONE_OF = 10
"""In the sample, one of so many of those is looked at."""
Pair = tuple[tuple[str, object], tuple[str, object]]


class Visit(NamedTuple):
    """One state in one cell, and the kinds of checks that look at it there."""

    state: str
    cell: Cell
    kinds: tuple[Kind, ...]


def full(states: Sequence[State]) -> list[Visit]:
    """Every state in every cell that may look different to it."""
    wanted: dict[Cell, set[Kind]] = {}
    for language, size, shape in product(LANGUAGES, TEXT_SIZES, SHAPES):
        wanted.setdefault(Cell(shape, size, language=language), set()).update(LAID_OUT)
    for theme, size in product(THEMES, CONTRAST_SIZES):
        wanted.setdefault(Cell(CONTRAST_SHAPE, size, theme), set()).update(COLOURED)
    in_every_cell = [state for state in states if not state.alike]
    visits = {(cell, state.name): kinds for cell, kinds in wanted.items() for state in in_every_cell}
    covers = _covers(cells_with_pairs(_LESS_COMMON))
    for number, state in enumerate(in_every_cell):
        visits |= {(cell, state.name): set(KINDS) for cell in covers[number % len(covers)]}
    for number, state in enumerate(state for state in states if state.alike):
        cover = covers[number % len(covers)]
        visits |= {(cover[(number + step) % len(cover)], state.name): set(KINDS) for step in range(_ALIKE)}
    by_edition = sorted(states, key=lambda state: state.edition)  # to change editions takes as long as to look
    return [
        Visit(state.name, cell, tuple(kind for kind in KINDS if kind in kinds))
        for cell in sorted({cell for cell, _name in visits})
        for state in by_edition
        if (kinds := visits.get((cell, state.name)))
    ]


def sample(states: Sequence[State]) -> list[Visit]:
    """Every state once, of those that are alike some, and again until every screen has met every value of a cell.

    Every pair of values is met.
    """
    cells = cells_with_pairs()
    used: Counter[Cell] = Counter()
    met: dict[str, Counter[tuple[str, object]]] = {}
    chosen: set[tuple[Cell, int]] = set()

    def add(number: int) -> None:
        values = met.setdefault(states[number].screen, Counter())
        free = [cell for cell in cells if (cell, number) not in chosen]
        cell = max(free, key=lambda cell: (sum(not values[value] for value in _values(cell)), -used[cell]))
        chosen.add((cell, number))
        used[cell] += 1
        values.update(_values(cell))

    alike = [number for number, state in enumerate(states) if state.alike]
    left_out = set(alike) - set(alike[::_ONE_OF])
    for number in range(len(states)):
        if number not in left_out:
            add(number)
    everything = {(name, value) for name, values in _VALUES.items() for value in values}
    for screen, values in met.items():
        own = [number for number, state in enumerate(states) if state.screen == screen]
        while not everything <= values.keys():
            add(own[values.total() % len(own)])
    return [Visit(states[number].name, cell, KINDS) for cell, number in sorted(chosen)]


def batches(visits: Iterable[Visit]) -> Iterator[list[Visit]]:
    """The visits in their order, those of one cell together, a handful at a time."""
    batch: list[Visit] = []
    for visit in visits:
        if batch and (visit.cell != batch[0].cell or len(batch) == _AT_ONCE):
            yield batch
            batch = []
        batch.append(visit)
    if batch:
        yield batch


def cells_with_pairs(dimensions: Iterable[str] = tuple(_VALUES)) -> list[Cell]:
    """Few cells in which every pair of values is met; with `dimensions`, every pair that has one of these in it.

    Always the one that meets most new pairs comes next: about a fifth more cells than the fewest possible.
    """
    wanted = set(dimensions)
    every_cell = [Cell(*values) for values in product(*_VALUES.values())]  # type: ignore[arg-type]
    pairs = {cell: set(_pairs(cell)) for cell in every_cell}
    missing = {pair for found in pairs.values() for pair in found if {pair[0][0], pair[1][0]} & wanted}
    rest = {pair for found in pairs.values() for pair in found} - missing
    cells = []
    while missing:
        best = max(every_cell, key=lambda cell: (len(pairs[cell] & missing), len(pairs[cell] & rest)))
        cells.append(best)
        missing -= pairs[best]
        rest -= pairs[best]
    return cells


def _covers(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Sets of these cells, each with every value, all cells being in one of them.

    A state is looked at in one set: so it meets every value, and all states together meet every pair of values.
    """
    left, covers = list(cells), []
    while left:
        missing = {value for cell in cells for value in _values(cell)}
        cover: list[Cell] = []
        while missing:
            best = max(cells, key=lambda cell: (len(missing.intersection(_values(cell))), cell in left))
            cover.append(best)
            missing.difference_update(_values(best))
        if not set(left).intersection(cover):
            cover.append(left[0])
        left = [cell for cell in left if cell not in cover]
        covers.append(cover)
    return covers


def _values(cell: Cell) -> list[tuple[str, object]]:
    return list(cell._asdict().items())


def _pairs(cell: Cell) -> Iterator[Pair]:
    yield from combinations(_values(cell), 2)
