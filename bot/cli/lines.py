"""The lines of a stream, numbered, and whether another one is waiting: what may be answered later, and what may not."""

import codecs
import io
import os
import select
from collections import deque
from collections.abc import Iterator
from typing import Final, TextIO

CHUNK: Final = 65_536
"""Bytes that are taken from a file or pipe at a time; a pipe holds no more."""


class Lines:
    """Lines that are not blank, each with its number, counted from 1 with the blank ones.

    Of a file or a pipe no more is read than is wanted and what came with it. Bytes that are no text become marks that
    no reader accepts; the mark that some editors write before the first line of UTF-8 is no part of it.
    """

    def __init__(self, stdin: TextIO) -> None:
        if isinstance(stdin, io.TextIOWrapper):
            stdin.reconfigure(errors="replace")
        self._stdin = stdin
        self._feed = Feed.of(stdin)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(self._stdin if self._feed is None else self._feed, start=1):
            if line.strip():
                yield number, line

    def waiting(self) -> bool:
        """Whether the next line, or the end, is there at once; of streams without a file it always is."""
        return self._feed is None or self._feed.waiting()


class Feed:
    """The lines of a file or pipe by its descriptor, which can be asked whether it has more."""

    def __init__(self, descriptor: int, encoding: str) -> None:
        self._descriptor = descriptor
        marked = "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding
        decoder = codecs.getincrementaldecoder(marked)(errors="replace")
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)
        self._whole: deque[str] = deque()
        self._begun: list[str] = []
        self._open = True

    @classmethod
    def of(cls, stdin: TextIO) -> "Feed | None":
        """The feed of a stream, ``None`` where no file stands behind it."""
        try:
            return cls(stdin.fileno(), stdin.encoding)
        except (OSError, AttributeError):
            return None

    def __iter__(self) -> Iterator[str]:
        while True:
            while self._whole:
                yield self._whole.popleft()
            if not self._open:
                return
            self._read()

    def waiting(self) -> bool:
        """Whether a whole line, or the end, can be had without waiting for whoever writes."""
        while self._open and not self._whole and self._ready():
            self._read()
        return bool(self._whole) or not self._open

    def _ready(self) -> bool:
        try:
            return bool(select.select([self._descriptor], [], [], 0)[0])
        except OSError:  # a pipe on a system where only sockets can be asked
            return False

    def _read(self) -> None:
        chunk = os.read(self._descriptor, CHUNK)
        self._open = bool(chunk)
        first, *others = self._decoder.decode(chunk, final=not chunk).split("\n")
        self._begun.append(first)
        for other in others:
            self._whole.append("".join(self._begun))
            self._begun = [other]
        if not self._open:
            self._whole.append("".join(self._begun))
