"""Texts that the linter takes more than linear time for: every example of every rule and every paragraph of the seeds,
repeated as paragraphs and in one line, each at several sizes; exponents of time, the worst first.

usage: python benchmarks/hunt.py [ID-OR-CATEGORY-OR-SEED]… [--sizes KB,KB] [--seconds N] [--memory MB] [--most N]
"""

import argparse
import gc
import math
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from drafts import KIB, SEEDS

from lint.engine.linter import LintError, lint
from lint.rulebook.rulebook import Rulebook, builtin_folder, load_rulebook
from lint.text.source import Source, decode

STEEP = 1.3
"""The exponent from which a text is marked: 1 is time in proportion, 2 the square of the size."""
AGAIN = 2
"""How often a text that seems steep is measured again."""
LAYOUTS: dict[str, Callable[[str], str]] = {
    "paragraphs": lambda text: text.rstrip("\n") + "\n",
    "one line": lambda text: "".join(text.split("\n")),
}


class TooLongError(BaseException):
    """A text that took longer than its bound; no ``except Exception`` on the way may keep it."""


class Text(NamedTuple):
    """A text to repeat: where it comes from, and the file name that chooses its reader."""

    origin: str
    name: str
    text: str


class Growth(NamedTuple):
    """The seconds that a text takes in one layout at each size, and why the last of them could not be had."""

    text: Text
    layout: str
    seconds: tuple[float, ...]
    trouble: str = ""


