"""The rules by their numbers, as the trial and the property tests go through them."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from coach.history import Entry
from coach.plan import Kept, Plan
from coach.profile import Profile
from tests.coach.rules import beside, care, change, newcomers, progression, riding, weeks

Rule = Callable[[Profile, Sequence[Entry], Plan, Kept], list[str]]
"""A rule: what breaks it in a plan, in plain words; nothing when it is kept."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        name.upper(): getattr(module, name)
        for module, names in (
            (weeks, "w1 w2 w3 w4 w5 w6 w10"),
            (beside, "w0 w7 w8"),
            (riding, "w9"),
            (progression, "p1 p2 p3 p4 p5"),
            (newcomers, "p6"),
            (change, "c1 c2 c3 c4 c5 c6 c7 c8"),
            (care, "s1 s2"),
        )
        for name in names.split()
    }
)
