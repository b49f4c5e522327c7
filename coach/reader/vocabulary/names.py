"""First names of others: those that are no word, and no beginning of a log."""

from coach.reader.vocabulary.wordlist import bag

FIRST_NAMES = bag(
    "tom tim ben sam dan joe jim bob jack john james david mike michael chris peter paul simon steve stephen "
    "andrew anna anne ana emma lisa laura sarah sara julia kate katie lucy amy jane maria marie susan nina eva "
    "lena leon lukas felix jonas finn noah liam oliver oscar oskar george harry henry charlie alex alice ella "
    "sophie sofia hannah hanna clara klara thomas martin stefan markus andreas daniel nick adam luke matt matthew "
    "ryan kevin brian jason eric erik kyle aaron nathan jacob ethan logan rachel rebecca jessica jenny jennifer "
    "emily megan olivia chloe zoe carlos juan pedro luis diego pablo javier miguel ravi priya raj amit mohamed "
    "ahmed ali omar fatima yuki kenji"
)
