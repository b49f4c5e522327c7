"""A run that is the fastest of its distance, or the longest, hears so on its card, and only where that is known."""

from sqlmodel import Session

from coach.activity import Summary
from coach.activity.summary import BestEffort
from coach.documents import summary_to_json
from coach.reading import Activity
from coach.units import Metres, Seconds
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

FASTEST, LONGEST = "your fastest 5 km", "it was the longest"


def test_the_fastest_run_of_a_distance_hears_so(chat: Chat) -> None:
    chat.says("ran 5k in 33:00, effort 4")
    assert FASTEST not in chat.text
    chat.forward(days=2)
    chat.says("ran 5.1k in 33:10, effort 4")
    assert FASTEST in chat.text


def test_a_slower_run_does_not(chat: Chat) -> None:
    chat.says("ran 5k in 33:00, effort 4")
    chat.forward(days=2)
    chat.says("ran 5k in 33:30, effort 4")
    assert FASTEST not in chat.text


def test_it_is_said_again_when_the_effort_is_tapped(chat: Chat) -> None:
    chat.says("ran 5k in 33:00, effort 4")
    chat.forward(days=2)
    chat.says("ran 5k in 32:00")
    chat.taps("4")
    assert FASTEST in chat.text


def test_a_race_told_at_the_start_counts(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, recent_race={"distance_m": 5000, "time_s": 1900})
    chat.says("ran 5k in 33:00, effort 4")
    assert FASTEST not in chat.text


def test_a_run_told_late_is_held_against_all_that_is_known(chat: Chat) -> None:
    """What was run since counts as well: nobody hears of a best that was beaten."""
    chat.says("ran 5k in 34:00 on friday, effort 4")
    chat.says("ran 5k in 32:00, effort 4")
    chat.says("ran 5k in 33:00 yesterday, effort 4")
    assert FASTEST not in chat.text


def test_figures_that_only_the_plan_says_are_no_best(chat: Chat) -> None:
    chat.says("ran 5k in 45:00, effort 4")
    chat.to_a_lone_run()
    chat.says("done, effort 3")
    assert FASTEST not in chat.text


def test_a_faster_stretch_of_a_longer_run_is_known(chat: Chat) -> None:
    chat.says("ran 5k in 33:00, effort 4")
    chat.forward(days=2)
    chat.says("ran 10k in 62:00, effort 5")
    run = Summary(
        started=chat.desk.now, activity=Activity.RUN, guessed=False, distance_m=Metres(10_000), moving_s=Seconds(3720),
        elapsed_s=Seconds(3720), best=(BestEffort(Metres(5000), Seconds(1700)),),
    )  # fmt: skip
    chat.logs[-1].track = summary_to_json(run)
    chat.forward(days=2)
    chat.says("ran 5k in 31:00, effort 6")
    assert FASTEST not in chat.text


def test_nobody_is_cheered_beside_a_pain(chat: Chat) -> None:
    chat.says("ran 5k in 33:00, effort 4")
    chat.forward(days=2)
    chat.says("ran 5k in 31:00, effort 4, knee 5/10")
    assert FASTEST not in chat.text


def test_the_longest_run_hears_so_whatever_else_is_said(chat: Chat) -> None:
    for day in range(3):
        chat.says(f"ran {3 + day / 10:.1f} km in 25 min, effort 3")
        chat.forward(days=2)
    chat.says("ran 9.4 km in 78:00, effort 9")
    assert LONGEST in chat.text


def test_the_longest_is_said_once(chat: Chat) -> None:
    for day in range(3):
        chat.says(f"ran {3 + day / 10:.1f} km in 25 min, effort 3")
        chat.forward(days=2)
    chat.says("ran 9.4 km in 78:00, effort 4")
    assert chat.text.count("longest") == 1


def test_the_fastest_on_an_easy_day_is_not_called_steady_and_easy(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, longest_run_m=6_000)
    chat.forward(days=1)
    chat.says("5k in 31:00")
    chat.forward(days=2)  # an easy run
    chat.says("5k in 30:10")
    assert FASTEST in chat.text
    assert "let the next easy run be slow again" in chat.text
    assert "Steady and easy" not in chat.text
