"""The plan on paper as a page that a phone opens and prints: the same text, in a type that keeps its columns."""

from html import escape
from typing import Final

from bot.views.paper import NEW_PAGE
from bot.words import Words

_STYLE: Final = (
    "body{margin:1rem;background:#fff;color:#111}"
    "pre{font:clamp(6px,1.95vw,14px)/1.35 ui-monospace,Menlo,Consolas,'Liberation Mono',monospace;margin:0 0 2em}"
    "@media print{body{margin:0}pre{font-size:9.5pt;margin:0;break-after:page}pre:last-child{break-after:auto}}"
)
"""80 columns fit the width of a phone held upright, and a page of paper."""


def fridge_page(text: str, words: Words) -> bytes:
    """A text with its page breaks (``fridge_text``) as an HTML document that needs nothing else."""
    pages = "\n".join(f"<pre>{escape(page.strip(chr(10)))}</pre>" for page in text.split(NEW_PAGE))
    title = escape(text.partition("\n")[0])
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style>"
    )
    begin = f'<!doctype html>\n<html lang="{escape(words.language)}">'
    return f"{begin}<head>{head}</head>\n<body>\n{pages}\n</body></html>\n".encode()
