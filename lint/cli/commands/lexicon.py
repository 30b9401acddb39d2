"""``wengao-lint lexicon``: concepts that past drafts suggest, as a lexicon file to edit."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

import click

from lint.analysis.draft import draft_of
from lint.analysis.matching.word_pairs import suggested_concepts
from lint.cli.failure import Failure, complain, tell
from lint.cli.load import load
from lint.cli.options import rulebook_options
from lint.cli.spoken import Spoken
from lint.cli.streams import standard_output
from lint.config.settings import Overrides, Settings
from lint.document.lexicon import Concept
from lint.document.tree import Document
from lint.engine.check_file import read_draft
from lint.files.search import find_files, shown
from lint.formats.decoding import decode
from lint.messages.failures import why_unreadable
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.rulebook.rulebook import Rulebook
from lint.text.source import DecodeError

_HELP = """从文件夹里以往的文稿提出词表：问题的标题和回答它的措施的标题里成对的词。输出的 YAML 改好后存进规则文件夹的
lexicons 子文件夹，同名的概念与内置的合并。
"""
_HEAD = (
    "# 词表建议：每行是意思相同的一组词，请逐行核对，删去不当的。 Suggested: check each line.",
    "title: 本单位用词",
    "title_en: words of this office",
)


@click.command("lexicon", cls=Spoken, short_help="从以往的文稿提出词表。", help=_HELP)
@click.option("--suggest", "folder", metavar="DIR", required=True, help="以往文稿的文件夹。")
@rulebook_options
@click.pass_context
def command(context: click.Context, /, folder: str, **options: Any) -> None:
    """Print the concepts that the drafts of a folder suggest."""
    settings, rulebook = load(Overrides(**options), [folder])
    words = words_for(settings.lang)
    paths = _drafts(folder, words)
    unread: list[str] = []
    concepts = suggested_concepts(_documents(paths, settings, rulebook, words, unread))
    out = standard_output()
    out.writelines(f"{line}\n" for line in _yaml(concepts))
    out.flush()
    if not concepts:
        tell(f"{shown(folder)}: {words.no_suggestion}")
    context.exit(2 if unread else 0)


def _drafts(folder: str, words: Words) -> Sequence[str]:
    """The drafts of a folder; raises Failure where there are none."""
    if not os.path.isdir(folder):
        raise Failure([f"{shown(folder)}: {words.no_folder if os.path.exists(folder) else words.missing}"])
    found = find_files([folder])
    if not found.paths:
        raise Failure([f"{shown(folder)}: {words.nothing}"])
    return found.paths


def _documents(
    paths: Sequence[str], settings: Settings, rulebook: Rulebook, words: Words, unread: list[str]
) -> Iterator[Document]:
    """The drafts that can be read; the others are told and noted."""
    for path in paths:
        name = shown(path)
        try:
            source = decode(read_draft(path).data, name)
            yield draft_of(source, rulebook.genres, rulebook.lexicon, settings.genres.told(name)).document
        except (OSError, DecodeError) as error:
            complain(name, why_unreadable(error, words))
            unread.append(name)


def _yaml(concepts: Sequence[Concept]) -> Iterator[str]:
    yield from _HEAD
    yield "concepts:" if concepts else "concepts: []"
    for concept in concepts:
        yield f"  - name: {concept.name}"
        yield f"    words: [{', '.join(concept.words)}]"
