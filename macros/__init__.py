"""The guide as MkDocs builds it. The macros that its pages may call stand in `registry.py`."""

from .registry import MACROS
from .site import Site


def define_env(env: object) -> None:
    """Register the macros. mkdocs-macros calls this once for each build."""
    site = Site.of(env)
    for macro in MACROS.values():
        site.register(macro)