def main() -> None:
    """Measure, and print what grew steepest; exit status 1 where a text is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", metavar="NAME", help="a rule, a category or a seed; all where none is named")
    parser.add_argument("--sizes", type=_sizes, default="100,400", help="sizes in KB of UTF-8, ascending: 100,400")
    parser.add_argument(
        "--seconds", type=float, default=20, help="processor time that one text may take at one size: 20"
    )
    parser.add_argument("--memory", type=int, default=3072, help="the most MB of address space: 3072")
    parser.add_argument("--most", type=int, default=40, help="lines to print, those that are marked in any case: 40")
    options = parser.parse_args()
    limit = options.memory * KIB * KIB
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    rulebook = load_rulebook([builtin_folder()])
    chosen = [text for text in texts(rulebook) if not options.only or _is_named(text.origin, options.only)]
    if not chosen:
        parser.error(f"no rule, category or seed is named {' or '.join(options.only)}")
    grown = list(_measured(chosen, options.sizes, rulebook, options.seconds))
    print("\n".join(report(grown, options.sizes, options.most)))
    sys.exit(int(any(is_steep(growth, options.sizes) for growth in grown)))


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(size) for size in text.split(","))
    if len(sizes) < 2 or sizes[0] < 1 or list(sizes) != sorted(set(sizes)):
        raise argparse.ArgumentTypeError("expected at least two sizes in KB, ascending: 100,400")
    return sizes


def _is_named(origin: str, names: Sequence[str]) -> bool:
    return any(origin == name or origin.startswith((f"{name}/", f"{name} ")) for name in names)


def texts(rulebook: Rulebook) -> Iterator[Text]:
    """Every example and every paragraph of the seeds, each text once."""
    seen: set[tuple[str, str]] = set()
    for text in (*_examples(rulebook), *_paragraphs()):
        kind = Path(text.name).suffix, text.text
        if text.text.strip() and kind not in seen:
            seen.add(kind)
            yield text


def _examples(rulebook: Rulebook) -> Iterator[Text]:
    for rule in rulebook.rules:
        for number, example in enumerate(rule.examples, 1):
            marked = example.valid if example.valid is not None else example.invalid or ""
            yield Text(f"{rule.id} #{number}", example.name, marked.replace("⟦", "").replace("⟧", ""))


def _paragraphs() -> Iterator[Text]:
    for path in sorted([*SEEDS.glob("*.txt"), *SEEDS.glob("*.md")]):
        for number, line in enumerate(decode(path.read_bytes()).text.splitlines(), 1):
            yield Text(f"{path.name} line {number}", f"draft{path.suffix}", line)


def _measured(chosen: Sequence[Text], sizes: Sequence[int], rulebook: Rulebook, most: float) -> Iterator[Growth]:
    """Each text in each layout; how far it is shows on a terminal."""
    lint(Source("draft.txt", "一、甲。"), rulebook)  # imports and patterns are no part of what grows
    for number, text in enumerate(chosen, 1):
        if sys.stderr.isatty():
            print(f"\r{number}/{len(chosen)} {text.origin:60.60}", end="", file=sys.stderr, flush=True)
        layouts = LAYOUTS if "\n" in text.text.strip() or Path(text.name).suffix == ".txt" else ["paragraphs"]
        for layout in layouts:
            growth = growth_of(text, layout, sizes, rulebook, most)
            again = 0
            while is_steep(growth, sizes) and again < AGAIN:
                growth = _quickest(growth, growth_of(text, layout, sizes, rulebook, most))
                again += 1
            yield growth


def _quickest(first: Growth, second: Growth) -> Growth:
    """The better of two measurements at each size: what else the machine does only adds."""
    if first.trouble or second.trouble:
        return min(first, second, key=lambda growth: (bool(growth.trouble), -len(growth.seconds)))
    return first._replace(seconds=tuple(map(min, first.seconds, second.seconds)))


def growth_of(text: Text, layout: str, sizes: Sequence[int], rulebook: Rulebook, most: float) -> Growth:
    """The processor time of a text at each size, as far as it stays within its bounds."""
    unit = LAYOUTS[layout](text.text)
    seconds: list[float] = []
    for size in sizes:
        draft = Source(text.name, unit * max(1, size * KIB // len(unit.encode())))
        gc.collect()
        gc.disable()  # as in a run of few drafts; a collection that falls into one size tells nothing of the text
        try:
            with _at_most(most):
                begun = time.process_time()
                lint(draft, rulebook)
                seconds.append(time.process_time() - begun)
        except TooLongError:
            return Growth(text, layout, tuple(seconds), f"more than {most:g} s at {size} KB")
        except MemoryError:
            return Growth(text, layout, tuple(seconds), f"out of memory at {size} KB")
        except LintError as error:
            return Growth(text, layout, tuple(seconds), f"{error.reason} at {size} KB")
        finally:
            gc.enable()
    return Growth(text, layout, tuple(seconds))


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """A bound of processor time for what runs inside."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def exponent(growth: Growth, sizes: Sequence[int]) -> float:
    """How time grows from the last size but one to the last; without end where the last could not be had."""
    if growth.trouble:
        return math.inf
    return math.log(growth.seconds[-1] / growth.seconds[-2]) / math.log(sizes[-1] / sizes[-2])


def is_steep(growth: Growth, sizes: Sequence[int]) -> bool:
    """Whether a text takes more than its share as it grows."""
    return exponent(growth, sizes) > STEEP


def report(grown: Sequence[Growth], sizes: Sequence[int], most: int) -> Iterator[str]:
    """A line for each text, the steepest first: exponent, seconds at each size, origin and layout."""
    order = sorted(grown, key=lambda growth: exponent(growth, sizes), reverse=True)
    steep = sum(is_steep(growth, sizes) for growth in order)
    yield f"{len(order)} texts, {steep} steeper than {STEEP}; exponent, seconds at {'/'.join(map(str, sizes))} KB"
    for growth in order[: max(most, steep)]:
        mark = "!" if is_steep(growth, sizes) else " "
        seconds = "/".join(f"{each:.3f}" for each in growth.seconds)
        told = f": {growth.trouble}" if growth.trouble else ""
        yield f"{mark} {exponent(growth, sizes):4.2f}  {seconds:>12}  {growth.text.origin}, {growth.layout}{told}"


if __name__ == "__main__":
    main()
