"""Approval: what a test sees is kept in a text file that people can read and review.

``pytest --update-snapshots`` writes the files anew; a run without it compares.
"""

from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"
MODE = {"update": False}


def assert_matches_snapshot(name: str, text: str, folder: Path = FOLDER) -> None:
    """Compare ``text`` with the file ``name`` (``onboarding/by_taps`` is a path; ``.txt`` is added).

    Raises:
        AssertionError: the file says something else, or there is none yet.
    """
    path = folder / f"{name}.txt"
    seen = text.rstrip() + "\n"
    if MODE["update"]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(seen, encoding="utf-8")
        return
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    difference = unified_diff(expected.splitlines(), seen.splitlines(), "approved", "seen", lineterm="")
    hint = f"{path} differs; run pytest with --update-snapshots if the new text is right\n"
    assert seen == expected, hint + "\n".join(difference)
