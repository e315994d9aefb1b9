"""The format "council-profile/1": what a council hands round a team, in one file, in and out.

Reading refuses whatever is not as the format says, each fault with its key. A key that is missing
leaves what is set as it is, so that a file may speak of banners only.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sendapp.domain.banners import SHIPPED, fault_in_banner
from sendapp.domain.call_in import MOST_DAYS
from sendapp.domain.checks.asked import ASKABLE
from sendapp.domain.dates import is_iso_date, is_time
from sendapp.domain.logo import LogoFault, picture_of
from sendapp.domain.posts import Post, fault_in
from sendapp.domain.profile import (
    MOST_CLOSURE_DAYS,
    MOST_YEARS,
    CallInRule,
    CountedFrom,
    InForce,
    Profile,
)
from sendapp.domain.reference_series import fault_in_series
from sendapp.domain.text import Refused, one_line

FORMAT = "council-profile/1"
"""What the key "format" must say."""

MOST_POSTS = 1_000
MOST_TEXTS = 20_000

_POST_PARTS = tuple(entry.name for entry in fields(Post))
_RULE_PARTS = tuple(entry.name for entry in fields(CallInRule))
_OF_PROFILE = tuple(entry.name for entry in fields(Profile))


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProfile:
    """All that a new colleague needs: the council's customs, its name, posts, words and wishes."""

    council: str = ""
    profile: Profile = field(default_factory=Profile)
    asked_fields: tuple[str, ...] = ()
    asked_clearances: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    words: tuple[str, ...] = ()


class ProfileFileError(ValueError):
    """A text is no profile; `problems` holds a sentence for each fault, with its place."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


def to_json(shared: SharedProfile) -> str:
    """Return the file of `shared`, every key present, ended by a line end."""
    profile = shared.profile
    data: dict[str, Any] = {
        "format": FORMAT,
        "council": shared.council,
        "call_in": {name: getattr(profile.call_in, name) for name in _RULE_PARTS},
        "closure_days": list(profile.closure_days),
        "retention_years": profile.retention_years,
        "papers_years": profile.papers_years,
        "banners": dict(profile.banners),
        "series": profile.series,
        "logo": profile.logo,
        "asked_fields": list(shared.asked_fields),
        "asked_clearances": list(shared.asked_clearances),
        "posts": [{part: getattr(post, part) for part in _POST_PARTS} for post in shared.posts],
        "words": list(shared.words),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str, over: SharedProfile) -> SharedProfile:
    """Return what a file says, and of what it does not speak what `over` says.

    Raises ProfileFileError naming each key at fault; then nothing of it is taken.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once)
    except RecursionError as fault:
        raise ProfileFileError(["This JSON is nested too deeply to be a profile."]) from fault
    except ValueError as fault:
        raise ProfileFileError([f"This is not JSON: {fault}."]) from fault
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ProfileFileError([f"“format” is not “{FORMAT}”: this is no council’s profile."])
    reader = _Reader()
    read = reader.values({key: value for key, value in data.items() if key != "format"})
    if reader.faults:
        raise ProfileFileError(reader.faults)
    customs = {name: value for name, value in read.items() if name in _OF_PROFILE}
    rest = {name: value for name, value in read.items() if name not in _OF_PROFILE}
    return replace(over, profile=replace(over.profile, **customs), **rest)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object, refusing one that says a key twice: one of both would be lost."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"“{key}” stands there twice")
        made[key] = value
    return made


