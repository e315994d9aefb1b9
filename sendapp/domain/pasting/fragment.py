"""The part of a clipboard's HTML that was chosen, under the headers and markers of CF_HTML."""

import re

START, END = "x-start-of-fragment", "x-end-of-fragment"
"""Tags that stand for the markers; words outside them were not chosen."""

_HEADER = re.compile(r"\s*Version:[\d.]+\s", re.IGNORECASE)
_OFFSET = {
    name: re.compile(rf"{name}:(\d{{1,12}})", re.IGNORECASE)
    for name in ("StartFragment", "EndFragment")
}
_STARTS = re.compile(r"<!--\s*StartFragment\s*-->", re.IGNORECASE)
_ENDS = re.compile(r"<!--\s*EndFragment\s*-->", re.IGNORECASE)


def chosen_part(html: str) -> str:
    """Return `html` without headers, the markers of what was chosen as tags of their own."""
    if _HEADER.match(html):
        html = _without_header(html)
    start = _STARTS.search(html)
    if start is None:
        return html
    end = None
    for end in _ENDS.finditer(html, start.end()):  # noqa: B007
        pass
    head, tail = html[: start.start()], html[start.end() :]
    if end is not None:
        tail = f"{html[start.end() : end.start()]}<{END}>{html[end.end() :]}"
    return f"{head}<{START}>{tail}"


def _without_header(html: str) -> str:
    if _STARTS.search(html) is None:
        start, end = (_offset(html, name) for name in ("StartFragment", "EndFragment"))
        octets = html.encode("utf-8", "surrogatepass")
        if 0 < start < end <= len(octets):
            return octets[start:end].decode("utf-8", "replace")
    at = html.find("<")
    return html[at:] if at >= 0 else ""


def _offset(html: str, name: str) -> int:
    found = _OFFSET[name].search(html[:2_000])
    return int(found[1]) if found else -1
