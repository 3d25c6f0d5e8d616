"""Where MkDocs finds the guide: as one more of its plugins, from code that is as fresh as the text."""

import gc
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

_ROOT = Path(__file__).resolve().parent.parent
_served = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether the guide is built to be published, or served to someone who edits it."""
    global _served
    _served = command == "serve"
    # A build keeps nearly all that it makes: to look for the rest took a thirteenth of its time.
    gc.set_threshold(500_000)


@event_priority(100)  # before mkdocs-macros imports the package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the guide afresh, code and all, so that `mkdocs serve` shows every change; a change of this file alone waits."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
        del sys.modules[name]
    sys.path[:0] = [] if str(_ROOT) in sys.path else [str(_ROOT)]
    from macros.plugin import EndingWell

    EndingWell.join(config, editing=_served)
    return config
