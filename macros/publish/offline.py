"""The list of all files, by which a reader's browser keeps the whole guide for when there is no network."""

import hashlib
import json
from pathlib import Path

from ..guide import digest

_LEFT_OUT = {"sw.js", "offline-manifest.js", "sitemap.xml", "sitemap.xml.gz", "guide.json"}


def manifest(site: Path) -> str:
    """Return a script that names every file of `site` with its digest, and the version of them all."""
    files = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and path not in _LEFT_OUT:
            files[path.removesuffix("index.html")] = digest(hashlib.sha256(file.read_bytes()).hexdigest())[
                :12
            ]
    version = digest(files)[:12]
    return f"self.guide = {json.dumps({'version': version, 'files': files})};\n"
