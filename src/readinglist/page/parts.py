"""The fixed parts of the page, and the folder that may hold others in their places."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from pathlib import Path

from readinglist.templates import template_text


def part(name: str, folder: str) -> str:
    """Return a fixed part: the file of that name in the folder of templates, else our own."""
    own = Path(folder) / name
    if not folder or not own.exists():
        return (files("readinglist.page") / "assets" / name).read_text("utf-8")
    return template_text(own)


def style(folder: str) -> str:
    """Return the style sheet, and behind it the theme of the folder of templates."""
    theme = Path(folder) / "theme.css" if folder else None
    return small(part("page.css", folder)) + (small(template_text(theme)) if theme and theme.exists() else "")


def script(folder: str) -> str:
    """Return the script."""
    return small(part("page.js", folder))


def small(text: str) -> str:
    """Return a style sheet or a script without its comments, where they have lines of their own, and without indents.

    Nothing within a line is touched, so neither needs to be understood.
    """
    without = re.sub(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//.*)[ \t]*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\s*\n\s*", "\n", without).strip()


def policy(css: str, code: str) -> str:
    """Return the policy under which a browser runs this script and this style sheet, asks nobody, and does no more."""
    return (
        f"default-src 'none'; script-src {_hash(code)}; style-src {_hash(css)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
