"""What beginners wonder about, as they write it: whether a message asks something, and which topic it is about."""

import re
from typing import Final

from bot.conversations.typed.plain import plain
from bot.conversations.typed.questions import PARTICULAR, TONGUE
from bot.conversations.typed.remarks import REMARKS
from bot.conversations.typed.terms import term_in
from bot.conversations.typed.topics import about

LONGEST: Final = 200


_ASKS: Final = re.compile(
    r"\?|^(?:(?:so|but|and|hi|hey|ok|okay|coach|thanks|thank you|thx|cool|great|nice|good|sorry|well|hm+),?!* )*(?:"
    r"how (?:do|did|can|could|should|would|long|much|many|often|fast|slow|soon|far|to|is|are|was|were|does|will|quickly"
    r"|hard)"
    r"|(?:can|could|should|may|must|shall|do|will|would|does|did|have|am|is|are)"
    r" (?:i|you|we|it|this|that|there|my|the|running|walking|squats|strength|runners|people|legs|rain"
    r"|(?<=is )\d+|(?<=are )\d+)"
    r"|what(?:'?s)?(?! an? (?!squat|lunge|plank|bridge|calf|dead|step))"
    r"|when(?:'?s)? (?:will|do|can|should|is|are|am|does|my)|why|which|where)\b"
    r"|\bwhat (?:does|do|did|would) (?:it|that|this|they|these|those)(?: \w+)? means?\b"
    r"|\bwhat'?s (?:that|this|it) mean\b"
    r"|\b(?:should|shall|can|may) i (?:still |just |better )?(?:run|train|go|walk|exercise|rest)"
    r"(?: (?:today|anyway|now|then|or not|or rest))*$"
    r"|\bis (?:that|this|it) (?:\w+ )?(?:ok|okay|normal|bad|good|fine|safe|right|enough|alright|too \w+)$"
)
"""A question, with its sign or by how it begins; *when I run my thighs rub* and *what a day* are none."""
_SAID: Final = (
    *REMARKS,
    about("nervous", "patience", "nervous", "scared", "afraid", "anxious", "intimidated", "embarrassed"),
    about("weather", None,
          "(?:raining|pouring|lashing|snowing|icy|freezing|dark)\\b.* do i (?:really |still )?have to"),
    about("train.hard", "talk", "too (?:hard|much) .*(?:can|could|should) (?:we|i|you) .*"),
    about("body.period", None, "(?:on )?my period", "period (?:started|pains?|came|cramps?)"),
    about("train.why.easy", "easy", "(?:this|it|that|everything)(?:'?s| is) (?:way |far |much |a bit |all )?too easy"),
    about("must", "patience", "(?:work|life|everything|things?) (?:is|are) (?:so |really |just )?"
          "(?:mad|crazy|hectic|nuts|manic|insane)"),
    about("must", "patience", "do i (?:really |still |always )?have to(?: do (?:it|this|that))?(?: today)?$"),
    about("able", "patience", "too (?:old|fat|heavy|unfit|big)", "(?:never|not) be able to run"),
    about("heavy", "sleep", "(?:dead|heavy|tired|jelly) legs",
           "legs? (?:(?:are|is|feel|still|so) )*(?:dead|heavy|tired|jelly)"),
    about("train.more", "patience",
          "(?:want|like|love|ready|need) (?:to )?(?:do|run|train|have) (?:a bit |some |even )?more"),
    about("runs.splits", None,
          r"^(?!.*\b(?:an?|negative|even|mean|means|meaning) )(?:[\w']+ ){0,5}splits(?: \w+){0,4}$"),
    about("runs.compare", None, "^(?:can you |could you |please |pls )*compare .*(?:runs?|last|before|outings?|one)",
          r"^how (?:did|does|do) .*\bcompare\b.*"),
    about("train.exercise", "strength",
          r"(?:don'?t|do not|dunno|not sure|no idea|unsure|never)\b(?: \w+){0,5} (?:squats?|lunges?|bridges?"
          r"|planks?|cal(?:f|ves) (?:raises?|lifts?)|deadlifts?|hip[- ]?hinges?|step[- ]?ups?)"
          r"(?: (?:is|are|means?|works?))?$",
          r"^(?:what(?:'?s| is) (?:a |an |the )?)?(?:hip[- ]?hinges?|step[- ]?ups?|glute bridges?|sit ?to ?stand)\?*$"),
    about("coach.help", None, "^help(?: me)?$"),
    about("coach.language", None, "(?:change|set|switch) (?:the |my )?languages?",
          r"^(?:(?:can|could|do) you |please |pls )*(?:speak|talk|write) (?:to me )?(?:in )?"
          rf"{TONGUE}"),
    about("good", "patience", r"(?:is|was|are|were) (?:it |that |my )?\d+(?:[.,]\d+)? ?(?:k|kms?|mi|miles?)"
           r" (?:\w+ )?(?:good|ok|okay|enough|bad|a lot|normal|fine|decent|alright)"),
    about("judge", "talk", r"(?:was|is) (?:that|it|this|my run|i) (?:\w+ )?too (?:fast|slow|hard|easy|much|long|short)",
           "(?:did|have) i (?:go|run|gone) too (?:fast|slow|hard|far)"),
    about("ready", "patience",
          "(?:will|would|can|could) (?:i|we) (?:ever )?be (?:ready|fit|able|in shape|leaner|slimmer)"),
    about("body.stitch", "talk", "(?:get|getting|got|had|have|with) a (?:bad |side )?stitch", "side stitch(?:es)?"),
    about("body.headache", None,
           r"^(?:(?:i'?ve|i|have|got|a|an|bad|awful|slight|splitting|bit of) )*(?:headache|migraine)"
           "(?: (?:today|again|now|since (?:this )?morning))*$"),
    about("body.click", None, r"(?:knees?|hips?|ankles?|joints?) (?:\w+ )?(?:click|crack|pop|crunch|creak)\w*"),
    about("breath", "talk", "out of breath", "breathless", "winded", "can'?t (?:breathe|talk)", "hard to breathe"),
)  # fmt: skip
"""What people say, asked or not."""
_PLACE: Final = (
    "(?:thighs?|legs?|hips?|belly|tummy|stomach|bum|butt|bottom|arms?|waist|calves|calf|cellulite|saddlebags?)"
)
_LESS: Final = (
    r"(?:los\w+|burn\w*|reduc\w+|get(?:ting)? rid of|slim\w*|shrink\w*|target\w*|melt\w*|tone|toning|thinner|leaner"
    r"|smaller)"
)
_BIG: Final = "(?:big|bigger|thick|thicker|larger|huge|massive|muscular|muscly)"
_DAY: Final = "(?:tomorrow|today)"
_OUTING: Final = "(?:run|running|session|training|train|strength|workout|walk|rest day|race|off)"
_ASKED: Final = (
    about("weigh", "patience", "weigh (?:myself|in|me)", "scales?", "weigh-?ins?"),
    about("tape", "patience", r"measur\w+", "tape"),
    about("thinner", "patience", "(?:am|are|will) (?:i|they|my legs|we) .*(?:thinner|leaner|slimmer|smaller|toned)",
           "(?:is|are) (?:my )?(?:legs?|thighs?) .*(?:thinner|leaner|slimmer|smaller)"),
    about("bulky", "strength", r"bulk\w*", f"{_BIG} {_PLACE}", rf"{_PLACE} (?:\w+ ){{0,3}}?{_BIG}"),
    about("see", "patience", "(?:how (?:long|soon|many weeks|quickly)|when) .*(?:see|seen|notice|results?|difference"
           "|changes?|work|thinner|leaner|slimmer|smaller|toned)"),
    about("spot", "spot", f"{_LESS} .*{_PLACE}", f"{_PLACE} .*(?:fat|thinner|leaner|smaller|slimmer)",
           r"spot reduc\w+", "cellulite", f"{_PLACE} fat"),
    about("lose", "mix", r"(?:los\w+|burn\w*|drop) .*(?:weight|fat|kilos?|kg|pounds|lbs?)", "diet",
           r"how (?:much|many) (?:weight|fat|kilos?|kgs?|pounds|lbs?|sizes) .*(?:los\w+|drop|off)",
           "weight loss"),
    about("nonstop", "patience", r"without (?:a |any |the )?(?:walk|stop|break)\w*", "non-?stop",
           r"run (?:a |the )?(?:whole |full )?(?:5 ?km?|30 min\w*|half an hour)"),
    about("pace", "talk", "how (?:slow|fast|hard)", "pace", "speed", "too (?:slow|fast)"),
    about("again", "easy", f"again {_DAY}", "(?:second|extra|another|two|more) (?:run|session)s?", "every ?day",
           "in a row"),
    about("missed", "patience", "missed", "make (?:it |them )?up", "catch up", "double"),
    about("walk", "walking", "walk(?:ing)? (?:instead|today|it|part|some)", "(?:can|may) i (?:just |only )?walk"),
    about("next", None, f"when .*{_OUTING}", "what.* tomorrow", f"(?:is|do|am|have) .*{_DAY}",
           f"how (?:long|far) .*(?:{_OUTING}|{_DAY})", "next (?:run|session|workout|training|one)"),
    about("enough", "patience", r"\d+ (?:weeks?|months?) .*enough", "realistic", r"(?:sub|under) ?\d+"),
    about("train.hour", None, r"(?:train|run|go|exercise|walk) (?:\w+ ){0,2}in the (?:evening|morning)s?", "at lunch"),
    about("knees", "strength", "knees?"),
    about("drink", "water", "drink", "water", "eat", "food", "breakfast", "hungry", "gels?"),
    about("body.cold", None, "sore throat", "(?:runny|blocked|stuffy) nose", "sniffles", "coughs?", "coughing", "flu",
          "fever",
          r"(?:with|have|had|having|got|after) (?:a |an |the |this |my )?(?:\w+ )?(?:cold|temperature|bug|virus)"),
    about("weather", None, "rain(?:ing|s|y)?", "pouring", "(?:wet|windy|freezing|slippery)", r"snow\w*", "ice", "icy",
          "dark", "hot", "heat", "cold", r"storm\w*"),
    about("shoes", None, "shoes?", "trainers", "sneakers", "wear"),
    about("must", "patience",
          "(?:do|must|should) i (?:really |still |always )?(?:(?:have|need) to )?(?:do )?"
          "(?:both|all (?:of )?(?:it|this|that|them)|everything|(?:it|them) all)(?: today)?"),
    about("walk", "walking", "walk(?:ing)?"),
    about("shorter", None,
          "make (?:it|this|that|today|todays?(?: \\w+)?|the (?:run|session|workout)) (?:a bit |a little )?"
          "(?:easier|shorter|lighter)", "(?:easier|shorter|lighter) (?:version|one|session|run|workout)"),
    about("long", "patience", "how long (?:until|till|before|does|will)", "when (?:will|do) i", "easier",
           "get better"),
    about("sleep", "sleep", "sleep", "slept", "tired", "knackered", "exhausted", "shattered", "worn out", "drained",
          "wiped(?: out)?"),
)  # fmt: skip
"""What people ask, the more particular before the general."""


def asks(text: str) -> bool:
    """Whether a message asks something, with its sign or by how it begins."""
    return "?" in text or _ASKS.search(plain(text)) is not None


def topic_of(text: str) -> tuple[str, str | None] | None:
    """What a message wonders about and the lesson behind it; ``None`` where it is nothing we can answer."""
    if len(text) > LONGEST:
        return None
    said = plain(text)
    topic = next((topic for topic in _SAID if topic.shape.search(said)), None) or term_in(said)
    if topic is None and asks(text):
        topic = next((topic for topic in (*PARTICULAR, *_ASKED) if topic.shape.search(said)), None)
    return None if topic is None else (topic.name, topic.lesson)
