"""How hard it was, in figures or words (1 very easy to 10 all there is)."""

from coach.reader.vocabulary.wordlist import bag

LABELS = bag("rpe effort exertion pe rpes difficulty intensity hardness rated rating felt feeling feel")
"""Words that a figure of effort follows; ``felt`` and its kin only before a number."""
FEELINGS = {
    "v easy|v v easy|felt v easy|vv easy|ridiculously easy|felt like nothing|no effort|"
    "felt very easy|felt super easy|felt really easy|felt effortless|very very easy|super easy|so easy|"
    "too easy|dead easy|piece of cake|"
    "walk in the park|was a breeze|a breeze|felt so easy|felt too easy|very easy|really easy|effortless|"
    "felt pretty effortless|a doddle|extremely easy|"
    "was effortless|barely broke a sweat|did not break a sweat|didnt break a sweat|no sweat|"
    "was very easy|was super easy|was really easy|was too easy|was so easy": 2,
    "felt easy|felt light|felt pretty easy|felt quite easy|felt gentle|was easy|easy effort|"
    "felt nice and easy|easy peasy|easy pace|easy going|"
    "easy enough|felt fairly easy|felt relaxed|was pretty easy|felt comfortable|felt comfy|felt smooth|"
    "was comfortable|comfortable|conversational|"
    "was quite easy|was fairly easy|pretty easy|quite easy|fairly easy|nice and easy|felt easier|relaxed|"
    "comfy|felt manageable|it was easy|chatting pace|conversational pace|"
    "felt really comfortable|felt very comfortable|easily|felt nice and relaxed|took it easy|kept it easy": 3,
    "felt moderate|moderate|moderate effort|was moderate|somewhat hard|felt ok effort|medium effort|"
    "medium|was moderately hard|moderately hard|a bit hard|"
    "bit hard|felt steady|comfortably hard|felt a bit hard|slightly hard|felt challenging but ok|"
    "felt slightly hard|not easy|not too bad|not that hard|not too hard|"
    "felt medium|was ok effort|a bit tough|bit tough|kinda tough|kind of tough|sort of hard|"
    "moderately tough|middling|in the middle|so so effort|felt a bit tough|kinda hard|kind of hard|"
    "felt kinda hard|felt kind of hard|wasnt easy|was not easy|felt somewhat hard|a little hard|"
    "wasnt too hard|wasnt too bad|was not too hard|not very hard|wasnt that hard|not so hard|not hard": 5,
    "felt hard|hard|was hard|felt tough|tough|was tough|hard work|felt difficult|difficult|challenging|"
    "felt challenging|hard effort|struggled|"
    "a struggle|struggle|was a struggle|a slog|felt like a slog|slog|hard going|tough going|"
    "tired legs and hard|felt heavy going|tiring|was tiring|pushed hard|felt pretty hard|"
    "pretty hard|pretty tough|quite hard|quite tough|fairly hard|felt quite hard|felt quite tough|"
    "felt fairly hard|felt pretty tough|was pretty hard|was quite hard|harder than expected|"
    "harder than usual|rough|felt rough going|"
    "hard one|tough one|high effort|strenuous|vigorous|was pretty tough|was quite tough|a grind|grind|"
    "struggled a bit|hard run|harder|felt harder|found it hard|found it tough|exhausting|taxing|"
    "hard session|hard workout": 7,
    "v hard|v tough|felt v hard|felt v tough|vv hard|"
    "felt very hard|very hard|really hard|so hard|super hard|felt really hard|felt super hard|"
    "felt so hard|very tough|really tough|felt very tough|felt really tough|too hard|felt too hard|"
    "brutal|felt brutal|killer|gruelling|grueling|awfully hard|extremely hard|was brutal|"
    "was very hard|was really hard|was so hard|"
    "nearly died|almost died|thought i would die|wrecked|destroyed|knackered|shattered|exhausted|dying|"
    "felt like dying|was dead|felt dead|died at the end|"
    "was dying|incredibly hard|insanely hard|crazy hard|super tough|hardest run ever|"
    "so tough|was too hard|"
    "was a killer|wiped out|wiped me out|killed me off|hellish|was hell|hell": 9,
    "all out|max effort|maximal effort|maximum effort|maximal|flat out|full gas|absolutely everything|"
    "gave it everything|maximum|felt maximal|felt max|empty the tank|emptied the tank|gave everything|"
    "gave it my all|everything i had|went all out|as hard as i could": 10,
}
"""Feelings as effort: *easy* 3, *hard* 7, *very hard* 9 (after Borg's CR-10 and Foster's session scale)."""
NOT_EFFORT = (
    "easy run|easy jog|easy pace run|easy running|easy walk|easy ride|easy swim|easy bike|easy spin|"
    "easy session|easy day|easy week|easy miles|easy mile|easy k|easy km|easy 5k|easy runs|hard time|"
    "work hard|worked hard|hard surface|"
    "hard day at work|hard day|hard to|tough day|tough week|rough day|rough week|rough night|"
    "rough weather|hard floor|hard ground|hard boiled|rough trail|rough terrain|"
    "difficult to|rough sleep|tough to|medium dumbbells|medium band|easy to|hard week|tough time|"
    "hard on|tough on|rough on|difficult day|easy gravel|easy trail|easy recovery run|easy recovery jog|rest easy|"
    "medium long|medium long run|medium length"
)
"""Expressions with such a word that say nothing of effort (an *easy run* is a kind of run)."""
