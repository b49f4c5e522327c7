"""When the coach speaks: the athlete's hour on the athlete's calendar, whatever clocks and people do."""

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.due import (
    DAILY,
    EVENING,
    REVIEW,
    SNOOZE,
    STEP,
    USEFUL_FOR,
    Due,
    is_useful,
    judge,
    moment,
    next_moment,
    useful_until,
)
from scheduler.quiet import USUAL, Quiet, quiet_hours
from storage.claims import Habits
from storage.tables import PromptKind

BERLIN = "Europe/Berlin"
SEVEN = 7 * 60
MONDAY = dt.date(2026, 11, 30)
DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


def at(text: str, zone: str = BERLIN, day: dt.date = MONDAY) -> dt.datetime:
    """A moment by its local wall clock: ``at("07:30")``, ``at("tue 07:30")``."""
    word, _, clock = text.rpartition(" ")
    shift = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(word) if word else 0
    local = dt.datetime.combine(day + shift * DAY, dt.time.fromisoformat(clock), ZoneInfo(zone))
    return local.astimezone(dt.UTC)


def some_habits(**fields: object) -> Habits:
    """An athlete in Berlin, prompted at 7:00, settled up to the Sunday before."""
    settled = Habits(BERLIN, SEVEN, prompted_on=MONDAY - DAY, reviewed_on=MONDAY - DAY)
    return settled._replace(**fields)


@dataclass
class Life:
    """An athlete whose tick runs: whenever their next moment has come, what is due is noted once per key."""

    habits: Habits
    told: list[Due] = field(default_factory=list)
    next_at: dt.datetime | None = None

    def tick(self, now: dt.datetime) -> list[Due]:
        """What is newly due, were the tick to run now."""
        verdict = judge(self.habits, now)
        known = {(due.kind, due.local_date) for due in self.told}
        new = [due for due in verdict.dues if (due.kind, due.local_date) not in known]
        self.told += new
        self.next_at = verdict.next_at
        self.habits = self.habits._replace(
            prompted_on=verdict.prompted_on, reviewed_on=verdict.reviewed_on, snoozed_until=verdict.snoozed_until
        )
        return new

    def live(self, start: dt.datetime, end: dt.datetime) -> None:
        """Tick at every moment that the clock itself asks for."""
        now = start
        while now < end:
            self.tick(now)
            assert self.next_at is not None
            assert self.next_at > now
            now = self.next_at

    def days(self, kind: str) -> list[dt.date]:
        """The local dates that had a prompt of a kind, in the order they came."""
        return [due.local_date for due in self.told if due.kind == kind]


def test_the_hour_is_the_athletes_own() -> None:
    assert next_moment(BERLIN, SEVEN, at("06:59")) == at("07:00")
    assert next_moment(BERLIN, SEVEN, at("07:00")) == at("tue 07:00")


def test_an_hour_skipped_by_the_clocks_comes_an_hour_later() -> None:
    """On 28 March 2027 Berlin's clocks go from 2:00 to 3:00."""
    skipped = moment(BERLIN, 2 * 60 + 30, dt.date(2027, 3, 28)).astimezone(ZoneInfo(BERLIN))

    assert skipped.strftime("%d %H:%M") == "28 03:30"


def test_an_hour_skipped_at_the_end_of_a_day_stays_on_that_day() -> None:
    """On 27 March 2027 Greenland's clocks go from 23:00 to midnight."""
    skipped = moment("America/Nuuk", 23 * 60 + 45, dt.date(2027, 3, 27)).astimezone(ZoneInfo("America/Nuuk"))

    assert skipped.strftime("%d %H:%M") == "27 22:45"


def test_an_hour_that_comes_twice_counts_the_first_time() -> None:
    """On 25 October 2026 Berlin's clocks go from 3:00 back to 2:00."""
    first = moment(BERLIN, 2 * 60 + 30, dt.date(2026, 10, 25))

    assert first == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    assert next_moment(BERLIN, 2 * 60 + 30, first) == dt.datetime(2026, 10, 26, 1, 30, tzinfo=dt.UTC)


