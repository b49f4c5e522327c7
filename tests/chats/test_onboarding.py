"""Onboarding end to end, over HTTP against the sandbox: by taps, by typing, back and forth, through a restart."""

import pytest

from tests.chats.driver import Person, Sandbox
from tests.chats.running import House

SUGGESTED = (
    "Leaner, stronger legs",
    "I don’t run yet",
    "30–39",
    "34",
    "Mon Wed Sat · suggested",
    "Saturday · suggested",
    "30 min, weekends 60 · suggested",
    "None of these",
    "London",
    "07:00 · suggested",
)
"""A tap for each question, and a second one for the year of age; a label may be told by its beginning or end."""
TYPED = (
    "10k",
    "i've never run",
    "34",
    "mon wed sat",
    "saturday",
    "30 weekdays 90 weekend",
    "none",
    "Lisbon",
    "half past six",
)


async def meets(person: Person) -> None:
    await person.says("/start")
    await person.hears("What would you like to train for?")


async def taps_on(person: Person, label: str) -> None:
    """Tap the button that begins or ends so on the newest card."""
    card = [message for message in await person.messages() if message.buttons][-1]
    written = [button for row in card.buttons for button in row]
    plain = {button.replace("\u202f", " "): button for button in written}
    found = [button for button in plain if button.startswith(label) or button.endswith(label)]
    assert found, f"no button {label} among {written}"
    await person.taps(plain[found[0]], on=card)


async def taps_through(person: Person, *labels: str) -> None:
    """Tap, and wait for what the tap brought."""
    for label in labels:
        await taps_on(person, label)
        await person.hears()


async def test_who_takes_every_suggestion_has_a_plan_after_nine_questions(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, *SUGGESTED[:-1])
    await taps_on(ana, SUGGESTED[-1])
    hour = await ana.hears("My first message comes on Wed 2 Dec at 07:00")
    assert "London" in hour.text
    plan = await ana.hears("Week 1")
    assert "Today" in plan.buttons[0]
    weight = await ana.hears("May I ask your weight?")
    assert weight.buttons[-1] == ("Skip",)
    assert "Question 9 of 9" in ana.transcript()
    assert "Question 10" not in ana.transcript()


async def test_the_questions_stay_one_card_for_who_taps(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, *SUGGESTED[:5])
    assert len([message for message in await ana.messages() if message.buttons]) == 1


async def test_everything_can_be_typed(ana: Person) -> None:
    await meets(ana)
    for answer in TYPED[:-1]:
        await ana.says(answer)
        await ana.hears("Question")
    await ana.says(TYPED[-1])
    hour = await ana.hears("That’s all I need")
    assert "06:30" in hour.text
    assert "Lisbon" in hour.text
    await ana.hears("Week 1")


async def test_going_back_changes_an_answer_and_keeps_the_others(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, "10 km", "I don’t run yet", "‹ Back", "‹ Back")
    await ana.says("marathon")
    assert "✓ Goal: Marathon" in (await ana.hears("How old")).text
    await ana.says("back")
    assert "Question 2" in (await ana.hears("How much do you run")).text
    await ana.says("now and then")
    await ana.hears("How old")


async def test_a_question_is_still_open_after_a_restart(ana: Person, house: House) -> None:
    await meets(ana)
    await taps_through(ana, "5 km")
    await ana.says("sometimes")
    await ana.hears("How old")
    await house.restart()
    await taps_on(ana, "40–49")
    await ana.hears("how many years exactly?")
    await house.restart()
    await ana.says("45")
    assert "✓ Age: 45" in (await ana.hears("On which days")).text


async def test_any_command_works_in_the_middle_and_the_question_stays_open(ana: Person) -> None:
    await meets(ana)
    await ana.says("/help")
    await ana.hears("What you can do here")
    await ana.says("half marathon")
    await ana.hears("✓ Goal: Half marathon")


async def test_a_command_about_the_plan_leads_back_to_the_question(ana: Person) -> None:
    await meets(ana)
    await ana.says("/week")
    await ana.hears("your plan needs a few more answers")
    await ana.says("half marathon")
    await ana.hears("✓ Goal: Half marathon")


async def test_cancel_stops_and_start_goes_on_where_it_stopped(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, "10 km")
    await ana.says("/cancel")
    await ana.hears("Everything you told me is saved")
    await ana.says("/start")
    await ana.hears("Good to see you")
    assert "Question 2" in (await ana.hears("How much do you run")).text


async def test_a_child_gets_a_kind_no_and_no_plan(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, "10 km", "I don’t run yet")
    await ana.says("I'm 15")
    refusal = await ana.hears("I only coach people from 16 on")
    assert "glad to see you" in refusal.text
    await ana.says("/start")
    await ana.hears("How old are you?")


async def test_a_health_flag_leads_to_walking_only(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, *SUGGESTED[:7], "Heart condition", "Done", "Not yet")
    assert "Then we start with walking" in ana.transcript()
    await taps_through(ana, SUGGESTED[8])
    await taps_on(ana, SUGGESTED[9])
    plan = await ana.hears("Week 1")
    assert "walk" in plan.text.lower()
    assert "Run/walk" not in plan.text
    assert "run ·" not in plan.text


