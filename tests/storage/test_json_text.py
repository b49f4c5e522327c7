"""Whatever Python's ``json`` can keep comes back the same, however strange."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.json_text import read_json, write_json

TEXTS = st.text(st.characters(exclude_categories=[]))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(DOCUMENTS)
def test_a_document_comes_back_as_it_was(document: object) -> None:
    assert read_json(write_json(document)) == document


@given(DOCUMENTS)
def test_what_an_earlier_release_wrote_can_be_read(document: object) -> None:
    assert read_json(json.dumps(document)) == document


def test_half_a_surrogate_pair_survives() -> None:
    assert read_json(write_json({"text": "\ud83d"})) == {"text": "\ud83d"}


def test_bytes_are_read_too() -> None:
    assert read_json('{"text": "größer"}'.encode()) == {"text": "größer"}


@pytest.mark.parametrize("text", ["", "nonsense", b"\xff", "{"])
def test_what_is_no_document_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 — both libraries raise their own kind of it
        read_json(text)


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        write_json({"when": object()})
