"""When the coach writes unasked, over days of a chat: in the evening once, at no quiet hour, never while paused."""

from datetime import UTC, datetime

from tests.chats.driver import HeardNothing, Person
from tests.chats.onboarded import a_runner
from tests.chats.resting import comes_to_rest
from tests.chats.running import House


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in the athlete's first weeks, on London's clock; day 1 is Tuesday, 1 December."""
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC)


async def silence(house: House, person: Person) -> None:
    """Nothing is said."""
    assert await the_rest(house, person) == []


async def change(person: Person, setting: str, answer: str) -> None:
    """Change a setting by its button and a typed answer."""
    await person.says("/settings")
    await person.hears("settings")
    await person.taps(setting)
    await person.hears()
    await person.says(answer)
    await person.hears("✓")


async def the_rest(house: House, person: Person) -> list[str]:
    """Everything that is said now."""
    await comes_to_rest(house)
    said = []
    while True:
        try:
            said.append((await person.hears(within=0)).text)
        except HeardNothing:
            return said


async def test_the_evening_line_comes_once_and_can_be_switched_off(house: House, ana: Person) -> None:
    await a_runner(ana)
    await ana.sandbox.clock_to(at(1, 7, 1))
    await ana.hears("Today")
    await the_rest(house, ana)
    await ana.sandbox.clock_to(at(1, 19, 1))
    evening = await the_rest(house, ana)
    assert len(evening) == 1
    await ana.sandbox.clock_to(at(1, 21))
    await silence(house, ana)
    await change(ana, "Evening line", "no")
    await the_rest(house, ana)
    await ana.sandbox.clock_to(at(3, 7, 1))
    await ana.hears("Today")
    await the_rest(house, ana)
    await ana.sandbox.clock_to(at(3, 20))
    await silence(house, ana)


async def later(house: House, person: Person) -> str:
    """Put today's session off by a tap; what the coach says."""
    await person.taps("Move")
    await person.hears()
    await person.taps("Later today")
    return (await the_rest(house, person))[-1]


async def test_what_is_put_off_twice_comes_back_twice(house: House, ana: Person) -> None:
    """Every time it is promised; a date has one row for it, and the second promise takes the place of the first."""
    await a_runner(ana)
    await ana.sandbox.clock_to(at(1, 7, 1))
    await ana.hears("Today")
    await the_rest(house, ana)
    for promised, minute in (("09:0", 10), ("11:1", 30)):
        assert promised in await later(house, ana)
        await ana.sandbox.clock_to(at(1, int(promised[:2]), minute))
        (again,) = await the_rest(house, ana)
        assert "Today" in again


async def test_nothing_is_put_off_until_after_midnight(house: House, ana: Person) -> None:
    await a_runner(ana)
    await ana.sandbox.clock_to(at(1, 7, 1))
    await ana.hears("Today")
    await the_rest(house, ana)
    await ana.sandbox.clock_to(at(1, 22, 30))
    await the_rest(house, ana)
    await ana.says("later")
    assert await ana.hears("won’t ask again today")
    await ana.sandbox.clock_to(at(2, 0, 45))
    await silence(house, ana)


async def test_quiet_hours_of_ones_own_are_kept_and_questions_answered_all_the_same(house: House, ana: Person) -> None:
    await a_runner(ana)
    await change(ana, "Quiet hours", "18:00 to 9:00")
    await the_rest(house, ana)
    await ana.sandbox.clock_to(at(1, 7, 1))
    assert await ana.hears("Today"), "the hour of the daily session is the athlete's own"
    await the_rest(house, ana)
    await ana.sandbox.clock_to(at(1, 19, 30))
    await silence(house, ana)
    await ana.says("/today")
    assert await ana.hears()


async def test_a_pause_until_a_day_in_words_ends_with_one_line(house: House, ana: Person) -> None:
    await a_runner(ana)
    await the_rest(house, ana)
    await ana.says("/pause until thursday")
    await ana.hears("Paused until Thu 3 Dec")
    await ana.sandbox.clock_to(at(1, 7, 1))
    await ana.sandbox.clock_to(at(2, 20))
    await silence(house, ana)
    await ana.sandbox.clock_to(at(3, 7, 1))
    said = await the_rest(house, ana)
    assert sum("Your pause is over" in text for text in said) == 1
    await ana.sandbox.clock_to(at(5, 7, 1))
    assert not any("Your pause is over" in text for text in await the_rest(house, ana))


async def test_after_three_silent_days_the_coach_asks_once(house: House, ana: Person) -> None:
    await a_runner(ana)
    said: list[str] = []
    for day in range(1, 15):
        await ana.sandbox.clock_to(at(day, 7, 1))
        said += await the_rest(house, ana)
    assert sum("You have been quiet" in text for text in said) == 1
    await ana.taps("Yes, only runs")
    assert "only on days with a run" in (await ana.hears("All right")).text


async def test_after_a_fever_the_coach_asks_and_waits_for_the_answer(house: House, ana: Person) -> None:
    await a_runner(ana)
    await ana.says("i have a fever")
    await the_rest(house, ana)
    asked = []
    for day in range(1, 13):
        await ana.sandbox.clock_to(at(day, 7, 1))
        said = await the_rest(house, ana)
        assert not any(text.startswith("Today") for text in said), said
        asked += [day for text in said if "How are you today?" in text]
    assert asked == [3, 6, 9]
    await ana.taps("I’m well again")
    assert await ana.hears()


async def test_later_today_brings_the_session_back_once(house: House, ana: Person) -> None:
    await a_runner(ana)
    await ana.sandbox.clock_to(at(1, 7, 1))
    await ana.hears("Today")
    await the_rest(house, ana)
    await ana.taps("Move")
    await ana.hears()
    await ana.taps("Later today")
    await ana.hears("09:01")
    await ana.sandbox.clock_to(at(1, 9, 0))
    await silence(house, ana)
    await ana.sandbox.clock_to(at(1, 9, 2))
    again = await the_rest(house, ana)
    assert len(again) == 1
    assert "Today" in again[0]
    await house.restart()
    await ana.sandbox.clock_to(at(1, 11, 30))
    await silence(house, ana)
