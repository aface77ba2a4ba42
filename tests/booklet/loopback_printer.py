"""A real IPP printer on the loopback interface: ippeveprinter with a private message bus."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.booklet.ipp import Printer

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""

_COMMAND = """#!/bin/sh
env > "{folder}/job.env"
case "$(cat "{folder}/mode")" in
  slow) exec sleep 4 ;;
  empty) echo "STATE: +media-empty-error" >&2; exec sleep 4 ;;
  jam) echo "STATE: +media-jam-error" >&2; exit 1 ;;
esac
cp "$1" "{folder}/received.pdf"
"""


def missing_parts() -> str:
    """Why no printer can be started here; empty when one can."""
    lacking = [tool for tool in ("ippeveprinter", "dbus-daemon") if shutil.which(tool, path=_path()) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


@dataclass
class Loopback:
    """A running printer, its folder, and how it is to behave with the next job."""

    printer: Printer
    folder: Path
    process: subprocess.Popen[bytes]

    def behave(self, mode: str) -> None:
        (self.folder / "mode").write_text(mode)

    @property
    def received(self) -> Path:
        return self.folder / "received.pdf"


@contextmanager
def loopback_printer(folder: Path) -> Iterator[Loopback]:
    """Start the printer; both its processes end with the block."""
    bus_path = folder / "bus"
    (folder / "bus.conf").write_text(_BUS.format(path=bus_path))
    command = folder / "received.sh"
    command.write_text(_COMMAND.format(folder=folder))
    command.chmod(0o755)
    (folder / "mode").write_text("print")
    (folder / "spool").mkdir()
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    bus = subprocess.Popen(["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork"], **quiet)  # type: ignore[call-overload]
    port = _free_port()
    try:
        _wait(bus_path.exists)
        environment = {**os.environ, "PATH": _path(), "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={bus_path}"}
        arguments = [
            "ippeveprinter",
            "-2",
            "-p",
            str(port),
            "-n",
            "localhost",
            "-r",
            "off",
            "-d",
            str(folder / "spool"),
        ]
        arguments += ["-f", "application/pdf,image/pwg-raster", "-c", str(command), "Kiosk Test"]
        process = subprocess.Popen(arguments, env=environment, **quiet)  # type: ignore[call-overload]
        try:
            _wait(lambda: _listens(port))
            yield Loopback(Printer(f"ipp://localhost:{port}/ipp/print"), folder, process)
        finally:
            process.kill()
            process.wait()
    finally:
        bus.kill()
        bus.wait()


def _path() -> str:
    return os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("localhost", port), 0.2).close()
    except OSError:
        return False
    return True


def _wait(ready: object) -> None:
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if ready():  # type: ignore[operator]
            return
        time.sleep(0.05)
    raise TimeoutError("the printer for the test did not start")
