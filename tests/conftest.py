import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a machine under load is no defect
settings.load_profile("untimed")

# Where the tests run in the background (``nohup … &``) SIGINT is ignored, and so it would be in their processes.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands under test find a cache, and leave the one of the person who runs the tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def interrupts() -> Iterator[None]:
    """Commands under test answer SIGINT, also where it is ignored (``nohup … &``), which they would inherit."""
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler if before is signal.SIG_IGN else before)
    yield
    signal.signal(signal.SIGINT, before)
