"""Where every sentence lives: gettext catalogues, one file a theme, read when a language is first needed.

A catalogue is ``bot/locale/<language>/LC_MESSAGES/*.po``. The ids are symbolic (``why.easy_run.base.1``), so a
text can be rewritten without touching code, and a missing one is an error, not a silent fallback.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

LOCALES = Path(__file__).parent.parent / "locale"


class MissingWords(LookupError):
    """A key that the catalogue does not hold: a defect that the tests find."""


class Catalogue:
    """The sentences of one language, by key."""

    def __init__(self, language: str, translations: gettext.GNUTranslations) -> None:
        self.language = language
        self._translations = translations

    def template(self, key: str, n: int | None = None) -> str:
        """The sentence for ``key`` with its placeholders still in it; ``n`` chooses the plural form.

        Raises:
            MissingWords: the catalogue has no such key.
        """
        found = self._translations.gettext(key) if n is None else self._plural(key, n)
        if found == key:
            raise MissingWords(key)
        return found

    def _plural(self, key: str, n: int) -> str:
        found = self._translations.ngettext(key, f"{key}#", n)
        return self._translations.gettext(key) if found in {key, f"{key}#"} else found

    def __contains__(self, key: str) -> bool:
        return self._translations.gettext(key) != key or self._plural(key, 1) != key


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(folder.parent.name for folder in LOCALES.glob("*/LC_MESSAGES"))


@cache
def catalogue_for(language: str) -> Catalogue:
    """The catalogue of a language tag such as ``en`` or ``de-AT``; English where there is none.

    A plural entry has ``msgid "key"`` and ``msgid_plural "key#"``.
    """
    base = language.partition("-")[0].lower()
    folder = LOCALES / base / "LC_MESSAGES"
    if not folder.is_dir():
        return catalogue_for("en")
    return Catalogue(base, _read(folder))


def _read(folder: Path) -> gettext.GNUTranslations:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    whole = Catalog(locale=folder.parent.name)
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    whole.add(message.id, message.string)
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
