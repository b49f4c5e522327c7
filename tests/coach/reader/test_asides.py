"""What is said beside the point changes nothing of what was done."""

import pytest

from coach.history import Status
from coach.reading import Activity, LogEntry
from tests.coach.reader.cases import TODAY, reading_of


def only_entry(text: str, units: str = "km") -> LogEntry:
    (entry,) = reading_of(text, units).entries
    return entry


@pytest.mark.parametrize(
    "aside",
    [
        "rest 90s", "6x400 with 200 jog rest", "8 x 1 min fast, 1 min easy", "5x3min off 90", "12 of them uphill",
        "zone 2", "lap 3: 6:05", "mile 4", "+120 m", "sub-2 one day", "lost 2 kg", "not 40", "avg power 210 w",
        "7am", "until friday", "1st in my age group", "an extra 10 mins", "speed 8", "3rd place", "HRV 65",
    ],
)  # fmt: skip
def test_an_aside_leaves_distance_and_time_as_they_were_told(aside: str) -> None:
    entry = only_entry(f"ran 8 km in 48:00, {aside}")
    assert (entry.kind, entry.distance_m, entry.duration_s) == (Activity.RUN, 8000, 2880)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("zwift run 30 min", Activity.RUN),
        ("peloton strength 20 min", Activity.STRENGTH),
        ("treadmill walk 40 min", Activity.WALK),
        ("gym: rowing 20 min", Activity.OTHER),
        ("gym 20 min", Activity.STRENGTH),
    ],
)
def test_what_was_done_counts_before_where(text: str, kind: Activity) -> None:
    assert only_entry(text).kind is kind


@pytest.mark.parametrize("text", ["swapped the run for a 40 min swim", "40 min swim instead of the run"])
def test_what_was_done_instead_is_the_only_activity(text: str) -> None:
    assert only_entry(text).kind is Activity.SWIMMING


@pytest.mark.parametrize(
    "text",
    ["2/3 of it", "80% done", "did 3 of 5 km", "skipped the cool down", "strength, without the planks",
     "the first two intervals", "6k instead of 8", "2k short of the plan"],
)  # fmt: skip
def test_a_part_left_out_makes_it_partly_done(text: str) -> None:
    assert only_entry(text).status is Status.PARTIAL


@pytest.mark.parametrize(
    "text",
    ["my husband ran 10k today", "my dog did 5k with me", "in 2019 I ran a marathon", "ran 3 times this week",
     "at school I ran 5k in 20", "my shoes have 600 km on them", "you said 30 min", "need new shoes after 600 km"],
)  # fmt: skip
def test_other_people_and_other_times_are_no_log(text: str) -> None:
    reading = reading_of(text)
    assert (reading.entries, reading.question) == ((), None)


@pytest.mark.parametrize(
    ("text", "metres"),
    [("swam 40 lengths of 25 m", 1000), ("bike 2x6 km", 12_000), ("ran 2k each way", 4000), ("ran 12km700", 12_700),
     ("swam 10k yds", 9144), ("swim 1200", 1200), ("1/2 marathon in 2h03", 21_097), ("ran a quick mile", 1609)],
)  # fmt: skip
def test_a_distance_told_in_parts_or_names_is_added_up(text: str, metres: int) -> None:
    assert only_entry(text).distance_m == metres


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("warm up 10 min, 20 min tempo, cool down 10 min", 2400), ("walk, hour and ten", 4200), ("run 15 min 20", 920),
     ("run 6.0 km 39'40\"", 2380), ("km: 7.2, min: 45", 2700), ("Distance (km) 7.2 Time (min) 45", 2700)],
)  # fmt: skip
def test_a_time_told_in_parts_or_after_its_unit_is_read(text: str, seconds: int) -> None:
    assert only_entry(text).duration_s == seconds


@pytest.mark.parametrize(
    ("text", "rpe"),
    [("done, 6", 6), ("5k in 31:20, 6", 6), ("more like an 8", 8), ("a solid 7", 7), ("30 min walk easy", 3),
     ("5 km easy in the park", 3), ("8 on 10", 8), ("5k v easy", 2), ("5k, kinda tough", 5),
     ("20 minutes, 6", 6), ("ran 20 min, 8", 8)],
)  # fmt: skip
def test_an_effort_is_read_however_it_is_put(text: str, rpe: int) -> None:
    assert only_entry(text).rpe == rpe


@pytest.mark.parametrize("text", ["easy run 40 min", "knackered but did 10k", "5 easy kms"])
def test_a_kind_of_run_or_a_state_before_it_is_no_effort(text: str) -> None:
    assert only_entry(text).rpe is None


