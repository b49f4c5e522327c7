"""How hard hypothesis looks: a little in every run, deeper with ``LEGWORK_EXAMPLES=1000``."""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("LEGWORK_EXAMPLES", "15"))
careful = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES <= 15,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
"""Reproducible as long as nobody asks for more."""
