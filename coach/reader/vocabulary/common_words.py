"""Which words slips of the finger are put right to, and everyday words that look like a slip and are none."""

from coach.reader.vocabulary.wordlist import bag

OFTEN_MISTYPED = bag(
    "delete remove "
    "yesterday today tomorrow tonight morning afternoon evening monday tuesday wednesday thursday friday saturday "
    "sunday january february march april august september october november december running walked walking swimming "
    "cycling cycled jogged jogging strength session interval intervals treadmill marathon parkrun kilometers "
    "kilometres kilometer kilometre miles mile metres meters minutes minute hours hour seconds "
    "second skipped skipping missed "
    "stopped finished completed travelling traveling injured injury effort weight weighed waist squats squat lunges "
    "lunge planks plank deadlifts deadlift bridges raises burpees knee knees ankle achilles "
    "hamstring hamstrings calves "
    "shoulder stomach pain painful sore soreness slightly average distance duration pace heart resting slept sleep "
    "workout exercise stretching elliptical rowing pilates hiking fever dizzy fainted palpitations swollen "
    "urine breathless chest throat headache holiday vacation meeting busy couple three four seven eight "
    "eleven twelve "
    "thirteen fourteen fifteen sixteen eighteen twenty thirty forty fifty sixty tempo fartlek sprints recovery "
    "comfortable moderate difficult tough brutal quads glutes groin tendon plantar fasciitis splints tight stiff "
    "hurts hurt hurting aching bicycle weights measured didnt couldnt wasnt because sickness twisted "
    "sprained limping "
    "exhausted exhausting climbing hills elevation calories cadence thigh stone pounds push repeats "
    "partially stretched stretch stretches biked hiked rowed kilos migraine lengths plantar jogger"
)
"""The words people log with; only these are put right to."""
COMMON = bag(
    "achieves acing afternoons amperage angle anklet apace arching arises ashing auguster averages aviation "
    "avocation bicycled bicycles breathers breathes breathiest breathlessly brides bridged bridles brutally buoy "
    "bury busby bush bushy buss bust buys caching cackling cadences calved canaries carves catching caves cheat "
    "chess chests chlorides circling claiming clamming clamping clicking climaxing clinging clinking clipping "
    "clomping clubbing clumping colonies compacted compelled competed competes complected completely completer "
    "completes completest complexes complied comported composted computed coupe coupled couples couplet couplets "
    "credence crest cribbing crimping crumbing cycles deadlier deadliest deceiver dilation dint distanced "
    "distances distaste distinct donation efforts eighteens eighteenth eighties eights election elevating "
    "elevations elevator elevens elliptic elliptically emending energise enervation erecting evenings evincing "
    "exercised exercises exhaustion exhaustive exhausts exorcise exorcised exorcises exorcism exorcist exorcize "
    "expertise fainter faintest famished fascists feinted fevers fewer fifteens finessed finisher finishers "
    "finishes fiver flaunted flour foray fort forte forth forts foul fours fourteens furnished glues gluten gluts "
    "grain grin groan groins grown halls hammering hammerings hampering hamstrung hart harts haunting headaches "
    "hear heard hears heartache hearth hearts hearty heat here hiding hieing hilly hilts hiring hiving holidayed "
    "hulls hunt hunting hunts hurdling hurl hurling hurls hurrying hurtling hustings hustling huts incurred "
    "infernal injure injures inquired insured insureds integral integrals internal internals inured jagged jigged "
    "jigging jiggling jogger joggled joggling jugged jugging juggling kneed kneel kneels knew legation liming "
    "limiting limning lisping lounge lounges lumping lungs macerate male males marathoner marsh massed match "
    "measure measures melting meres meriting messed meteors metering metes meting metros mice mike mikes milk "
    "milks mills mils mime mimes mine mines minuet minuses minuted minutely minuter minutest minutiae mire mires "
    "misled misses misspend misted misused mite miters mites mitres mixes moderated moderates moderator modulate "
    "mole moles mooning mounding mounting mourning mule mules mussed nonmember paced paces pack pact page paid "
    "pail painfully paint pair palates pale palpates palpitating pane pare partiality partials pate pave pawn "
    "peace pilaster pilasters pillages pirates place plain planar planes planetary plans plant plantain planter "
    "planters plants plates plonk plonks plunk plunks plush ponds posh prank pranks prelates primates privates "
    "pulsates pushy quays quids radishes radiuses ravishes reacting realises rebating recasting reciting recover "
    "recovers refuting reheats relating removers renting repeals repeat repeated repeater repeaters repents "
    "reputing rerunning rescuing resenting resetting residing resisting resorting respects restating restoring "
    "resulting resuming retreats rises roasting robing roosting roping rounding roving roweling ruining rusting "
    "rustling safeness salients sameness saplings scamming scone scoreless scratching screeching scumming "
    "secession seconded secondly seen seep sere serenest sessions sevens sever shamming sheep shimming shimmying "
    "shipped shipping shone shopped shopping shore shouldered sickbeds sicknesses sipped sipping sire sixteens "
    "sixteenth sketching skidding skiff skimming skimped skimping skinning skipper skippered skippering skippers "
    "skirting slackness slamming slapping sleek sleeps sleepy sleet slickness slighted slighter slimming slipped "
    "slipping slopped slopping slumming smoulder smoulders snapping sniff snipped snipping snore soberness "
    "softness sopped sorceress sorer sores sort sourness spareness spiciness splines splinted splinter splinters "
    "spore sprawled sprightly springs sprint sprinter sprinters spryness squad squads squaw squaws staff steep "
    "stemming stepped stepping stickiness stiffs stippled stippling stitching stoke stole stomached stomachs "
    "stomped stoned stoner stoney stony stooped stopper stoppered stoppers stopping stove strainer strapped "
    "strengthen strengths stretchier stripped stripping stropped stuff sundae sundry sure sureness swamping "
    "swapping swarming sweep swept swigging swilling swinging swirling swishing swopped swopping swore tempi "
    "tempos temps tempt tendons tenon than thee their then there these thing things think thirsted thirsty "
    "thirteens thirties those though threat threes throats throaty throe toady toddy tomorrows toughs trailing "
    "trammeling trammelling trampling travailing travelings travellings travelog traversing trawling treadmills "
    "tree trough troweling trowelling twelves twister twisters twitted vacating vacationed vacationer vacations "
    "valuation variation vexation vocation vocations waists waits waked waled waling walker walled walling "
    "waltzing want weakling weather weighs weighty well went were whacking where whist wight wights will wist "
    "with workouts wright"
)
"""English words within one edit of those (two from eight letters) that mean themselves."""
SLIPS = {
    slip: meant
    for meant, slips in {
        "hard": "hrad ahrd hadr", "easy": "eazy esay eays aesy esy eassy", "ran": "rna arn", "walk": "wlak wakl",
        "walked": "walkd", "swam": "swma swimed swimmed swamm", "bike": "bkie", "done": "doen dnoe",
        "min": "mni", "mins": "misn mnis",
        "minutes": "mintues", "hours": "horus", "run": "rin runn rnu", "felt": "flet", "and": "nad adn n", "the": "teh",
        "skip": "skpi", "skipped": "skiped", "knee": "knea", "instead": "insted instad intead",
        "couple": "cpl cuple coupl", "half": "hlf haf hafl halff", "squat": "sqaut",
        "miles": "milse", "jog": "jogg jgo joog",
    }.items()
    for slip in slips.split()
}  # fmt: skip
"""Slips in words too short to be put right by their neighbours, and what was meant."""
