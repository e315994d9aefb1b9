"""The register of posts: who holds which post, from when to when, and what follows from that."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sendapp.domain.dates import is_iso_date, long_date
from sendapp.domain.wording import lead_in

_FIRST, _LAST = "0000", "9999"
"""Before and after every ISO date, as texts are compared."""
_ADDRESSED = re.compile(r"^(?:(?:the|rt|hon|right|honourable|councillor|cllr|councilor)\b\.?\s*)+")
_NO_LETTER = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class Post:
    """One holder's time in a post; dates are ISO text, '' where that end is open.

    `lead_in` is '' where the post's decisions begin with the words made from its title.
    """

    title: str
    holder: str = ""
    portfolio: str = ""
    lead_in: str = ""
    since: str = ""
    until: str = ""

    def covers(self, day: str) -> bool:
        """Whether the time includes the ISO date `day`."""
        return (self.since or _FIRST) <= day <= (self.until or _LAST)

    @property
    def period(self) -> str:
        """The time in words: "from 1 May 2025 to 3 June 2026", '' where both ends are open."""
        since = f"from {long_date(self.since)}" if self.since else ""
        until = f"to {long_date(self.until)}" if self.until else ""
        return " ".join(part for part in (since, until) if part)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A post to choose, with the holder and the lead-in last used with it, '' where not known.

    `terms` are what the register says of the post, which goes before what was used.
    """

    title: str
    holder: str = ""
    lead_in: str = ""
    terms: tuple[Post, ...] = ()

    @property
    def known_by(self) -> str:
        """The portfolios and the holders that the register names, by which to find the post."""
        words = (word for term in self.terms for word in (term.portfolio, term.holder))
        return " ".join(dict.fromkeys(word for word in words if word))

    def holder_on(self, day: str) -> str:
        """Return who holds the post on the ISO date `day`, '' where nobody is known to."""
        if any(term.holder for term in self.terms):
            return next((t.holder for t in self.terms if t.holder and t.covers(day)), "")
        return self.holder

    def names_on(self, day: str) -> frozenset[str]:
        """Return the names that can have come from the register on the ISO date `day`.

        Where nobody is known to hold the post that day, whoever stood there before stays.
        """
        if holder := self.holder_on(day):
            return frozenset({holder})
        return frozenset({"", self.holder, *(term.holder for term in self.terms)})

    def lead_in_on(self, day: str) -> str:
        """Return how the post's decisions begin on the ISO date `day`."""
        own = next((t.lead_in for t in self.terms if t.lead_in and t.covers(day)), "")
        return own or self.lead_in or lead_in(self.title)


def terms_of(posts: Iterable[Post], title: str) -> tuple[Post, ...]:
    """Return the entries for the post `title`, whatever its capitals and spaces."""
    wanted = _folded(title)
    return tuple(post for post in posts if wanted and _folded(post.title) == wanted)


def holders_on(posts: Iterable[Post], day: str) -> dict[str, str]:
    """Return who holds which post on the ISO date `day`, by the posts' titles."""
    return {post.title: post.holder for post in posts if post.holder and post.covers(day)}


def holder_among(holders: Mapping[str, str], title: str) -> str:
    """Return who of `holders` holds the post `title`, whatever its capitals and spaces, else ''."""
    wanted = _folded(title)
    return next((name for post, name in holders.items() if wanted == _folded(post)), "")


def following(post: Post) -> Post:
    """Return an entry for whoever comes after `post`: the same post, from the day after."""
    since = ""
    if is_iso_date(post.until) and post.until < date.max.isoformat():
        since = (date.fromisoformat(post.until) + timedelta(days=1)).isoformat()
    return Post(post.title, "", post.portfolio, post.lead_in, since)


def fault_in(posts: Sequence[Post]) -> tuple[int, str] | None:
    """Return the first entry with a fault and the fault in a sentence, None where all are sound."""
    for index, post in enumerate(posts):
        if sentence := _fault_of(post):
            return index, sentence
    for (_, one), (index, other) in combinations(enumerate(posts), 2):
        if _folded(one.title) == _folded(other.title) and _overlap(one, other):
            return index, _told_twice(one, other)
    return None


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: titles, stops, capitals and initials aside."""
    first, second = _names(one), _names(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip(first[:-1], second[:-1], strict=False)
    )


def _fault_of(post: Post) -> str:
    if not post.title:
        who = post.holder or post.portfolio
        which = f"Which post does {who} hold?" if who else "An entry has no post."
        return f"{which} Fill in its name, or remove the entry."
    for text in (post.since, post.until):
        if text and not is_iso_date(text):
            return f"“{text}” is not a date. Enter the day, month and year, as in 5 March 2026."
    if post.since and post.until and post.until < post.since:
        return (
            f"“{post.title}” ends on {long_date(post.until)}, before it begins on "
            f"{long_date(post.since)}."
        )
    return ""


def _overlap(one: Post, other: Post) -> bool:
    return (one.since or _FIRST) <= (other.until or _LAST) and (other.since or _FIRST) <= (
        one.until or _LAST
    )


def _told_twice(one: Post, other: Post) -> str:
    since = max(one.since, other.since)
    when = f" from {long_date(since)}" if since else ""
    if one.holder and other.holder and one.holder != other.holder:
        return (
            f"“{other.title}” is held by {one.holder} and by {other.holder} at the same time{when}."
            " End one before the other begins."
        )
    return f"“{other.title}” is in the list twice for the same time{when}; remove one."


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _names(name: str) -> list[str]:
    plain = _NO_LETTER.sub(" ", name.casefold().replace("’", "").replace("'", ""))
    return _ADDRESSED.sub("", " ".join(plain.split())).split()
