"""A server on many loopback addresses for `link_speed.py`: `python link_server.py PORT LATENCY_MS HOSTS [CERT_FOLDER]`.

Answers every request with 200 and a short page, over HTTP or, given certificates, over HTTPS with one of its own
for each address. A line on stdin makes it write what it counted to stdout: requests, connections, handshakes.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from pathlib import Path
from typing import Any

BODY = b"<!doctype html><title>a page</title><p id=here>here it is"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\nServer: bench\r\n\r\n" % len(BODY)
COUNTS = {"requests": 0, "connections": 0}


class Speaker(asyncio.Protocol):
    """Answers as fast as Python can."""

    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.rest = b""
        self.transport: Any = None

    def connection_made(self, transport: Any) -> None:
        """Count it."""
        COUNTS["connections"] += 1
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every whole request."""
        *requests, self.rest = (self.rest + data).split(b"\r\n\r\n")
        for request in requests:
            COUNTS["requests"] += 1
            answer = HEAD if request.startswith(b"HEAD") else HEAD + BODY
            if self.latency:
                asyncio.get_running_loop().call_later(self.latency, self.transport.write, answer)
            else:
                self.transport.write(answer)


async def serve(port: int, latency: float, hosts: int, certificates: Path | None) -> None:
    """Listen on 127.0.0.2 and the following addresses until stdin ends."""
    loop = asyncio.get_running_loop()
    for number in range(2, hosts + 2):
        context = None
        if certificates:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificates / f"{number}.pem", certificates / "leaf.key")
            context.num_tickets = 0
        await loop.create_server(lambda: Speaker(latency), f"127.0.0.{number}", port, ssl=context, backlog=1024)
    print("ready", flush=True)
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(COUNTS), flush=True)


if __name__ == "__main__":
    folder = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2]) / 1000, int(sys.argv[3]), folder))
