"""``/start`` and the questions: answered by taps or words, left and taken up again, until there is a plan."""

from bot.cases.meeting import welcome
from bot.cases.questioning import go_back, open_again, pass_over, proceed, question_of, take
from bot.conversations.asking import talk_at
from bot.conversations.flows import ZONE
from bot.conversations.question import Answer, Given, Problem
from bot.desk import Desk
from bot.incoming import Located, Sender, Tapped
from bot.limits import TOAST_LIMIT
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.errors import StaleButton
from storage.tables import AthleteState


def start(desk: Desk, sender: Sender) -> None:
    """``/start``: the first question, the open one again, or a friendly word to somebody who has a plan."""
    if desk.athlete is None:
        welcome(desk, sender)
    elif desk.owner.state != AthleteState.ONBOARDING:
        _welcome_back(desk)
        return
    else:
        desk.say(Screen(desk.words("start.again", name=desk.owner.name)))
    proceed(talk_at(desk), None)


def answer_tapped(desk: Desk, tapped: Tapped) -> None:
    """A tap on a question's button. A question answered before, or another one, is answered anew.

    Raises:
        StaleButton: the question is no longer asked.
    """
    talk = talk_at(desk)
    key, _, value = tapped.tap.value.partition(":")
    question = question_of(desk, key)
    given = question.read_tap(value, talk.situation(question))
    desk.toast(tapped.query_id, _short(desk, given), alert=True)
    if isinstance(given, Answer) and talk.repeats(question, given.value):
        return
    open_again(talk, question)
    take(talk, question, given, tapped.message_id)


def back(desk: Desk, tapped: Tapped) -> None:
    """Back: the question before, in the same message; of a setting, the list.

    Raises:
        StaleButton: the question is no longer asked.
    """
    desk.toast(tapped.query_id)
    talk = talk_at(desk)
    question = question_of(desk, tapped.tap.value)
    open_again(talk, question)
    go_back(talk, question, tapped.message_id)


def skip(desk: Desk, tapped: Tapped) -> None:
    """Skip: the coach takes the careful choice.

    Raises:
        StaleButton: the question is no longer asked, or must be answered.
    """
    talk = talk_at(desk)
    question = question_of(desk, tapped.tap.value)
    if not question.skippable:
        raise StaleButton
    desk.toast(tapped.query_id)
    if talk.repeats(question, None):
        return
    open_again(talk, question)
    pass_over(talk, question, tapped.message_id)


def located(desk: Desk, located: Located) -> bool:
    """A shared place answers the question about the time zone; false where that is not open."""
    talk = talk_at(desk)
    if desk.athlete is None or talk.question is not ZONE:
        return False
    talk.put_away()
    take(talk, ZONE, ZONE.read_place(located.latitude, located.longitude), None)
    return True


def not_ready(desk: Desk) -> bool:
    """Whether there is no plan yet because questions are open; says so, and shows the next one again."""
    if desk.owner.state != AthleteState.ONBOARDING:
        return False
    talk = talk_at(desk)
    talk.put_away()
    proceed(talk, None, desk.words("ask.first"))
    return True


def _short(desk: Desk, given: Given) -> str | None:
    """What a tap's toast says: a problem that fits in it."""
    said = desk.words.say(given.phrase) if isinstance(given, Problem) else None
    return said if said is not None and len(said) <= TOAST_LIMIT else None


def _welcome_back(desk: Desk) -> None:
    today = Button(desk.words("button.today"), Tap(Verb.TODAY, desk.athlete_id))
    own = Button(desk.words("settings.all"), Tap(Verb.SETTING, desk.athlete_id))
    desk.say(Screen(desk.words("start.back", name=desk.owner.name), ((today, own),)))
