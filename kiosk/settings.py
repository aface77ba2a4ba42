"""Every setting in one table: name, type, default and a sentence of help.

Order of strength: built-in < ``/etc/signpost/kiosk.toml`` < ``$SIGNPOST_HOME/kiosk.toml`` < ``SIGNPOST_*`` variables <
the command line. A value that cannot be used is left out and reported; the kiosk then starts with what is safe.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kiosk import paths

SYSTEM_FILE = Path("/etc/signpost/kiosk.toml")
_MAX_BYTES = 64 * 1024
_MOST_TOLD = 20
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Setting(NamedTuple):
    """One row of the table. `choices` lists the allowed words; `low` and `high` bound a number."""

    name: str
    kind: type
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def read(self, value: Any) -> Any:
        """The value in the setting's type; raises `ValueError` with a plain reason."""
        if self.kind is bool:
            return _as_bool(value)
        if self.kind is str:
            if not isinstance(value, (str, int, float)) or _CONTROL.search(str(value)):
                raise ValueError("must be words on one line")
            text = str(value)
            if self.choices and text not in self.choices:
                raise ValueError(f"must be one of {', '.join(self.choices)}")
            return text
        if isinstance(value, bool):
            raise ValueError("must be a number")
        try:
            number = self.kind(value)
        except (TypeError, ValueError, OverflowError):
            raise ValueError("must be a number") from None
        if (self.low is not None and not number >= self.low) or (self.high is not None and not number <= self.high):
            raise ValueError(f"must be from {self.low:g} to {self.high:g}")
        return number


TABLE: tuple[Setting, ...] = (
    Setting("site.kind", str, "library", "What kind of place the kiosk stands in.", ("library", "gp-hub", "care-home")),
    Setting("site.name", str, "", "The name of the place, as shown on the attract screen and in print."),
    Setting("site.place", str, "", 'The postcode or place name that "near this kiosk" means.'),
    Setting("site.help_from", str, "", 'Who can help a visitor here, for example "the people at the desk".'),
    Setting(
        "screen.width_mm", float, 0.0, "Width of the visible screen in millimetres; 0 means not measured.", (), 0, 3000
    ),
    Setting(
        "screen.text", str, "standard", "Text size at the start of a visit.", ("standard", "large", "larger", "largest")
    ),
    Setting(
        "screen.theme",
        str,
        "day",
        "Colours at the start of a visit.",
        ("day", "night", "low-glare", "black-on-white", "yellow-on-black"),
    ),
    Setting("screen.easy_letters", bool, False, "Whether a visit starts in letters that are easier to tell apart."),
    Setting(
        "screen.controls_low", bool, False, "Whether a visit starts with everything that can be touched in low reach."
    ),
    Setting("screen.pictures", bool, True, "Whether a visit starts with drawings beside the words."),
    Setting(
        "screen.keyboard", str, "qwerty", "Order of the on-screen keys at the start of a visit.", ("qwerty", "a-z")
    ),
    Setting("screen.language", str, "en", "Language at the start of a visit."),
    Setting("touch.steady", bool, False, "Whether a visit starts with more care for shaking hands."),
    Setting(
        "keys.repeat_ms",
        int,
        500,
        "Milliseconds in which a second press of Enter or Space counts as a slip; 0 takes every press.",
        (),
        0,
        2000,
    ),
    Setting(
        "touch.repeat_ms",
        int,
        400,
        "Milliseconds in which a second tap at the same place is left out; 0 for none.",
        (),
        0,
        2000,
    ),
    Setting(
        "touch.slip_mm",
        float,
        6.0,
        "Millimetres that a finger may come up beside what it went down on and still press it.",
        (),
        0,
        20,
    ),
    Setting(
        "idle.warn_seconds", int, 120, "Seconds without touch, key or speech before the visitor is asked.", (), 20, 3600
    ),
    Setting(
        "idle.answer_seconds", int, 60, "Seconds the visitor has to answer before the visit is forgotten.", (), 20, 600
    ),
    Setting("print.enabled", bool, True, "Whether visitors may print."),
    Setting(
        "print.printer", str, "", "The printer's IPP address or CUPS queue name; empty means the system's default."
    ),
    Setting("print.max_pages", int, 60, "The most pages a visitor may print at once.", (), 4, 200),
    Setting("speech.enabled", bool, True, "Whether pages can be read aloud."),
    Setting("speech.say_aloud", bool, False, "Whether a visit starts with saying aloud what has the focus."),
    Setting("speech.rate", int, 150, "Speaking speed at the start of a visit, in words a minute.", (), 60, 300),
    Setting("speech.volume", float, 0.8, "Loudness at the start of a visit, from 0 to 1.", (), 0, 1),
)

