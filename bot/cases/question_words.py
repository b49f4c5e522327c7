"""Words while a question is open: an answer, a way back, or something else that waits or goes elsewhere."""

import datetime as dt
import re
from typing import Any

from bot.cases import account
from bot.cases.aiming import aim_words
from bot.cases.conditions import tick_for_later
from bot.cases.correcting import corrected_last
from bot.cases.letting_go import asks_since
from bot.cases.questioning import LATER, cancel, go_back, open_again, pass_over, question_of, said_again, take
from bot.cases.sparing import SPARE
from bot.cases.spoken import ASKED
from bot.cases.steps import UNDO
from bot.cases.wishes import ANSWERS, GRANTED, WISH
from bot.cases.wondering import answer_aside
from bot.conversations.ahead import told_ahead
from bot.conversations.asking import Talk, noted, talk_at
from bot.conversations.basics import too_young
from bot.conversations.flows import BY_KEY, ONBOARDING, Flow, next_open
from bot.conversations.goal import goals_named
from bot.conversations.habits import Gathering
from bot.conversations.question import Answer, Given, Problem, Question
from bot.conversations.typed.moods import mood_of
from bot.conversations.typed.plain import plain
from bot.conversations.typed.unsure import is_unsure
from bot.conversations.typed.wonders import asks
from bot.conversations.wishes.breaks import Break
from bot.conversations.wishes.wish import wish_in
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import about, lately_about, newest_said
from bot.screens import Screen
from bot.views.log import wants_effort
from coach.phrases import Phrase
from coach.reader import read
from coach.reader.orders import deletion_in
from coach.reader.shifts import shift_in
from coach.reading import LogEntry
from storage.logs import all_logged_since, logs_between
from storage.outbox import ref_of_message
from storage.plans import receipts_told_since
from storage.sayings import forget_saying

_ANSWERED = "answered"
_REMEMBERED = 12
"""Answers in words that can be corrected by editing the message."""
_FORGET = dt.timedelta(hours=12)
"""A setting, or the question whether to erase everything, takes no words any more when left open that long."""
_EFFORTS = frozenset(str(effort) for effort in range(1, 11))
_BACK = frozenset({"back", "go back", "previous", "undo"})
_SKIP = frozenset({"skip", "skip it", "skip this", "pass", "next", "later", "rather not say", "i'd rather not say"})
_LONG_AGO = re.compile(
    r"\b(?:(?:in|back in|on|at) )?(?:the )?(?:last (?:month|year|spring|summer|autumn|fall|winter)"
    r"|(?:in|from|since) (?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|this (?:year|spring|summer|autumn)|(?:a|\d+|two|three|few|couple of) (?:months?|years?) ago"
    r"|pb|pr|personal best|my best|best)\b",
    re.IGNORECASE,
)
"""Words that make a distance and a time a result of the past rather than today's training."""
_DEED = re.compile(
    r"\b(?:ran|did|done|went|walked|jogged|swam|cycled|biked|hiked|lifted|finished|missed|skipped|today|yesterday)\b",
    re.IGNORECASE,
)
_OWN_RESULT = re.compile(r"\b(?:my|is|was|time|i ran|i did)\b", re.IGNORECASE)
"""Words around a result: *my 10k is 45:10*."""
_AMOUNT = re.compile(
    r"\W*(?:(?:about|around|like|maybe|roughly|only|just) )?[\d.,:]+ ?"
    r"(?:k|kms?|kilomet(?:er|re)s?|m|met(?:er|re)s?|mi|miles?|min|mins|minutes?|h|hrs?|hours?)?"
    r"(?: (?:maybe|or so|ish|i think|i guess|probably|about|tops|max|at most|give or take))*\W*",
    re.IGNORECASE,
)
"""An amount and not a word on what was done with it."""
_KEPT = re.compile(
    r"\b(?:saved?|stored?|private|privacy|secret|confidential|who (?:sees|can see|reads)|shared?|my data|gdpr|safe"
    r"|(?:told|tell|telling|pass(?:ed)? on) (?:this |that |it )?(?:to )?(?:any(?:one|body)|some(?:one|body)|others)"
    r"|insurance|insurer|employer|my boss)\b"
)
_WHY = re.compile(
    r"^(?:but |and |ok |hm+ )?(?:why|what for|how come)\b|^(?:huh|what|pardon|sorry)\??$"
    r"|\bwhat (?:do|does|did) (?:u|you|that|this|it) mean\b|\bwhat (?:is|are|'s) (?:that|this)\b"
    r"|\b(?:don'?t|do not|didn'?t) (?:understand|get it|get that)\b|\bdo i (?:really |actually |even )*(?:have|need)\b"
)
_DOCTOR = re.compile(r"\b(?:doctor|gp|physician|dr)\b")
_HELP = frozenset({"help", "help me", "info"})
_CANCEL = frozenset({"cancel", "stop", "quit"})
_GO_ON = re.compile(
    r"(?:(?:ok|okay|yes|right|alright|hi|hello|hey|so|sorry|let'?s|i'?m|i want to|can (?:we|i)|we can|please)[ ,]*)*"
    r"(?:(?:go|carry|move) on|continue|resume|go|start(?: again)?|ready|next|back|im back|i'?m back|where were we)?"
    r"(?: (?:now|then|please|with (?:it|the questions|this)))*"
)
"""Words that want the next question and answer none."""
_PARTING = frozenset({"thanks", "bye", "going"})
"""Courtesies of somebody who is leaving."""
_TICKED = Problem(Phrase("condition.later"), meant=False)
"""What is said to a condition that waits for the health question."""


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
    given = _understood(talk, question, heard)
    if isinstance(given, Problem) and not given.meant and not talk.beside:
        return _set_aside(talk, question, given, heard)
    _act(talk, question, given, heard)
    return True


