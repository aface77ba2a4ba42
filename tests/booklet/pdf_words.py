"""Reads a PDF with poppler and pikepdf: words with their places, structure elements, fonts."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf


def poppler(tool: str, *options: str, pdf: bytes, tail: tuple[str, ...] = ()) -> str:
    """What one of poppler's tools says about a PDF given on its standard input."""
    done = subprocess.run([tool, *options, "-", *tail], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def text(pdf: bytes) -> str:
    return poppler("pdftotext", pdf=pdf, tail=("-",))


def page_texts(pdf: bytes) -> list[str]:
    return text(pdf).split("\f")[:-1]


def lines(pdf: bytes) -> list[str]:
    """Text of each line as poppler's layout analysis finds it."""
    found = poppler("pdftotext", "-bbox-layout", pdf=pdf, tail=("-",))
    return [
        " ".join(re.findall(r"<word[^>]*>([^<]*)</word>", line)) for line in re.findall(r"<line.*?</line>", found, re.S)
    ]


@dataclass(frozen=True)
class Element:
    """One structure element."""

    role: str
    alternative: str
    width: float


def elements(pdf: bytes) -> list[Element]:
    """Structure elements in order."""
    document = pikepdf.open(BytesIO(pdf))
    nodes = [node for node in _walk(document.Root.StructTreeRoot.K) if "/S" in node]
    return [Element(str(node.S)[1:], str(node.get("/Alt", "")), _width(node)) for node in nodes]


def _width(node: Any) -> float:
    attributes = node.get("/A")
    found = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    for item in found:
        if isinstance(item, pikepdf.Dictionary) and "/BBox" in item:
            return float(item.BBox[2]) - float(item.BBox[0])
    return 0.0


def _walk(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from _walk(item)
    elif isinstance(node, pikepdf.Dictionary):
        yield node
        if "/K" in node:
            yield from _walk(node.K)


def font_sizes(pdf: bytes) -> set[float]:
    """Every size in points in which text is shown."""
    document = pikepdf.open(BytesIO(pdf))
    sizes: set[float] = set()
    for page in document.pages:
        scale = 1.0
        stack: list[float] = []
        size = 0.0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            operands = instruction.operands
            if operator == "q":
                stack.append(scale)
            elif operator == "Q":
                scale = stack.pop()
            elif operator == "cm":
                scale *= abs(float(operands[3]))
            elif operator == "Tf":
                size = float(operands[1])
            elif operator == "Tm":
                sizes.add(round(abs(float(operands[3])) * size * scale, 2))
    return sizes
