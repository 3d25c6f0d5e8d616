"""One stylesheet out of the components' own."""

from pathlib import Path


def stylesheet(theme: Path) -> str:
    """Return the styles of all components below `theme`, those of `base` first."""
    files = sorted((theme / "components").glob("*/*.css"), key=lambda file: (file.parent.name != "base", file))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
