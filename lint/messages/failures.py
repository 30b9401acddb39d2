"""Why a file can be neither read nor written, in words."""

import errno

from lint.files.loading import NoReaderError, NotRegularError, TooLargeError
from lint.messages.words import Words
from lint.text.source import DecodeError

_SHARING = (32, 33)
"""What Windows answers where another program holds a file open (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION)."""
_REFUSED = 5
"""What Windows answers for a file that is read-only, and for one that is open and shall be replaced."""


def is_held(error: OSError) -> bool:
    """Whether another program, such as Word, holds a file open."""
    return getattr(error, "winerror", None) in _SHARING


def why_unreadable(error: OSError | DecodeError | MemoryError, words: Words) -> str:
    """Why a file cannot be read, and what was expected, in words."""
    if isinstance(error, DecodeError):
        return words.not_word[error.reason] if error.reason else words.undecodable.format(reason=error)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return words.missing
    if isinstance(error, PermissionError):
        return words.held if is_held(error) else words.denied
    if isinstance(error, IsADirectoryError):
        return words.folder
    if isinstance(error, NotRegularError):
        reason = words.not_regular
    elif isinstance(error, TooLargeError):
        reason = words.too_large.format(most=error.most)
    elif isinstance(error, MemoryError):
        reason = words.memory
    else:
        reason = error.strerror or str(error)
    return words.unreadable.format(reason=reason)


def why_unwritable(error: OSError, words: Words) -> str:
    """Why a file cannot be written, in words."""
    if isinstance(error, NotRegularError):
        reason = words.not_regular
    elif isinstance(error, NoReaderError):
        reason = words.no_reader
    elif is_held(error):
        reason = words.held
    elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
        reason = words.unwritable_or_held if getattr(error, "winerror", None) == _REFUSED else words.unwritable_place
    elif isinstance(error, FileNotFoundError):
        reason = words.missing
    elif isinstance(error, IsADirectoryError):
        reason = words.folder
    elif error.errno == errno.ENOSPC:
        reason = words.disk_full
    elif error.errno == errno.ENAMETOOLONG:
        reason = words.long_name
    else:
        reason = error.strerror or str(error)
    return words.unwritable.format(reason=reason)
