"""Making the writing even before it is read: one kind of quote, dash, fraction and space, emoji as words."""

import re
import unicodedata

LONGEST = 4000
"""Characters that are read; Telegram's longest message has 4,096."""

_EMOJI = {
    "🏃": " run ", "🚶": " walk ", "🥾": " hike ", "🚴": " bike ", "🚲": " bike ", "🏊": " swim ", "🏋": " gym ",
    "🧘": " yoga ", "🤕": " hurt ", "🤒": " im sick ", "🤧": " a cold ", "🤢": " sick ", "🤮": " sick ",
    "😴": " sleep ", "💤": " sleep ", "🛌": " sleep ",
    "❤": " hr ", "💓": " hr ", "⏱": " time ", "📏": " distance ", "📍": " distance ", "💯": "",
}  # fmt: skip
_MARKS = {
    "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3",
    "’": "'", "‘": "'", "`": "'", "´": "'", "′": "'", "ʼ": "'", "“": '"', "”": '"', "″": '"', "„": '"',
    "–": "-", "—": " - ", "−": "-", "‐": "-", "‑": "-", "⁄": "/", "∕": "/", "×": "x", "✕": "x", "✖": "x", "⨯": "x",
    "·": " . ", "•": " \n ", "│": " | ", "…": " . ", "↑": " elevation ", "⬆": " elevation ", "\t": " ", "\r": "\n",
    "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
}  # fmt: skip
_TABLE = str.maketrans(_MARKS | _EMOJI)
_DROPPED = {"Cf", "Me", "Cc", "Cs", "Co", "Cn", "So", "Sk"}
_VARIANTS = range(0xFE00, 0xFE10)
_LETTER_O = re.compile(r"(?<=[0-9.:,])O(?![A-Za-z])")
"""A capital O typed for a nought."""
_HESITATION = re.compile(
    r"\s*hm\b(?!\s*[:@(-]?\s*(?:\d|in\b|race\b|done\b|today\b|yesterday\b|this\b|last\b|pb\b|pr\b))",
    re.IGNORECASE,
)
"""*Hm* at the start of a message is a half marathon only where the words after it tell of one."""
_MEAN = re.compile(r"(?<![^\W\d_])[Øø](?![^\W\d_])")
"""The sign that watches set before a mean."""
_THUMBS = frozenset("✅✔☑🏁")
"""Pictures that say *done* where they are the whole message."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b[a-z][\w.+-]*@[a-z][\w-]*(?:\.[a-z][\w-]*)+"
    r"|\b[a-z][\w-]*(?:\.[a-z][\w-]*)*\.(?:com|org|net|link|app|io|de|co|be|uk|fr|me)/\S*",
    re.IGNORECASE,
)
"""An address of a page or a mailbox: the figures in it are nobody's."""


def normalise(text: str) -> str:
    """``text`` in compatible characters, without emoji and invisible signs, at most ``LONGEST`` characters long."""
    text = text[:LONGEST]
    text = (_LETTER_O.sub("0", text) if "O" in text else text).strip()
    if "://" in text or ("." in text and ("/" in text or "@" in text or "www" in text)):
        text = _ADDRESS.sub(" ", text)
    if hesitation := _HESITATION.match(text):
        text = text[hesitation.end() :]
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text.replace("''", '"').replace("`", "'") if "'" in text or "`" in text else text
    if _THUMBS.issuperset(sign for sign in text if _is_seen(sign)):
        return "done"
    text = _MEAN.sub(" avg ", text)
    text = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").translate(_TABLE)).translate(_TABLE)
    text = "".join(map(_keep, text))[: 2 * LONGEST]
    return text.replace("''", '"')


def _keep(character: str) -> str:
    """The character, a blank for a picture, nothing for what is not seen."""
    if character < "\x7f":
        return character
    category = unicodedata.category(character)
    if category not in _DROPPED and ord(character) not in _VARIANTS:
        return character
    return " " if category == "So" else ""


def _is_seen(character: str) -> bool:
    """Whether a character is neither blank nor a sign that only changes the one before (a skin tone)."""
    return not character.isspace() and ord(character) not in _VARIANTS and unicodedata.category(character) != "Sk"
