"""Pain and symptoms, by words or by taps: kept as a check-in, answered at once, acted on by the plan (C3–C5)."""

import datetime as dt
import re

from bot.cases.binding import new_log
from bot.cases.correcting import write_into
from bot.cases.illness import SERIOUS
from bot.cases.plans import adapt
from bot.cases.restoring import as_if_always
from bot.cases.training import Training, training_of
from bot.conversations.typed.plain import plain
from bot.conversations.typed.wonders import asks
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.views.log import area_name
from coach.aftercare import awaits_doctor, is_ill, is_lasting
from coach.history import ILLNESS, PAIN_TO_STOP, PAIN_TO_WATCH, RED_FLAGS, Pain
from coach.reader import read
from coach.reading import Reading
from coach.soreness import LEVEL_ASKED, SORE
from storage.logs import add_log, history_of, logs_between
from storage.outbox import newest_about
from storage.tables import AthleteState, Log, Saying

AREAS = ("knee", "shin", "calf", "ankle", "foot", "hamstring", "thigh", "hip", "back", "other")
LEVELS = range(11)
LEVEL = re.compile(r"(?<![/\d.,])(?<!out of )\d+(?=\s*(?:/\s*10\b|\D|$))")
_ONLY_LEVEL = re.compile(
    r"(?:(?:still|it'?s|about|around|maybe|like|more|rather|actually|no|sorry|an?"
    r"|now|today|only|just|down to|up to|at|probably|again)\s+)*"
    r"(?P<level>\d{1,2})(?:\s*/\s*10|\s+out of (?:10|ten))?"
    r"(?:\s+(?:today|now|again|still|when|if|after|going|walking|on|in|at|but|and|this)\b\D*)?"
)
"""*4*, *4/10*, *still 4 on stairs*: a level with no unit behind it, and no other figure."""
WHERE = "where"
ELSEWHERE = "other"
"""The button for a place without a button: words may name one that has."""
UNKNOWN = "unspecified"
PAIN_CLOSED = "pain:"
"""What the outbox remembers of the word that ends a question about pain."""
PAIN_OPEN = dt.timedelta(hours=18)
"""How long a bare number or area still answers a question about pain."""
BETTER = frozenset({"well", "cleared"})
URGENT = frozenset({"chest_pain", "arm_pain", "jaw_pain", "fainting", "breathless_at_rest", "palpitations"})
"""Red flags that mean: seek care now; the other ones mean: see a doctor."""


def report(desk: Desk, reading: Reading, saying: Saying) -> bool:
    """Keep pain or symptoms that a message reports apart from any activity; false where it reports none."""
    if reading.pain is None and not reading.symptoms:
        return False
    unsaid = reading.question is not None and reading.question.key == LEVEL_ASKED
    check_in(desk, reading.pain, reading.symptoms, saying_id=saying.id, unsaid=unsaid)
    return True


def check_in(
    desk: Desk, pain: Pain | None, symptoms: tuple[str, ...], saying_id: int | None = None, *, unsaid: bool = False
) -> None:
    """Keep a check-in and answer it: red flags first, then illness, then pain, whose level may have been ``unsaid``."""
    log = new_log(
        desk,
        saying_id=saying_id,
        pain_area=pain.area if pain else None,
        pain_level=pain.level if pain else None,
        symptoms=list(symptoms),
    )
    add_log(desk.session, log)
    training = training_of(desk)
    for text, rows in _responses(desk, training, pain, symptoms, unsaid=unsaid):
        desk.say(Screen(text, rows), ref=f"log:{log.id}")
    adapt(desk, training)
    if BETTER & set(symptoms):
        _say_when(desk, training)


def answer_pain(desk: Desk, saying: Saying) -> bool:
    """A bare area ("left knee") or level ("still 4") while the question about pain is open; false for anything else."""
    area, levels = _asked_area(desk), LEVEL.findall(saying.text)
    if area is None or asks(saying.text):
        return False
    if area != WHERE and len(levels) == 1 and int(levels[0]) in LEVELS:
        check_in(desk, Pain(area, int(levels[0])), (), saying_id=saying.id)
        return True
    named = read(f"{saying.text} 5/10", desk.today, desk.words.units, desk.words.language).pain
    if levels or area not in {WHERE, ELSEWHERE} or named is None or named.area in {UNKNOWN, ELSEWHERE}:
        return False
    desk.say(level_screen(desk, named.area), ref=pain_ref(named.area))
    return True


