"""Mends single values of feeds: HTML, telephone numbers, web and e-mail addresses, names in capitals."""

from __future__ import annotations

import html
import re
from functools import cache
from html.parser import HTMLParser

from babel import Locale

from kiosk import phone_numbers
from kiosk.directory import tolerant

_NOTHING = {"", "na", "n/a", "n.a.", "none", "null", "nil", "-", "--", "not known", "unknown", "nan", "tbc", "?"}
_BLOCKS = {"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "tr", "table", "section", "blockquote"}
_SILENT = {"script", "style", "head", "template"}
_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_TAG = re.compile(r"<[^<>]*>")
_OPENED_ONLY = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_MOST_OPENED = 50
"""More brackets than this that nobody closes: the standard library's parser would read the rest once for each."""
_NO_CHARACTER = re.compile(r"&#(?:[xX][0-9a-fA-F]{7,}|[0-9]{8,});?")
_NUMBER = re.compile(r"\+?\(?\d[\d\s()\-.\u00a0]{2,}\d")
_EXTENSION = re.compile(r"\b(?:ext(?:ension)?|x)\.?\s*(\d{1,6})\b", re.IGNORECASE)
_SMALL_WORDS = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
_PLACEHOLDER_HOSTS = ("example.com", "example.org", "www.example.com", "example")


class _TextOnly(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BLOCKS or tag == "li":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def prose(value: object) -> str:
    """Text for people: HTML as paragraphs and bullets, nothing for "N/A" and its kin."""
    text = tolerant.text(value)
    if _LOOKS_LIKE_HTML.search(text):
        text = tolerant.text(_without_tags(_NO_CHARACTER.sub("", text)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return given("\n".join(line for line in lines if line and line != "-"))


def _without_tags(text: str) -> str:
    """The text of HTML. Where the tolerant parser gives up or would take very long, only the tags are cut out."""
    parser = _TextOnly()
    try:
        if len(_OPENED_ONLY.findall(text)) > _MOST_OPENED:
            return html.unescape(_TAG.sub(" ", text))
        parser.feed(text)
        parser.close()
    except AssertionError:  # the standard library's own, for "<![x[" and the like
        return html.unescape(_TAG.sub(" ", text))
    return "".join(parser.parts)


def given(text: str) -> str:
    """The text, or "" when it only says that there is none."""
    return "" if text.strip().casefold() in _NOTHING else text.strip()


def one_line(value: object) -> str:
    text = tolerant.line(value)
    return given(" ".join(html.unescape(_NO_CHARACTER.sub("", text)).split()) if "&" in text else text)


def email(value: object) -> str:
    """A plausible e-mail address; placeholders give ""."""
    text = one_line(value).removeprefix("mailto:")
    if not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+", text):
        return ""
    host = text.rpartition("@")[2].casefold()
    return "" if host.endswith(".invalid") or host in _PLACEHOLDER_HOSTS else text


def web(value: object) -> str:
    """A web address with its scheme; placeholders and anything that is no web address give ""."""
    text = one_line(value)
    if not text or " " in text or "@" in text.partition("/")[0]:
        return ""
    if not re.match(r"https?://", text, re.IGNORECASE):
        text = "http://" + text if re.match(r"[\w-]+(\.[\w-]+)+", text) else ""
    host = re.sub(r"^https?://", "", text, flags=re.IGNORECASE).partition("/")[0].casefold()
    return "" if host in _PLACEHOLDER_HOSTS or "." not in host else text


def phones(value: object) -> list[dict[str, str]]:
    """The numbers in a cell or field, each with its label: "MAPS: 0117 332 7111" → label and number.

    A number that lost its leading 0 in a spreadsheet gets it back; see `lost_zero`.
    """
    text = one_line(str(int(value)) if isinstance(value, float) and value.is_integer() else value)
    found = []
    for part in re.split(r"[;/|\n]|,(?=\s*[+0(a-zA-Z])|\bor\b", text):
        extension = _EXTENSION.search(part)
        match = _NUMBER.search(_EXTENSION.sub("", part)) or re.search(r"\b(?:111|999|101|119|105|116\s?\d{3})\b", part)
        if not match:
            continue
        number = " ".join(match[0].replace(".", " ").split())
        if lost_zero(number):
            number = "0" + number
        label = _EXTENSION.sub("", part).replace(match[0], " ").strip(" :-–,.()")
        label = re.sub(r"^(?:tel(?:ephone)?|phone|t|call)\b[\s:.]*", "", label, flags=re.IGNORECASE)
        kind = "textphone" if re.search(r"minicom|textphone|typetalk", part, re.IGNORECASE) else "voice"
        if "fax" in label.casefold() or not phone_numbers.digits(number):
            continue
        phone = {"number": number, "type": kind, "description": label[:80]}
        if extension:
            phone["extension"] = extension[1]
        found.append({key: item for key, item in phone.items() if item})
    return found


def lost_zero(number: str) -> bool:
    """Whether a number is a British one without its leading 0: nine or ten digits that start with 1, 2, 3, 7 or 8."""
    return bool(re.fullmatch(r"[12378]\d{8,9}", number.replace(" ", "")))


def name(value: object) -> str:
    """A name on one line; one in capitals is put into small letters, abbreviations kept."""
    text = one_line(value)
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 5 or " " not in text or not all(character.isupper() for character in letters):
        return text
    return " ".join(_titled(word, number) for number, word in enumerate(text.split()))


def language_named(code: str) -> str:
    """The English name of a language code of two or three letters (ISO 639), or ""."""
    bare = code.strip().replace("_", "-").casefold()
    if not re.fullmatch(r"[a-z]{2,3}(-[a-z]{2,4})?", bare):
        return ""
    return str(_english().languages.get(bare.partition("-")[0], ""))


@cache
def _english() -> Locale:
    return Locale("en")


def _titled(word: str, number: int) -> str:
    if word.casefold() in _SMALL_WORDS and number:
        return word.casefold()
    bare = re.sub(r"\W", "", word)
    if len(bare) <= 4 and not re.search(r"[AEIOUY]", bare) and bare not in ("ST", "MR", "MRS", "DR"):
        return word
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word).replace("'S", "'s").replace("’S", "’s")
