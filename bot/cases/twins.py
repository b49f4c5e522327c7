"""The same run told twice: ``ran 5k``, and an hour later ``5.2k in 31 min this morning``.

What clearly puts a log right does so (*only 15 min*); what may be the run already kept is kept as it was typed, and its
card asks. *Same run* merges the two, and the figures typed last win; *a second run* leaves both.
"""

import datetime as dt
import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from bot.cases.amend import finish, overwrite
from bot.cases.binding import activity_of, fill, new_log, note_stated
from bot.cases.cards import refresh_card, replan_after, session_of, show_card, show_card_asking
from bot.cases.correcting import correct
from bot.cases.restoring import as_if_always, as_if_told_then, set_aside
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.incoming import Heard, Tapped
from bot.refs import OPEN_FOR, lately_about, replied_to
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.log import deleted_screen, log_line
from coach.errors import StaleButton
from coach.history import Status
from coach.reader.repeated import says_another, says_less, says_the_one
from coach.reader.truth import doubt
from coach.reading import Activity, LogEntry
from coach.units import Metres, Seconds
from storage.logs import add_log, log_by_id, logs_between, logs_ever_of_saying, logs_merged_into
from storage.tables import Log, Saying

MERGED: Final = "merged"
"""What is kept in ``Log.before`` of a log that was merged: the id of the one that took its figures."""
SAME, SECOND = "same", "second"
"""The values of the two buttons, ``same:<log>`` and ``second:<log>``."""
ALIKE: Final = 0.2
"""How much a figure told again may differ, as a share."""
SOON: Final = dt.timedelta(days=28)
TWICE_A_DAY: Final = 2
"""Days of the last four weeks with two runs after which nobody is asked any more."""
_SAME = frozenset({"same", "same run", "the same", "the same run", "same one", "it is the same", "its the same", "yes",
                   "yes same run", "yes the same", "yep", "merge", "same walk", "same session"})  # fmt: skip
_SECOND = frozenset({"second", "a second run", "second run", "another", "another run", "a second one", "no", "nope",
                     "different", "different run", "a different run", "no second run", "two runs"})  # fmt: skip
_ASIDE = re.compile(r"\b(?:lol|haha+|oh|ah|um|well|sorry)\b")


def twin_of(desk: Desk, log: Log) -> Log | None:
    """The log of that day, told before and in other words, that may be of the same activity."""
    if log.status not in {Status.DONE, Status.PARTIAL} or log.planned:
        return None
    earlier = [one for one in _of_day(desk, log) if one.id != log.id and (log.id is None or (one.id or 0) < log.id)]
    return next((one for one in reversed(earlier) if _is_alike(one, log)), None)


def meant_less(desk: Desk, entry: LogEntry, saying: Saying) -> Log | None:
    """The log just told that the words put right: ``i did 15 mins only`` after *done*."""
    if not says_less(saying.text) or not (entry.duration_s or entry.distance_m):
        return None
    day = logs_between(desk.session, desk.athlete_id, entry.date, entry.date)
    told = [
        log
        for log in day
        if log.status in {Status.DONE, Status.PARTIAL}
        and log.created_at >= desk.now - dt.timedelta(hours=12)
        and (entry.kind is None or activity_of(log) in {entry.kind, None})
        and _is_less(log, entry)
    ]
    return told[-1] if told else None


def meant_part(desk: Desk, entry: LogEntry) -> Log | None:
    """The log whose card stands last, where words say no more than that it was a part: *only did half of it*."""
    figures = entry.kind or entry.duration_s or entry.distance_m or entry.exercises
    meant = lately_about(desk) if entry.status is Status.PARTIAL and not figures else None
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == "log" else None
    if log is None or log.deleted_at is not None or log.kind is None or log.status != Status.DONE:
        return None
    return log if log.date == entry.date else None


def meant_one(desk: Desk, entry: LogEntry, saying: Saying) -> Log | None:
    """The one activity of that day and kind that the words speak of as known: ``the walk was 45 min``."""
    if entry.kind is None or not says_the_one(saying.text) or not (entry.duration_s or entry.distance_m):
        return None
    day = logs_between(desk.session, desk.athlete_id, entry.date, entry.date)
    told = [log for log in day if log.status in {Status.DONE, Status.PARTIAL} and activity_of(log) is entry.kind]
    return told[0] if len(told) == 1 and told[0].saying_id != saying.id else None


