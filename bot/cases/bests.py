"""A run that is the fastest of its distance, or the longest, gets a word on its card, of what is known and no more."""

from collections.abc import Iterator, Sequence

from bot.desk import Desk
from coach.bests import DISTANCES, SHORT, distance_of, is_best
from coach.documents import summary_from_json
from coach.feedback import longest_so_far
from coach.history import PAIN_TO_WATCH, Entry, Status
from coach.phrases import Phrase, phrase
from coach.profile import RaceResult
from coach.reading import Activity
from coach.session import RUN_KINDS, SessionKind
from coach.units import Metres, Seconds
from storage.logs import runs_from
from storage.tables import Log


def best_told(desk: Desk, log: Log, entry: Entry, before: Sequence[Entry]) -> Phrase | None:
    """The word on a best, or ``None``: none beside pain, which matters more."""
    if log.kind not in RUN_KINDS or log.status != Status.DONE or log.activity == Activity.WALK:
        return None
    if entry.pain is not None and entry.pain.level >= PAIN_TO_WATCH:
        return None
    run = _measured(log)
    about = distance_of(run.distance_m) if run is not None else None
    if run is not None and about is not None and is_best(run, _known(desk, log, about)):
        return phrase("log.best.fastest", distance=phrase(f"track.distance.{about}"))
    told = desk.owner.profile.get("longest_run_m")
    is_longest = run is not None and longest_so_far(entry, before, Metres(told) if told else None) is not None
    return phrase("log.best.longest") if is_longest else None


def _known(desk: Desk, log: Log, about: Metres) -> Iterator[RaceResult]:
    """The other runs of about that distance: those told, those within a longer run from a watch, and a race told of."""
    stated = desk.owner.profile.get("recent_race")
    if stated:
        yield RaceResult(Metres(stated["distance_m"]), Seconds(stated["time_s"]))
    for other in runs_from(desk.session, desk.athlete_id, int(SHORT * about)):
        run = _measured(other) if other.id != log.id else None
        if run is not None:
            yield run
        if run is not None and other.track is not None:
            efforts = summary_from_json(other.track).best
            yield from (RaceResult(one.metres, one.seconds) for one in efforts if one.metres in DISTANCES)


def _measured(log: Log) -> RaceResult | None:
    """How far and how long a run was, where somebody said or measured both; a race is as long as it is called."""
    if not log.distance_m or not log.minutes or log.status == Status.SKIPPED or log.kind not in RUN_KINDS:
        return None
    stated = {"distance", "minutes"} if log.stated is None or log.track is not None else set(log.stated)
    if log.kind == SessionKind.RACE:
        stated.add("distance")
    run = RaceResult(Metres(log.distance_m), Seconds(round(log.minutes * 60)))
    return run if {"distance", "minutes"} <= stated else None
