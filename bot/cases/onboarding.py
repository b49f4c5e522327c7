"""``/start`` and the questions: answered by taps or words, left and taken up again, until there is a plan."""

import datetime as dt
import re
from typing import Any

from bot.cases import account, settings
from bot.cases.beginning import all_known
from bot.cases.letting_go import leave_open
from bot.cases.plans import begin, present
from bot.conversations.asking import Talk, noted, talk_at
from bot.conversations.basics import too_young
from bot.conversations.context import Moment
from bot.conversations.flows import BY_KEY, ONBOARDING, ZONE, Flow, before, next_open
from bot.conversations.question import Answer, Draft, Given, Problem, Question
from bot.conversations.toggles import TICKED
from bot.conversations.typed.plain import plain
from bot.conversations.typed.unsure import is_unsure
from bot.desk import Desk
from bot.incoming import Heard, Located, Sender, Tapped
from bot.limits import TOAST_LIMIT
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.log import wants_effort
from bot.words import words_for
from coach.errors import StaleButton
from coach.reader import read
from coach.reader.orders import deletion_in
from coach.reader.shifts import shift_in
from storage.athletes import register
from storage.logs import logs_between
from storage.outbox import ref_of_message
from storage.sayings import forget_saying, saying_at
from storage.tables import AthleteState

_ANSWERED = "answered"
_REMEMBERED = 12
"""Answers in words that can be corrected by editing the message."""
_LATER = "later"
"""Messages that came in between and are logged once there is a plan."""
_FORGET = dt.timedelta(hours=12)
"""A setting, or the question whether to erase everything, takes no words any more when left open that long."""
_EFFORTS = frozenset(str(effort) for effort in range(1, 11))
_BACK = frozenset({"back", "go back", "previous", "undo"})
_SKIP = frozenset({"skip", "skip it", "skip this", "pass", "next", "later", "rather not say", "i'd rather not say"})
_LONG_AGO = re.compile(
    r"\b(?:(?:in|back in|on|at) )?(?:the )?(?:last (?:month|year|spring|summer|autumn|fall|winter)"
    r"|this (?:year|spring|summer|autumn)|(?:a|\d+|two|three|few|couple of) (?:months?|years?) ago"
    r"|pb|pr|personal best|my best|best)\b",
    re.IGNORECASE,
)
"""Words that make a distance and a time a result of the past rather than today's training."""
_CANCEL = frozenset({"cancel", "stop", "quit"})


def start(desk: Desk, sender: Sender) -> None:
    """``/start``: the first question, the open one again, or a friendly word to somebody who has a plan."""
    met = desk.athlete is not None
    if desk.athlete is None:
        desk.athlete = register(
            desk.session, sender.telegram_id, sender.chat_id, sender.name, sender.language or "en", desk.now
        )
        desk.words = words_for(sender.language or "en")
    if desk.owner.state != AthleteState.ONBOARDING:
        _welcome_back(desk)
        return
    desk.say(Screen(desk.words("start.again" if met else "start.welcome", name=desk.owner.name)))
    _proceed(talk_at(desk), None)


def answer_typed(desk: Desk, heard: Heard) -> bool:
    """Words while a question is open; true if the question took them."""
    talk = talk_at(desk)
    if desk.athlete is None or talk.flow is None or _answers_something_else(desk, heard):
        return False
    if talk.flow is Flow.ERASING and account.delete_answered(talk, heard.text, in_time=not _is_forgotten(talk)):
        return True
    question = talk.question
    if question is None or _is_out_of_place(talk, heard.text):
        return False
    if _steered(talk, question, plain(heard.text)):
        return True
    given = question.read_text(heard.text, talk.situation(question))
    if isinstance(given, Problem) and not given.meant:
        return _set_aside(talk, question, given, heard)
    talk.put_away()
    if given == too_young():
        forget_saying(desk.session, desk.chat_id, heard.message_id)
    if isinstance(given, Answer):
        talk.remember(**{_ANSWERED: [*_answered(talk), [heard.message_id, question.key]][-_REMEMBERED:]})
    _take(talk, question, given, None)
    return True


def answer_corrected(desk: Desk, heard: Heard) -> bool:
    """An edited message that answered a question: it is answered anew. False for any other message."""
    talk = talk_at(desk)
    key = dict(_answered(talk)).get(heard.message_id)
    if key is None:
        return False
    question = _question_of(desk, key)
    given = question.read_text(heard.text, talk.situation(question))
    if isinstance(given, Answer) and not talk.repeats(question, given.value):
        _open_again(talk, question)
        _take(talk, question, given, None)
    elif isinstance(given, Problem):
        desk.say(Screen(desk.words.say(given.phrase)))
    if given == too_young():
        forget_saying(desk.session, desk.chat_id, heard.message_id)
    return True


