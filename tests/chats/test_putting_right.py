"""What was told is told late, twice or wrongly, or is not to be: each way over HTTP, with its way back."""

from datetime import UTC, datetime

from sqlmodel import Session, col, select

from storage.tables import Log
from tests.activities.outings import an_outing
from tests.activities.writing import as_fit
from tests.chats.driver import Person, Sandbox
from tests.chats.onboarded import a_runner
from tests.chats.running import House, asked
from tests.chats.test_files import picture_and_card

CHANGED = "Your plan has changed"
FAR = "ran 25k in 2:30:00, effort 9"


def logs(house: House) -> list[tuple[int, str | None, int | None]]:
    """The day, kind and metres of every log that stands."""

    def found(session: Session) -> list[tuple[int, str | None, int | None]]:
        rows = session.exec(select(Log).where(col(Log.deleted_at).is_(None)).order_by(col(Log.id)))
        return [(log.date.day, log.kind, log.distance_m) for log in rows]

    return asked(house, found)


async def test_a_run_told_wrongly_and_one_told_late_are_put_right_and_taken_back(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    await a_runner(ana)
    await ana.says(FAR)
    await ana.hears(CHANGED)
    await ana.says("sorry, 5k in 30:00, effort 4")
    await ana.hears("5 km")
    receipt = await ana.hears(CHANGED)
    assert "put right" in receipt.text
    await ana.taps("Undo", on=receipt)
    await ana.hears("25 km")
    await ana.hears(CHANGED)
    await ana.says("delete that")
    await ana.hears("Deleted")
    await ana.hears(CHANGED)
    assert logs(house) == []
    await sandbox.clock_to(datetime(2026, 12, 3, 7, tzinfo=UTC))
    await ana.hears("Today:")
    await ana.says(f"tuesday: {FAR}")
    await ana.hears("Tue 1 Dec")
    receipt = await ana.hears(CHANGED)
    assert "Thu 3 Dec" in receipt.text
    assert [(day, metres) for day, _, metres in logs(house)] == [(1, 25_000)]
    await ana.taps("Undo", on=receipt)
    await ana.hears("Deleted")
    assert "Thu 3 Dec" in (await ana.hears(CHANGED)).text
    assert logs(house) == []


async def test_the_same_run_told_twice_is_one_after_a_restart_and_its_message_can_be_edited(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    """The question waits in the database: whoever answers it a restart later loses nothing."""
    await a_runner(ana)
    await sandbox.clock_to(datetime(2026, 12, 1, 12, tzinfo=UTC))
    await ana.says("ran 5k, effort 6")
    await ana.hears("effort 6")
    second = await ana.says("5.2k in 31 min this morning")
    question = await ana.hears("Is this the run I already have?")
    assert len(logs(house)) == 2
    await house.stop()
    await ana.taps("Same run", on=question)
    await house.start()
    await ana.hears("so it counts once")
    assert "effort 6" in (await ana.hears("5.2 km")).text
    assert [metres for _, _, metres in logs(house)] == [5200]
    await ana.edits(second, "5.3k in 32 min this morning")
    assert "effort 6" in (await ana.hears("5.3 km")).text
    assert [metres for _, _, metres in logs(house)] == [5300]
    await ana.says("ran another 2k in 12 min, effort 3")
    await ana.hears("2 km")
    assert [metres for _, _, metres in logs(house)] == [5300, 2000]


async def test_what_is_not_to_be_is_asked_about_left_out_and_brought_back(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    await a_runner(ana)
    await sandbox.clock_to(datetime(2026, 12, 1, 7, tzinfo=UTC))
    await ana.hears("Today:")
    await ana.says("can i cancel thursday's run?")
    answer = await ana.hears("would be left out")
    assert logs(house) == []
    await ana.taps("Leave it out", on=answer)
    await ana.hears("skipped")
    assert [day for day, _, _ in logs(house)] == [3]
    await ana.says("undo")
    await ana.hears("Deleted")
    assert logs(house) == []
    await ana.says("skip thursday")
    await ana.hears("skipped")
    await ana.says("could i move sunday's run to saturday?")
    answer = await ana.hears("from Sun 6 Dec to Sat 5 Dec")
    await ana.taps("Move it", on=answer)
    await ana.hears("Moved to Sat 5 Dec")
    await ana.says("undo")
    await ana.hears("Back where it was")


async def test_a_wish_for_today_or_for_good_is_offered_done_and_taken_back(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    await a_runner(ana)
    await sandbox.clock_to(datetime(2026, 12, 1, 6, tzinfo=UTC))
    await ana.says("i can only do 20 mins")
    await ana.hears("20 min:")
    await ana.taps("20 min every day from now on")
    await ana.hears("Shall I change it?")
    await ana.says("no")
    await ana.hears("stays as it is")
    await ana.says("i can only run tue thu sun from now on")
    await ana.hears("Shall I change it?")
    await ana.says("yes")
    await ana.hears("Tue Thu Sun")
    await ana.says("undo")
    await ana.hears("as it was before")
    assert logs(house) == []


async def test_edits_of_messages_that_are_not_alone_in_their_log_write_just_what_they_change(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    """The first of two merged messages, and the words that a file completed; a day later still."""
    await a_runner(ana)
    await sandbox.clock_to(datetime(2026, 12, 1, 12, tzinfo=UTC))
    first = await ana.says("ran 5k, effort 6")
    await ana.hears("effort 6")
    await ana.says("5.2k in 31 min this morning")
    question = await ana.hears("Is this the run I already have?")
    await ana.taps("Same run", on=question)
    await ana.hears("5.2 km")
    await sandbox.clock_to(datetime(2026, 12, 2, 12, tzinfo=UTC))
    await ana.edits(first, "ran 5k, effort 7")
    assert "5.2 km" in (await ana.hears("effort 7")).text.replace("\u202f", " ")
    assert logs(house) == [(1, "hill_run", 5200)]
    words = await ana.says("ran 5k this morning in 30 min, effort 7")
    await ana.hears("effort 7")
    run = an_outing(1800, 2.8, started=datetime(2026, 12, 2, 6, tzinfo=UTC))
    await ana.sends_file("run.fit", as_fit(run))
    await picture_and_card(ana)
    await ana.edits(words, "ran 5k this morning in 30 min, effort 4")
    card = (await ana.hears("effort 4")).text
    assert "heart rate 150" in card
    assert "Each km" in card
    await ana.edits(words, "what a morning")
    await ana.hears("What else I know")
    assert "heart rate 150" in (await ana.hears("heart rate")).text
    assert [day for day, _, _ in logs(house)] == [1, 2]


async def test_what_is_meant_is_understood_and_what_cannot_be_this_athletes_is_asked(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    """The walk that is known, a weight to delete, a time of the best, and a log that goes, comes back and goes."""
    await a_runner(ana)
    await sandbox.clock_to(datetime(2026, 12, 1, 12, tzinfo=UTC))
    await ana.says("walked 30 min")
    await ana.hears("30 min")
    await ana.says("40 min")
    await ana.hears("40 min")
    await ana.says("the walk was 45 min")
    await ana.hears("45 min")
    assert [kind for _, kind, _ in logs(house)] == ["recovery_walk", "hill_run"]
    await ana.says("weight 71.2")
    await ana.hears("Weight 71.2")
    await ana.says("delete weight")
    await ana.hears("Your latest figures")
    await ana.says("ran another 42.2 km in 2:10, effort 9")
    await ana.hears("a lot faster than I know you")
    assert len(logs(house)) == 2
    await ana.says("sorry, 25 km in 2:30:00")
    await ana.hears("25 km")
    await ana.hears(CHANGED)
    await ana.says("delete the 25 km")
    gone = await ana.hears("Deleted")
    await ana.hears(CHANGED)
    await ana.taps("Bring it back", on=gone)
    receipt = await ana.hears("brought back counts again")
    assert len(logs(house)) == 3
    await ana.taps("Undo", on=receipt)
    await ana.hears("Deleted")
    await ana.hears("counts no more")
    assert len(logs(house)) == 2


async def test_days_that_are_changed_in_the_middle_of_a_week_and_changed_back_leave_the_week_as_it_was(
    sandbox: Sandbox, ana: Person
) -> None:
    await a_runner(ana)
    await sandbox.clock_to(datetime(2026, 12, 2, 7, tzinfo=UTC))
    await ana.says("/week")
    before = (await ana.hears("Week 1")).text
    await ana.says("i can only run tue thu sun from now on")
    await ana.hears("Shall I change it?")
    await ana.says("yes")
    assert (await ana.hears("Week 1")).text != before
    await ana.says("undo")
    await ana.hears("as it was before")
    await ana.says("/week")
    while (week := await ana.hears("Week 1")).text.startswith("Done"):
        pass
    assert week.text == before
