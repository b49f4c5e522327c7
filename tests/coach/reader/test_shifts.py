"""Wishes to move a session name it by kind or day, and say where to; what says more is no such wish."""

import datetime as dt

import pytest

from coach.reader.shifts import Pick, Shift, shift_in
from coach.session import RUN_KINDS, SessionKind
from tests.coach.reader.cases import TODAY, reading_of

THURSDAY, FRIDAY, SATURDAY, SUNDAY = (TODAY + dt.timedelta(days=ahead) for ahead in (1, 2, 3, 4))
TEMPO = Pick(frozenset({SessionKind.TEMPO_RUN}))
LONG = Pick(frozenset({SessionKind.LONG_RUN}))
STRENGTH = Pick(frozenset({SessionKind.STRENGTH}))


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("move tempo to friday", Shift(TEMPO, FRIDAY)),
        ("move the long run to sunday", Shift(LONG, SUNDAY)),
        ("can i do saturday's one today?", Shift(Pick(day=SATURDAY), TODAY)),
        ("can i do saturdays one today", Shift(Pick(day=SATURDAY), TODAY)),
        ("push tomorrow's run to friday pls", Shift(Pick(frozenset(RUN_KINDS), THURSDAY), FRIDAY)),
        ("can we shift my strength to saturday", Shift(STRENGTH, SATURDAY)),
        ("do the long run on saturday instead", Shift(LONG, SATURDAY)),
        ("can i run friday instead of thursday", Shift(Pick(day=THURSDAY), FRIDAY)),
        ("could i do the long run tomorrow instead?", Shift(LONG, THURSDAY)),
        ("put strength on sunday", Shift(STRENGTH, SUNDAY)),
        ("move thursday to friday", Shift(Pick(day=THURSDAY), FRIDAY)),
        ("move long run to 6 dec", Shift(LONG, SUNDAY)),
        ("move todays run to tomorrow", Shift(Pick(frozenset(RUN_KINDS), TODAY), THURSDAY)),
        ("move yesterday's strength to today", Shift(Pick(STRENGTH.kinds, TODAY - dt.timedelta(days=1)), TODAY)),
    ],
)
def test_a_session_is_moved_by_its_kind_or_its_day(text: str, shift: Shift) -> None:
    assert shift_in(text, TODAY) == shift
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("swap thursday and friday", Pick(day=THURSDAY), Pick(day=FRIDAY)),
        ("swap thu & fri please", Pick(day=THURSDAY), Pick(day=FRIDAY)),
        ("swap the tempo with the long run", TEMPO, LONG),
        ("can you switch thursday with saturday", Pick(day=THURSDAY), Pick(day=SATURDAY)),
    ],
)
def test_two_change_places(text: str, one: Pick, other: Pick) -> None:
    assert shift_in(text, TODAY) == Shift(one, other=other)


@pytest.mark.parametrize(
    "text",
    ["do strength today", "did tempo on friday", "run 5k on friday", "can i run tomorrow", "moved house today",
     "swapped the run for a swim", "change my goal to 10k", "can i do it tomorrow", "ran long on sunday",
     "switch to km", "push ups 3x10", "change time to 7", "move", "please", "", "move it " * 40],
)  # fmt: skip
def test_what_names_no_session_or_says_more_is_no_such_wish(text: str) -> None:
    assert shift_in(text, TODAY) is None
