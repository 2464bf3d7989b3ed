"""How much a link check costs, beside its peers in the same run: CPU seconds first, wall seconds second.

    python benchmarks/link_speed.py [--runs 3] [--peers FOLDER] [https|http|latency|many|again]...

Everything stays on loopback: a server of ours on 127.0.0.2 and following. Peers are used where FOLDER/bin (a venv:
lychee, linkchecker, sphinx-build, python with aiohttp) or FOLDER/node_modules/.bin (linkinator) has them; the others
are named as skipped. Start-up (the same program on one link) is subtracted from CPU, and peak memory is told.
All ask for headers alone, as `check` does every day; what it costs when it reads every page too, as on the first day
and once a week, is a line of its own, and no peer does that.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PORT = random.randrange(20_000, 30_000)
AIOHTTP = """
import asyncio, ssl, sys, aiohttp
async def main(urls, bundle, limit):
    context = ssl.create_default_context(cafile=bundle) if bundle else True
    gate, bad = asyncio.Semaphore(limit), 0
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=limit, ssl=context)) as session:
        async def ask(url):
            nonlocal bad
            async with gate, session.head(url) as answer:
                bad += answer.status != 200
        await asyncio.gather(*map(ask, urls))
    print(len(urls), bad)
asyncio.run(main(open(sys.argv[1]).read().split(), sys.argv[2] if sys.argv[2] != "-" else None, int(sys.argv[3])))
"""


@dataclass(frozen=True)
class World:
    """Links to check, and what a client has to know about them."""

    urls: tuple[str, ...]
    bundle: Path | None
    at_once: int


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    cpu: float
    wall: float
    peak_mb: float
    connections: int
    requests: int


Command = Callable[[Path, World], list[str]]


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", type=Path, default=None)
    parser.add_argument("what", nargs="*", default=["https", "http", "latency", "many", "again"])
    asked = parser.parse_args()
    for what in asked.what:
        SCENES[what](asked.runs, peers_in(asked.peers))


def https(runs: int, peers: dict[str, Command]) -> None:
    """1,000 links over 199 hosts, each with a certificate of its own."""
    with tempfile.TemporaryDirectory() as folder:
        certificates = Path(folder)
        certificates.chmod(0o755)
        bundle = make_certificates(certificates, 199)
        compare("HTTPS, 1,000 links, 199 hosts", "https", 1000, 0, runs, peers, bundle, certificates)


def http(runs: int, peers: dict[str, Command]) -> None:
    """5,000 links over 199 hosts."""
    compare("HTTP, 5,000 links, 199 hosts", "http", 5000, 0, runs, peers)


def latency(runs: int, peers: dict[str, Command]) -> None:
    """5,000 links with 100 ms of latency, 200 at once: 2.5 s at least."""
    quick = {name: peer for name, peer in peers.items() if name in {"aiohttp", "lychee"}}
    compare("HTTP, 5,000 links, 100 ms latency, 200 at once (floor 2.5 s)", "http", 5000, 100, runs, quick, at_once=200)


def many(runs: int, _: dict[str, Command]) -> None:
    """100,000 links against 10,000: linear, and in little memory."""
    small = compare("HTTP, 10,000 links", "http", 10_000, 0, runs, {})
    large = compare("HTTP, 100,000 links", "http", 100_000, 0, 1, {})
    print(f"  100,000 against 10,000: {large / small:.1f} x (at most 12)\n")


def again(runs: int, _: dict[str, Command]) -> None:
    """A second check of 5,000 entries with nothing expired, against loading them, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        lines = [f"- id: entry{n}\n  title: Title {n}\n  URL: https://host{n % 199}.example/{n}\n" for n in range(5000)]
        Path(folder, "catalog.yaml").write_text("references:\n" + "".join(lines))
        Path(folder, "readinglist.toml").write_text('[check]\nmax-age = "4w"\n')
        today = time.strftime("%Y-%m-%d")
        records = [
            {"url": f"https://host{n % 199}.example/{n}", "verdict": "ok", "reason": "answered", "checked": today,
             "first_seen": today, "last_ok": today, "status": 200}
            for n in range(5000)
        ]  # fmt: skip
        text = "".join(
            json.dumps(each, separators=(",", ":")) + "\n" for each in sorted(records, key=lambda r: r["url"])
        )
        Path(folder, "ledger.jsonl").write_text(text)
        ours = [sys.executable, "-m", "readinglist"]
        commands = {"lint": [*ours, "lint", "--select", "duplicate-id"], "check": [*ours, "check"]}
        took: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(max(5, runs)):
            for name, words in commands.items():
                took[name].append(run(words, Path(folder), {}, None).cpu)
        told = Path(folder, "out.txt").read_text()
    assert told.endswith("5000 links: 5000 ok\n"), told  # all from memory; nothing of .example could be reached
    print("Second check of 5,000 links, nothing expired, against loading the catalog for a rule that finds nothing")
    ratio = statistics.median(after / before for before, after in zip(took["lint"], took["check"], strict=True))
    print(f"  lint {spread(took['lint'])} s, check {spread(took['check'])} s: {ratio:.2f} x (at most 1.5)\n")


