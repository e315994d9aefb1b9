"""Places on the form, named so that they stay when rows move."""


def place_of(name: str, key: str = "", part: str = "") -> str:
    """Return the name of a place on the form that stays when rows move."""
    return "/".join(filter(None, (name, key, part)))


def field_at(place: str) -> str:
    """Return the record's field that a place belongs to."""
    return place.partition("/")[0]
