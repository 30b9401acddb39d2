"""``wengao-lint web``: the page for the people who draft."""

import errno
import gc
import re
import tempfile
import webbrowser
from typing import TYPE_CHECKING

import click

from lint.cli.failure import Failure, tell
from lint.cli.load import load
from lint.cli.options import LANG
from lint.cli.spoken import Spoken
from lint.config.settings import Overrides, every_rule
from lint.engine.processes.batch import processors
from lint.files.loading import MOST_BYTES
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.web.settings import DRAFT_BYTES, Limits, Service

if TYPE_CHECKING:
    import socket

_HELP = """启动网页服务：在浏览器中拖入、粘贴或书写文稿，边写边检查。文稿不保存、不外传。

默认只供本机使用；供办公网络使用的设置和供 WPS、Word 宏调用的接口见 docs/web.md。
"""
_HOST = re.compile(r"[^\s/@:]+|\[?[0-9A-Fa-f:.]+\]?")


@click.command("web", cls=Spoken, short_help="启动网页服务，供写稿的人在浏览器中使用。", help=_HELP)
@click.option("--host", metavar="HOST", default="127.0.0.1", show_default=True, help="在这个地址上应答。")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8760, show_default=True, help="端口。")
@click.option("--allowed-host", metavar="NAME", multiple=True, help="另允许以这个主机名或地址访问，可多次使用。")
@click.option("--rules", metavar="DIR", multiple=True, help="另加一个规则文件夹，可多次使用。")
@click.option("--config", metavar="FILE", help="使用这个配置文件，不再逐级向上查找 .wengao-lint.yaml。")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="检查文稿的进程数，默认等于处理器数。")
@click.option(
    "--max-bytes",
    metavar="N",
    type=click.IntRange(1, MOST_BYTES),
    default=DRAFT_BYTES,
    help="一份文稿最多几个字节，默认 20 MiB。",
)
@click.option("--open", "opens", is_flag=True, help="启动后打开浏览器。")
@click.option("--trust-proxy", is_flag=True, help="本服务在反向代理之后：采信它转来的主机名。")
@LANG
def command(  # noqa: PLR0913 - the options of the command, each by its name
    *,
    host: str,
    port: int,
    allowed_host: tuple[str, ...],
    rules: tuple[str, ...],
    config: str | None,
    jobs: int | None,
    max_bytes: int,
    opens: bool,
    trust_proxy: bool,
    lang: str | None,
) -> None:
    """Serve until a signal to stop."""
    overrides = Overrides(rules=rules, config=config, lang="en" if lang == "en" else None, no_cache=True)
    words = words_for(overrides.lang or "zh")
    _require_hosts(allowed_host, words)
    try:
        service = Service(
            host=host,
            port=port,
            allowed_hosts=allowed_host,
            jobs=jobs or processors(),
            trust_proxy=trust_proxy,
            limits=Limits(draft_bytes=max_bytes),
        )
        _serve(service, overrides, words, opens=opens)
    except ModuleNotFoundError as error:
        raise Failure([words.needs_web.format(package=error.name)]) from error


def _require_hosts(names: tuple[str, ...], words: Words) -> None:
    wrong = [name for name in names if not _HOST.fullmatch(name)]
    if wrong:
        raise Failure(f"--allowed-host: {words.web_bad_name.format(name=name)}" for name in wrong)


def _require_sockets(words: Words) -> None:
    from lint.web.pool import require_sockets  # noqa: PLC0415 - an extra

    try:
        require_sockets()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure([words.web_no_sockets.format(folder=tempfile.gettempdir(), reason=reason)]) from error


def _serve(service: Service, overrides: Overrides, words: Words, *, opens: bool) -> None:
    from lint.web.guard import is_everywhere  # noqa: PLC0415 - an extra
    from lint.web.serving import address, serve  # noqa: PLC0415 - the same
    from lint.web.work import Rules  # noqa: PLC0415 - the same

    gc.enable()
    _require_sockets(words)
    settings, _ = load(overrides, (".",))
    known = Rules(every_rule(settings), settings)
    listener = _listening(service, words)
    found = address(service, listener.getsockname()[1])

    def started() -> None:
        tell(words.web_at.format(address=found))
        if is_everywhere(service.host) and not service.allowed_hosts:
            tell(words.web_names)
        if opens:
            webbrowser.open(found)

    serve(service, known, listener, started)


def _listening(service: Service, words: Words) -> "socket.socket":
    """The socket of the service; raises Failure."""
    from lint.web.serving import listening  # noqa: PLC0415 - an extra

    try:
        return listening(service)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Failure([words.web_taken.format(port=service.port)]) from error
        reason = error.strerror or str(error)
        raise Failure([words.web_unbound.format(host=service.host, port=service.port, reason=reason)]) from error
