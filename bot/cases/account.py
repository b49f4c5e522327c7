"""``/delete`` and ``/help``: leaving without a trace, and finding one's way."""

from collections.abc import Iterable

from bot.conversations.asking import Talk, talk_at
from bot.conversations.choice import match_words
from bot.conversations.flows import Flow
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.words import words_for
from coach.memories import forget_people
from storage.athletes import erase

ERASE = "erase"
YES = "yes"
NO = "no"
_SPOKEN = {
    YES: "yes|y|delete|erase|yes delete|yes delete everything|delete everything|erase everything|erase it all",
    NO: "no|n|keep|keep it|dont|cancel|stop|no keep everything",
}


def delete(desk: Desk) -> None:
    """``/delete``: ask first. Nothing happens until the answer."""
    if desk.athlete is None:
        desk.say(Screen(desk.words("delete.nobody")))
        return
    talk = talk_at(desk)
    yes = Button(desk.words("delete.yes"), Tap(Verb.DELETE_ALL, desk.athlete_id, value=YES))
    no = Button(desk.words("delete.no"), Tap(Verb.DELETE_ALL, desk.athlete_id, value=NO))
    talk.remember(waiting=[talk.row.flow, talk.row.question] if talk.flow is not Flow.ERASING else None)
    talk.show(Screen(desk.words("delete.ask"), ((no,), (yes,))), None)
    talk.open(Flow.ERASING, ERASE, None)


def delete_tapped(desk: Desk, tapped: Tapped) -> None:
    """Yes erases everything; no changes nothing."""
    desk.toast(tapped.query_id)
    desk.set_rows((), message_id=tapped.message_id)
    _settle(talk_at(desk), erased=tapped.tap.value == YES)


def delete_answered(talk: Talk, text: str, *, in_time: bool) -> bool:
    """Yes or no in words. Anything else, or a late yes, erases nothing and withdraws the question."""
    said = match_words(text, _SPOKEN) if in_time else None
    talk.put_away()
    if said is None:
        _withdraw(talk)
        return False
    _settle(talk, erased=said == YES)
    return True


def keep_everything(talk: Talk) -> None:
    """Not erased after all."""
    _withdraw(talk)
    talk.desk.say(Screen(talk.desk.words("delete.kept")))


def _withdraw(talk: Talk) -> None:
    """The question that was open before is open again."""
    flow, question = talk.row.data.get("waiting") or (None, None)
    talk.row.flow, talk.row.question, talk.row.message_id = flow, question, None
    talk.remember(waiting=None)


def show_help(desk: Desk, names: Iterable[str]) -> None:
    """``/help``: what can be said, and every command that exists with its one line."""
    lines = [desk.words("help.line", name=name, does=desk.words(f"command.{name}")) for name in names]
    desk.say(Screen("\n\n".join((desk.words("help.head"), "\n".join(lines), desk.words("help.foot")))))


def _settle(talk: Talk, *, erased: bool) -> None:
    if not erased:
        if talk.flow is Flow.ERASING:
            keep_everything(talk)
        return
    _erase(talk.desk)


def _erase(desk: Desk) -> None:
    """Erase the athlete; what was queued to be said goes with them, so the goodbye comes after."""
    name, waiting = desk.owner.name, [message for message in desk.said if message.chat_id is not None]
    erase(desk.session, desk.owner)
    forget_people()
    desk.athlete = None
    desk.words = words_for(desk.words.language)
    # The answer to the tap belongs to no chat: it was not erased, and must not be given twice.
    desk.said[:] = [message for message in desk.said if message.chat_id is None]
    for message in waiting:
        desk.queue(message.method, message.payload)
    desk.say(Screen(desk.words("delete.done", name=name)))