def test_before_the_hour_nothing_is_due() -> None:
    verdict = judge(some_habits(), at("06:59"))

    assert verdict.dues == ()
    assert verdict.next_at == at("07:00")


def test_at_the_hour_the_day_is_due_once() -> None:
    life = Life(some_habits())

    assert life.tick(at("07:00")) == [Due(DAILY, MONDAY, at("07:00"))]
    assert life.tick(at("07:00")) == []


def test_a_quiet_week_has_seven_days_evenings_and_one_review() -> None:
    life = Life(some_habits())
    life.live(at("00:00"), at("sun 23:59"))

    week = [MONDAY + n * DAY for n in range(7)]
    assert life.days(DAILY) == week
    assert life.days(EVENING) == week
    assert life.days(REVIEW) == [week[-1]]


def test_the_evening_line_can_be_switched_off() -> None:
    life = Life(some_habits(evening=False))
    life.live(at("00:00"), at("sun 23:59"))

    assert life.days(EVENING) == []


@pytest.mark.parametrize(("minute", "evening"), [(7 * 60, "19:00"), (17 * 60, "20:00"), (18 * 60 + 30, None)])
def test_the_evening_line_keeps_three_hours_from_the_prompt_and_out_of_the_night(
    minute: int, evening: str | None
) -> None:
    life = Life(some_habits(minute=minute))
    life.live(at("00:00"), at("23:59"))

    expected = [] if evening is None else [at(evening)]
    assert [due.at for due in life.told if due.kind == EVENING] == expected


def test_the_evening_line_does_not_come_with_a_late_prompt() -> None:
    """After an outage the day's prompt comes at 19:10; a follow-up a moment later would only nag."""
    assert [due.kind for due in judge(some_habits(minute=9 * 60), at("19:10")).dues] == [DAILY]


def test_an_outage_of_two_days_ends_with_one_useful_prompt() -> None:
    life = Life(some_habits())
    life.tick(at("07:00"))

    assert life.tick(at("wed 09:00")) == [Due(DAILY, MONDAY + 2 * DAY, at("wed 07:00"))]
    assert life.next_at == at("wed 19:00")


@pytest.mark.parametrize("clock", ["tue 00:30", "tue 06:59", "22:00", "19:01"])
def test_what_is_too_late_is_dropped_without_a_word(clock: str) -> None:
    """The day is over, or it is night, or more than twelve hours have passed."""
    life = Life(some_habits(evening=False))

    assert life.tick(at(clock)) == []


def test_a_dropped_day_does_not_come_back_the_next_morning() -> None:
    life = Life(some_habits(evening=False))
    life.tick(at("22:00"))

    assert life.next_at == at("tue 07:00")
    assert [due.local_date for due in life.tick(at("tue 07:00"))] == [MONDAY + DAY]


def test_a_late_hour_that_the_athlete_chose_is_kept() -> None:
    late = USUAL.begins + 60

    assert [due.kind for due in judge(some_habits(minute=late), at("22:31")).dues] == [DAILY]
    assert judge(some_habits(minute=late), at("23:05")).dues == ()


def test_an_early_hour_may_be_made_up_in_the_morning() -> None:
    assert [due.kind for due in judge(some_habits(minute=5 * 60), at("06:10")).dues] == [DAILY]


def test_a_review_that_sunday_missed_comes_on_monday_morning() -> None:
    """Not in the night, and not after noon."""
    sunday = MONDAY + 6 * DAY
    habits = some_habits(prompted_on=sunday, evening=False)

    assert [due.kind for due in judge(habits, at("sun 21:00")).dues] == [REVIEW]
    assert judge(habits, at("sun 23:00")).dues == ()
    assert judge(habits, at("sun 23:00")).next_at == at("sun 07:00", day=MONDAY + DAY)
    monday = judge(habits._replace(prompted_on=sunday + DAY), at("sun 08:00", day=MONDAY + DAY))
    assert [(due.kind, due.local_date) for due in monday.dues] == [(REVIEW, sunday)]
    assert judge(habits, at("sun 12:00", day=MONDAY + DAY)).reviewed_on == sunday
    assert REVIEW not in {due.kind for due in judge(habits, at("sun 12:00", day=MONDAY + DAY)).dues}


