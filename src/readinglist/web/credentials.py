"""Headers for one host, some of them secret: from the environment, to that host alone, into no output."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from readinglist.web.address import Address

_VARIABLE = re.compile(r"\$\{(\w+)\}")


class Credentials:
    """What each host is told besides the question.

    A value may hold `${NAME}`, which stands for a variable of the environment; a header whose variable is not set
    is left out. Such a header travels encrypted, or to this very machine, or not at all.
    """

    def __init__(self, by_host: Mapping[str, Mapping[str, str]], environment: Mapping[str, str] | None = None) -> None:
        environment = os.environ if environment is None else environment
        self._open: dict[str, dict[str, str]] = {}
        self._secret: dict[str, dict[str, str]] = {}
        self._secrets: set[str] = set()
        for host, headers in by_host.items():
            for name, template in headers.items():
                self._remember(host, name, template, environment)

    def _remember(self, host: str, name: str, template: str, environment: Mapping[str, str]) -> None:
        variables = _VARIABLE.findall(template)
        if not all(environment.get(each) for each in variables):
            return
        value = _VARIABLE.sub(lambda found: environment[found[1]].strip(), template)
        if re.search(r"[\r\n\0]", name + value):
            return
        (self._secret if variables else self._open).setdefault(host, {})[name] = value
        self._secrets.update(environment[each].strip() for each in variables)

    def headers(self, address: Address) -> dict[str, str]:
        """Return the headers that this host, and no other, is sent."""
        if not self._open and not self._secret:
            return {}
        private = self._secret.get(address.lane, {}) if _safe(address) else {}
        return {**self._open.get(address.lane, {}), **private}

    def hidden(self, text: str) -> str:
        """Return a text without any secret of ours in it, should a server have sent one back."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, "***")
        return text

    def redacted(self, text: str) -> str:
        """Return a text without any secret, ours or of an address, in it."""
        return without_password(self.hidden(text))


def without_password(text: str) -> str:
    """Return a text whose addresses say no longer who asks."""
    return re.sub(r"(?<=://)[^/?#@\s]*@", "***@", text) if "@" in text else text


def _safe(address: Address) -> bool:
    return address.scheme == "https" or address.host.startswith("127.") or address.host in {"localhost", "::1"}
