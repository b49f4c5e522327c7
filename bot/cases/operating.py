"""``/stats`` and ``/deadletters``: what the operator needs to see, without a name or a word that a person wrote."""

import datetime as dt
from collections.abc import Mapping
from importlib.metadata import version

from bot.desk import Desk
from bot.incoming import Ordered, Tapped
from bot.panel import Panel
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.words import Html
from coach.phrases import Duration
from coach.units import Seconds
from storage.census import census
from storage.inbox import dead_letters, drop_update, inbox_depth, revive_update
from storage.outbox import outbox_depth
from storage.prompts import prompts_late
from storage.schema import HEAD
from storage.tables import AthleteState, InboxUpdate, Lane, PromptState

LISTED = 8
"""Updates shown at once: each has two buttons."""
PLACES = 3
"""How many of the places that an error passed are shown, the innermost first."""
AGAIN = "again"
DROP = "drop"


def stats(desk: Desk, _: Ordered, panel: Panel) -> None:
    """``/stats``: the figures an operator looks at first."""
    parts = (_program(desk, panel), _people(desk), _boxes(desk, panel.now), _sends(desk, panel))
    desk.say(Screen("\n\n".join(parts)))


def deadletters(desk: Desk, ordered: Ordered, panel: Panel) -> None:
    """``/deadletters``: what could not be handled, where it failed and when; Retry and Drop for each."""
    desk.say(_list_screen(desk, ordered.sender.telegram_id, panel.now))


def deadletter_tapped(desk: Desk, tapped: Tapped, panel: Panel) -> None:
    """Try one again, or forget it; then the list as it is now."""
    update_id, operator = tapped.tap.subject or 0, tapped.tap.athlete
    again = tapped.tap.value == AGAIN
    found = revive_update(desk.session, update_id) if again else drop_update(desk.session, update_id, desk.now)
    key = ("dead.again" if again else "dead.dropped") if found else "dead.gone"
    desk.toast(tapped.query_id, desk.words(key))
    desk.show(_list_screen(desk, operator, panel.now), message_id=tapped.message_id)


def _program(desk: Desk, panel: Panel) -> str:
    up = _span(panel.since, panel.now)
    return desk.words("stats.program", version=version("legwork"), schema=HEAD, up=up)


def _people(desk: Desk) -> str:
    found = census(desk.session, desk.now)
    late, _ = prompts_late(desk.session, desk.now)
    return desk.words(
        "stats.people",
        active=found.states.get(AthleteState.ACTIVE, 0),
        paused=found.states.get(AthleteState.PAUSED, 0),
        onboarding=found.states.get(AthleteState.ONBOARDING, 0),
        blocked=found.blocked,
        heard=found.heard,
        said=found.prompts.get(PromptState.SAID, 0),
        dropped=found.prompts.get(PromptState.DROPPED, 0),
        late=late,
    )


def _boxes(desk: Desk, now: dt.datetime) -> str:
    inbox = inbox_depth(desk.session)
    answers, broadcasts = (outbox_depth(desk.session, lane) for lane in (Lane.ANSWER, Lane.BROADCAST))
    return desk.words(
        "stats.boxes",
        inbox=inbox.waiting,
        inbox_age=_span(inbox.oldest, now),
        dead=inbox.dead,
        answers=answers.waiting,
        answers_age=_span(answers.oldest, desk.now),
        broadcasts=broadcasts.waiting,
        broadcasts_age=_span(broadcasts.oldest, desk.now),
    )


def _sends(desk: Desk, panel: Panel) -> str:
    none = desk.words("stats.none")
    return desk.words("stats.sends", sends=_listed(panel.sends) or none, updates=_listed(panel.updates) or none)


def _listed(counts: Mapping[str, int]) -> Html:
    return Html(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


def _span(since: dt.datetime | None, now: dt.datetime) -> Duration:
    return Duration(Seconds(max(0, round((now - since).total_seconds())) if since is not None else 0))


def _list_screen(desk: Desk, operator: int, now: dt.datetime) -> Screen:
    found = dead_letters(desk.session, LISTED)
    if not found:
        return Screen(desk.words("dead.none"))
    lines = [_line(desk, number, row, now) for number, row in enumerate(found, start=1)]
    count = inbox_depth(desk.session).dead
    rows: Rows = tuple(_buttons(desk, number, row, operator) for number, row in enumerate(found, start=1))
    return Screen("\n\n".join((desk.words("dead.head", n=count), *lines)), rows)


def _line(desk: Desk, number: int, row: InboxUpdate, now: dt.datetime) -> str:
    kind = next((name for name in row.payload if name != "update_id"), "")
    place = " < ".join((row.error or "").split(" < ")[:PLACES])
    return desk.words("dead.line", number=number, kind=kind, place=place, age=_span(row.received_at, now))


def _buttons(desk: Desk, number: int, row: InboxUpdate, operator: int) -> tuple[Button, ...]:
    return tuple(
        Button(desk.words(f"button.dead_{value}", number=number), Tap(Verb.DEAD_LETTER, operator, row.update_id, value))
        for value in (AGAIN, DROP)
        if row.update_id >= 0
    )
