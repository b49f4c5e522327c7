"""Questions that the athlete's own plan answers: how fast, what is next, when without walks, may I walk, once more?"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from bot.cases.cards import why_on_hold
from bot.cases.training import Training
from bot.conversations.goal import goal_name
from bot.conversations.health import awaited
from bot.conversations.typed.amounts import read_distance
from bot.conversations.typed.days import weekday_named
from bot.conversations.typed.races import date_within
from bot.desk import Desk
from bot.views.session import feel_of, session_line
from bot.words import Html
from coach.phrases import Distance, Pace
from coach.profile import WEEKDAYS, DistanceUnit
from coach.reach import farthest, longest_of_late
from coach.session import FOOT_KINDS, RUN_KINDS, Intensity, Session, SessionKind
from coach.units import Metres

AHEAD: Final = 14
"""Days in which the next session is looked for."""
_NAMED: Final[tuple[tuple[str, Collection[SessionKind]], ...]] = (
    ("long run", {SessionKind.LONG_RUN}),
    ("race", {SessionKind.RACE}),
    ("strength", {SessionKind.STRENGTH}),
    ("walk", {SessionKind.RECOVERY_WALK}),
    ("run", RUN_KINDS),
)
"""What a question may name."""
ALL: Final = frozenset(SessionKind)


_SLOW = frozenset({"slow", "slower", "slowly", "easy"})
"""Who asks for these means the easy runs, whatever is next."""


def pace(desk: Desk, training: Training, said: str) -> str:
    """How fast: the effort of the next run, or walk, and its pace where known; of tomorrow's where that is named."""
    wanted = [*_coming(desk, training, RUN_KINDS), *_coming(desk, training, FOOT_KINDS)]
    if "tomorrow" in said:
        wanted = [session for session in wanted if session.date == desk.today + dt.timedelta(days=1)]
        if not wanted:
            return _tomorrow(desk, training)
    easy = [session for session in wanted if session.intensity == Intensity.EASY and session.kind in RUN_KINDS]
    if easy and _SLOW & set(said.replace("?", " ").split()):
        return _pace_of(desk, easy[0], "wonder.pace.easy")
    return _pace_of(desk, wanted[0] if wanted else None)


def _pace_of(desk: Desk, session: Session | None, key: str = "") -> str:
    if session is None:
        return desk.words("wonder.pace")
    low, high = session.target.rpe
    feel = desk.words(feel_of(session.target, session.kind, session.intensity))
    key = key or ("wonder.pace.run" if session.kind in RUN_KINDS else "wonder.pace.walk")
    said = desk.words(key, session=session.title, day=session.date, low=low, high=high, feel=feel)
    asked = session.target.pace_s_per_km
    return f"{said} {desk.words('session.pace', pace=Pace(*asked))}" if asked else said


def following(desk: Desk, training: Training, said: str) -> str:
    """What is on today, tomorrow or next; of the kind that is named, where one is."""
    if "tomorrow" in said:
        return _tomorrow(desk, training)
    named = weekday_named(said)
    if named is not None:
        return _on(desk, training, desk.today + dt.timedelta(days=(WEEKDAYS.index(named) - desk.today.weekday()) % 7))
    kinds = next((kinds for name, kinds in _NAMED if name in said), ALL)
    session = next(_coming(desk, training, kinds), None)
    if session is None:
        return desk.words("wonder.next.nothing")
    together = [each for each in _coming(desk, training, ALL) if each.date == session.date]
    shown = together if kinds is ALL else [session]
    key = "wonder.next.today" if session.date == desk.today else "wonder.next"
    return desk.words(key, day=session.date, sessions=_listed(desk, shown))


def nonstop(desk: Desk, training: Training, _: str) -> str:
    """When the first run without planned walks comes, by the plan as it stands today."""
    first = next(_coming(desk, training, RUN_KINDS), None)
    if first is not None and first.kind is not SessionKind.RUN_WALK:
        return desk.words("wonder.nonstop.now", day=first.date, session=first.title)
    runs = (session for week in training.plan.weeks for session in week.sessions if session.date >= desk.today)
    whole = [session for session in runs if session.kind in RUN_KINDS - {SessionKind.RUN_WALK, SessionKind.RACE}]
    if not whole:
        return desk.words("wonder.nonstop.open")
    found = min(whole, key=lambda session: session.date)
    return desk.words("wonder.nonstop", day=found.date, session=found.title)


