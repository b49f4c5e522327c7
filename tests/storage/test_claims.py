"""Who is due is judged by their habits as they stand in their row, and each prompt is made and handed on once."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session, col, select

from storage.claims import Claim, Due, Habits, Verdict, claim_due, habits_of
from storage.database import Database
from storage.prompts import keep_said
from storage.statements import lend_driver
from storage.tables import Athlete, AthleteState, Prompt, PromptKind
from tests.storage.builders import DAY, HOUR, NOON, TODAY, an_athlete, athlete_id, id_of

LATER = NOON + HOUR
EVERYBODY = 100
"""More than are due here."""


class Judge:
    """Finds the same due for everybody, and remembers whose habits it was asked about."""

    def __init__(self, *dues: Due, next_at: dt.datetime | None = LATER) -> None:
        self.asked: list[Habits] = []
        self._verdict = Verdict(dues, next_at, TODAY, TODAY - DAY)

    def __call__(self, habits: Habits, now: dt.datetime) -> Verdict:
        """The same, whoever it is."""
        assert now == NOON
        self.asked.append(habits)
        return self._verdict


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A transaction that nobody commits."""
    with Session(database.engine) as session:
        if database.is_sqlite:
            lend_driver(session, session.connection())
        yield session


def a_due(kind: PromptKind = PromptKind.DAILY) -> Due:
    """Today's, at noon."""
    return Due(kind, TODAY, NOON)


def claim(session: Session, judge: Judge) -> Claim:
    """Claim at noon."""
    return claim_due(session, NOON, EVERYBODY, judge)


def owners(session: Session) -> list[int]:
    """Whose prompts there are, by the prompts' ids."""
    return list(session.exec(select(Prompt.athlete_id).order_by(col(Prompt.id))))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"zone": None, "prompt_minute": None, "evening": False, "state": AthleteState.ONBOARDING},
        {"paused_until": TODAY + DAY, "state": AthleteState.PAUSED, "prompted_on": TODAY - DAY},
        {"snoozed_until": NOON + dt.timedelta(microseconds=1), "reviewed_on": TODAY - 7 * DAY},
        {"quiet_from": 0, "quiet_to": 1439, "zone": "America/Argentina/Buenos_Aires"},
    ],
)
def test_habits_are_judged_as_they_stand_in_the_row(session: Session, fields: dict[str, Any]) -> None:
    athlete = an_athlete(session, next_prompt_at=NOON, **fields)
    claim(session, judge := Judge())

    (asked,) = judge.asked
    assert asked == habits_of(athlete)
    assert isinstance(asked.evening, bool)


def test_athletes_of_the_same_habits_are_judged_once(session: Session) -> None:
    theirs = [athlete_id(session, number, next_prompt_at=NOON) for number in range(1, 6)]
    other = athlete_id(session, 6, next_prompt_at=NOON, prompt_minute=8 * 60)
    claimed = claim(session, judge := Judge(a_due()))

    assert len(judge.asked) == 2
    assert claimed.athletes == len(claimed.prompts) == 6
    assert sorted(owners(session)) == [*theirs, other]


def test_what_was_judged_is_kept_for_everybody_of_these_habits(session: Session) -> None:
    theirs = [an_athlete(session, number, next_prompt_at=NOON, snoozed_until=NOON) for number in (1, 2)]
    claim(session, Judge())

    for athlete in theirs:
        session.refresh(athlete)
        assert (athlete.next_prompt_at, athlete.snoozed_until) == (LATER, None)
        assert (athlete.prompted_on, athlete.reviewed_on) == (TODAY, TODAY - DAY)


def test_a_prompt_that_is_there_already_is_neither_made_nor_handed_on_again(session: Session) -> None:
    first, second = (athlete_id(session, number, next_prompt_at=NOON) for number in (1, 2))
    there = keep_said(session, first, PromptKind.DAILY, TODAY, [], NOON)
    claimed = claim(session, Judge(a_due()))

    assert id_of(there) not in claimed.prompts
    assert len(claimed.prompts) == 1
    assert owners(session) == [first, second]


def test_what_is_handed_on_is_what_this_claim_made_of_every_kind(session: Session) -> None:
    athlete = athlete_id(session, 1, next_prompt_at=NOON)
    keep_said(session, athlete, PromptKind.SNOOZE, TODAY - DAY, [], NOON)
    claimed = claim(session, Judge(a_due(), a_due(PromptKind.REVIEW)))
    made = session.exec(select(Prompt).where(col(Prompt.id).in_(claimed.prompts)).order_by(col(Prompt.id))).all()

    assert sorted(prompt.kind for prompt in made) == [PromptKind.DAILY, PromptKind.REVIEW]
    assert {(prompt.state, prompt.due_at, prompt.claimed_at) for prompt in made} == {("claimed", NOON, NOON)}


def test_the_id_of_a_prompt_that_is_gone_is_not_handed_on_for_another(session: Session) -> None:
    """An old button must not come to mean a newer prompt."""
    athlete = athlete_id(session, 1, next_prompt_at=NOON)
    (first,) = claim(session, Judge(a_due(), next_at=NOON)).prompts
    session.delete(session.get_one(Prompt, first))
    session.flush()
    (second,) = claim(session, Judge(a_due())).prompts

    assert second > first
    assert owners(session) == [athlete]


async def test_a_claim_that_fails_half_way_leaves_everything_as_it_was(database: Database) -> None:
    def due(session: Session) -> None:
        an_athlete(session, 1, next_prompt_at=NOON)

    def half(session: Session) -> None:
        claim(session, Judge(a_due()))
        raise KeyError

    def left(session: Session) -> tuple[list[int], dt.datetime | None]:
        return owners(session), session.exec(select(Athlete.next_prompt_at)).one()

    await database.run(due)
    with pytest.raises(KeyError):
        await database.run(half, gives_way=True)

    assert await database.run(left) == ([], NOON)
