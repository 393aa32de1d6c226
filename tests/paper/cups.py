"""A real CUPS of our own: its own files, its own socket, a printer whose paper is a file."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

CUPSD = shutil.which("cupsd") or "/usr/sbin/cupsd"
LPADMIN = shutil.which("lpadmin") or "/usr/sbin/lpadmin"
PRINTER = "Kontoret"


def is_there() -> bool:
    """It changes users, so it takes an administrator to start."""
    return Path(CUPSD).exists() and Path(LPADMIN).exists() and os.geteuid() == 0


@dataclass
class Cups:
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def socket(self) -> Path:
        return self.folder / "sock"

    @property
    def paper(self) -> Path:
        """What has come out of the printer."""
        return self.folder / "out" / "paper"

    def start(self) -> None:
        for name in ("out", "spool", "cache", "state", "root", "log"):
            (self.folder / name).mkdir(exist_ok=True)
            (self.folder / name).chmod(0o777)
        (self.folder / "cupsd.conf").write_text(
            f"Listen {self.socket}\nBrowsing No\nDefaultAuthType None\nPreserveJobHistory Yes\n"
            "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
        )
        (self.folder / "cups-files.conf").write_text(
            f"ServerBin {self._programs()}\nServerRoot {self.folder}/root\nRequestRoot {self.folder}/spool\n"
            f"CacheDir {self.folder}/cache\nStateDir {self.folder}/state\n"
            f"AccessLog {self.folder}/log/access\nErrorLog {self.folder}/log/error\nPageLog {self.folder}/log/page\n"
        )
        command = [CUPSD, "-f", "-c", str(self.folder / "cupsd.conf"), "-s", str(self.folder / "cups-files.conf")]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _programs(self) -> Path:
        """CUPS's own, and beside its ways to printers one to a file."""
        programs = self.folder / "programs"
        shutil.copytree("/usr/lib/cups", programs, symlinks=True)
        way = programs / "backend" / "paper"
        way.write_text('#!/bin/sh\n[ $# -eq 0 ] || cat ${6:+"$6"} >> "${DEVICE_URI#paper:}"\n')
        way.chmod(0o700)
        return programs

    def answers(self) -> bool:
        return self.socket.exists() and self.said("lpstat", "-r").startswith("scheduler is running")

    def add_printer(self) -> None:
        self.paper.touch()
        self.paper.chmod(0o666)
        self.said(LPADMIN, "-p", PRINTER, "-E", "-v", f"paper:{self.paper}", "-m", "raw")

    def page_log(self) -> list[str]:
        """A line for each job that has come out, with its title last."""
        return (self.folder / "log" / "page").read_text().splitlines()

    def said(self, *command: str) -> str:
        return subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True).stdout

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C"}

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.process = None