def first_run(desk: Desk, training: Training, said: str) -> str:
    """When running begins, and why not before; who runs already hears which run is next, or why rest days are."""
    coming = next(_coming(desk, training, RUN_KINDS), None)
    if coming is not None and not training.is_walking:
        if said.startswith("why"):
            return desk.words("wonder.walk" if "walk" in said else "wonder.train.rest")
        return _next_run(desk, coming) if said.startswith(_MAY) else following(desk, training, "run")
    if awaited(desk.owner):
        return desk.words("wonder.first_run.doctor")
    weeks = (week for week in training.plan.weeks if week.start + dt.timedelta(days=6) >= desk.today)
    runs = (session for week in weeks for session in week.sessions if session.date >= desk.today)
    first = min((session.date for session in runs if session.kind in RUN_KINDS), default=None)
    return desk.words("wonder.first_run.open") if first is None else desk.words("wonder.first_run.on", day=first)


_MAY: Final = ("can", "could", "may", "am")


def _next_run(desk: Desk, run: Session) -> str:
    key = "wonder.first_run.today" if run.date == desk.today else "wonder.first_run.next"
    return desk.words(key, day=run.date, session=Html(session_line(run, desk.words)))


def weekend(desk: Desk, training: Training, _: str) -> str:
    """What is on at the weekend that comes, or is."""
    saturday = desk.today + dt.timedelta(days=max(5 - desk.today.weekday(), 0))
    last = saturday + dt.timedelta(days=6 - saturday.weekday())
    ahead = [each for each in _coming(desk, training, ALL) if saturday <= each.date <= last]
    if not ahead:
        return desk.words("wonder.weekend.free")
    days = sorted({session.date for session in ahead})
    lines = [
        desk.words("wonder.weekend.day", day=day, sessions=_listed(desk, [each for each in ahead if each.date == day]))
        for day in days
    ]
    return desk.words("wonder.weekend", lines=Html("\n".join(lines)))


def week(desk: Desk, training: Training, _: str) -> str:
    """What next week holds, day by day."""
    monday = desk.today + dt.timedelta(days=7 - desk.today.weekday())
    days = [monday + dt.timedelta(days=number) for number in range(7)]
    held = [(day, sessions) for day in days if (sessions := list(training.sessions_on(day)))]
    if not held:
        return desk.words("wonder.week.free")
    lines = [desk.words("wonder.weekend.day", day=day, sessions=_listed(desk, sessions)) for day, sessions in held]
    return desk.words("wonder.week", lines=Html("\n".join(lines)))


def walk(desk: Desk, training: Training, _: str) -> str:
    """May I walk: today's run has a size that is a walk; who only walks for now hears what is next."""
    coming = list(_coming(desk, training, ALL))
    if coming and not any(session.kind in RUN_KINDS for session in coming):
        return desk.words("wonder.walk.only", day=coming[0].date, sessions=_listed(desk, coming[:1]))
    today = [session for session in coming if session.date == desk.today and session.kind in RUN_KINDS]
    return desk.words("wonder.walk.today", session=today[0].title) if today else desk.words("wonder.walk")


def again(desk: Desk, training: Training, _: str) -> str:
    """Once more today, or every day: better not, and what comes next."""
    session = next((each for each in _coming(desk, training, ALL) if each.date > desk.today), None)
    if session is None:
        return desk.words("wonder.again")
    return desk.words("wonder.again.next", day=session.date, sessions=_listed(desk, [session]))


def far(desk: Desk, training: Training, said: str) -> str:
    """May I run 12 km tomorrow: the figure beside the longest run of late and what follows from it (P1)."""
    wanted, why = _wanted(said, desk.words.units), why_on_hold(training)
    if why is not None:
        return desk.words("wonder.far.held", why=why)
    longest = longest_of_late(training.profile, training.history, desk.today)
    if training.is_walking or not longest:
        return desk.words("wonder.far.walking" if training.is_walking else "wonder.far.unknown")
    most = farthest(longest)
    figures = {"wanted": Distance(Metres(wanted)), "longest": Distance(longest), "most": Distance(most)}
    return desk.words("wonder.far.within" if wanted <= most else "wonder.far.beyond", **figures)


