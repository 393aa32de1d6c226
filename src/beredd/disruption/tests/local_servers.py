"""Real servers on this machine for the probes to try: web, TLS with certificates of every kind, names."""

import ipaddress
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from beredd import clock

NOW = clock.now()  # TLS goes by the clock of the machine
DAY = timedelta(days=1)


class Authority:
    """Signs certificates; `file` is what must be trusted."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key = folder, ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test")])
        basic = x509.BasicConstraints(ca=True, path_length=None)
        ours = self._builder(self.name, self.key.public_key(), NOW - 90 * DAY, NOW + 90 * DAY)
        signed = ours.add_extension(basic, critical=True).sign(self.key, hashes.SHA256())
        self.file = folder / "authority.pem"
        self.file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))

    def certificate(self, *, address: str = "127.0.0.1", ends: datetime = NOW + 60 * DAY) -> Path:
        """Certificate and key in one file, for one address."""
        key = ec.generate_private_key(ec.SECP256R1())
        named = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
        builder = self._builder(subject, key.public_key(), NOW - 80 * DAY, ends).add_extension(named, critical=False)
        file = self.folder / f"{address}-{ends.timestamp()}.pem"
        file.write_bytes(
            builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return file

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, starts: datetime, ends: datetime
    ) -> x509.CertificateBuilder:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key)
        return builder.serial_number(x509.random_serial_number()).not_valid_before(starts).not_valid_after(ends)


@contextmanager
def web(*, status: int = 200, certificate: Path | None = None) -> Iterator[str]:
    """A web server that answers everything with `status`; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    server = _QuietServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    with _running(server):
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_address[1]}/"


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that turns away from a bad certificate is what is tested."""


@contextmanager
def names(known: set[str]) -> Iterator[int]:
    """A name server that knows some names and denies the rest; yields its port."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            content, socket = self.request
            asked = dns.message.from_wire(content)
            answer = dns.message.make_response(asked)
            name = asked.question[0].name
            if name.to_text(omit_final_dot=True) in known:
                answer.answer.append(dns.rrset.from_text(name, 60, "IN", "A", "127.0.0.1"))
            else:
                answer.set_rcode(dns.rcode.NXDOMAIN)
            socket.sendto(answer.to_wire(), self.client_address)

    server = socketserver.ThreadingUDPServer(("127.0.0.1", 0), Handler)
    with _running(server):
        yield server.server_address[1]


@contextmanager
def _running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
