"""What an import found: counts, warnings and guesses, for staff to read and for programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["error", "warning", "guess"]
_SHOWN = 8
_ALWAYS_LISTED = ("correction", "elsewhere", "not-narrowed")
"""Codes of findings that staff must see at every import: what they hid may be shown again; what was not wanted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about one record. An error leaves the record out; a guess is something that we worked out."""

    level: Level
    code: str
    message: str
    file: str = ""
    line: int | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "code": self.code,
            "file": self.file or None,
            "line": self.line,
            "message": self.message,
        }


@dataclass
class Report:
    """Grows while sources are read."""

    findings: list[Finding] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)

    def add(self, level: Level, code: str, message: str, file: str = "", line: int | None = None) -> None:
        self.findings.append(Finding(level, code, message, file, line))

    def count(self, level: Level) -> int:
        return sum(1 for finding in self.findings if finding.level == level)

    @property
    def services(self) -> int:
        return sum(int(source["kept"]) for source in self.sources)

    def as_json(self) -> dict[str, Any]:
        counts = {level: self.count(level) for level in ("error", "warning", "guess")}
        return {
            "counts": {"services": self.services, "sources": len(self.sources), **counts},
            "sources": self.sources,
            "findings": [finding.as_json() for finding in self.findings],
        }

    def as_text(self, everything: bool = False) -> str:
        """Plain lines: each source, then findings by kind. Without `everything` mostly only their numbers."""
        lines = [
            f"{source['id']}: {counted(source['kept'], 'service')} kept of {source['read']} read ({source['format']}),"
            f" {source['with_point']} with a point, {source['with_kind']} with a kind, {source['guessed_kind']} guessed"
            for source in self.sources
        ]
        kinds = Counter((finding.level, finding.code) for finding in self.findings)
        for (level, code), count in sorted(kinds.items()):
            lines.append(f"{level} {code}: {count}")
            if everything or code in _ALWAYS_LISTED:
                same = [f for f in self.findings if (f.level, f.code) == (level, code)]
                lines += [f"  {_place(finding)}{finding.message}" for finding in same[:_SHOWN]]
                if count > _SHOWN:
                    lines.append(f"  and {count - _SHOWN} more (--json lists all)")
        return "\n".join(lines)


def counted(count: int, one: str, several: str = "") -> str:
    """Such as "1 service" or "2 services"; `several` where the plural is not made with an s."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def _place(finding: Finding) -> str:
    if not finding.file:
        return ""
    return f"{finding.file}, line {finding.line}: " if finding.line else f"{finding.file}: "
