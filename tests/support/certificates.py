"""Certificates for loopback, good and bad, made with the openssl command."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from readinglist.web.transport import tls_context


class Authority:
    """An authority of our own; what it signs is trusted by `client`."""

    def __init__(self, folder: Path) -> None:
        if not shutil.which("openssl"):
            pytest.skip("needs the openssl command")
        self.folder = folder
        self._key("ca")
        self._openssl("req", "-x509", "-new", "-key", "ca.key", "-out", "ca.pem", "-subj", "/CN=test", "-days", "9")

    def client(self) -> ssl.SSLContext:
        """Return a context that trusts this authority and no other."""
        context: ssl.SSLContext = tls_context(str(self.folder / "ca.pem"))
        return context

    def server(
        self, name: str, for_whom: str = "IP:127.0.0.1", days: int = 9, *, signed: bool = True
    ) -> ssl.SSLContext:
        """Return a context with a certificate for a name or address; negative days have passed."""
        self._key(name)
        self._openssl("req", "-new", "-key", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}")
        (self.folder / "ext").write_text(f"subjectAltName={for_whom}\n")
        signer = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"] if signed else ["-signkey", f"{name}.key"]
        self._openssl(
            "x509", "-req", "-in", f"{name}.csr", *signer, "-out", f"{name}.pem", "-days", str(days), "-extfile", "ext"
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        return context

    def _key(self, name: str) -> None:
        self._openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", f"{name}.key")

    def _openssl(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)
