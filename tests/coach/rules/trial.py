"""Thousands of random athletes through the planner: ``python -m tests.coach.rules.trial 2000 --seed 1``.

Prints how many plans break each rule, with the smallest athlete that does. The same seed gives the same athletes.
``--only SEED`` shows one athlete in full.
"""

import argparse
import datetime as dt
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from typing import TextIO

from coach.errors import LegworkError
from coach.plan import NOTHING_KEPT, Plan
from coach.planning import plan
from coach.profile import Profile
from tests.coach.rules.athletes import Trial, a_trial
from tests.coach.rules.book import RULES
from tests.coach.rules.choosers import seeded


@dataclass
class Tally:
    """What a trial has found so far."""

    plans: int = 0
    refused: int = 0
    seconds: float = 0
    broken: Counter[str] = field(default_factory=Counter)
    smallest: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def note(self, rule: str, size: int, seed: int, words: str) -> None:
        """Count a broken rule and keep the smallest example."""
        self.broken[rule] += 1
        self.smallest[rule] = min(self.smallest.get(rule, (size, seed, words)), (size, seed, words))


def first_plan(profile: Profile) -> Plan:
    """The plan as it was on the first day."""
    return plan(profile, (), profile.start_date)


def athlete(seed: int) -> Trial:
    """The athlete of a seed."""
    return a_trial(seeded(seed), first_plan)


def size(trial: Trial) -> int:
    """How much there is to read of an athlete: the shorter the history, the smaller."""
    return 10 * len(trial.history) + len(trial.profile.available_days) + (trial.profile.weeks or 12)


def violations(trial: Trial, made: Plan, rules: Iterable[str] = RULES) -> dict[str, list[str]]:
    """The rules that a plan breaks, with what breaks them."""
    found = {name: RULES[name](trial.profile, trial.history, made, NOTHING_KEPT) for name in rules}
    return {name: words for name, words in found.items() if words}


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Gives up on a plan that takes longer than that, of the processor's time.

    Raises:
        TimeoutError: it did.
    """

    def give_up(*_: object) -> None:
        raise TimeoutError(f"no plan in {seconds:.0f} s")

    signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def examine(seed: int, tally: Tally, rules: Iterable[str]) -> None:
    """Plan for one athlete and tally what is wrong."""
    try:
        with patience(5):
            trial = athlete(seed)
            begun = time.perf_counter()
            made = plan(trial.profile, trial.history, trial.today)
            tally.seconds += time.perf_counter() - begun
    except LegworkError as refusal:
        tally.refused += 1
        tally.smallest.setdefault("refused", (0, seed, repr(refusal)))
        return
    except (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError) as crash:
        tally.note("crash", 0, seed, f"{type(crash).__name__}: {crash}")
        return
    tally.plans += 1
    for rule, words in violations(trial, made, rules).items():
        tally.note(rule, size(trial), seed, "; ".join(words[:3]))


def report(tally: Tally, out: TextIO) -> None:
    """The counts, most broken rule first."""
    mean = 1000 * tally.seconds / max(1, tally.plans)
    out.write(f"{tally.plans} plans, {tally.refused} refused, {mean:.1f} ms each\n")
    for rule, count in tally.broken.most_common():
        _, seed, words = tally.smallest[rule]
        out.write(f"{rule:>5} {count:5d}  seed {seed}: {words}\n")
    if not tally.broken:
        out.write("no rule broken\n")


def show(seed: int, out: TextIO) -> None:
    """One athlete, their history, their plan and what is wrong with it."""
    trial = athlete(seed)
    out.writelines(f"{item.name} = {getattr(trial.profile, item.name)}\n" for item in fields(trial.profile))
    out.write(f"today {trial.today} {trial.today:%a}\n")
    for entry in trial.history:
        said = {
            f.name: getattr(entry, f.name) for f in fields(entry) if getattr(entry, f.name) not in (None, (), False)
        }
        said.pop("date")
        out.write(f"  {entry.date} {entry.date:%a} " + " ".join(f"{k}={v}" for k, v in said.items()) + "\n")
    made = plan(trial.profile, trial.history, trial.today)
    write_plan(made, out)
    for rule, words in violations(trial, made).items():
        out.writelines(f"{rule}: {line}\n" for line in words)


def write_plan(made: Plan, out: TextIO) -> None:
    """A plan, one line a week."""
    out.write("warnings: " + ", ".join(notice.code for notice in made.warnings) + "\n")
    out.write("changes: " + ", ".join(f"{c.rule} {c.date} ({c.cause})" for c in made.changes) + "\n")
    for week in made.weeks:
        days: dict[dt.date, list[str]] = {}
        for s in week.sessions:
            far = "" if s.distance_m is None else f"/{s.distance_m / 1000:.1f}k"
            days.setdefault(s.date, []).append(f"{s.kind} {s.minutes}{far}")
        told = " | ".join(f"{day:%a} " + " + ".join(what) for day, what in sorted(days.items()))
        out.write(f"{week.index:2d} {week.start} {week.phase:8} {week.distance_m / 1000:5.1f}k  {told}\n")


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.coach.rules.trial", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=500)
    parser.add_argument("--seed", type=int, default=1, help="the first seed; athlete n has seed + n")
    parser.add_argument("--rules", default=",".join(RULES), help="only these, e.g. P1,P2")
    parser.add_argument("--only", type=int, help="show the athlete of this seed in full")
    return parser.parse_args(words)


def main(words: Sequence[str], out: TextIO) -> int:
    """Run a trial; 1 when a rule is broken."""
    asked = arguments(words)
    if asked.only is not None:
        show(asked.only, out)
        return 0
    tally = Tally()
    look = partial(examine, tally=tally, rules=asked.rules.split(","))
    for n in range(asked.count):
        look(asked.seed * 1_000_000 + n)
    report(tally, out)
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))
