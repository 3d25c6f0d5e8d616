"""What a build is told, and by which file."""

import re
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

OWN_FILE = "service.yml"
OLD_NAME = (
    "practice"  # of the file, its section and the folder, one release longer: EW864 asks for the new one
)
_OWN_FILE_AS_MEANT = re.compile(
    rf"(?:services?|settings?|{OLD_NAME}s?)(?:[ _-]?(?:settings?|copy|\(?\d\)?))?\.ya?ml(?:\.(?:ya?ml|txt))*",
    re.IGNORECASE,
)
_INHERITED = re.compile(r"^INHERIT:[ \t]*[\"']?([^\"'#\n]*[^\"'#\s])", re.MULTILINE)


@dataclass(frozen=True)
class Configuration:
    """What a build is told: by which file, the address of the guide, and the service's section as inherited."""

    file: Path
    address: str
    service: object

    @classmethod
    def of(cls, file: Path) -> "Configuration":
        """Read `file` and what it inherits from. What cannot be read tells nothing: `read_settings` says why."""
        try:
            check_ends(file)
            with file.open("rb") as opened:
                value = yaml_load(opened)
        except (OSError, ConfigurationError, AttributeError, TypeError, ValueError, RecursionError):
            value = {}
        address = str(keys(value).get("site_url") or "").rstrip("/")
        return cls(file, f"{address}/", service_in(value))  # as MkDocs ends it

    @classmethod
    def beside(cls, root: Path) -> "Configuration":
        """Read `service.yml` in the folder `root`, or `mkdocs.yml` where a service has none."""
        files = (root / name for name in (OWN_FILE, f"{OLD_NAME}.yml"))
        return cls.of(next((file for file in files if file.exists()), root / "mkdocs.yml"))


def check_ends(file: Path) -> None:
    """Raise `RecursionError` where a file inherits from itself, by way of others or not: MkDocs would read it a thousand times."""
    chain = [file]
    while found := _INHERITED.search(chain[-1].read_text("utf-8-sig")):
        chain.append(Path(normpath(chain[-1].parent / found[1])))
        if chain[-1] in chain[:-1]:
            raise RecursionError


def is_meant_as_own(name: str) -> bool:
    """Tell whether a file called `name` may be meant as the service's own, as an editor or whoever writes from memory saves it."""
    return _OWN_FILE_AS_MEANT.fullmatch(name) is not None


def keys(value: object) -> dict[str, Any]:
    """Return `value` where it is a set of keys, or none."""
    return value if isinstance(value, dict) else {}


def service_in(value: object) -> object:
    """Return the service's section of a file."""
    extra = keys(keys(value).get("extra"))
    return extra.get("service", extra.get(OLD_NAME))
