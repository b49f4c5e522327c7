"""What an answer does, tapped or typed: it is saved and the next question asked; back, passed over, left; the plan."""

from typing import Final

from bot.cases import account, settings
from bot.cases.beginning import all_known
from bot.cases.letting_go import leave_open
from bot.cases.plans import begin, present
from bot.conversations.asking import Talk, noted, talk_at
from bot.conversations.context import Moment
from bot.conversations.flows import BY_KEY, ONBOARDING, Flow, before, next_open
from bot.conversations.goal import RACE_MONTH
from bot.conversations.question import Answer, Draft, Given, Problem, Question
from bot.conversations.toggles import TICKED
from bot.desk import Desk
from bot.incoming import Heard
from bot.limits import TOAST_LIMIT
from bot.screens import Screen
from coach.errors import StaleButton
from coach.phrases import Phrase
from storage.sayings import saying_at
from storage.tables import AthleteState

LATER = "later"
"""Messages that came in between and are logged once there is a plan."""
_MISSED: Final = "missed"
_STUCK: Final = 3
"""So many misses of one question, one after the other, and the hint is said in other words, with a way out."""


def take(talk: Talk, question: Question, given: Given, message_id: int | None) -> None:
    """Act on what was read: save and go on, show the card again with half an answer, or ask again and say why."""
    flow = talk.flow or Flow.SETTINGS
    match given:
        case Answer(value):
            question.save(value, talk.situation(question))
            talk.keep_draft(question, None)
            talk.remember(**{_MISSED: [question.key, 0]})
            if isinstance(value, dict) and value.get(RACE_MONTH):
                talk.remember(**{RACE_MONTH: value[RACE_MONTH]})
            _go_on(talk, question, message_id)
        case Draft(data):
            talk.keep_draft(question, data)
            typed_ticks = message_id is None and TICKED in data
            talk.ask(flow, question, message_id=message_id, head=talk.desk.words("ask.ticked") if typed_ticks else "")
        case Problem(phrase):
            said = said_again(talk, question, phrase) if message_id is None else talk.desk.words.say(phrase)
            told = message_id is not None and len(said) <= TOAST_LIMIT
            talk.ask(flow, question, message_id=message_id, head="" if told else said)


def said_again(talk: Talk, question: Question, problem: Phrase) -> str:
    """Why words were no answer; from the third miss on in turns of words, and with how to leave the question."""
    said = talk.desk.words.say(problem)
    if not problem.key.startswith(("hint.", "range.")):
        return said
    key, misses = talk.row.data.get(_MISSED, (question.key, 0))
    misses = misses + 1 if key == question.key else 1
    talk.remember(**{_MISSED: [question.key, misses]})
    if misses < _STUCK:
        return said
    return talk.desk.words("ask.stuck" if (misses - _STUCK) % 2 == 0 else "ask.stuck.again", hint=said)


def _go_on(talk: Talk, question: Question, message_id: int | None) -> None:
    talk.desk.owner.updated_at = talk.desk.now
    if talk.flow is Flow.ONBOARDING:
        settings.respeak(talk.desk)
        proceed(talk, message_id, noted(talk.desk, question))
    elif talk.flow is Flow.CONTEXT:
        settings.advance_context(talk, question, message_id)
    else:
        settings.advance(talk, question, message_id)


def proceed(talk: Talk, message_id: int | None, head: str = "") -> None:
    """The next question, or, when all is known, the plan."""
    question = next_open(ONBOARDING, talk.desk.owner)
    if question is not None:
        talk.ask(Flow.ONBOARDING, question, message_id=message_id, head=head)
        return
    _complete(talk, message_id)


def _complete(talk: Talk, message_id: int | None) -> None:
    """All is known: repeat the hour, show the plan, log what came in between, ask the first question in context."""
    desk = talk.desk
    later = talk.row.data.get(LATER, [])
    talk.close()
    talk.remember(**{LATER: []})
    talk.show(Screen(all_known(desk, begin(desk))), message_id)
    present(desk)
    _log_later(desk, later)
    settings.offer(desk, Moment.FIRST_PLAN)


def _log_later(desk: Desk, messages: list[int]) -> None:
    """Read the messages that came while the questions were open, in order."""
    from bot.cases.hear import understand  # that case asks this one first whether a question is open

    for message_id in messages:
        saying = saying_at(desk.session, desk.chat_id, message_id)
        if saying is not None:
            understand(desk, saying, Heard(message_id, saying.text))


def go_back(talk: Talk, question: Question, message_id: int | None) -> None:
    """One card back: within a question asked in several, else the question before; of a setting, the list."""
    taken = question.step_back(talk.situation(question))
    talk.keep_draft(question, taken.data if taken is not None else None)
    if taken is not None:
        talk.ask(talk.flow or Flow.SETTINGS, question, message_id=message_id)
        return
    if talk.flow is Flow.SETTINGS:
        settings.leave(talk, message_id)
        return
    earlier = before(ONBOARDING, question.key, talk.desk.owner) if talk.flow is Flow.ONBOARDING else None
    if earlier is not None:
        talk.keep_draft(earlier, earlier.reopened(talk.desk.owner))
    talk.ask(talk.flow or Flow.ONBOARDING, earlier or question, message_id=message_id)


def pass_over(talk: Talk, question: Question, message_id: int | None) -> None:
    """The question is skipped: the coach takes the careful choice."""
    question.skip(talk.situation(question))
    talk.keep_draft(question, None)
    if talk.flow is Flow.CONTEXT:
        settings.advance_context(talk, question, message_id, talk.desk.words("ask.skipped"))
    else:
        _go_on(talk, question, message_id)


def question_of(desk: Desk, key: str) -> Question:
    """The question of a button, if this athlete is (still) asked it."""
    question = BY_KEY.get(key)
    if question is None or not question.applies(desk.owner):
        raise StaleButton
    if desk.owner.state == AthleteState.ONBOARDING and question not in ONBOARDING:
        raise StaleButton
    return question


def open_again(talk: Talk, question: Question) -> None:
    """A tapped question is the open one; after onboarding, one that was not open is changed as a setting."""
    if talk.desk.owner.state == AthleteState.ONBOARDING:
        talk.open(Flow.ONBOARDING, question.key, talk.row.message_id)
    elif talk.question is not question:
        talk.aside = True
        talk.open(Flow.SETTINGS, question.key, talk.row.message_id)


def cancel(desk: Desk) -> None:
    """``/cancel``: leave the open question; what was answered stays."""
    talk = talk_at(desk)
    if desk.athlete is None or talk.flow is None:
        if desk.athlete is None or not leave_open(desk):
            desk.say(Screen(desk.words("cancel.nothing")))
        return
    if talk.flow in {Flow.CONTEXT, Flow.SETTINGS} and leave_open(desk, newest_only=True):
        return  # asked since: the question that stands open longer stays
    talk.put_away()
    if talk.flow is Flow.ERASING:
        account.keep_everything(talk)
        return
    key = "cancel.onboarding" if talk.flow is Flow.ONBOARDING else "cancel.done"
    talk.close()
    desk.say(Screen(desk.words(key)))
