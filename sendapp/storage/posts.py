"""The posts that records name, to suggest them again."""

from dataclasses import dataclass

from sqlite_utils import Database

_MEMORY = 5
"""In how many of a post's last records to look for its holder and its lead-in."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post that records name: its holder and lead-in last used, and in how many records."""

    decision_maker: str
    holder: str
    lead_in: str
    used: int
    last: str


def posts_used(db: Database, limit: int) -> list[Post]:
    """Return the posts named by records outside the bin, last used first."""
    rows = db.execute(
        "select decision_maker, count(*), max(created) from records indexed by records_by_post"
        " where binned = '' and decision_maker <> ''"
        " group by decision_maker order by max(created) desc limit ?",
        [limit],
    ).fetchall()
    return [Post(post, *_last_used(db, post), used, last) for post, used, last in rows]


def _last_used(db: Database, post: str) -> tuple[str, str]:
    """Return the holder and the lead-in that stood with the post last, where they were filled."""
    rows = db.execute(
        "select decision_maker_name, decision_lead_in from records indexed by records_by_post"
        " where binned = '' and decision_maker = ? order by created desc limit ?",
        [post, _MEMORY],
    ).fetchall()
    holder = next((row[0] for row in rows if row[0]), "")
    return holder, next((row[1] for row in rows if row[1]), "")
