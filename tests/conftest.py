"""Options of the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write what is seen as what is expected")


@pytest.fixture(autouse=True)
def _snapshot_mode(request: pytest.FixtureRequest) -> None:
    from tests import snapshots

    snapshots.MODE["update"] = bool(request.config.getoption("--update-snapshots"))