def test_a_pause_is_silent_until_its_date() -> None:
    life = Life(some_habits(state="paused", paused_until=MONDAY + 3 * DAY))
    life.live(at("00:00"), at("fri 00:00"))

    assert life.days(DAILY) == [MONDAY + 3 * DAY]
    assert life.told[0].at == at("thu 07:00")


def test_a_pause_without_an_end_asks_for_nothing() -> None:
    assert judge(some_habits(state="paused"), at("12:00")).next_at is None


IMPOSSIBLE: list[dict[str, object]] = [
    {"zone": "Mars/Olympus"},
    {"zone": "../../etc/passwd"},
    {"zone": ""},
    {"minute": -1},
    {"minute": 1440},
]


@pytest.mark.parametrize("fields", IMPOSSIBLE)
def test_an_impossible_row_is_passed_over(fields: dict[str, object]) -> None:
    """It must not keep everybody else from their prompts."""
    assert judge(some_habits(**fields), at("12:00")).next_at is None


@pytest.mark.parametrize("fields", [{"zone": None}, {"minute": None}, {"state": "onboarding"}])
def test_who_has_not_chosen_an_hour_is_not_prompted(fields: dict[str, object]) -> None:
    verdict = judge(some_habits(**fields), at("12:00"))

    assert (verdict.dues, verdict.next_at) == ((), None)


def test_a_snooze_comes_once_at_its_moment() -> None:
    life = Life(some_habits(prompted_on=MONDAY, snoozed_until=at("12:00"), evening=False))
    life.tick(at("11:00"))

    assert life.next_at == at("12:00")
    assert [(due.kind, due.local_date) for due in life.tick(at("12:00"))] == [(SNOOZE, MONDAY)]
    assert life.tick(at("12:01")) == []


def test_flying_west_lives_no_date_twice() -> None:
    """Prompted in Sydney on Tuesday morning, the athlete lands in Los Angeles where it is Monday."""
    life = Life(some_habits(zone="Australia/Sydney", evening=False))
    tuesday = MONDAY + DAY
    life.tick(at("07:00", "Australia/Sydney"))
    life.tick(at("tue 07:00", "Australia/Sydney"))
    life.habits = life.habits._replace(zone="America/Los_Angeles")
    life.live(at("tue 12:00", "Australia/Sydney"), at("fri 00:00", "America/Los_Angeles"))

    assert life.days(DAILY) == [MONDAY, tuesday, tuesday + DAY, tuesday + 2 * DAY]


def test_flying_east_skips_no_date_that_is_still_useful() -> None:
    """On Monday evening in Los Angeles it is Tuesday afternoon in Sydney, and Tuesday has had no prompt."""
    life = Life(some_habits(zone="America/Los_Angeles", evening=False))
    life.tick(at("07:00", "America/Los_Angeles"))
    life.habits = life.habits._replace(zone="Australia/Sydney")

    assert [due.local_date for due in life.tick(at("18:00", "America/Los_Angeles"))] == [MONDAY + DAY]


def test_an_earlier_hour_chosen_before_todays_prompt_comes_at_once() -> None:
    life = Life(some_habits(minute=18 * 60))
    life.tick(at("08:00"))
    life.habits = life.habits._replace(minute=SEVEN)

    assert [due.kind for due in life.tick(at("12:00"))] == [DAILY]


def test_a_later_hour_chosen_after_todays_prompt_waits_for_tomorrow() -> None:
    life = Life(some_habits(evening=False))
    life.tick(at("07:00"))
    life.habits = life.habits._replace(minute=18 * 60)
    life.live(at("08:00"), at("tue 23:00"))

    assert [due.at for due in life.told] == [at("07:00"), at("tue 18:00")]


