"""Whom a message does not call at its numbers would have read nothing there."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.profile import DistanceUnit
from coach.reader.cut import cut
from coach.reader.facts import Context
from coach.reader.needs import asked, called, passed_over
from coach.reader.phrases import distances, efforts, strength
from tests.coach.reader.cases import NAMES, TODAY, corpus
from tests.depth import examples

PIECES = st.sampled_from(
    sorted({piece for name in NAMES for case in corpus(name) for piece in str(case["text"]).split()})
)


def read_by_those_passed_over(text: str, units: DistanceUnit) -> list[str]:
    """What parsers that are not called read at the numbers of a message."""
    tokens, context = cut(text).tokens, Context(TODAY, units)
    numbers = [i for i, token in enumerate(tokens) if token.kind in "nd"]
    silent = passed_over(called(tokens))
    return [parse.__name__ for i in numbers for parse in silent if parse(tokens, i, context)]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_corpus_is_passed_over(name: str) -> None:
    texts = [str(case["text"]) for case in corpus(name)]
    missed = {(text, unit): read_by_those_passed_over(text, unit) for text in texts for unit in DistanceUnit}

    assert {told: parsers for told, parsers in missed.items() if parsers} == {}


@given(st.lists(PIECES, max_size=30), st.sampled_from(DistanceUnit))
@examples(300)
def test_nothing_of_any_pieces_is_passed_over(pieces: Sequence[str], units: DistanceUnit) -> None:
    assert read_by_those_passed_over(" ".join(pieces), units) == []


def test_a_word_calls_whoever_needs_it() -> None:
    plain, labelled = called(cut("ran 5 km").tokens), called(cut("5 km, 6 effort").tokens)

    assert efforts.effort_after in passed_over(plain)
    assert efforts.effort_after not in passed_over(labelled)


def test_those_who_need_nothing_are_always_asked_and_the_order_stays() -> None:
    parsers = (strength.rounds, efforts.effort_after, distances.bare)

    assert asked(parsers, 0) == (distances.bare,)
    assert asked(parsers, called(cut("3 rounds, 6 effort").tokens)) == parsers
