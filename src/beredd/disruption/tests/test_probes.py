"""Probes against real servers on this machine: each way of failing has its own name."""

import socket
from datetime import timedelta
from pathlib import Path

import dns.resolver
import pytest

from beredd.disruption.landscape_file import LandscapeFault, plan_of, read_plan
from beredd.disruption.probes.names import try_name
from beredd.disruption.probes.own_link import try_own_link
from beredd.disruption.probes.round import expiring, observations, one_round
from beredd.disruption.probes.tried import Tried
from beredd.disruption.probes.web import try_web
from beredd.disruption.rules.diagnosis import diagnose
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.observed import Fault, Link, Place, Result, Vantage
from beredd.disruption.tests.local_servers import DAY, NOW, Authority, names, web

SECOND = timedelta(seconds=1)
SHORT = timedelta(milliseconds=200)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    ours = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(ours.file))
    return ours


def tried(
    address: str, *, timeout: timedelta = 5 * SECOND, slow: timedelta = 5 * SECOND
) -> tuple[Result, Fault | None]:
    found = try_web(address, timeout=timeout, slow=slow)
    return found.result, found.fault


@pytest.mark.parametrize("status", [200, 302, 401, 404])
def test_whoever_answers_works_even_if_it_does_not_let_us_in(status: int) -> None:
    with web(status=status) as address:
        assert tried(address) == (Result.WORKS, None)


def test_a_fault_of_its_own_is_a_fault() -> None:
    with web(status=503) as address:
        assert tried(address) == (Result.FAILS, Fault.ERROR)


def test_an_answer_later_than_allowed_is_slow() -> None:
    with web() as address:
        assert tried(address, slow=timedelta(0)) == (Result.SLOW, None)


def test_nobody_there_does_not_answer() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert tried(f"http://127.0.0.1:{taken.getsockname()[1]}/") == (Result.FAILS, Fault.NO_ANSWER)


def test_whoever_takes_the_call_and_is_silent_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert tried(address, timeout=SHORT) == (Result.FAILS, Fault.NO_ANSWER)


def test_a_name_that_nobody_knows_is_a_fault_of_names() -> None:
    assert tried("http://nobody.invalid/") == (Result.FAILS, Fault.NAME)


def test_a_good_certificate_works_and_says_how_long(authority: Authority) -> None:
    with web(certificate=authority.certificate()) as address:
        found = try_web(address, timeout=5 * SECOND, slow=5 * SECOND)
    assert found.result is Result.WORKS
    assert found.certificate_ends == (NOW + 60 * DAY).replace(microsecond=0)


def test_an_expired_certificate_is_named_so(authority: Authority) -> None:
    with web(certificate=authority.certificate(ends=NOW - DAY)) as address:
        assert tried(address) == (Result.FAILS, Fault.CERTIFICATE_EXPIRED)


def test_a_certificate_of_another_is_named_so(authority: Authority) -> None:
    with web(certificate=authority.certificate(address="192.0.2.7")) as address:
        assert tried(address) == (Result.FAILS, Fault.CERTIFICATE_NAME)


def test_a_certificate_that_nobody_vouches_for_is_a_fault(tmp_path: Path) -> None:
    with web(certificate=Authority(tmp_path).certificate()) as address:
        assert tried(address) == (Result.FAILS, Fault.ERROR)


def asking(port: int) -> dns.resolver.Resolver:
    ours = dns.resolver.Resolver(configure=False)
    ours.nameservers, ours.port = ["127.0.0.1"], port
    return ours


def test_names_are_looked_up() -> None:
    with names({"radio.test"}) as port:
        said = {"timeout": SECOND, "resolver": asking(port)}
        assert try_name("radio.test", slow=SECOND, **said).result is Result.WORKS  # type: ignore[arg-type]
        assert try_name("radio.test", slow=timedelta(0), **said).result is Result.SLOW  # type: ignore[arg-type]
        assert try_name("other.test", slow=SECOND, **said) == Tried(Result.FAILS, Fault.NAME)  # type: ignore[arg-type]


def test_a_silent_name_server_does_not_answer() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        found = try_name("radio.test", timeout=SHORT, slow=SECOND, resolver=asking(silent.getsockname()[1]))
    assert found == Tried(Result.FAILS, Fault.NO_ANSWER)


def test_the_own_link_is_a_matter_of_a_route_and_sends_nothing() -> None:
    assert try_own_link().result in (Result.WORKS, Result.FAILS)


def plan(*targets: dict[str, object]) -> dict[str, object]:
    told = {"every_seconds": 60, "timeout_seconds": 5, "slow_seconds": 5, "certificate_days": 90}
    return {**told, "titles": {"exorlive": "ExorLive"}, "target": list(targets)}


def test_a_round_tries_each_target_and_the_verdict_names_the_one_that_fails(authority: Authority) -> None:
    good, old = authority.certificate(), authority.certificate(ends=NOW - DAY)
    with web() as internet, web(certificate=good) as appva, web(certificate=old) as exorlive:
        ours = plan_of(
            plan(
                {"key": "internet", "kind": "http", "addresses": ["http://nobody.invalid/", internet]},
                {"key": "appva", "kind": "http", "addresses": [appva]},
                {"key": "exorlive.app", "kind": "http", "addresses": [exorlive]},
                {"key": "launch", "kind": "told"},
            )
        )
        found = one_round(ours)
    assert found["internet"].result is found["appva"].result is Result.WORKS
    assert set(found) == {"link", "internet", "appva", "exorlive.app"}
    assert set(expiring(found, within=ours.certificate_ahead, at=NOW)) == {"appva"}
    seen = observations(
        {**found, "link": Tried(Result.WORKS)}, vantage=Vantage("server", Place.SERVER, Link.FIXED), at=NOW
    )
    (verdict,) = diagnose(seen, (), ours.landscape, (), NOW)
    assert (verdict.layer, verdict.system, verdict.cause) == (Layer.SYSTEM, "exorlive", "certificate_expired")


def test_reference_sites_whose_names_are_unknown_say_nothing_of_the_internet() -> None:
    found = one_round(plan_of(plan({"key": "internet", "kind": "http", "addresses": ["http://nobody.invalid/"]})))
    assert found["internet"].result is Result.UNKNOWN


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"every_seconds": 5}, "every_seconds is less than 20"),
        ({"target": [{"key": "a", "kind": "http"}]}, "a: addresses belong"),
        ({"target": [{"key": "a", "kind": "told", "parents": ["b"]}]}, "nothing is called b"),
        ({"target": [{"key": "a", "kind": "smoke"}]}, "smoke"),
    ],
)
def test_a_file_that_cannot_be_so_is_refused(changed: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        plan_of(plan() | changed)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "probes.toml"
    file.write_text("every_seconds = ")
    with pytest.raises(LandscapeFault) as fault:
        read_plan(file)
    assert "probes.toml" in str(fault.value.params["what"])
