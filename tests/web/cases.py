"""Servers that do their worst: for each case how the server behaves, and the verdict that is right."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate

from tests.support.server import Behaviour, Visit


@dataclass(frozen=True)
class Case:
    """A behaviour, and what is to be made of it: `gone not-found`."""

    behave: Behaviour
    verdict: str
    fragment: str = ""
    slow: bool = False


CASES: dict[str, Case] = {}


def case(verdict: str, *, fragment: str = "", slow: bool = False) -> Callable[[Behaviour], Behaviour]:
    def add(behave: Behaviour) -> Behaviour:
        CASES[behave.__name__.strip("_").replace("_", "-")] = Case(behave, verdict, fragment, slow)
        return behave

    return add


def answers(name: str, verdict: str, status: int, *headers: str, body: bytes = b"here") -> None:
    CASES[name] = Case(lambda visit: visit.answer(status, *headers, body=body), verdict)


OK, UNREACHABLE = "ok answered", "unreachable"
CLOUDFLARE = "Server: cloudflare"
for status, verdict in {
    200: OK, 204: OK, 206: OK, 300: OK, 304: OK, 400: "unknown odd-status", 401: "blocked login-needed",
    402: "blocked forbidden", 403: "blocked forbidden", 404: "gone not-found", 405: "unknown odd-status",
    406: "unknown odd-status", 407: "blocked login-needed", 408: "unreachable timeout", 410: "gone not-found",
    418: "unknown odd-status", 425: "unreachable server-error", 429: "blocked rate-limited", 451: "blocked legal",
    500: "unreachable server-error", 501: "unreachable server-error", 502: "unreachable server-error",
    503: "unreachable server-error", 520: "unreachable server-error", 600: "unreachable odd-status",
    999: "blocked bot-wall",
}.items():  # fmt: skip
    answers(f"status-{status}", verdict, status)
answers("wall-405", "blocked bot-wall", 405, CLOUDFLARE)
answers("wall-418", "blocked bot-wall", 418, "x-datadome: protected")
answers("wall-520", "blocked bot-wall", 520, CLOUDFLARE)
answers("wall-by-title", "blocked bot-wall", 503, body=b"<title>Just a moment...</title>")
answers("forbidden-by-cloudflare", "blocked forbidden", 403, "cf-mitigated: challenge")
for number, form in enumerate(
    ("120", "86400", "-5", "garbage", "nan", "1e400", "Fri, 31 Dec 2099 23:59:59 GMT", "99999999999999999999", "0",
     formatdate(0, usegmt=True), "Fri, 99 Foo 2099 99:99:99 GMT")
):  # fmt: skip
    answers(f"retry-after-{number}", "blocked rate-limited", 429, f"Retry-After: {form}")


def lies(name: str, head: Behaviour) -> None:
    def behave(visit: Visit) -> None:
        head(visit) if visit.heard.method == "HEAD" else visit.answer(200)

    CASES[name] = Case(behave, OK)


for status in (400, 403, 404, 405, 410, 500, 501, 503):
    lies(f"head-lies-{status}", lambda visit, status=status: visit.answer(status))  # type: ignore[misc]
lies("head-hangs", Visit.hang)
lies("head-is-reset", Visit.reset)
lies("head-is-closed", Visit.close)


def says_what(visit: Visit) -> None:
    visit.send(b"what?\r\n\r\n")
    visit.close()


def says_too_much(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody")


lies("head-is-no-http", says_what)
lies("head-has-a-body", says_too_much)


def drip(visit: Visit, data: bytes, pause: float = 0.1) -> None:
    for byte in data * 100:
        if not visit.send(bytes([byte])) or not visit.pause(pause):
            return


@case("unreachable timeout", slow=True)
def drips_status(visit: Visit) -> None:
    drip(visit, b"HTTP/1.1 200 OK and so on and so on")


@case("unreachable timeout", slow=True)
def drips_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\n")
    drip(visit, b"X-Header: value\r\n")


@case(OK, fragment="here", slow=True)
def drips_body(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\nContent-Type: text/html\r\n\r\n")
    drip(visit, b"<p>and so on")


@case("unreachable timeout", slow=True)
def is_silent(visit: Visit) -> None:
    visit.hang()


@case("unreachable timeout", slow=True)
def redirects_slowly(visit: Visit) -> None:
    visit.pause(0.25)
    visit.answer(302, f"Location: ?{len(visit.heard.path)}{'x' * len(visit.heard.path)}")


@case(OK, fragment="here")
def endless_body(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while visit.send(b"<p>and so on</p>" * 4096):
        pass


@case("gone not-found")
def endless_body_of_an_error(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 404 Not Found\r\n\r\n")
    while visit.heard.method == "GET" and visit.send(b"not here " * 4096):
        pass
    visit.close()


@case(OK, fragment="here")
def endless_chunks(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n")
    while visit.send(b"1000\r\n" + b"x" * 4096 + b"\r\n"):
        pass


@case(OK, fragment="here", slow=True)
def endless_chunk_extension(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n4;")
    while visit.send(b"x" * 4096):
        pass


@case(OK, fragment="here")
def gzip_bomb(visit: Visit) -> None:
    packer = zlib.compressobj(9, wbits=31)
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    while visit.heard.method == "GET" and visit.send(packer.compress(b"\0" * 1_000_000)):
        pass
    visit.close()


@case(OK, fragment="here")
def gzip_lie(visit: Visit) -> None:
    visit.answer(200, "Content-Encoding: gzip", "Content-Type: text/html", body=b"<p id=there>no gzip at all")


@case(OK, fragment="here")
def gzip_page(visit: Visit) -> None:
    visit.answer(200, "Content-Encoding: gzip", "Content-Type: text/html", body=gzip.compress(b"<p id=here>"))


@case("ok fragment-missing", fragment="there")
def gzip_page_without_the_section(visit: Visit) -> None:
    visit.answer(200, "Content-Encoding: gzip", "Content-Type: text/html", body=gzip.compress(b"<p id=here>"))


@case("unreachable not-http")
def headers_of_1_mb(visit: Visit) -> None:
    visit.answer(200, *(f"X-{number}: {'x' * 1000}" for number in range(1000)))


@case("unreachable not-http")
def header_line_of_1_mb(visit: Visit) -> None:
    visit.answer(200, "X-Long: " + "x" * 1_000_000)


@case("unreachable not-http")
def endless_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\n")
    while visit.send(b"X-Header: value\r\n" * 256):
        pass


@case("unreachable not-http")
def endless_status_line(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 ")
    while visit.send(b"O" * 4096):
        pass


@case(OK)
def ten_thousand_headers(visit: Visit) -> None:
    visit.answer(200, *(f"X-{number}: {number}" for number in range(10_000)))


@case(OK)
def three_hundred_headers(visit: Visit) -> None:
    visit.answer(200, *(f"X-{number}: {number}" for number in range(300)))


@case("unreachable not-http")
def invalid_status_line(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 fine thank you\r\n\r\n")
    visit.close()


@case("unreachable not-http")
def status_of_two_digits(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 20 OK\r\n\r\n")
    visit.close()


@case("unreachable not-http")
def status_zero(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 000 None\r\n\r\n")
    visit.close()


@case("unreachable not-http")
def http_0_9(visit: Visit) -> None:
    visit.send(b"<html><title>a page without a head</title>")
    visit.close()


@case("unreachable not-http")
def another_protocol(visit: Visit) -> None:
    visit.send(b"SSH-2.0-OpenSSH_9.2\r\n")
    visit.close()


@case("unreachable reset")
def closes_at_once(visit: Visit) -> None:
    visit.close()


@case("unreachable reset")
def resets_at_once(visit: Visit) -> None:
    visit.reset()


@case("unreachable reset")
def closes_in_the_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-")
    visit.close()


@case("unreachable reset")
def resets_in_the_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-")
    visit.pause(0.05)
    visit.reset()


@case(OK, fragment="here")
def resets_in_the_body(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Type: text/html\r\n\r\n<p>")
    visit.pause(0.05)
    visit.reset()


@case(OK, fragment="here")
def body_shorter_than_promised(visit: Visit) -> None:
    visit.answer(200, "Content-Length: 1000", "Content-Type: text/html", body=b"<p>")
    visit.close()


@case(OK, fragment="here")
def body_longer_than_promised(visit: Visit) -> None:
    visit.answer(
        200, "Content-Length: 11", "Content-Type: text/html", body=b"<p id=here>HTTP/1.1 404 Not Found\r\n\r\n"
    )


@case(OK)
def negative_length(visit: Visit) -> None:
    visit.answer(200, "Content-Length: -1")
    visit.close()


@case(OK)
def conflicting_lengths(visit: Visit) -> None:
    visit.answer(200, "Content-Length: 4", "Content-Length: 400")
    visit.close()


@case(OK, fragment="here")
def chunk_without_length(visit: Visit) -> None:
    visit.answer(200, "Transfer-Encoding: chunked", "Content-Type: text/html", body=b"what\r\nis this")
    visit.close()


@case(OK)
def folded_header(visit: Visit) -> None:
    visit.answer(200, "X-Folded: one\r\n two")


@case(OK)
def header_without_colon(visit: Visit) -> None:
    visit.answer(200, "no colon in here", ": no name")


@case(OK)
def header_with_utf_8_name(visit: Visit) -> None:
    visit.send("HTTP/1.1 200 OK\r\nÜberschrift: ja\r\nContent-Length: 0\r\n\r\n".encode())


@case(OK)
def bad_cookie(visit: Visit) -> None:
    visit.answer(200, "Set-Cookie: =;=;\x01\x02==;;", "Set-Cookie: \xff\xfe")


@case(OK)
def only_line_feeds(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\nContent-Length: 0\n\n")


@case(OK)
def blank_lines_first(visit: Visit) -> None:
    visit.send(b"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


@case(OK)
def http_1_0(visit: Visit) -> None:
    visit.send(b"HTTP/1.0 200 OK\r\n\r\n")
    visit.close()


@case(OK)
def status_without_reason(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n")


@case(OK)
def early_hints(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


@case(OK)
def continue_first(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


@case("unreachable not-http")
def storm_of_interim_answers(visit: Visit) -> None:
    while visit.send(b"HTTP/1.1 102 Processing\r\n\r\n" * 100):
        pass


@case("unreachable timeout", slow=True)
def drizzle_of_interim_answers(visit: Visit) -> None:
    while visit.send(b"HTTP/1.1 102 Processing\r\n\r\n") and visit.pause(0.1):
        pass


@case("unreachable odd-status")
def switches_protocols(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n")


PAGE = b"<p id=here>here it is</p>"


def packed(name: str, verdict: str, encoding: str, body: bytes, fragment: str = "here") -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200, f"Content-Encoding: {encoding}", "Content-Type: text/html", body=body)

    CASES[name] = Case(behave, verdict, fragment)


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


packed("packed-by-brotli", OK, "br", b"\x0b\x02\x80<p id=there>\x03")
packed("packed-by-zstd", OK, "zstd", b"\x28\xb5\x2f\xfd\x04\x00")
packed("packed-twice", OK, "gzip, gzip", gzip.compress(gzip.compress(PAGE)))
packed("packed-by-deflate", OK, "deflate", zlib.compress(PAGE))
packed("packed-by-bare-deflate", OK, "deflate", raw_deflate(PAGE))
packed("packed-without-the-section", "ok fragment-missing", "deflate", raw_deflate(PAGE), "there")
packed("packed-in-two-parts", OK, "gzip", gzip.compress(b"<p>one</p>") + gzip.compress(PAGE))
packed("packed-with-refuse-behind", OK, "gzip", gzip.compress(PAGE) + b"refuse")
packed("packed-by-nothing", "ok fragment-missing", "identity", PAGE, "there")


def encoded(name: str, charset: str, fragment: str, said: str = "") -> None:
    body = "<meta charset=x><p id='größe'>".encode(charset)

    def behave(visit: Visit) -> None:
        visit.answer(200, f"Content-Type: text/html; charset={said or charset}", body=body)

    CASES[name] = Case(behave, OK, fragment)


encoded("page-in-utf-16", "utf-16", "gr%C3%B6%C3%9Fe")
encoded("page-in-latin-1", "latin-1", "gr%C3%B6%C3%9Fe")
encoded("page-and-address-in-latin-1", "latin-1", "gr%F6%DFe")
encoded("page-in-utf-8-said-to-be-latin-1", "utf-8", "gr%C3%B6%C3%9Fe", said="latin-1")


@case("unreachable not-http")
def answers_in_http_2(visit: Visit) -> None:
    visit.send(b"\x00\x00\x06\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00d\x00\x00\x08\x07\x00\x00\x00\x00\x00")
    visit.close()


@case("unreachable not-http")
def answers_in_tls(visit: Visit) -> None:
    visit.send(b"\x15\x03\x01\x00\x02\x02\x46")
    visit.close()


@case("unreachable not-http")
def status_of_four_digits(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 1000 Too many\r\nContent-Length: 0\r\n\r\n")
    visit.close()


@case(OK)
def reason_in_latin_1(visit: Visit) -> None:
    visit.send("HTTP/1.1 200 Schön\r\nContent-Length: 0\r\n\r\n".encode("latin-1"))


@case(OK)
def reason_of_60_kb(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 " + b"fine " * 12_000 + b"\r\nContent-Length: 0\r\n\r\n")


@case(OK, fragment="here")
def blanks_before_the_colon(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type : text/html\r\nX Y: z\r\nContent-Length : 25\r\n\r\n" + PAGE)


@case(OK)
def nul_in_a_header(visit: Visit) -> None:
    visit.answer(200, "X-Nul: a\0b", "X-\0: c", "X-Return: a\rb")


@case("ok fragment-missing", fragment="there")
def length_twice_in_one_line(visit: Visit) -> None:
    visit.answer(200, "Content-Type: text/html", f"Content-Length: {len(PAGE)}, {len(PAGE)}", body=PAGE)


@case(OK, fragment="here")
def length_and_chunks(visit: Visit) -> None:
    chunks = b"3\r\n<p>\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    visit.answer(200, "Content-Type: text/html", "Content-Length: 3", "Transfer-Encoding: chunked", body=chunks)


@case(OK, fragment="here")
def endless_trailers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n3\r\n<p>\r\n0\r\n")
    while visit.send(b"X-Trailer: value\r\n" * 256):
        pass


@case(OK, fragment="here")
def endless_chunks_of_one_byte(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n")
    while visit.send(b"1\r\nx\r\n" * 512):
        pass


@case(OK, fragment="here")
def chunk_of_an_exabyte(visit: Visit) -> None:
    visit.answer(
        200, "Content-Type: text/html", "Transfer-Encoding: chunked", body=b"FFFFFFFFFFFFFFF\r\n<p>that is all"
    )
    visit.close()


@case(OK, fragment="here")
def chunk_of_negative_length(visit: Visit) -> None:
    visit.answer(200, "Content-Type: text/html", "Transfer-Encoding: chunked", body=b"-1\r\n<p>\r\n0\r\n\r\n")


@case("unreachable timeout", slow=True)
def continue_and_nothing_more(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 100 Continue\r\n\r\n")
    visit.hang()


@case("unreachable reset")
def early_hints_and_nothing_more(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    visit.close()


@case("ok fragment-missing", fragment="there")
def half_closed(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)
    visit.connection.shutdown(socket.SHUT_WR)
    visit.pause(0.3)
    visit.close()


@case(OK)
def promises_to_stay_and_leaves(visit: Visit) -> None:
    if "seen=yes" in visit.heard.headers.get("cookie", ""):
        visit.answer(200, "Connection: keep-alive")
    else:
        visit.answer(302, f"Location: {visit.heard.path}", "Set-Cookie: seen=yes", "Connection: keep-alive")
    visit.close()


@case("ok answered")
def leads_nowhere_by_meta(visit: Visit) -> None:
    visit.answer(200, "Content-Type: text/html", body=b"<meta http-equiv=refresh content='0; url=http://[bad'>")


def leads(name: str, verdict: str, location: str, status: int = 302) -> None:
    """Redirect to a place; /target is there."""

    def behave(visit: Visit) -> None:
        where = location.replace("{host}", visit.heard.headers["host"])
        visit.answer(200) if "target" in visit.heard.path else visit.answer(status, f"Location: {where}")

    CASES[name] = Case(behave, verdict)


BAD, LOOP = "unreachable bad-redirect", "unreachable redirect-loop"
leads("leads-to-itself", LOOP, "")
leads("leads-relative", "redirected redirected", "target")
leads("leads-permanently", "moved moved", "/target", 301)
leads("leads-permanently-by-308", "moved moved", "/target", 308)
leads("leads-by-307", "redirected redirected", "/target", 307)
leads("leads-to-latin-1", "redirected redirected", "/target/\xe4")
leads("leads-to-utf-8", "redirected redirected", "/target/Ã¤")
leads("leads-to-spaces", "redirected redirected", "/target/a b")
leads("leads-to-bad-bracket", BAD, "http://[bad")
leads("leads-to-file", BAD, "file:///etc/passwd")
leads("leads-to-script", BAD, "javascript:alert(1)")
leads("leads-to-ftp", BAD, "ftp://127.0.0.1/x")
leads("leads-to-big-port", BAD, "http://127.0.0.1:99999/target")
leads("leads-to-empty-label", BAD, "http://a..b/target")
leads("leads-to-long-label", BAD, f"http://{'a' * 70}.test/target")
leads("leads-to-a-fragment", LOOP, "#target")
leads("leads-over-backslashes", "redirected redirected", "\\\\{host}\\target")
leads("leads-over-a-scheme-and-backslashes", "redirected redirected", "http:\\\\{host}\\target?a\\b")
leads("leads-to-a-name-like-a-user", "redirected redirected", "http://nowhere.invalid@{host}/target")
leads("leads-to-two-users", "redirected redirected", "http://a@b@{host}/target")
leads("leads-to-a-user-behind-a-backslash", "gone no-such-host", "http://nowhere.invalid\\@{host}/target")
leads("leads-to-nul", "redirected redirected", "/target\0")
leads("leads-to-60-kb", "redirected redirected", "/target" + "x" * 60_000)
leads("leads-to-port-0", BAD, "http://127.0.0.1:0/target")
leads("leads-to-port-65536", BAD, "http://127.0.0.1:65536/target")
leads("leads-to-nowhere", "gone no-such-host", "http://nowhere.invalid/target")
leads("leads-to-silence", "unreachable refused", "http://127.0.0.1:1/target")


@case(LOOP)
def leads_in_a_circle(visit: Visit) -> None:
    visit.answer(302, "Location: ?b" if visit.heard.path.endswith("?a") else "Location: ?a")


@case(LOOP)
def chain_of_fifty(visit: Visit) -> None:
    number = int(visit.heard.path.partition("?")[2] or 0)
    visit.answer(200) if number == 50 else visit.answer(301, f"Location: ?{number + 1}")


@case("moved moved")
def chain_of_nine(visit: Visit) -> None:
    number = int(visit.heard.path.partition("?")[2] or 0)
    visit.answer(200) if number == 9 else visit.answer(301, f"Location: ?{number + 1}")


@case(BAD)
def leads_without_location(visit: Visit) -> None:
    visit.answer(302)


@case(OK)
def wants_a_cookie(visit: Visit) -> None:
    if "seen=yes" in visit.heard.headers.get("cookie", ""):
        visit.answer(200)
    else:
        visit.answer(302, f"Location: {visit.heard.path}", "Set-Cookie: seen=yes; Path=/; HttpOnly")


@case(LOOP)
def never_has_enough_cookies(visit: Visit) -> None:
    visit.answer(302, f"Location: {visit.heard.path}", f"Set-Cookie: n{len(visit.heard.headers.get('cookie', ''))}=1")


@case("redirected redirected")
def sets_cookies_of_200_kb(visit: Visit) -> None:
    visit.answer(302, "Location: target", *(f"Set-Cookie: n{number}={'x' * 4000}" for number in range(50)))


def behave(visit: Visit) -> None:
    """Behave as the first part of the path says."""
    name = visit.heard.path.split("/")[1].partition("?")[0]
    if "target" in visit.heard.path:
        visit.answer(200)
    else:
        CASES[name].behave(visit)
