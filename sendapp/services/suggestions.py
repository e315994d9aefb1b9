"""The posts to choose from: what earlier records named, and what the register of posts says."""

from sendapp.domain.posts import Suggestion, terms_of
from sendapp.services.council import read_settings
from sendapp.storage.keeper import Stores


def suggestions(stores: Stores) -> tuple[Suggestion, ...]:
    """Return the posts that records and the register name, last used first."""
    register = read_settings(stores.settings).posts
    used = [
        Suggestion(
            post.decision_maker,
            post.holder,
            post.lead_in,
            terms_of(register, post.decision_maker),
        )
        for post in stores.records.posts()
    ]
    told = {term for one in used for term in one.terms}
    unused = dict.fromkeys(post.title for post in register if post not in told)
    return (*used, *(Suggestion(title, terms=terms_of(register, title)) for title in unused))
