"""Plans as lines of JSON: every piece written once, and never mistaken for another."""

import json

import pytest
from hypothesis import given

from bot.cli.writing import MOST_PIECES, Pieces, PlanWriter, write
from bot.words import words_for
from coach.documents import plan_document
from coach.planning import plan
from coach.profile import DistanceUnit
from tests.coach.rules.athletes import Trial, trials
from tests.coach.rules.trial import first_plan
from tests.depth import examples

KM, MILES = (PlanWriter(words_for(units=units, html=False)) for units in (DistanceUnit.KM, DistanceUnit.MI))


def counted() -> tuple[Pieces[list[int]], list[list[int]]]:
    """Pieces that are lists, and which of them were written."""
    written: list[list[int]] = []

    def made(piece: list[int]) -> str:
        written.append(piece)
        return write(piece)

    return Pieces(made), written


def test_same_piece_is_written_once() -> None:
    pieces, written = counted()
    piece = [1, 2]
    assert [pieces.text(piece), pieces.text(piece)] == ["[1,2]", "[1,2]"]
    assert written == [piece]


def test_piece_in_the_place_of_one_that_is_gone_is_another() -> None:
    pieces, _ = counted()
    for number in range(2000):
        assert pieces.text([number]) == f"[{number}]"


def test_pieces_beyond_the_most_begin_afresh() -> None:
    pieces, written = counted()
    first = [-1]
    pieces.text(first)
    for number in range(MOST_PIECES):
        pieces.text([number])
    assert pieces.text(first) == "[-1]"
    assert written.count(first) == 2


@pytest.mark.parametrize("text", ["8 × 1 min – “easy”", "half of a pair: \ud83d", 'quoted "so"', "line\nbreak\x00"])
def test_any_text_is_written_as_python_would_write_it(text: str) -> None:
    assert write([text, 1.5, None]) == json.dumps([text, 1.5, None], ensure_ascii=False, separators=(",", ":"))


@examples(20)
@given(trial=trials(follow=first_plan))
def test_line_of_any_plan_is_its_document_written_out(trial: Trial) -> None:
    made = plan(trial.profile, trial.history, trial.today)
    for writer, units in ((KM, DistanceUnit.KM), (MILES, DistanceUnit.MI)):
        say = words_for(units=units, html=False).say
        assert writer.line(made) == write(plan_document(made, say))
        assert json.loads(writer.line(made)) == json.loads(json.dumps(plan_document(made, say)))
