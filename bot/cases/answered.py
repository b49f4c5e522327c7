"""A reply to a prompt whose session is logged already: its figures are that log's, and no second activity.

People answer the last message that they find: *actually it was 42 min* under yesterday's prompt is yesterday's run.
"""

import datetime as dt
import re
from typing import Final

from bot.cases.binding import activity_of
from bot.cases.told import prompt_of
from bot.conversations.amount import units_of
from bot.desk import Desk
from coach.history import Status
from coach.reader.corrections import may_correct
from coach.reading import Reading
from storage.logs import logs_between, logs_of_prompt
from storage.tables import Log, Prompt, Saying

_ONE_MORE: Final = re.compile(r"\b(?:again|also|another|second|extra|more|too|plus|as well|on top)\b", re.IGNORECASE)
"""Words that tell of an activity of its own."""
_TODAY: Final = re.compile(r"\b(?:today|tonight|just now|this (?:morning|lunch\w*|afternoon|evening))\b", re.IGNORECASE)
"""Words that under the prompt of an earlier day tell of another one."""


def ref_of_answered(desk: Desk, ref: str | None, reading: Reading, saying: Saying) -> str | None:
    """What words reply to: in place of a prompt the one log it was answered with, where they tell only of it."""
    prompt, day = prompt_of(desk, ref), desk.date_at(saying.said_at)
    if prompt is None or not _tells_of_it(reading) or _is_another(reading, prompt, day):
        return ref
    logs = _logs_of(desk, prompt)
    named = reading.entries[0].kind
    if named is not None:
        logs = [
            log for log in logs if activity_of(log) is named and may_correct(saying.text, day, units_of(desk.owner))
        ]
    return f"log:{logs[0].id}" if len(logs) == 1 else ref


def _is_another(reading: Reading, prompt: Prompt, day: dt.date) -> bool:
    """Whether words that were said on a day tell of one more activity, or of one of another day than the prompt's."""
    elsewhere = reading.entries[0].date not in {day, prompt.local_date}
    later = prompt.local_date < day and _TODAY.search(reading.text) is not None
    return elsewhere or later or _ONE_MORE.search(reading.text) is not None


def _tells_of_it(reading: Reading) -> bool:
    """Whether a reading is of one activity, and of its figures or how much of it was done more than of its kind."""
    if len(reading.entries) != 1 or reading.question is not None:
        return False
    entry = reading.entries[0]
    told = any(figure is not None for figure in (entry.distance_m, entry.duration_s, entry.rpe, entry.avg_hr))
    return entry.status is not Status.SKIPPED and not entry.exercises and (told or entry.kind is None)


def _logs_of(desk: Desk, prompt: Prompt) -> list[Log]:
    """What a prompt's sessions were logged as; none while one of them is open."""
    rows = {log.id: log for log in logs_of_prompt(desk.session, prompt.id or 0)}
    rows |= {log.id: log for log in logs_between(desk.session, desk.athlete_id, prompt.local_date, prompt.local_date)}
    kinds = {session["kind"] for session in prompt.sessions}
    logs = [log for log in rows.values() if log.planned and log.kind in kinds and log.deleted_at is None]
    if kinds - {log.kind for log in logs}:
        return []
    return [log for log in logs if log.status != Status.SKIPPED]
