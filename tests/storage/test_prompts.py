"""Prompts: claimed once by whichever replica comes first, said or dropped, answered or not."""

import datetime as dt
import threading
from collections.abc import Callable

from sqlmodel import Session, col, select

from storage.claims import Claim, Due, Habits, Verdict, claim_due, habits_of
from storage.database import Database
from storage.prompts import (
    answer,
    answer_day,
    keep_said,
    latest_prompt,
    mark_dropped,
    mark_said,
    prompt_by_id,
    prompt_on,
    prompts_late,
    take_prompt,
    unanswered_streak,
    unsaid,
)
from storage.tables import Athlete, Prompt, PromptKind, PromptState
from tests.storage.builders import DAY, HOUR, NOON, SECOND, TODAY, a_prompt, an_athlete, athlete_id, id_of

Again = Callable[[], Database]
TOMORROW = NOON + DAY


def one_a_day(habits: Habits, now: dt.datetime) -> Verdict:
    """A daily prompt now, the next tomorrow."""
    return Verdict((Due(PromptKind.DAILY, now.date(), now),), now + DAY, now.date(), habits.reviewed_on)


def evening_only(habits: Habits, now: dt.datetime) -> Verdict:
    """The evening line, if the morning's is unanswered."""
    return Verdict((Due(PromptKind.EVENING, now.date(), now),), now + DAY, habits.prompted_on)


def _due(database: Database, count: int = 1, at: dt.datetime = NOON) -> list[int]:
    return database.run_now(
        lambda session: [athlete_id(session, number, next_prompt_at=at) for number in range(1, count + 1)]
    )


def _claim(database: Database, now: dt.datetime = NOON, limit: int = 100) -> Claim:
    return database.run_now(lambda session: claim_due(session, now, limit, one_a_day))


def test_who_is_due_is_claimed_and_looked_at_again_tomorrow(database: Database) -> None:
    (owner,) = _due(database)
    (prompt,) = _claim(database).prompts
    row = database.run_now(lambda session: prompt_by_id(session, owner, prompt))
    athlete = database.run_now(lambda session: session.get(Athlete, owner))

    assert row is not None
    assert (row.kind, row.local_date, row.state, row.sessions) == ("daily", TODAY, "claimed", [])
    assert athlete is not None
    assert (athlete.next_prompt_at, athlete.prompted_on) == (TOMORROW, TODAY)


def test_who_is_not_due_is_left_alone(database: Database) -> None:
    _due(database, at=NOON + SECOND)
    database.run_now(lambda session: an_athlete(session, 2, next_prompt_at=None))

    assert _claim(database) == Claim(0, [])


def test_a_batch_is_no_larger_than_asked_and_takes_the_latest_first(database: Database) -> None:
    _due(database, 3)
    database.run_now(lambda session: an_athlete(session, 9, next_prompt_at=NOON - HOUR))
    first = _claim(database, limit=1)
    (late,) = database.run_now(lambda session: unsaid(session, NOON, 10))

    assert first.athletes == 1
    assert late[0].athlete_id == 4
    assert _claim(database, limit=2).athletes == 2
    assert _claim(database, limit=2).athletes == 1
    assert _claim(database, limit=2).athletes == 0


def test_a_prompt_already_made_is_not_made_again(database: Database) -> None:
    """A setting was changed, a clock was turned back: the unique key knows."""
    (owner,) = _due(database)
    _claim(database)

    def due_again(session: object) -> None:
        athlete = session.get(Athlete, owner)  # type: ignore[attr-defined]
        athlete.next_prompt_at = NOON

    database.run_now(due_again)
    assert _claim(database, NOON + HOUR) == Claim(1, [])


