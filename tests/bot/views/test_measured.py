"""What was measured, in the reader's own units."""

import pytest

from bot.views.measured import measured_text
from bot.words import words_for
from coach.profile import DistanceUnit

KM, MI = DistanceUnit.KM, DistanceUnit.MI


@pytest.mark.parametrize(
    ("kind", "value", "metric", "imperial"),
    [
        ("weight_kg", 70.0, "Weight 70 kg", "Weight 154.3 lb"),
        ("thigh_cm", 55.5, "Thigh 55.5 cm", "Thigh 21.9 in"),
        ("calf_cm", 38.1, "Calf 38.1 cm", "Calf 15 in"),
        ("waist_cm", 80.0, "Waist 80 cm", "Waist 31.5 in"),
        ("hip_cm", 98.0, "Hip 98 cm", "Hip 38.6 in"),
        ("sleep_h", 7.5, "Sleep 7.5 h", "Sleep 7.5 h"),
        ("resting_hr", 52.0, "Resting heart rate 52", "Resting heart rate 52"),
    ],
)
def test_each_figure_speaks_the_readers_units(kind: str, value: float, metric: str, imperial: str) -> None:
    for units, expected in ((KM, metric), (MI, imperial)):
        text = measured_text({kind: value}, words_for("en", units, html=False)).replace("\u202f", " ")
        assert expected in text


def test_figures_of_one_message_stand_on_a_line_each() -> None:
    text = measured_text({"weight_kg": 70.0, "thigh_cm": 55.5}, words_for(html=False))
    assert [line[:8] for line in text.split("\n") if line.startswith("•")] == ["• Weight", "• Thigh "]
