"""How it is now, told by somebody who is ill or was asked about a pain: *fit again*, *no, it is gone*, *39.1*.

Only while an illness or a question about pain is open: the same words mean nothing in particular otherwise.
"""

import re
from typing import Final

from bot.cases.believing import is_only_a_feeling
from bot.cases.report import ELSEWHERE, UNKNOWN, WHERE, check_in, open_pain
from bot.cases.training import Training
from bot.conversations.typed.plain import plain
from bot.conversations.typed.wonders import asks
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.aftercare import is_ill
from coach.history import Pain
from coach.reading import Reading
from storage.tables import Saying

_SMALL: Final = (
    r"(?:(?:no|yes|ok|okay|oh|well|hi|thanks?|it|its|it'?s|that|thats|is|im|i'?m|i|am|feel|feeling|feels|all|completely"
    r"|totally|now|today|again|really|quite|almost|pretty|much|has|have|been|my|the|back|to|since|then|already|by|luckily"
    r"|absolutely|so|very|and|coach|this|morning|yesterday|lucky|luckily|100|percent) ?)*"
)
_GONE: Final = re.compile(
    rf"{_SMALL}(?:gone|nothing|no pain|painless|pain ?-?free|went away|disappeared|fine|good|ok|okay|great|normal"
    rf"|doesn'?t hurt(?: any ?more)?|does not hurt|not hurting|can'?t feel (?:it|anything)|none|zero|no more(?: pain)?"
    rf"|better now|healed) ?{_SMALL}"
)
_WELL: Final = re.compile(
    rf"{_SMALL}(?:well|healthy|fit|recovered|cured|better|fine|good|ok|okay|great|normal|over it|myself"
    rf"|(?:cold|flu|fever|virus|it|bug)(?: (?:is|has))? gone(?: away)?) ?{_SMALL}"
)
_FULLY: Final = re.compile(
    r"\b(?:all|completely|totally|fully|again|fit|healthy|recovered|cured|well|fine|normal|over it|gone|100|back to)\b"
)
"""*Better* alone is on the way; *all better* and *fit again* have arrived."""
_BIT: Final = re.compile(r"\b(?:bit|little|slightly|somewhat|slowly|getting|almost|nearly|not (?:yet|quite)|still)\b")
_IMPROVING: Final = re.compile(
    r"\b(?:better|improv\w+|no (?:more )?(?:fever|temperature)|fever(?:'?s| is)? (?:gone|down))\b"
)
_NO_BETTER: Final = re.compile(r"\b(?:no|not(?: any| much)?|isn'?t(?: any)?) better\b")
_NOT_YET: Final = re.compile(
    r"\b(?:weak|weakly|rough|poorly|unwell|ill|sick|awful|terrible|horrible|miserable|lousy|wiped(?: out)?|drained"
    r"|run ?down|washed out|knackered|exhausted|shattered|woozy|under the weather|not (?:great|good|well|right|myself"
    r"|100|there yet|yet|quite|fit)|worse)\b"
    rf"|{_NO_BETTER.pattern}"
)
"""How somebody feels who is not well yet."""
_ELSE: Final = re.compile(
    r"\b(?:weather|sick of|i'?ll|ill (?:be|do|go|come|see|try|write|let|tell|get|start|run|rest|take|have|wait|stay"
    r"|log|keep|just|not|never)|fit (?!again\b|yet\b|enough\b)\w+"
    r"|(?:my|our|his|her|your|this|that|the) (?!(?:cold|flu|fever|temperature|virus|bug|cough|throat|nose|head|chest"
    r"|stomach|belly|tummy|back|body|voice|energy|night|day|morning|sleep|illness|infection)\b)\w+"
    r"(?:'?s| is| are| was| were| has| looks| feels))\b"
)
"""*My dog is sick*, *the weather is awful*, *ill write tomorrow*: nothing about how they are themselves."""
_DEGREES: Final = re.compile(r"\D*(?P<degrees>3[5-9]|4[0-2])(?:[.,](?P<tenths>\d))? ?(?:°|degrees)? ?c?\D*")
_FEVER: Final = 38.0
"""Degrees Celsius from which a temperature is a fever."""
_MAY_RUN: Final = re.compile(
    r"\b(?:can|may|should|could|when (?:can|may|will)) (?:i|we) (?:\w+ )?(?:run|train|go|start|jog|exercise)\b"
)


def answer_recovering(desk: Desk, training: Training, reading: Reading, saying: Saying) -> bool:
    """Act on how a pain or an illness is now; false where neither is open, or the words say something else."""
    if is_only_a_feeling(reading) and answer_not_yet(desk, training, saying.text):
        return True
    if reading.entries or reading.measurements or (reading.pain and (reading.pain.level or _is_named(reading.pain))):
        return False
    said = plain(saying.text)
    return _pain_gone(desk, said, saying) or _of_illness(desk, training, reading, saying, said)


def _pain_gone(desk: Desk, said: str, saying: Saying) -> bool:
    """*No, it is gone* under the question how much a place hurts: nothing, 0 of 10."""
    area = (open_pain(desk) or "").partition(":")[2]
    if area in {"", WHERE, ELSEWHERE} or asks(saying.text) or _BIT.search(said) or _GONE.fullmatch(said) is None:
        return False
    check_in(desk, Pain(area, 0), (), saying_id=saying.id)
    return True


def _of_illness(desk: Desk, training: Training, reading: Reading, saying: Saying, said: str) -> bool:
    """Well again, on the mend, a temperature, or whether a run is all right, told by somebody who is ill."""
    if not is_ill(training.history):
        return False
    if asks(saying.text):
        return _MAY_RUN.search(said) is not None and _say(desk, "ill.may_i_run")
    measured = _DEGREES.fullmatch(said)
    if measured is not None:
        degrees = float(f"{measured['degrees']}.{measured['tenths'] or 0}")
        if degrees >= _FEVER:
            check_in(desk, None, ("fever",), saying_id=saying.id)
        else:
            _say(desk, "ill.no_fever")
        return True
    if set(reading.symptoms) - {"well"}:
        return False
    if reading.symptoms:
        return _BIT.search(said) is not None and _say(desk, "ill.on_the_mend")
    if _WELL.fullmatch(said) and _FULLY.search(said) and not _BIT.search(said):
        check_in(desk, None, ("well",), saying_id=saying.id)
        return True
    improving = _IMPROVING.search(said) is not None and _NO_BETTER.search(said) is None
    return improving and _say(desk, "ill.on_the_mend")


def answer_not_yet(desk: Desk, training: Training, text: str) -> bool:
    """*Still feeling a bit weak*, told by somebody who is ill and nothing else: they rest on; false otherwise."""
    said = plain(text)
    if not is_ill(training.history) or asks(text) or _NOT_YET.search(said) is None or _ELSE.search(said):
        return False
    return _say(desk, "ill.not_yet")


def _is_named(pain: Pain) -> bool:
    """Whether it is said where it hurts, or hurts no more."""
    return pain.area != UNKNOWN


def _say(desk: Desk, key: str) -> bool:
    """A word to somebody who is ill, with the way out a tap away."""
    well = Button(desk.words("button.well"), Tap(Verb.RESUME, desk.athlete_id, value="well"))
    desk.say(Screen(desk.words(key), ((well,),)))
    return True
