"""Asking at a desk: the open question in the conversation's row, its card in the chat, half answers in between."""

from dataclasses import dataclass

from bot.conversations.flows import BY_KEY, ONBOARDING, Flow, before, place
from bot.conversations.goal import RACE_MONTH
from bot.conversations.question import Card, Question, Situation
from bot.desk import Desk
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from storage.columns import Json
from storage.conversations import lock_chat
from storage.outbox import message_of_ref
from storage.tables import Athlete, AthleteState, Conversation

REF = "question"
"""What the outbox remembers of a question's message."""
_DRAFTS = "drafts"
_ANSWERED = ("profile", "zone", "prompt_minute", "rest_lines", "evening", "clock", "quiet_from", "quiet_to", "slowed")
"""Where answers are kept in an athlete."""


@dataclass
class Talk:
    """A chat's conversation at a desk: which question is open, and what is half answered."""

    desk: Desk
    row: Conversation
    aside: bool = False
    """A button under another message answered a question that was not open: the list of settings is not asked for."""
    beside: str = ""
    """What the same words answered besides the open question; said above the next card."""

    @property
    def question(self) -> Question | None:
        """The open question, ``None`` where none is open or it is no longer asked."""
        return BY_KEY.get(self.row.question or "") if self.row.flow else None

    @property
    def flow(self) -> Flow | None:
        """Why it is open."""
        return Flow(self.row.flow) if self.row.flow else None

    def situation(self, question: Question) -> Situation:
        """What the question may know."""
        drafts = self.row.data.get(_DRAFTS, {})
        hint = {RACE_MONTH: self.row.data.get(RACE_MONTH)} if question.key == "raceday" else {}
        return Situation(self.desk.owner, self.desk.now, {**hint, **drafts.get(question.key, {})})

    def keep_draft(self, question: Question, draft: Json | None) -> None:
        """Keep half an answer, or forget it."""
        drafts = {key: kept for key, kept in self.row.data.get(_DRAFTS, {}).items() if key != question.key}
        self.remember(**{_DRAFTS: drafts if draft is None else {**drafts, question.key: draft}})

    def remember(self, **facts: object) -> None:
        """Write facts into the row's data, which is replaced so that the change is noticed."""
        self.row.data = {**self.row.data, **facts}

    def open(self, flow: Flow, key: str, message_id: int | None) -> None:
        """This question is open now; ``message_id`` is its card where that is there already."""
        self.row.flow, self.row.question, self.row.message_id = flow, key, message_id
        self.row.updated_at = self.desk.now

    def close(self) -> None:
        """No question is open any more; what was offered stays remembered."""
        self.row.flow = self.row.question = self.row.message_id = None
        self.remember(**{_DRAFTS: {}})

    def ask(self, flow: Flow, question: Question, *, message_id: int | None = None, head: str = "") -> None:
        """Put a question: into the message that was tapped, or as a new one."""
        head, self.beside = "\n\n".join(filter(None, (self.beside, head))), ""
        screen = question_screen(self.desk, flow, question, self.situation(question), head)
        self.show(screen, message_id)
        self.open(flow, question.key, message_id)

    def show(self, screen: Screen, message_id: int | None) -> None:
        """Show a screen in the message that was tapped, or as a new message."""
        if message_id is None:
            self.desk.say(screen, ref=REF)
        else:
            self.desk.show(screen, message_id=message_id, ref=REF)

    def repeats(self, question: Question, value: object) -> bool:
        """Whether a tap says again what is known already: a second tap on a button whose question has gone on."""
        if self.desk.owner.state == AthleteState.ONBOARDING or self.question is question:
            return False
        return question.known(self.desk.owner) and not _changes(question, value, self.situation(question))

    def put_away(self) -> None:
        """Take the buttons from the card of the question that was just answered in words."""
        shown = self.row.message_id or message_of_ref(self.desk.session, self.desk.chat_id, REF)
        if shown is not None:
            self.desk.set_rows((), message_id=shown)


def talk_at(desk: Desk) -> Talk:
    """The conversation of the desk's chat."""
    return Talk(desk, lock_chat(desk.session, desk.chat_id))


def _changes(question: Question, value: object, situation: Situation) -> bool:
    """Whether an answer would change anything, tried out on a copy of the athlete."""
    athlete = situation.athlete
    known = {field: getattr(athlete, field) for field in _ANSWERED}
    copy = Athlete(telegram_id=0, chat_id=0, created_at=situation.now, updated_at=situation.now, **known)
    question.save(value, Situation(copy, situation.now))
    return known != {field: getattr(copy, field) for field in _ANSWERED}


def question_screen(desk: Desk, flow: Flow, question: Question, situation: Situation, head: str = "") -> Screen:
    """A question as a message: what was noted, how far one is, the question, its buttons."""
    card = question.card(situation, desk.words)
    counted = not card.follows or question.further_cards(situation)[0]
    far = _progress(desk, flow, question, situation) if counted else ""
    text = "\n\n".join(part for part in (head, f"{far}{card.text}") if part)
    return Screen(text, (*_buttons(desk, question, card), *_navigation(desk, flow, question)))


def noted(desk: Desk, question: Question) -> str:
    """What was understood, in a line: ``✓ Goal: leaner legs``."""
    told = question.told(desk.owner, desk.words)
    line = desk.words("ask.noted", label=desk.words(f"label.{question.key}"), value=told)
    remark = question.remark(desk.owner, desk.now, desk.words)
    return f"{line}\n{remark}" if remark else line


def _progress(desk: Desk, flow: Flow, question: Question, situation: Situation) -> str:
    if flow is not Flow.ONBOARDING:
        return ""
    number, total = place(ONBOARDING, question.key, situation)
    return desk.words("ask.progress", number=number, total=total) + "\n"


def _buttons(desk: Desk, question: Question, card: Card) -> Rows:
    athlete = desk.athlete_id
    return tuple(
        tuple(Button(choice.label, Tap(Verb.ANSWER, athlete, value=f"{question.key}:{choice.value}")) for choice in row)
        for row in card.choices
    )


def _navigation(desk: Desk, flow: Flow, question: Question) -> Rows:
    """Back and Skip, where there is somewhere to go."""
    row = []
    has_before = flow is Flow.SETTINGS or (
        flow is Flow.ONBOARDING and before(ONBOARDING, question.key, desk.owner) is not None
    )
    if has_before:
        row.append(Button(desk.words("ask.back"), Tap(Verb.BACK, desk.athlete_id, value=question.key)))
    if question.skippable:
        label = desk.words("ask.clear" if flow is Flow.SETTINGS else "ask.skip")
        row.append(Button(label, Tap(Verb.SKIP_QUESTION, desk.athlete_id, value=question.key)))
    return (tuple(row),) if row else ()
