"""Making a 16-page booklet ÷ a cold process that only imports typst and compiles the same data; alternated, medians.

Prints rows of ``name value``. Both sides use the same template, fonts and PDF/UA-1 checks.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "booklet"))

from booklet_samples import ASSESSMENT, PAYING, request_in

from kiosk.booklet import child, fonts, render
from kiosk.booklet.as_data import booklet_data
from kiosk.booklet.compose import compose
from kiosk.booklet.model import Booklet, Chosen
from kiosk.booklet.safe_text import Cleaner
from kiosk.booklet.square_code import draw_codes
from kiosk.language import words_in

ROUNDS = 11
BUDGET = 1.5

_BARE = """
import os, sys, typst
data = sys.stdin.buffer.read().decode()
compiler = typst.Compiler(sys.argv[1], root=sys.argv[2], font_paths=sys.argv[3:], ignore_system_fonts=True,
                          sys_inputs={"data": data})
sys.stdout.buffer.write(compiler.compile(format="pdf", pdf_standards="ua-1"))
"""


def booklet_of_16_pages() -> Booklet:
    """The sample booklet with its two guides over again until it has sixteen pages."""
    guides = [Chosen(ASSESSMENT), Chosen(PAYING)]
    for extra in (PAYING, PAYING, PAYING, PAYING, PAYING, PAYING):
        made = compose(request_in("en", guides=tuple(guides)), words_in("en"))
        if render.page_count(made) >= 16:
            break
        guides.append(Chosen(extra))
    return made


def main() -> int:
    """Measure and print."""
    booklet = booklet_of_16_pages()
    found = fonts.find()
    data = Cleaner(found.files).tree(booklet_data(booklet)) | {"families": found.families}
    draw_codes(data)
    template = child.TEMPLATES
    bare = [sys.executable, "-c", _BARE, str(template / "booklet.typ"), str(template), *found.folders]
    text = json.dumps(data, ensure_ascii=False).encode()
    ours: list[float] = []
    theirs: list[float] = []
    preview: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        pdf = subprocess.run(bare, input=text, stdout=subprocess.PIPE, check=True).stdout
        theirs.append(time.perf_counter() - start)
        start = time.perf_counter()
        whole = render.render_all(booklet)
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        render.render_all(booklet, pictures=[], ppi=72)
        preview.append(time.perf_counter() - start)
    assert pdf.startswith(b"%PDF")
    assert whole.pdf.startswith(b"%PDF")
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"booklet_pages {whole.page_count}")
    print(f"booklet_seconds {statistics.median(ours):.3f}")
    print(f"bare_typst_seconds {statistics.median(theirs):.3f}")
    print(f"booklet_with_all_previews_seconds {statistics.median(preview):.3f}")
    print(f"booklet_ratio {ratio:.2f} (budget {BUDGET}){' OVER' if ratio > BUDGET else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
