"""Time of a Word draft as a ratio of its text's and of python-docx's own loading, measured in one process.

usage: python benchmarks/word.py [PAGES]
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO

import docx
from docx.shared import Pt
from drafts import draft

from lint.engine.linter import lint
from lint.formats.decoding import decode
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source

PAGE = 800
RUN = 12  # characters: Word splits what is edited into short runs


def main() -> None:
    """Measure and print."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    text = draft(1, pages * PAGE * 3)
    data = word(text)
    rulebook = load_rulebook([builtin_folder()])
    rows = {
        "text": fastest(lambda: lint(Source("a.txt", text), rulebook)),
        "python-docx loads": fastest(lambda: docx.Document(BytesIO(data))),
        "Word": fastest(lambda: lint(decode(data, "a.docx"), rulebook)),
    }
    print(f"{pages} pages, {len(text)} characters, {len(data)} bytes")
    for name, seconds in rows.items():
        print(f"{name:<18} {seconds:.3f} s")
    print(f"ratio {rows['Word'] / (rows['text'] + rows['python-docx loads']):.2f}")


def word(text: str) -> bytes:
    """A .docx with a paragraph for each line, in short runs with properties of their own."""
    document = docx.Document()
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        for at in range(0, len(line), RUN):
            paragraph.add_run(line[at : at + RUN]).font.size = Pt(16)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def fastest(run: Callable[[], object]) -> float:
    """The shortest of five runs in seconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
