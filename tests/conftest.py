"""Options of the whole test run."""

import pytest
from hypothesis import settings

from tests import depth, snapshots

assert depth.DEPTH > 0, "LEGWORK_TEST_DEPTH is how many times deeper than usual to look"
settings.load_profile("legwork")
pytest_plugins = ["tests.databases"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write what is seen as what is expected")


@pytest.fixture(autouse=True)
def _snapshot_mode(request: pytest.FixtureRequest) -> None:
    snapshots.MODE["update"] = bool(request.config.getoption("--update-snapshots"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave properties and random athletes out of coverage: it makes them thrice as slow, for lines others count."""
    for item in items:
        if "rules" in item.path.parent.parts or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.no_cover)
