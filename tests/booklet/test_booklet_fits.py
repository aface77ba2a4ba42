"""Nothing on a printed page runs into its foot, however large the print and however full a box."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from booklet_samples import REQUEST
from pdf_words import poppler

from kiosk.booklet.compose import compose
from kiosk.booklet.model import BODY_POINTS, Chosen
from kiosk.booklet.render import render
from kiosk.document.blocks import Callout, ContactCard, Document, Paragraph, words
from kiosk.language import words_in

FULL = ContactCard(
    "Adult social care",
    "Ask for a needs assessment or a carer's assessment, or for advice about care",
    "01632\u00a0960\u00a0100",
    "Relay UK 18001 01632\u00a0960\u00a0100",
    "Monday to Friday, 8:30am to 5:30pm",
    "https://www.larkmereandvale.example/adult-social-care",
)
SAY = (
    "If it is hard to say what you want, ask the council for an advocate. Ask before your assessment or review starts."
)
PAGE = Document(
    "page", "Having your say", "en", (Callout("first", (Paragraph(words(SAY)), Paragraph(words(SAY)), FULL)),)
)
_WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">([^<]*)</word>')


@pytest.mark.parametrize("size", sorted(BODY_POINTS))
def test_a_full_box_stays_above_the_foot_of_the_page(size: str) -> None:
    request = replace(REQUEST, guides=(Chosen(PAGE),), services=(), size=size)  # type: ignore[arg-type]
    pdf = render(compose(request, words_in("en")))
    for page in poppler("pdftotext", "-bbox", pdf=pdf, tail=("-",)).split("<page ")[1:]:
        found = [(float(y), word) for y, word in _WORD.findall(page)]
        foot = max(y for y, word in found if word == "Demonstration")
        low = [word for y, word in found if y >= foot - 1]
        assert re.fullmatch(r"Demonstration area Page \d+ of \d+", " ".join(low)), low