def answer_tapped(desk: Desk, tapped: Tapped) -> None:
    """A tap on a question's button. A question answered before, or another one, is answered anew.

    Raises:
        StaleButton: the question is no longer asked.
    """
    talk = talk_at(desk)
    key, _, value = tapped.tap.value.partition(":")
    question = _question_of(desk, key)
    given = question.read_tap(value, talk.situation(question))
    desk.toast(tapped.query_id, _short(desk, given), alert=True)
    if isinstance(given, Answer) and talk.repeats(question, given.value):
        return
    _open_again(talk, question)
    _take(talk, question, given, tapped.message_id)


def back(desk: Desk, tapped: Tapped) -> None:
    """Back: the question before, in the same message; of a setting, the list.

    Raises:
        StaleButton: the question is no longer asked.
    """
    desk.toast(tapped.query_id)
    talk = talk_at(desk)
    question = _question_of(desk, tapped.tap.value)
    _open_again(talk, question)
    _go_back(talk, question, tapped.message_id)


def skip(desk: Desk, tapped: Tapped) -> None:
    """Skip: the coach takes the careful choice.

    Raises:
        StaleButton: the question is no longer asked, or must be answered.
    """
    talk = talk_at(desk)
    question = _question_of(desk, tapped.tap.value)
    if not question.skippable:
        raise StaleButton
    desk.toast(tapped.query_id)
    if talk.repeats(question, None):
        return
    _open_again(talk, question)
    _skip(talk, question, tapped.message_id)


def located(desk: Desk, located: Located) -> bool:
    """A shared place answers the question about the time zone; false where that is not open."""
    talk = talk_at(desk)
    if desk.athlete is None or talk.question is not ZONE:
        return False
    talk.put_away()
    _take(talk, ZONE, ZONE.read_place(located.latitude, located.longitude), None)
    return True


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


def not_ready(desk: Desk) -> bool:
    """Whether there is no plan yet because questions are open; says so, and shows the next one again."""
    if desk.owner.state != AthleteState.ONBOARDING:
        return False
    talk = talk_at(desk)
    talk.put_away()
    _proceed(talk, None, desk.words("ask.first"))
    return True


def _take(talk: Talk, question: Question, given: Given, message_id: int | None) -> None:
    """Act on what was read: save and go on, show the card again with half an answer, or ask again and say why."""
    flow = talk.flow or Flow.SETTINGS
    match given:
        case Answer(value):
            question.save(value, talk.situation(question))
            talk.keep_draft(question, None)
            _go_on(talk, question, message_id)
        case Draft(data):
            talk.keep_draft(question, data)
            typed_ticks = message_id is None and TICKED in data
            talk.ask(flow, question, message_id=message_id, head=talk.desk.words("ask.ticked") if typed_ticks else "")
        case Problem(phrase):
            said = talk.desk.words.say(phrase)
            told = message_id is not None and len(said) <= TOAST_LIMIT
            talk.ask(flow, question, message_id=message_id, head="" if told else said)


def _go_on(talk: Talk, question: Question, message_id: int | None) -> None:
    talk.desk.owner.updated_at = talk.desk.now
    if talk.flow is Flow.ONBOARDING:
        _proceed(talk, message_id, noted(talk.desk, question))
    elif talk.flow is Flow.CONTEXT:
        settings.advance_context(talk, question, message_id)
    else:
        settings.advance(talk, question, message_id)


def _proceed(talk: Talk, message_id: int | None, head: str = "") -> None:
    """The next question, or, when all is known, the plan."""
    question = next_open(ONBOARDING, talk.desk.owner)
    if question is not None:
        talk.ask(Flow.ONBOARDING, question, message_id=message_id, head=head)
        return
    _complete(talk, message_id)


def _complete(talk: Talk, message_id: int | None) -> None:
    """All is known: repeat the hour, show the plan, log what came in between, ask the first question in context."""
    desk = talk.desk
    later = talk.row.data.get(_LATER, [])
    talk.close()
    talk.remember(**{_LATER: []})
    settings.respeak(desk)
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


def _set_aside(talk: Talk, question: Question, problem: Problem, heard: Heard) -> bool:
    """Words that are no answer: a log is kept for later, or left to the log; anything else is asked again."""
    desk = talk.desk
    if _learn_result(talk, heard.text):
        talk.put_away()
        talk.ask(talk.flow or Flow.ONBOARDING, question, head=noted(desk, BY_KEY["race"]))
        return True
    is_log = _is_log(desk, heard.text, named=talk.flow is Flow.ONBOARDING)
    if talk.flow is not Flow.ONBOARDING and (is_log or talk.flow is Flow.CONTEXT):
        return False
    head = desk.words.say(problem.phrase)
    if is_log:
        talk.remember(**{_LATER: [*talk.row.data.get(_LATER, []), heard.message_id]})
        head = desk.words("ask.later")
    talk.put_away()
    talk.ask(talk.flow or Flow.ONBOARDING, question, head=head)
    return True


