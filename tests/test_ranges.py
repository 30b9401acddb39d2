"""Ranges of dates, years, hours and quantities: those in order are silent, those turned round are told where they stand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lint import api
from lint.config.settings import Settings  # noqa: F401
