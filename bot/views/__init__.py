"""What is shown: screens made of plans, logs and settings, by pure functions of values and words."""
