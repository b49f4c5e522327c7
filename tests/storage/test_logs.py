"""The log, the words behind it, and measurements."""

import datetime as dt

from coach.history import Entry, Felt, Pain, Reason, SetsDone, Status
from coach.session import SessionKind
from coach.units import Metres, Seconds
from storage.database import Database
from storage.logs import (
    browse_logs,
    delete_log,
    entry_of,
    history_of,
    log_by_id,
    logs_between,
    logs_of_prompt,
    logs_of_saying,
    restore_log,
)
from storage.measurements import add_measurement, delete_measurement, measurements_of, measurements_of_saying
from storage.sayings import forget_saying, keep_saying, saying_at, saying_by_id, sayings_of
from tests.storage.builders import DAY, HOUR, NOON, TODAY, a_log, a_prompt, athlete_id, id_of

YESTERDAY = TODAY - DAY


def test_a_full_line_reaches_the_coach_without_loss(database: Database) -> None:
    owner = database.run_now(athlete_id)
    log = database.run_now(
        lambda session: a_log(
            session,
            owner,
            status="partial",
            minutes=31.5,
            rpe=6,
            target_rpe=[3, 4],
            longest_run_s=480,
            pain_area="knee",
            pain_level=2,
            symptoms=["limp"],
            reason="busy",
        )
    )
    expected = Entry(
        TODAY,
        SessionKind.EASY_RUN,
        Status.PARTIAL,
        31.5,
        Metres(4500),
        6,
        (3, 4),
        Seconds(480),
        Pain("knee", 2),
        ("limp",),
        Reason.BUSY,
        planned=True,
    )

    assert database.run_now(lambda session: history_of(session, owner)) == (expected,)
    assert entry_of(log) == expected


def test_a_check_in_has_neither_kind_nor_figures(database: Database) -> None:
    owner = database.run_now(athlete_id)
    empty = {"kind": None, "status": None, "minutes": None, "distance_m": None, "planned": False}
    database.run_now(lambda session: a_log(session, owner, pain_level=0, **empty))

    assert database.run_now(lambda session: history_of(session, owner)) == (Entry(TODAY, pain=Pain("", 0)),)


