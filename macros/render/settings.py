"""What differs between services: each decision of the service, made or still open, and every setting it has."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal, TypeGuard, get_args, get_origin

from markupsafe import Markup
from pydantic import BaseModel

from ..guide import Guide
from ..models import Reach
from ..settings import DECISIONS, TOP, Setting, Settings, every_setting, slug
from .evidence import OURS, Mark, local_mark
from .html import component, href


@dataclass(frozen=True)
class DecisionView:
    """A decision as a page prints it: what is said of it, who says so, and how to reach whom it names."""

    id: str
    title: str
    text: str
    decided: bool
    mark: Mark
    reach: tuple[Reach, ...]
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SettingView:
    """A setting as its reference explains it."""

    id: str
    key: str
    explained: Setting
    kind: str
    default: str
    pages: tuple[tuple[str, str], ...]


def decided(guide: Guide, keys: Iterable[str], here: str) -> tuple[DecisionView, ...]:
    """Return what the page `here` says of the decisions `keys`."""
    return tuple(_decision(guide, key, here) for key in keys)


def _decision(guide: Guide, key: str, here: str) -> DecisionView:
    value = getattr(guide.settings, key)
    return DecisionView(
        id=slug(key),
        title=DECISIONS[key].title,
        text=guide.settings.sentence(key),
        decided=value is not None,
        mark=OURS if value is None else local_mark(guide),
        reach=getattr(value, "reach", ()),
        pages=_pages(guide, key, here),
    )


def decisions(guide: Guide, here: str) -> Markup:
    """Return every decision of the service, and the pages that it settles."""
    return component("decisions", decisions=decided(guide, DECISIONS, here), named=guide.settings.name)


def settings(guide: Guide, here: str) -> Markup:
    """Return every setting of `service.yml`: what it is, its type, its default, and where it shows."""
    top = [SettingView(slug(key), key, setting, "text", "", ()) for key, setting in TOP.items()]
    own = [
        SettingView(
            slug(key),
            key,
            setting,
            kind_of(field.annotation),
            _default(field.default),
            _pages(guide, key, here),
        )
        for (key, setting), field in zip(every_setting(), Settings.model_fields.values(), strict=True)
    ]
    return component("settings", groups=[("", top), ("extra: service:", own)])


def starter(_guide: Guide, _here: str) -> Markup:
    """Return the commented file to start from."""
    from ..starter import written  # not above: as a command, it must not be imported before it runs

    return component("starter", text=written())


def kind_of(annotation: object) -> str:
    """Return what a setting of this type takes, in plain words."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return f"one of {', '.join(map(str, args))}"
    if origin is tuple:
        return (
            f"a list; each entry has {kind_of(args[0])}"
            if _is_model(args[0])
            else f"a list of {kind_of(args[0])}"
        )
    if origin is Annotated:
        limits = [limit for part in args[1:] for limit in getattr(part, "metadata", ())]
        least, most = (
            next((getattr(limit, key) for limit in limits if hasattr(limit, key)), None)
            for key in ("ge", "le")
        )
        return kind_of(args[0]) + (f" from {least} to {most}" if most is not None else "")
    if _is_model(annotation):
        return f"the keys {', '.join(f.alias or name for name, f in annotation.model_fields.items())}"
    return kind_of(args[0]) if args else _PLAIN[annotation]


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


_PLAIN: dict[object, str] = {str: "text", int: "a whole number", bool: "true or false"}


def _default(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _pages(guide: Guide, key: str, here: str) -> tuple[tuple[str, str], ...]:
    return tuple((practice.name, href(here, practice.path)) for practice in guide.deciding(key))
