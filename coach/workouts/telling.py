"""The words of a session as phrases: its title, why it is there, and hints; the catalogue makes sentences of them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from coach.phrases import Distance, Duration, Phrase
from coach.plan import Phase
from coach.session import LONG_RUN, RUN, RUN_WALK, TRAINED_HARD, Session
from coach.slot import Zone
from coach.units import Metres, Seconds
from coach.workouts.efforts import WORKED
from coach.workouts.library import Workout
from coach.workouts.shape import Round, Shape, Stretch

_SECTIONS: Mapping[Phase, str] = {
    Phase.WALK: "base",
    Phase.BASE: "base",
    Phase.BUILD: "build",
    Phase.PEAK: "peak",
    Phase.TAPER: "taper",
    Phase.RACE: "taper",
    Phase.CUTBACK: "cutback",
    Phase.RETURN: "return",
}
"""What a week is for, as reasons tell it apart."""
WEEK: Final = 7
"""Days within which no reason is given twice."""
LEGS_EVERY = 3
"""Of so many sessions of a kind one speaks of legs, where they are the goal."""
ONCE: Mapping[str, str] = {
    "title.fartlek_sets": "title.fartlek_mixed",
    "title.hills_ladder": "title.hills_pyramid",
    "title.cruise": "title.tempo",
}
"""The title of a set or a piece that is done once."""
_ORDER = (Zone.MARATHON, Zone.TEMPO, Zone.INTERVAL, Zone.REPETITION)
"""What counts as the work of a session, easiest first."""


@cache
def reasons() -> Mapping[str, int]:
    """How many reasons each group holds: ``{"easy.base": 4}`` stands for ``why.easy.base.1`` to ``.4``."""
    groups = {group: sections for group, sections in _document().items() if isinstance(sections, dict)}
    return {f"{group}.{section}": count for group, sections in groups.items() for section, count in sections.items()}


@cache
def of_figure() -> frozenset[str]:
    """The reasons that speak of fat or of how a body looks: ``easy.base.4`` and the like (S2, S3)."""
    return frozenset(_document()["figure"])


@cache
def _document() -> Mapping[str, Any]:
    return tomllib.loads((files("coach.workouts") / "reasons.toml").read_text("utf-8"))


@lru_cache(maxsize=2048)
def why(group: str, phase: Phase, turn: int, legs: bool, modest: bool) -> Phrase:  # noqa: FBT001 - the key of a memory
    """The reason of a session; the next turn of the same group and phase gives another one.

    Every third one of those who train for leaner ``legs`` says what the session does for legs, and what it does not;
    the ``modest`` hear nothing of fat and of how a body looks.
    """
    counts, section = reasons(), f"{group}.legs"
    if legs and turn % LEGS_EVERY == LEGS_EVERY - 1 and section in counts:
        return Phrase(f"why.{section}.{turn // LEGS_EVERY % counts[section] + 1}")
    if legs and section in counts:
        turn -= turn // LEGS_EVERY  # those between come one after the other, none left out
    sections = (f"{group}.{name}" for name in (phase, _SECTIONS[phase], "any"))
    fit = _fit(next(each for each in sections if each in counts), modest=modest)
    return Phrase(fit[turn % len(fit)])


def _fit(section: str, *, modest: bool) -> list[str]:
    """The keys of a section's reasons, for the ``modest`` without those that speak of how a body looks."""
    found = [f"{section}.{number + 1}" for number in range(reasons()[section])]
    return [f"why.{each}" for each in found if not modest or each not in of_figure()]


def told_apart(sessions: Sequence[Session], before: Sequence[Session], *, modest: bool) -> tuple[Session, ...]:
    """Sessions of which none has a reason that was given within a week before it, where its reasons hold another.

    Nor does the same title come with the same reason in two weeks on end. Turns keep reasons apart; what changed its
    kind, or was added or dropped after the sessions of a kind were numbered, may have one of the others'. ``before``
    are the sessions of the week before.
    """
    keys = {session.why.key for session in sessions}
    if len(keys) == len(sessions) and keys.isdisjoint([session.why.key for session in before]):
        return tuple(sessions)  # no reason comes again
    given = {session.why.key: session for session in before}
    last = before[-1].why.key if before else ""
    told: list[Session] = []
    for session in sessions:
        key = session.why.key
        if key in given and (key == last or _too_soon(session, given[key])):
            session = _told_anew(session, given, last, modest=modest)  # noqa: PLW2901 - the same session, another reason
            key = session.why.key
        given[key], last = session, key
        told.append(session)
    return tuple(told)


def _too_soon(session: Session, earlier: Session) -> bool:
    """Whether a reason comes back within a week, or with the same title in the next one."""
    return (session.date - earlier.date).days <= WEEK or session.title == earlier.title


def _told_anew(session: Session, given: Mapping[str, Session], last: str, *, modest: bool) -> Session:
    """The session with the next of its reasons that was not given of late, else with the one given longest ago."""
    found = _others(session.why.key, modest=modest)
    if not found:
        return session
    new = (key for key in found if key not in given or not _too_soon(session, given[key]))
    oldest = min((key for key in found if key != last), key=lambda key: _day_of(given, key), default=last)
    return replace(session, why=Phrase(next(new, oldest)))


