"""Where an address leads after all that moved since it was published."""

from collections.abc import Iterable, Mapping

from .models import Redirect


def moves_of(redirects: Iterable[Redirect]) -> dict[str, str]:
    """Return where each address went that moved, told once."""
    return {redirect.from_: redirect.to for redirect in reversed(list(redirects))}


def followed(address: str, moves: Mapping[str, str]) -> str:
    """Return where `address` is after all its `moves`, and those of its page; where they go in a circle, one that is gone."""
    taken = set[str]()
    while True:
        path, hash_, fragment = address.partition("#")
        if address in moves and address not in taken:
            taken.add(address)
            address = moves[address]
        elif path in moves and path not in taken and "#" not in moves[path]:
            taken.add(path)
            address = f"{moves[path]}{hash_}{fragment}"
        else:
            return address
