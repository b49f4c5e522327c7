"""Whether it was done, and why not."""

from coach.history import Reason, Status
from coach.reader.vocabulary.wordlist import bag

OUTCOMES = {
    "done|did|completed|complete|finished|nailed it|smashed it|crushed it|managed|did it|done it|"
    "all done|ticked off|got it done|"
    "went for|had a|been for|knocked out|got in|squeezed in|banged out|cranked out|logged|clocked|"
    "covered|got through|went out for|"
    "nailed|smashed|crushed|just did|finally did|put in|survived|made it through|went to the|as planned|did the|"
    "did my|did the whole|did everything|did all|went the distance|snuck in|cruised|wrapped up|tackled": Status.DONE,
    "partly|partial|partially|part of it|half of it|cut short|cut it short|shortened|stopped early|"
    "stopped after|stopped at|stopped|bailed at|"
    "bailed after|bailed|gave up|quit|quit after|quit at|unfinished|incomplete|dnf|did not finish|"
    "didnt finish|couldnt finish|"
    "could not finish|did not complete|didnt complete|couldnt complete|not all of it|most of it|"
    "some of it|had to stop|turned back|"
    "pulled out|abandoned|only did|only managed|only ran|only got|only made it|only half|managed only|"
    "did only|ran only|only walked|pulled up|"
    "short version|shorter version|the short one|did half|half done|did part|did most|did some of|"
    "part done|cut my run short|"
    "cut the run short|cut the session short|cut my session short|cut the workout short|half the session|"
    "half of the|half the|half of my|only completed|"
    "most of the|most of my|some of the|part of the|part of my|only part|had to cut|turned around early|"
    "turned around|packed it in|called it a day|called it quits|"
    "just the first|only the first|left early|not the whole|not all of|had to bail|didnt do all|"
    "did not do all|didnt do the whole|didnt quite finish|not finished|"
    "wasnt able to finish|unable to finish|failed to finish|cut it|ran out of steam|stop early|"
    "threw in the towel|gave up after|gave up at|only finished|couldnt manage it all": Status.PARTIAL,
    "skipped|skip|skipping|missed|didnt happen|did not happen|bailed on|blew off|passed on|"
    "gave it a miss|cancelled|canceled|"
    "called off|rested instead|took the day off|took a day off|taking the day off|taking a day off|"
    "day off instead|took a rest day|taking a rest day|"
    "not today|nothing today|had to skip|have to skip|need to skip|will skip|gave up on|never made it|"
    "never got|never went|"
    "no can do|not gonna happen|not going to happen|not happening|rest day instead|had to miss|"
    "have to miss|need to miss|gonna skip|going to skip|bunked off|"
    "wimped out|chickened out|stayed home|stayed in bed|stayed on the couch|stayed on the sofa|"
    "slept in instead|overslept|sacked off|sacked it off|took today off|taking today off|off today|"
    "not done|not do|nothing done|didnt do anything|did not do anything|did nothing|failed to|"
    "wasnt able to|was not able to|no go|zero training|ditched|gave the gym a miss|"
    "gave the run a miss|gave my run a miss|gave today a miss|couldnt make it|could not make it|"
    "cant make it|cannot make it|wont make it|didnt make it|did not make it|"
    "didnt manage|did not manage|didnt get to|did not get to|didnt get out|did not get out|"
    "couldnt be bothered|could not be bothered|couldnt face|"
    "had to cancel|have to cancel|resting today|rested today|rested|took it off|had to rest|forgot to|"
    "forgot about|forgot my|pass today|pass on today|miss today|sit this one out|sitting this one out|"
    "sat this one out": Status.SKIPPED,
}
DENIALS = (
    "didnt|did not|couldnt|could not|cant|cannot|can not|wont|will not|havent|have not|never|no|not|dont|"
    "am not|unable to|"
    "not able to|not going to|not gonna|wasnt able to|isnt going to be a|no time to|no time for|without|"
    "couldnt get out to|too tired to|too busy to|too ill to|too sick to|too sore to|too hot to|"
    "too cold to|too lazy to"
)
"""With an activity after it: it did not happen."""
REASONS = {
    "sick|ill|unwell|flu|influenza|covid|fever|feverish|cold|a cold|headache|migraine|stomach bug|"
    "tummy bug|under the weather|"
    "poorly|sore throat|food poisoning|nausea|nauseous|vomiting|throwing up|cough|coughing|bug|virus|"
    "infection|felt rough|"
    "feeling rough|run down|not feeling well|dont feel well|didnt feel well|not well|feeling lousy|"
    "feel lousy|feeling crap|temperature|"
    "stomach ache|upset stomach|tummy ache|hungover|hangover|period|cramps|illness|sickness|"
    "caught something|runny nose|tonsillitis|bronchitis|dizzy|felt awful": Reason.ILL,
    "injured|injury|hurt|hurts|hurting|sprained|sprain|strained|strain|twisted|pulled|tweaked|tore|torn|"
    "shin splints|tendonitis|"
    "plantar fasciitis|niggle|pain|painful|sore|ache|aching|aches|limping|limp|inflamed|playing up|"
    "acting up|flared up|swollen|rolled|blister|blisters|stress fracture|bad knee|"
    "tendinitis|achy|rehab": Reason.INJURED,
    "travel|travelling|traveling|travelled|traveled|trip|flight|flights|flying|flew|holiday|holidays|"
    "vacation|airport|plane|away|"
    "out of town|jet lag|jetlag|jet lagged|jetlagged|hotel|road trip|conference|on the road|abroad|"
    "wedding|business trip|camping|on a train|train journey|long drive|driving all day|visiting|"
    "in transit|moving house": Reason.TRAVEL,
    "busy|work|working|no time|meeting|meetings|deadline|deadlines|overtime|late shift|night shift|kids|"
    "kid|childcare|family|"
    "ran out of time|too much on|swamped|hectic|exam|exams|studying|school|uni|birthday|appointment|office|"
    "work late|worked late|worked|stuck at work|stuck in|had to work|time got away|running late|ran late|"
    "busy day|crazy day|slammed|"
    "crunch|homework|boss|baby|daughter|son|wife|husband|visitors|guests|schedule|commitments|errands|"
    "not enough time|babysitter|shift|"
    "day got away|short on time|short of time|pressed for time|party|couldnt find time|"
    "couldnt find the time|didnt have time|dont have time|did not have time|never had time|had no time|"
    "time crunch|child|chores|christmas": Reason.BUSY,
}
INTENT = (
    "going to|gonna|plan to|planning|planning to|want to|wanna|would like|hope to|hoping|hoping to|"
    "aim to|aiming|intend|might|may go|"
    "will run|will go|will do|will try|will walk|will be|will swim|will ride|shall|signed up|sign up|"
    "signing up|training for|train for|registered|my goal|goal is|goal of|"
    "target is|dream|used to|usually|normally|typically|always|every day|every week|each week|love|loves|"
    "loved to|hate|enjoy|i like|prefer|thinking of|thinking about|"
    "considering|remind me|tell me|show me|give me|explain|help me|i need|let us|lets|please|pb is|pr is|"
    "personal best|my best|best 5k|about to|"
    "heading out|heading off|off to|looking forward|cant wait|supposed to|my plan|the plan is|plan is|"
    "change my|move my|move the|move it|make it|set my|swap|switch|add|last year|"
    "years ago|when i was|wish|if i|as soon as|how about|what about|would be|should be|do you|can you|"
    "could you|can i|should i|shall i|may i|could i|is it|are you|am i|when should|i should|i must|"
    "we should|"
    "have to run|need to run|needs to be|ready to|ready for|excited|getting ready|next week|next month|"
    "my friend|my brother|my sister|my mum|my mom|my dad|my neighbour|did you|have you|"
    "will i|i will|we will|it will|ill be|reschedule|postpone|i can run|i can do|i can walk|per week|"
    "a week usually|times a week|world record|in a week|on average"
)
"""Wishes, habits, plans and requests: the rest of the sentence is no log."""
QUESTIONS = bag(
    "what whats how hows why when whens where wheres which who whos should can could do does is are will would am did "
    "shall may has was were whose have"
)
"""Words that a question starts with."""
CHECKS = bag("right ok okay yes yeah correct yep no nice good great cool thoughts")
