"""The workout library: which session fits a slot of the week, and its steps, cues and words."""
