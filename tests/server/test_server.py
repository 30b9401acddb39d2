"""The server as an editor meets it: over standard input and output, with pygls' own client."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.types import DiagnosticSeverity, Position, Range, TextDocumentIdentifier
from pygls.exceptions import JsonRpcInvalidParams

from tests.server.editor import WATCHING, Editor, edited, editing, patiently

DRAFT = "𠮷安局工作汇报\n一是抓𠮷习。三是抓“作风”。二是抓落实，，由XX局牵头。\n"
CLEAN = "𠮷安局工作汇报\n一是抓𠮷习。二是抓“作风”。三是抓落实，由财政局牵头。\n"
EVERYWHERE = Range(Position(0, 0), Position(99, 0))

FOUND = [
    (1, 7, 9, "numbering/out-of-order"),
    (1, 20, 22, "punctuation/doubled-mark"),
    (1, 23, 25, "placeholders/letters"),
]

Use = Callable[[Editor, str], Awaitable[None]]


def edit(folder: Path, use: Use, *options: str, capabilities: types.ClientCapabilities | None = None) -> None:
    """Use an editor on a draft that is nowhere on the disk."""

    async def session() -> None:
        async with editing(folder, *options, capabilities=capabilities) as editor:
            await use(editor, (folder / "汇报.txt").as_uri())

    asyncio.run(session())


def placed(found: list[types.Diagnostic]) -> list[tuple[int, int, int, object]]:
    return [(each.range.start.line, each.range.start.character, each.range.end.character, each.code) for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".wengao-lint.yaml").write_text("select: [numbering, punctuation, placeholders]\n", "utf-8")
    return tmp_path


def test_diagnostics_follow_the_text(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        found = await editor.shown(uri)
        assert placed(found) == FOUND
        assert found[0] == types.Diagnostic(
            Range(Position(1, 7), Position(1, 9)),
            "“一是…”序号依次为“一、三、二”，应为“一、二、三”",
            DiagnosticSeverity.Error,
            "numbering/out-of-order",
            source="wengao-lint",
            related_information=(
                types.DiagnosticRelatedInformation(
                    types.Location(uri, Range(Position(1, 15), Position(1, 17))), "这里应为“三”"
                ),
            ),
        )
        editor.change(uri, CLEAN)
        assert await editor.shown(uri) == []
        editor.change(uri, DRAFT)
        editor.change(uri, DRAFT.replace("XX局", "财政局"))
        assert placed(await editor.shown(uri)) == FOUND[:2]
        editor.close(uri)
        assert await editor.shown(uri) == []

    edit(folder, use)


@pytest.mark.parametrize(
    ("encoding", "column"),
    [
        (types.PositionEncodingKind.Utf8, 19),
        (types.PositionEncodingKind.Utf16, 7),
        (types.PositionEncodingKind.Utf32, 6),
    ],
)
def test_columns_are_in_the_units_agreed_on(folder: Path, encoding: types.PositionEncodingKind, column: int) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        assert (await editor.shown(uri))[0].range.start == Position(1, column)
        hover = types.HoverParams(TextDocumentIdentifier(uri), Position(1, column))
        assert await patiently(editor.text_document_hover_async(hover))

    general = types.GeneralClientCapabilities(position_encodings=[encoding])
    edit(folder, use, capabilities=types.ClientCapabilities(general=general))


def test_lines_end_where_the_protocol_ends_them(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, "第一段\x0c有换页符。\r\n第二段\u2028有分行符。\r由XX局牵头。\n")
        assert placed(await editor.shown(uri)) == [(2, 1, 3, "placeholders/letters")]

    edit(folder, use)


def test_actions_mend_one_mend_all_and_ignore(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        found = await editor.shown(uri)
        renumber, ignore = await editor.actions(uri, found[0].range, "quickfix")
        assert (renumber.title, renumber.is_preferred) == (
            "修改（改后须核对）：“一是…”序号依次为“一、三、二”，应为“一、二、三”",
            False,
        )
        assert [*(renumber.diagnostics or [])] == [found[0]]
        assert edited(DRAFT, renumber, uri) == DRAFT.replace("三是", "甲是").replace("二是", "三是").replace("甲", "二")
        assert ignore.title == "在此忽略 numbering/out-of-order"
        silenced = edited(DRAFT, ignore, uri)
        first, second = DRAFT.splitlines(keepends=True)
        assert silenced == f"{first}# wengao-lint: ignore-next-line numbering/out-of-order\n{second}"

        mend, _ = await editor.actions(uri, found[1].range, "quickfix")
        assert (mend.title, mend.is_preferred) == ("修改：“，，”重复，应为“，”", True)
        assert edited(DRAFT, mend, uri) == DRAFT.replace("，，", "，")

        for kind in ["source.fixAll", "source.fixAll.wengao-lint", "source"]:
            [mend_all] = await editor.actions(uri, EVERYWHERE, kind)
            assert (mend_all.title, mend_all.kind) == ("修改全部可自动修改之处", "source.fixAll.wengao-lint")
            assert edited(DRAFT, mend_all, uri) == DRAFT.replace("，，", "，")
        assert len(await editor.actions(uri, EVERYWHERE)) == 6
        assert await editor.actions(uri, EVERYWHERE, "refactor") == []

        editor.change(uri, silenced)
        assert [code for *_, code in placed(await editor.shown(uri))] == [code for *_, code in FOUND[1:]]
        editor.change(uri, CLEAN)
        assert await editor.actions(uri, EVERYWHERE) == []

    edit(folder, use)


def test_edits_name_the_version_for_editors_that_take_it(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        editor.change(uri, DRAFT + "\n")
        [mend_all] = await editor.actions(uri, EVERYWHERE, "source.fixAll")
        assert mend_all.edit
        [change] = mend_all.edit.document_changes or []
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri, 2)

    edits = types.WorkspaceEditClientCapabilities(document_changes=True)
    workspace = types.WorkspaceClientCapabilities(workspace_edit=edits)
    edit(folder, use, capabilities=types.ClientCapabilities(workspace))


def test_hover_explains_the_rule(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)

        async def hovered(character: int) -> types.Hover | None:
            asked = types.HoverParams(TextDocumentIdentifier(uri), Position(1, character))
            found: types.Hover | None = await patiently(editor.text_document_hover_async(asked))
            return found

        hover = await hovered(21)
        assert hover
        assert isinstance(hover.contents, types.MarkupContent)
        assert hover.range == Range(Position(1, 20), Position(1, 22))
        head, why, *facts = hover.contents.value.split("\n\n")
        assert head == "**标点重复** `punctuation/doubled-mark`"
        assert why
        assert facts == [
            "级别：错误",
            "依据：GB/T 15834-2011（规定）",
            "修改：可自动修改",
            "忽略：`# wengao-lint: ignore-next-line punctuation/doubled-mark`",
        ]
        assert await hovered(22) is None

    edit(folder, use)


OUTLINE = "# 汇报\n\n## 一、情况\n\n一是甲。二是乙。\n\n## 打算\n\n（一）𠮷丙\n\n内容。\n"


def test_symbols_and_folds_show_the_tree(folder: Path) -> None:
    def outlined(found: list[types.DocumentSymbol]) -> list[object]:
        return [
            (
                each.name,
                (each.range.start.line, each.range.end.line),
                (each.selection_range.start.character, each.selection_range.end.character),
                outlined([*(each.children or [])]),
            )
            for each in found
        ]

    async def use(editor: Editor, uri: str) -> None:
        uri = uri.replace(".txt", ".md")
        editor.open(uri, OUTLINE, "markdown")
        symbols = types.DocumentSymbolParams(TextDocumentIdentifier(uri))
        found = await patiently(editor.text_document_document_symbol_async(symbols))
        assert outlined(found) == [
            (
                "汇报",
                (0, 10),
                (2, 4),
                [
                    ("一、情况", (2, 4), (3, 7), [("一是甲", (4, 4), (0, 3), []), ("二是乙", (4, 4), (4, 7), [])]),
                    ("打算", (6, 10), (3, 5), [("（一）𠮷丙", (8, 10), (0, 6), [])]),
                ],
            )
        ]
        folding = types.FoldingRangeParams(TextDocumentIdentifier(uri))
        folds = await patiently(editor.text_document_folding_range_async(folding))
        assert [(fold.start_line, fold.end_line) for fold in folds] == [(2, 4), (6, 10), (8, 10)]

    edit(folder, use)


def test_hints_show_the_numbers_that_markers_should_have(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)

        async def hinted(within: Range) -> list[tuple[int, object]]:
            asked = types.InlayHintParams(TextDocumentIdentifier(uri), within)
            found = await patiently(editor.text_document_inlay_hint_async(asked))
            return [(hint.position.character, hint.label) for hint in found]

        assert await hinted(EVERYWHERE) == [(9, "→二是"), (17, "→三是")]
        assert await hinted(Range(Position(1, 0), Position(1, 10))) == [(9, "→二是")]

    edit(folder, use)


def test_settings_and_rules_are_taken_up_when_they_change(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        asked = await patiently(editor.watched.get())
        assert [each.method for each in asked.registrations] == ["workspace/didChangeWatchedFiles"]
        editor.open(uri, DRAFT)
        assert placed(await editor.shown(uri)) == FOUND

        settings = folder / ".wengao-lint.yaml"
        settings.write_text("select: [numbering]\nrules: [house]\nlang: en\n", "utf-8")
        rule = folder / "house" / "numbering" / "out-of-order.yaml"
        rule.parent.mkdir(parents=True)
        rule.write_text("severity: info\n", "utf-8")
        editor.watched_changed(settings)
        [found] = await editor.shown(uri)
        assert (found.severity, found.code) == (DiagnosticSeverity.Information, "numbering/out-of-order")
        assert found.message == "一是… markers run 一、三、二, expected 一、二、三"

        rule.write_text("severity: loud\n", "utf-8")
        editor.watched_changed(rule)
        assert await editor.shown(uri) == [found]
        said = await patiently(editor.said.get())
        assert said.type == types.MessageType.Error
        assert "out-of-order.yaml:1:" in said.message

        rule.write_text("enabled: false\n", "utf-8")
        editor.save(uri)
        assert await editor.shown(uri) == []

    edit(folder, use, capabilities=WATCHING)


def test_settings_that_come_and_go_are_noticed(tmp_path: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        before = await editor.shown(uri)
        assert len(before) > 1
        settings = tmp_path / ".wengao-lint.yaml"
        settings.write_text("select: [placeholders]\n", "utf-8")
        editor.save(uri)
        assert placed(await editor.shown(uri)) == FOUND[2:]
        settings.unlink()
        editor.save(uri)
        assert await editor.shown(uri) == before
        assert editor.said.empty()

    edit(tmp_path, use)


def test_broken_settings_are_told_once_and_the_last_good_ones_hold(folder: Path) -> None:
    settings = folder / ".wengao-lint.yaml"
    good = settings.read_text("utf-8")

    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        assert placed(await editor.shown(uri)) == FOUND
        settings.write_text("fail-on: error\nselekt: [numbering]\n", "utf-8")
        editor.save(uri)
        assert placed(await editor.shown(uri)) == FOUND
        said = await patiently(editor.said.get())
        assert said.message.endswith(".wengao-lint.yaml:2:1: 没有设置项“selekt”，是否为“select”？")
        editor.save(uri)
        editor.change(uri, CLEAN)
        assert await editor.shown(uri) == []
        settings.write_text(good.replace("numbering, ", ""), "utf-8")
        editor.change(uri, DRAFT)
        editor.save(uri)
        while placed(found := await editor.shown(uri)) != FOUND[1:]:
            assert placed(found) == FOUND
        assert editor.said.empty()

    edit(folder, use)


def test_settings_broken_from_the_start_leave_drafts_alone_until_they_are_mended(folder: Path) -> None:
    settings = folder / ".wengao-lint.yaml"
    good = settings.read_text("utf-8")
    settings.write_text("rules: [nowhere]\n", "utf-8")

    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        assert await editor.shown(uri) == []
        assert "nowhere" in (await patiently(editor.said.get())).message
        settings.write_text(good, "utf-8")
        editor.save(uri)
        assert placed(await editor.shown(uri)) == FOUND

    edit(folder, use)


def test_a_draft_that_cannot_be_checked_says_so_at_its_start(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        uri = uri.replace(".txt", ".md")
        editor.open(uri, "---\ngenre: 请事\n---\n" + DRAFT, "markdown")
        [found] = await editor.shown(uri)
        assert (found.range, found.message, found.code) == (
            Range(Position(0, 0), Position(0, 0)),
            "没有文种“请事”，是否为“请示”？",
            None,
        )
        editor.change(uri, CLEAN)
        assert await editor.shown(uri) == []

    edit(folder, use)


def test_each_draft_has_the_settings_of_its_folder(folder: Path) -> None:
    other = folder / "台账"
    other.mkdir()
    (other / ".wengao-lint.yaml").write_text(
        "exclude: [旧/]\nselect: [numbering, placeholders]\nper-file-ignores: {草稿.txt: [numbering]}\n", "utf-8"
    )

    async def use(editor: Editor, uri: str) -> None:
        for path, found in [
            (folder / "汇报.txt", FOUND),
            (other / "汇报.txt", [FOUND[0], FOUND[2]]),
            (other / "草稿.txt", FOUND[2:]),
            (other / "旧" / "汇报.txt", []),
        ]:
            editor.open(path.as_uri(), DRAFT)
            assert placed(await editor.shown(path.as_uri())) == found

    edit(folder, use)


@pytest.mark.parametrize(("language", "found"), [("plaintext", [(1, 1, 3, "placeholders/letters")]), ("markdown", [])])
def test_drafts_without_a_file_are_of_their_language(
    folder: Path, language: str, found: list[tuple[int, int, int, object]]
) -> None:
    async def use(editor: Editor, _uri: str) -> None:
        editor.open("untitled:Untitled-1", "```\n由XX局牵头。\n```\n", language)
        assert placed(await editor.shown("untitled:Untitled-1")) == found

    edit(folder, use)


def test_files_that_are_not_open_are_not_read(folder: Path) -> None:
    (folder / "汇报.txt").write_text(DRAFT, "utf-8")

    async def use(editor: Editor, uri: str) -> None:
        with pytest.raises(JsonRpcInvalidParams, match="not open"):
            await editor.actions(uri, EVERYWHERE)
        editor.open(uri, CLEAN)
        assert await editor.shown(uri) == []
        assert await editor.actions(uri, EVERYWHERE) == []
        editor.close(uri)
        assert await editor.shown(uri) == []
        with pytest.raises(JsonRpcInvalidParams, match="not open"):
            await editor.actions(uri, EVERYWHERE)

    edit(folder, use)


def test_options_are_those_of_check(folder: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, DRAFT)
        [found] = await editor.shown(uri)
        assert (found.code, found.message) == ("placeholders/letters", '"XX" is a placeholder that was not filled in')

    edit(folder, use, "--isolated", "--select", "placeholders", "--lang", "en")


def test_what_is_missing_is_said_once(tmp_path: Path) -> None:
    async def use(editor: Editor, uri: str) -> None:
        editor.open(uri, "XX、" * 1002)
        assert len(await editor.shown(uri)) == 1000
        said = await patiently(editor.said.get())
        assert (said.type, said.message) == (
            types.MessageType.Warning,
            "汇报.txt: 规则 placeholders/letters 另有 2 处未列出",
        )
        editor.change(uri, "XX、" * 1002 + "好")
        assert len(await editor.shown(uri)) == 1000
        editor.change(uri, "XX、")
        assert len(await editor.shown(uri)) == 1
        assert editor.said.empty()

    edit(tmp_path, use, "--select", "placeholders/letters")
