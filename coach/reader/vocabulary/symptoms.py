"""Signs that stop training. Recall counts for more than precision here: see ``coach.reader.signs``."""

from coach.reader.vocabulary.wordlist import bag

AILING = bag(
    "pain pains painful hurt hurts hurting ache aches aching ached achy tight tightness tightening "
    "pressure heavy heaviness squeezing "
    "squeeze squeezed burning discomfort sharp stabbing cramp cramps cramping sore weird funny crushing "
    "numb numbness tingling "
    "tingly throbbing weight constricted uncomfortable stitch twinge twinges spasm squashed radiating elephant"
)
SITES = {
    "chest": "chest_pain", "sternum": "chest_pain", "breastbone": "chest_pain", "angina": "chest_pain",
    "arm": "arm_pain", "arms": "arm_pain", "jaw": "jaw_pain",
}  # fmt: skip
"""Places where any of ``AILING`` nearby is a sign."""
NOT_A_SITE = (
    "chest press|chest presses|chest day|chest strap|chest hr|chest monitor|chest fly|chest flies|"
    "chest workout|arm day|arms day|"
    "chest and arms|arm workout|arms workout|arm circles|arm swing|arm band|armband|arm curls|chest of drawers|"
    "chest infection|chest cold|chesty cough|upper arm curls|chest belt|arm strength|arms and core"
)
SIGNS = {
    "fainted|faint|fainting|feel faint|felt faint|passed out|pass out|blacked out|black out|blackout|collapsed|"
    "lost consciousness|loss of consciousness|nearly fainted|almost fainted|nearly passed out|almost passed out|"
    "fainty|keeled over|syncope|went unconscious|lightheaded and fell|knocked out cold|saw stars|"
    "came to on the floor|"
    "vision went black|everything went black|went black|about to pass out|about to faint": "fainting",
    "dizzy|dizziness|lightheaded|light headed|lightheadedness|woozy|head was spinning|head is spinning|room spinning|"
    "vertigo|dizzy spell|dizzy spells": "dizzy",
    "palpitations|palpitation|heart palpitations|heart flutter|heart fluttering|heart fluttered|"
    "fluttering heart|heart skipped|skipped beats|skipped a beat|"
    "skipping beats|irregular heartbeat|irregular heart beat|irregular heart rate|irregular pulse|"
    "arrhythmia|afib|a fib|atrial fibrillation|heart pounding at rest|"
    "heart jumping|fluttering in my chest|flutter in my chest|flutters in my chest|chest fluttering|"
    "chest flutters|missed beats|missing beats": "palpitations",
    "breathless at rest|short of breath at rest|shortness of breath at rest|breathless sitting|"
    "breathless lying|breathless in bed|"
    "cant catch my breath|cannot catch my breath|couldnt catch my breath|could not catch my breath|"
    "out of breath sitting|out of breath at rest|"
    "out of breath lying|breathless just sitting|out of breath just sitting|breathless doing nothing|"
    "struggling to breathe|"
    "trouble breathing|difficulty breathing|hard to breathe|cant breathe|cannot breathe|couldnt breathe|"
    "could not breathe|"
    "breathless while sitting|breathless while resting|winded at rest|winded sitting|gasping for air|"
    "struggled to breathe|breathless when resting|"
    "breathless when sitting|breathless when lying|short of breath sitting|short of breath lying|"
    "short of breath in bed|breathless watching|breathless resting|"
    "out of breath in bed|out of breath resting|out of breath when resting|"
    "out of breath watching": "breathless_at_rest",
    "calf is swollen|swollen calf|calf swollen|calf swelling|calf swelled|calf has swollen|"
    "calf swelled up|swelling in my calf|swelling in the calf|"
    "swelling in calf|calves swollen|calves are swollen|swollen calves|calf red and|calf is red|"
    "calf is hot|calf hot|calf warm|calf is warm|dvt|blood clot|calf puffy|calf is puffy|"
    "lower leg is swollen|lower leg swollen|swollen lower leg|leg is swollen|swollen leg|leg swelled up|"
    "one leg swollen|calf ballooned|calf was swollen|calf looks swollen|"
    "calf is all swollen|calf got swollen|leg swollen|calf really swollen|calf very swollen|"
    "calf a bit swollen|calf is bigger": "calf_swelling",
    "night pain|pain at night|hurts at night|hurting at night|aches at night|pain during the night|"
    "pain in the night|hurts in bed|"
    "woke me up|wakes me up|wakes me|waking me|woke up with pain|pain wakes|keeps me awake|keeps me up|"
    "kept me awake|kept me up|aching at night|throbs at night|"
    "throbbing at night|ached all night|hurt all night|hurts all night|aches all night|pain all night|"
    "throbbed all night|hurt at night|wakes me at night": "night_pain",
    "bone pain|pain in the bone|pain in my bone|bone hurts|stress fracture|pinpoint pain|on the bone|"
    "in the bone|shin bone hurts|"
    "pain on the shin bone|bone ache|bone aches|aching bone|bones hurt|bones ache|bone is sore|bone sore|"
    "bone is tender|bone tender|bony pain|stress reaction|"
    "bone feels|in my bones|deep bone": "bone_pain",
    "dark urine|brown urine|red urine|blood in my urine|blood in urine|bloody urine|urine was dark|"
    "urine is dark|urine was brown|urine is brown|"
    "pee is dark|pee was dark|pee was brown|pee is brown|dark pee|brown pee|cola coloured|cola colored|"
    "tea coloured|tea colored|peed blood|peeing blood|"
    "blood in my pee|blood in pee|pee was red|pee is red|red pee|coke coloured|coke colored|"
    "wee was brown|wee is brown|wee was dark|wee is dark|dark wee|brown wee|rhabdo|"
    "dark brown urine|dark brown pee|peeing brown|peeing dark|pissing blood|piss was dark|piss was brown|"
    "piss is brown|piss is dark|urine dark|urine brown|"
    "pee dark|pee brown|urine looks dark|pee looks dark|pee looked dark|urine looked dark|"
    "pee looks brown|pee looked brown|pee came out brown|pee came out dark|"
    "wee blood|weed blood|urine was very dark|pee was very dark|pee was really dark|"
    "urine was really dark|pee is really dark|pee is very dark|dark coloured urine|dark colored urine|"
    "rusty urine|rusty pee|urine like cola|pee like cola|urine looks like cola|pee looks like cola|"
    "pee looked like cola|pee looks like coke|pee looked like coke": "dark_urine",
    "fever|feverish|high temperature|temperature of|running a temperature|have a temperature|"
    "got a temperature|had a temperature|temp of|got a temp|have a temp|had a temp|running a temp|bit of a temp|"
    "bit of a temperature|bit of temperature|slight temp|slight temperature|high temp|raised temperature|"
    "ran a temperature|chills|shivery|shivering|shivers|the shivers": "fever",
    "flu|influenza|covid|chest infection|chest cold|chesty cough|bronchitis|pneumonia|stomach bug|"
    "tummy bug|gastro|food poisoning|"
    "vomiting|vomited|vomit|threw up|throwing up|throw up|being sick all night|diarrhea|diarrhoea|"
    "got the runs|have the runs|had the runs|having the runs|with the runs|the runs all|"
    "bad case of the runs|norovirus|body aches|aching all over|ache all over|achy all over|"
    "coughing up|phlegm|bad cough|puking|puked|wheezing|wheezy|chesty|lung infection|cough on my chest|"
    "cough|coughing|coughed|coughs|coughy|hacking|chest still tight|chest is still tight|"
    "swollen glands|corona|aches all over|nausea|nauseous": "below_neck",
    "im sick|i am sick|feel sick|feeling sick|been sick|got sick|still sick|home sick|off sick|"
    "sick in bed|sick today|was sick|sick with|"
    "sick since|im ill|i am ill|feeling ill|feel ill|been ill|still ill|ill today|ill in bed|ill with|"
    "ill since|was ill|unwell|im poorly|am poorly|feeling poorly|feel poorly|felt poorly|been poorly|"
    "was poorly|poorly today|poorly so|"
    "crook|under the weather|"
    "coming down with|caught a cold|caught a bug|caught something|not feeling well|dont feel well|"
    "feeling rough|feel rough|too sick|too ill|"
    "sore throat|runny nose|blocked nose|stuffy nose|head cold|sniffles|sniffle|sneezing|stuffed up|congested|"
    "sinus|sinuses|sinusitis|a cold|my cold|got cold symptoms|scratchy throat|throat is sore|throat hurts|bunged up|"
    "have cold|having a cold|slight cold|bit of a cold|bad cold|nasty cold|cold symptoms|man flu|"
    "common cold|full of cold|full of a cold|streaming cold|stinking cold|"
    "nose is running|nose running|stuffed nose|nose still running|nose is still running|nose keeps running|"
    "snotty|snot|sniffly|sniffling|sniffy|hoarse|croaky|lost my voice|lost voice|tickly throat|blocked up|bunged|"
    "got this cold|have this cold|shake this cold|shaking this cold|shift this cold|shifting this cold|got the cold|"
    "lingering cold|tail end of a cold|still poorly|still not well|still rough|still feel rough|"
    "still feeling rough": "above_neck",
    "limp|limping|limped|hobbling|hobbled|hobble|cant put weight|cannot put weight|cant bear weight|"
    "cannot bear weight|couldnt put weight|"
    "could barely walk|can barely walk|cant walk|cannot walk|couldnt walk|could not walk|hurts to walk|"
    "painful to walk|hurt to walk|"
    "limpy|walking funny|can hardly walk|could hardly walk|on crutches|cant weight bear": "limp",
    "all better|feeling better|feel better|fully recovered|feel fine again|feeling fine again|"
    "back to normal|well again|"
    "recovered|healthy again|im well|feeling well|feel well|no longer sick|not sick anymore|"
    "not ill anymore|no longer ill|over the flu|"
    "over my cold|symptom free|symptoms gone|over the cold|feeling healthy|im better|am better|am well|"
    "much better now|over it now|feeling good again|feel good again|"
    "feel normal again|feeling normal again|fever is gone|fever gone|fever has gone|cold is gone|"
    "cold has gone|fit and well|better now|i feel 100|feeling 100|back to 100": "well",
    "doctor cleared me|cleared by my doctor|cleared by the doctor|cleared by doctor|doctor says im fine|"
    "doctor says i am fine|"
    "doctor said im fine|doctor said i am fine|doctor said its fine|doctor gave me the all clear|"
    "got the all clear|got all clear|given the all clear|all clear from|"
    "the all clear|medically cleared|cleared to run|doctor ok|doctor okayed|gp cleared me|"
    "gp says im fine|physio cleared me|"
    "doctor has cleared me|doctor says yes|doctor said yes|doc cleared me|doctor signed me off|"
    "gp said yes|gp says yes|ive been cleared|i have been cleared|"
    "im cleared|i am cleared|been cleared|cleared to train|cleared to exercise|cardiologist cleared me|"
    "doctor says i can run|doctor said i can run|"
    "gp gave me the all clear|doc says ok|doc said ok|doctor said ok|doctor says ok|was cleared by|"
    "got cleared|doctor says its fine|doctor says its ok|doctor said its ok": "cleared",
}
