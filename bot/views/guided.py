"""A guided strength session as one message: the set that comes now, the rest between, a swap, and how hard it was.

Made for sweaty thumbs: the button that is wanted most stands alone on top, texts are short, and an exercise explains
itself in full only at its first set.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.words import Html, Words
from coach.guided import Guided, Offer, Task
from coach.phrases import Duration, Phrase
from coach.units import Seconds
from coach.workouts.ladders import position_of

AREAS = ("knee", "hip", "back", "ankle", "calf", "hamstring", "shoulder", "other")
"""Where strength work hurts most often."""
LEVELS = range(11)
EFFORTS = range(1, 11)
HINTS = 3
"""Hints of an exercise: two on its form and the usual fault; each set shows another one."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the message shows: the session, whose it is, its step, and what belongs to the moment.

    ``load_kg`` is the weight in use, ``reserve`` the repetitions to leave, ``waits_s`` what is left of a rest or hold.
    """

    guided: Guided
    row: int
    step: int
    athlete: int
    words: Words
    load_kg: float | None = None
    reserve: int = 4
    waits_s: int = 0

    def button(self, key: str, action: str) -> Button:
        """A button with its words from the catalogue."""
        return self.labelled(self.words(f"button.guided.{key}"), action)

    def labelled(self, label: str, action: str) -> Button:
        """A button of this session and step."""
        return Button(label, Tap(Verb.GUIDED, self.athlete, self.row, f"{self.step}:{action}"))


def set_screen(look: Look) -> Screen:
    """The set that comes now."""
    task = look.guided.task
    if task is None:
        return effort_screen(look)
    if task.is_filler:
        return _filler_screen(look, task)
    number = look.guided.done_of(look.guided.at or 0)
    form = look.words("guided.form", form=Html(form_name(task, look.words)))
    lines = [_head(look, task, number), form, "", _asked(look, task), *_weight(look, task)]
    if number == 0:
        lines += ["", look.words(f"how.{task.exercise}.{task.rung}"), _feel(look, task)]
    lines += ["", look.words("guided.hint", hint=_hint(look, task, number))]
    return Screen("\n".join(lines), _set_rows(look, task))


def rest_screen(look: Look, done: str = "") -> Screen:
    """The rest between two sets, with what comes next."""
    task = look.guided.task
    if task is None:
        return effort_screen(look)
    head = look.words("guided.rest", length=_length(look.waits_s))
    last = look.guided.sets[-1] if look.guided.sets else None
    before = look.guided.tasks[last.task] if last is not None else None
    fresh = before is None or (before.exercise, before.rung) != (task.exercise, task.rung)
    parts = [done, head, _next_line(look, task, fresh=fresh)]
    rows = ((look.button("skip_rest", "r"),), _low_row(look))
    return Screen("\n\n".join(part for part in parts if part), rows)


def hold_screen(look: Look) -> Screen:
    """A hold while its seconds run."""
    task = look.guided.task
    if task is None:
        return effort_screen(look)
    name = _filler_name(task, look.words) if task.is_filler else form_name(task, look.words)
    text = look.words("guided.hold", form=name, length=_length(look.waits_s))
    return Screen(text, ((look.button("done", "d"),), _low_row(look)))


def swap_screen(look: Look, offers: Sequence[Offer]) -> Screen:
    """What to do instead."""
    task = look.guided.task
    name = "" if task is None else form_name(task, look.words)
    rows = tuple((look.labelled(_offer(offer, look.words), f"s{n}"),) for n, offer in enumerate(offers))
    last = (look.button("hurts", "p"), look.button("leave", "l"))
    return Screen(look.words("guided.swap", form=name), (*rows, last, (look.button("back", "v"),)))


def area_screen(look: Look) -> Screen:
    """Where it hurts; the way back has another name, for *Back* is a part of the body here."""
    buttons = [look.labelled(look.words(f"area.{area}"), f"p.{area}") for area in AREAS]
    rows = in_rows(buttons, 2)
    return Screen(look.words("pain.where"), (*rows, (look.button("unhurt", "v"),)))


def level_screen(look: Look, area: str) -> Screen:
    """How much it hurts there."""
    buttons = tuple(look.labelled(str(level), f"p.{area}.{level}") for level in LEVELS)
    text = look.words("pain.level", area=look.words(f"area.{area}"))
    return Screen(text, (buttons[:6], buttons[6:], (look.button("unhurt", "v"),)))


def effort_screen(look: Look) -> Screen:
    """All done, or stopped: how hard was it?"""
    over = look.guided.task is None
    text = look.words("guided.over" if over else "guided.stopped", n=look.guided.lifted)
    scale = tuple(look.labelled(str(effort), f"f{effort}") for effort in EFFORTS)
    back = look.button("back", "b") if over else look.button("go_on", "o")
    return Screen(text, (scale[:5], scale[5:], (back, look.button("no_effort", "f"))))


def closed_screen(look: Look) -> Screen:
    """What stays of the message once the session is over."""
    lifted = look.guided.lifted
    return Screen(look.words("guided.closed", n=lifted) if lifted else look.words("guided.nothing"))


def where_line(look: Look) -> str:
    """Where the session is, for a tap on an old button."""
    task = look.guided.task
    if task is None or task.is_filler:
        return look.words("guided.where_over" if task is None else "guided.where_filler")
    number = look.guided.done_of(look.guided.at or 0) + 1
    return look.words("guided.where", exercise=_exercise(task), set=number, sets=task.sets)


def form_name(task: Task, words: Words) -> str:
    """The form of an exercise in words, the whole of it."""
    return words(f"rung.{task.exercise}.{task.rung}")


def amount_text(task: Task, words: Words) -> str:
    """How many, or how long: ``12 times each side``, ``30 s``."""
    sides = "_sides" if task.form.sides else ""
    if task.reps is not None:
        return words(f"guided.reps{sides}", n=task.reps)
    return words(f"guided.seconds{sides}", length=_length((task.seconds or 0) // (2 if sides else 1)))


def _filler_screen(look: Look, task: Task) -> Screen:
    length = _length(max(30, round((task.seconds or 0) / 30) * 30))
    text = look.words("guided.filler", form=_filler_name(task, look.words), length=length)
    rows = ((look.button("ready", "d"),), (look.button("clock", "t"), look.button("leave", "l")))
    return Screen(text, (*rows, _low_row(look)))


def _filler_name(task: Task, words: Words) -> str:
    return words(f"rung.{task.rung}")


def _set_rows(look: Look, task: Task) -> Rows:
    done = look.button("done", "d")
    top = (done,) if task.reps is not None else (look.button("clock", "t"), done)
    felt = (look.button("easy", "e"), look.button("hard", "h"))
    return (top, felt, (look.button("swap", "s"), *_back(look)), (look.button("stop", "x"),))


def _low_row(look: Look) -> tuple[Button, ...]:
    return (*_back(look), look.button("stop", "x"))


def _back(look: Look) -> tuple[Button, ...]:
    return (look.button("back", "b"),) if look.guided.sets else ()


def _head(look: Look, task: Task, done: int) -> str:
    real = [n for n, each in enumerate(look.guided.tasks) if not each.is_filler and not each.left]
    at = look.guided.at or 0
    place = real.index(at) + 1 if at in real else 1
    return look.words("guided.head", n=place, total=len(real), set=done + 1, sets=task.sets)


def _asked(look: Look, task: Task) -> str:
    return look.words("guided.amount", amount=Html(amount_text(task, look.words)))


def _weight(look: Look, task: Task) -> list[str]:
    if not task.form.loaded:
        return [] if look.load_kg is None else [look.words("guided.weight", load=look.load_kg)]
    if look.load_kg is None:
        return [look.words("guided.weight_first", reserve=look.reserve)]
    return [look.words("guided.weight", load=look.load_kg)]


def _feel(look: Look, task: Task) -> str:
    if task.reps is None:
        return look.words("guided.feel_hold")
    return look.words("guided.feel", reserve=look.reserve)


def _hint(look: Look, task: Task, number: int) -> Html:
    turn = number % HINTS
    return look.words(f"fault.{task.exercise}") if turn == HINTS - 1 else look.words(f"form.{task.exercise}.{turn + 1}")


def _next_line(look: Look, task: Task, *, fresh: bool) -> str:
    name = _filler_name(task, look.words) if task.is_filler else form_name(task, look.words)
    amount = Html(amount_text(task, look.words))
    if task.is_filler:
        return look.words("guided.next_filler", form=Html(name))
    if fresh:
        return look.words("guided.next_new", form=Html(name), amount=amount)
    number = look.guided.done_of(look.guided.at or 0) + 1
    return look.words("guided.next_set", set=number, sets=task.sets, form=Html(name), amount=amount)


def _offer(offer: Offer, words: Words) -> str:
    return words(f"guided.offer.{offer.why}", form=Phrase(f"rung.{offer.exercise}.{offer.rung}"))


def _exercise(task: Task) -> Phrase:
    known = position_of(task.exercise, task.rung) is not None
    return Phrase(f"exercise.{task.exercise}" if known else f"rung.{task.rung}")


def _length(seconds: int) -> Duration:
    """To five seconds: nobody reads them closer."""
    return Duration(Seconds(round(seconds / 5) * 5))