def level_in(text: str) -> int | None:
    """The level where the words are one and at most when or where it is felt: ``still 4 on stairs``; else ``None``.

    A doubtful ``4?`` is a level too; *what is rule C6?* is none.
    """
    found = _ONLY_LEVEL.fullmatch(plain(text))
    if found is None or asks(text.replace("?", "")):
        return None
    return int(found["level"]) if int(found["level"]) in LEVELS else None


def correct_level(desk: Desk, log: Log, level: int, saying: Saying) -> None:
    """Another level for the pain of a check-in: it takes the place of the first, and the plan follows."""
    saying.understood = True
    with as_if_always(desk):
        write_into(desk, log, pain_level=level)
        pain = Pain(log.pain_area or UNKNOWN, level)
        desk.say(Screen(_pain_answer(desk, training_of(desk), pain)), ref=f"log:{log.id}")


def is_check_in(log: Log) -> bool:
    """Whether a line of the log is pain told apart from any activity."""
    return log.kind is None and log.activity is None and log.pain_level is not None


def _asked_area(desk: Desk) -> str | None:
    """The area the open question about pain is about, ``where`` for its first half; ``None`` where none is open."""
    asked = open_pain(desk)
    return asked.partition(":")[2] if asked is not None else None


def open_pain(desk: Desk) -> str | None:
    """What the outbox remembers of the open question about pain; a card, an answer or a *cancel* since closes it."""
    since = desk.now - PAIN_OPEN
    asked = newest_about(desk.session, desk.chat_id, pain_ref(""), since)
    carded = newest_about(desk.session, desk.chat_id, "log:", since)
    if asked is None or asked.ref == PAIN_CLOSED or (carded is not None and carded.id > asked.id):
        return None
    return asked.ref


def pain_ref(area: str) -> str:
    """What the outbox remembers of a question about pain: where, or how much it hurts there."""
    return f"pain:{area}"


def pain(desk: Desk) -> None:
    """``/pain``: where does it hurt?"""
    desk.say(area_screen(desk), ref=pain_ref(WHERE))


def hurts(desk: Desk, tapped: Tapped) -> None:
    """Something hurts, from a prompt: the same question as ``/pain``, as a message of its own."""
    desk.toast(tapped.query_id)
    desk.say(area_screen(desk), ref=pain_ref(WHERE))


def pain_tapped(desk: Desk, tapped: Tapped) -> None:
    """The area was tapped: how much? Then the level: kept. A red flag is kept at once."""
    desk.toast(tapped.query_id)
    area, _, level = tapped.tap.value.partition(":")
    if area == "flag":
        if not _is_told(desk, None, (level,)):
            check_in(desk, None, (level,))
    elif area == "ask":
        desk.show(flag_screen(desk), message_id=tapped.message_id)
    elif not level:
        desk.show(level_screen(desk, area), message_id=tapped.message_id, ref=pain_ref(area))
    else:
        desk.show(Screen(_reported(desk, area, int(level))), message_id=tapped.message_id)
        if not _is_told(desk, Pain(area, int(level)), ()):
            check_in(desk, Pain(area, int(level)), ())


def _is_told(desk: Desk, pain: Pain | None, symptoms: tuple[str, ...]) -> bool:
    """Whether just this was the last check-in of today: a second tap on the same button."""
    today = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    told = [log for log in today if log.kind is None and log.activity is None and (log.symptoms or log.pain_area)]
    if not told:
        return False
    same = (told[-1].pain_area, told[-1].pain_level) == ((pain.area, pain.level) if pain else (None, None))
    return same and list(symptoms) == list(told[-1].symptoms)


def cleared(desk: Desk, tapped: Tapped) -> None:
    """The athlete says that a doctor has cleared them after a red flag (C4). Where nothing waits, nothing changes."""
    if not awaits_doctor(history_of(desk.session, desk.athlete_id)):
        desk.toast(tapped.query_id, desk.words("cleared.already"))
        return
    desk.toast(tapped.query_id)
    desk.set_rows((), message_id=tapped.message_id)
    check_in(desk, None, ("cleared",))


def well(desk: Desk, tapped: Tapped) -> None:
    """The athlete is well again after an illness (C5). Who is not ill any more hears so, and nothing changes."""
    if not is_ill(history_of(desk.session, desk.athlete_id)):
        desk.toast(tapped.query_id, desk.words("well.already"))
        return
    desk.toast(tapped.query_id)
    check_in(desk, None, ("well",))


