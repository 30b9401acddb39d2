"""The command as installed, and as ``python -m lint``."""

import os
import sys

try:  # first of all: an interrupt must not become an exception amid an import
    from lint.files.signals import end_at_stop

    end_at_stop()
except KeyboardInterrupt:
    os._exit(130)

import gc
from io import TextIOWrapper


def run() -> None:
    """Run the command line without what costs a short run a fifth of its time.

    Garbage is not collected, for it is over before that would pay (a run on many drafts turns it on), and what was
    built up is not taken apart at the end.
    """
    gc.disable()
    _open_streams()
    from lint.cli.main import main  # noqa: PLC0415 - loading leaves garbage too

    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else int(end.code is not None))


def _open_streams() -> None:
    """Have streams that never fail for a character, and empty ones for those that are closed (``>&-``)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - lives until the exit
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


if __name__ == "__main__":
    run()
