"""A week with three very different people, as approval snapshots to be read aloud: prompts, answers, reviews."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.cases import plans, today, weekly
from bot.turn import words_of
from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.snapshots import assert_matches_snapshot

PEOPLE: dict[str, dict[str, object]] = {
    "walker": {
        "goal": "leaner_legs", "experience": "new", "age": 41, "weight_kg": 140, "height_cm": 170,
        "weekly_distance_m": 0, "longest_run_m": 0, "available_days": ["mon", "wed", "fri", "sat"],
        "long_run_day": "sat", "max_minutes": {"weekday": 30, "weekend": 45},
    },
    "miler": {
        "goal": "10k", "units": "mi", "weekly_distance_m": 32_000, "longest_run_m": 11_000,
        "recent_race": {"distance_m": 10_000, "time_s": 3000}, "max_minutes": {"weekday": 60, "weekend": 100},
    },
    "legs": {
        "goal": "leaner_legs", "experience": "new", "weekly_distance_m": 0, "longest_run_m": 0, "weight_kg": 72,
        "available_days": ["tue", "thu", "sat"], "long_run_day": "sat", "max_minutes": {"weekday": 30, "weekend": 30},
    },
}  # fmt: skip
"""140 kg and walking first; a runner of five days who thinks in miles; three days of half an hour for leaner legs."""
SAID = {
    "walker": ["what pace?", "done, effort 3", "i feel fat today", "my left knee is 4", "left knee 4 again",
               "left knee 4", "can i walk instead?"],
    "miler": ["10k in 50 min, effort 8", "when is my long run?", "skip, too busy", "ran 3 miles in 27 min rpe 4",
              "undo", "how fast tomorrow?", "9 miles in 1:24, effort 5"],
    "legs": ["will my thighs get bigger?", "thanks", "i hate this", "skip", "did the run, 30 min, effort 5",
             "should i weigh myself?", "ran 25 min, effort 8, right shin 3/10"],
}  # fmt: skip
"""What they write on the evenings of a week, from Tuesday on."""


@pytest.mark.parametrize("name", list(PEOPLE))
def test_a_week_reads_as_a_good_coach_speaks(session: Session, name: str) -> None:
    chat = Chat.with_an_athlete(session, NOON, **PEOPLE[name])
    chat.desk.words = words_of(chat.desk.owner)
    plans.present(chat.desk)
    chat._listen()
    story = [chat.text]
    for day, said in enumerate(SAID[name], start=1):
        chat.desk.now = NOON.replace(hour=7) + dt.timedelta(days=day)
        chat.prompted()
        story += [f"== {chat.desk.today:%A} ==", chat.text or "(quiet)"]
        chat.forward(hours=11)
        chat.says(said)
        story += [f"» {said}", chat.text]
    for command, case in (("/today", today.today), ("/report", weekly.report_week), ("/week", plans.week)):
        case(chat.desk)
        chat._listen()
        story += [f"» {command}", chat.text]
    chat.prompted(PromptKind.REVIEW)
    assert_matches_snapshot(f"personas/{name}", "\n\n".join([*story, "== Review ==", chat.text]))