def _learn_result(talk: Talk, text: str) -> bool:
    """A result of some time ago, told while something else was asked: *10k in 52:30 last month*.

    It answers its own question, which is then not asked any more; only where none is known yet.
    """
    question = BY_KEY["race"]
    told = _LONG_AGO.sub("", text)
    if told == text or question.known(talk.desk.owner):
        return False
    given = question.read_text(told.strip(" ,."), talk.situation(question))
    if isinstance(given, Answer):
        question.save(given.value, talk.situation(question))
    return isinstance(given, Answer)


def _answered(talk: Talk) -> list[list[Any]]:
    """The last messages that answered a question, each with the question's key."""
    return list(talk.row.data.get(_ANSWERED, ()))


def _is_log(desk: Desk, text: str, *, named: bool) -> bool:
    """Whether words tell of something to log; with ``named``, an amount alone (*half an hour*) is an answer, no log."""
    reading = read(text, desk.today, desk.words.units, desk.words.language)
    told = any(entry.kind is not None for entry in reading.entries) if named else bool(reading.entries)
    return told or bool(reading.measurements or reading.pain or reading.symptoms)


def _is_out_of_place(talk: Talk, text: str) -> bool:
    """Whether words can no longer, or not now, be meant for a question that may be left open (not onboarding)."""
    if talk.flow is Flow.ONBOARDING:
        return False
    return (
        _is_forgotten(talk) or _is_order(talk.desk, text) or (talk.flow is Flow.CONTEXT and _is_effort(talk.desk, text))
    )


def _is_order(desk: Desk, text: str) -> bool:
    """Whether words ask for a log to be deleted, or a session to be moved."""
    units = desk.words.units
    return deletion_in(text, desk.today, units) is not None or shift_in(text, desk.today, units) is not None


def _is_effort(desk: Desk, text: str) -> bool:
    """Whether a bare number answers a log card that waits for its effort."""
    if text.strip() not in _EFFORTS:
        return False
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    return any(wants_effort(log) for log in logs)


def _is_forgotten(talk: Talk) -> bool:
    asked = talk.row.updated_at
    return asked is not None and talk.desk.now - asked > _FORGET


def _answers_something_else(desk: Desk, heard: Heard) -> bool:
    """Whether the words reply to a prompt or a card, and so belong to that."""
    ref = ref_of_message(desk.session, desk.chat_id, heard.reply_to) if heard.reply_to else None
    return (ref or "").partition(":")[0] in {"prompt", "log"}


def _steered(talk: Talk, question: Question, said: str) -> bool:
    """Back, skip and cancel in words."""
    if said in _CANCEL:
        cancel(talk.desk)
    elif said in _BACK:
        talk.put_away()
        _go_back(talk, question, None)
    elif (said in _SKIP or is_unsure(said)) and question.skippable:
        talk.put_away()
        _skip(talk, question, None)
    elif said in _SKIP and not talk.situation(question).draft:
        talk.put_away()
        talk.ask(talk.flow or Flow.ONBOARDING, question, head=talk.desk.words("ask.needed"))
    else:
        return False
    return True


def _go_back(talk: Talk, question: Question, message_id: int | None) -> None:
    talk.keep_draft(question, None)
    if talk.flow is Flow.SETTINGS:
        settings.leave(talk, message_id)
        return
    earlier = before(ONBOARDING, question.key, talk.desk.owner) if talk.flow is Flow.ONBOARDING else None
    talk.ask(talk.flow or Flow.ONBOARDING, earlier or question, message_id=message_id)


def _skip(talk: Talk, question: Question, message_id: int | None) -> None:
    question.skip(talk.situation(question))
    talk.keep_draft(question, None)
    if talk.flow is Flow.CONTEXT:
        settings.advance_context(talk, question, message_id, talk.desk.words("ask.skipped"))
    else:
        _go_on(talk, question, message_id)


def _question_of(desk: Desk, key: str) -> Question:
    """The question of a button, if this athlete is (still) asked it."""
    question = BY_KEY.get(key)
    if question is None or not question.applies(desk.owner):
        raise StaleButton
    if desk.owner.state == AthleteState.ONBOARDING and question not in ONBOARDING:
        raise StaleButton
    return question


def _open_again(talk: Talk, question: Question) -> None:
    """A tapped question is the open one; after onboarding, one that was not open is changed as a setting."""
    if talk.desk.owner.state == AthleteState.ONBOARDING:
        talk.open(Flow.ONBOARDING, question.key, talk.row.message_id)
    elif talk.question is not question:
        talk.open(Flow.SETTINGS, question.key, talk.row.message_id)


def _short(desk: Desk, given: Given) -> str | None:
    """What a tap's toast says: a problem that fits in it."""
    said = desk.words.say(given.phrase) if isinstance(given, Problem) else None
    return said if said is not None and len(said) <= TOAST_LIMIT else None


def _welcome_back(desk: Desk) -> None:
    today = Button(desk.words("button.today"), Tap(Verb.TODAY, desk.athlete_id))
    own = Button(desk.words("settings.all"), Tap(Verb.SETTING, desk.athlete_id))
    desk.say(Screen(desk.words("start.back", name=desk.owner.name), ((today, own),)))
