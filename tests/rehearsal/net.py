"""A small world of network namespaces: a town, a unit in it, and what lies beyond. Made and cut with iproute2.

exorlive appva intraphone combine world names        each on a wire of its own
             └──────┴── beyond ──┴──────┘
                           │ core
                        operator ── south            a station on the mobile network
                           │ gate
            server ────── town
                           │ line
                         north
                      east ┴ west                    two stations of one unit
"""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

SWITCHES = ("town", "operator", "beyond", "north")
WIRES: Mapping[str, str] = {  # host → the switch it hangs on
    "server": "town",
    "east": "north",
    "west": "north",
    "south": "operator",
    **dict.fromkeys(("exorlive", "appva", "intraphone", "combine", "world", "names"), "beyond"),
}
TRUNKS: Mapping[str, tuple[str, str]] = {
    "line": ("town", "north"),
    "gate": ("town", "operator"),
    "core": ("operator", "beyond"),
}
ADDRESS = {name: f"10.77.0.{number}" for number, name in enumerate(WIRES, start=1)}


class CannotBeMade(Exception):
    """This machine does not let us make network namespaces."""


@dataclass
class World:
    prefix: str = field(default_factory=lambda: f"beredd{os.getpid()}")

    def inside(self, host: str, command: Sequence[str]) -> list[str]:
        return ["ip", "netns", "exec", self.name(host), *command]

    def name(self, host: str) -> str:
        return f"{self.prefix}-{host}"

    def cut(self, wire: str) -> None:
        """Pulls the wire out of the switch; a trunk at its nearer end."""
        self._set(wire, "down")

    def mend(self, wire: str) -> None:
        self._set(wire, "up")

    def _set(self, wire: str, state: str) -> None:
        switch = TRUNKS[wire][0] if wire in TRUNKS else WIRES[wire]
        ip("-n", self.name(switch), "link", "set", wire, state)

    def build(self) -> None:
        for host in (*SWITCHES, *WIRES):
            ip("netns", "add", self.name(host))
            ip("-n", self.name(host), "link", "set", "lo", "up")
            self._resolver(host)
        for switch in SWITCHES:
            ip("-n", self.name(switch), "link", "add", "switch", "type", "bridge")
            ip("-n", self.name(switch), "link", "set", "switch", "up")
        for host, switch in WIRES.items():
            self._wire(switch, host, host, "eth0")
            ip("-n", self.name(host), "address", "add", f"{ADDRESS[host]}/24", "dev", "eth0")
            ip("-n", self.name(host), "route", "add", "default", "via", "10.77.0.254")
        for trunk, (one, other) in TRUNKS.items():
            self._wire(one, trunk, other, trunk)
            ip("-n", self.name(other), "link", "set", trunk, "master", "switch")

    def _wire(self, switch: str, wire: str, host: str, end: str) -> None:
        """From the switch, where it is called `wire`, to the host, where it is called `end`."""
        there = self.name(host)
        ip("-n", self.name(switch), "link", "add", wire, "type", "veth", "peer", "name", end, "netns", there)
        ip("-n", self.name(switch), "link", "set", wire, "master", "switch", "up")
        ip("-n", there, "link", "set", end, "up")

    def _resolver(self, host: str) -> None:
        """`ip netns exec` lays it over the machine's own."""
        folder = Path("/etc/netns") / self.name(host)
        folder.mkdir(parents=True)
        (folder / "resolv.conf").write_text(f"nameserver {ADDRESS['names']}\noptions timeout:1 attempts:1\n")

    def remove(self) -> None:
        for host in (*SWITCHES, *WIRES):
            subprocess.run(["ip", "netns", "delete", self.name(host)], capture_output=True, check=False)
            folder = Path("/etc/netns") / self.name(host)
            (folder / "resolv.conf").unlink(missing_ok=True)
            if folder.exists():
                folder.rmdir()


@contextmanager
def world() -> Iterator[World]:
    """Raises CannotBeMade."""
    if which("ip") is None:
        raise CannotBeMade("iproute2 is not here")
    made = World()
    try:
        try:
            made.build()
        except (subprocess.CalledProcessError, OSError) as fault:
            told = getattr(fault, "stderr", b"") or b""
            raise CannotBeMade(told.decode().strip() or str(fault)) from fault
        yield made
    finally:
        made.remove()


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)
