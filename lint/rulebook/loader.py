"""Rule files become rules, genres and lexicons: the one place where a run reads YAML."""

from collections.abc import Iterator, Sequence

import msgspec

from lint.document.genre import Genre
from lint.document.lexicon import Concept, LexiconExample, LexiconExamples
from lint.messages import rule_mistakes as mistakes
from lint.messages.language import Language
from lint.messages.rule_mistakes import Said
from lint.rulebook.added_words import with_words
from lint.rulebook.convert import convert, suggestion
from lint.rulebook.genre_file import to_genre
from lint.rulebook.rule import Rule
from lint.rulebook.rule_cache import RuleSource, Stored
from lint.rulebook.rule_file import Override, is_override, to_rule
from lint.rulebook.shared_words import SharedWords
from lint.rulebook.strict_yaml import YamlDocument, YamlError, load
from lint.text.comparison.spelling import Few

GENRES = "genres/"
LEXICONS = "lexicons/"


class LexiconFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that mean the same, by concept. An office's own file adds words to a concept of the same name."""

    title: str
    title_en: str = ""
    concepts: tuple[Concept, ...]
    examples: tuple[LexiconExample, ...] = ()


class _LoadedFiles:
    """What has been loaded so far; later files replace, change or extend what earlier ones brought."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.genres: dict[str, Genre] = {}
        self.concepts: dict[str, Concept] = {}
        self.lexicons: dict[str, LexiconExamples] = {}
        self.origin: dict[tuple[str, str], str] = {}
        self.files: dict[str, YamlDocument] = {}
        self.shared = SharedWords()

    def add(self, file: RuleSource) -> None:
        loaded = load(_text(file), file.path)
        twin = self.origin.setdefault((file.folder, file.stem), file.path)
        if twin != file.path:
            raise loaded.error((), mistakes.SAME_RULE.filled(twin=twin, rule=file.stem))
        _require_right_folder(loaded, file.stem)
        if file.stem.startswith(GENRES):
            self._add_genre(loaded, file.stem.removeprefix(GENRES))
        elif file.stem.startswith(LEXICONS):
            self._add_lexicon(loaded, file.stem.removeprefix(LEXICONS))
        elif is_override(loaded):
            self._override(loaded, file.stem)
        else:
            self.shared.fill_in(loaded, file.stem, self.rules)
            self.rules[file.stem] = to_rule(loaded, file.stem)
            self.files[file.stem] = loaded

    def _add_genre(self, loaded: YamlDocument, stem: str) -> None:
        self.genres[stem] = to_genre(loaded, stem)

    def _add_lexicon(self, loaded: YamlDocument, stem: str) -> None:
        lexicon = convert(loaded, LexiconFile)
        self.lexicons[stem] = LexiconExamples(stem, lexicon.examples)
        for concept in lexicon.concepts:
            known = self.concepts.get(concept.name)
            words = dict.fromkeys((*(known.words if known else ()), *concept.words))
            self.concepts[concept.name] = Concept(concept.name, tuple(words))

    def _override(self, loaded: YamlDocument, stem: str) -> None:
        override = convert(loaded, Override)
        if stem not in self.rules:
            raise loaded.error((), mistakes.NO_RULE.filled(rule=stem, nearest=suggestion(stem, self.rules)))
        if not override.enabled:
            del self.rules[stem]
            return
        rule = self.rules[stem]
        if override.add:
            rule = with_words(loaded, rule, override.add)
            for taker, words in self.shared.takers(stem, override.add):
                if taker in self.rules:
                    self.rules[taker] = with_words(loaded, self.rules[taker], words)
        self.rules[stem] = msgspec.structs.replace(rule, severity=override.severity or rule.severity)

    def unknown_genres(self) -> Iterator[YamlError]:
        """An error for each rule that names a genre which no folder has."""
        near = Few(suggestion, mistakes.NOTHING)
        for stem, rule in self.rules.items():
            for index, genre in enumerate(rule.genres):
                if genre not in self.genres:
                    message = mistakes.UNKNOWN_GENRE.filled(genre=genre, nearest=near(genre, self.genres))
                    yield self.files[stem].error(("genres", index), message)


def load_files(files: Sequence[RuleSource], lang: Language) -> tuple[Stored, list[str]]:
    """Everything that the files hold, and a line in a language for each file that is wrong."""
    shelf = _LoadedFiles()
    errors: list[str] = []
    for file in files:
        try:
            shelf.add(file)
        except YamlError as error:
            errors.append(error.told(lang))
    if not errors:
        errors += [error.told(lang) for error in shelf.unknown_genres()]
    stored = Stored(
        tuple(shelf.rules[name] for name in sorted(shelf.rules)),
        tuple(shelf.genres[name] for name in sorted(shelf.genres)),
        tuple(shelf.concepts.values()),
        tuple(shelf.lexicons[name] for name in sorted(shelf.lexicons)),
    )
    return stored, errors


def _require_right_folder(loaded: YamlDocument, stem: str) -> None:
    """Raise YamlError for a file that holds another kind of thing than its folder is for."""
    keys = loaded.data.keys() if isinstance(loaded.data, dict) else frozenset[str]()
    name = stem.rpartition("/")[2]
    if "check" in keys or "message" in keys:
        kind, right = mistakes.RULE_FILE, mistakes.CATEGORY.filled(name=name)
        misplaced = stem.startswith((GENRES, LEXICONS))
    elif "titles" in keys:
        kind, right = mistakes.GENRE_FILE, _in(GENRES, name)
        misplaced = not stem.startswith(GENRES)
    elif "concepts" in keys:
        kind, right = mistakes.LEXICON_FILE, _in(LEXICONS, name)
        misplaced = not stem.startswith(LEXICONS)
    else:
        return
    if misplaced:
        raise loaded.error((), mistakes.MISPLACED.filled(kind=kind, right=right))


def _in(folder: str, name: str) -> Said:
    return Said(f"{folder}{name}.yaml", f"{folder}{name}.yaml")


def _text(file: RuleSource) -> str:
    try:
        return file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise YamlError(file.path, (1, 1), mistakes.NOT_UTF8) from None
