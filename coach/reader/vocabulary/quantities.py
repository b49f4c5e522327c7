"""Numbers in words, units, and what is measured but not logged."""

from coach.reader.vocabulary.wordlist import bag
from coach.units import INCH, MILE, POUND

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "couple": 2, "dozen": 12,
}  # fmt: skip
KILOMETRES = bag("km kms k ks kilometer kilometers kilometre kilometres kilo kilos klick klicks clicks kay")
MILES = bag("mi mile miles mls miler milers")
METRES = bag("meter meters metre metres mtr mtrs mt mts")
YARDS = bag("yd yds yard yards")
LENGTHS = (
    dict.fromkeys(KILOMETRES, 1000.0) | dict.fromkeys(MILES, MILE) | dict.fromkeys(METRES, 1.0)
    | dict.fromkeys(YARDS, 0.9144)
)  # fmt: skip
"""Metres in a unit of length; ``m`` is not among them, for it may be a minute or a mile."""
HOURS = bag("h hr hrs hour hours hor hours")
MINUTES = bag("min mins minute minutes mn mns minuts minuets")
SECONDS = bag("s sec secs second seconds")
TIMES = dict.fromkeys(HOURS, 3600.0) | dict.fromkeys(MINUTES, 60.0) | dict.fromkeys(SECONDS, 1.0) | {"m": 60.0}
"""Seconds in a unit of time."""
MASSES = dict.fromkeys(bag("kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"), 1.0) | dict.fromkeys(
    bag("lb lbs pound pounds"), POUND
)
STONES = bag("st stone stones")
GIRTHS = dict.fromkeys(bag("cm cms centimeter centimeters centimetre centimetres"), 1.0) | dict.fromkeys(
    ["in", "inch", "inches", '"', "ins"], INCH
)
BEATS = bag("bpm beats")
UNLOGGED = bag(
    "kcal kcals cal cals calories calorie kj spm steps step ft feet foot % c f w watts watt floors rpm degrees deg "
    "likes kudos lengths length kmh ml l litres liters strides laps lap reps times weeks week days day "
    "years year yo yr yrs months splits hills "
    "am pm oclock people others friends sets rounds points songs pts x vo2 weekly percent mg min/day th hours/week"
)
"""Units and things counted that a log has no field for."""
UNLOGGED_LABELS = bag(
    "elevation elev gain ascent descent climb cadence calories calorie kcal kcals cals steps temp "
    "temperature humidity "
    "wind power vo2 vo2max suffer stress score load achievements kudos week lap laps split splits floors "
    "hrv cad asc desc tss np te gct ef vam battery altitude grade incline level gear intensity_minutes "
    "vertical stride oscillation age height bmi "
    "cardio body flights fat muscle pb pr aim target goal weather hydration mood energy motivation hunger tiredness "
    "fatigue tired views view scenery vibes enjoyment happiness confidence"
)
"""Words whose number says something that a log has no field for."""
FILLERS = bag(
    "was is of about around approx approximately roughly like just only a an the level so maybe very were at "
    "been today now nearly almost circa ca average averaged avg averaging mean total my felt feels this morning "
    "tonight ended up came in out ~ : = - ( [ * | probably perhaps"
)
"""Words and signs that may stand between a label and its figure."""
UNITS = frozenset(LENGTHS) | frozenset(TIMES) | frozenset(MASSES) | frozenset(GIRTHS) | BEATS
"""Every unit that a number may have."""
