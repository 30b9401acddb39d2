"""A progress bar on standard error for long runs on a terminal."""

import sys
from collections.abc import Iterable, Iterator

from lint.engine.result import FileResult
from lint.files.signals import at_stop

_MANY = 60
_SECONDS = 0.5
"""Runs that end sooner show no bar."""


def shown_progress(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    """Results, their number shown on the way; the bar is out of the way while a result is written."""
    if total < _MANY or not sys.stderr.isatty():
        yield from results
        return
    from tqdm import tqdm  # noqa: PLC0415 - few runs are long and on a terminal

    with tqdm(total=total, file=sys.stderr, leave=False, delay=_SECONDS, dynamic_ncols=True) as bar, at_stop(bar.close):
        for result in results:
            bar.clear()
            yield result
            bar.update()