@pytest.mark.parametrize(
    ("text", "bpm"),
    [("5k avg 152", 152), ("5k, heart rate averaged one forty two", 142), ("5k hr avg. 148", 148),
     ("5k Ø 138", 138), ("pulse 150 on average, 5k", 150), ("45 min, cardio 142", 142)],
)  # fmt: skip
def test_a_mean_heart_rate_is_read_however_it_is_put(text: str, bpm: int) -> None:
    assert only_entry(text).avg_hr == bpm


@pytest.mark.parametrize("text", ["stopped after 3k because of my hip", "no run, bad hip", "had to stop, dodgy hip"])
def test_a_part_of_the_body_that_is_blamed_hurts_and_its_level_is_asked(text: str) -> None:
    reading = reading_of(text)
    pain = reading.pain or reading.entries[0].pain
    assert pain is not None
    assert pain.area == "hip"
    assert reading.question is not None
    assert reading.question.key == "ask.pain_level"


def test_days_told_one_after_the_other_are_sessions_of_their_own() -> None:
    entries = reading_of("Mon 5k Tue 6k").entries
    assert [(entry.date.day, entry.distance_m) for entry in entries] == [(30, 5000), (1, 6000)]


def test_the_second_figure_of_a_list_is_of_the_same_kind() -> None:
    entries = reading_of("ran 30 min yesterday and 40 min today").entries
    assert [(entry.kind, entry.duration_s, (TODAY - entry.date).days) for entry in entries] == [
        (Activity.RUN, 1800, 1), (Activity.RUN, 2400, 0),
    ]  # fmt: skip


def test_two_days_skipped_are_two_skips() -> None:
    entries = reading_of("missed monday and tuesday, was ill").entries
    assert [(entry.status, entry.date.day) for entry in entries] == [(Status.SKIPPED, 30), (Status.SKIPPED, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("planks: 45s, 45s, 40s", [(2, None, 45), (1, None, 40)]),
        ("plank 3x45", [(3, None, 45)]),
        ("step ups 10/10/8", [(2, 10, None), (1, 8, None)]),
        ("15 squats, 12 lunges, x3", [(3, 15, None), (3, 12, None)]),
        ("circuit x4: 10 squats, 20s plank", [(4, 10, None), (4, None, 20)]),
        ("Squats - 3 sets - 10 reps - 20kg", [(3, 10, None)]),
    ],
)
def test_sets_are_read_however_they_are_listed(text: str, expected: list[tuple[int, int | None, int | None]]) -> None:
    found = [(done.sets, done.reps, done.seconds) for done in only_entry(text).exercises]
    assert found == expected


def test_a_load_behind_the_sets_is_no_body_weight() -> None:
    reading = reading_of("SQ 3x5 80kg, DL 1x5 100kg, lunges 3x8 20")
    assert not reading.measurements
    assert [done.load_kg for done in reading.entries[0].exercises] == [80, 100, 20]


@pytest.mark.parametrize(
    ("text", "measurements"),
    [
        ("thigh left 57.5 right 57.8", {"thigh_cm": 57.65}),
        ("thigh: 58cm (left), 58.5cm (right)", {"thigh_cm": 58.25}),
        ("sleep score 81, 7h12m", {"sleep_h": 7.2}), ("I'm 81.4 kilos today", {"weight_kg": 81.4}),
        ("weight one seventy one point five pounds", {"weight_kg": 77.79}), ("gained half a kilo", {}),
    ],
)  # fmt: skip
def test_measurements_are_read_however_they_are_told(text: str, measurements: dict[str, float]) -> None:
    assert dict(reading_of(text, "mi" if "pounds" in text else "km").measurements) == measurements


@pytest.mark.parametrize(("text", "done"), [("✅", 1), ("✔️", 1), ("👍", 0), ("👍🏽", 0)])
def test_a_tick_alone_is_done_and_a_thumb_is_nothing(text: str, done: int) -> None:
    assert len(reading_of(text).entries) == done


def test_a_fever_leaves_no_pain_to_ask_about() -> None:
    reading = reading_of("temperature of 38.9 and aching all over")
    assert (reading.pain, reading.question) == (None, None)
    assert set(reading.symptoms) == {"fever", "below_neck"}


def test_who_recovered_from_an_illness_is_well() -> None:
    assert reading_of("recovered from the flu, back to it").symptoms == ("well",)


@pytest.mark.parametrize("text", ["hm", "Hm ok", "hm, not sure about that", "hm my calves are tired"])
def test_a_hesitation_is_no_half_marathon(text: str) -> None:
    assert not reading_of(text).entries


@pytest.mark.parametrize("text", ["HM 1:55:00", "hm in 1:55:00", "ran a hm in 1:55:00"])
def test_a_half_marathon_in_two_letters_is_one(text: str) -> None:
    assert (only_entry(text).distance_m, only_entry(text).duration_s) == (21097, 6900)


def test_a_hesitation_hides_no_run() -> None:
    assert only_entry("hm, ran 5k").distance_m == 5000
