"""The log reader: from an athlete's words to what they did.

A small grammar, not a list of patterns: the message is made even (``normalise``), cut (``tokens``, with slips put
right by ``spelling``), freed of questions and wishes (``sentences``), read phrase by phrase (``scan`` with
``phrases``), phrases side by side become aches and efforts (``aches``), clauses become drafts of activities
(``clauses``, ``draft``), and drafts entries (``entries``) that are checked against what can be true (``truth``).
Symptoms are read apart from all that (``signs``), so that nothing can hide them.
"""

from coach.reader.reading import read

__all__ = ["read"]