SCENES: dict[str, Callable[[int, dict[str, Command]], None]] = {
    "https": https, "http": http, "latency": latency, "many": many, "again": again,
}  # fmt: skip


def compare(
    title: str, scheme: str, links: int, latency_ms: int, runs: int, peers: dict[str, Command],
    bundle: Path | None = None, certificates: Path | None = None, at_once: int = 64,
) -> float:  # fmt: skip
    """Print what each client costs; return our own CPU seconds."""
    addresses = [f"{scheme}://127.0.0.{2 + n % 199}:{PORT}/page/{n}" for n in range(links)]
    random.Random(1).shuffle(addresses)
    print(title)
    costs: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as folder, server(latency_ms, certificates) as count:
        Path(folder).chmod(0o755)  # LinkChecker gives up root's rights before it reads
        for name, command in {**OURS, **peers}.items():
            few = World(tuple(addresses[:1]), bundle, at_once)
            all_ = World(tuple(addresses), bundle, at_once)
            repeats = runs if name not in {"LinkChecker", "Sphinx"} else 1
            start = min(measured(name, command, Path(folder), few, count).cpu for _ in range(min(repeats, 3)))
            for _ in range(repeats):
                cost = measured(name, command, Path(folder), all_, count)
                net = Cost(cost.cpu - start, cost.wall, cost.peak_mb, cost.connections, cost.requests)
                costs.setdefault(name, []).append(net)
    own = min(cost.cpu for cost in costs["readinglist"])
    for name, each in costs.items():
        cpu, wall = [cost.cpu for cost in each], [cost.wall for cost in each]
        print(
            f"  {name:15} CPU {spread(cpu)} s, ours is {own / min(cpu):6.3f} x; wall {spread(wall)} s; "
            f"peak {max(cost.peak_mb for cost in each):.0f} MB; {each[0].connections} connections, "
            f"{each[0].requests} requests"
        )
    missing = sorted({"aiohttp", "lychee", "linkinator", "Sphinx", "LinkChecker"} - {*costs})
    print(f"  not run: {', '.join(missing) or 'none'}\n")
    return own


def measured(name: str, command: Command, folder: Path, world: World, count: Callable[[], dict[str, int]]) -> Cost:
    """Return what a client costs in a fresh folder."""
    shutil.rmtree(place := folder / "run", ignore_errors=True)
    place.mkdir()
    before = count()
    cost = run(command(place, world), place, environment(world.bundle), world)
    after = count()
    asked = after["requests"] - before["requests"]
    if asked < len(world.urls):
        print(f"  ! {name} asked {asked} of {len(world.urls)} links")
    return Cost(cost.cpu, cost.wall, cost.peak_mb, after["connections"] - before["connections"], asked)


def run(words: list[str], folder: Path, variables: dict[str, str], _: World | None) -> Cost:
    """Run a program and return what it took, its children included."""
    began = time.monotonic()
    with Path(folder, "out.txt").open("wb") as out:
        process = subprocess.Popen(words, cwd=folder, env={**os.environ, **variables}, stdout=out, stderr=out)
        _, _, used = os.wait4(process.pid, 0)
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024, 0, 0)


def environment(bundle: Path | None) -> dict[str, str]:
    """Return the variables that make each client trust our certificates, and go through no proxy.

    Bytecode may be written, whatever the caller forbids: what is installed has it, only a checkout would lack ours.
    """
    names = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "READINGLIST_CA_BUNDLE") if bundle else ()
    plain = {"no_proxy": "*", "NO_PROXY": "*", "PYTHONDONTWRITEBYTECODE": ""}
    return {**{name: str(bundle) for name in names}, **plain}


def readinglist(look: str) -> Command:
    """Ourselves: the whole command with ledger and report."""

    def command(folder: Path, world: World) -> list[str]:
        Path(folder, "readinglist.toml").write_text(
            f'[check]\ninterval = 0\nallow-private = true\nworkers = {world.at_once}\nlook = "{look}"\n'
        )
        return [sys.executable, "-m", "readinglist", "check", "--files", str(listed(folder, world))]

    return command


OURS = {"readinglist": readinglist("never"), "… reading pages": readinglist("7d")}


def aiohttp(python: Path) -> Command:
    """The bare loop that everybody compares with."""

    def command(folder: Path, world: World) -> list[str]:
        Path(folder, "urls.txt").write_text("\n".join(world.urls))
        return [str(python), "-c", AIOHTTP, "urls.txt", str(world.bundle or "-"), str(world.at_once)]

    return command


