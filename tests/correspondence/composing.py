"""Drafts composed of parts: a frame of a genre, problems with their causes and measures, all of our own invention.

A draft is a value; what a test does to its measures gives another. Each measure knows the problems that it answers.
"""

from itertools import cycle, islice
from pathlib import Path
from typing import Any

import msgspec
import yaml

from lint.text.numerals import render_han

HERE = Path(__file__).parent
_BY_DOMAIN = 5  # domains from which on a draft is arranged by them
_OFFICES = ("云溪县", "白沙区", "青石市", "临湖县", "松岭县", "望江区", "东屏市", "柳塘县")


class Piece(msgspec.Struct, frozen=True):
    """A problem, cause or measure with a heading; ``keys`` are the numbers of the problems that it belongs to."""

    keys: tuple[int, ...]
    heading: str
    texts: tuple[str, ...]


class Labelled(msgspec.Struct, frozen=True):
    """A draft by its parts; what answers what is known by the keys."""

    name: str
    frame: dict[str, Any]
    problems: tuple[Piece, ...]
    causes: tuple[Piece, ...]
    measures: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The draft as an office would write it."""
        return "\n".join(_lines(self)) + "\n"

    def line_of(self, key: int) -> int:
        """The line on which a problem stands, from one."""
        problem = next(piece for piece in self.problems if piece.keys == (key,))
        lines = self.text.splitlines()
        return 1 + next(number for number, line in enumerate(lines) if f"{problem.heading}。" in line)

    def with_measures(self, measures: tuple[Piece, ...]) -> "Labelled":
        """The same draft with other measures."""
        return msgspec.structs.replace(self, measures=measures)


def load(name: str) -> Any:
    """A file of this folder."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def drafts() -> list[Labelled]:
    """All labelled drafts."""
    frames = {frame["name"]: frame for frame in load("frames.yaml")}
    parts = {path.stem: load(f"parts/{path.name}") for path in sorted((HERE / "parts").iterdir())}
    settings = load("settings.yaml")
    rows = load("drafts.yaml")
    return [_draft(number, row, frames[row["frame"]], parts, settings) for number, row in enumerate(rows)]


def _draft(
    number: int, row: dict[str, Any], frame: dict[str, Any], parts: dict[str, Any], settings: dict[str, list[str]]
) -> Labelled:
    domains = [parts[name] for name in row["domains"]]
    chosen = [[*islice(cycle(domain["triples"]), row["start"], row["start"] + row["each"])] for domain in domains]
    aspects = frame["shape"] == "aspects" or len(domains) >= _BY_DOMAIN
    make = _by_domain if aspects else _one_by_one
    problems, causes, measures = (make(domains, chosen, role) for role in ("problem", "cause", "measure"))
    shape = "aspects" if aspects else frame["shape"]
    office = _OFFICES[number % len(_OFFICES)]
    full = {**frame, "shape": shape, "office": office, "settings": settings, "long": len(domains) >= _BY_DOMAIN - 2}
    turn = row["turn"]
    return Labelled(f"{number + 1:02}-{frame['name']}", full, problems, causes, (*measures[turn:], *measures[:turn]))


def _by_domain(domains: list[Any], chosen: list[list[Any]], role: str) -> tuple[Piece, ...]:
    return tuple(
        Piece((key,), domain[role], tuple(triple[role] for triple in triples))
        for key, (domain, triples) in enumerate(zip(domains, chosen, strict=True))
    )


def _one_by_one(domains: list[Any], chosen: list[list[Any]], role: str) -> tuple[Piece, ...]:
    triples = [triple for several in chosen for triple in several]
    return tuple(piece_of((key,), triple[role]) for key, triple in enumerate(triples))


def piece_of(keys: tuple[int, ...], text: str) -> Piece:
    """A piece whose first sentence is its heading."""
    heading, _, rest = text.partition("。")
    return Piece(keys, heading, (rest,) if rest else ())


def _lines(draft: Labelled) -> list[str]:
    frame = draft.frame
    settings, most = frame["settings"], 6 if frame["long"] else 2
    lines = [f"{frame['office']}{frame['title']}", frame["opening"]]
    sections: list[tuple[str, list[str]]] = []
    if "before" in frame:
        sections.append((frame["before"], settings[frame["take"]][:most]))
    for role in ("problems", "causes", "measures"):
        if role in frame:
            pieces: tuple[Piece, ...] = getattr(draft, role)
            fields = role == "measures" and frame.get("fields", False)
            sections.append((frame[role], _set_out(pieces, frame["shape"], fields=fields)))
    if "after" in frame:
        sections.append((frame["after"], settings["guard"][:most]))
    for number, (heading, body) in enumerate(sections, 1):
        lines += [f"{render_han(number)}、{heading}", *body]
    return [*lines, *(settings["closing"][:1] if frame.get("closing") else ())]


def _set_out(pieces: tuple[Piece, ...], shape: str, *, fields: bool) -> list[str]:
    lines = []
    for number, piece in enumerate(pieces, 1):
        own = render_han(number)
        if shape == "aspects":
            lines += [f"（{own}）{piece.heading}。"]
            lines += [f"{place}.{text}" for place, text in enumerate(piece.texts, 1)]
        else:
            marker = {
                "items": f"（{render_han(number)}）",
                "clauses": f"{render_han(number)}是",
                "digits": f"{number}.",
            }
            lines.append(f"{marker[shape]}{piece.heading}。{''.join(piece.texts)}")
        if fields:
            lines.append(f"责任单位：{_HOLDERS[number % len(_HOLDERS)]}。完成时限：2025年{number % 6 + 6}月底前。")
    return lines


_HOLDERS = ("办公室", "财务科", "人事科", "综合科", "法规科")
