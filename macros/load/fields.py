"""From plain values to models: every pydantic error becomes a problem at the place of its field."""

from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..problems import Problems, nearest
from .text import Data

M = TypeVar("M", bound=BaseModel)
Loc = tuple[str | int, ...]


def build(model: type[M], value: object, data: Data, problems: Problems, at: Loc = ()) -> M | None:
    """Validate `value`, which stands at `at` in `data`; mistakes are noted and nothing is returned."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for detail in error.errors():
            _note(model, detail, data, problems, at)
        return None


def build_list(model: type[M], data: Data, problems: Problems, expected: str) -> tuple[M, ...]:
    """Validate a file that holds a list; entries with mistakes are noted and left out."""
    if not isinstance(data.value, list):
        problems.add(data.at(), "EW008", expected=f"a list of {expected}")
        return ()
    built = (build(model, item, data, problems, (index,)) for index, item in enumerate(data.value))
    return tuple(item for item in built if item is not None)


def _note(model: type[BaseModel], detail: ErrorDetails, data: Data, problems: Problems, at: Loc) -> None:
    loc = detail["loc"]
    place, key = data.at(*at, *loc), _name(loc)
    match detail["type"]:
        case "missing":
            problems.add(place, "EW101", key=key)
        case "extra_forbidden":
            problems.add(place, "EW102", key=key, hint=nearest(str(key), _known_keys(model, loc[:-1])))
        case "literal_error":
            expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            problems.add(
                place, "EW105", key=key, value=detail["input"], hint=nearest(str(detail["input"]), expected)
            )
        case "string_too_short":
            problems.add(place, "EW107", key=key)
        case "string_pattern_mismatch":
            problems.add(place, "EW108", value=detail["input"])
        case _ if detail["input"] is None or detail["input"] == []:
            problems.add(place, "EW107", key=key)
        case _:
            problems.add(place, "EW103", key=key, reason=_reason(detail))


def _reason(detail: ErrorDetails) -> str:
    article = {
        "str": "text",
        "int": "a whole number",
        "bool": "yes or no",
        "list": "a list",
        "dict": "a set of keys",
    }
    got = article.get(type(detail["input"]).__name__, type(detail["input"]).__name__)
    wanted = detail["msg"].removeprefix("Input should be ").replace("a valid string", "text")
    wanted = wanted.replace("a valid tuple", "a list").replace("a valid integer", "a whole number")
    wanted = wanted.partition(" or instance of")[0].replace("a valid dictionary", "a set of keys")
    return f"is {got}; it should be {wanted}"


def _name(loc: Loc) -> str:
    """Return the key an author would recognise: `steps.3` is an entry of steps."""
    named = [part for part in loc if isinstance(part, str)]
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
