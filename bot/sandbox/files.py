"""Files of both sides: kept in memory, known by their id, read by the bot through ``getFile``."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.sandbox.calls import Upload
from bot.sandbox.images import size_of
from bot.sandbox.refusals import Json

FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}


@dataclass(frozen=True)
class StoredFile:
    """One file."""

    id: str
    kind: str
    path: str
    upload: Upload

    @property
    def unique_id(self) -> str:
        """The same for the same content."""
        return hashlib.sha256(self.upload.content).hexdigest()[:15]

    def _identity(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.upload.content)}

    def as_file(self) -> Json:
        """The answer to ``getFile``."""
        return self._identity() | {"file_path": self.path}

    def as_document(self) -> Json:
        """A ``Document``."""
        return self._identity() | {"file_name": self.upload.name, "mime_type": self.upload.mime_type}

    def as_photo(self) -> list[Json]:
        """The sizes of a photo: here always one."""
        width, height = size_of(self.upload.content) or (0, 0)
        return [self._identity() | {"width": width, "height": height}]

    def as_voice(self) -> Json:
        """A ``Voice``."""
        return self._identity() | {"duration": 3, "mime_type": self.upload.mime_type}

    def as_sticker(self, emoji: str) -> Json:
        """A ``Sticker``."""
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._identity() | shape | {"emoji": emoji}


class Files:
    """Every file of the sandbox."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Store a file and name it."""
        number = len(self._by_id) + 1
        suffix = PurePosixPath(upload.name).suffix or (".jpg" if kind == "photo" else "")
        path = f"{FOLDERS[kind]}/file_{number}{suffix}"
        digest = hashlib.sha256(path.encode() + upload.content[:1000]).hexdigest()
        stored = StoredFile(f"AgAC{digest[:40]}{number}", kind, path, upload)
        self._by_id[stored.id] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file that ``getFile`` said lies at this path."""
        return next((stored for stored in self._by_id.values() if stored.path == path), None)
