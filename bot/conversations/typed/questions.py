"""What runners ask about bodies, training, gear and this coach, each recognised by the words it cannot do without."""

from typing import Final

from bot.conversations.typed.topics import about

_CHANGE: Final = "(?:change|set|edit|update|switch|move|adjust|pick|choose|different)"
_STRENGTH: Final = "(?:strength|weights|lifting|gym|squats?|lunges?)"
_MAY_I: Final = "(?:(?:can|should|could|may) i|is it (?:ok|okay|safe|fine) to)(?: still| keep| carry on| go)*"
_PARTS: Final = "(?:shins?|knees?|hips?|back|ankles?|foot|feet|heels?|achilles|groin|joints?)"
_HURTING: Final = "(?:sore|bad|painful|dodgy|swollen|achy)"
_FINISH: Final = "(?:finish|manage|complete|do|make|get through)"
_MEAL: Final = "(?:a |my |the )?(?:big )?(?:meal|lunch|dinner|supper|snack)"
_RACE: Final = "(?:5 ?km?|10 ?km?|half(?:[- ]marathon)?|marathon|race)"

TONGUE: Final = (
    r"(?:german|deutsch|portugu\w+|spanish|espa\w+|french|fran\w+|italian\w*|dutch|polish|ukrainian|russian|turkish"
    "|swedish|danish|norwegian|chinese|japanese|another language|other languages|my language)"
)

