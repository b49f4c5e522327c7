"""How fast the fastest people have run: what is quicker cannot be true."""

RECORDS = ((100, 10.5), (400, 9.3), (1000, 7.6), (1500, 7.3), (5000, 6.63), (10_000, 6.37), (21_097, 6.21),
           (42_195, 5.84), (100_000, 4.6), (250_000, 3.3))  # fmt: skip
"""Distances in metres and the metres a second at which the fastest people have run them (2026), rounded up."""


def record_speed(metres: float) -> float:
    """Metres a second that nobody has kept up over so many metres, or fewer."""
    return next((speed for reach, speed in reversed(RECORDS) if metres >= reach), RECORDS[0][1])
