"""Units as types: the numbers of the domain say what they measure.

Everything inside is SI with the field's own exceptions (minutes, seconds per kilometre, beats per minute);
conversion to miles, pounds or feet happens at the edges.
"""

from typing import NewType

Metres = NewType("Metres", int)
"""A distance, in whole metres."""
Seconds = NewType("Seconds", int)
"""A duration, in whole seconds."""
Minutes = NewType("Minutes", int)
"""A duration, in whole minutes, as sessions are planned."""
SecondsPerKm = NewType("SecondsPerKm", int)
"""A pace, in whole seconds for a kilometre; smaller is faster."""
BeatsPerMinute = NewType("BeatsPerMinute", int)
"""A heart rate."""
Kilograms = NewType("Kilograms", float)
"""A body mass or a load."""
Centimetres = NewType("Centimetres", float)
"""A body height or girth."""
Effort = NewType("Effort", int)
"""Perceived exertion from 1 (very easy) to 10 (all there is)."""

MILE: float = 1609.344
"""Metres in a mile (international mile, 1959)."""
POUND: float = 0.45359237
"""Kilograms in a pound."""
INCH: float = 2.54
"""Centimetres in an inch."""
FOOT: float = 0.3048
"""Metres in a foot (international foot, 1959)."""