def _day_of(given: Mapping[str, Session], key: str) -> date:
    return given[key].date if key in given else date.min


@lru_cache(maxsize=512)
def _others(key: str, *, modest: bool) -> tuple[str, ...]:
    """The reasons of a reason's group and section in turn, from the next one on to itself."""
    section, _, _ = key.removeprefix("why.").rpartition(".")
    if section not in reasons():
        return ()
    fit = _fit(section, modest=modest)
    at = fit.index(key) + 1
    return (*fit[at:], *fit[:at])


def title_of(workout: Workout, shape: Shape) -> Phrase:
    """The title of a session: what is done, and how often or how long."""
    kind = workout.kind
    if kind is RUN_WALK:
        return _run_walk_title(shape.main)
    if kind in TRAINED_HARD:
        return _work_title(workout, shape.main, "title.easy_run", cut=shape.cut)
    if kind is LONG_RUN:
        without = "title.long_run" if workout.family == "long_finish" else workout.title
        return _work_title(workout, shape.main, without, cut=False)
    return plain(workout.title)


@lru_cache(maxsize=2048)
def _run_walk_title(main: tuple[Round, ...]) -> Phrase:
    runs = [stretch for each in main for stretch in each.stretches * each.repeat if stretch.do is RUN]
    if not runs:
        return Phrase("title.recovery_walk")
    if len(runs) == 1:
        return Phrase("title.first_continuous", (("run", Duration(Seconds(runs[0].seconds))),))
    lengths = {stretch.seconds for stretch in runs}
    if len(lengths) == 1:
        return Phrase("title.run_walk", (("times", len(runs)), ("run", Duration(Seconds(lengths.pop())))))
    total = Duration(Seconds(sum(stretch.seconds for stretch in runs)))
    return Phrase("title.run_walk_mixed", (("times", len(runs)), ("run", total)))


@cache
def plain(key: str) -> Phrase:
    """A phrase without figures, made once."""
    return Phrase(key)


NEAR: Final = 50
"""Metres by which a race may differ from the length in its name."""


def race_title(metres: Metres | None) -> Phrase:
    """The title of a race, with its distance where it is known."""
    if metres is None:
        return Phrase("title.race_unknown")
    return Phrase("title.race", (("distance", race_distance(metres)),))


def race_distance(metres: Metres) -> Phrase | Distance:
    """A race's length by the name it goes by everywhere (``10K``, ``half marathon``), else in the reader's unit."""
    if abs(metres - 5000) <= NEAR:
        return Phrase("distance.5k")
    if abs(metres - 10_000) <= NEAR:
        return Phrase("distance.10k")
    if 21_000 <= metres <= 21_200:
        return Phrase("distance.half_marathon")
    if 42_000 <= metres <= 42_400:
        return Phrase("distance.marathon")
    return Distance(metres)


@lru_cache(maxsize=2048)
def _work_title(workout: Workout, main: tuple[Round, ...], without: str, *, cut: bool) -> Phrase:
    """Names the work, and is ``without`` where there is none."""
    found = _main_stretch(main)
    if found is None:
        return Phrase(without)
    each, work = found
    metres = next((part.metres for block in workout.blocks for part in block.parts if part.metres), None)
    if metres and not cut:
        return Phrase(workout.title, (("times", each.repeat), ("distance", lap(metres))))
    lengths = _lengths(main)
    title = workout.title if lengths is not None or not cut else workout.cut
    title = ONCE.get(title, title) if each.repeat == 1 else title
    figures = (("times", each.repeat), ("work", Duration(Seconds(work.seconds))))
    return Phrase(title, figures if lengths is None else (*figures, ("lengths", lengths)))


@cache
def lap(metres: Metres) -> Phrase:
    """A length of track, in metres for everybody: ``800 m``, ``1600 m``."""
    return Phrase("lengths.m", (("each", metres),))


def _lengths(main: tuple[Round, ...]) -> Phrase | None:
    """The pieces of work in order, ``1–2–3 min``; nothing where they are equal or come several times."""
    if len(main) > 1 and any(each.repeat > 1 for each in main):
        return None
    pieces = [stretch.seconds for each in main for stretch in each.stretches if _works(stretch)]
    if len(pieces) < 2:
        return None
    unit, seconds = ("min", 60) if all(piece % 60 == 0 for piece in pieces) else ("s", 1)
    return Phrase(f"lengths.{unit}", (("each", "–".join(str(piece // seconds) for piece in pieces)),))


def _main_stretch(main: tuple[Round, ...]) -> tuple[Round, Stretch] | None:
    """The longest of the hardest work."""
    candidates = [(each, stretch) for each in main for stretch in each.stretches if _works(stretch)]
    return max(candidates, key=lambda pair: (_ORDER.index(pair[1].zone), pair[1].seconds), default=None)


def _works(stretch: Stretch) -> bool:
    return stretch.do in WORKED and stretch.zone in _ORDER


@lru_cache(maxsize=512)
def cues_of(workout: Workout) -> tuple[Phrase, ...]:
    """Short hints for doing a session well; of hills the last one says how to do it without a hill."""
    hints = tuple(Phrase(key) for key in workout.cues)
    if not workout.elsewhere:
        return hints
    low, high = workout.incline
    return (*hints, Phrase(workout.elsewhere, (("low", low), ("high", high))))
