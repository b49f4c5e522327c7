"""How hard hypothesis looks: a little in every run, ten times deeper with ``LEGWORK_TEST_DEPTH=10``."""

import os

from hypothesis import HealthCheck, settings

DEPTH = float(os.environ.get("LEGWORK_TEST_DEPTH", "1"))


def examples(few: int) -> settings:
    """So many examples in an everyday run, always the same; more and random ones in a deeper run.

    No deadline and no health check: a machine may be slow, a test of it is never red for that.
    """
    return settings(
        max_examples=max(1, round(few * DEPTH)),
        deadline=None,
        derandomize=DEPTH <= 1,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


settings.register_profile("legwork", examples(50))
