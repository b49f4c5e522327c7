"""``/measure``: weight, girths, sleep, resting pulse, by words or guided; shown as trends, never as a verdict (S4)."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.cases.bodies import learn_body
from bot.cases.measured import BACK, GUARDED, HIDDEN, answer_latest, latest_row, latest_tapped, may_see
from bot.cases.settings import learn_weight, unlearn_weight
from bot.conversations.flows import BY_KEY
from bot.conversations.typed.readings import read_values
from bot.desk import Desk
from bot.incoming import Heard, Tapped
from bot.refs import About
from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.views.measured import measured_text, written
from bot.views.measuring import Measured, trend_lines
from bot.words import Html
from coach.measuring import ENOUGH, TAPE_LIMIT, girth_trend, read_once, weight_trend
from coach.reader import read
from coach.reading import Reading
from storage.logs import logs_of_saying
from storage.measurements import add_measurement, delete_measurement, measurements_of, measurements_of_saying
from storage.sayings import saying_at
from storage.tables import Measurement, Saying

REF: Final = "measure:0"
"""What the outbox remembers of a question for a figure: ``measure:0:thigh_cm``."""
GIRTHS: Final = tuple(TAPE_LIMIT)
KINDS: Final = ("weight_kg", *GIRTHS, "sleep_h", "resting_hr")
WEEK: Final = dt.timedelta(days=7)
_CURTAIN: Final = re.compile(
    r"(?:(?:please|pls|can (?:you|we|i)|could you|i want to|i'?d like to|just),? )*"
    r"(?:hide|stop showing(?: me)?|(?:don'?t|do not|never) (?:ever )?show(?: me)?|(?P<show>show(?: me)?|unhide))"
    r" (?:my |the )?weight(?: (?:again|please|anywhere|any ?more|now))*"
)


def measure(desk: Desk, words: str) -> None:
    """``/measure``: what was measured and what can be; with words behind it, these are kept (``/measure thigh 58``)."""
    reading = read(words, desk.today, desk.words.units, desk.words.language) if words else None
    if reading is not None and reading.question is not None:
        desk.say(Screen(desk.words("hear.doubt", question=reading.question)))
    elif reading is not None and reading.measurements:
        keep_told(desk, reading, words)
    else:
        desk.say(_screen(desk))


def measure_tapped(desk: Desk, tapped: Tapped) -> None:
    """A kind was tapped: how it is measured, and a figure is waited for. Or the weight is hidden or shown."""
    desk.toast(tapped.query_id)
    value = tapped.tap.value
    if value == BACK:
        desk.show(_screen(desk), message_id=tapped.message_id)
    elif latest_tapped(desk, tapped):
        return
    elif value in {"hide", "show"}:
        desk.owner.profile = {**desk.owner.profile, HIDDEN: value == "hide"}
        desk.show(_screen(desk), message_id=tapped.message_id)
    elif value in GUARDED and not may_see(desk):
        desk.say(Screen(desk.words("measure.not_for_you")))
    else:
        desk.say(_question(desk, value), ref=f"{REF}:{value}")


def answer_curtain(desk: Desk, text: str) -> bool:
    """*Hide my weight*, *show my weight again*: what the button under the trends does; false for any other words."""
    asked = _CURTAIN.fullmatch(text) if may_see(desk) else None
    if asked is None:
        return False
    desk.owner.profile = {**desk.owner.profile, HIDDEN: asked["show"] is None}
    desk.say(_screen(desk))
    return True


def answer_measure(desk: Desk, meant: About, heard: Heard, text: str) -> bool:
    """Figures typed after a kind was tapped, or words under the list; false where they may be something else."""
    kind, saying = meant.step, saying_at(desk.session, desk.chat_id, heard.message_id)
    if kind not in KINDS:
        return answer_latest(desk, meant.id, text)
    values = read_values(kind, heard.text, desk.words.units)
    if values is None:
        return False
    _take(desk, kind, values, desk.today, None if saying is None else saying.id)
    return True


def answer_measured_anew(desk: Desk, saying: Saying) -> bool:
    """A message that was nothing but figures of one kind was edited: the new ones stand in their place.

    False where it was more than that, or is something else now.
    """
    before = measurements_of_saying(desk.session, saying.id or 0)
    kinds = {reading.kind for reading in before}
    if len(kinds) != 1 or logs_of_saying(desk.session, saying.id or 0):
        return False
    values = read_values(before[0].kind, saying.text, desk.words.units)
    if values is None:
        return False
    measure_anew(desk, before, values, saying.id)
    return True


def measure_anew(desk: Desk, before: Sequence[Measurement], values: Sequence[float], saying_id: int | None) -> None:
    """Let figures stand in the place of readings of one kind and day; where they cannot be true, ask once more."""
    for reading in before if values else ():
        delete_measurement(desk.session, reading, desk.now)
    _take(desk, before[0].kind, values, before[0].date, saying_id)
    for reading in before if values else ():
        unlearn_weight(desk, reading)


def _take(desk: Desk, kind: str, values: Sequence[float], day: dt.date, saying_id: int | None) -> None:
    """Keep figures of one kind and confirm them; where they cannot be true, ask once more."""
    if not values:
        desk.say(Screen(desk.words(f"measure.range.{kind}")), ref=f"{REF}:{kind}")
        return
    for value in values:
        kept = add_measurement(desk.session, desk.athlete_id, kind, value, day, desk.now, saying_id=saying_id)
        learn_weight(desk, kept)
    _confirm(desk, {kind: sum(values) / len(values)}, day)


def keep_told(
    desk: Desk, reading: Reading, text: str, saying_id: int | None = None, day: dt.date | None = None
) -> None:
    """Keep what words told, and confirm it; what is none of this athlete's business is answered kindly (S2).

    Of the ``day`` given, else of the one that the words say of it, of that of the activity told with it, or of today.
    """
    day = day or measured_on(reading, desk.today)
    told = dict(reading.measurements)
    kept = told if may_see(desk) else {kind: value for kind, value in told.items() if kind not in GUARDED}
    for kind, mean in kept.items():
        for value in reading.readings.get(kind, ()) if kind in GIRTHS else (mean,):
            row = add_measurement(desk.session, desk.athlete_id, kind, value, day, desk.now, saying_id=saying_id)
            learn_weight(desk, row)
    if kept:
        _confirm(desk, kept, day)
    if len(kept) < len(told):
        desk.say(Screen(desk.words("measure.not_for_you")))
    elif "weight_kg" in kept:
        learn_body(desk, text)


def measured_on(reading: Reading, said_on: dt.date) -> dt.date:
    """The day that figures are of: the one told, that of the activity told with them, else when they were said."""
    return reading.measured_on or (reading.entries[0].date if reading.entries else said_on)


def measured_by(desk: Desk) -> Measured:
    """Everything measured, as trends; no weight where it is hidden, no weight and girth where S2 keeps them."""
    hidden = bool(desk.owner.profile.get(HIDDEN))
    nights = [value for day, value in _readings(desk, "sleep_h") if day > desk.today - WEEK]
    pulses = sorted(value for day, value in _readings(desk, "resting_hr") if day > desk.today - 2 * WEEK)
    sleep, pulse = (sum(nights) / len(nights) if nights else None), (pulses[len(pulses) // 2] if pulses else None)
    if not may_see(desk):
        return Measured(sleep_h=sleep, resting_hr=pulse)
    trends = {kind: girth_trend(kind, _readings(desk, kind)) for kind in GIRTHS}
    girths = {kind: trend for kind, trend in trends.items() if trend is not None}
    weight = None if hidden else weight_trend(_readings(desk, "weight_kg"), desk.today)
    return Measured(weight, girths, sleep, pulse, hidden)


def _readings(desk: Desk, kind: str) -> tuple[tuple[dt.date, float], ...]:
    return measurements_of(desk.session, desk.athlete_id, kind)


def _screen(desk: Desk) -> Screen:
    measured = measured_by(desk)
    lines = [*trend_lines(measured, desk.words, desk.today), *_once_lines(desk)]
    parts = [
        desk.words("measure.head"),
        Html("\n".join(lines)) if lines else _told_before(desk, hidden=measured.hidden),
        desk.words("measure.hidden") if measured.hidden else "",
        desk.words("measure.foot"),
    ]
    return Screen("\n\n".join(part for part in parts if part), _rows(desk, hidden=measured.hidden))


def _once_lines(desk: Desk) -> list[Html]:
    """Girths that were told and are no measuring yet, so that nobody thinks them lost."""
    found = {kind: read_once(_readings(desk, kind)) for kind in GIRTHS} if may_see(desk) else {}
    return [
        desk.words(
            "trend.girth_once", name=desk.words(f"measure.name.{kind}"), day=once[0],
            value=written(kind, once[1], desk.words),
        )
        for kind, once in found.items()
        if once is not None
    ]  # fmt: skip


def _told_before(desk: Desk, *, hidden: bool) -> str:
    """The weight that was given as an answer, where nothing was measured yet and it may be shown."""
    weight = desk.owner.profile.get("weight_kg")
    if weight is None or hidden or not may_see(desk):
        return desk.words("measure.empty")
    return desk.words("measure.told_before", weight=BY_KEY["weight"].told(desk.owner, desk.words))


def _rows(desk: Desk, *, hidden: bool) -> Rows:
    """What can be measured, in rows; last the weight's curtain, where weight is this athlete's business."""
    may = may_see(desk)
    kinds = [kind for kind in KINDS if may or kind not in GUARDED]
    buttons = [_button(desk, desk.words(f"measure.name.{kind}"), kind) for kind in kinds]
    rows = in_rows(buttons, 3)
    curtain = "show" if hidden else "hide"
    last = ((_button(desk, desk.words(f"measure.{curtain}"), curtain),),) if may else ()
    return (*rows, *latest_row(desk), *last)


def _button(desk: Desk, label: str, value: str) -> Button:
    return Button(label, Tap(Verb.MEASURE, desk.athlete_id, value=value))


def _question(desk: Desk, kind: str) -> Screen:
    imperial = ".mi" if desk.words.units == "mi" and kind in GUARDED else ""
    return Screen(desk.words(f"measure.ask.{kind}{imperial}"))


def _confirm(desk: Desk, kept: Mapping[str, float], day: dt.date) -> None:
    """What was kept; of a girth read once, that a second reading makes it count; no weight where it is hidden."""
    hidden = bool(desk.owner.profile.get(HIDDEN))
    shown = {kind: value for kind, value in kept.items() if not (hidden and kind == "weight_kg")}
    parts = [measured_text(shown, desk.words) if shown else desk.words("measure.kept_hidden")]
    if day != desk.today:
        parts.append(desk.words("measure.of_day", day=day))
    once = (
        [kind for kind in shown if kind in GIRTHS and _count_on(desk, kind, day) < ENOUGH] if day == desk.today else []
    )
    if once:
        parts.append(desk.words("measure.once_more", name=desk.words(f"measure.name.{once[0]}")))
    desk.say(Screen("\n\n".join(parts)), ref=f"{REF}:{once[0]}" if once else None)


def _count_on(desk: Desk, kind: str, wanted: dt.date) -> int:
    return sum(day == wanted for day, _ in _readings(desk, kind))