def test_history_is_oldest_first_whenever_it_was_written(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for day in (TODAY, YESTERDAY, TODAY):
        database.run_now(lambda session, day=day: a_log(session, owner, day))
    history = database.run_now(lambda session: history_of(session, owner))

    assert [entry.date for entry in history] == [YESTERDAY, TODAY, TODAY]


def test_the_history_is_the_same_wherever_days_gone_by_end(database: Database) -> None:
    """What is said of a day gone by later, and what is taken out of it, is in the history of the next who asks."""
    owner = database.run_now(athlete_id)
    spans = [dt.date.min, YESTERDAY, TODAY, TODAY + DAY]

    def told() -> list[tuple[Entry, ...]]:
        return [database.run_now(lambda session, since=since: history_of(session, owner, since)) for since in spans]

    for day, minutes in ((TODAY, 31.27), (YESTERDAY, 30), (TODAY, None)):
        database.run_now(lambda session, day=day, minutes=minutes: a_log(session, owner, day, minutes=minutes))
    before = told()
    late = database.run_now(lambda session: a_log(session, owner, YESTERDAY, minutes=90.05))
    after = told()
    database.run_now(lambda session: delete_log(session, late, NOON))

    assert [[entry.minutes for entry in history] for history in before] == [[30.0, 31.27, None]] * 4
    assert [[entry.minutes for entry in history] for history in after] == [[30.0, 90.05, 31.27, None]] * 4
    assert told() == before


def test_what_is_deleted_is_out_of_history_until_restored(database: Database) -> None:
    owner = database.run_now(athlete_id)
    log = database.run_now(lambda session: a_log(session, owner))
    database.run_now(lambda session: delete_log(session, log, NOON))
    without = database.run_now(lambda session: history_of(session, owner))
    found = database.run_now(lambda session: log_by_id(session, owner, id_of(log)))
    database.run_now(lambda session: restore_log(session, log))

    assert without == ()
    assert found is not None
    assert found.deleted_at == NOON
    assert len(database.run_now(lambda session: history_of(session, owner))) == 1


def test_nobody_sees_the_log_of_another(database: Database) -> None:
    mine, theirs = (database.run_now(lambda session, n=n: athlete_id(session, n)) for n in (1, 2))
    log = database.run_now(lambda session: a_log(session, theirs))

    assert database.run_now(lambda session: log_by_id(session, mine, id_of(log))) is None
    assert database.run_now(lambda session: history_of(session, mine)) == ()
    assert database.run_now(lambda session: logs_between(session, mine, TODAY, TODAY)) == []
    assert database.run_now(lambda session: browse_logs(session, mine)) == []


def test_lines_between_two_days_include_both(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for days in range(5):
        database.run_now(lambda session, days=days: a_log(session, owner, TODAY - days * DAY))
    found = database.run_now(lambda session: logs_between(session, owner, TODAY - 3 * DAY, YESTERDAY))

    assert [log.date for log in found] == [TODAY - 3 * DAY, TODAY - 2 * DAY, YESTERDAY]


def test_lines_are_found_by_the_message_and_by_the_prompt(database: Database) -> None:
    owner = database.run_now(athlete_id)
    saying = database.run_now(lambda session: keep_saying(session, owner, 1, 5, "run and squats", None, NOON))
    prompt = database.run_now(lambda session: a_prompt(session, owner))
    first, second, _ = (
        database.run_now(lambda session, fields=fields: a_log(session, owner, **fields))
        for fields in ({"saying_id": saying.id, "prompt_id": prompt.id}, {"saying_id": saying.id}, {})
    )

    assert database.run_now(lambda session: logs_of_saying(session, id_of(saying))) == [first, second]
    assert database.run_now(lambda session: logs_of_prompt(session, id_of(prompt))) == [first]


def test_history_is_browsed_newest_day_first_page_by_page(database: Database) -> None:
    """A line written today about last week stands last week."""
    owner = database.run_now(athlete_id)
    days = [TODAY, TODAY - 2 * DAY, YESTERDAY, YESTERDAY, TODAY - 9 * DAY]
    for day in days:
        database.run_now(lambda session, day=day: a_log(session, owner, day))
    seen: list[dt.date] = []
    before = None
    while page := database.run_now(lambda session, b=before: browse_logs(session, owner, before_id=b, limit=2)):
        seen += [log.date for log in page]
        before = page[-1].id

    assert seen == sorted(days, reverse=True)


def test_history_is_filtered_by_kind_and_days(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for kind in ("easy_run", "strength", "long_run"):
        database.run_now(lambda session, kind=kind: a_log(session, owner, kind=kind))
    of_runs, day = {"easy_run", "long_run"}, database.run_now(lambda session: browse_logs(session, owner))[0].date
    later = (day + dt.timedelta(days=1), day + dt.timedelta(days=9))

    assert len(database.run_now(lambda session: browse_logs(session, owner, kinds=of_runs))) == 2
    assert len(database.run_now(lambda session: browse_logs(session, owner, days=(day, day)))) == 3
    assert database.run_now(lambda session: browse_logs(session, owner, kinds=of_runs, days=later)) == []
    assert len(database.run_now(lambda session: browse_logs(session, owner))) == 3


def test_words_are_kept_once_and_an_edit_replaces_them(database: Database) -> None:
    owner = database.run_now(athlete_id)
    first = database.run_now(lambda session: keep_saying(session, owner, 1, 5, "5k", 3, NOON))
    database.run_now(lambda session: keep_saying(session, owner, 1, 5, "6k", 3, NOON + HOUR))
    found = database.run_now(lambda session: saying_at(session, 1, 5))

    assert found is not None
    assert (found.id, found.text, found.reply_to_message_id) == (first.id, "6k", 3)
    assert (found.said_at, found.edited_at) == (NOON, NOON + HOUR)


def test_the_same_words_again_are_no_edit(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for text in ("ran\0 5k", "ran\0 5k"):
        saying = database.run_now(lambda session, text=text: keep_saying(session, owner, 1, 5, text, None, NOON))

    assert (saying.text, saying.edited_at) == ("ran\ufffd 5k", None)
    assert database.run_now(lambda session: sayings_of(session, owner)) == [saying]


def test_one_chats_words_are_not_anothers(database: Database) -> None:
    mine, theirs = (database.run_now(lambda session, n=n: athlete_id(session, n)) for n in (1, 2))
    saying = database.run_now(lambda session: keep_saying(session, theirs, 2, 5, "5k", None, NOON))

    assert database.run_now(lambda session: saying_at(session, 1, 5)) is None
    assert database.run_now(lambda session: saying_by_id(session, mine, id_of(saying))) is None
    assert database.run_now(lambda session: saying_by_id(session, theirs, id_of(saying))) == saying


def test_words_that_must_not_be_kept_are_forgotten(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for message in (5, 6):
        database.run_now(lambda session, m=message: keep_saying(session, owner, 1, m, "I am 12", None, NOON))
    database.run_now(lambda session: forget_saying(session, 1, 5))
    database.run_now(lambda session: forget_saying(session, 1, 99))

    assert [saying.message_id for saying in database.run_now(lambda session: sayings_of(session, owner))] == [6]


def test_measurements_come_back_by_kind_oldest_first(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for kind, value, day in (("weight_kg", 70.4, TODAY), ("weight_kg", 70.9, YESTERDAY), ("thigh_cm", 55.0, TODAY)):
        database.run_now(lambda session, k=kind, v=value, d=day: add_measurement(session, owner, k, v, d, NOON))

    assert database.run_now(lambda session: measurements_of(session, owner, "weight_kg")) == (
        (YESTERDAY, 70.9),
        (TODAY, 70.4),
    )


def test_a_reading_taken_back_is_gone(database: Database) -> None:
    owner = database.run_now(athlete_id)
    saying = database.run_now(lambda session: keep_saying(session, owner, 1, 5, "weight 70", None, NOON))
    reading = database.run_now(
        lambda session: add_measurement(session, owner, "weight_kg", 70.0, TODAY, NOON, saying_id=saying.id)
    )
    found = database.run_now(lambda session: measurements_of_saying(session, id_of(saying)))
    database.run_now(lambda session: delete_measurement(session, reading, NOON))

    assert [each.id for each in found] == [reading.id]
    assert database.run_now(lambda session: measurements_of(session, owner, "weight_kg")) == ()


def test_sets_reach_the_coach_as_they_were_logged(database: Database) -> None:
    owner = database.run_now(athlete_id)
    told = {"exercise": "squat", "sets": 3, "reps": 12, "seconds": None, "load_kg": 20}
    guided = {"exercise": "plank", "sets": 2, "seconds": 30, "rung": "knees", "felt": "hard"}
    database.run_now(lambda session: a_log(session, owner, kind="strength", exercises=[told, guided]))
    (entry,) = database.run_now(lambda session: history_of(session, owner))
    assert entry.exercises == (
        SetsDone("squat", 3, 12, load_kg=20),
        SetsDone("plank", 2, seconds=Seconds(30), rung="knees", felt=Felt.HARD),
    )
