"""``/learn``: short honest lessons, one a screen, in an order that a beginner can follow; each names its source."""

from typing import Final

from bot.conversations.health import flags_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from coach.measuring import figures_suit

LESSONS: Final = (
    "spot", "mix", "easy", "long", "intervals", "hills", "tempo", "strength", "walking", "talk", "water", "sleep",
    "patience",
)  # fmt: skip
"""The lessons, in order."""
OF_FIGURE: Final = frozenset(
    {"spot", "mix", "easy", "long", "intervals", "hills", "strength", "walking", "water", "patience"}
)
"""The lessons that say a word on fat, shape, scales or food; others read their ``.plain`` form (S2, S3)."""
SPOT: Final = "spot"
_WIDTH: Final = 2


def learn(desk: Desk) -> None:
    """``/learn``: the list of lessons."""
    desk.say(_contents(desk))


def learn_tapped(desk: Desk, tapped: Tapped) -> None:
    """A lesson, the next or the one before, or the list again; in the same message."""
    desk.toast(tapped.query_id)
    name = tapped.tap.value
    desk.show(_lesson(desk, name) if name in LESSONS else _contents(desk), message_id=tapped.message_id)


def _contents(desk: Desk) -> Screen:
    buttons = [_button(desk, _title(desk, name), name) for name in LESSONS]
    return Screen(desk.words("learn.head"), in_rows(buttons, _WIDTH))


def _lesson(desk: Desk, name: str) -> Screen:
    place = LESSONS.index(name)
    number = desk.words("learn.place", number=place + 1, total=len(LESSONS))
    plain = name in OF_FIGURE and not _figures_suit(desk)
    title, body = desk.words("learn.title", title=_title(desk, name)), desk.words(f"learn.{name}{'.plain' * plain}")
    source = desk.words("learn.spot.source.plain" if plain and name == SPOT else f"learn.{name}.source")
    return Screen("\n\n".join((f"{number}\n{title}", body, source)), _rows(desk, place))


def _title(desk: Desk, name: str) -> str:
    """The name of a lesson; the one on fat is another lesson for those whom such talk may harm."""
    return desk.words(f"learn.{name}.title{'.plain' * (name == SPOT and not _figures_suit(desk))}")


def _figures_suit(desk: Desk) -> bool:
    """Adults, and nobody whom talk of fat, girths and food may harm (S2, S3)."""
    return figures_suit(desk.owner.profile.get("age"), flags_of(desk.owner))


def _rows(desk: Desk, place: int) -> Rows:
    beside = []
    if place:
        beside.append(_button(desk, desk.words("learn.back"), LESSONS[place - 1]))
    if place + 1 < len(LESSONS):
        beside.append(_button(desk, desk.words("learn.next"), LESSONS[place + 1]))
    return (tuple(beside), (_button(desk, desk.words("learn.all"), ""),))


def _button(desk: Desk, label: str, name: str) -> Button:
    return Button(label, Tap(Verb.LEARN, desk.athlete_id, value=name))