def test_habits_are_read_from_the_row_in_the_right_order(database: Database) -> None:
    seen: list[Habits] = []

    def noting(habits: Habits, now: dt.datetime) -> Verdict:
        seen.append(habits)
        return Verdict((), now + DAY)

    fields = {"evening": False, "paused_until": TODAY, "snoozed_until": NOON, "prompted_on": TODAY - DAY}
    athlete = database.run_now(
        lambda session: an_athlete(session, 1, next_prompt_at=NOON, reviewed_on=TODAY - 2 * DAY, **fields)
    )
    database.run_now(lambda session: claim_due(session, NOON, 10, noting))

    expected = Habits("Europe/Berlin", 420, False, "active", TODAY, NOON, TODAY - DAY, TODAY - 2 * DAY)
    assert seen == [expected]
    assert habits_of(athlete) == expected


def test_athletes_of_the_same_habits_are_judged_once(database: Database) -> None:
    _due(database, 5)
    asked: list[Habits] = []

    def counting(habits: Habits, now: dt.datetime) -> Verdict:
        asked.append(habits)
        return one_a_day(habits, now)

    claim = database.run_now(lambda session: claim_due(session, NOON, 10, counting))

    assert (len(claim.prompts), len(asked)) == (5, 1)


def test_many_different_habits_are_claimed_together_each_by_its_own_verdict(database: Database) -> None:
    """Every minute its own moment and date: none gets what is another's."""

    def by_minute(habits: Habits, now: dt.datetime) -> Verdict:
        minute = habits.minute or 0
        day = TODAY + dt.timedelta(days=minute % 3)
        due = Due(PromptKind.DAILY, day, now - dt.timedelta(minutes=minute))
        snoozed = now + HOUR if minute % 2 else None
        return Verdict((due,) if minute % 5 else (), now + dt.timedelta(minutes=minute), day, day, snoozed)

    for minute in range(40):
        database.run_now(
            lambda session, minute=minute: an_athlete(session, minute + 1, prompt_minute=minute, next_prompt_at=NOON)
        )
    claim = database.run_now(lambda session: claim_due(session, NOON, 100, by_minute))
    prompts = database.run_now(lambda session: session.exec(select(Prompt)).all())
    athletes = database.run_now(lambda session: session.exec(select(Athlete)).all())

    assert (claim.athletes, len(claim.prompts), len(prompts)) == (40, 32, 32)
    for athlete in athletes:
        minute = athlete.prompt_minute or 0
        day = TODAY + dt.timedelta(days=minute % 3)
        assert (athlete.next_prompt_at, athlete.prompted_on) == (NOON + dt.timedelta(minutes=minute), day)
        assert athlete.snoozed_until == (NOON + HOUR if minute % 2 else None)
        mine = [(prompt.local_date, prompt.due_at) for prompt in prompts if prompt.athlete_id == athlete.id]
        assert mine == ([(day, NOON - dt.timedelta(minutes=minute))] if minute % 5 else [])


def test_a_morning_and_an_evening_due_at_once_are_both_made(database: Database) -> None:
    """Two athletes, one verdict: the evening line only for who was asked in the morning and has not answered."""
    asked, _ = _due(database, 2)
    database.run_now(lambda session: a_prompt(session, asked, claimed_at=NOON - 3 * HOUR))

    def both(_: Habits, now: dt.datetime) -> Verdict:
        dues = (Due(PromptKind.EVENING, TODAY, now), Due(PromptKind.REVIEW, TODAY, now))
        return Verdict(dues, now + DAY)

    claim = database.run_now(lambda session: claim_due(session, NOON, 10, both))
    rows = database.run_now(lambda session: unsaid(session, NOON, 10))

    assert len(claim.prompts) == 3
    assert sorted((row.kind, row.athlete_id) for row, _ in rows) == [("evening", 1), ("review", 1), ("review", 2)]


def _evening(database: Database, **fields: object) -> int:
    """How many evening lines come for an athlete whose daily prompt is as given."""
    (owner,) = _due(database)
    defaults: dict[str, object] = {"claimed_at": NOON - 3 * HOUR}
    database.run_now(lambda session: a_prompt(session, owner, **{**defaults, **fields}))
    return len(database.run_now(lambda session: claim_due(session, NOON, 10, evening_only)).prompts)


