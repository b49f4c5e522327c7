"""The coach's manners end to end, over HTTP: a walker with a doctor to ask, from the first words to the first run."""

from datetime import UTC, datetime

from tests.chats.driver import Person, Sandbox
from tests.snapshots import assert_matches_snapshot

ANSWERS = (
    ("leaner legs", "How much do you run"),
    ("i've never run", "How old"),
    ("41", "On which days"),
    ("mon wed fri sat", "most time"),
    ("saturday", "How many minutes"),
    ("30 weekdays 45 weekend", "does any of this apply"),
    ("high blood pressure", "I’ve ticked what I understood"),
    ("done", "Has a doctor said"),
    ("not yet", "What does your clock say"),
    ("London", "When shall I write"),
    ("7:00", "That’s all I need"),
)
"""What is typed, and a part of what comes next."""


async def test_a_walker_is_met_as_a_person_and_runs_when_a_doctor_agrees(sandbox: Sandbox, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("What would you like to train for?")
    for answer, following in ANSWERS:
        await ana.says(answer)
        await ana.hears(following)
    await ana.hears("with walks, which are real training")
    await ana.hears("May I ask your weight?")
    await ana.says("skip")
    await ana.hears("No problem")
    await sandbox.clock_to(datetime(2026, 12, 2, 7, tzinfo=UTC))
    await ana.hears("Today:")
    for said, answer in (
        ("thanks", "You’re welcome"),
        ("i feel fat and ugly", "how you look is no measure"),
        ("how fast should i go?", "easy enough to chat"),
        ("done, effort 2", "Walk"),
        ("/pain", "Where does it hurt?"),
        ("/cancel", "we leave it at that"),
        ("doctor says running is fine", "Has a doctor said that training is fine for you?"),
        ("yes", "Run/walk"),
    ):
        await ana.says(said)
        await ana.hears(answer)
    assert_matches_snapshot("chats/a_walkers_first_days", ana.transcript())
