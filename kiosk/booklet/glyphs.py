"""Which characters a font file has: a small reader of the OpenType ``cmap`` table."""

from __future__ import annotations

import struct
from bisect import bisect_right
from functools import cache
from pathlib import Path

_MAX_GROUPS = 70_000


class Coverage:
    """The characters of one font as sorted, inclusive ranges of code points."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        ranges.sort()
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]

    def __contains__(self, character: str) -> bool:
        code = ord(character)
        place = bisect_right(self._starts, code) - 1
        return place >= 0 and code <= self._ends[place]


@cache
def coverage(file: str) -> Coverage:
    """The coverage of a font file; a file that cannot be understood covers nothing."""
    try:
        return Coverage(_ranges(Path(file)))
    except (OSError, struct.error, ValueError):
        return Coverage([])


def _ranges(file: Path) -> list[tuple[int, int]]:
    with file.open("rb") as stream:
        head = stream.read(12)
        tables = struct.unpack(">H", head[4:6])[0]
        offset = 0
        size = 0
        for _ in range(tables):
            entry = stream.read(16)
            if entry[:4] == b"cmap":
                offset, size = struct.unpack(">II", entry[8:16])
        if not 0 < size < 4_000_000:
            return []
        stream.seek(offset)
        cmap = stream.read(size)
    best: list[tuple[int, int]] = []
    for number in range(struct.unpack_from(">H", cmap, 2)[0]):
        platform, encoding, place = struct.unpack_from(">HHI", cmap, 4 + 8 * number)
        if (platform, encoding) not in ((0, 3), (0, 4), (0, 6), (3, 1), (3, 10)):
            continue
        form = struct.unpack_from(">H", cmap, place)[0]
        if form == 12:
            return _form_12(cmap, place)
        if form == 4 and not best:
            best = _form_4(cmap, place)
    return best


def _form_12(cmap: bytes, place: int) -> list[tuple[int, int]]:
    count = min(struct.unpack_from(">I", cmap, place + 12)[0], _MAX_GROUPS)
    values = struct.unpack_from(f">{3 * count}I", cmap, place + 16)
    return [(values[n], values[n + 1]) for n in range(0, 3 * count, 3)]


def _form_4(cmap: bytes, place: int) -> list[tuple[int, int]]:
    segments = struct.unpack_from(">H", cmap, place + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", cmap, place + 14)
    starts = struct.unpack_from(f">{segments}H", cmap, place + 16 + 2 * segments)
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start <= end and start != 0xFFFF]
