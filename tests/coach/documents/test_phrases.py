"""Phrases are stored as key and figures, so that they can be said again in other words."""

import datetime as dt

import pytest

from coach.documents import phrase_from_json, phrase_to_json
from coach.phrases import Distance, Duration, Pace, phrase


def test_figures_keep_their_meaning() -> None:
    stored = phrase_to_json(phrase("k", far=Distance(5000), long=Duration(60), fast=Pace(300, 310), n=3))
    assert stored == {
        "key": "k",
        "args": [["far", {"metres": 5000}], ["long", {"seconds": 60}], ["fast", {"pace": [300, 310]}], ["n", 3]],
    }


def test_dates_and_phrases_within_phrases_come_back() -> None:
    original = phrase("outer", day=dt.date(2026, 11, 30), inner=phrase("inner", n=1))
    assert phrase_from_json(phrase_to_json(original)) == original


def test_order_of_arguments_is_kept() -> None:
    original = phrase("k", b=1, a=2)
    assert [name for name, _ in phrase_from_json(phrase_to_json(original)).args] == ["b", "a"]


def test_figure_that_cannot_be_stored_is_a_defect() -> None:
    with pytest.raises(TypeError):
        phrase_to_json(phrase("k", figure=object()))


@pytest.mark.parametrize("document", [{}, {"key": "k"}, {"key": "k", "args": {"a": 1}}])
def test_what_is_no_phrase_is_refused(document: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        phrase_from_json(document)