def test_an_unanswered_day_gets_an_evening_line(database: Database) -> None:
    assert _evening(database) == 1


def test_an_answered_day_gets_no_evening_line(database: Database) -> None:
    assert _evening(database, answered_at=NOON - HOUR) == 0


def test_a_day_without_a_word_gets_no_evening_line(database: Database) -> None:
    assert _evening(database, state=PromptState.DROPPED) == 0


def test_a_prompt_of_a_moment_ago_is_not_followed_up(database: Database) -> None:
    assert _evening(database, claimed_at=NOON - HOUR) == 0


def test_yesterdays_silence_gets_no_line_this_evening(database: Database) -> None:
    (owner,) = _due(database)
    database.run_now(lambda session: a_prompt(session, owner, TODAY - DAY, claimed_at=NOON - DAY))

    assert database.run_now(lambda session: claim_due(session, NOON, 10, evening_only)).prompts == []


def test_a_claimed_prompt_is_taken_until_it_is_said_or_dropped(database: Database) -> None:
    _due(database, 2)
    said, dropped = _claim(database).prompts

    def settle(prompt_id: int, mark: Callable[..., None]) -> bool:
        def work(session: object) -> bool:
            prompt = take_prompt(session, prompt_id)  # type: ignore[arg-type]
            if prompt is not None:
                mark(session, prompt)
            return prompt is not None

        return database.run_now(work)

    assert settle(said, mark_said)
    assert settle(dropped, mark_dropped)
    assert not settle(said, mark_said)
    assert not settle(dropped, mark_said)


def test_prompts_left_unsaid_are_found_after_a_death(database: Database) -> None:
    _due(database, 3)
    first, second, third = _claim(database).prompts
    database.run_now(lambda session: mark_said(session, _prompt(session.get(Prompt, first))))

    found = database.run_now(lambda session: unsaid(session, NOON, 10))
    assert [prompt.id for prompt, _ in found] == [second, third]
    assert {athlete.zone for _, athlete in found} == {"Europe/Berlin"}
    assert database.run_now(lambda session: unsaid(session, NOON - SECOND, 10)) == []
    rest = database.run_now(lambda session: unsaid(session, NOON, 10, after_id=second))
    assert [prompt.id for prompt, _ in rest] == [third]


def _prompt(found: Prompt | None) -> Prompt:
    assert found is not None
    return found


def test_the_first_answer_counts(database: Database) -> None:
    owner = database.run_now(athlete_id)
    prompt = database.run_now(lambda session: a_prompt(session, owner))
    database.run_now(lambda session: answer(session, prompt, NOON))
    database.run_now(lambda session: answer(session, prompt, NOON + HOUR))
    found = database.run_now(lambda session: prompt_by_id(session, owner, id_of(prompt)))

    assert _prompt(found).answered_at == NOON