def test_a_later_hour_chosen_before_todays_prompt_moves_it() -> None:
    life = Life(some_habits(evening=False))
    life.tick(at("06:00"))
    life.habits = life.habits._replace(minute=18 * 60)
    life.live(at("06:30"), at("23:00"))

    assert [due.at for due in life.told] == [at("18:00")]


@pytest.mark.parametrize(
    ("due", "clock", "useful"),
    [
        (Due(DAILY, MONDAY, at("07:00")), "07:00", True),
        (Due(DAILY, MONDAY, at("07:00")), "19:00", True),
        (Due(DAILY, MONDAY, at("07:00")), "19:01", False),
        (Due(DAILY, MONDAY, at("21:20")), "21:50", True),
        (Due(DAILY, MONDAY, at("21:20")), "21:51", False),
        (Due(DAILY, MONDAY, at("23:50")), "tue 00:05", False),
        (Due(REVIEW, MONDAY, at("20:00")), "tue 06:59", False),
        (Due(REVIEW, MONDAY, at("20:00")), "tue 07:00", True),
        (Due(REVIEW, MONDAY, at("20:00")), "tue 12:00", False),
    ],
)
def test_a_prompt_is_useful_for_a_while(due: Due, clock: str, useful: bool) -> None:  # noqa: FBT001 — a case
    assert is_useful(due, BERLIN, at(clock)) is useful


def test_an_athletes_own_quiet_hours_hold_the_evening_line_and_put_the_review_off_to_their_end() -> None:
    habits = some_habits(minute=10 * 60, prompted_on=MONDAY + 6 * DAY, quiet_from=18 * 60, quiet_to=9 * 60)

    assert judge(habits, at("sun 20:00")).dues == ()
    assert judge(habits, at("sun 20:00")).next_at == at("sun 09:00", day=MONDAY + DAY)
    monday = judge(habits._replace(prompted_on=MONDAY + 7 * DAY), at("sun 09:00", day=MONDAY + DAY))
    assert [(due.kind, due.local_date) for due in monday.dues] == [(REVIEW, MONDAY + 6 * DAY)]


def test_short_quiet_hours_let_a_late_evening_line_come() -> None:
    habits = some_habits(minute=19 * 60, prompted_on=MONDAY, quiet_from=23 * 60, quiet_to=5 * 60)

    assert [due.kind for due in judge(habits, at("22:00")).dues] == [EVENING]
    assert judge(habits._replace(quiet_from=None), at("22:00")).dues == ()


def test_an_hour_chosen_inside_the_quiet_hours_is_the_athletes_own() -> None:
    habits = some_habits(quiet_from=20 * 60, quiet_to=10 * 60)

    assert [due.kind for due in judge(habits, at("07:00")).dues] == [DAILY]


@given(begins=st.integers(0, 1439), ends=st.integers(0, 1439), minute=st.integers(0, 1439))
def test_a_minute_is_quiet_exactly_between_the_beginning_and_the_end(begins: int, ends: int, minute: int) -> None:
    walked = {(begins + step) % 1440 for step in range((ends - begins) % 1440)}

    assert Quiet(begins, ends).holds(minute) is (minute in walked)


@pytest.mark.parametrize(("begins", "ends"), [(None, 420), (420, None), (-1, 420), (1440, 420)])
def test_half_a_choice_or_an_impossible_one_means_the_usual_hours(begins: int | None, ends: int | None) -> None:
    assert quiet_hours(begins, ends) == USUAL


@pytest.mark.parametrize("kind", list(PromptKind))
@pytest.mark.parametrize("clock", ["07:30", "12:00", "19:00", "20:00", "21:20"])
def test_a_prompt_is_useful_for_as_long_as_is_said_of_it(kind: PromptKind, clock: str) -> None:
    """Said when due; every minute up to the end is useful, and soon after it none is."""
    now = at(clock)
    due = Due(kind, MONDAY, now)
    end = useful_until(due, BERLIN, now)

    assert now + STEP <= end <= now + USEFUL_FOR
    assert all(is_useful(due, BERLIN, now + n * MINUTE) for n in range(int((end - now) / MINUTE) - 4))
    assert not is_useful(due, BERLIN, end + STEP)
