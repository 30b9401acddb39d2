"""Drafts of any size, made of the seeds' own sentences or of whole seeds, and the same on every machine."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from lint.text.numerals import render_han
from lint.text.source import decode

KIB = 1024
_SECTIONS = 99  # then the next report begins, as in a file that holds several
SEEDS = Path(__file__).parent.parent / "seeds"
_SENTENCE = re.compile(r"(?<![^。\s])[\u4e00-\u9fff][\u4e00-\u9fff，、\d.%“”]{14,78}。")
_MARKER = re.compile(r"(?:^|[，。；：])(?:第?[一二三四五六七八九十]+[是要，、]|\d+[.、])|个方面|以下")


@cache
def sentences() -> list[str]:
    """Sentences of the clean seeds that hold no marker, no announcement and no half quotation."""
    labels: dict[str, list[object]] = json.loads((SEEDS / "expected.json").read_text("utf-8"))
    clean = [name for name, defects in labels.items() if not defects and "折行" not in name]
    found = {
        sentence
        for text in map(_text, clean)
        for sentence in _SENTENCE.findall(text)
        if not _MARKER.search(sentence) and sentence.count("“") == sentence.count("”")
    }
    return sorted(found)


def _text(name: str) -> str:
    return decode((SEEDS / name).read_bytes()).text


@cache
def seeds() -> list[str]:
    """The texts of the seeds that are no Markdown, defects and all."""
    return [_text(path.name) for path in sorted(SEEDS.glob("*.txt"))]


def joined(seed: int, size: int) -> str:
    """A draft of some ``size`` bytes in UTF-8: seeds of every genre, one after another; no two drafts are the same."""
    first = seed % len(seeds())
    text = "\n".join(islice(cycle(seeds()), first, first + size // KIB)) + "\n"
    return f"{text.encode()[:size].decode(errors='ignore')}\n（第{seed}稿）\n"


def draft(seed: int, size: int, *, markdown: bool = False) -> str:
    """A draft of at least ``size`` bytes in UTF-8: title, 一、 （一） and runs of 一是, one in four with a gap."""
    choose = random.Random(seed)
    pool = sentences()
    gap = seed % 4 == 0
    parts: list[str] = []
    length = 0
    for part in _parts(choose, pool, markdown=markdown):
        if gap and "二是" in part:
            part, gap = part.replace("二是", "四是"), False  # noqa: PLW2901 - the draft's one defect
        parts.append(part)
        length += len(part.encode()) + 2
        if length >= size:
            break
    return ("\n\n" if markdown else "\n").join(parts) + "\n"


def _parts(choose: random.Random, pool: list[str], *, markdown: bool) -> Iterator[str]:
    for section in cycle(range(1, _SECTIONS + 1)):
        if section == 1:
            yield f"{'# ' if markdown else ''}关于{choose.randint(1, 999)}号工作情况的报告"
        yield f"{'## ' if markdown else ''}{render_han(section)}、{_title(choose, pool)}"
        for number in range(1, choose.randint(3, 7)):
            run = "".join(f"{render_han(item)}是{choose.choice(pool)}" for item in range(1, choose.randint(3, 6)))
            body = "".join(choose.choices(pool, k=choose.randint(1, 4)))
            yield f"{'' if markdown else '　　'}（{render_han(number)}）{choose.choice(pool)}{body}{run}"


def _title(choose: random.Random, pool: list[str]) -> str:
    return re.split(r"[，。、]", choose.choice(pool))[0].strip("“”")
