"""Who asks for a log to be taken out tells nothing that was done, and says which log is meant."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.profile import DistanceUnit
from coach.reader.orders import deletion_in
from coach.reader.target import Target
from coach.reading import Activity
from coach.session import SessionKind
from coach.units import Seconds
from tests.coach.reader.cases import TODAY, reading_of
from tests.depth import examples

YESTERDAY = TODAY - dt.timedelta(days=1)
REQUESTS = (
    "delete",
    "please delete",
    "can you remove",
    "pls erase",
    "i want to get rid of",
    "oops, delete",
    "could u remove",
)


def target_of(text: str, units: str = "km") -> Target:
    """What a request points at."""
    deletion = deletion_in(text, TODAY, DistanceUnit(units))
    assert deletion is not None
    return deletion.target


@given(
    request=st.sampled_from(REQUESTS),
    figure=st.sampled_from(["10k", "4.8 mile run", "45 min walk", "31:20 run", "run of 5 km", "parkrun", "3 miles"]),
    day=st.sampled_from(["", " from yesterday", " on monday", " i did today"]),
)
@examples(60)
def test_a_request_to_delete_is_no_log_whatever_it_names(request: str, figure: str, day: str) -> None:
    text = f"{request} the {figure}{day}"
    assert reading_of(text).entries == ()
    assert target_of(text).named


@pytest.mark.parametrize(
    ("text", "activity", "metres"),
    [
        ("delete the 10k", None, 10_000),
        ("pls remove the 4.8 mile run", Activity.RUN, 7725),
        ("i logged a 5k walk, delete it", Activity.WALK, 5000),
        ("that 6k run wasn't mine, remove it please", Activity.RUN, 6000),
        ("erase the swim", Activity.SWIMMING, None),
        ("take the walk off", Activity.WALK, None),
        ("please take out the swim on monday", Activity.SWIMMING, None),
    ],
)
def test_kind_and_distance_of_the_log_that_is_meant(text: str, activity: Activity | None, metres: int | None) -> None:
    target = target_of(text)
    assert (target.activity, target.metres) == (activity, metres)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("remove yesterday's walk", YESTERDAY),
        ("delete mondays run", TODAY - dt.timedelta(days=2)),
        ("get rid of the run on 28 nov", dt.date(2026, 11, 28)),
        ("delete the 10k", None),
    ],
)
def test_day_of_the_log_that_is_meant(text: str, day: dt.date | None) -> None:
    assert target_of(text).day == day


def test_a_time_may_be_minutes_or_hours() -> None:
    assert target_of("delete the 1:20 run").seconds == {Seconds(80), Seconds(4800)}


@pytest.mark.parametrize(
    "text", ["delete my last run", "scrap the last one", "undo that last log", "bin the latest entry"]
)
def test_the_last_one_is_a_place_in_the_log(text: str) -> None:
    assert target_of(text).last


def test_a_kind_of_session_is_narrower_than_its_activity() -> None:
    assert target_of("delete the long run").kind is SessionKind.LONG_RUN


@pytest.mark.parametrize("text", ["delete my account", "please delete all my data", "erase everything", "delete me"])
def test_the_account_is_no_log(text: str) -> None:
    deletion = deletion_in(text, TODAY)
    assert deletion is not None
    assert deletion.all


@pytest.mark.parametrize(
    "text",
    ["cancel the run today", "scrap the run, too tired", "dropped the run", "take monday off", "took the day off",
     "removed my shoes and ran 5k", "ran 5k, undo button was confusing", "take it easy", "how do i delete a run",
     "dont delete my run", "binned it today", "clear day, ran 5k", "lose weight", "get out of breath on hills"],
)  # fmt: skip
def test_other_deeds_ask_for_no_deletion(text: str) -> None:
    assert deletion_in(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "can i get rid of running and do only strength", "can you delete fat from my thighs",
        "remove the pain from my knee please", "remove strength from my plan", "i want to get rid of running today",
    ],
)  # fmt: skip
def test_what_stands_in_no_log_is_not_deleted_and_logs_nothing(text: str) -> None:
    assert deletion_in(text, TODAY) is None
    assert reading_of(text).entries == ()


@pytest.mark.parametrize("text", ["get rid of the run", "remove my last walk from the log", "delete walk from monday"])
def test_what_stands_in_the_log_is(text: str) -> None:
    assert deletion_in(text, TODAY) is not None
