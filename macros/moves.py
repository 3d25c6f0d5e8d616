"""Where an address leads after all that moved since it was published."""

from collections.abc import Iterable, Mapping

from .models import Redirect


def moves_of(redirects: Iterable[Redirect]) -> dict[str, str]:
    """Return where each address went that moved, told once."""
    return {redirect.from_: redirect.to for redirect in reversed(list(redirects))}


def followed(address: str, moves: Mapping[str, str]) -> str:
    """Return where `address` is after all its `moves`, and those of its page; where they go in a circle, one that is gone."""
    left = dict(moves)
    while True:
        path, hash_, fragment = address.partition("#")
        if address in left:
            address = left.pop(address)
        elif path in left and "#" not in left[path]:
            address = f"{left.pop(path)}{hash_}{fragment}"
        else:
            return address
