"""Files in folders and archives: one at a time, whatever size they claim, and nothing else."""

import zipfile
from io import BytesIO
from pathlib import Path

from bot.activities.archives import DEEPEST, LARGEST, found_in


def zipped(**members: bytes) -> bytes:
    """An archive; a member's name has ``_`` for a dot and ``__`` for a slash."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


def seen(*paths: Path) -> dict[str, bytes | None]:
    return {found.name: found.path.read_bytes() if found.path else None for found in found_in(list(paths))}


def test_a_file_named_by_itself_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"x")
    assert seen(path) == {"notes.txt": b"x"}


def test_a_folder_gives_its_activities_in_order_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.GPX", "a.fit.gz", "photo.jpg", ".hidden.fit", "deep/c.tcx", "table.csv"):
        (tmp_path / name).write_bytes(name.encode())
    assert list(seen(tmp_path)) == ["a.fit.gz", "b.GPX", "deep/c.tcx"]


def test_an_archive_in_an_archive_is_opened(tmp_path: Path) -> None:
    inner = zipped(one_fit=b"1", settings_json=b"{}")
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(DI__part1_zip=inner, activities__two_gpx=b"2", media__photo_jpg=b"3"))
    assert seen(path) == {"export.zip/part1.zip/one.fit": b"1", "export.zip/two.gpx": b"2"}


def test_archives_are_not_opened_for_ever(tmp_path: Path) -> None:
    content = zipped(one_fit=b"1")
    for _ in range(DEEPEST + 1):
        content = zipped(inner_zip=content)
    path = tmp_path / "bomb.zip"
    path.write_bytes(content)
    assert seen(path) == {}


def test_a_member_that_is_far_larger_than_it_says_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped(big_gpx=b" " * (LARGEST + 1), small_gpx=b"1"))
    assert seen(path) == {"bomb.zip/big.gpx": None, "bomb.zip/small.gpx": b"1"}


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    content = bytearray(zipped(one_fit=b"1" * 1000, two_fit=b"2"))
    content[40:50] = b"\0" * 10
    path = tmp_path / "export.zip"
    path.write_bytes(content)
    assert None in seen(path).values()


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(one_fit=b"1"))
    paths = [found.path for found in found_in([path])]
    assert not any(found.exists() for found in paths if found)
