"""How long sessions may be, told in words while nothing is open: today in a shorter size, or the setting for it."""

import re
from typing import Final

from bot.cases.answers import prompt_ref, row_id
from bot.cases.training import training_of
from bot.cases.wishes import ALWAYS
from bot.conversations.wishes.wish import wish_in
from bot.conversations.wishes.wording import FROM_NOW_ON, even
from bot.desk import Desk
from bot.incoming import Heard
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.prompt import size_screen
from bot.views.session import size_text
from coach.documents import session_from_json
from coach.phrases import Duration
from coach.reader.limits import limit_in
from coach.session import Session
from coach.units import Seconds
from scheduler.due import DAILY
from storage.prompts import prompt_on
from storage.tables import Saying

_ALWAYS: Final = re.compile(
    rf"\b(?:week ?days?|week ?ends?|each|every|any|days|sessions|runs|daily|week|{FROM_NOW_ON}"
    r"|a (?:day|session|time|run)|per|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tmrw)\b"
)
"""What makes a limit one of other days than today."""


def answer_short_of_time(desk: Desk, heard: Heard, saying: Saying) -> bool:
    """*I can only do 20 mins*: today's session in that size first, and all days so long a tap away.

    False where today holds nothing longer, or the words are about other days.
    """
    minutes = None if heard.edited else limit_in(heard.text)
    if minutes is None or _ALWAYS.search(even(heard.text)):
        return False
    found = _shorter_today(desk, minutes)
    if found is None:
        return False
    session, size = found
    always = Button(desk.words("button.always", n=minutes), Tap(Verb.ASK, desk.athlete_id, saying.id, ALWAYS))
    lasting = ((always,),) if wish_in(heard.text, desk.owner, desk.now) is not None else ()
    screen, ref = _sized(desk, session, size)
    desk.say(Screen(screen.text, (*screen.rows, *lasting)), reply_to=saying.message_id, ref=ref)
    return True


def _shorter_today(desk: Desk, minutes: int) -> tuple[Session, int] | None:
    """The first session still open today that is longer, and its longest size that fits."""
    for session in training_of(desk).waiting_on(desk.today):
        sizes = [size.minutes for size in session.shorter if size.minutes <= minutes]
        if session.minutes > minutes and sizes:
            return session, max(sizes)
    return None


def _sized(desk: Desk, session: Session, minutes: int) -> tuple[Screen, str | None]:
    """The size with its steps, with the buttons of today's prompt where it was said."""
    prompt = prompt_on(desk.session, desk.athlete_id, DAILY, desk.today)
    asked = [session_from_json(one) for one in prompt.sessions] if prompt is not None else []
    number = next((n for n, one in enumerate(asked) if one.kind is session.kind), None)
    if prompt is not None and number is not None:
        screen = size_screen(asked[number], number, minutes, row_id(prompt), desk.athlete_id, desk.words)
        if screen is not None:
            return screen, prompt_ref(prompt)
    size = next(size for size in session.shorter if size.minutes == minutes)
    return Screen(f"{size_text(session, size, desk.words)}\n\n{desk.words('limit.then')}"), None


def answer_limit(desk: Desk, text: str) -> bool:
    """Where the longest day of training is set; false where the words set no limit."""
    minutes = limit_in(text)
    if minutes is None:
        return False
    setting = Button(desk.words("label.min"), Tap(Verb.SETTING, desk.athlete_id, value="min"))
    desk.say(Screen(desk.words("limit.set", length=Duration(Seconds(minutes * 60))), ((setting,),)))
    return True