NAMES = {setting.name: setting for setting in TABLE}


class Settings:
    """The values in force and, for staff, what was wrong with values that were left out."""

    def __init__(
        self, values: Mapping[str, Any], problems: tuple[str, ...] = (), origins: Mapping[str, str] | None = None
    ) -> None:
        self.values = values
        self.problems = problems
        self.origins = origins

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def text(self, name: str) -> str:
        return str(self.values[name])


def user_file() -> Path:
    """The settings file that ``kiosk settings set`` writes."""
    return paths.home() / "kiosk.toml"


def variable(name: str) -> str:
    """The environment variable of a setting: ``screen.width_mm`` → ``SIGNPOST_SCREEN_WIDTH_MM``."""
    return "SIGNPOST_" + name.upper().replace(".", "_")


def load(overrides: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force. Never raises: what cannot be used is listed in `problems`."""
    environment = os.environ if environ is None else environ
    values = {setting.name: setting.default for setting in TABLE}
    origins = dict.fromkeys(values, "built-in")
    problems: list[str] = []
    layers: list[tuple[str, Mapping[str, Any]]] = []
    for path in (SYSTEM_FILE, user_file()):
        found = _read_file(path, problems)
        if found:
            layers.append((str(path), found))
    layers.append(
        ("environment", {s.name: environment[variable(s.name)] for s in TABLE if variable(s.name) in environment})
    )
    layers.append(("command line", dict(overrides or {})))
    for origin, layer in layers:
        for name, value in layer.items():
            if name not in NAMES:
                problems.append(
                    f"{origin}: there is no setting called {_short(name if name.isprintable() else repr(name))}"
                )
                continue
            try:
                values[name] = NAMES[name].read(value)
                origins[name] = origin
            except ValueError as error:
                problems.append(f"{origin}: {name} {error}; {_short(_repr(value))} was left out")
    if len(problems) > _MOST_TOLD:
        problems[_MOST_TOLD:] = [f"and {len(problems) - _MOST_TOLD} more"]
    return Settings(values, tuple(problems), origins)


def save(name: str, value: str) -> Path:
    """Write one setting to the user's file.

    Raises `KeyError` for an unknown name, `ValueError` for a bad value or when the file there is not a settings file.
    """
    checked = NAMES[name].read(value)
    path = user_file()
    problems: list[str] = []
    current = _read_file(path, problems)
    if problems:
        raise ValueError(f"was not saved: {problems[0]}")
    current[name] = checked
    lines = [f"{_toml_key(key)} = {_toml_value(item)}" for key, item in sorted(current.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return path


def _read_file(path: Path, problems: list[str]) -> dict[str, Any]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problems.append(f"{path}: cannot be read (it is not a file)")
            return {}
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        if path.is_symlink():
            problems.append(f"{path}: cannot be read (it is a link to nothing)")
        return {}
    except OSError as error:
        problems.append(f"{path}: cannot be read ({error.strerror})")
        return {}
    if len(data) > _MAX_BYTES:
        problems.append(f"{path}: too large for a settings file")
        return {}
    import tomllib

    try:
        return _flat(tomllib.loads(data.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        problems.append(f"{path}: not a settings file ({error})")
        return {}


def _short(text: str) -> str:
    """Not longer than a line: it may be anything at all."""
    return text if len(text) <= 60 else f"{text[:57]}..."


def _repr(value: Any) -> str:
    try:
        return repr(value)
    except ValueError:  # a number of more than 4,300 digits
        return "a number that is far too long"


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = value
    return flat


def _as_bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold()
    if word in {"1", "true", "yes", "on"}:
        return True
    if word in {"0", "false", "no", "off"}:
        return False
    raise ValueError("must be true or false")


def _toml_key(name: str) -> str:
    return ".".join(part if re.fullmatch(r"[A-Za-z0-9_-]+", part) else _quoted(part) for part in name.split("."))


def _toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    return _quoted(str(value))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