def take_up(desk: Desk, heard: Heard) -> None:
    """Words of somebody who left the questions before their plan: the next question is open again, and takes them."""
    talk, question = talk_at(desk), next_open(ONBOARDING, desk.owner)
    said = plain(heard.text)
    if question is None or said in _CANCEL or mood_of(heard.text) in _PARTING:
        desk.say(Screen(desk.words("cancel.onboarding")))
        return
    talk.open(Flow.ONBOARDING, question.key, None)
    if _GO_ON.fullmatch(said) or not answer_typed(desk, heard):
        talk.ask(Flow.ONBOARDING, question)


def hear_first(desk: Desk, heard: Heard) -> None:
    """The first words of somebody who is not known yet: what they answer is taken, and the first open question put."""
    talk, question = talk_at(desk), ONBOARDING[0]
    talk.open(Flow.ONBOARDING, question.key, None)
    given = _understood(talk, question, heard)
    if isinstance(given, Problem) and not given.meant:
        if _is_log(desk, heard.text, named=True):
            talk.remember(**{LATER: [heard.message_id]})
            talk.beside = "\n".join(filter(None, (talk.beside, desk.words("ask.later"))))
        talk.ask(Flow.ONBOARDING, question, head=desk.words.say(given.phrase) if given == _TICKED else "")
    else:
        _act(talk, question, given, heard)


def _understood(talk: Talk, question: Question, heard: Heard) -> Given:
    """What words answer of the open question; what they answer of others is kept, and said with the next card."""
    desk = talk.desk
    given = question.read_text(heard.text, talk.situation(question))
    ticked = tick_for_later(talk, heard.text)
    if isinstance(given, Problem) and ticked:
        given = _TICKED
    ahead = _told_ahead(talk, question, heard.text)
    if given == too_young() or any(told == too_young() for _, told in ahead):
        forget_saying(desk.session, desk.chat_id, heard.message_id)
        return too_young()
    return given


def _act(talk: Talk, question: Question, given: Given, heard: Heard) -> None:
    """Take an answer, or ask again where the words answered another question."""
    talk.put_away()
    if isinstance(given, Problem) and not given.meant:
        talk.ask(Flow.ONBOARDING, question)
        return
    if question.key == "age" and isinstance(given, Answer) and talk.flow is Flow.ONBOARDING:
        _keep_measured(talk, heard)
    if isinstance(given, Answer):
        talk.remember(**{_ANSWERED: [*_answered(talk), [heard.message_id, question.key]][-_REMEMBERED:]})
    take(talk, question, given, None)


