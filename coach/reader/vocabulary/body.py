"""Where it hurts, how people say so, and what must never be missed."""

from coach.reader.vocabulary.wordlist import bag

AREAS = {
    "knee|knees|kneecap|kneecaps|patella|patellar|patella tendon|runners knee|runner knee|meniscus|"
    "pes anserine": "knee",
    "shin|shins|shin splints|shin splint|shinsplints|tibia": "shin",
    "calf|calves|calfs|soleus|gastroc|calf muscle|calf muscles": "calf",
    "achilles|achilles tendon|achillies|achiles": "achilles",
    "ankle|ankles": "ankle",
    "foot|feet|arch|arches|plantar|plantar fascia|plantar fasciitis|pf|sole|metatarsal|metatarsals|instep": "foot",
    "ball of my foot|ball of the foot|top of my foot|top of the foot|forefoot|midfoot|mid foot": "foot",
    "heel|heels": "heel",
    "toe|toes|big toe|toenail|toenails": "toe",
    "hip|hips|hip flexor|hip flexors|psoas": "hip",
    "glute|glutes|gluteus|piriformis|bum|butt|buttock|buttocks|bottom|backside": "glute",
    "groin|adductor|adductors|inner thigh|inner thighs": "groin",
    "hamstring|hamstrings|hammy|hammies|hammie|hamstr": "hamstring",
    "quad|quads|quadricep|quadriceps|thigh|thighs": "thigh",
    "it band|itb|itbs|it bands|iliotibial band|itband": "it_band",
    "lower back|low back|lumbar|back|upper back|si joint|sacrum|sciatica|sciatic|my back|spine": "back",
    "shoulder|shoulders": "shoulder",
    "neck": "neck",
    "wrist|wrists": "wrist",
    "elbow|elbows": "elbow",
    "ribs|rib": "ribs",
    "side stitch|stitch": "side",
    "stomach|tummy|abdomen|belly|abs muscle": "stomach",
    "head": "head",
    "chest|sternum|breastbone": "chest",
    "arm|arms|forearm": "arm",
    "jaw": "jaw",
    "leg|legs|lower leg|upper leg|lower legs": "leg",
}
CONDITIONS = frozenset({"splints", "splint", "shinsplints", "fasciitis", "itbs", "sciatica", "meniscus"})
"""Last words of areas that are ailments: to name them is to report pain."""
SIDES = bag("left right l r lt rt both outer inner outside inside lateral medial front rear behind under")
HURT = {
    "pain|pains|hurt|hurts|hurting|painful|ache|aches|aching|ached|achy|pained|ow|ouch|hurted|in pain|paining": None,
    "throbbing|throbs|throbbed|sharp|stabbing|burning|flared up|flare up|acting up|playing up|gave me grief": None,
    "tendonitis|tendinitis|tendinopathy|inflamed|gave out|giving me trouble|giving me grief|giving me jip": None,
    "bothering me|bothered me|troubling me|complaining|grumbling|grumbly|grumbled|moaning|bothersome": 3,
    "killing me|kills|killed me|agony|excruciating|unbearable": 8,
    "said no|gave way|went ping|pinged|seized up|"
    "swollen|swelling|swelled|sprained|sprain|twisted|strained|strain|pulled|tore|torn|rolled|popped|"
    "tweaked|injured|injury": None,
    "a bit off|felt a bit off|bit off|feels a bit off|blister|blisters|blistered|bruised|bruise|sore|"
    "soreness|tender|tenderness|stiff|stiffness|tight|tightness|doms|niggly|niggle|niggles|niggling|"
    "twinge": 2,
    "twinges|twinged|twingy|tweak|discomfort|uncomfortable|crampy|cramp|cramps|cramped|cramping": 2,
    "sensitive|irritated|wobbly|weak|unstable|wonky|dodgy|felt off|feels off|not happy|not great|unhappy|iffy": 2,
}
"""Words for pain; a number where the word alone says about how much (0–10)."""
GRADES = {
    "slight|slightly|a bit|a bit of|a little|a little bit|a little bit of|bit|bit of|mild|mildly|minor|"
    "a touch|a touch of|tiny|small|little|faint|vague|"
    "some|hint of|a hint of|barely": 2,
    "moderate|moderately|quite|fairly|rather|noticeable|pretty": 4,
    "bad|badly|a lot|really|very|quite bad|quite a lot|nasty|so much|serious|loads|like hell|like mad": 6,
    "severe|severely|terrible|terribly|awful|horrible|intense|extreme|extremely|crazy": 8,
}
FINE = {
    "no pain|no pains|pain free|painfree|painless|without pain|without any pain|no aches|no niggles|no soreness|"
    "zero pain|no issues|no problems|no hurt|didnt hurt|doesnt hurt|did not hurt|does not hurt|not hurting|"
    "no discomfort|not sore|no longer sore|no longer hurts|stopped hurting|isnt sore|no pain at all|"
    "no aches or pains|"
    "no more pain|pain is gone|pain gone|pain has gone|pain was gone|no niggle|without issue|"
    "without issues|isnt hurting|"
    "wasnt sore|wasnt hurting|hurt free|not painful|no twinges|no knee issues|dont hurt|not in pain|"
    "no injury|no injuries|nothing hurts|nothing hurt": 0,
}
"""Ways to say that nothing hurts."""
BETTER = bag("fine good great ok okay perfect better silent happy healed normal")
"""Said of an area: it does not hurt (``knee felt fine``)."""
