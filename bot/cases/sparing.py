"""*No more questions*, *leave me alone*, *stop*: nothing more is asked; how to make the coach quiet."""

import re
from typing import Final

from bot.cases.settings import offer_no_more
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.screens import Screen

SPARE: Final = re.compile(
    r"(?:(?:please|ok|just|and|but|no|hey|so) )*(?:(?:no|stop(?: with)?|enough(?: of)?|not so many|too many|less|fewer"
    r"|without|drop|leave out) (?:more |all |the |your |these |this |that |any |so many )*questions?"
    r"|stop asking(?: me)?(?: (?:all |so many |these |stupid |things|questions|stuff))*"
    r"|(?:you|u) ask (?:too (?:much|many)|so many)(?: questions)?|don'?t ask(?: me)?(?: (?:any ?more|anything|again))*"
    r"|leave me alone(?: with (?:this|that|it|your questions|all this))?|none of your business|mind your own business)"
    r"(?: (?:please|pls|any ?more|ok|thanks|now|today))*"
)
_STOP: Final = re.compile(
    r"(?:please )?(?:stop(?: (?:it|this|writing|messaging|texting|bothering)(?: me)?)?|unsubscribe|quit|be quiet"
    r"|shut up|go away)(?: please| now)?"
)


def answer_spared(desk: Desk, text: str) -> bool:
    """Ask nothing more about the person; to *stop*, the ways to be quiet. False for any other words."""
    said = plain(text)
    if SPARE.fullmatch(said):
        offer_no_more(desk)
        desk.say(Screen(desk.words("spare.done")))
    elif _STOP.fullmatch(said):
        desk.say(Screen(desk.words("spare.stop")))
    else:
        return False
    return True
