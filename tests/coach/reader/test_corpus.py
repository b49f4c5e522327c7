"""Phrases as runners write them, and what they say."""

import pytest

from tests.coach.reader.cases import NAMES, corpus, described, reading_of

CASES = [case for name in NAMES for case in corpus(name)]


@pytest.mark.parametrize("case", CASES, ids=[str(case["text"])[:50] for case in CASES])
def test_phrase_is_read_as_its_writer_meant_it(case: dict[str, object]) -> None:
    reading = reading_of(str(case["text"]), str(case.get("units", "km")))
    assert described(reading, case) == case


def test_corpus_holds_at_least_three_hundred_different_phrases() -> None:
    assert len({(case["text"], case.get("units")) for case in CASES}) >= 300
