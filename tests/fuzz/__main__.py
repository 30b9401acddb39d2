"""The whole path under atheris: ``python -m tests.fuzz -max_total_time=30 CORPUS seeds``; options as of libFuzzer."""

import sys

import atheris


def main() -> None:
    """Feed the path until an exception, the time or the memory ends it."""
    with atheris.instrument_imports(include=["lint"]):
        from tests.fuzz.whole_path import NAMES, whole_path  # noqa: PLC0415 - what is imported here is instrumented

    def once(data: bytes) -> None:
        whole_path(data, NAMES[len(data) % len(NAMES)])

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


main()
