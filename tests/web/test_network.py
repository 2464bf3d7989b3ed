"""What goes wrong before a word of HTTP is spoken: names, addresses, TLS, proxies; and what must not leak."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import responses

from readinglist.web.client import Client, Manners
from readinglist.web.guard import is_public
from readinglist.web.messages import Answer, Outcome, Question, Silence, Trouble
from readinglist.web.pacing import Pace, Pacer
from tests.support.certificates import Authority
from tests.support.server import Server, Visit, serving

NAMES = {
    "site.test": ["127.0.0.1"],
    "other.test": ["127.0.0.1"],
    "xn--bcher-kva.test": ["127.0.0.1"],
    "under_score.test": ["127.0.0.1"],
    "site.one.test": ["127.0.0.1"],
    "site.two.one.test": ["127.0.0.1"],
    "six.test": ["::1"],
    "both.test": ["::1", "127.0.0.1"],
    "public.test": ["93.184.216.34"],
    "mapped.test": ["::ffff:127.0.0.1"],
    "metadata.test": ["169.254.169.254"],
    "empty.test": [],
}


def look_up(name: str) -> Sequence[str]:
    if name in NAMES:
        return NAMES[name]
    raise socket.gaierror(socket.EAI_AGAIN if name.startswith("ill") else socket.EAI_NONAME, "no")


def client(
    *, guarded: bool = False, seconds: float = 2, look_up: Callable[[str], Sequence[str]] = look_up, **manners: object
) -> Client:
    usual = Manners(seconds=seconds, allow_private=not guarded, **{"proxies": {}, **manners})  # type: ignore[arg-type]
    made = Client(usual, Pacer(Pace(9, 0)), look_up=look_up)
    CLIENTS.append(made)
    return made


CLIENTS: list[Client] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    while CLIENTS:
        CLIENTS.pop().close()


def trouble(outcome: Outcome) -> Trouble:
    assert isinstance(outcome, Silence), outcome
    return outcome.trouble


def status(outcome: Outcome) -> int:
    assert isinstance(outcome, Answer), outcome
    return outcome.status


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(lambda visit: visit.answer(200)) as made:
        yield made


BAD_ADDRESSES = {
    "http://127.0.0.1:99999/": Trouble.BAD_ADDRESS,
    "http://127.0.0.1:x/": Trouble.BAD_ADDRESS,
    "http://127.0.0.1:0/": Trouble.BAD_ADDRESS,
    "http://127.0.0.1:65536/": Trouble.BAD_ADDRESS,
    "http://127.0.0.1:-1/": Trouble.BAD_ADDRESS,
    f"http://127.0.0.1:{'9' * 5000}/": Trouble.BAD_ADDRESS,
    "http://user:secret@/": Trouble.BAD_ADDRESS,
    "http://[::1": Trouble.BAD_ADDRESS,
    "http://nobody.test\\@127.0.0.1/": Trouble.NO_SUCH_HOST,
    "http://nobody.test#@127.0.0.1/": Trouble.NO_SUCH_HOST,
    "http://nobody.test?@127.0.0.1/": Trouble.NO_SUCH_HOST,
    "http://[bad/": Trouble.BAD_ADDRESS,
    "http://a..b/": Trouble.BAD_ADDRESS,
    f"http://{'a' * 70}.test/": Trouble.BAD_ADDRESS,
    f"http://{'a.' * 130}test/": Trouble.BAD_ADDRESS,
    "http://": Trouble.BAD_ADDRESS,
    "http:///path": Trouble.BAD_ADDRESS,
    "no scheme": Trouble.BAD_ADDRESS,
    "": Trouble.BAD_ADDRESS,
    "http://exa mple.test/": Trouble.BAD_ADDRESS,
    "http://ex<>ample.test/": Trouble.BAD_ADDRESS,
    "http://\ud800.test/": Trouble.BAD_ADDRESS,
    "http://☃☃\u200d.test/": Trouble.BAD_ADDRESS,
    "javascript:alert(1)": Trouble.BAD_SCHEME,
    "file:///etc/passwd": Trouble.BAD_SCHEME,
    "http://xn--zzzzzzz99999.test/": Trouble.NO_SUCH_HOST,
    "http://nobody.test/": Trouble.NO_SUCH_HOST,
    "http://empty.test/": Trouble.NO_SUCH_HOST,
    "http://nobody.invalid/": Trouble.NO_SUCH_HOST,
    "http://ill.test/": Trouble.DNS,
    "http://127.0.0.1:1/": Trouble.REFUSED,
}


@pytest.mark.parametrize("url", BAD_ADDRESSES)
def test_addresses_that_lead_nowhere(url: str) -> None:
    assert trouble(client().ask(Question(url))) is BAD_ADDRESSES[url]


@pytest.mark.parametrize(
    "path",
    [
        "/%zz",
        "/%",
        "/a b",
        "/ä",
        "/[x]{y}|z",
        "/a\tb",
        "?query",
        "/a?b=c&d=%20#e",
        "/'\"<>",
        "/\udcff",
        "/" + "a" * 10_000,
        "\\a\\b",
        "/\0",
    ],
)
def test_odd_paths_are_asked_all_the_same(path: str, server: Server) -> None:
    assert status(client().ask(Question(server.url + path))) == 200


@pytest.mark.parametrize(
    "host",
    [
        "site.test",
        "SITE.test",
        "site.test.",
        "bücher.test",
        "BÜCHER.test",
        "%73ite.test",
        "under_score.test",
        "nobody.test@site.test",
        "a@b@site.test",
        "ｓｉｔｅ.test",
    ],
)
def test_hosts_are_known_in_every_spelling(host: str, server: Server) -> None:
    assert status(client().ask(Question(f"http://{host}:{server.port}/"))) == 200


def test_an_address_may_say_who_asks(server: Server) -> None:
    assert status(client().ask(Question(f"http://user:secret@site.test:{server.port}/"))) == 200
    assert server.heard[0].headers["authorization"] == "Basic dXNlcjpzZWNyZXQ="
    assert server.heard[0].headers["host"] == f"site.test:{server.port}"


def test_a_host_may_have_version_6_alone() -> None:
    with serving(lambda visit: visit.answer(200), "::1") as six:
        assert status(client().ask(Question(f"http://six.test:{six.port}/"))) == 200
        assert status(client().ask(Question(f"http://[::1]:{six.port}/"))) == 200


def test_the_next_address_is_tried_where_the_first_is_silent(server: Server) -> None:
    assert status(client().ask(Question(f"http://both.test:{server.port}/"))) == 200


def test_a_look_up_that_hangs_ends_with_the_deadline() -> None:
    stuck = threading.Event()

    def slowly(_: str) -> Sequence[str]:
        stuck.wait(10)
        return []

    began = time.monotonic()
    assert trouble(client(seconds=0.4, look_up=slowly).ask(Question("http://slow.test/"))) is Trouble.DNS
    assert time.monotonic() - began < 0.9
    stuck.set()


def test_a_name_is_looked_up_once(server: Server) -> None:
    asked: list[str] = []

    def noting(name: str) -> Sequence[str]:
        asked.append(name)
        return ["127.0.0.1"]

    curious = client(look_up=noting)
    for number in range(3):
        curious.ask(Question(f"http://site.test:{server.port}/{number}"))
    assert asked == ["site.test"]


# ── the guard ──


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0", "localhost", "[::1]", "[::ffff:127.0.0.1]", "mapped.test",
     "site.test", "metadata.test", "10.0.0.1", "192.168.1.1", "100.64.0.1", "[fe80::1]", "[fc00::1]",
     "[64:ff9b::7f00:1]", "0177.0.0.1", "0x7f000001", "127.0.0.1.", "%31%32%37.0.0.1", "１２７.０.０.１",
     "[::]", "[::ffff:7f00:1]", "93.184.216.34@127.0.0.1"],
)  # fmt: skip
def test_the_guard_refuses_every_spelling_of_a_private_address(host: str, server: Server) -> None:
    guarded = client(guarded=True, look_up=lambda name: NAMES.get(name) or system(name))
    assert trouble(guarded.ask(Question(f"http://{host}:{server.port}/"))) is Trouble.PRIVATE
    assert not server.connections


def system(name: str) -> Sequence[str]:
    return [str(each[4][0]) for each in socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)]


@pytest.mark.parametrize(
    "address",
    ["224.0.0.1", "255.255.255.255", "0.0.0.0", "192.0.0.192", "192.88.99.1", "::", "::127.0.0.1", "64:ff9b::1",
     "2002:7f00:1::", "fec0::1", "ff02::1", "fe80::1%eth0", "2001:db8::1", "198.18.0.1", "203.0.113.1", "nonsense"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


def test_the_guard_holds_at_every_hop(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda visit: visit.answer(302, "Location: http://metadata.test/latest")) as server:
        monkeypatch.setattr("readinglist.web.transport.is_public", lambda address: address == "127.0.0.1")
        outcome = client(guarded=True).ask(Question(f"http://site.test:{server.port}/"))
    assert trouble(outcome) is Trouble.PRIVATE
    assert isinstance(outcome, Silence)
    assert [hop.status for hop in outcome.chain] == [302]


def test_a_name_server_that_changes_its_mind_changes_nothing(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["127.0.0.9"], ["127.0.0.1"], ["127.0.0.1"]])
    monkeypatch.setattr("readinglist.web.transport.is_public", lambda address: address == "127.0.0.9")
    rebound = client(guarded=True, seconds=0.5, look_up=lambda _: next(answers))
    assert trouble(rebound.ask(Question(f"http://site.test:{server.port}/"))) is Trouble.REFUSED
    assert not server.connections


# ── TLS ──


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def over_tls(context: ssl.SSLContext, authority: Authority, host: str = "127.0.0.1") -> Outcome:
    with serving(lambda visit: visit.answer(200), tls=context) as server:
        return client(tls=authority.client()).ask(Question(f"https://{host}:{server.port}/"))


def test_a_good_certificate(authority: Authority) -> None:
    assert status(over_tls(authority.server("good"), authority)) == 200


def test_the_certificate_is_checked_against_the_name_not_the_address(authority: Authority) -> None:
    context = authority.server("named", "DNS:site.test")
    assert status(over_tls(context, authority, "site.test")) == 200
    assert trouble(over_tls(context, authority, "other.test")) is Trouble.TLS_WRONG_HOST
    assert trouble(over_tls(context, authority)) is Trouble.TLS_WRONG_HOST


def test_a_certificate_for_all_names_of_a_domain(authority: Authority) -> None:
    context = authority.server("wide", "DNS:*.test,DNS:*.one.test")
    assert status(over_tls(context, authority, "site.one.test")) == 200
    assert trouble(over_tls(context, authority, "site.two.one.test")) is Trouble.TLS_WRONG_HOST


def test_a_server_that_does_not_know_the_name(authority: Authority) -> None:
    context = authority.server("choosy", "DNS:site.test")
    context.sni_callback = lambda *_: ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    assert trouble(over_tls(context, authority, "site.test")) is Trouble.TLS_BROKEN


def test_a_server_that_wants_to_know_who_we_are(authority: Authority) -> None:
    context = authority.server("doubtful")
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(authority.folder / "ca.pem")
    assert trouble(over_tls(context, authority)) in {Trouble.TLS_BROKEN, Trouble.RESET}


def test_an_expired_certificate(authority: Authority) -> None:
    assert trouble(over_tls(authority.server("old", days=-1), authority)) is Trouble.TLS_EXPIRED


def test_a_certificate_that_signs_itself(authority: Authority) -> None:
    assert trouble(over_tls(authority.server("self", signed=False), authority)) is Trouble.TLS_UNTRUSTED


def test_an_old_protocol(authority: Authority) -> None:
    context = authority.server("ancient")
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        context.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.warns(DeprecationWarning):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    assert trouble(over_tls(context, authority)) is Trouble.TLS_BROKEN


def test_plain_text_where_tls_is_expected(server: Server, authority: Authority) -> None:
    outcome = client(tls=authority.client(), seconds=0.6).ask(Question(f"https://127.0.0.1:{server.port}/"))
    assert trouble(outcome) in {Trouble.TLS_BROKEN, Trouble.TIMEOUT}


def test_a_handshake_that_is_never_finished(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        assert trouble(client(tls=authority.client(), seconds=0.4).ask(Question(url))) is Trouble.TIMEOUT
    assert time.monotonic() - began < 0.9


def test_one_handshake_serves_many_questions(authority: Authority) -> None:
    with serving(lambda visit: visit.answer(200), tls=authority.server("many")) as server:
        asker = client(tls=authority.client())
        for number in range(5):
            assert status(asker.ask(Question(f"{server.url}/{number}", "HEAD" if number % 2 else "GET"))) == 200
        assert server.connections == 1


# ── connections that were used before ──


def test_a_server_that_promises_to_stay_and_leaves_each_time() -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200, "Connection: keep-alive")
        visit.close()

    with serving(behave) as server:
        asker = client()
        assert [status(asker.ask(Question(f"{server.url}/{number}"))) for number in range(5)] == [200] * 5
        assert len(server.heard) == 5


@pytest.mark.parametrize("pause", [0, 0.05])
def test_an_answer_that_nobody_asked_for_is_not_the_answer_to_the_next_question(pause: float) -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200)
        visit.pause(pause)
        visit.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    with serving(behave) as server:
        asker = client()
        for number in range(3):
            assert status(asker.ask(Question(f"{server.url}/{number}"))) == 200
            time.sleep(2 * pause)


def test_a_host_that_is_done_with_is_left() -> None:
    left = threading.Event()

    def behave(visit: Visit) -> None:
        visit.answer(200)
        visit.connection.settimeout(2)
        if not visit.connection.recv(1):
            left.set()

    with serving(behave) as server:
        asker = client()
        assert status(asker.ask(Question(f"{server.url}/"))) == 200
        asker.done_with(f"127.0.0.1:{server.port}")
        assert left.wait(2)


# ── what must not leak ──


def secretive(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, host: str) -> Client:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return client(headers={host: {"Authorization": "Bearer ${TOKEN}", "X-Api-Key": "${KEY}", "X-Open": "yes"}})


def test_credentials_go_to_their_host_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda visit: visit.answer(200)) as stranger:

        def lead_away(visit: Visit) -> None:
            visit.answer(302, f"Location: http://127.0.0.2:{other.port}/", "Set-Cookie: session=1")

        with serving(lead_away) as home, serving(lambda visit: visit.answer(200), "127.0.0.2") as other:
            asker = secretive({"TOKEN": "s3cret", "KEY": "k3y"}, monkeypatch, f"127.0.0.1:{home.port}")
            asker.ask(Question(f"{home.url}/", headers={"X-Mine": "private", "Accept": "text/x"}))
            asker.ask(Question(f"{stranger.url}/"))
    assert home.heard[0].headers["authorization"] == "Bearer s3cret"
    assert home.heard[0].headers["x-api-key"] == "k3y"
    assert home.heard[0].headers["x-open"] == "yes"
    for heard in (*other.heard, *stranger.heard):
        assert not {"authorization", "x-api-key", "x-open", "x-mine", "cookie"} & {*heard.headers}
    assert other.heard[0].headers["accept"] == "text/x"


@responses.activate
def test_what_a_question_adds_is_not_told_in_the_clear() -> None:
    responses.get("https://api.example/", status=301, headers={"Location": "http://api.example/open"})
    responses.get("http://api.example/open", status=301, headers={"Location": "https://api.example/end"})
    responses.get("https://api.example/end")
    assert status(client().ask(Question("https://api.example/", headers={"Authorization": "Bearer x"}))) == 200
    assert ["Authorization" in call.request.headers for call in responses.calls] == [True, False, True]


def test_a_header_whose_variable_is_missing_is_left_out(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEY", raising=False)
    asker = secretive({"TOKEN": "s3cret"}, monkeypatch, f"127.0.0.1:{server.port}")
    asker.ask(Question(f"{server.url}/"))
    assert "x-api-key" not in server.heard[0].headers


def test_secrets_do_not_travel_in_the_clear(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    asker = secretive({"TOKEN": "s3cret"}, monkeypatch, f"site.test:{server.port}")
    asker.ask(Question(f"http://site.test:{server.port}/"))
    assert "authorization" not in server.heard[0].headers


def test_secrets_are_in_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda visit: visit.answer(302, "Location: foo://s3cret/")) as server:
        asker = secretive({"TOKEN": "s3cret"}, monkeypatch, f"127.0.0.1:{server.port}")
        outcome = asker.ask(Question(f"{server.url}/"))
    assert isinstance(outcome, Silence)
    assert "s3cret" not in outcome.detail
    assert "***" in outcome.detail


def test_no_netrc_and_no_header_from_elsewhere(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password s3cret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    client().ask(Question(f"{server.url}/"))
    assert {*server.heard[0].headers} == {"host", "user-agent", "accept", "accept-encoding"}


# ── proxies, recorded answers ──


def test_a_proxy_is_used_where_the_user_has_set_one() -> None:
    with serving(lambda visit: visit.answer(203)) as proxy:
        asker = client(guarded=True, proxies={"http": f"http://me:pw@127.0.0.1:{proxy.port}"})
        assert status(asker.ask(Question("http://nobody.test/page"))) == 203
    assert proxy.heard[0].path == "http://nobody.test/page"
    assert proxy.heard[0].headers["proxy-authorization"] == "Basic bWU6cHc="


def test_a_proxy_that_refuses_is_told_apart() -> None:
    with serving(lambda visit: visit.answer(403)) as proxy:
        asker = client(guarded=True, proxies={"https": f"127.0.0.1:{proxy.port}"})
        outcome = asker.ask(Question("https://nobody.test/page"))
    assert isinstance(outcome, Silence)
    assert outcome.detail == "the proxy answered 403"
    assert proxy.heard[0].path == "nobody.test:443"


@responses.activate
def test_responses_can_stand_in_for_the_network() -> None:
    responses.get("https://example.org/old", status=301, headers={"Location": "/new"})
    responses.get("https://example.org/new", body="here it is")
    outcome = Client(look_up=look_up).ask(Question("https://example.org/old", body_limit=100))
    assert isinstance(outcome, Answer)
    assert (outcome.url, outcome.body) == ("https://example.org/new", b"here it is")
    assert trouble(Client(look_up=look_up).ask(Question("https://example.org/unknown"))) is Trouble.REFUSED
