"""Trips: the messages follow the clock of the place somebody is in, and come home with them by one tap.

The clock at home is remembered from the moment another is taken for a trip until the athlete is back; who said until
when they are away is asked on that day.
"""

import datetime as dt
import re
from typing import Final

from bot.cases.plans import changed
from bot.cases.settings import respeak
from bot.conversations.asking import noted, talk_at
from bot.conversations.flows import BY_KEY
from bot.conversations.places.zones import city_name, same_clock
from bot.conversations.question import Situation
from bot.conversations.typed.plain import plain
from bot.conversations.wishes.breaks import back_on, place_in
from bot.conversations.wishes.hours import is_move
from bot.conversations.wishes.wording import even
from bot.desk import Desk
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from storage.sayings import saying_by_id
from storage.tables import Saying

HOME: Final = "home"
"""Where a chat remembers the clock at home and the day of coming back; and the value of the button back to it."""
THERE: Final = "there"
"""The value of the button that takes the clock of the place words tell of."""
_WAY: Final = r"(?:flying|travell?ing|driving|heading|going|coming|on (?:my|the) way|flight|train) (?:back )?home"
_COMING: Final = re.compile(
    rf"(?:(?:i'?m|i am|we'?re|we are|ok|so|and) )*{_WAY}\b(?: (?:tomorrow|today|tonight|now|soon|on|next|this|in the"
    r"|morning|evening|afternoon|night|week|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|(?:\w+day)|at|\d+))*"
)
"""``flying home tomorrow``"""
_IS_HOME: Final = re.compile(
    r"(?:(?:ok|hi|hey|coach|i'?m|i am|we'?re|we are|just|got|finally|safely|arrived|made it|landed|now|so|and)[,!]? )*"
    r"(?:(?:back|at) )?home(?:,? (?:again|now|safe(?:ly)?|today|tonight|since \w+|from (?:my |the |our )?\w+))*"
    r"|(?:(?:i'?m|i am|we'?re|just|got) )*back from (?:my |the |our )?"
    r"(?:trip|holidays?|vacation|travels?|work trip|business trip|[a-z]+)(?: (?:now|again|today))*"
)
"""``i'm home again``, ``back from tokyo``"""


def sets_out(desk: Desk, known: str | None, saying: Saying) -> tuple[str, Rows]:
    """The clock was just changed in words: where that is for a trip, what is said of the way back, and its button."""
    talk, owner = talk_at(desk), desk.owner
    home = (talk.row.data.get(HOME) or [known])[0]
    if home is None or is_move(even(saying.text)) or same_clock([home, owner.zone or home], desk.now):
        talk.remember(**{HOME: None})
        return "", ()
    back = back_on(even(saying.text), desk.date_at(saying.said_at))
    talk.remember(**{HOME: [home, back.isoformat() if back else None]})
    said = desk.words("trip.until", day=back) if back else desk.words("trip.open")
    return said, (_homewards(desk, home),)


def came_home(desk: Desk) -> None:
    """Back by the clock at home; where nobody is away, that it is so already."""
    home = _home(desk)
    if home is None:
        desk.say(Screen(desk.words("answer.already")))
        return
    question = BY_KEY["zone"]
    question.save(home, Situation(desk.owner, desk.now))
    talk_at(desk).remember(**{HOME: None})
    respeak(desk)
    desk.say(Screen(f"{desk.words('trip.home')}\n{noted(desk, question)}"))
    changed(desk, question.key)


def arrived(desk: Desk, saying_id: int) -> None:
    """There by now: the clock of the place that kept words told of."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    zone = place_in(even(saying.text), desk.now) if saying is not None else None
    known = desk.owner.zone
    if saying is None or zone is None or same_clock([zone, known or "UTC"], desk.now):
        desk.say(Screen(desk.words("answer.already")))
        return
    question = BY_KEY["zone"]
    question.save(zone, Situation(desk.owner, desk.now))
    respeak(desk)
    said, rows = sets_out(desk, known, saying)
    desk.say(Screen("\n\n".join(part for part in (noted(desk, question), said) if part), rows))
    changed(desk, question.key)


def answer_home(desk: Desk, text: str) -> bool:
    """*Flying home tomorrow*, *I'm home again*: the clock comes home, now or by a tap; false for anything else."""
    said = plain(text)
    coming = _COMING.fullmatch(said) is not None
    if not coming and not _IS_HOME.fullmatch(said):
        return False
    home = _home(desk)
    if coming:
        rows = (_homewards(desk, home),) if home is not None else ()
        desk.say(Screen(desk.words("trip.coming" if home is not None else "trip.safe", city=_city(desk)), rows))
    elif home is not None:
        came_home(desk)
    else:
        desk.say(Screen(desk.words("trip.welcome", city=_city(desk))))
    return True


def ask_if_home(desk: Desk, day: dt.date) -> None:
    """On the day somebody meant to be back, once: by which clock to go on."""
    talk, home = talk_at(desk), _home(desk)
    back = (talk.row.data.get(HOME) or [None, None])[1]
    if home is None or back is None or day < dt.date.fromisoformat(back):
        return
    talk.remember(**{HOME: [home, None]})
    desk.say(Screen(desk.words("trip.ask", home=city_name(home), city=_city(desk)), (_homewards(desk, home),)))


def there_row(desk: Desk, saying: Saying, zone: str) -> tuple[Button, ...]:
    """The button for whoever has arrived."""
    label = desk.words("button.trip_there", city=city_name(zone))
    return (Button(label, Tap(Verb.ASK, desk.athlete_id, saying.id, THERE)),)


def _homewards(desk: Desk, home: str) -> tuple[Button, ...]:
    label = desk.words("button.trip_home", city=city_name(home))
    return (Button(label, Tap(Verb.ASK, desk.athlete_id, value=HOME)),)


def _home(desk: Desk) -> str | None:
    """The zone at home, where the athlete is on a trip by another clock."""
    home = (talk_at(desk).row.data.get(HOME) or [None])[0]
    return None if home is None or same_clock([home, desk.owner.zone or home], desk.now) else str(home)


def _city(desk: Desk) -> str:
    return city_name(desk.owner.zone or "UTC")
