"""Errors carry facts, and every one that is expected has the same root."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from reader.errors import ReaderError, StoreError, Unreadable, UnreadableFile

PATH = Path("/books/紅樓夢.txt")


@pytest.mark.parametrize("reason", Unreadable)
@pytest.mark.parametrize("detail", ["", "errno 5"])
def test_a_file_that_cannot_be_read(reason, detail):
    error = UnreadableFile(PATH, reason, detail)
    assert isinstance(error, ReaderError)
    assert (error.path, error.reason, error.detail) == (PATH, reason, detail)
    assert str(error) == f"{PATH}: {reason.name.lower()} {detail}".strip()


def test_a_store_that_fails():
    error = StoreError(PATH, "disk full")
    assert isinstance(error, ReaderError)
    assert (error.path, error.detail) == (PATH, "disk full")
    assert str(error) == f"{PATH}: disk full"


@pytest.mark.parametrize("error", [UnreadableFile(PATH, Unreadable.BINARY, "PNG"), StoreError(PATH, "disk full")])
@pytest.mark.parametrize("copied", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])
def test_an_error_survives_being_copied(error, copied):
    """As it must when it comes from another process."""
    other = copied(error)
    assert type(other) is type(error)
    assert vars(other) == vars(error)
    assert str(other) == str(error)
