"""A body height is no distance, no time and no pace; a time or a pace that looks like one stays what it is."""

import pytest

from coach.reader import read
from tests.coach.reader.cases import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "im 5'11\" and 215 lbs", "5'11\" 215 lbs", "i'm 5'11", "5'11\", 97 kg", "5’7”, 150lbs, female",
        "5 ft 11 and 97 kg",
        "6 foot 2", "i am 6'2", "1 m 64", "1m64", "1.75m tall", "52 yo, 1m64, 105 kg", "height 5'4\"",
    ],
)  # fmt: skip
def test_a_height_is_no_log(text: str) -> None:
    reading = read(text, TODAY)
    assert reading.entries == ()
    assert reading.question is None


def test_the_weight_beside_a_height_is_kept() -> None:
    assert dict(read("im 5'11\" and 215 lbs", TODAY).measurements) == {"weight_kg": 97.52}


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("5k at 5'11\"", 5000, 1555), ("10k, 5'10\"/km", 10000, 3100), ("ran 6' easy", None, 360),
        ("run 6'05", None, 365),
        ("5' warm up, 20' easy", None, 1500), ("ran 5 m 30", None, 330), ("1m30 plank", None, None),
        ("10k in 50, pace 5'0\"", 10000, 3000),
    ],
)  # fmt: skip
def test_a_time_or_a_pace_like_a_height_stays_one(text: str, metres: int | None, seconds: int | None) -> None:
    (entry,) = read(text, TODAY).entries
    assert (entry.distance_m, entry.duration_s) == (metres, seconds)
