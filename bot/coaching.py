"""The coach's own routes: every command and button that is real, in the order of the menu."""

from bot.cases.hear import hear
from bot.cases.prompts import prompt
from bot.handlers.daily import DAILY_COMMANDS, DAILY_TAPS
from bot.routes import Routes

ROUTES = Routes(commands=DAILY_COMMANDS, taps=DAILY_TAPS, hear=hear, prompt=prompt)
"""Everything the coach can do."""