class _Reader:
    """Reads the values of the file by key, and collects every fault with its place."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._keys: dict[str, Callable[[Any, str], Any]] = {
            "council": self._text,
            "call_in": self._rule,
            "closure_days": self._days,
            "retention_years": self._years,
            "papers_years": self._years,
            "banners": self._banners,
            "series": self._series,
            "logo": self._logo,
            "asked_fields": self._asked,
            "asked_clearances": self._texts,
            "posts": self._posts,
            "words": self._texts,
        }

    def values(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return what each known key says; one that is not known is a fault."""
        self._only(data, self._keys, "")
        return {key: read(data[key], key) for key, read in self._keys.items() if key in data}

    def _rule(self, value: Any, place: str) -> CallInRule:
        data = self._object(value, place)
        self._only(data, _RULE_PARTS, f"{place}.")
        for part in _RULE_PARTS:
            if isinstance(value, dict) and part not in data:
                # Half a rule would be one that nobody has agreed.
                self._fault(f"{place}.{part}", "is missing")
        default = CallInRule()
        said = {part: data.get(part, getattr(default, part)) for part in _RULE_PARTS}
        if type(said["clear"]) is not bool:
            self._fault(f"{place}.clear", "is neither true nor false")
        if said["cut_off"] != "" and not (
            isinstance(said["cut_off"], str) and is_time(said["cut_off"])
        ):
            self._fault(f"{place}.cut_off", "is no time like 17:00")
        days = self._number(said["days"], f"{place}.days", MOST_DAYS, least=0)
        counted = self._one_of(said["counted_from"], f"{place}.counted_from", CountedFrom)
        in_force = self._one_of(said["in_force"], f"{place}.in_force", InForce)
        if self.faults:
            return default
        return CallInRule(
            days=days,
            clear=said["clear"],
            counted_from=CountedFrom(counted),
            cut_off=said["cut_off"],
            in_force=InForce(in_force),
        )

    def _days(self, value: Any, place: str) -> tuple[str, ...]:
        days = self._list(value, place, MOST_CLOSURE_DAYS)
        for index, day in enumerate(days):
            if not isinstance(day, str) or not is_iso_date(day):
                self._fault(f"{place}[{index}]", "is no date like 2026-12-24")
        return tuple(sorted({day for day in days if isinstance(day, str)}))

    def _years(self, value: Any, place: str) -> int:
        return self._number(value, place, MOST_YEARS)

    def _banners(self, value: Any, place: str) -> tuple[tuple[str, str], ...]:
        data = self._object(value, place)
        self._only(data, SHIPPED, f"{place}.")
        said = {n: self._text(data[n], f"{place}.{n}") for n in SHIPPED if n in data}
        for name, words in said.items():
            if fault := fault_in_banner(name, words):
                self._say(f"{place}.{name}", fault)
        return tuple((name, words) for name, words in said.items() if words)

    def _series(self, value: Any, place: str) -> str:
        series = self._text(value, place)
        if fault := fault_in_series(series):
            self._say(place, fault)
        return series

    def _logo(self, value: Any, place: str) -> str:
        if not isinstance(value, str):
            self._fault(place, "is not text")
        elif value:
            try:
                picture_of(value)
            except LogoFault as fault:
                self._say(place, str(fault))
        return value if isinstance(value, str) else ""

    def _asked(self, value: Any, place: str) -> tuple[str, ...]:
        names = self._texts(value, place)
        known = [entry.name for entry in ASKABLE]
        for index, name in enumerate(names):
            if name not in known:
                self._fault(f"{place}[{index}]", f"is none of {', '.join(known)}")
        return names

    def _texts(self, value: Any, place: str) -> tuple[str, ...]:
        texts = self._list(value, place, MOST_TEXTS)
        read = (self._text(text, f"{place}[{index}]") for index, text in enumerate(texts))
        return tuple(dict.fromkeys(text for text in read if text))

    def _posts(self, value: Any, place: str) -> tuple[Post, ...]:
        posts = []
        for index, row in enumerate(self._list(value, place, MOST_POSTS)):
            at = f"{place}[{index}]"
            data = self._object(row, at)
            self._only(data, _POST_PARTS, f"{at}.")
            said = {p: self._text(data.get(p, ""), f"{at}.{p}") for p in _POST_PARTS}
            if isinstance(row, dict) and not said["title"]:
                self._fault(f"{at}.title", "is missing")
            posts.append(Post(**said))
        if not self.faults and (found := fault_in(posts)):
            self._say(f"{place}[{found[0]}]", found[1])
        return tuple(dict.fromkeys(posts))

    def _text(self, value: Any, place: str) -> str:
        if not isinstance(value, str):
            self._fault(place, "is not text")
            return ""
        try:
            return one_line(value).strip()
        except Refused as reason:
            self._say(place, str(reason))
            return ""

    def _number(self, value: Any, place: str, most: int, least: int = 1) -> int:
        if type(value) is int and least <= value <= most:
            return value
        if type(value) is int and value > most:
            self._fault(place, f"is more than {most}, the most that it may be")
            return least
        self._fault(place, f"is no whole number from {least} to {most}")
        return least

    def _one_of(self, value: Any, place: str, allowed: Iterable[str]) -> str:
        if not isinstance(value, str) or value not in list(allowed):
            self._fault(place, f"is none of {', '.join(allowed)}")
        return str(value)

    def _object(self, value: Any, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._fault(place, "is not an object")
            return {}
        return value

    def _list(self, value: Any, place: str, most: int) -> list[Any]:
        if not isinstance(value, list) or len(value) > most:
            self._fault(place, f"is not a list of {most:,} at most")
            return []
        return value

    def _only(self, data: Mapping[str, Any], known: Iterable[str], before: str) -> None:
        for key in data:
            if key not in tuple(known):
                self._fault(f"{before}{key}", "is not known")

    def _fault(self, place: str, says: str) -> None:
        self._say(place, f"{says}.")

    def _say(self, place: str, sentence: str) -> None:
        joined = " " if sentence.startswith("is ") else ": "
        self.faults.append(f"“{place}”{joined}{sentence}")
