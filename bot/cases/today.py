"""``/today``: what is still to do, with the buttons of today's prompt; what is done is a line with a tick."""

import datetime as dt
from collections.abc import Sequence

from bot.cases.answers import prompt_ref, row_id
from bot.cases.cards import why_on_hold
from bot.cases.plans import ILL
from bot.cases.training import Training, training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.prompt import go_on_button, guide_button, prompt_rows
from bot.views.session import session_line, session_text
from bot.words import Html
from coach.documents import session_from_json, session_to_json
from coach.phrases import Phrase
from coach.session import Session, SessionKind
from scheduler.due import DAILY
from storage.guided import open_guided
from storage.prompts import keep_said, prompt_on
from storage.tables import AthleteState, Prompt, PromptKind

AHEAD = 7


def today(desk: Desk) -> None:
    """``/today``: the day's sessions with steps, effort, pace or heart rate where known, and why."""
    training = training_of(desk)
    sessions = training.sessions_on(desk.today)
    if not sessions:
        held = why_on_hold(training)
        desk.say(Screen(desk.words("today.rest")) if held is None else _held_screen(desk, held))
        return
    going, settled = _is_lifting(desk), training.settled_on(desk.today)
    waiting = [session for session in sessions if session.kind not in settled]
    ticked = [_line(desk, training, session, going=going) for session in sessions if session not in waiting]
    on: Rows = ((go_on_button(desk.athlete_id, desk.words),),) if going else ()
    if not waiting:
        desk.say(Screen("\n\n".join(("\n".join(ticked), *(() if going else (_rest_of_day(desk, training),)))), on))
        return
    prompt = prompt_on(desk.session, desk.athlete_id, DAILY, desk.today) or _first_day(desk, sessions)
    parts = [*ticked, *(session_text(session, desk.words) for session in waiting)]
    rows = (*on, *_rows(desk, waiting, prompt))
    desk.say(Screen("\n\n".join(parts), rows), ref=prompt_ref(prompt) if prompt is not None and len(rows) > 1 else None)


def _is_lifting(desk: Desk) -> bool:
    """Whether the athlete is in the middle of a strength session, with sets in the log already."""
    running = open_guided(desk.session, desk.athlete_id)
    return running is not None and running.date == desk.today and running.log_id is not None


def _line(desk: Desk, training: Training, session: Session, *, going: bool) -> str:
    """What became of a session, in a line."""
    state = "done" if session.kind in training.done_on(desk.today) else "skipped"
    key = "guided.going" if going and session.kind is SessionKind.STRENGTH else f"today.{state}"
    return desk.words(key, session=Html(session_line(session, desk.words)))


def today_tapped(desk: Desk, tapped: Tapped) -> None:
    """The Today button under a plan."""
    desk.toast(tapped.query_id)
    today(desk)


def _first_day(desk: Desk, sessions: Sequence[Session]) -> Prompt | None:
    """The prompt of a day whose hour had passed before there was a plan, so that it has its buttons too."""
    if desk.owner.prompted_on != desk.today or desk.owner.state != AthleteState.ACTIVE:
        return None
    asked = [session_to_json(session) for session in sessions]
    return keep_said(desk.session, desk.athlete_id, PromptKind.DAILY, desk.today, asked, desk.now)


def _rows(desk: Desk, waiting: Sequence[Session], prompt: Prompt | None) -> Rows:
    """The buttons of today's prompt where it was said and asked for just this; else Start for a strength session."""
    asked = [session_from_json(session) for session in prompt.sessions] if prompt is not None else []
    wanted = {session.kind for session in waiting}
    still = [session for session in asked if session.kind in wanted]
    if prompt is not None and len(still) == len(waiting):
        return prompt_rows(asked, row_id(prompt), desk.athlete_id, desk.words, only=still)
    lead = any(session.kind is SessionKind.STRENGTH for session in waiting)
    return ((guide_button(desk.athlete_id, desk.words),),) if lead else ()


def _rest_of_day(desk: Desk, training: Training) -> str:
    """A kind word when all is done, and what comes next."""
    parts = [desk.words("today.all_done" if training.done_on(desk.today) else "today.nothing_more")]
    for day in (desk.today + dt.timedelta(days=number) for number in range(1, AHEAD + 1)):
        following = training.waiting_on(day)
        if following:
            listed = Html(", ".join(session_line(session, desk.words) for session in following))
            return " ".join((*parts, desk.words("today.next", day=day, session=listed)))
    return " ".join(parts)


def _held_screen(desk: Desk, held: Phrase) -> Screen:
    """Why nothing is on today, with the button that ends the hold, where there is one (C4, C5)."""
    ends = {
        ILL: Button(desk.words("button.well"), Tap(Verb.RESUME, desk.athlete_id, value="well")),
        "warning.red_flag": Button(desk.words("button.cleared"), Tap(Verb.CLEARED, desk.athlete_id)),
    }
    button = ends.get(held.key)
    return Screen(desk.words.say(held), ((button,),) if button else ())