def test_logging_a_day_answers_its_prompts_only(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for day in (TODAY - DAY, TODAY):
        database.run_now(lambda session, day=day: a_prompt(session, owner, day))
    database.run_now(lambda session: answer_day(session, owner, TODAY, NOON))
    found = [
        database.run_now(lambda session, day=day: prompt_on(session, owner, PromptKind.DAILY, day))
        for day in (TODAY - DAY, TODAY)
    ]

    assert [_prompt(prompt).answered_at for prompt in found] == [None, NOON]


def test_nobody_finds_the_prompt_of_another(database: Database) -> None:
    mine, theirs = (database.run_now(lambda session, n=n: athlete_id(session, n)) for n in (1, 2))
    prompt = database.run_now(lambda session: a_prompt(session, theirs))

    assert database.run_now(lambda session: prompt_by_id(session, mine, id_of(prompt))) is None
    assert database.run_now(lambda session: prompt_on(session, mine, PromptKind.DAILY, TODAY)) is None
    assert database.run_now(lambda session: latest_prompt(session, mine)) is None


def test_the_streak_counts_daily_prompts_since_the_last_answer(database: Database) -> None:
    owner = database.run_now(athlete_id)
    asked = {"sessions": [{"kind": "easy_run"}]}
    days = [{"answered_at": NOON}, asked, {"state": PromptState.DROPPED}, asked, {"kind": PromptKind.EVENING}]
    for number, fields in enumerate(days):
        database.run_now(lambda session, n=number, f=fields: a_prompt(session, owner, TODAY + n * DAY, **f))
    last = database.run_now(lambda session: latest_prompt(session, owner))

    assert database.run_now(lambda session: unanswered_streak(session, owner)) == 2
    assert database.run_now(lambda session: unanswered_streak(session, owner, most=1)) == 1
    assert _prompt(last).local_date == TODAY + 3 * DAY


def test_a_line_that_asked_for_nothing_wants_no_answer(database: Database) -> None:
    owner = database.run_now(athlete_id)
    days = [{"sessions": [{"kind": "easy_run"}]}, {}, {"sessions": [{"kind": "strength"}]}, {}]
    for number, fields in enumerate(days):
        database.run_now(lambda session, n=number, f=fields: a_prompt(session, owner, TODAY + n * DAY, **f))

    assert database.run_now(lambda session: unanswered_streak(session, owner)) == 2


def test_the_operator_sees_how_late_prompts_are(database: Database) -> None:
    """First while nobody has looked, then while what was claimed is not said."""
    _due(database, 2, at=NOON - HOUR)

    def late() -> tuple[int, dt.datetime | None]:
        return database.run_now(lambda session: prompts_late(session, NOON))

    assert late() == (2, NOON - HOUR)
    claim = _claim(database, NOON - HOUR)
    assert late() == (2, NOON - HOUR)
    database.run_now(lambda session: _say(session, claim.prompts[0]))
    assert late() == (1, NOON - HOUR)
    database.run_now(lambda session: _say(session, claim.prompts[1]))
    assert late() == (0, None)


def _say(session: Session, prompt_id: int) -> None:
    prompt = take_prompt(session, prompt_id)
    assert prompt is not None
    mark_said(session, prompt)


def _unseen(session: Session) -> int:
    return len(session.exec(select(Athlete.id).where(col(Athlete.next_prompt_at) <= NOON)).all())


def test_replicas_share_the_morning_without_a_double(database: Database, again: Again) -> None:
    """Three replicas claim 90 athletes in small batches at the same moment."""
    owners = _due(database, 90)
    claimed: list[int] = []
    guard = threading.Lock()

    def work(replica: Database) -> None:
        while database.run_now(_unseen):
            claim = replica.run_now(lambda session: claim_due(session, NOON, 7, one_a_day))
            with guard:
                claimed.extend(claim.prompts)

    threads = [threading.Thread(target=work, args=(each,)) for each in (database, again(), again())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    found = database.run_now(lambda session: unsaid(session, NOON, 1000))

    assert len(claimed) == len(set(claimed)) == 90
    assert sorted(prompt.athlete_id for prompt, _ in found) == owners


def test_a_prompt_that_was_asked_for_stands_as_said_and_can_be_answered(database: Database) -> None:
    owner = _due(database)[0]

    def ask(session: Session) -> int:
        row = keep_said(session, owner, PromptKind.DAILY, TODAY, [{"kind": "easy_run"}], NOON)
        answer(session, row, NOON + HOUR)
        return row.id or 0

    number = database.run_now(ask)
    row = database.run_now(lambda session: prompt_by_id(session, owner, number))
    assert row is not None
    assert (row.state, row.answered_at, row.sessions) == (PromptState.SAID, NOON + HOUR, [{"kind": "easy_run"}])
    assert not _claim(database).prompts
