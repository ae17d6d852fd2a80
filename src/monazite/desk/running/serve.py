"""The server of the site: gunicorn, told in Python, never by a file that lies about."""

from __future__ import annotations

import gc
import ipaddress
import socket
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from monazite.desk.running.state import collect_static, require_ready
from monazite.errors import InputError
from monazite.law.store import load

_PORTS_TRIED = 50
_PORT_MAX = 65_535


@dataclass(frozen=True, slots=True)
class Serving:
    """How the site is served: address, port, and how many processes; quiet: no log of its own.

    How many proxies are believed is a setting: `monazite.desk.running.home.enter`.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    quiet: bool = False

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    @property
    def options(self) -> dict[str, Any]:
        """The options of gunicorn."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return {
            "bind": f"{host}:{self.port}",
            "workers": self.workers,
            "timeout": 60,
            "graceful_timeout": 20,
            # A process that has grown is replaced; the jitter keeps them from going together.
            "max_requests": 20_000,
            "max_requests_jitter": 2_000,
            "umask": 0o077,
            "proc_name": "monazite-desk",
            "loglevel": "error" if self.quiet else "warning",
            "control_socket_disable": True,
            # gunicorn believes X-Forwarded-Proto of any program on this machine unless told not to:
            # whom to believe is PROXIES' to say.
            "forwarded_allow_ips": "",
            "post_worker_init": _warmed,
        }


def _warmed(_worker: object) -> None:
    """Load what every request needs before the first one comes, and never look through it again.

    Python's search for garbage in all of it would stop a process for a tenth of a second.
    """
    get_resolver().url_patterns  # noqa: B018 - reading them loads every page and operation
    load()
    gc.collect()
    gc.freeze()


class _Server(BaseApplication):  # type: ignore[misc]  # no types
    """gunicorn with our options: no file and no word of the command line is read by it."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        super().__init__()

    def load_config(self) -> None:
        """Set the options."""
        for name, value in self._serving.options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        """The application, loaded in each process."""
        from monazite.desk.wsgi import application  # noqa: PLC0415 - after the fork

        return application


def serve(serving: Serving) -> None:
    """Serve until a signal ends it; InputError where it must not or cannot be served so."""
    check(serving)
    require_ready()
    collect_static()
    connections.close_all()  # a connection does not survive the fork
    _Server(serving).run()


def check(serving: Serving) -> None:
    """Refuse what is open to others without TLS or passwords, and a port that is taken."""
    if not 1 <= serving.port <= _PORT_MAX:
        raise InputError("port", serving.port, f"1 to {_PORT_MAX}")
    if serving.workers < 1:
        raise InputError("workers", serving.workers, "1 or more")
    if settings.INSECURE and not is_loopback(serving.host):
        mode = "the demo" if settings.DEMO else "plain HTTP"
        raise InputError("host", serving.host, f"127.0.0.1 or ::1: {mode} is for loopback alone")
    if not settings.INSECURE and not settings.PROXIES:
        raise InputError(
            "proxies", 0, "1 or more: a web server in front brings TLS (--insecure: none)"
        )
    if not is_free(serving.host, serving.port):
        raise InputError("port", serving.port, f"a port that is free on {serving.host}")


def is_loopback(host: str) -> bool:
    """Whether the address is of this machine alone; a name is, only if it is `localhost`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_free(host: str, port: int) -> bool:
    """Whether one could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # A port that was let go a moment ago is free, as it is to gunicorn.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(host: str, first: int) -> int:
    """The first free port from this one on; InputError where fifty in a row are taken."""
    last = min(first + _PORTS_TRIED, _PORT_MAX + 1)
    for port in range(first, last):
        if is_free(host, port):
            return port
    raise InputError("port", first, f"a port with a free one among the next {_PORTS_TRIED}")
