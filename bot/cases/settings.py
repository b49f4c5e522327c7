"""``/settings``: everything that was ever asked, a tap from being changed; and the questions asked later in context."""

from collections.abc import Sequence

from bot.cases.plans import FROM_NEXT_WEEK, adapt, changed
from bot.conversations.amount import units_of
from bot.conversations.asking import Talk, noted, talk_at
from bot.conversations.body import LEARNT_FROM
from bot.conversations.context import Moment, chain, next_offer
from bot.conversations.flows import BY_KEY, ONBOARDING, SETTINGS, Flow
from bot.conversations.question import Answer, Question
from bot.conversations.wishes.named import setting_named
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.words import words_for
from bot.words.dials import hours_of
from coach.errors import StaleButton
from coach.profile import DistanceUnit
from storage.measurements import newest_measurement
from storage.tables import AthleteState, Measurement

WIDTH = 3
_OFFERED = "offered"
_MOMENT = "moment"
_WEIGHT = "weight_kg"


def settings(desk: Desk) -> None:
    """``/settings``: the list with what is known, as a new message."""
    desk.say(list_screen(desk))


def setting_tapped(desk: Desk, tapped: Tapped) -> None:
    """One setting was tapped: its question, in the same message. Without a name: back to the list.

    Raises:
        StaleButton: there is no such setting any more.
    """
    desk.toast(tapped.query_id)
    talk = talk_at(desk)
    if not tapped.tap.value:
        leave(talk, tapped.message_id)
        return
    question = BY_KEY.get(tapped.tap.value)
    onboarding = desk.owner.state == AthleteState.ONBOARDING
    if question is None or not question.applies(desk.owner) or (onboarding and question not in ONBOARDING):
        raise StaleButton
    flow = Flow.ONBOARDING if onboarding else Flow.SETTINGS
    talk.keep_draft(question, None)
    talk.ask(flow, question, message_id=tapped.message_id)


def answer_named(desk: Desk, text: str) -> bool:
    """*Change my goal*: its question; false where the words ask for no such thing."""
    key = setting_named(text)
    if key is None or not BY_KEY[key].applies(desk.owner):
        return False
    talk, question = talk_at(desk), BY_KEY[key]
    talk.keep_draft(question, None)
    talk.ask(Flow.SETTINGS, question)
    return True


def leave(talk: Talk, message_id: int | None) -> None:
    """Back from a question to the list."""
    if talk.flow is Flow.SETTINGS:
        talk.close()
    talk.show(list_screen(talk.desk), message_id)


def advance(talk: Talk, question: Question, message_id: int | None) -> None:
    """A setting was changed: say so, with the list a tap away (or in place), and plan again."""
    desk = talk.desk
    talk.close()
    respeak(desk)
    if message_id is None or talk.aside:
        more = Button(desk.words("settings.all"), Tap(Verb.SETTING, desk.athlete_id))
        talk.show(Screen(noted(desk, question), ((more,),)), message_id)
    else:
        desk.show(list_screen(desk, head=noted(desk, question)), message_id=message_id)
    stays = question.key in FROM_NEXT_WEEK and desk.owner.state == AthleteState.ACTIVE
    if not changed(desk, question.key) and stays:
        desk.say(Screen(desk.words("plan.week_stays")))


def offer(desk: Desk, moment: Moment) -> bool:
    """Ask the one question that fits this moment; false where there is none, or another question is open."""
    talk = talk_at(desk)
    if talk.flow not in {None, Flow.CONTEXT}:
        return False
    question = next_offer(desk.owner, moment, talk.row.data.get(_OFFERED, ()))
    if question is None:
        return False
    _put(talk, question, moment)
    return True


def offer_no_more(desk: Desk) -> None:
    """Ask none of the questions that come in context any more; an open one is put away. /settings keeps them all."""
    talk = talk_at(desk)
    talk.remember(**{_OFFERED: [question.key for question in SETTINGS]})
    if talk.flow is Flow.CONTEXT:
        talk.put_away()
        talk.close()


def learn_weight(desk: Desk, reading: Measurement | None) -> None:
    """A weight that was told as a measurement answers the question about it where that is still to be asked.

    The profile remembers which reading it was, so that only taking that one back takes the weight back.
    """
    athlete, question = desk.owner, BY_KEY["weight"]
    if reading is None or reading.kind != _WEIGHT or question.known(athlete) or not question.applies(athlete):
        return
    talk = talk_at(desk)
    given = question.read_text(f"{reading.value} kg", talk.situation(question))
    if isinstance(given, Answer):
        question.save(given.value, talk.situation(question))
        athlete.profile = {**athlete.profile, LEARNT_FROM: reading.id}


