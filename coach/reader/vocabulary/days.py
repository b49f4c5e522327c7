"""Names of days and months, and days told from today."""

from coach.reader.vocabulary.wordlist import bag

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon montag", "tuesday tuesdays tue tues dienstag",
            "wednesday wednesdays wed weds wensday wednsday mittwoch",
            "thursday thursdays thu thur thurs donnerstag",
            "friday fridays fri freitag", "saturday saturdays sat samstag", "sunday sundays sun sonntag",
        )
    )
    for name in names.split()
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
BACK = {
    "today|tonight|this morning|this afternoon|this evening|this lunchtime|this noon|just now|"
    "earlier today|tonite|todays|2nite|this morn|"
    "this arvo|heute|earlier|this am|this pm|2day|tdy": 0,
    "yesterday|gestern|yday|yest|last night|yesterday morning|yesterday afternoon|yesterday evening|"
    "yesterday night|ystd|yesterdays|"
    "yesterday lunchtime|last nite|yesterday nite|yesterday morn|yesterday eve|last eve|"
    "the other night|yesterday after work": 1,
    "the day before yesterday|day before yesterday|the day before last|ereyesterday": 2,
    "tomorrow|tomorrow morning|tomorrow afternoon|tomorrow evening|tmrw|tmr|tomorrow night|tomorow|"
    "tmrow|tmorrow|tmw|tomo|tomoz|tomorro|tommorow|tommorrow|"
    "tomorrow instead|tomorrow then": -1,
    "the day after tomorrow|day after tomorrow": -2,
    "a week ago|one week ago|last week today|a week ago today|this time last week|same day last week|"
    "this day last week|same time last week": 7,
    "a fortnight ago|fortnight ago|two weeks ago today": 14,
    "week ago|a week back": 7,
}
"""Days back from today; negative ones lie ahead."""
ORDINAL_ENDS = bag("st nd rd th")
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
}  # fmt: skip
SOMETIME = (
    "last week|the other day|a few days ago|some days ago|few days ago|several days ago|"
    "earlier this week|last weekend|last month|"
    "a few weeks ago|a while ago|recently|the other week|some time ago"
)
"""Days back that cannot be counted: the day is asked for."""
