"""Words of running that people ask the meaning of: *what is a tempo run?*, *rpe meaning*, *what does taper mean*."""

import re
from typing import Final

from bot.conversations.typed.topics import Topic, about

_ASKED: Final = re.compile(
    r"\b(?:what(?:'?s| is| are| was| does| do(?:es)? you mean by| exactly (?:is|are))"
    r"|explain|define|tell me about|meaning|means?|stands? for|definition|whats"
    r"|(?:the )?(?:point|use|benefit) of|(?:good|there|what|useful) for)\b"
)
_WHY: Final = re.compile(
    r"^(?:(?:so|but|and|ok),? )*(?:why|what are)\b(?: (?:do|should|must|would) (?:i|we)(?: (?:do|run|have|need))?)?"
)
_OF_USE: Final = frozenset({
    "term.tempo", "term.fartlek", "term.strides", "term.intervals", "term.hills", "term.cutback", "term.taper",
    "term.cross", "term.recovery_walk", "term.run_walk", "term.long", "term.hiit",
})  # fmt: skip
"""Words whose meaning says what the thing is good for: it answers *why hills?* as well."""
TERMS: Final = (
    about("term.reserve", "strength", r"(?:reps?|repetitions) in reserve", "rir"),
    about("term.talk", "talk", "talk test"),
    about("term.run_walk", "easy", "run ?/ ?walk", "run[- ]walk", "walk breaks?", "walk[- ]run"),
    about("term.recovery_walk", "walking", "recovery walks?"),
    about("term.easy", "easy", "easy(?: run(?:s|ning)?| pace| effort)?"),
    about("term.long", "long", "long runs?"),
    about("term.tempo", "tempo", "tempos?(?: runs?)?", "threshold", "cruise intervals?"),
    about("term.fartlek", "intervals", "fartleks?", "speed play"),
    about("term.strides", "intervals", "strides?(?! length)"),
    about("term.hiit", "intervals", "hiit", "high[- ]intensity"),
    about("term.intervals", "intervals", "intervals?", "repeats?", "speed ?work"),
    about("term.hills", "hills", "hill (?:repeats?|runs?|sprints?|session)", "hills?"),
    about("term.cross", "mix", "cross[- ]?train(?:ing)?"),
    about("term.cutback", "sleep", "cut ?back(?: week)?", "recovery week", "deload", "lighter week"),
    about("term.taper", "patience", "taper(?:ing)?"),
    about("term.rung", None, "rungs?", "ladders?"),
    about("term.phases", None, "(?:base|build|peak|return)(?: phase| weeks?)?", "phases?", "building the base"),
    about("term.cadence", None, "cadence", "steps (?:per|a) minute", "spm"),
    about("term.effort", "talk", r"rpe(?: ?\d+)?", r"effort(?: ?\d+(?: \d+)?(?: ?/ ?10)?)?", "perceived exertion"),
    about("term.zones", "talk", r"zones? ?\d?", "heart[- ]rate zones?", "aerobic", "lt2?"),
    about("term.vo2max", None, "vo2 ?max", "vo2", "running fitness"),
    about("term.splits", None, "splits?", "negative splits?"),
    about("term.best", None, "pb", "pr", "personal (?:best|record)"),
    about("term.distances", None, "5 ?k", "10 ?k", "half(?:[- ]marathon)?", "marathon"),
    about("term.parkrun", None, "park ?runs?"),
    about("term.sets", "strength", "sets?(?: and reps?)?", "reps?", "repetitions?", r"\d+ ?x ?\d+"),
    about("term.strength", "strength", "strength(?: [ab])?", "strength (?:session|training|workout)"),
    about("term.muscles", "strength", "glutes?", "quads?", "quadriceps", "hamstrings?"),
    about("term.pace", "talk", "pace", "min/km", "min per km"),
    about("term.rule", None, r"(?:rule )?[wpcs]\d{1,2}(?: rule)?", "rules?"),
)  # fmt: skip
"""The more particular before the general."""
_COUNTED: Final = re.compile(r" ?\d+ ?x ?\d+(?: ?(?:m|s|min|mins|minutes?|sec|secs|seconds?))?$")
"""``run/walk 7 x 1 min``: the figures of a session behind its kind."""
_LONGEST: Final = 60


def term_in(said: str) -> Topic | None:
    """The word of running whose meaning is asked; ``said`` is made plain. ``None`` where none is.

    A question that asks for more than a meaning (*what is the best pace for my race tomorrow*) is too long to be one.
    """
    why = _WHY.search(said)
    if len(said) > _LONGEST or not (why or _ASKED.search(said)):
        return None
    rest = _ASKED.sub(" ", said[why.end() :] if why else said)
    words = re.sub(
        r"[^a-z0-9/ ]+|\b(?:an?|the|this|that|it|here|by|exactly|please|to|do|you|i|ok|okay|so|hey|hi|and|but|even"
        r"|actually|really|um|coach|again|feels? like|are|is|does|i|so often|for)\b",
        " ",
        rest,
    )
    left = " ".join(words.split())
    left = _COUNTED.sub("", left) or left
    found = next((topic for topic in TERMS if topic.shape.fullmatch(left)), None)
    return None if found is not None and why and "why" in why[0] and found.name not in _OF_USE else found
