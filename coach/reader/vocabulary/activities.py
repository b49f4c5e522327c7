"""What people call what they did."""

from enum import Enum

from coach.reading import Activity


class Said(Enum):
    """How surely a word tells that something was done: a past tense, or just a name."""

    DID = "did"
    NAMED = "named"


RUN, WALK, STRENGTH = Activity.RUN, Activity.WALK, Activity.STRENGTH
CYCLING, SWIMMING, OTHER = Activity.CYCLING, Activity.SWIMMING, Activity.OTHER

DID = {
    "ran and walked|walked and ran|jogged and walked|walked and jogged|ran / walked|ran walked|ran|"
    "jogged|raced|sprinted|trotted|plodded|shuffled|trundled|went running|went jogging|runned|been running|"
    "been for a run": RUN,
    "legged it|hoofed it|been out running|been jogging|was running|out running|out for a run|went for run": RUN,
    "walked|hiked|strolled|rambled|went walking|went hiking|marched|been walking|been hiking|rucked": WALK,
    "lifted|squatted|deadlifted|benched|worked out|lifted weights|planked|lunged": STRENGTH,
    "cycled|biked|rode|pedalled|pedaled|spun|went cycling|went biking|been cycling|rode my bike|rode the bike": CYCLING,
    "swam|swum|went swimming|been swimming": SWIMMING,
    "rowed|skied|skated|climbed|danced|hooped|skipped rope|jumped rope|stretched|paddled|surfed|kayaked|golfed": OTHER,
}
NAMED = {
    "run|runs|running|jog|jogs|jogging|easy run|long run|tempo|tempo run|interval|intervals|fartlek|"
    "park run|parkrun": RUN,
    "treadmill|treadmill run|race|sprints|strides|hills|hill repeats|hill reps|hill sprints|run walk|run walks": RUN,
    "run / walk|walk / run|walk run|jog walk|jog / walk|walk jog|trail run|trail running|c25k|couch to 5 k": RUN,
    "lr|recovery runs|long slow run|long slow distance|run off the bike|brick run|footing|laufen|joggen|"
    "dauerlauf|wogging|wog|jogged walk|runs and walks|treadmill jog|beach run|fun run|charity run|"
    "night jog|morning jog|evening jog|slow jog|run club|parkrun tourism|"
    "run walk run walk|run with walk breaks": RUN,
    "run walk run|jeffing|outdoor run|indoor run|recovery run|recovery jog|threshold|lsd": RUN,
    "track session|track workout|track|speed work|speedwork|shakeout|progression run|time trial|tt|steady run": RUN,
    "morning run|evening run|afternoon run|lunch run|night run|group run|club run|plod|trot|run commute": RUN,
    "walk|walks|walking|hike|hikes|hiking|stroll|ramble|dog walk|recovery walk|brisk walk|treadmill walk": WALK,
    "walked the dog|walk the dog|walking the dog|rucking|power walk|nordic walking|outdoor walk|indoor walk": WALK,
    "walk home|walk to work|amble": WALK,
    "strength|strength training|strength session|strength work|strength workout|weights|weight training|gym": STRENGTH,
    "lifting|weightlifting|weight lifting|leg day|legs day|upper body|lower body|core|core work|abs|"
    "kettlebells|kettlebell|kettle bells|full body|full body workout|total body|total body workout|"
    "whole body workout|home workout|dumbbell workout|band workout|bodyweight exercises|glute workout|booty workout|"
    "leg workout|weights circuit|body weight workout|strength class|pump class|hiit class|hiit workout|hiit session|"
    "circuits class|circuit class|core class|abs class|weights class|kettlebell class|"
    "conditioning class|strengthening|strength exercises|"
    "resistance work|weight session|free weights|conditioning": STRENGTH,
    "resistance training|body pump|bodypump|crossfit|circuits|circuit|bodyweight circuit|"
    "circuit training|bodyweight workout|hiit": STRENGTH,
    "kettlebell workout|core workout|leg workout|gym session|functional strength training|arm day|arms day": STRENGTH,
    "traditional strength training|glutes workout|weights session|s & c|strength and conditioning": STRENGTH,
    "bicycle|bike|biking|bike ride|ride|rides|riding|cycle|cycling|spin|spin class|spinning|"
    "spinning class|indoor cycling class|cycling class|turbo|turbo trainer|"
    "indoor trainer|smart trainer|bike trainer": CYCLING,
    "peloton|zwift|exercise bike|stationary bike|mtb|mountain bike|mountain biking|ebike|e bike|outdoor cycle": CYCLING,
    "indoor cycle|indoor cycling|indoor ride|outdoor ride|gravel ride|cycle ride|virtual ride": CYCLING,
    "ows|swim set|swim session|aquathlon|"
    "swim|swims|swimming|pool swim|open water swim|front crawl|breaststroke|pool|freestyle|open water": SWIMMING,
    "elliptical|cross trainer|crosstrainer|rowing|rower|row machine|yoga|pilates|football|soccer|tennis": OTHER,
    "basketball|badminton|squash|climbing|bouldering|skiing|skating|dance|dancing|zumba|aerobics|boxing": OTHER,
    "kickboxing|martial arts|karate|judo|golf|hockey|volleyball|rugby|netball|cricket|padel|pickleball": OTHER,
    "stretching|stretches|stretch|mobility|mobility work|foam rolling|foam rolled|stair climber": OTHER,
    "stair machine|stepmill|step machine|stairmaster": OTHER,
    "stairs|aqua jog|aqua run|aqua running|pool running|pool run|water running|deep water run": OTHER,
    "aqua jogging|aqua aerobics|deep water running|paddleboarding|kayaking|surfing|snowboarding": OTHER,
    "ski|cross country skiing|nordic skiing|jump rope|jumping rope|rope skipping|rowing machine|"
    "skipping rope|erg|barre": OTHER,
    "climbing gym|climbing wall|"
    "row|other activity|gardening|physio|rehab|ice skating|rollerblading|trampoline|frisbee|handball|"
    "baseball|stepper|bootcamp|boot camp|fitness class|step class|body combat|bodycombat|spinning and abs|tai chi|"
    "qigong|hula hoop|horse riding|canoeing|sailing|fencing|wrestling|mma|bjj|taekwondo|table tennis|ping pong|"
    "skateboarding|roller skating|ski erg|skierg|footy|footie|football training|kickabout|futsal|"
    "lacrosse|rounders|softball|ultimate|spikeball|gymnastics|"
    "calisthenics class|obstacle course|parkour|salsa|ballet|capoeira|rebounder|trampolining|walking football|"
    "five a side|5 a side|hot yoga|class": OTHER,
}
RACES = {
    "half marathon|half a marathon|half of a marathon|half marathons|halfmarathon|hm|half mara|halbmarathon": 21097.0,
    "marathon|marathons|full marathon": 42195.0,
    "mile time trial|mile tt|mile race": 1609.344,
    "parkrun|park run|parkruns": 5000.0,
    "five k|a five k": 5000.0,
    "junior parkrun|junior park run|junior parkruns": 2000.0,
    "quarter marathon": 10549.0,
}
"""Distances that have names, in metres."""
NOT_A_RUN = (
    "had to walk|walk the last|walked the last|walk breaks|walking breaks|walk break|walked a bit|"
    "walked some|some walking|walked part|ran out of|ran into|ran late|running late|ran over|run down|"
    "run out|ran errands|run errands|"
    "running errands|in the long run|running shoes|"
    "running watch|running club|running coach|ran away|running nose|gym bag|run of the mill|dry run|school run|"
    "running app|running plan|running shop|running store|running gear|running kit|running belt|running tights|"
    "running a fever|running a temperature|running a bit late|nose running|ran a bath|ran a fever|"
    "running on empty|core temp|"
    "with walks|with some walks|with a few walks|with short walks|with the odd walk|with lots of walks|"
    "with regular walks|with walking|with some walking|with a bit of walking|with bits of walking|"
    "with lots of walking|with walk|"
    "with a walk in between|with a few walk|with some walk|with short walk|with walk bits|including walks|"
    "incl walks|including some walks|including walking|inc walks|plus walks|and walks in between|and walks between|"
    "walks in between|walks between|few walks in it|walk intervals|walking intervals|walk bits|walking bits|"
    "walk recoveries|walk recovery|walking recoveries|between walks|"
    "volunteered at parkrun|volunteering at parkrun|marshalled at parkrun|marshaled at parkrun|walked twice|"
    "walked once|walked three times|walked a few times|walked a couple of times|walked the hills|walked up|"
    "walk down|walked down|walk back down|walked back down|jog down|jogged down|jog back|jogged back|"
    "walked between ,|walked between the runs|walked between runs|walked between them|walked between each|"
    "walked for a bit|walked in between|walked bits|walked parts|walked the first|walked the rest|"
    "walked it off|walked in the last|walk the rest|walk it off|walked to cool down|"
    "running around|run around|rat race|race day|race week|running buddy|running group|running partner|"
    "run leader|walk in the park|gym is open|gym is closed|"
    "pool is open|pool is closed|bike lane|bike shop|swimming pool was closed|pool was closed|gym was closed|"
    "race weight|running form|running watch died|stretch goal|human race|heart racing|cycle path|cycle lane|"
    "step count|weight loss|core temperature|track of|on track|strength of|on the track record"
)
"""Expressions with an activity's word that name no activity."""
WAY_HOME = (
    "walked home|walked back|walked back home|walked it home|walked it in|walked in|"
    "hobbled home|hobbled back|limped home|limped back|walked to the finish|walked the way home|walked the way back|"
    "walked slowly home|walked all the way home|walked all the way back|had to walk home|had to walk back"
)
"""Walking that only brings a run to its end; with a figure behind it, it is a walk."""
