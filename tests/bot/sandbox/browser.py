"""A browser that looks at the chat page, and what a person does with it."""

import asyncio
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

NEEDED = ("chromium", "chromedriver")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Answers as soon as the condition holds: at once, or when the page next changes.
WAIT = """
const [condition, argument, done] = arguments;
const holds = new Function('argument', 'return ' + condition);
if (holds(argument)) { done(true); return; }
const watch = new MutationObserver(() => { if (holds(argument)) { watch.disconnect(); done(true); } });
watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
"""
SAYS = "document.querySelector(argument[0])?.innerText.includes(argument[1])"


def open_browser(width: int, height: int) -> webdriver.Chrome:
    """A headless Chromium with a screen of this many pixels; skips the test, or on CI fails it, where there is none."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        reason = f"the chat page needs {' and '.join(missing)} on the path"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in (*QUIET, f"--user-data-dir={tempfile.mkdtemp()}", "--window-size=1200,900"):
        options.add_argument(argument)
    metrics = {"width": width, "height": height, "pixelRatio": 1}
    options.add_experimental_option("mobileEmulation", {"deviceMetrics": metrics})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    browser.set_script_timeout(10)
    return browser


@dataclass(frozen=True)
class Page:
    """The chat page in a browser; every step runs beside the event loop, so that the server can answer."""

    browser: webdriver.Chrome

    async def opens(self, url: str) -> None:
        """Load the page and wait until it is ready."""
        await asyncio.to_thread(self.browser.get, "about:blank")
        await asyncio.to_thread(self.browser.get, url)
        await self.waits("document.body.dataset.ready")

    async def waits(self, condition: str, argument: object = None) -> None:
        """Wait until a condition holds on the page."""
        await asyncio.to_thread(self.browser.execute_async_script, WAIT, condition, argument)

    async def sees(self, text: str, where: str = "#messages") -> None:
        """Wait until a text stands somewhere on the page."""
        await self.waits(SAYS, [where, text])

    async def asks(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 — whatever the script returns
        """The value of an expression on the page."""
        return await asyncio.to_thread(self.browser.execute_script, f"return {script}", *arguments)

    async def clicks(self, selector: str, place: int = 0) -> None:
        """Click on one of the elements that fit."""
        found = await asyncio.to_thread(self.browser.find_elements, "css selector", selector)
        await asyncio.to_thread(found[place].click)

    async def types(self, text: str, selector: str = "#text") -> None:
        """Type into a field."""
        field = await asyncio.to_thread(self.browser.find_element, "css selector", selector)
        await asyncio.to_thread(field.send_keys, text)

    async def chooses_file(self, path: Path) -> None:
        """Choose a file to send."""
        field = await asyncio.to_thread(self.browser.find_element, "css selector", "#file")
        await asyncio.to_thread(field.send_keys, str(path))

    async def complaints(self) -> list[str]:
        """What the browser's console holds: errors and refused content."""
        return [str(entry["message"]) for entry in await asyncio.to_thread(self.browser.get_log, "browser")]