OF_THE_COACH: Final = (
    about("coach.effort", "talk",
          "why (?:do|are|must|should|does) .*(?:how hard|effort|how it felt|rpe|1 to 10|number)",
          "what (?:is|are|does) .*effort for"),
    about("coach.data", None, "what (?:do|does|did) (?:you|u|it) (?:know|store|save|keep|have) (?:about|of|on) me"),
    about("coach.changed", None,
          "why (?:did|have|has|was|is|were) .*(?:chang|mov|shorten|remov|left out|cut|cancel|drop"
          r"|delet|gone|lighter|shorter|missing)\w*"),
    about("coach.data", None, "(?:delete|erase|remove|forget) (?:all )?(?:my |the )?(?:data|account|everything|me)",
          r"(?:do|does|will|would) (?:you|u|it|this) .*(?:send|share|sell|upload) .*(?:data|logs?|messages|google"
          r"|facebook|meta|others|anyone|anybody|third part\w+)",
          r"who (?:can|will|does|else) (?:read|see)\w*", "privacy", "private", r"(?:my|is the) data", "gdpr"),
    about("coach.export", None, r"export\w*", "download (?:my|all)", "get my (?:data|log|logs|runs)"),
    about("coach.files", None,
          r"(?:garmin|strava|fitbit|polar|coros|suunto|apple (?:watch|health)|samsung|nike|runkeeper"
          r"|zwift|komoot|amazfit|google fit)", "(?:gpx|tcx)(?: files?)?", "fit files?",
          r"(?:connect|sync|link|upload)\w*", "(?:running|smart|gps|a|my|which|the) ?watch(?:es)?", "gps"),
    about("coach.price", None, "(?:cost|costs|price|subscription|subscribe|premium|money)",
          "(?:is|it|you|this|legwork|app|for) free", "pay (?:for|to|you)", "have to pay"),
    about("coach.language", None,
          r"(?:speak|talk|write|understand|know|in|switch to|use) (?:to me )?(?:in )?"
          rf"{TONGUE}", "(?:change|which|what|other|set) .*languages?",
          "languages?$"),
    about("coach.when", None, "(?:when|what time|which hour) (?:do|will|are|is|does) (?:you|it|the (?:next )?message)"
          " .*(?:write|writing|message|send|text|remind|come)"),
    about("coach.hour", None, "when (?:do|will|are) you .*(?:write|writing|message|send|text|remind)",
          f"{_CHANGE} .*(?:time|hour|when) .*(?:write|message|remind|send|prompt|text)",
          f"{_CHANGE} .*(?:reminder|prompt|notification|message)s?(?: time)?",
          "(?:prompt|reminder|message) (?:time|hour)",
          "(?:write|message|remind|text|ping) me .*(?:later|earlier|at|in the)",
          "(?:stop|fewer|less) .*(?:writing|messages" "|reminders|notifications)"),
    about("coach.days", None,
          f"{_CHANGE} .*(?:days?|schedule|week|calendar|minutes|units?|miles|kilomet(?:er|re)s|age"
          "|weight|height|time ?zone|answers?|settings?|profile|language|name)"),
    about("coach.goal", None, f"{_CHANGE} .*(?:goal|race|distance|date|plan)", "new goal"),
    about("coach.changed", None, r"^(?:but |and )?why(?: (?:that|this|so|not))?$"),
    about("coach.doing", None,
          "(?:am|are) (?:i|we) (?:doing |getting on )?(?:ok|okay|well|good|right|alright|better|on track"
          "|(?:it|this|that|them|everything) (?:right|ok|okay|well|correctly|properly|wrong))$",
          "how am i (?:doing|getting on)",
          "(?:is|are) (?:this|it|that|(?:the |my )?(?:plan|training|running|sessions?))"
          "(?: even| actually| really| all)* working(?: yet| for me| at all)*$",
          "(?:does|do) (?:this|it|that|the (?:plan|training))(?: even| actually| really)* work(?: at all)?$",
          "(?:am|are) (?:i|we) (?:getting|becoming|any) (?:\\w+ )?(?:faster|quicker|fitter|stronger|better|anywhere)"),
    about("coach.move", None, "(?:on|to) (?:another|a different|some other|a later) day",
          r"(?:move|swap|(?<!early )(?<!late )(?<!night )shift|postpone|reschedule)\b.*"),
    about("coach.pause", None, "pause", "take a (?:break|week off)", "(?:holiday|vacation|away|travel(?:ling|ing)?)"),
    about("coach.log", None,
          "(?:how|where) (?:do|can|should|must|to) .*(?:log|record|enter|add|track|tell you|report|write)(?:ging)?",
          "log (?:a|my|something|it|this)"),
    about("coach.undo", None, "(?:delete|edit|correct|fix|undo|remove) .*(?:log|run|entry|mistake|it|that|session)"),
    about("coach.where", None,
          "where (?:do|can|is|are) .*(?:see|find|look|shown?|plan|week|run|runs|log|history|progress)"),
    about("coach.help", None, "what (?:else )?(?:can|could) (?:you do|i (?:say|ask|write|type))", "what do you do$",
          "how (?:does|do) (?:this|you|it) work", "what is this$", "commands?"),
)  # fmt: skip
"""How to use the coach: the command or words for it."""
OF_THE_PLAN: Final = (
    about("far", "patience",
          r"^(?!.*\b(?:bike|ride|riding|cycl\w*|swim\w*|row\w*|pace|every|daily|(?:non-?)?stop\w*|walk\w*|breaks?|ever"
          r"|years?|months?|intervals?|repeats)\b|.*\d ?x ?\d)"
          r"(?:(?:so|and|but|ok|okay|hey|hi|coach|today|tomorrow),? )*(?:can|could|may|should|ok if|what if"
          r"|(?:is|would) it (?:be )?ok(?:ay)?(?: if| for me)?) (?:i|to|we) (?:\w+ ){0,2}?(?:run|do|go|jog|join|try)\b"
          r".*\d ?(?:k|kms?|kilomet(?:er|re)s|mi|miles?)\b(?! (?:race|in|under|by|at)\b)(?:(?! (?:by|in) ).)*$"),
    about("first_run", "walking", "(?:my |the )first (?:ever |real |proper )?(?:run|jog)$",
          r"when (?:can|do|will|may|am|could|should) i (?:\w+ ){0,2}?(?:start |begin |allowed to )?(?:to )?"
          "(?:run|running|jog|jogging)$",
          "(?:can|may|could|am) i (?:allowed to |please )?(?:run|jog)"
          "(?: (?:today|tonight|now|yet|already|please|pls|this \\w+))*$",
          r"why (?:\w+ ){0,4}?(?:just|only) walk\w*.*",
          "why (?:no|not|cant i|can'?t i|am i not) (?:\\w+ )?run(?:ning)?(?: yet| now| already)?$"),
    about("weekend", None, r"what.* (?:this|the|next|on|at) weekend"),
    about("outline", None, "what(?:'?s| is) my (?:goal|race|target|aim)", "when(?:'?s| is) (?:my|the) race",
          "(?:how long|how many weeks|when) .*(?:plan|race|block|program\\w*)(?: end| last|$)", "which week",
          "what week"),
    about("week", None, r"^(?:so |and |ok )*(?:(?:what|how)(?:'?s| is| does| will)?|show me) (?:\w+ ){0,4}?"
          r"(?:next|coming|following) week(?: (?:like|look like|be|bring|hold|for me))*$"),
    about("next", None, r"what(?:'?s)? .*(?:on|for) \w+day",
          "^(?:so |and |ok |right )*(?:what(?:'?s)? (?:happens |comes |do i do |should i do )?(?:now|next)|now what)$",
          r"(?:do|can|should|shall|will|so) (?:i|we) (?:start|begin)\b.*",
          "when (?:do|does|will|can|should) .*(?:start|begin)",
          r"why .*day and not\b.*",
          r"(?:do|am|is) .*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
)  # fmt: skip
"""What the plan answers."""
OF_THE_LOG: Final = (
    about("runs.meant", None, "(?:was|is|did|does) (?:that|this|it) (?:count as )?"
          "(?:today'?s?|the (?:planned|right)|my|the|what was planned)(?: (?:session|run|workout|one|training))?"
          "(?: (?:for |of )?today| session)?$"),
    about("runs.best", None,
          r"(?:my |the )(?:\w+ ){0,2}?(?:pb|pr|personal (?:best|record)|best time|fastest|best)\b.*",
          r"(?:fastest|best) (?:i|i'?ve|have i) .*"),
    about("log.amount", None,
          "^(?:so |and )*(?:did|have) i (?:already |even )?(?:run|ran|train(?:ed)?|walk(?:ed)?|go|done?|log(?:ged)?)\\b"
          ".*(?:yesterday|today|week|month|yet)$",
          "how (?:many|much|far|long|often) (?:.* )?(?:did|have|has|was|were) .*",
          "what (?:did|have) i (?:do|done|run|log)(?:ged)?(?: .*)?",
          r"how (?:many|much) (?:k|kms?|miles?|kilomet(?:er|re)s|runs|sessions)"
          r" (?:this|last|so far|in total|altogether).*",
          "my (?:mileage|kilomet(?:er|re)s|total|totals)"
          "(?: .*)?"),
)  # fmt: skip
"""What the log answers."""
OF_THE_BODY: Final = (
    about("body.pain", None,
          rf"^(?:so |but )*{_MAY_I} (?:run(?:ning)?|train(?:ing)?|walk|jog|exercise|go)\b.* (?:with|on|through|if) "
          rf"(?:\w+ ){{0,3}}?(?:{_PARTS} ?(?:pain|ache|splints?)|{_HURTING} {_PARTS})",
          "shin ?splints?", "(?:if|when) it hurts", "(?:through|with|despite|in) (?:the |a |some |this )?pain",
          r"pain .*normal", "normal .*pain"),
    about("body.sore", "sleep", "sore(?:ness)?(?! throat)", "doms", "stiff(?:ness)?", r"(?:muscles?|legs?) ach\w*",
          r"(?:cal(?:f|ves|fs)|thighs?|quads?|hamstrings?|hammies|glutes?|bum|muscles?) (?:\w+ ){0,3}?"
          r"(?:tight|heavy|tender|ach\w+)"),
    about("body.headache", None, "head ?aches?", "migraines?", "head hurts?"),
    about("body.stitch", "talk", "(?:side )?stitch(?:es)?", "side (?:pain|cramps?)"),
    about("body.period", None, "periods?", r"menstrua\w+", "pms", "time of (?:the|my) month"),
    about("body.cramp", None, "cramps?", "cramping"),
    about("body.blister", None, "blisters?", "toe ?nails?"),
    about("body.chafe", None, r"chaf\w+", "rub(?:s|bing)?"),
    about("body.click", None, r"(?:knees?|hips?|ankles?|joints?) (?:\w+ )?(?:click|crack|pop|crunch|creak)\w*"),
    about("body.alcohol", "sleep", "alcohol", "hang ?over", "hung ?over", "drunk", "drinking last", "beers?", "wine"),
    about("body.breathe", "talk", r"(?:how|should|when|do|through) .*breath(?:e|ing)\b(?! less)", "nose breathing",
          "breathing (?:pattern|technique|rhythm)"),
    about("body.eaten", None, f"(?:after|before) (?:eating|food|{_MEAL})", "(?:full|heavy) stomach",
          "just (?:ate|eaten|had (?:lunch|dinner|breakfast))"),
    about("body.heart", "talk", r"heart (?:\w+ )?(?:up )?(?:to|at) (?:about |around )?[12]\d\d", "heart[- ]?rate",
          "bpm", "pulse", r"hr\b", r"zone \d"),
    about("body.calories", None, "calories?", "kcal", "cals?"),
    about("body.fasted", "water", "empty stomach", "fasted", "fasting", "before breakfast",
          "without (?:eating|breakfast)"),
    about("body.supplements", None, "protein", "creatine", r"supplements?", r"vitamins?", "magnesium",
          "electrolytes?", "bcaas?", "collagen", "pre-?workout"),
    about("body.doctor", None, "doctor", "physio(?:therapist)?", r"injur\w*"),
    about("body.gain", "patience", r"gain(?:ed|ing)? (?:\w+ )?weight", "put(?:ting)? on weight",
          "(?:weigh|getting) (?:more|heavier)"),
    about("body.coffee", "water", "coffee", "caffeine", "espresso"),
)  # fmt: skip
OF_TRAINING: Final = (
    about("train.stretch", None, r"stretch\w*", r"foam[- ]?roll\w*", "massage", "mobility"),
    about("train.warm", None, r"warm(?:ing|ed)?[- ]?up", r"cool(?:ing)?[- ]?down"),
    about("train.treadmill", None, "treadmills?", "dreadmill", "incline"),
    about("train.finish", "patience",
          rf"what if i (?:\w+ )?(?:can'?t|cannot|can not|don'?t|do not|fail to) (?:\w+ )?{_FINISH}"
          r"\b(?! (?:\w+ )?(?:days?|mornings?|evenings?|weekends?|\w+days?)\b).*"),
    about("train.hill", "hills", "(?:no|don'?t have|without|find|isn'?t|not) .*hills?", "(?:live|is|it'?s) .*flat"),
    about("train.order", "strength", f"{_STRENGTH} .*(?:before|after|same day|first|and run)",
          f"(?:before|after|first|with|same day) .*{_STRENGTH}",
          f"run(?:ning)? (?:and|or) {_STRENGTH} (?:first|same)"),
    about("train.pause", "strength", "(?:rest|break|pause|wait) .*between", "between (?:the )?sets"),
    about("train.load", "strength", "how heavy",
          "(?:what|which|how much) weights?(?! (?:will|can|could|should|would|do|did|have|am|is) )",
          r"dumbbells? .*(?:heavy|kg|lbs?|weight|use)", "dumbbells?", "kettlebells?"),
    about("train.exercise", "strength",
          r"(?:what(?:'?s| is| are)|explain|show me|describe) (?:a |an |the |this |that )?(?:\w+ ){0,2}"
          r"(?:squats?|lunges?|bridges?|cal(?:f|ves) (?:raises?|lifts?)|planks?|deadlifts?|hip[- ]?hinges?"
          r"|step[- ]?ups?)",
          "how (?:do|to|should|does) .*(?:squats?|lunges?|bridges?|calf raises?|planks?|deadlifts?"
          "|hip hinges?|step[- ]?ups?)"),
    about("train.form", None, "fore ?foot", "heel(?:s| strike| striking)?", "mid ?foot",
          r"land(?:ing)? (?:on|with)", "posture", "(?:running )?(?:form|technique|style)", "(?:my |the )arms",
          "cadence", r"stride length", "steps per minute"),
    about("train.need", "strength", f"(?:need|have to|must|point of|use of|why|bother).* {_STRENGTH}"),
    about("train.often", "strength", f"how (?:often|many times|many days|much) .*{_STRENGTH}"),
    about("train.short", "patience", r"\d+ min\w* (?:really |be )?(?:enough|count|worth|too (?:short|little))",
          r"enough .*\d+ min\w*"),
    about("train.upper", "strength", "abs", "six ?pack", "upper body", "core", "push ?ups?", "plan for (?:my )?arms"),
    about("train.goals", None, "(?:do|can|could|will) you .*(?:plan|coach|train).*"),
    about("train.hour", None, "time of (?:the )?day", "(?:best|right|what|which|good) time to", "mornings? or",
          "evenings? or", "(?:before|after) work", "in the (?:morning|evening) or", "at night"),
    about("walk.cheat", "walking", r"cheat\w*", "(?:ok|okay|allowed|bad|wrong|fine) to walk"),
    about("train.enough", "walking", "walk(?:s|ing)? (?:be |really )?(?:enough|count|work|help)",
          "(?:only|just) walk(?:ing)?",
          "(?:fit|lean|leaner|slim|slimmer|strong|toned) (?:from|by|with|through) walking"),
    about("train.other", "mix", r"cycl(?:e|ing)", r"bik(?:e|ing)", "swim(?:ming)?", "yoga", "pilates", "elliptical",
          "rowing", r"danc(?:e|ing)", "zumba", "football", "soccer", "tennis", r"climb(?:ing)?", r"hik(?:e|ing)",
          "ski(?:ing)?", "spin(?:ning)?", "boxing", "basketball", "skipping rope", "jump rope"),
    about("train.rest", "sleep", "rest days?", "days? off", r"why .*\brest\b",
          "why (?:no|not|don'?t i|am i not|isn'?t there|can'?t i) .*run(?:ning)?"),
    about("train.why.easy", "easy", r"(?:normal|ok|okay|fine|bad|am) .*\b(?:this|so|that|too|very) slow\b(?!\w)",
          r"\bso slow is (?:that|this|it)", "why .*(?:slow|easy|short|little|boring|walk|low)",
          r"(?:too|so) (?:easy|slow|little|short)"),
    about("train.more", "patience",
          "(?:do|run|train|add|go) (?:a bit |some |even )?(?:more|longer|further|farther|extra)",
          "(?:speed|step|level) (?:it |things )?up",
          "make (?:it|this|things|the plan|my plan) (?:a bit |a little |more )?(?:harder|difficult|tougher)",
          "harder (?:plan|training|sessions?)", "skip .*rest"),
    about("train.real", "patience", r"realistic\w*", "(?:too soon|enough time|ambitious|possible|ready for)",
          f"{_RACE} .*(?:by|in|within) (?:\\d|spring|summer|autumn|fall|winter|january|february|march|april"
          "|may|june|july|august|september|october|november|december|next|one|two|three|four|five|six)"),
    about("term.distances", None,
          r"how (?:many|much|far|long) (?:\w+ ){0,3}?(?:is|are|in|has) (?:an? |the )?(?:5 ?k|10 ?k|half|marathon)\b"),
    about("train.predict", None, r"on track for (?:a |the )?(?:sub |under )?\d+", "how fast (?:will|can|could) i",
          r"predict\w*",
          "what time (?:will|can|could|should) i", "finish time", "vo2 ?max", "race time"),
    about("train.race.pace", "tempo", f"pace .*{_RACE}", f"{_RACE} pace", f"how fast .*{_RACE}"),
    about("train.pack", None, "dogs?", "stroller", "buggy", "pram", "music", "podcasts?", "headphones?",
          "ear ?(?:phones|buds|pods)",
          "with (?:a friend|friends|my (?:husband|wife|partner|kids?|friend|boyfriend|girlfriend))", "group"),
    about("train.dark", None, "(?:in the |at |when it'?s |it'?s )(?:dark|night)", "safe .*(?:dark|night|alone)",
          "alone"),
    about("train.gear", None, "compression", "socks?", "(?:sports )?bra", "gear", "equipment", "clothes",
          "leggings", "shorts"),
    about("train.steps", "walking", "how many steps", r"10[,.]?000 steps", "10k steps", "step (?:count|goal)"),
    about("train.hard", "talk", r"too (?:hard|much|difficult|long|fast|intense)"),
    about("train.away", "patience", "(?:stop|stopped|pause|quit) (?:running|training)",
          "(?:week|weeks|month|months) off", "after (?:a |my |the )?(?:break|holiday|vacation)",
          "los(?:e|ing) (?:my |all )?fitness"),
    about("train.miss", "patience", "(?:miss|skip|skipped|missing) (?:a|one|some|the|my|this)?"),
    about("train.strong.legs", "strength",
          "(?:best|good|which) (?:exercises?|workouts?) for (?:my )?(?:legs?|thighs?|glutes?|butt" "|bum|calves)"),
)  # fmt: skip
PARTICULAR: Final = (*OF_THE_PLAN, *OF_THE_COACH, *OF_THE_BODY, *OF_TRAINING, *OF_THE_LOG)
"""Each list in its order, the more particular before the general."""
