"""Words in place of a tap: whatever a button does, its word does too.

Telegram drops a tap that it could not deliver within 150 seconds, and some people rather type. A short answer goes to
what it replies to, else to the newest message while that still takes an answer. What is more than a short answer is
left to be read as a log.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from bot.cases import answers, editing, moving
from bot.cases.albums import ALBUM, answer_album
from bot.cases.cards import session_of, show_card
from bot.cases.fields import FIELDS
from bot.cases.measuring import answer_measure
from bot.conversations.typed.waits import USUAL, later_in
from bot.conversations.wishes.wording import FROM_NOW_ON
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import REFUSED, About, lately_about, replied_to
from bot.screens import Screen
from bot.views.prompt import prompt_screen, shorter_screen, skip_screen
from coach.documents import session_from_json
from coach.reader.answers import day_ahead, minutes_asked, reason_given
from coach.reader.bare import is_bare_log
from coach.reader.limits import limit_in
from storage.logs import log_by_id
from storage.plans import move_by_id
from storage.prompts import latest_prompt, prompt_by_id
from storage.tables import Log, Prompt

LONGEST = 60
"""Characters of a short answer."""
BACK = frozenset({"back", "go back", "never mind", "nevermind", "cancel"})
FINISHED = frozenset({"done", "finished", "ok", "that's it", "thats it", "save"})
YES = frozenset({"yes", "y", "yes please", "sure", "do it", "ok", "move anyway", "anyway"})
DELETE = frozenset({"delete", "delete it", "delete that", "delete this", "remove it", "remove that", "remove"})
_SECOND_THOUGHTS = (
    "",
    "nvm ",
    "nvm, ",
    "never mind ",
    "never mind, ",
    "oops ",
    "oops, ",
    "no wait ",
    "wait ",
    "actually ",
)
UNDO = frozenset(
    f"{lead}{deed}"
    for lead in _SECOND_THOUGHTS
    for deed in ("undo", "undo it", "undo that", "restore", "restore it", "bring it back")
)
EDIT = frozenset({"edit", "edit it", "edit that", "change it"})
_STAYS = re.compile(
    r"(?:(?:actually|no|nah|sorry|wait|oh|ok|on second thoughts?|hm+|please),? )*"
    r"(?:(?:leave|keep|put) (?:it|that|them) (?:back )?(?:on (?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|where (?:it|they) (?:was|were)|as (?:it|they) (?:was|were))"
    r"|(?:put|move) (?:it|that|them) back|don'?t move (?:it|that|them)|leave (?:it|them)(?: alone)?)"
    r"(?: (?:please|pls|after all|instead))*"
)
"""Right after a move it takes the move back: *actually leave it on saturday*."""
_DEEDS = ("ran ", "walked ", "did ", "swam ", "cycled ", "went ", "i ", "skipped ", "just ")
"""How a message begins that tells of something else while an editor happens to stand open."""
_EVERY_WEEK = re.compile(
    rf"\b(?:week ?days?|week ?ends?|each|every|{FROM_NOW_ON}|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
)
"""What makes a limit one of every week rather than of today."""
_MOVE_WORDS = ("move", "postpone", "reschedule", "shift")


def takes_move_back(desk: Desk, move_id: int, text: str) -> bool:
    """Whether words right after a move undo it; a day that they name is the one it was moved from."""
    found = _STAYS.fullmatch(text)
    if found is None or found["day"] is None:
        return text in UNDO or found is not None
    move = move_by_id(desk.session, desk.athlete_id, move_id)
    return move is not None and f"{move.origin:%a}".lower() == found["day"]


def answer_step(desk: Desk, heard: Heard) -> bool:
    """A short answer in words to what a message of ours offers; false for anything else."""
    text = " ".join(heard.text.lower().split()).rstrip(".!")
    if heard.edited or not text:
        return False
    meant = replied_to(desk, heard.reply_to) or (None if heard.reply_to else lately_about(desk))
    noting = meant is not None and (meant.kind, meant.step) == ("log", "note")
    if not noting and len(text) > LONGEST:
        return False
    if not noting and text.endswith("?"):
        return _wished(desk, meant, text)
    if meant is not None and meant.kind == ALBUM:
        return answer_album(desk, meant, text)
    if meant is not None and meant.kind == "measure":
        return answer_measure(desk, meant, heard, text)
    if meant is not None and meant.kind == "log":
        return _of_log(desk, meant, heard, text)
    return _of_prompt(desk, meant, text)


def _of_log(desk: Desk, meant: About, heard: Heard, text: str) -> bool:
    log = log_by_id(desk.session, desk.athlete_id, meant.id)
    if log is None:
        return False
    if log.deleted_at is not None and meant.step != editing.DELETED:
        return False
    if meant.step == editing.DELETED:
        return _do(text in UNDO, editing.restore_by_words, desk, log)
    if text in DELETE:
        editing.delete_by_words(desk, log)
        return True
    if text in EDIT or (meant.step and text in BACK and meant.step != editing.CHOOSING):
        editing.edit_by_words(desk, log)
        return True
    return _of_editor(desk, log, meant, heard, text) if meant.step else False


def _of_editor(desk: Desk, log: Log, meant: About, heard: Heard, text: str) -> bool:
    """Inside the editor: a field's name, a value for the open field, or the end."""
    if text in FINISHED | BACK and meant.step != "status":
        show_card(desk, log, session_of(desk, log))
        return True
    field = editing.field_named(text, desk)
    if field is not None:
        editing.edit_by_words(desk, log, field)
        return True
    if meant.step not in FIELDS or (not heard.reply_to and meant.step != "note" and text.startswith(_DEEDS)):
        return False
    return editing.answer_field(desk, log, meant.step, heard.text)


