"""An editor for tests: pygls' own client, which remembers what the server shows."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

COMMAND = (sys.executable, "-c", "from lint.__main__ import run; run()", "server")
PATIENCE = 60  # a server that never answers must not keep the tests for ever
BOUND = ("timeout", "--kill-after=5", "300")

WATCHING = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    )
)


class Editor(LanguageClient):
    """Opens drafts and waits for what is said of them."""

    def __init__(self) -> None:
        super().__init__("editor", "0")
        self.status: int | None = None
        self.ended = False
        self.versions: list[int | None] = []
        self.said: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.watched: asyncio.Queue[types.RegistrationParams] = asyncio.Queue()
        self._shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self._versions: dict[str, int] = {}
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(_into(self._shown))
        self.feature(types.WINDOW_SHOW_MESSAGE)(_into(self.said))
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(_into(self.watched))

    async def server_exit(self, server: asyncio.subprocess.Process) -> None:
        """Remember how the server ended."""
        self.status = server.returncode

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, text: str) -> None:
        self._versions[uri] += 1
        known = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(known, [whole]))

    def save(self, uri: str) -> None:
        self.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def close(self, uri: str) -> None:
        self.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def watched_changed(self, path: Path) -> None:
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def shown(self, uri: str) -> list[types.Diagnostic]:
        """What is shown next of the newest text of a draft."""
        while True:
            params = await patiently(self._shown.get())
            self.versions.append(params.version)
            if params.uri == uri and params.version in (None, self._versions[uri]):
                return [*params.diagnostics]

    async def actions(self, uri: str, within: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only or None)
        asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), within, context)
        found = await patiently(self.text_document_code_action_async(asked))
        return [action for action in found or [] if isinstance(action, types.CodeAction)]


def _into(queue: asyncio.Queue[Any]) -> Callable[[Any], None]:
    """A handler that puts what comes into a queue; a function, because pygls marks its handlers."""

    def put(params: Any) -> None:
        queue.put_nowait(params)

    return put


async def patiently(awaited: Any) -> Any:
    return await asyncio.wait_for(awaited, PATIENCE)


@asynccontextmanager
async def editing(
    folder: Path,
    *options: str,
    capabilities: types.ClientCapabilities | None = None,
    command: Sequence[str] = COMMAND,
) -> AsyncIterator[Editor]:
    """An editor with a server of its own, which must end as the protocol asks."""
    editor = Editor()
    await editor.start_io(*BOUND, *command, *options, cwd=folder)
    try:
        asked = types.InitializeParams(capabilities or types.ClientCapabilities(), root_uri=folder.as_uri())
        await patiently(editor.initialize_async(asked))
        editor.initialized(types.InitializedParams())
        yield editor
        if not editor.ended:
            await patiently(editor.shutdown_async(None))
        editor.exit(None)
    finally:
        if editor.protocol.writer is not None:
            editor.protocol.writer.close()  # a server that was not told to end ends with its input
        await patiently(editor.stop())  # type: ignore[no-untyped-call] # pygls leaves out its None
    assert editor.status == 0


def edited(text: str, action: types.CodeAction, uri: str) -> str:
    """A text after an action, applied as an editor does that counts in UTF-16."""
    assert action.edit
    assert action.edit.changes
    lines = text.splitlines(keepends=True)
    for edit in sorted(action.edit.changes[uri], key=lambda edit: position(edit.range.start), reverse=True):
        start, end = (_offset(lines, place) for place in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


def position(place: types.Position) -> tuple[int, int]:
    return place.line, place.character


def _offset(lines: list[str], place: types.Position) -> int:
    line = lines[place.line].encode("utf-16-le") if place.line < len(lines) else b""
    return len("".join(lines[: place.line])) + len(line[: 2 * place.character].decode("utf-16-le"))
