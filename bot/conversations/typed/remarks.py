"""What people say to a coach in passing, each recognised by its words whether it asks something or not."""

from typing import Final

from bot.conversations.typed.topics import about

_NO_WRITING: Final = (
    r"(?:stop|don'?t|do not|dont|quit|no more|no|never) (?:\w+ ){0,2}?(?:messag\w*|text(?:s|ing)?|writ(?:e|ing)|ping\w*"
    r"|send(?:ing)?|remind\w*|prompt\w*|bug(?:ging)?|contact\w*|notif\w*)"
)
_WEEKDAY: Final = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_CLOCK: Final = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| o'?clock)?"
_CLUB: Final = "(?:club|group|crew|squad)"
_PLEASE: Final = "^(?:(?:can|could) (?:you|i|we) |please |pls |so |ok |hey )*"
_MAY_ONLY: Final = (
    "(?:i|we|can|could|only|just|have|got|time|for|do|run|train|manage|will|i'?ll|be|there'?s|please|sorry|coach|maybe)"
)
_SO_MANY: Final = r"(?:\d|one|two|three|four|five) (?:days?|times|runs?|sessions?)(?: of (?:training|running))?"
REMARKS: Final = (
    about("coach.weekend", None, rf"{_NO_WRITING}\b.*\b(?:weekends?|{_WEEKDAY}s?)"),
    about("coach.hour", None,
          rf"^(?:please |pls |can you |could you )*{_NO_WRITING}(?: me| to me| so much| so often)*$"),
    about("runs.heart", "talk",
          r"how(?:'?s| was| were| is| are| did| has) (?:my |the )?(?:hr|heart[- ]?rate|pulse|heart)\b.*",
          r"what(?:'?s| was| were) my (?:avg |average |mean )?(?:hr|heart[- ]?rate|pulse)$"),
    about("runs.last", None,
          r"^(?:so |and |ok |okay )*how (?:did|have) i (?:do|done)"
          r"(?: (?:today|this morning|yesterday|then|on that(?: one| run)?|coach))*$",
          "^(?:so |and |ok |okay )*how was (?:that|it|my (?:last )?run|the run|today'?s? ?(?:run)?)$",
          "^(?:so |and |ok |okay )*how (?:was|did i do (?:on|in)?) ?(?:my |the )?"
          rf"(?:(?:run|walk|ride|session|one) )?(?:on )?(?:yesterday|(?:last )?{_WEEKDAY})(?:'?s)?"
          "(?: (?:run|walk|ride|session|one))?$"),
    about("coach.daytime", None, rf"{_NO_WRITING}.* (?:between|from) {_CLOCK} ?(?:and|to|till|until|-) ?{_CLOCK}"),
    about("club", None,
          rf"(?:every|each) {_WEEKDAY}\b.*\b{_CLUB} (?:night|run|session|training|track)s?\b(?! (?:was|were|felt))",
          rf"{_CLUB}\b.*\b(?:(?:every|each) (?:week|{_WEEKDAY})|fixed|weekly)\b(?!.*\b(?:too|should|hurts?)\b)",
          rf"(?:(?:every|each) (?:week|{_WEEKDAY})|fixed|weekly)\b.*\b(?:my|our|the|a) (?:running |run )?{_CLUB}$",
          rf"{_WEEKDAY}s?\b.*\b(?:with|w|is|are|my|the|our)/? ?(?:my |the |our |a )?(?:running |run )?{_CLUB}\b",
          rf"(?:with|w)/? (?:my |the |our |a )?(?:running |run )?{_CLUB} on {_WEEKDAY}s",
          rf"{_CLUB} (?:night|session|run|training|track)s? (?:is |are )?(?:on )?{_WEEKDAY}s?\b(?! (?:was|were|felt))"),
    about("train.more", "patience",
          rf"{_PLEASE}make (?:it|this|things|the (?:plan|runs?)|my plan) (?:a bit |a little |more )?"
          "(?:harder|difficult|tougher|longer)",
          rf"{_PLEASE}(?:add|give me|i want|i'?d like) (?:another|one more|an extra|1 more|more)"
          " (?:runs?|days?|sessions?)"),
    about("week.fewer", None,
          rf"^(?:{_MAY_ONLY} )*(?:next week,? (?:{_MAY_ONLY} )*{_SO_MANY}(?: a week)?|{_SO_MANY} next week)"
          "(?: (?:please|pls|for me|works?|possible))*$"),
    about("train.predict", None, rf"{_PLEASE}(?:predict|estimate|guess) (?:my |a )?.*"),
    about("train.why.hard", "intervals",
          r"^(?:so |but |and )*why (?:(?:are|do|is|have|don'?t|aren'?t|isn'?t|haven'?t|i|we|you|there|get|my|plan|me"
          "|give) )*(?:no|any|never|without|not any) (?:intervals?|speed ?work|tempos?|hard runs?|fast runs?|hills?)"
          "(?: (?:yet|this week|next week|in (?:my|the) plan|for me))*$"),
    about("rules.sources", None,
          r"where (?:do|did|does) (?:you|u|it|that|this|the (?:plan|rules?|numbers?)|these|those) "
          r"(?:(?!my\b)\w+ )*?(?:get|come|got|take|have) (?:(?!my\b)\w+ )*from\b",
          "^(?:what(?:'?s| is| are) (?:the|your) (?:sources?|evidence|science)(?: .*)?|says who|who says(?: so| that)?"
          "|sources?|any (?:sources?|evidence|proof)|how do you know(?: that| this| all that)?"
          "|(?:is|are) (?:this|that|it|you|they|the plan|the rules?) (?:really )?"
          r"(?:based on|backed (?:up )?by) (?:\w+ )*(?:science|evidence|research|studies))$"),
    about("lose.wish", "mix",
          r"^(?:(?:hi|hey|hello|coach|so|and|well|actually|also|really|just|mainly|basically),? )*(?:(?:i'?d|i|my goal"
          r"|the goal|goal|is|would|want|wanna|need|like|love|hope|hoping|trying|try|have|am|i'?m|to|just|really"
          r"|mainly)(?: |:))+(?:los(?:e|ing)|drop(?:ping)?|shed(?:ding)?) (?:\w+ ){0,3}?"
          r"(?:weight|fat|kilos?|kgs?|pounds|lbs?|stone)(?: (?:please|too|as well|by \w+|again))*$"),
    about("train.no_intervals", "intervals",
          "(?:don'?t (?:want|like)|do not want|hate|no(?: more)?|without) (?:the |any |doing )?"
          "(?:intervals?|speed ?work|tempos?|hard runs?|hills?|hill repeats?)(?: any ?more| please| pls)*$"),
    about("train.treadmill", None,
          "^(?:i |i'?ve )?(?:only |just )?(?:have|got|own)(?: got)? (?:a |my )?(?:treadmill|dreadmill)"
          "(?: at home| now)*$"),
    about("train.hill", "hills", "no hills? (?:near(?: me| by)?|nearby|around|here|where)"),
    about("train.split", None,
          r"split (?:it|(?:the|my|this|a|today'?s?) (?:\w+ )?(?:runs?|sessions?|workouts?|minutes|training))\b.*",
          "(?:do|run) it in (?:two|2) (?:parts|goes|halves)"),
    about("train.days", "patience",
          r"(?:is|are) (?:\d|two|three|four|five) (?:days?|runs?|times?|sessions?)(?: (?:a|per|each) week)? enough"),
    about("runs.longest", None,
          r"(?:what(?:'?s| is| was)|how (?:long|far) (?:is|was)) (?:my |the )?longest (?:run|distance|one)"),
    about("log.amount", None,
          r"how (?:far|much|many)(?: (?!off|rest|left|longer)\w+){0,2}? (?:this|last) (?:week|month|year)",
          r"^(?:show me |show |and |what about )*(?:my )?last (?:week|month|year)$"),
    about("coach.weather", None, r"what(?:'?s| is| will) (?:the )?weather\b.*", "how(?:'?s| is) the weather"),
    about("coach.once", None,
          r"^(?:please |pls |can you |could you |hey |ok )*(?:remind|ping|nudge|wake|text|message) me\b"
          r"(?! (?:again )?(?:what|which|when|where|how|who|why|if|of|about|(?:the|my|today'?s) (?:plan|week|session)))"
          r".*"
          rf"\b(?:tomorrow|tonight|today|in (?:\d+|half an?|an?|two|three|a few) (?:min\w*|hours?)|{_WEEKDAY})\b(?!s)"),
    about("coach.daypart", None,
          "(?:can'?t|cannot|can no longer|won'?t|don'?t) (?:do|run|train|manage|make)(?: it)?(?: in the)? "
          r"(?:mornings?|evenings?|afternoons?|lunch ?times?)(?: any ?more)?\b(?! (?:on|of) )",
          r"^(?:i )?(?:can |could )?only (?:run|train|do|have time)(?: in)?(?: the)? (?:mornings?|evenings?)(?: now)?$",
          r"^(?:i'?m |i am )?(?:more of )?an? (?:morning|evening|early|night) (?:person|runner|bird|owl)$",
          r"^(?:mornings?|evenings?) only(?: please| pls| now)?$"),
    about("coach.nowatch", None,
          r"(?:no|don'?t (?:have|own|use)(?: a| any)?|haven'?t got(?: a| any)?|without(?: a)?) (?:\w+ )?"
          r"(?:watch|gps|tracker|garmin)\b"),
    about("log.sum", None,
          r"^(?!how\b|what\b|why\b)(?:.*\b)?(?:i |i'?ve |we )?(?:did|done|ran|had|managed) (?:like |about |only )?"
          r"(?:\d+|two|three|four|five|six) (?:runs|times|sessions|walks)\b"),
    about("overdone", "sleep",
          r"^(?!(?:what|can|could|how|is|do|does)\b)(?:.*\b)?"
          r"(?:over ?did|over ?done|over ?trained|pushed too (?:hard|much)|did too much(?! \w+ing))\b.*"),
    about("train.hard", "talk",
          r"^(?:this|it|the (?:plan|training|run)|that|everything)(?:'?s| is| feels)? "
          r"(?:way |far |much |just |really |a bit )*too (?:hard|much|difficult|tough)"
          "(?: (?:for me|right now|now|at the moment))*$"),
    about("body.blister", None, r"(?:black|lost a|losing a|bruised) toe ?nails?"),
    about("body.alcohol", "sleep",
          "(?:glass(?:es)?|bottles?|pints?) of (?:wine|beer|prosecco|champagne)",
          "(?:had|drank) (?:a few|some|[a-z]+) (?:beers?|drinks|pints)", "hung ?over", "hangover"),
    about("shoes", None, r"^new (?:running )?(?:shoes|trainers),? .*(?:recommend|which|what|advice|good)",
          r"^(?:which|what) (?:running )?(?:shoes|trainers)\b.*"),
    about("weather", None,
          r"(?:it'?s|its|it is|was) (?:minus |-) ?\d{1,2}\b",
          r"^(?!.*\b(?:knees?|hips?|ankles?|bends?|bent|turned)\b)(?:.*\b)?\d{1,2} (?:degrees|celsius|fahrenheit)\b",
          "(?:heat ?wave|snow ?storm|black ice)",
          "(?:icy|slippery) (?:outside|out|here|today|roads?|pavements?|paths?)",
          r"(?:it'?s|its|it is|so|too|very|all) (?:\w+ )?(?:icy|slippery|snowing|snowy|pouring|stormy|boiling|freezing"
          "|raining)(?: (?:outside|out|here|today|now|again))*$"),
    about("coach.stop", None,
          r"^(?:how (?:do|can) i |i want to |i wanna |can i )(?:(?:stop|quit|unsubscribe)"
          "(?: (?:this|it|you|legwork|the bot|the plan|from this))*"
          "|(?:leave|cancel|end) (?:you|legwork|the bot|(?:the|my) plan|(?:the|my) subscription))$"),
    about("coach.data", None,
          rf"{_PLEASE}(?:forget|erase|wipe) (?:all|everything)"
          r"(?: (?:about me|of me|(?:that )?you (?:know|have|keep|saved?|stored?)(?: (?:about|on|of) me)?"
          r"|i(?:'ve)? told you))+"
          "(?: please| pls| now)*$"),
    about("coach.friend", None,
          "(?:friend|husband|wife|partner|sister|brother|mum|mom|dad|colleague|mate|daughter|son|kid)s?"
          r" (?:\w+ )?(?:use|join|try|do|have|get|start)(?: (?:this|it|you|legwork|too|also|as well|one))*$"),
    about("outline", None, "^(?:please |(?:can|could) you )*explain (?:this|the|my) plan(?: to me)?(?: please| pls)*$",
          "^when(?:'?s| is) (?:my |the )?race(?: day)?$",
          "^how many (?:weeks|days) (?:to go|(?:are |is )?left|(?:until|till|to) (?:the |my )?race(?: day)?)"
          "(?: now)?$"),
    about("train.predict", None,
          r"what(?:'?s| is| will| would) (?:my|be my) (?:\w+ )?(?:5 ?km?|10 ?km?|half(?:[- ]marathon)?|marathon)"
          r" time\b.*"),
)  # fmt: skip
"""Looked for before anything else that people say or ask."""