def put_right(desk: Desk, log: Log, entry: LogEntry, *, less: bool = True) -> None:
    """Write what the words say into the log that they mean; with ``less`` of it done than was told."""

    def change() -> None:
        overwrite(log, entry, dated=False)
        if less:
            log.status = Status.PARTIAL

    with as_if_always(desk):
        correct(desk, log, change)
        finish(desk, log)


def ask_if_same(desk: Desk, log: Log, twin: Log) -> None:
    """Keep what was typed, and ask on its card whether it is the run that is there; the plan waits for the answer."""
    add_log(desk.session, log)
    words, athlete = desk.words, desk.athlete_id
    what = _called(twin)
    same = Button(words(f"button.same_{what}"), Tap(Verb.ASK, athlete, log.id, f"{SAME}:{twin.id}"))
    second = Button(words(f"button.second_{what}"), Tap(Verb.ASK, athlete, log.id, f"{SECOND}:{twin.id}"))
    question = words(f"twin.ask_{what}", line=log_line(twin, words))
    show_card_asking(desk, log, question, (same, second))


def _called(log: Log) -> str:
    """What the question calls a log: *run*, or *one* of anything else."""
    return "run" if activity_of(log) in {Activity.RUN, None} else "one"


def may_ask(desk: Desk, saying: Saying, log: Log) -> Log | None:
    """The twin to ask about: none where the words say *another*, nor of those who run twice a day."""
    twin = twin_of(desk, log)
    if twin is None or says_another(saying.text, _hour(desk, twin)) or _runs_twice(desk, log.date):
        return None
    return twin


def settle_twin(desk: Desk, tapped: Tapped) -> None:
    """Same run, or a second run.

    Raises:
        StaleButton: one of the two is gone.
    """
    deed, _, other = tapped.tap.value.partition(":")
    log = log_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    twin = log_by_id(desk.session, desk.athlete_id, int(other or 0))
    if log is None or log.deleted_at is not None:
        raise StaleButton
    if deed == SECOND or twin is None or twin.deleted_at is not None:
        _leave_both(desk, log, tapped.message_id)
    else:
        _merge(desk, log, twin, tapped.message_id)


def answer_twin(desk: Desk, heard: Heard) -> bool:
    """The words of the two buttons, right under the card that asks; false for anything else."""
    text = _ASIDE.sub("", plain(heard.text).replace("'", "")).strip(" ,!")
    if heard.edited or text not in _SAME | _SECOND:
        return False
    meant = replied_to(desk, heard.reply_to) if heard.reply_to else lately_about(desk)
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == "log" else None
    fresh = log is not None and log.deleted_at is None and log.created_at >= desk.now - OPEN_FOR
    twin = twin_of(desk, log) if log is not None and fresh else None
    if log is None or twin is None:
        return False
    if text in _SECOND:
        _leave_both(desk, log)
    else:
        _merge(desk, log, twin)
    return True


def _leave_both(desk: Desk, log: Log, message_id: int | None = None) -> None:
    if message_id is None:
        show_card(desk, log)
    else:
        refresh_card(desk, log, message_id)
    with as_if_told_then(desk, [log.date], [log]):
        replan_after(desk, log, None)


def _merge(desk: Desk, log: Log, twin: Log, message_id: int | None = None) -> None:
    """One log of two: the older one, which is bound to its session, with every figure of the newer one."""
    told = desk.words(f"twin.merged_{_called(twin)}", line=log_line(log, desk.words))
    merged = Screen(told, deleted_screen(log, desk.words).rows)
    with as_if_always(desk):
        set_aside(desk, [log])
        log.before = {MERGED: twin.id}
        correct(desk, twin, partial(_take_over, twin, log))
        if message_id is None:
            desk.say(merged)
        else:
            desk.show(merged, message_id=message_id)
        show_card(desk, twin, session_of(desk, twin))