def forget_weight(desk: Desk, reading: Measurement) -> bool:
    """Where the plan goes by this reading, which was taken back, it goes by the newest that stands, or by none.

    A weight given as an answer stays, whatever is measured. False where the plan does not go by the reading.
    """
    profile = desk.owner.profile
    if reading.kind != _WEIGHT or profile.get(LEARNT_FROM) != reading.id:
        return False
    desk.owner.profile = {field: known for field, known in profile.items() if field not in {_WEIGHT, LEARNT_FROM}}
    learn_weight(desk, newest_measurement(desk.session, desk.athlete_id, _WEIGHT))
    return True


def unlearn_weight(desk: Desk, reading: Measurement) -> None:
    """A reading was taken back: where the plan goes by it, plan again, and tell what changes."""
    if forget_weight(desk, reading):
        adapt(desk)


def relearn_weight(desk: Desk, reading: Measurement) -> None:
    """A reading was brought back: the plan goes by it again where it goes by none, or by a later one in its place."""
    before = desk.owner.profile
    if reading.kind == _WEIGHT and before.get(LEARNT_FROM, 0) > (reading.id or 0):
        desk.owner.profile = {field: known for field, known in before.items() if field not in {_WEIGHT, LEARNT_FROM}}
    learn_weight(desk, reading)
    if desk.owner.profile != before:
        adapt(desk)


def use_units(desk: Desk, units: DistanceUnit) -> None:
    """Distances in these units from now on, said with a way to all settings."""
    talk, question = talk_at(desk), BY_KEY["units"]
    question.save(units.value, talk.situation(question))
    respeak(desk)
    more = Button(desk.words("settings.all"), Tap(Verb.SETTING, desk.athlete_id))
    desk.say(Screen(noted(desk, question), ((more,),)))


def advance_context(talk: Talk, question: Question, message_id: int | None, head: str | None = None) -> None:
    """A question asked later was answered: the next that fits the same moment, else thanks, and the plan anew."""
    desk = talk.desk
    respeak(desk)
    said = noted(desk, question) if head is None else head
    moment = Moment(talk.row.data.get(_MOMENT, Moment.CARD))
    following = next_offer(desk.owner, moment, talk.row.data.get(_OFFERED, ()))
    talk.close()
    if following is not None:
        _put(talk, following, moment, message_id, said)
        return
    talk.show(Screen(said), message_id)
    changed(desk, question.key, *(asked.key for asked in chain(desk.owner, moment)))


def list_screen(desk: Desk, head: str = "") -> Screen:
    """Every setting with what is known, and a button for each."""
    questions = ONBOARDING if desk.owner.state == AthleteState.ONBOARDING else SETTINGS
    asked = [question for question in questions if question.applies(desk.owner)]
    unknown = desk.words("told.unknown")
    open_ones = [question for question in asked if question.told(desk.owner, desk.words) == unknown]
    lines = [_line(desk, question) for question in asked if question not in open_ones]
    parts = (
        head,
        desk.words("settings.head"),
        "\n".join(lines),
        _not_told(desk, open_ones),
        desk.words("settings.foot"),
    )
    return Screen("\n\n".join(part for part in parts if part), _rows(desk, asked))


def respeak(desk: Desk) -> None:
    """Speak in the athlete's units and by their clock from here on; they may just have changed."""
    owner = desk.owner
    units, hours = (
        units_of(owner),
        hours_of(owner.clock, owner.zone, owner.language),
    )
    desk.words = words_for(desk.words.language, units, html=desk.words.html, hours=hours)


def _put(talk: Talk, question: Question, moment: Moment, message_id: int | None = None, head: str = "") -> None:
    offered = [*talk.row.data.get(_OFFERED, ()), question.key]
    talk.remember(**{_OFFERED: offered, _MOMENT: moment.value})
    talk.ask(Flow.CONTEXT, question, message_id=message_id, head=head)


def _line(desk: Desk, question: Question) -> str:
    label = desk.words(f"label.{question.key}")
    return desk.words("settings.line", label=label, value=question.told(desk.owner, desk.words))


def _not_told(desk: Desk, questions: Sequence[Question]) -> str:
    """What is still open, in one line."""
    labels = ", ".join(desk.words(f"label.{question.key}") for question in questions)
    return desk.words("settings.open", labels=labels) if labels else ""


def _rows(desk: Desk, questions: Sequence[Question]) -> Rows:
    buttons = [
        Button(desk.words(f"label.{question.key}"), Tap(Verb.SETTING, desk.athlete_id, value=question.key))
        for question in questions
    ]
    return in_rows(buttons, WIDTH)