async def test_a_shared_place_answers_the_time_zone(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, *SUGGESTED[:8])
    await ana.sends(location={"latitude": 27.7, "longitude": 85.3})
    assert "Kathmandu" in (await ana.hears("When shall I write")).text


async def test_an_impossible_number_is_asked_again_with_the_range(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, "10 km", "I don’t run yet")
    await ana.says("300")
    assert "How old" in (await ana.hears("up to 110")).text
    await ana.says("34")
    await ana.hears("✓ Age: 34")


async def test_an_amount_that_answers_nothing_asked_is_no_run(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, *SUGGESTED[:3])
    await ana.says("6 km")
    heard = await ana.hears("Please tap your age")
    assert "will log it" not in heard.text
    await taps_through(ana, *SUGGESTED[3:9])
    await taps_on(ana, SUGGESTED[9])
    await ana.hears("Week 1")
    await ana.says("how far did I run in total?")
    await ana.hears("nothing in your log")


async def test_a_run_told_in_the_middle_is_logged_once_the_plan_stands(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, *SUGGESTED[:3])
    await ana.says("5k in 31:20")
    await ana.hears("will log it as soon as your plan stands")
    await taps_through(ana, *SUGGESTED[3:9])
    await taps_on(ana, SUGGESTED[9])
    await ana.hears("Week 1")
    await ana.hears("31:20")


async def test_a_name_with_html_shows_as_it_is(sandbox_person: Person) -> None:
    await sandbox_person.says("/start")
    assert "Hi <b>Bo & Co</b>!" in (await sandbox_person.hears("Legwork")).text


async def test_deleting_asks_first_and_then_forgets_everything(ana: Person) -> None:
    await meets(ana)
    await taps_through(ana, "10 km")
    await ana.says("/delete")
    await ana.hears("Erase everything?")
    await ana.says("yes, delete everything")
    await ana.hears("Everything about you is erased")
    await meets(ana)
    assert "Hi Ana!" in ana.transcript().rpartition("erased")[2]


async def test_a_setting_changes_in_place_and_the_plan_follows(ana: Person) -> None:
    await has_a_plan(ana)
    await ana.says("/settings")
    await ana.hears("Your settings")
    await taps_on(ana, "Training days")
    await ana.hears("On which days could you train?")
    await taps_on(ana, "Tue Thu Sat Sun")
    listed = await ana.hears("✓ Training days: Tue Thu Sat Sun")
    assert "Your settings" in listed.text
    assert "Tue" in (await ana.hears("Week 1")).text


async def test_a_setting_is_still_open_after_a_restart(ana: Person, house: House) -> None:
    await has_a_plan(ana)
    await ana.says("/settings")
    await ana.hears("Your settings")
    await taps_on(ana, "Daily message")
    await ana.hears("When shall I write")
    await house.restart()
    await ana.says("quarter past six in the evening")
    await ana.hears("✓ Daily message: 18:15")


async def test_a_tap_on_erase_forgets_everything(ana: Person) -> None:
    await has_a_plan(ana)
    await ana.says("/delete")
    card = await ana.hears("Erase everything?")
    await ana.taps("Yes, erase everything", on=card)
    await ana.hears("Everything about you is erased")
    await ana.says("/today")
    await ana.hears("/start")


async def has_a_plan(person: Person) -> None:
    """Through every question, to the first one asked in context."""
    await meets(person)
    await taps_through(person, *SUGGESTED)
    await person.hears("May I ask your weight?")


@pytest.fixture
async def sandbox_person(sandbox: Sandbox) -> Person:
    """Somebody whose name looks like a page."""
    return await sandbox.person("<b>Bo & Co</b>")


async def test_what_is_told_in_the_first_answer_is_said_back_and_not_asked_again(ana: Person) -> None:
    await meets(ana)
    await ana.says("hi, i'm anna, 46, want to lose some weight, tue thu sun work for me")
    card = await ana.hears("Question 2 of 9")
    assert "Training days: Tue Thu Sun" in card.text
    await ana.says("havent run since school, thats 30 yrs ago lol")
    await ana.hears("Question 5 of 9")
    for answer in ("yeah sunday is best", "half an hour in the week, an hour on sunday", "no, all good", "London"):
        await ana.says(answer)
        await ana.hears("Question")
    await ana.says("when i wake up, about half 7")
    await ana.hears("My first message comes")
    assert "How old are you?" not in ana.transcript()


async def test_who_writes_before_start_is_taken_at_their_word(ana: Person) -> None:
    await ana.says("hi, i'm 52, never ran a step and would like leaner legs, tue thu sun work for me")
    await ana.hears("I’m Legwork, a running coach")
    card = await ana.hears("Which day has the most time?")
    for told in ("Goal: Leaner, stronger legs", "Age: 52", "Training days: Tue Thu Sun"):
        assert told in card.text
