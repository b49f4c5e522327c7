"""Athletes of long trials whose plans once broke a rule keep all of them now."""

import pytest

from coach.planning import plan
from tests.coach.rules.trial import athlete, violations

FOUND = {
    5_510_704_000_065: "a ladder that jumped over stages after a long pain",
    5_000_670: "a walk on a day that a race keeps free of strength",
    11_000_092: "a race after six days that were all trained on",
    12_000_366: "a lighter week whose runs could not hold its metres",
    77_000_706: "a taper over two calendar weeks, one with a quarter of an hour",
    77_000_980: "strength before the start taken for days as stated",
    77_001_043: "hard runs of a quarter of an hour",
    77_001_462: "strength on a short day after an illness",
    77_001_607: "a break with nothing in the four weeks before it",
    201_000_175: "a ladder session left out in the first seven days",
    201_001_068: "blocks of one week, and two weeks of walking first",
    301_000_690: "a taper of one walk",
    302_000_717: "a race among the first training days after an illness",
    601_000_075: "a lighter week that fell back to the ladder",
    601_000_533: "a break of somebody who logged no run",
    601_000_537: "a Sunday before a taper that begins without a long run",
    601_001_633: "a taper day that strength left too little of",
    701_000_798: "the first run after an illness logged today",
    907_000_747: "thirty minutes of run/walk taken for thirty without a walk",
    907_000_843: "a heavy newcomer whose first run ends a break",
    908_000_092: "a taper of one run, a few metres too long",
    908_000_160: "a race the day after hard intervals outside the plan",
    913_000_779: "a return of walks alone for a heavy newcomer",
    912_000_272: "a lighter week whose easy runs were as long as their days",
    904_000_735: "a lighter week whose long run lost minutes to its share",
    4_243_000_242: "a lighter week beside a long run that fills its day",
    914_000_130: "a taper whose last day had room for a walk only",
    5_150_000_161: "a first week of a taper on days of a quarter of an hour",
    6_201_000_402: "a week of the ladder with strength twice and no walk",
    801_000_392: "a return of ten minutes a day, straight into the race week",
    9_201_000_276: "a second strength session where a lighter run was gathered away, and no walk",
    9_201_000_420: "a taper over two calendar weeks, in each too little for a run",
    9_301_000_015: "a walk that grew to what the week had left",
    9_301_000_198: "a taper of a quarter of an hour, split in two",
    20_001_000_426: "a taper that gave a return in pain more walks than its share",
    20_001_001_067: "a lighter week of two roomy days and three of a quarter of an hour",
    20_002_000_046: "a lighter week of one run, with strength on two days of their own",
    20_002_001_224: "a ride that came on top because a second walk was not counted",
    20_005_001_442: "a taper measured by a day that went by without a word",
    15_021_000_739: "a lighter week whose long run waits for the short day that strength took half of",
    9_043_000_191: "a lighter week of a quarter of an hour a day, left with one run",
    15_031_000_020: "a taper whose walk has no room for the metres of nine minutes of running",
    9_102_000_256: "a comfortable session from before a break, counted towards leaving a stage after it",
    5_510_704_000_090: "a best week counted from days on both sides of the start",
    30_004_000_326: "a lighter week whose hard run grew, and left the long run a larger share",
    30_004_000_387: "a taper of one run/walk that gained a whole stretch with its last minute",
    30_005_000_134: "a newcomer with a stated week, back after three weeks",
    71_234_000_182: "two walks after long runs, one of them moved to a short day with the other",
    61_127_000_295: "a long run moved to Tuesday by a race, its walk moved to a short Saturday",
    88_001_000_543: "a taper of two quarters of an hour, the later one left empty",
    88_003_000_079: "a taper of one run before a Monday's race, too short in metres with its strides",
    88_003_001_270: "a lighter week of two runs, one of them hard and full, the other ten minutes",
    93_417_000_174: "a first week of a taper whose long run lost its metres to its share",
    88_002_000_404: "a lighter week after one of which nothing was measured",
    14_717_000_000_081: "a newcomer whose race says how slow a stated run was",
    90_125_001_128: "five walks of thirty minutes, rounded to more metres than one long one",
    90_126_000_237: "a lighter week of two runs whose walk falls on a short day",
    96_001_000_206: "a first week of a taper that asked for one more run for want of three metres",
    98_002_000_265: "a race in a heavy newcomer's first week, run/walks before it as long as for anybody",
    98_003_000_073: "a fourth run of a heavy newcomer in the week of the race",
    98_001_000_733: "a first week of a taper with room for two quarters of an hour, given one and a walk",
    98_002_000_866: "a first week of a taper whose long run lost minutes to its share, the hard one small",
    90_126_001_231: "a lighter week of two runs, one of them hilly and shorter in metres than in minutes",
    90_127_000_909: "ninety minutes of run/walk in a week with a race in its log",
    90_127_000_778: "a taper before a Monday's race, whose first seven days end on a day without training",
    702_342: "a taper before a Tuesday's race, whose last seven days end on a day without training",
}
"""Seeds of trials, and what was wrong."""


@pytest.mark.parametrize("seed", FOUND, ids=FOUND.values())
def test_what_once_broke_a_rule_keeps_them_all(seed: int) -> None:
    trial = athlete(seed)
    assert violations(trial, plan(trial.profile, trial.history, trial.today)) == {}
