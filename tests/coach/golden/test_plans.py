"""Plans of twelve contrasting runners, kept as one would pin them to the fridge: read them as a coach would.

``pytest tests/coach/golden --update-snapshots`` writes them anew; the difference is there to be read.
"""

from pathlib import Path

import pytest

from bot.views.fridge import fridge_text
from bot.words import words_for
from coach.measuring import may_measure
from coach.planning import plan
from tests.coach.golden.runners import RUNNERS, Runner
from tests.coach.rules.story import broken
from tests.snapshots import assert_matches_snapshot


@pytest.mark.parametrize("name", RUNNERS)
def test_the_plan_reads_as_approved(name: str) -> None:
    runner = RUNNERS[name]
    made = plan(runner.profile, runner.history, runner.today)
    words = words_for("en", runner.profile.units, html=False)
    assert_matches_snapshot(
        name, fridge_text(made, words, modest=not may_measure(runner.profile)), Path(__file__).parent
    )


@pytest.mark.parametrize("runner", RUNNERS.values(), ids=RUNNERS)
def test_the_approved_plan_keeps_every_rule(runner: Runner) -> None:
    made = plan(runner.profile, runner.history, runner.today)
    assert broken(runner.profile, runner.history, made) == []


def test_every_snapshot_belongs_to_a_runner() -> None:
    assert {path.stem for path in Path(__file__).parent.glob("*.txt")} == set(RUNNERS)
