"""Three weeks with two people whose lives get in the way, as approval snapshots to be read aloud."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.cases import plans
from bot.turn import words_of
from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.snapshots import assert_matches_snapshot

PEOPLE: dict[str, dict[str, object]] = {
    "shifts": {
        "goal": "general_fitness", "experience": "new", "age": 52, "weight_kg": 78, "height_cm": 165,
        "weekly_distance_m": 0, "longest_run_m": 0, "available_days": ["mon", "wed", "sat"], "long_run_day": "sat",
        "max_minutes": {"weekday": 30, "weekend": 45},
        "health": {"flags": ["bone_joint_problem"], "cleared": True},
    },
    "traveller": {
        "goal": "10k", "experience": "regular", "age": 24, "units": "mi", "weekly_distance_m": 24_000,
        "longest_run_m": 9000, "race_date": "2027-01-17", "max_minutes": {"weekday": 60, "weekend": 90},
        "equipment": ["bodyweight", "gym"],
    },
}  # fmt: skip
"""A beginner of 52 with a bad knee and shifts; an impatient runner of 24 with a 10K in seven weeks, often away."""
SAID = {
    "shifts": [
        "early shift this week, can i train in the evening?", "did the walk, felt good, effort 3",
        "knee is a bit tight today", "", "next week i work late, only tue thu sun", "no", "am i too old for this?",
        "30 min run/walk, effort 6, knee 3/10", "knee 2", "night shift, skip today", "is swimming ok for my knee?",
        "fridays work now too", "yes", "i have a cold, can i walk tomorrow?", "", "im well again",
        "prompt me at 18:30 instead", "", "can i do 15 more minutes today?", "sooo tierd", "thanks coach",
    ],
    "traveller": [
        "is 7 weeks enough for a sub 50 10k?", "ran 8k in 42 min, rpe 7", "why so slow? i can run faster",
        "i'm in berlin from friday to tuesday, no time", "yes please", "hotel gym: 30 min treadmill, 3 miles, effort 5",
        "", "", "back home. ran 5 miles in 45 min, effort 6", "no gym this week", "race was moved to january 24",
        "yes please", "skip, flight was delayed", "gym again", "i have 15 more minutes now", "yes",
        "mondays don't work anymore", "no", "my race is a half marathon", "leave it", "race is cancelled",
    ],
}  # fmt: skip
"""What they write on the evenings of three weeks, from the first day on; nothing on some."""


@pytest.mark.parametrize("name", list(PEOPLE))
def test_three_weeks_read_as_a_good_coach_listens(session: Session, name: str) -> None:
    chat = Chat.with_an_athlete(session, NOON, **PEOPLE[name])
    chat.desk.words = words_of(chat.desk.owner)
    story: list[str] = []
    for day, said in enumerate(SAID[name]):
        chat.desk.now = NOON.replace(hour=7) + dt.timedelta(days=day)
        chat.prompted()
        story += [f"== {chat.desk.today:%A %-d %B} ==", _short(chat.text)]
        chat.forward(hours=11)
        if said:
            chat.says(said)
            story += [f"» {said}", chat.text]
    plans.week(chat.desk)
    chat._listen()
    story += ["» /week", chat.text]
    chat.forward(hours=2)
    chat.prompted(PromptKind.REVIEW)
    assert_matches_snapshot(f"lives/{name}", "\n\n".join([*story, "== Review ==", chat.text]))


def _short(text: str) -> str:
    """What came unasked, without the steps of a session: the answers are what is read here."""
    lines = [line for line in text.splitlines() if line and not line.startswith("•")]
    return "\n".join(lines[:4]) or "(quiet)"
