"""From plain values to models: every pydantic error becomes a problem at the place of its field."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..problems import Problems, nearest
from .text import Data, as_hue

M = TypeVar("M", bound=BaseModel)
Loc = tuple[str | int, ...]


def build(
    model: type[M], value: object, data: Data, problems: Problems, *, expected: str = "", at: Loc = ()
) -> M | None:
    """Validate `value`, which stands at `at` in `data`; mistakes are noted, and nothing is returned.

    A whole file (`at` is empty) that is no set of keys is told what was `expected`.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for detail in error.errors():
            if detail["loc"] or at:
                _note(model, detail, data, problems, at)
            else:
                note_shape(data, problems, expected)
        problems.unparsed[data.file] = data.text
        return None


def build_list(model: type[M], data: Data, problems: Problems, expected: str) -> dict[int, M]:
    """Validate a file that holds a list; return its entries by their index, but for those with mistakes."""
    if not isinstance(data.value, list):
        note_shape(data, problems, f"a list of {expected}", none="or [] where there are none, ")
        problems.unparsed[data.file] = data.text
        return {}
    built = {index: build(model, item, data, problems, at=(index,)) for index, item in enumerate(data.value)}
    return {index: item for index, item in built.items() if item is not None}


def note_shape(data: Data, problems: Problems, expected: str, none: str = "") -> None:
    """Note that the file of `data` holds nothing, which is written as `none`, or other than what is `expected`."""
    empty = f"it is empty: write them, {none}or bring them back from its history"
    fix = empty if data.value is None else "look at another entry of the file, or at its history"
    problems.add(data.at(), "EW008", expected=expected, fix=fix)


def _note(model: type[BaseModel], detail: ErrorDetails, data: Data, problems: Problems, at: Loc) -> None:
    loc, value = detail["loc"], detail["input"]
    place, key = data.at(*at, *loc), _name(at, loc)
    typed = data.typed.get((*at, *loc))
    match detail["type"]:
        case "missing":
            problems.add(place, "EW101", key=key)
        case "extra_forbidden":
            around = (*at, *loc[:-1])
            beside = {str(path[-1]) for path in data.places if path and path[:-1] == around}
            cutoff = 0.5 if len(key) < 5 else 0.7  # of longer keys more has to be the same
            hint = nearest(key, _known_keys(model, loc[:-1]), beside, cutoff=cutoff)
            problems.add(place, "EW102", key=key, hint=hint)
        case _ if value in (None, "", []) or detail["type"] == "string_too_short":
            problems.add(place, "EW107", key=key)
        case "literal_error":
            expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            key = key.removeprefix("an ")  # of a list
            problems.add(place, "EW105", key=key, value=typed or value, hint=nearest(str(value), expected))
        case "greater_than_equal" | "less_than_equal":
            word, limit = next(iter(detail["ctx"].items()))
            reason = f"it should be {'at least' if word == 'ge' else 'at most'} {limit}"
            problems.add(place, "EW851", key=key, value=value, reason=reason)
        case "day_too_early":
            problems.add(place, "EW851", key=key, value=value, reason=detail["msg"])
        case "too_short":
            pass  # its entries have mistakes of their own
        case "string_too_long":
            reason = f"has {len(value)} signs; there is room for {detail['ctx']['max_length']}"
            problems.add(place, "EW103", key=key, reason=reason, fix="say it in fewer words")
        case "string_pattern_mismatch":
            problems.add(place, "EW108", value=value)
        case _:
            problems.add(place, "EW103", key=key, reason=_reason(detail), fix=_fix(key, detail, typed))


_KINDS = {str: "text", int: "a whole number", bool: "yes or no", list: "a list", dict: "a set of keys"}
_KINDS |= {float: "a number with a point", date: "a day"}  # of the service's file, which MkDocs reads too
# By the kind of error: what is wanted, and how it is written.
_WANTED = {
    "string": ("text", 'put it in quotes: {key}"{value}"'),
    "tuple": ("a list", "write a list, with one '- ' for each entry{list}"),
    "int": ("a whole number", "write digits alone, without quotes or a unit{digits}"),
    "model": ("a set of keys", "write one 'name: value' on each line, further in than '{key}'"),
    "date": (
        "a day, such as 2024-03-01",
        "write the year, the month and the day, of one that the calendar has{days}",
    ),
    "lines": ("on one line", "write all of it behind '{key}', without the sign '|'"),
    "bool": ("true or false", "write {key}true or {key}false, without quotes"),
    "invalid": ("text", "put the key in quotes"),
}
# The year, the month and the day, or the year last: of the two before it, either may be the month.
_YEAR_FIRST = re.compile(r"(\d{4})[./-]?(\d\d?)[./-]?(\d\d?)(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d\d?)[./-](\d\d?)[./-](\d{4})")


def _wanted(detail: ErrorDetails) -> tuple[str, str]:
    return _WANTED.get(
        re.split("[._]", detail["type"])[0], (detail["msg"], "look at another entry of its kind")
    )


def _fix(key: str, detail: ErrorDetails, typed: str | None) -> str:
    """Return how a value of the type that is wanted is written: the one that was given, as it was `typed`.

    What YAML read in its place is never offered: of `000` it is 0, which is another number to call.
    """
    value = detail["input"]
    if key == "hue" and (colour := as_hue(str(value))):
        return colour
    texts = [str(part) for part in value] if isinstance(value, list) else [value]
    given = typed or (", ".join(texts) if all(isinstance(text, str) for text in texts) else "...")
    digits = re.search(r"[1-9]\d*", given)
    key = "- " if key.startswith("an entry of ") else f"{key}: "
    days = [f"{key}{day}" for day in _days(given)]
    return _wanted(detail)[1].format(
        key=key,
        value=given,
        list=f", or `{key}[{typed}]`" if typed else "",
        digits=f": {key}{digits[0]}" if digits and len(digits[0]) < 10 else "",
        days=f": {', or '.join(days)}" if days else "",
    )


def _days(typed: str) -> Iterator[date]:
    """Return the days that may be meant by one that is `typed` in another way, the British one first."""
    year_first, year_last = _YEAR_FIRST.fullmatch(typed), _YEAR_LAST.fullmatch(typed)
    meant = [year_first.groups()] if year_first else []
    if year_last:
        first, second, year = year_last.groups()
        meant = [(year, second, first), (year, first, second)]
    for year, month, day in dict.fromkeys(meant):
        with suppress(ValueError):  # no calendar has it
            yield date(int(year), int(month), int(day))


def _reason(detail: ErrorDetails) -> str:
    wanted = _wanted(detail)[0]
    return f"is {_KINDS.get(type(detail['input']), 'something else')}; it should be {wanted}"


def _name(at: Loc, loc: Loc) -> str:
    """Return the key an author would recognise: `steps.3` is an entry of steps."""
    named = [part for part in (*at, *loc) if isinstance(part, str)]
    last = named[-1] if named else "entry"
    return f"an entry of {last}" if loc and isinstance(loc[-1], int) else last


def _known_keys(model: type[BaseModel], path: Loc) -> list[str]:
    """Return the keys that the model at `path` within `model` knows."""
    for part in path:
        field = next((f for n, f in model.model_fields.items() if part in (n, f.alias)), None)
        if field is not None:
            model = next(inner for inner in _models_in(field.annotation))
    return [field.alias or name for name, field in model.model_fields.items()]


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for arg in get_args(annotation) for model in _models_in(arg)]