def lychee(program: Path) -> Command:
    """With its limits off."""

    def command(folder: Path, world: World) -> list[str]:
        limits = [
            "--max-concurrency",
            str(world.at_once),
            "--host-concurrency",
            "1000",
            "--host-request-interval",
            "0ms",
        ]
        return [str(program), "--no-progress", "-X", "head", *limits, str(listed(folder, world))]

    return command


def linkinator(program: Path) -> Command:
    """Over a page of links, which it serves to itself."""

    def command(folder: Path, world: World) -> list[str]:
        page(folder, world)
        return [str(program), "index.html", "--concurrency", str(world.at_once), "--silent"]

    return command


def sphinx(program: Path) -> Command:
    """Its linkcheck builder."""

    def command(folder: Path, world: World) -> list[str]:
        Path(folder, "conf.py").write_text(
            f"linkcheck_workers = 5\ntls_cacerts = {str(world.bundle)!r}\n" if world.bundle else ""
        )
        links = "\n".join(f"* `link {number} <{url}>`__" for number, url in enumerate(world.urls))
        Path(folder, "index.rst").write_text(f"links\n=====\n\n{links}\n")
        return [str(program), "-q", "-b", "linkcheck", ".", "_build"]

    return command


def linkchecker(program: Path) -> Command:
    """With many threads and no limit for a host."""

    def command(folder: Path, world: World) -> list[str]:
        verify = f"sslverify={world.bundle}\n" if world.bundle else ""
        Path(folder, "rc").write_text(f"[checking]\nthreads=64\nmaxrequestspersecond=5000\n{verify}")
        page(folder, world)
        return [str(program), "-f", "rc", "--check-extern", "-r", "1", "--no-status", "index.html"]

    return command


PEERS: dict[str, tuple[str, Callable[[Path], Command]]] = {
    "aiohttp": ("bin/python", aiohttp),
    "lychee": ("bin/lychee", lychee),
    "linkinator": ("node_modules/.bin/linkinator", linkinator),
    "Sphinx": ("bin/sphinx-build", sphinx),
    "LinkChecker": ("bin/linkchecker", linkchecker),
}


def peers_in(folder: Path | None) -> dict[str, Command]:
    """Return the peers that are there."""
    found = {name: (folder / path, make) for name, (path, make) in PEERS.items()} if folder else {}
    return {name: make(path.absolute()) for name, (path, make) in found.items() if path.exists()}


def listed(folder: Path, world: World) -> Path:
    """Write the links as a Markdown list."""
    file = folder / "list.md"
    file.write_text("".join(f"* [page {number}]({url})\n" for number, url in enumerate(world.urls)))
    return file


def page(folder: Path, world: World) -> None:
    """Write the links as a page."""
    links = "".join(f"<p><a href='{url}'>page {number}</a>\n" for number, url in enumerate(world.urls))
    Path(folder, "index.html").write_text(f"<!doctype html><title>links</title>{links}")


@contextmanager
def server(latency_ms: int, certificates: Path | None) -> Iterator[Callable[[], dict[str, int]]]:
    """Run the server; gives what asks it for its counts."""
    words = [sys.executable, str(HERE / "link_server.py"), str(PORT), str(latency_ms), "199"]
    words += [str(certificates)] if certificates else []
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    stdin, stdout = process.stdin, process.stdout
    stdout.readline()

    def count() -> dict[str, int]:
        stdin.write("\n")
        stdin.flush()
        counts: dict[str, int] = json.loads(stdout.readline())
        return counts

    try:
        yield count
    finally:
        process.kill()
        process.wait()


def make_certificates(folder: Path, hosts: int) -> Path:
    """Make an authority and a certificate for each address; return a bundle as large as a real one."""

    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=folder)

    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=bench", "-days", "9")
    openssl("req", *curve, "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=leaf")
    for number in range(2, hosts + 2):
        (folder / "ext").write_text(f"subjectAltName=IP:127.0.0.{number}\n")
        openssl("x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-out", f"{number}.pem", "-days", "9", "-extfile", "ext")  # fmt: skip
    import certifi

    bundle = folder / "bundle.pem"
    bundle.write_text((folder / "ca.pem").read_text() + Path(certifi.where()).read_text())
    return bundle


def spread(numbers: list[float]) -> str:
    """Return the least of some numbers, and how far they lie apart."""
    if len(numbers) == 1:
        return f"{numbers[0]:.2f}"
    return f"{min(numbers):.2f} (median {statistics.median(numbers):.2f}, most {max(numbers):.2f})"


def raise_limits() -> Any:
    """Allow as many open files as the system lets us."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    raise_limits()
    main()