def _wanted(said: str, units: DistanceUnit) -> int:
    """The farthest that is asked about, without what is given up for it: *12 km instead of the 5k*."""
    told = _SO_FAR.findall(said.partition(" instead of")[0]) or _SO_FAR.findall(said)
    return max(read_distance(far, units) or 0 for far in told)


_SO_FAR: Final = re.compile(r"\d+(?:[.,]\d+)? ?(?:km|kms|k|kilomet(?:er|re)s|miles|mile|mi)\b")


def outline(desk: Desk, training: Training, said: str) -> str:
    """What the plan is for, where in it we are, and when it ends."""
    weeks = training.plan.weeks
    goal = goal_name(training.profile.goal, desk.words)
    last = weeks[-1].start + dt.timedelta(days=6)
    end = training.profile.race_date or last
    key = "wonder.outline.race" if training.profile.race_date else "wonder.outline"
    if "race" in said and training.profile.race_date is None:
        key = "wonder.outline.none"
    return desk.words(key, goal=goal, number=weeks[0].index, weeks=weeks[-1].index, day=end)


def ready(desk: Desk, _: Training, said: str) -> str:
    """Will I be ready by a day: how many weeks there are until then, and what so many weeks of training come to."""
    day = date_within(said, desk.today)
    if day is None or day <= desk.today:
        return desk.words("wonder.ready")
    weeks = (day - desk.today).days // 7
    key = next((f"wonder.ready.{name}" for name, most in _WEEKS if weeks < most), "wonder.ready.plenty")
    return desk.words(key, day=day, n=weeks)


_WEEKS: Final = (("few", 4), ("some", 10))
"""Weeks until something, and what they are enough for."""


def hour(desk: Desk, training: Training, said: str) -> str:
    """When the next message comes, and how to change that."""
    day = desk.today + dt.timedelta(days=1 if "tomorrow" in said else 0)
    quiet = "tomorrow" in said and not training.shown_on(day)
    minute = desk.owner.prompt_minute or 0
    clock = dt.time(*divmod(minute, 60))
    return desk.words("wonder.coach.when.rest" if quiet else "wonder.coach.when", clock=clock)


def _tomorrow(desk: Desk, training: Training) -> str:
    return _on(desk, training, desk.today + dt.timedelta(days=1))


def _on(desk: Desk, training: Training, day: dt.date) -> str:
    """What is on that day, tomorrow most of all; after a rest day also what comes next."""
    ahead = [session for session in _coming(desk, training, ALL) if session.date >= day]
    if not ahead:
        return desk.words("wonder.next.nothing")
    shown = _listed(desk, [session for session in ahead if session.date == ahead[0].date])
    if ahead[0].date == day:
        key = "wonder.next.tomorrow" if day == desk.today + dt.timedelta(days=1) else "wonder.next"
        return desk.words(key, day=day, sessions=shown)
    return desk.words("wonder.next.rest", day=day, next_day=ahead[0].date, sessions=shown)


def _coming(desk: Desk, training: Training, kinds: Collection[SessionKind]) -> Iterator[Session]:
    """Sessions of these kinds from today on, without those of today that are settled already."""
    settled = {(entry.date, entry.kind) for entry in training.history if entry.status is not None}
    for number in range(AHEAD):
        day = desk.today + dt.timedelta(days=number)
        for session in training.sessions_on(day):
            if session.kind in kinds and (day, session.kind) not in settled:
                yield session


def _listed(desk: Desk, sessions: list[Session]) -> Html:
    return Html(", ".join(session_line(session, desk.words) for session in sessions))


FROM_PLAN: Final[Mapping[str, Callable[[Desk, Training, str], str]]] = {
    "pace": pace,
    "next": following,
    "nonstop": nonstop,
    "walk": walk,
    "first_run": first_run,
    "weekend": weekend,
    "week": week,
    "again": again,
    "outline": outline,
    "far": far,
    "ready": ready,
    "coach.when": hour,
}
"""The topics that the plan answers."""
