"""What was measured lately, figure by figure: seen in a list, taken back by a tap or in words, and brought back."""

import re
from typing import Final

from bot.cases.settings import relearn_weight, unlearn_weight
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.views.measured import written
from bot.words import Html
from coach.documents import read_profile
from coach.errors import StaleButton
from coach.measuring import may_measure
from storage.measurements import delete_measurement, latest_measurements, measurement_by_id, restore_measurement
from storage.tables import Measurement

LATEST: Final = "latest"
"""The value of the button that opens the list, and the step of its message (``measure:0:latest``)."""
DROP, KEEP, BACK = "drop", "keep", "back"
"""Take a figure back, bring it back, and back to the trends."""
REF: Final = "measure"
GUARDED: Final = frozenset({"weight_kg", "thigh_cm", "calf_cm", "waist_cm", "hip_cm"})
"""What S2 keeps from minors, and care from those whom figures harm."""
HIDDEN: Final = "weight_hidden"
_SHOWN: Final = 8
_DROPPED: Final = re.compile(
    r"(?:please )?(?:delete|remove|take back|scrap|drop)(?: number| no\.?| nr\.?| the)? ?(\d)(?: please)?"
)
_UNDO: Final = re.compile(r"(?:undo|restore|bring)(?: it| that)?(?: back)?")


def may_see(desk: Desk) -> bool:
    """Whether weight and girths are this athlete's business (S2)."""
    return may_measure(read_profile(desk.owner.profile))


def latest_tapped(desk: Desk, tapped: Tapped) -> bool:
    """The list, or a figure of it taken back or brought back; false for any other tap.

    Raises:
        StaleButton: the figure is gone, or somebody else's.
    """
    value = tapped.tap.value
    if value == LATEST:
        desk.show(_list(desk), message_id=tapped.message_id, ref=f"{REF}:0:{LATEST}")
        return True
    if value not in {DROP, KEEP}:
        return False
    reading = measurement_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if reading is None:
        raise StaleButton
    screen, ref = _drop(desk, reading) if value == DROP else _keep(desk, reading)
    desk.show(screen, message_id=tapped.message_id, ref=ref)
    return True


def answer_latest(desk: Desk, subject: int, text: str) -> bool:
    """*delete 2* under the list, *undo* after it; false for anything else."""
    number = _DROPPED.fullmatch(text)
    shown = _shown(desk)
    if number is not None and 1 <= int(number[1]) <= len(shown):
        screen, ref = _drop(desk, shown[int(number[1]) - 1])
        desk.say(screen, ref=ref)
        return True
    reading = measurement_by_id(desk.session, desk.athlete_id, subject) if _UNDO.fullmatch(text) else None
    if reading is None or reading.deleted_at is None:
        return False
    screen, ref = _keep(desk, reading)
    desk.say(screen, ref=ref)
    return True


def show_latest(desk: Desk) -> None:
    """The list, where words ask for a figure to be taken back and do not say which."""
    desk.say(_list(desk), ref=f"{REF}:0:{LATEST}")


def take_back(desk: Desk, reading: Measurement) -> None:
    """Take back the figure that was told last, with a way to bring it back; one that is hidden is not shown."""
    if reading.id not in {shown.id for shown in _shown(desk)}:
        show_latest(desk)
        return
    screen, ref = _drop(desk, reading)
    desk.say(screen, ref=ref)


def latest_row(desk: Desk) -> Rows:
    """The button that opens the list, where there is something in it."""
    return ((_button(desk, desk.words("measure.latest"), LATEST),),) if _shown(desk) else ()


def _drop(desk: Desk, reading: Measurement) -> tuple[Screen, str]:
    """Take a figure back. A weight that the plan was made with goes with it."""
    if reading.deleted_at is None:
        delete_measurement(desk.session, reading, desk.now)
        unlearn_weight(desk, reading)
    undo = _button(desk, desk.words("button.undo"), KEEP, reading.id)
    head = desk.words("measure.taken_back", what=_line(desk, reading))
    return _list(desk, head, ((undo,),)), f"{REF}:{reading.id}:{LATEST}"


def _keep(desk: Desk, reading: Measurement) -> tuple[Screen, str]:
    if reading.deleted_at is not None:
        restore_measurement(desk.session, reading)
        relearn_weight(desk, reading)
    return _list(desk, desk.words("measure.back_again", what=_line(desk, reading))), f"{REF}:0:{LATEST}"


def _shown(desk: Desk) -> list[Measurement]:
    """The latest figures, without what is hidden or kept from this athlete."""
    kept_away = GUARDED if not may_see(desk) else {"weight_kg"} if desk.owner.profile.get(HIDDEN) else frozenset()
    return latest_measurements(desk.session, desk.athlete_id, _SHOWN, without=kept_away)


def _list(desk: Desk, head: str = "", first: Rows = ()) -> Screen:
    shown = _shown(desk)
    lines = [f"{number}. {_line(desk, reading)}" for number, reading in enumerate(shown, start=1)]
    text = desk.words("measure.list", lines=Html("\n".join(lines))) if lines else desk.words("measure.none_left")
    drops = [_button(desk, f"✕ {number}", DROP, reading.id) for number, reading in enumerate(shown, start=1)]
    back = _button(desk, desk.words("measure.to_trends"), BACK)
    return Screen("\n\n".join(part for part in (head, text) if part), (*first, *in_rows(drops, 4), (back,)))


def _line(desk: Desk, reading: Measurement) -> Html:
    name, value = desk.words(f"measure.name.{reading.kind}"), written(reading.kind, reading.value, desk.words)
    return desk.words("measure.line", day=reading.date, name=name, value=value)


def _button(desk: Desk, label: str, value: str, subject: int | None = None) -> Button:
    return Button(label, Tap(Verb.MEASURE, desk.athlete_id, subject, value))