def not_yet(desk: Desk, tapped: Tapped) -> None:
    """Still ill: nothing changes, and nobody is asked again today."""
    desk.toast(tapped.query_id, desk.words("ill.rest_on"))
    desk.set_rows((), message_id=tapped.message_id)


def area_screen(desk: Desk) -> Screen:
    """Where it hurts, as buttons, with a way to say something more serious."""
    words, athlete = desk.words, desk.athlete_id
    buttons = [Button(words(f"area.{area}"), Tap(Verb.PAIN, athlete, value=area)) for area in AREAS]
    rows = in_rows(buttons, 3)
    serious = Button(words("button.serious"), Tap(Verb.PAIN, athlete, value="ask"))
    return Screen(words("pain.where"), (*rows, (serious,)))


def level_screen(desk: Desk, area: str) -> Screen:
    """How much it hurts, from 0 to 10, with what the figures mean."""
    buttons = [Button(str(n), Tap(Verb.PAIN, desk.athlete_id, value=f"{area}:{n}")) for n in LEVELS]
    text = desk.words("pain.level", area=area_name(area, desk.words))
    return Screen(text, (tuple(buttons[:6]), tuple(buttons[6:])))


def flag_screen(desk: Desk) -> Screen:
    """The signs that need a doctor before any more running (C4)."""
    words = desk.words
    flags = sorted(RED_FLAGS, key=lambda flag: (flag not in URGENT, flag))
    rows = tuple(
        (Button(words(f"flag.{flag}"), Tap(Verb.PAIN, desk.athlete_id, value=f"flag:{flag}")),) for flag in flags
    )
    return Screen(words("pain.serious"), rows)


def _responses(
    desk: Desk, training: Training, pain: Pain | None, symptoms: tuple[str, ...], *, unsaid: bool
) -> list[tuple[str, Rows]]:
    words, found = desk.words, set(symptoms)
    answers: list[tuple[str, Rows]] = []
    if found & RED_FLAGS:
        clear = Button(words("button.cleared"), Tap(Verb.CLEARED, desk.athlete_id))
        answers.append((words("report.urgent" if found & URGENT else "report.see_doctor"), ((clear,),)))
    if found & ILLNESS:
        button = Button(words("button.well"), Tap(Verb.RESUME, desk.athlete_id, value="well"))
        answers.append((words("report.fever" if found & SERIOUS else "report.ill"), ((button,),)))
    simple = {"limp": "report.limp", SORE: "report.sore", "well": "report.well", "cleared": "report.cleared"}
    answers += [(words(key), ()) for sign, key in simple.items() if sign in found]
    if pain is not None:
        area = area_name(pain.area, words)
        said = words("report.pain.unsaid", area=area) if unsaid else _pain_answer(desk, training, pain)
        answers.append((said, ()))
    return answers


def _say_when(desk: Desk, training: Training) -> None:
    """When the next session comes: after an illness that may be days away, and silence would look like a fault."""
    ahead = [s for week in training.plan.weeks for s in week.sessions if s.date > desk.today]
    if ahead:
        first = min(ahead, key=lambda session: session.date)
        desk.say(Screen(desk.words("report.next", day=first.date, title=first.title)))


def _pain_answer(desk: Desk, training: Training, pain: Pain) -> str:
    """What a level of pain means; that it is asked again is said only where it will be (C3)."""
    area = area_name(pain.area, desk.words)
    said = desk.words(f"report.pain.{_band(training, pain)}", area=area, level=pain.level)
    if not pain.level or desk.owner.state != AthleteState.ACTIVE:
        return said
    return desk.words("report.ask_again", answer=said)


def _band(training: Training, pain: Pain) -> str:
    """The band of a pain (C3), or that it has lasted; who only walks for now is not told of running."""
    if is_lasting(training.history, pain.area, training.today):
        return "lasting"
    if pain.level >= PAIN_TO_STOP:
        return "stop.walk" if training.is_walking else "stop"
    return "watch" if pain.level >= PAIN_TO_WATCH else "mild" if pain.level else "none"


def _reported(desk: Desk, area: str, level: int) -> str:
    return desk.words("log.pain", area=area_name(area, desk.words), level=level)
