"""The server itself: messages of the protocol in, answers and diagnostics out, all checking on one thread."""

import asyncio
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from lint import __version__
from lint.config.settings import Overrides
from lint.server.actions import KINDS, Actions, takes_versions
from lint.server.diagnostics import diagnostics
from lint.server.folding import folds
from lint.server.hints import hints
from lint.server.hover import hover
from lint.server.places import Places
from lint.server.session import Analysis, OpenDraft, Session
from lint.server.symbols import symbols

T = TypeVar("T")

_WATCHED = ("**/.wengao-lint.yaml", "**/*.yaml", "**/*.yml")


class Server(LanguageServer):
    """A language server for drafts.

    Texts come whole: the library would cut them into lines where the protocol does not, at form feeds and the like.
    """

    def __init__(self, overrides: Overrides) -> None:
        super().__init__("wengao-lint", __version__, types.TextDocumentSyncKind.Full)
        self.ended = False
        self._session = Session(overrides)
        self._worker = ThreadPoolExecutor(1)
        self._wanted: dict[str, None] = {}
        self._told: dict[str, list[str]] = {}
        self._checking: asyncio.Task[None] | None = None

    def want(self, *uris: str) -> None:
        """Show what is found in drafts as soon as there is time for it."""
        self._wanted.update(dict.fromkeys(uris))
        if self._checking is None or self._checking.done():
            self._checking = asyncio.ensure_future(self._check())

    async def refresh(self) -> None:
        """Take up changed settings and rules, and check all drafts by them."""
        await self._off_thread(self._session.folders.refresh)
        self.want(*(document.uri for document in self.workspace.text_documents.values()))
        workspace = self.client_capabilities.workspace
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    async def close(self, uri: str) -> None:
        """Forget a draft and what is shown of it."""
        await self._off_thread(self._session.close, uri)
        self._told.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def ask(self, uri: str, answer: Callable[[Analysis, Places], T]) -> T | None:
        """What a function says of an open draft as it is now; nothing of others, whose files are not ours to read."""
        document = self._open(uri)
        if document is None:
            return None
        draft = self._draft(document)
        return await self._off_thread(lambda: answer(*self._analysed(draft)))

    def stop(self) -> None:
        """End the thread that checks."""
        self._worker.shutdown(cancel_futures=True)

    async def _check(self) -> None:
        """Check what is wanted until nothing is; of a draft that changed meanwhile only the newest text counts."""
        while self._wanted:
            uri = next(iter(self._wanted))
            del self._wanted[uri]
            document = self._open(uri)
            if document is None:
                continue
            draft = self._draft(document)
            found, missing = await self._off_thread(self._found, draft)
            if self._open(uri) is document and document.version == draft.version:
                params = types.PublishDiagnosticsParams(uri, found, draft.version)
                self.text_document_publish_diagnostics(params)
                self._tell(uri, missing)

    def _found(self, draft: OpenDraft) -> tuple[list[types.Diagnostic], list[str]]:
        """What is found in a draft, and what is missing from it."""
        analysis, places = self._analysed(draft)
        return diagnostics(analysis, places), [f"{os.path.basename(draft.path)}: {line}" for line in analysis.missing]

    def _tell(self, uri: str, missing: list[str]) -> None:
        """Say what is missing from the findings of a draft, once and not after each stroke."""
        if missing and missing != self._told.get(uri):
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, "\n".join(missing)))
        self._told[uri] = missing

    async def _off_thread(self, work: Callable[..., T], *arguments: object) -> T:
        """The result of work on the one thread that checks; what went wrong with settings is told."""
        result = await asyncio.get_running_loop().run_in_executor(self._worker, work, *arguments)
        if errors := self._session.folders.told():
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, "\n".join(errors)))
        return result

    def _analysed(self, draft: OpenDraft) -> tuple[Analysis, Places]:
        analysis = self._session.analysis(draft)
        return analysis, Places(analysis.source, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    def _open(self, uri: str) -> TextDocument | None:
        return next((one for one in self.workspace.text_documents.values() if one.uri == uri), None)

    def _draft(self, document: TextDocument) -> OpenDraft:
        path = to_fs_path(document.uri) if document.uri.startswith("file:") else None
        if path is None:
            suffix = ".md" if document.language_id == "markdown" else ".txt"
            path = os.path.join(self.workspace.root_path or os.getcwd(), f"untitled{suffix}")
        return OpenDraft(document.uri, document.version, path, document.source)


def serve(overrides: Overrides) -> int:
    """Serve an editor on standard input and output; the exit status that the protocol asks for."""
    server = Server(overrides)
    _follow(server)
    _answer(server)
    # What else writes to standard output must not come between the messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        server.start_io(sys.stdin.buffer, out)
    server.stop()
    return 0 if server.ended else 1


def _follow(server: Server) -> None:
    """Follow what the editor does."""

    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            wanted = types.Registration("settings", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([wanted]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(_params: types.DidOpenTextDocumentParams) -> None:
        await server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.want(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_params: types.DidSaveTextDocumentParams) -> None:
        await server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        await server.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        await server.refresh()

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: None) -> None:
        server.ended = True


def _answer(server: Server) -> None:
    """Answer what the editor asks."""

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([*KINDS]))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        versioned = takes_versions(server.client_capabilities)
        return await server.ask(
            params.text_document.uri,
            lambda analysis, places: Actions(analysis, places, versioned=versioned).within(
                params.range, params.context.only
            ),
        )

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        return await server.ask(
            params.text_document.uri, lambda analysis, places: hover(analysis, params.position, places)
        )

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def document_symbol(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await server.ask(params.text_document.uri, symbols)

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folding_range(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        return await server.ask(params.text_document.uri, lambda analysis, _places: folds(analysis))

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def inlay_hint(params: types.InlayHintParams) -> list[types.InlayHint] | None:
        return await server.ask(
            params.text_document.uri, lambda analysis, places: hints(analysis, params.range, places)
        )