def _do(fits: bool, case: Callable[[Desk, Log], None], desk: Desk, log: Log) -> bool:  # noqa: FBT001 — a guard
    if fits:
        case(desk, log)
    return fits


def _of_prompt(desk: Desk, meant: About | None, text: str) -> bool:
    """The word of a prompt's button, or the answer to what a tap opened; without a prompt at hand, today's."""
    step, _, day = (meant.step if meant is not None else "").partition(":")
    opens = _opened_by(desk, text)
    prompt = _prompt(desk, meant) if step or opens is not None else None
    if prompt is None:
        return False
    if step and text in BACK:
        sessions = tuple(session_from_json(session) for session in prompt.sessions)
        screen = prompt_screen(sessions, answers.row_id(prompt), desk.athlete_id, desk.words)
        desk.say(screen, ref=answers.prompt_ref(prompt))
        return True
    if step == moving.MOVED and takes_move_back(desk, int(day), text):
        return moving.undo_by_words(desk, int(day))
    if step == moving.WARNED and text in YES:
        return moving.move_by_words(desk, prompt, day, confirmed=True)
    answered = _STEPS.get(step, _nothing)(desk, prompt, text)
    return answered or (opens is not None and opens(prompt))


def _prompt(desk: Desk, meant: About | None) -> Prompt | None:
    """The prompt that is meant; today's newest where the words came without one."""
    if meant is not None and meant.kind != REFUSED:
        return prompt_by_id(desk.session, desk.athlete_id, meant.id) if meant.kind == "prompt" else None
    prompt = latest_prompt(desk.session, desk.athlete_id)
    return prompt if prompt is not None and prompt.local_date == desk.today else None


def _opened_by(desk: Desk, text: str) -> Callable[[Prompt], bool] | None:
    """*move*, *move to saturday*, *shorter*: what the buttons under a prompt open; ``None`` for words of nothing here.

    Nearly all words are, and no prompt is looked up for them.
    """
    if text in {"shorter", "something shorter", "shorter please", "make it shorter"}:
        return lambda prompt: _offered(desk, prompt, shorter_screen, answers.SHORTER_STEP)
    if text in {"why skip", "skip with a reason"}:
        return lambda prompt: _offered(desk, prompt, skip_screen, answers.SKIP_STEP)
    if (wait := later_in(text)) is not None:
        return lambda _: moving.later_by_words(desk, wait)
    if text.startswith(_MOVE_WORDS):
        return lambda prompt: _moved(desk, prompt, text)
    if is_bare_log(text):
        return None
    limit = None if _EVERY_WEEK.search(text) else limit_in(text)
    if limit is not None:
        return lambda prompt: _limited(desk, prompt, limit)
    day = day_ahead(text, desk.today, desk.words.units)
    return None if day is None else lambda prompt: _moved_to(desk, prompt, day)


def _limited(desk: Desk, prompt: Prompt, minutes: int) -> bool:
    """A size that fits into so many minutes, while there is something to do."""
    return bool(moving.still_waiting(desk, prompt)) and answers.shorter_by_words(desk, prompt, minutes)


def _offered(desk: Desk, prompt: Prompt, screen: Callable[..., Screen], step: str) -> bool:
    """Open a step under a prompt; there is none where all of it is logged."""
    sessions = moving.still_waiting(desk, prompt)
    if sessions:
        ref = f"{answers.prompt_ref(prompt)}:{step}"
        desk.say(screen(sessions, answers.row_id(prompt), desk.athlete_id, desk.words), ref=ref)
    return bool(sessions)


def _wished(desk: Desk, meant: About | None, text: str) -> bool:
    """*Can I do it tomorrow?* is no question to be answered but a wish to be carried out; it can be undone."""
    day = day_ahead(text.rstrip("? "), desk.today, desk.words.units)
    prompt = None if day is None else _prompt(desk, meant)
    return day is not None and prompt is not None and _moved_to(desk, prompt, day)


def _moved_to(desk: Desk, prompt: Prompt, day: dt.date) -> bool:
    """A day and nothing else, while there is something to move: ``tomorrow``, ``can i do it on thursday``."""
    return bool(moving.still_waiting(desk, prompt)) and moving.move_by_words(desk, prompt, day.isoformat())


def _moved(desk: Desk, prompt: Prompt, text: str) -> bool:
    """A day to move to; without one, the days on offer."""
    if text in {"later", "later today"}:
        return moving.later_by_words(desk, USUAL)
    rest = text
    for word in _MOVE_WORDS:
        rest = rest.removeprefix(word)
    day = day_ahead(rest, desk.today, desk.words.units) if rest.strip() else None
    if day is not None:
        return moving.move_by_words(desk, prompt, day.isoformat())
    return moving.offer_by_words(desk, prompt) if text in {*_MOVE_WORDS, "move it", "move please"} else False


def _skipped(desk: Desk, prompt: Prompt, text: str) -> bool:
    given, reason = reason_given(text)
    return given and answers.skip_by_words(desk, prompt, reason)


def _sized(desk: Desk, prompt: Prompt, text: str) -> bool:
    minutes = minutes_asked(text)
    return minutes is not None and answers.shorter_by_words(desk, prompt, minutes)


def _nothing(_desk: Desk, _prompt: Prompt, _text: str) -> bool:
    return False


_STEPS: Mapping[str, Callable[[Desk, Prompt, str], bool]] = {
    moving.MOVE_STEP: _moved,
    moving.WARNED: _moved,
    answers.SKIP_STEP: _skipped,
    answers.SHORTER_STEP: _sized,
}
"""What answers each step that a tap opened under a prompt."""
