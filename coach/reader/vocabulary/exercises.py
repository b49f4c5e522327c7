"""Strength exercises by the names people use, as the families of the ladders where there is one."""

from coach.reader.vocabulary.wordlist import bag

EXERCISES = {
    "squat|squats|squatted|goblet squat|goblet squats|back squat|back squats|front squat|front squats|"
    "split squat|split squats|"
    "air squat|air squats|bodyweight squat|bodyweight squats|bulgarian split squat|"
    "bulgarian split squats|bulgarians|barbell squat|"
    "barbell squats|sit to stand|sit to stands|jump squat|jump squats|box squat|box squats|"
    "dumbbell squats|bw squats|body weight squats|kb squats|"
    "sq|goblets|wall squats|squat hold|chair squats|chair squat|sit to stand|chair stands|"
    "pistol squat|pistol squats|sumo squat|sumo squats|dumbbell squat|bulgarian squats": "squat",
    "lunge|lunges|lunged|reverse lunge|reverse lunges|walking lunge|walking lunges|side lunge|"
    "side lunges|lateral lunges|dumbbell lunges|"
    "dumbbell lunge|forward lunges|lateral lunge|curtsy lunges|jump lunges|jumping lunges|static lunges|"
    "backward lunges": "lunge",
    "step up|step ups|stepup|stepups|weighted step ups|box step ups|dumbbell step ups|box step up": "step_up",
    "glute bridge|glute bridges|glutebridge|glutebridges|bridge|bridges|"
    "hip thrust|hip thrusts|hipthrust|hipthrusts|single leg bridge|"
    "single leg bridges|hip bridge|hip bridges|"
    "single leg glute bridge|single leg glute bridges|barbell hip thrust|barbell hip thrusts|"
    "marching bridges|glute thrusts": "glute_bridge",
    "calf raise|calf raises|calf raised|calfraise|calfraises|heel raise|heel raises|single leg calf raise|"
    "single leg calf raises|heel drops|heel drop|calve raises|"
    "standing calf raises|seated calf raises|eccentric calf raises|calf drops": "calf_raise",
    "single leg deadlift|single leg deadlifts|sl deadlift|sl deadlifts|single leg rdl|single leg rdls|"
    "one leg deadlift|one legged deadlift|"
    "one legged deadlifts|one leg deadlifts|sldl|sl rdl|sl rdls|single legged deadlift|"
    "single legged deadlifts|1 leg deadlift": "single_leg_deadlift",
    "dl|dls|deads|"
    "deadlift|deadlifts|deadlifted|rdl|rdls|romanian deadlift|romanian deadlifts|trap bar deadlift|"
    "hip hinge|hip hinges|sumo deadlift|"
    "sumo deadlifts|trap bar deadlifts|good mornings|stiff leg deadlifts": "deadlift",
    "plank|planks|planked|side plank|side planks|front plank|forearm plank|plank hold|plank holds|"
    "high plank|elbow plank|hollow hold": "plank",
    "push up|push ups|pushup|pushups|press up|press ups|pressup|pressups|knee push ups|incline push ups": "push_up",
    "pull up|pull ups|pullup|pullups|chin up|chin ups|chinups|assisted pull ups": "pull_up",
    "bench press|bench|bench presses|db bench|benched|dumbbell bench press|chest press|chest presses": "bench_press",
    "shoulder press|overhead press|ohp|military press|overhead presses|shoulder presses|"
    "dumbbell press": "shoulder_press",
    "row|bent over row|bent over rows|dumbbell row|dumbbell rows|barbell row|barbell rows|cable rows|"
    "seated rows|seated row|db rows": "row",
    "leg press|leg presses": "leg_press",
    "leg curl|leg curls|hamstring curl|hamstring curls|nordic curls|nordics|nordic curl": "leg_curl",
    "leg extension|leg extensions|knee extension|knee extensions": "leg_extension",
    "sit up|sit ups|situp|situps": "sit_up",
    "crunch|crunches|bicycle crunches": "crunch",
    "burpee|burpees": "burpee",
    "wall sit|wall sits|wallsit": "wall_sit",
    "clam|clams|clamshell|clamshells|clam shells": "clamshell",
    "dead bug|dead bugs|deadbug|deadbugs": "dead_bug",
    "bird dog|bird dogs|birddog|birddogs": "bird_dog",
    "mountain climber|mountain climbers": "mountain_climber",
    "monster walk|monster walks|band walk|band walks|crab walks|lateral band walks|banded walks|"
    "lateral walks": "band_walk",
    "russian twist|russian twists": "russian_twist",
    "dip|dips|tricep dips|triceps dips": "dip",
    "bicep curl|bicep curls|biceps curls|curls|dumbbell curls|biceps curl": "bicep_curl",
    "lateral raise|lateral raises": "lateral_raise",
    "kettlebell swing|kettlebell swings|kb swings|swings|kb swing": "kettlebell_swing",
    "jumping jack|jumping jacks|star jumps": "jumping_jack",
    "box jump|box jumps": "box_jump",
    "leg raise|leg raises|side leg raises|hanging leg raises|straight leg raises": "leg_raise",
    "glute kickback|donkey kicks|fire hydrants|kickbacks|glute kickbacks": "glute_kickback",
    "superman|supermans|back extensions|back extension": "back_extension",
    "lat pulldown|lat pulldowns|lat pull downs|pulldowns": "lat_pulldown",
    "hop|hops|pogos|pogo jumps|pogo hops": "hop",
    "toe raises|tib raises|tibialis raises|tib raise": "tib_raise",
}
EVERYDAY = frozenset({"bridge", "bridges", "row", "bench", "dip", "dips", "hop", "hops", "crunch", "swings", "curls"})
"""Names that mean the exercise only beside a number."""
SET_WORDS = bag("set sets series round rounds x times")
REP_WORDS = bag("rep reps repetition repetitions times each per side leg")
LOADED = bag("- ( to a an @ at with using holding x * w / each , ( weight")
"""What may stand between repetitions and a load."""
BARE_BODY = bag("bw bodyweight")
