"""Where the findings of a run go: one stream, or several at once (``--output FORMAT=FILE``)."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

import click
import msgspec

from lint.cli.failure import Failure
from lint.cli.spoken import language_of
from lint.cli.streams import colored, opened, told
from lint.engine.result import FileResult
from lint.files.search import STDIN
from lint.messages.usage import UsageWords, usage_words
from lint.messages.words import Words
from lint.reporters import REPORTERS, Reporter, reporter
from lint.reporters.base import Style

_FOR_PEOPLE = ("text", "full")


class Output(msgspec.Struct, frozen=True):
    """A format and the file that it is written to; None is standard output."""

    format: str
    file: str | None = None


def outputs(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[Output, ...]:
    """The outputs asked for as FORMAT=FILE, where - is standard output; for use as a callback of click."""
    words = usage_words(language_of(context))
    found = tuple(_output(value, parameter, words) for value in values)
    files = [output.file for output in found]
    if len(set(files)) < len(files):
        raise click.BadParameter(words.same_output, param=parameter)
    return found


def _output(value: str, parameter: click.Parameter, words: UsageWords) -> Output:
    name, equals, file = value.partition("=")
    if not equals or not file:
        raise click.BadParameter(words.output_form.format(value=value), param=parameter)
    if name not in REPORTERS:
        formats = "、".join(REPORTERS)
        raise click.BadParameter(words.unknown_format.format(name=name, formats=formats), param=parameter)
    return Output(name, None if file == STDIN else file)


def write(
    results: Iterable[FileResult],
    wanted: tuple[Output, ...],
    style: Style,
    color: str,
    words: Words,
    *,
    beside: bool = False,
) -> None:
    """Report results to each output; with ``beside`` to standard error where it would be standard output.

    One output is written as the results come, several one after the other.
    """
    reporters = [_reporter(output.format, words) for output in wanted]
    with ExitStack() as stack:
        streams = [
            stack.enter_context(
                opened(output.file, machine=output.format not in _FOR_PEOPLE, words=words, beside=beside)
            )
            for output in wanted
        ]
        if len(wanted) > 1:
            results = list(results)
        for output, report, stream in zip(wanted, reporters, streams, strict=True):
            with told(output.file, words):
                report(results, stream, msgspec.structs.replace(style, color=colored(color, stream)))
                stream.flush()


def _reporter(output_format: str, words: Words) -> Reporter:
    """The function of a format; raises Failure where a package is missing that it needs."""
    try:
        return reporter(output_format)
    except ModuleNotFoundError as error:
        raise Failure([words.needs_extra.format(format=output_format, package=error.name)]) from error


def files(wanted: Iterable[Output]) -> Iterator[str]:
    """The files that outputs are written to."""
    return (output.file for output in wanted if output.file is not None)
