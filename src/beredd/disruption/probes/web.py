"""Does a web address answer? A refusal to let us in is an answer; a fault of the server's own is not."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx

from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result

OWN_FAULT = 500
_EXPIRED, _ANOTHER_NAME = (
    10,
    {62, 64},
)  # OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED, …_HOSTNAME_MISMATCH, …_IP_ADDRESS_MISMATCH


def try_web(address: str, *, timeout: timedelta, slow: timedelta) -> Tried:
    """One request, no redirect followed: what lies behind a sign-in is somebody else's."""
    try:
        with (
            httpx.Client(verify=ssl.create_default_context(), timeout=timeout.total_seconds()) as client,
            client.stream("GET", address) as response,
        ):
            ends = _certificate_ends(response)
    except httpx.HTTPError as trouble:
        return Tried.failed(_fault(trouble))
    took = response.elapsed
    if response.status_code >= OWN_FAULT:
        return Tried(Result.FAILS, Fault.ERROR, took.total_seconds(), ends)
    return Tried(Result.SLOW if took >= slow else Result.WORKS, None, took.total_seconds(), ends)


def _certificate_ends(response: httpx.Response) -> datetime | None:
    shown = response.extensions["network_stream"].get_extra_info("ssl_object")
    if shown is None:
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(shown.getpeercert()["notAfter"]), UTC)


def _fault(trouble: BaseException) -> Fault:
    for cause in _causes(trouble):
        if isinstance(cause, ssl.SSLCertVerificationError):
            if cause.verify_code == _EXPIRED:
                return Fault.CERTIFICATE_EXPIRED
            return Fault.CERTIFICATE_NAME if cause.verify_code in _ANOTHER_NAME else Fault.ERROR
        if isinstance(cause, socket.gaierror):
            return Fault.NAME
    return Fault.NO_ANSWER


def _causes(trouble: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = trouble
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