def _keep_measured(talk: Talk, heard: Heard) -> None:
    """A weight told with an answer (*52 and 105 kilos*) is kept as soon as there is a plan."""
    if read(heard.text, talk.desk.today, talk.desk.words.units, talk.desk.words.language).measurements:
        talk.remember(**{LATER: [*talk.row.data.get(LATER, []), heard.message_id]})


def _told_ahead(talk: Talk, question: Question, text: str) -> list[tuple[Question, Given]]:
    """What the words answer of the questions to come before the first plan: kept, and said with the next card."""
    if talk.flow is not Flow.ONBOARDING:
        return []
    told = told_ahead(text, question, talk.situation)
    lines = []
    for other, given in told:
        if isinstance(given, Answer):
            other.save(given.value, talk.situation(other))
            lines.append(noted(talk.desk, other))
    if lines:
        talk.beside = talk.desk.words("ask.ahead", told="\n".join(lines))
    goals = goals_named(text)
    aim = aim_words(talk.desk, None, text, goals[0] if len(goals) == 1 else None)
    if aim and not talk.desk.owner.profile.get("recent_race"):
        talk.beside = "\n\n".join(filter(None, (talk.beside, aim)))
    return told


def answer_corrected(desk: Desk, heard: Heard) -> bool:
    """An edited message that answered a question: it is answered anew. False for any other message."""
    talk = talk_at(desk)
    key = dict(_answered(talk)).get(heard.message_id)
    if key is None:
        return False
    question = question_of(desk, key)
    given = question.read_text(heard.text, talk.situation(question))
    if isinstance(given, Answer) and not talk.repeats(question, given.value):
        open_again(talk, question)
        take(talk, question, given, None)
    elif isinstance(given, Problem):
        desk.say(Screen(desk.words.say(given.phrase)))
    if given == too_young():
        forget_saying(desk.session, desk.chat_id, heard.message_id)
    return True


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
    if is_log:
        talk.remember(**{LATER: [*talk.row.data.get(LATER, []), heard.message_id]})
        head: str = desk.words("ask.later")
    else:
        head = _asked_back(desk, question, heard.text) or said_again(talk, question, problem.phrase)
    talk.put_away()
    talk.ask(talk.flow or Flow.ONBOARDING, question, head=head)
    return True


def _asked_back(desk: Desk, question: Question, text: str) -> str:
    """The answer to a question about our question: what is kept, or why it is asked; empty for any other words."""
    said = plain(text)
    if SPARE.fullmatch(said):
        return desk.words("ask.no_way_round")
    if _KEPT.search(said) and (asks(text) or question in ONBOARDING):
        return desk.words("ask.kept")
    if not _WHY.search(said) or question not in ONBOARDING:
        wants = asks(text) or said in _HELP
        return answer_aside(desk, text) if wants and question in ONBOARDING else ""
    asks_doctor = question.key == "health" and _DOCTOR.search(said)
    return desk.words("why_asked.health.doctor" if asks_doctor else f"why_asked.{question.key}")


def _learn_result(talk: Talk, text: str) -> bool:
    """A result of some time ago, told while something else was asked: *10k in 52:30 last month*.

    It answers its own question, which is then not asked any more; only where none is known yet.
    """
    question = BY_KEY["race"]
    told = _LONG_AGO.sub("", text)
    if told == text or question.known(talk.desk.owner):
        return False
    told = _OWN_RESULT.sub(" ", told)
    given = question.read_text(" ".join(told.split()).strip(" ,."), talk.situation(question))
    if isinstance(given, Answer):
        question.save(given.value, talk.situation(question))
    return isinstance(given, Answer)


def _answered(talk: Talk) -> list[list[Any]]:
    """The last messages that answered a question, each with the question's key."""
    return list(talk.row.data.get(_ANSWERED, ()))


