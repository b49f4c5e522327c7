"""Strava's list of activities: what has no file is taken from its line, and a bad line is named."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.listing import MOST_ROWS, NAME, Listed, read_listing
from coach.activity import Summary
from coach.reading import Activity
from tests.activities.outings import NOW
from tests.depth import examples

HEAD = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename"
LONG_HEAD = f"{HEAD},Elapsed Time,Moving Time,Distance,Elevation Gain,Average Heart Rate"
EVENING = '"Nov 20, 2026, 6:05:00 PM"'


def listed(*rows: str, head: str = HEAD, present: tuple[str, ...] = ()) -> list[Listed]:
    return list(read_listing([f"{row}\n" for row in (head, *rows)], present, NOW))


def only(*rows: str, head: str = HEAD) -> Summary:
    """The sums of the one line."""
    (one,) = listed(*rows, head=head)
    assert one.outcome.summary is not None, one
    return one.outcome.summary


def reason_of(row: str) -> str | None:
    (one,) = listed(row)
    return one.outcome.reason


def test_a_line_without_a_file_is_an_activity() -> None:
    summary = only(f'7,{EVENING},"Run, typed in",Run,1800,5.02,')
    assert (summary.activity, summary.guessed) == (Activity.RUN, False)
    assert (summary.distance_m, summary.moving_s, summary.elapsed_s) == (5020, 1800, 1800)
    assert summary.started == dt.datetime(2026, 11, 20, 18, 5, tzinfo=dt.UTC)


def test_the_later_columns_are_exact_and_win() -> None:
    summary = only(f"7,{EVENING},Run,Run,2000,5.02,,2000.0,1790.5,5017.0,42.0,151.4", head=LONG_HEAD)
    assert (summary.distance_m, summary.moving_s, summary.elapsed_s) == (5017, 1790, 2000)
    assert (summary.ascent_m, summary.avg_hr) == (42, 151)


def test_figures_with_thousands_are_read() -> None:
    assert (
        only(f'7,{EVENING},Ride,Ride,"10,800","1,080.0",', head=HEAD.replace("Distance", "Elevation")).moving_s
        == 10_800
    )


@pytest.mark.parametrize(
    ("kind", "activity"),
    [
        ("Run", Activity.RUN), ("Walk", Activity.WALK), ("Hike", Activity.WALK), ("Ride", Activity.CYCLING),
        ("Virtual Ride", Activity.CYCLING), ("Swim", Activity.SWIMMING), ("Weight Training", Activity.STRENGTH),
        ("Yoga", Activity.OTHER), ("Workout", Activity.OTHER), ("Rowing", Activity.OTHER),
    ],
)  # fmt: skip
def test_strava_s_types_are_our_activities(kind: str, activity: Activity) -> None:
    assert only(f"7,{EVENING},x,{kind},2400,,").activity is activity


@pytest.mark.parametrize(
    "date",
    ['"Nov 20, 2026, 6:05:00 PM"', "2026-11-20 18:05:00", '"20 Nov 2026, 18:05:00"', '"Nov 20, 2026, 18:05:00"',
     '"Nov 20, 2026, 6:05:00\u202fPM"'],
)  # fmt: skip
def test_dates_are_read_as_strava_has_written_them(date: str) -> None:
    assert only(f"7,{date},x,Run,1800,5,").started == dt.datetime(2026, 11, 20, 18, 5, tzinfo=dt.UTC)


def test_a_line_whose_file_is_there_is_left_to_the_file() -> None:
    rows = (f"1,{EVENING},a,Run,1800,5,activities/1.fit.gz", f"2,{EVENING},b,Run,1800,5,activities/2.gpx")
    assert [one.name for one in listed(*rows, present=("1.fit.gz",))] == [f"{NAME}/3 b"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,soon,x,Run,1800,5,", "no_times"),
        ('1,"Nov 20, 2036, 6:05:00 PM",x,Run,1800,5,', "future"),
        (f"1,{EVENING},x,Run,300,5,", "too_fast"),
        (f"1,{EVENING},x,Run,9000,900,", "too_far"),
        (f"1,{EVENING},x,Run,12,0.05,", "too_short"),
    ],
)
def test_a_line_that_cannot_be_true_says_why(row: str, reason: str) -> None:
    assert reason_of(row) == reason


@pytest.mark.parametrize("head", ["", "Datum,Name,Art", "Activity Date,Activity Type"])
def test_other_columns_are_one_line_that_says_so(head: str) -> None:
    (one,) = listed(f"1,{EVENING},x,Run,1800,5,", head=head)
    assert (one.name, one.outcome.reason) == (NAME, "unknown_list")


def test_the_same_line_has_the_same_digest_and_another_one_not() -> None:
    rows = [f"{number},{EVENING},x,Run,1800,5," for number in (1, 2)]
    first, second = listed(*rows)
    (again,) = listed(rows[0])
    assert first.outcome.digest == again.outcome.digest != second.outcome.digest


def test_a_short_line_and_an_empty_one_harm_nothing() -> None:
    assert [one.outcome.reason for one in listed("1", f"2,{EVENING},x,Run,1800,5,")] == ["empty", None]


def test_a_list_without_end_is_read_up_to_a_limit() -> None:
    rows = (f"{number},soon,x,Run,0,0,\n" for number in range(MOST_ROWS + 500))
    assert sum(1 for _ in read_listing((f"{HEAD}\n", *rows), (), NOW)) == MOST_ROWS - 1


@given(text=st.text(max_size=400))
@examples(80)
def test_no_list_is_read_with_an_error(text: str) -> None:
    for one in read_listing(f"{HEAD}\n{text}".splitlines(keepends=True), (), NOW):
        assert (one.outcome.summary is None) != (one.outcome.reason is None)


@given(minutes=st.integers(5, 300), pace=st.integers(200, 700))
@examples(60)
def test_what_a_line_says_is_what_is_logged(minutes: int, pace: int) -> None:
    metres = round(minutes * 60_000 / pace)
    row = f"7,{EVENING},x,Run,{minutes * 60},0,,{minutes * 60}.0,{minutes * 60}.0,{metres}.0,,"
    if metres <= 120_000:
        summary = only(row, head=LONG_HEAD)
        assert (summary.distance_m, summary.moving_s) == (metres, minutes * 60)
