"""A server for the site on this machine alone: every request reads the list anew, so that a reload shows a change."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from readinglist.errors import ReadingListError
from readinglist.publishing import PAGE

File = Callable[[str], str | None]
"""From the name of a file of the site to its text; None where there is none."""

LOOPBACK = "127.0.0.1"
_HOSTS = {LOOPBACK, "localhost"}
_KINDS = {
    "html": "text/html",
    "atom": "application/atom+xml",
    "json": "application/json",
    "md": "text/markdown",
}


def server(file: File, port: int) -> ThreadingHTTPServer:
    """Return a server of these files on a port of the loopback, or on a free one for port 0."""

    class Handler(_Handler):
        files = staticmethod(file)

    try:
        return ThreadingHTTPServer((LOOPBACK, port), Handler)
    except (OSError, OverflowError) as error:
        raise ReadingListError(f"port {port} cannot be used: {error}; choose another with --port") from error


class _Handler(BaseHTTPRequestHandler):
    files: File

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        status, kind, text = self._answer()
        body = text.encode("utf-8", "surrogateescape")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 — the library asks for methods of these names

    def _answer(self) -> tuple[HTTPStatus, str, str]:
        # Another site can give its own name the address of this machine; then its pages would read the list.
        if self.headers.get("Host", "").partition(":")[0] not in _HOSTS:
            return HTTPStatus.FORBIDDEN, "text/plain", "this server answers to localhost alone\n"
        name = unquote(urlsplit(self.path).path).removeprefix("/") or PAGE
        try:
            text = self.files(name)
        except ReadingListError as error:
            return HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain", f"{error}\n"
        if text is None:
            return HTTPStatus.NOT_FOUND, "text/plain", f"the site has no file '{name}'\n"
        return HTTPStatus.OK, _KINDS.get(name.rpartition(".")[2], "text/plain"), text

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: who looks at their own list needs no log."""
