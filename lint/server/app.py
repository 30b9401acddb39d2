"""The server itself: messages of the protocol in, answers and diagnostics out, all checking on other threads."""

import asyncio
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcContentModified,
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcRequestCancelled,
)
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lint import __version__
from lint.config.settings import Overrides
from lint.engine.check_file import describe
from lint.engine.linter import CancelledError
from lint.server.actions import KINDS, Actions, takes_versions
from lint.server.checks import Checks
from lint.server.diagnostics import diagnostics
from lint.server.folding import folds
from lint.server.hints import hints
from lint.server.hover import hover
from lint.server.places import Places
from lint.server.protocol import REFUSED, Protocol, converter, log, quieten, refused
from lint.server.session import Analysis, OpenDraft, Session
from lint.server.symbols import symbols
from lint.text.display import printable

T = TypeVar("T")

_ANSWERING = 4
"""Threads that make answers of what was found."""

_WATCHED = ("**/.wengao-lint.yaml", "**/*.yaml", "**/*.yml")


class Server(LanguageServer):
    """A language server for drafts.

    Texts come whole: the library would cut them into lines where the protocol does not, at form feeds and the like.
    The loop only talks: settings are read on a thread of their own, drafts checked on others, answers made on others
    still, so that none waits for a check that takes long.
    """

    protocol: Protocol

    def __init__(self, overrides: Overrides) -> None:
        super().__init__(
            "wengao-lint",
            __version__,
            types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
            converter_factory=converter,
        )
        self._session = Session(overrides)
        self._settings = ThreadPoolExecutor(1, "settings")
        self._answers = ThreadPoolExecutor(_ANSWERING, "answer")
        self._checks = Checks(self._session.check)
        self._gone = False
        self._told: dict[str, list[str]] = {}
        self._showing: set[asyncio.Task[None]] = set()
        self._refreshing: asyncio.Future[None] | None = None

    def want(self, *uris: str) -> None:
        """Show what is found in drafts as soon as they are checked."""
        for uri in uris:
            showing = asyncio.ensure_future(self._show(uri))
            self._showing.add(showing)
            showing.add_done_callback(self._showing.discard)

    def changed(self, uri: str) -> None:
        """Cancel the check of the text before, and check the new one."""
        if (draft := self._draft(uri)) is not None:
            self._checks.change(draft)
            self.want(uri)

    async def refresh(self) -> None:
        """Take up changed settings and rules, and check all drafts by them."""
        self._refreshing = self._on(self._settings, self._session.folders.refresh)
        await self._refreshing
        self.want(*(document.uri for document in self.workspace.text_documents.values()))
        workspace = self.client_capabilities.workspace
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    def close(self, uri: str) -> None:
        """Forget a draft and what is shown of it."""
        self._checks.drop(uri)
        self._session.close(uri)
        self._told.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def ask(self, uri: str, answer: Callable[[Analysis, Places], T]) -> T:
        """What a function says of an open draft as it is now; files that are not open are not ours to read.

        Raises JsonRpcInvalidParams for these, JsonRpcContentModified when the draft changes meanwhile,
        JsonRpcRequestCancelled when the server ends.
        """
        try:
            return await self._said(await self._analysis(uri), answer)
        except (JsonRpcException, asyncio.CancelledError):
            raise
        except CancelledError:
            raise self._outdated() from None
        except Exception as error:
            raise JsonRpcInternalError(describe(error)) from error

    def stop(self) -> None:
        """Cancel all work; a thread in the middle of a rule is not waited for."""
        self._checks.stop()
        for threads in (self._settings, self._answers):
            threads.shutdown(wait=False, cancel_futures=True)

    def leave(self) -> None:
        """Cancel all work, and have nothing more to say: the editor hears no more."""
        self._gone = True
        self.stop()

    def _tell(self, analysis: Analysis) -> None:
        """Say what is missing from the findings of a draft, once and not after each stroke."""
        draft = analysis.draft
        missing = [printable(f"{os.path.basename(draft.path)}: {line}") for line in analysis.missing]
        if missing and missing != self._told.get(draft.uri):
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, "\n".join(missing)))
        self._told[draft.uri] = missing

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log what went wrong, where the library would put a box before the writer."""
        if self._gone:
            return
        if source is JsonRpcException:  # nothing else of a message that comes here could be read
            self.protocol.unreadable()
        log(error)

    async def _show(self, uri: str) -> None:
        """Show what is found in a draft, unless it changes before that is known."""
        try:
            analysis = await self._analysis(uri)
            found = await self._said(analysis, diagnostics)
        except (JsonRpcException, CancelledError):
            return
        except Exception as error:
            log(error)
            return
        if self._draft(uri) == analysis.draft:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, analysis.draft.version))
            self._tell(analysis)

    async def _analysis(self, uri: str) -> Analysis:
        """What is found in a draft as it is now by the settings of now; raises as ``ask`` does."""
        asked = self._draft(uri)
        if asked is None:
            raise JsonRpcInvalidParams(f"Invalid Params: not open: {uri}")
        while True:
            if self._refreshing is not None:
                await asyncio.wait([self._refreshing])
            task, errors = await self._on(self._settings, self._session.task, asked.path)
            if errors:
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, "\n".join(errors)))
            if self.protocol.ended or self._draft(uri) != asked:
                raise self._outdated()
            found = await asyncio.shield(self._checks.want(asked, task))
            if found is not None:
                return found

    async def _said(self, analysis: Analysis, answer: Callable[[Analysis, Places], T]) -> T:
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return await self._on(self._answers, lambda: answer(analysis, Places(analysis.source, encoding)))

    def _on(self, threads: ThreadPoolExecutor, work: Callable[..., T], *arguments: object) -> "asyncio.Future[T]":
        """The result of work on some threads; an error once these have stopped."""
        try:
            return asyncio.get_running_loop().run_in_executor(threads, work, *arguments)
        except RuntimeError:
            raise self._outdated() from None

    def _outdated(self) -> JsonRpcException:
        """Why there is no answer about the draft that was asked about."""
        return JsonRpcRequestCancelled() if self.protocol.ended else JsonRpcContentModified()

    def _draft(self, uri: str) -> OpenDraft | None:
        """An open draft as it is now."""
        document = next((one for one in self.workspace.text_documents.values() if one.uri == uri), None)
        if document is None:
            return None
        path = to_fs_path(document.uri) if document.uri.startswith("file:") else None
        if path is None:
            suffix = ".md" if document.language_id == "markdown" else ".txt"
            path = os.path.join(self.workspace.root_path or os.getcwd(), f"untitled{suffix}")
        return OpenDraft(document.uri, document.version, path, document.source)


def serve(overrides: Overrides) -> int:
    """Serve an editor on standard input and output; the exit status that the protocol asks for."""
    quieten()
    server = Server(overrides)
    _follow(server)
    _answer(server)
    # What else writes to standard output must not come between the messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        server.start_io(sys.stdin.buffer, out)
    server.stop()
    return 0 if server.protocol.ended else 1


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
        server.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_params: types.DidSaveTextDocumentParams) -> None:
        await server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        await server.refresh()

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: None) -> None:
        server.stop()

    @server.feature(types.EXIT)
    def left(_params: None) -> None:
        server.leave()


def _answer(server: Server) -> None:
    """Answer what the editor asks."""
    server.feature(REFUSED)(refused)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([*KINDS]))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
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
    async def document_symbol(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return await server.ask(params.text_document.uri, symbols)

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folding_range(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        return await server.ask(params.text_document.uri, lambda analysis, _places: folds(analysis))

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def inlay_hint(params: types.InlayHintParams) -> list[types.InlayHint]:
        return await server.ask(
            params.text_document.uri, lambda analysis, places: hints(analysis, params.range, places)
        )