def merged_again(desk: Desk, saying: Saying, entries: Sequence[LogEntry]) -> bool:
    """An edited message whose run was merged into another corrects that one; false for any other message."""
    gone = [one for one in logs_ever_of_saying(desk.session, saying.id or 0) if one.deleted_at is not None]
    merged = [one for one in gone if (one.before or {}).get(MERGED)]
    twin = log_by_id(desk.session, desk.athlete_id, int((merged[-1].before or {})[MERGED])) if merged else None
    if twin is None or twin.deleted_at is not None or len(entries) != 1:
        return False
    again = new_log(desk, saying_id=saying.id)
    fill(again, entries[0], None)
    if again.status == Status.SKIPPED or again.date != twin.date or activity_of(again) not in {activity_of(twin), None}:
        return False
    correct(desk, twin, partial(_take_over, twin, again))
    show_card(desk, twin, session_of(desk, twin))
    return True


def merged_into(desk: Desk, log: Log) -> list[Log]:
    """The logs of other messages whose figures a log took."""
    return [one for one in logs_merged_into(desk.session, log) if (one.before or {}).get(MERGED) == log.id]


def _take_over(log: Log, newer: Log) -> None:
    """Write every figure that the newer log states."""
    stated = newer.stated or ()
    if "minutes" in stated:
        log.minutes = newer.minutes
    if newer.distance_m is not None and ("distance" in stated or "distance" not in (log.stated or ())):
        log.distance_m = newer.distance_m
    for field in ("rpe", "avg_hr", "pain_area", "pain_level", "note"):
        if getattr(newer, field) is not None:
            setattr(log, field, getattr(newer, field))
    if newer.exercises:
        log.exercises = list(newer.exercises)
    if newer.status == Status.PARTIAL:
        log.status = newer.status
    note_stated(log, *stated)


def _of_day(desk: Desk, log: Log) -> Sequence[Log]:
    """What was told of that day by another message, and was done."""
    day = logs_between(desk.session, desk.athlete_id, log.date, log.date)
    done = {Status.DONE, Status.PARTIAL}
    return [one for one in day if one.status in done and (one.saying_id is None or one.saying_id != log.saying_id)]


def _is_alike(old: Log, new: Log) -> bool:
    """Whether kind and stated figures agree; a log without figures agrees with any."""
    kinds = {activity_of(old), activity_of(new)}
    if len(kinds - {None}) > 1:
        return False
    pairs = [(old.distance_m, new.distance_m, "distance"), (old.minutes, new.minutes, "minutes")]
    both = [(a, b) for a, b, figure in pairs if a and b and _states(old, figure) and _states(new, figure)]
    return all(abs(a - b) <= ALIKE * max(a, b) for a, b in both) and _can_be_one(old, new)


def _can_be_one(old: Log, new: Log) -> bool:
    """Whether the figures of both together can be true: no 50 km in the 40 minutes told before."""
    metres = new.distance_m if new.distance_m and _states(new, "distance") else old.distance_m
    minutes = new.minutes if new.minutes and _states(new, "minutes") else old.minutes
    if not metres or not minutes:
        return True
    one = LogEntry(
        Status.DONE, activity_of(new) or activity_of(old), new.date, Metres(metres), Seconds(round(minutes * 60))
    )
    return doubt((one,), {}, [], new.date) is None


def _states(log: Log, figure: str) -> bool:
    return log.stated is None or figure in log.stated or log.track is not None


def _is_less(log: Log, entry: LogEntry) -> bool:
    """Whether a figure is less than the log's, or than what the log only took over from the plan."""
    minutes = None if entry.duration_s is None else entry.duration_s / 60
    pairs = [(log.distance_m, entry.distance_m), (log.minutes, minutes)]
    return any(old and new and new < old for old, new in pairs)


def _hour(desk: Desk, log: Log) -> int:
    """The local hour at which a log was told."""
    return log.created_at.astimezone(desk.zone).hour


def _runs_twice(desk: Desk, day: dt.date) -> bool:
    """Whether somebody often moves the same way twice a day: then two logs are two."""
    logs = logs_between(desk.session, desk.athlete_id, day - SOON, day - dt.timedelta(days=1))
    done = [(log.date, activity_of(log)) for log in logs if log.status in {Status.DONE, Status.PARTIAL} and log.kind]
    return len({one for one in done if done.count(one) > 1}) >= TWICE_A_DAY