def _is_log(desk: Desk, text: str, *, named: bool) -> bool:
    """Whether words tell of something to log; with ``named``, an amount alone (*6 km*, *half an hour*) is an answer."""
    if named and _AMOUNT.fullmatch(text):
        return False
    reading = read(text, desk.today, desk.words.units, desk.words.language)
    if named and reading.question is not None:
        return False  # what cannot be true is an answer to something else: *30 in the week, an hour sunday*
    told = any(_is_told(entry, text) for entry in reading.entries) if named else bool(reading.entries)
    hurts = reading.pain is not None and not (named and reading.pain.level == 0)  # *no injuries* is no news of a day
    return told or hurts or bool(reading.measurements or reading.symptoms)


def _is_told(entry: LogEntry, text: str) -> bool:
    """Whether an entry is a deed beside the questions: named, and with a figure or a verb of its own.

    *Just walks and stairs at home* is what somebody has, and nothing they did.
    """
    figures = entry.distance_m or entry.duration_s or entry.exercises or entry.rpe or entry.pain
    return entry.kind is not None and bool(figures or _DEED.search(text))


def _is_out_of_place(talk: Talk, text: str) -> bool:
    """Whether words can no longer, or not now, be meant for a question that may be left open (not onboarding)."""
    if talk.flow is Flow.ONBOARDING:
        return False
    return (
        _is_forgotten(talk)
        or _is_order(talk.desk, text)
        or _is_wish(talk, text)
        or asks_since(talk.desk)
        or _answers_an_offer(talk.desk, text)
        or _undoes_more(talk, text)
        or (talk.flow is Flow.CONTEXT and (_is_effort(talk.desk, text) or _names_in_passing(talk, text)))
    )


def _answers_an_offer(desk: Desk, text: str) -> bool:
    """Whether *yes* or *no* is about what our newest message offers or asks to confirm, and not about the question."""
    meant = lately_about(desk)
    offers = meant is not None and meant.kind in {WISH, ASKED} and not meant.step
    return offers and plain(text) in ANSWERS


def _undoes_more(talk: Talk, text: str) -> bool:
    """Whether *undo* is about what was logged, corrected or changed since the question was asked, and not about it."""
    asked, desk = talk.row.updated_at, talk.desk
    if plain(text) not in UNDO or asked is None:
        return False
    logged = all_logged_since(desk.session, desk.athlete_id, asked)
    changed = receipts_told_since(desk.session, desk.athlete_id, asked)
    return bool(logged or changed or corrected_last(desk, asked) or _granted_since(desk, asked))


def _granted_since(desk: Desk, asked: dt.datetime) -> bool:
    """Whether a change of a setting that was asked for in words is what was said last, and after the question."""
    newest = newest_said(desk)
    meant = about(newest.ref) if newest is not None and newest.said_at >= asked else None
    return meant is not None and (meant.kind, meant.step) == (WISH, GRANTED)


def _is_wish(talk: Talk, text: str) -> bool:
    """Whether words change another setting than the open one (*got dumbbells* while the days are asked)."""
    wish = wish_in(text, talk.desk.owner, talk.desk.now)
    if wish is None or talk.question is None:
        return False
    answer = talk.question.read_text(text, talk.situation(talk.question))
    return isinstance(wish, Break) or (wish.key != talk.question.key and isinstance(answer, Problem))


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


def _names_in_passing(talk: Talk, text: str) -> bool:
    """Whether a thing that is asked for only stands in what somebody did: *3 sets of squats with dumbbells*."""
    if not isinstance(talk.question, Gathering):
        return False
    if _DEED.search(text):
        return _is_log(talk.desk, text, named=True)
    entries = read(text, talk.desk.today, talk.desk.words.units, talk.desk.words.language).entries
    return any(exercise.reps for entry in entries for exercise in entry.exercises)


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
        go_back(talk, question, None)
    elif (said in _SKIP or is_unsure(said)) and question.skippable:
        talk.put_away()
        pass_over(talk, question, None)
    elif said in _SKIP and not talk.situation(question).draft:
        talk.put_away()
        talk.ask(talk.flow or Flow.ONBOARDING, question, head=talk.desk.words("ask.needed"))
    else:
        return False
    return True
