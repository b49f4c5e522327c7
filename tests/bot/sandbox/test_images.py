"""Pictures are known by their first bytes."""

import pytest

from bot.sandbox.images import size_of
from tests.bot.sandbox.wire import PNG

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080168028001011100ffd9")
SIZES = [
    (PNG, (1, 1)),
    (JPEG, (640, 360)),
    (b"GIF89a" + bytes([10, 0, 20, 0, 0]), (10, 20)),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", (512, 512)),
    (b"<svg></svg>", None),
    (b"\xff\xd8\xff", None),
    (b"\xff\xd8\xff\xe0\x00\x10" + b"x" * 30, None),
    (b"", None),
]


@pytest.mark.parametrize(("content", "size"), SIZES)
def test_size_is_read_from_the_content(content: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(content) == size
