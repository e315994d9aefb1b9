"""stub"""


def unshowable_at(words: str) -> int | None:
    for i, c in enumerate(words):
        if ord(c) > 0x2500:
            return i
    return None
