"""What a card tells of the file behind its log: short lines, in the reader's units."""

import datetime as dt

import pytest

from bot.views.album import album_text
from bot.views.track import track_lines
from bot.words import words_for
from coach.activity import BestEffort, Split, Summary
from coach.documents import summary_from_json, summary_to_json
from coach.profile import DistanceUnit
from coach.reading import Activity
from coach.units import BeatsPerMinute, Metres, Seconds
from storage.tables import ActivityFile, FileState, Log

NOON = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)


def a_summary(splits: int = 3, **fields: object) -> Summary:
    known: dict[str, object] = {
        "started": NOON,
        "activity": Activity.RUN,
        "guessed": False,
        "distance_m": Metres(splits * 1000 + 400),
        "moving_s": Seconds(splits * 300 + 120),
        "elapsed_s": Seconds(splits * 300 + 120),
        "splits": (*[Split(Metres(1000), Seconds(300))] * splits, Split(Metres(400), Seconds(120))),
    }
    return Summary(**(known | fields))  # type: ignore[arg-type]


def lines_of(summary: Summary, units: DistanceUnit = DistanceUnit.KM) -> str:
    log = Log(athlete_id=1, date=NOON.date(), created_at=NOON, track=summary_to_json(summary))
    return "\n".join(track_lines(log, words_for("en", units))).replace("\u202f", " ")


def test_a_log_without_a_file_has_no_such_lines() -> None:
    assert track_lines(Log(athlete_id=1, date=NOON.date(), created_at=NOON), words_for()) == []


def test_each_kilometre_has_its_time_and_the_rest_its_pace() -> None:
    assert lines_of(a_summary(3)) == "Each km: 5:00 · 5:00 · 5:00 · (5:00)"


def test_the_splits_of_a_long_run_are_told_in_fives() -> None:
    assert lines_of(a_summary(21)) == "Every 5 km: 25:00 · 25:00 · 25:00 · 25:00"


def test_the_splits_of_an_ultra_fit_on_a_card() -> None:
    assert len(lines_of(a_summary(119)).split(" · ")) <= 12


@pytest.mark.parametrize(("units", "height"), [(DistanceUnit.KM, "84 m up"), (DistanceUnit.MI, "276 ft up")])
def test_a_climb_is_told_in_the_readers_unit(units: DistanceUnit, height: str) -> None:
    assert height in lines_of(a_summary(ascent_m=Metres(84)), units)


def test_pauses_are_told_where_they_matter() -> None:
    assert "with pauses" in lines_of(a_summary(elapsed_s=Seconds(1500)))
    assert "with pauses" not in lines_of(a_summary(elapsed_s=Seconds(1050)))


def test_best_efforts_are_told_with_the_names_runners_use() -> None:
    best = tuple(BestEffort(Metres(m), Seconds(m // 3)) for m in (400, 1000, 1609, 3000, 5000, 10_000, 21_098))
    assert lines_of(a_summary(best=best)).endswith(
        "Fastest in it: 1 km in 5:33 · 5 km in 27:46 · 10 km in 55:33 · half marathon in 1:57:12"
    )
    assert "1 mile in 8:56" in lines_of(a_summary(best=best), DistanceUnit.MI)


def test_a_ride_has_no_splits() -> None:
    assert lines_of(a_summary(activity=Activity.CYCLING)) == ""


def test_a_summary_comes_back_from_its_document() -> None:
    summary = a_summary(
        max_hr=BeatsPerMinute(171), avg_hr=BeatsPerMinute(150), best=(BestEffort(Metres(1000), Seconds(300)),)
    )
    assert summary_from_json(summary_to_json(summary)) == summary


def test_many_files_are_one_message_with_a_line_each() -> None:
    def a_file(state: FileState) -> ActivityFile:
        return ActivityFile(athlete_id=1, chat_id=1, name="<x>.fit", state=state, received_at=NOON)

    log = Log(athlete_id=1, date=NOON.date(), created_at=NOON, kind="easy_run", minutes=30, status="done")
    files = [(a_file(FileState.LOGGED), log), (a_file(FileState.TWIN), log), (a_file(FileState.REFUSED), None)]
    text = album_text(files, words_for())
    assert text.count("\n") >= 4
    assert "&lt;x&gt;.fit: not used (damaged" in text
    assert "Write a figure" in text
