"""The training science: pure functions over frozen values; no clock, no I/O, no framework."""
