"""Any profile that a council can keep, for the properties."""

from hypothesis import strategies as st

from sendapp.domain.banners import DATE, SHIPPED
from sendapp.domain.call_in import MOST_DAYS
from sendapp.domain.checks.asked import ASKABLE
from sendapp.domain.logo import logo_text
from sendapp.domain.posts import Post
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.domain.profile_exchange import SharedProfile
from tests.strategies import DATE as DAYS
from tests.strategies import LINE

SAID = LINE.map(lambda text: f"x{text}".strip())
_TIMES = st.times().map(lambda time: f"{time:%H:%M}")
_BANNER = SAID.map(lambda text: text.replace(DATE, "")[:200].strip())

RULES = st.builds(
    CallInRule,
    days=st.integers(0, MOST_DAYS),
    clear=st.booleans(),
    counted_from=st.sampled_from(CountedFrom),
    cut_off=st.one_of(st.just(""), _TIMES),
    in_force=st.sampled_from(InForce),
)
_BANNERS = st.dictionaries(st.sampled_from(list(SHIPPED)), _BANNER).map(
    lambda said: tuple(
        (name, f"{said[name]} {DATE}" if name == "published" else said[name])
        for name in SHIPPED
        if name in said
    )
)
PROFILES = st.builds(
    Profile,
    call_in=RULES,
    closure_days=st.sets(DAYS, max_size=5).map(lambda days: tuple(sorted(days))),
    retention_years=st.integers(1, 100),
    papers_years=st.integers(1, 100),
    banners=_BANNERS,
    series=st.sampled_from(["", "CMD/{year}/{number:03}", "{number}"]),
    logo=st.sampled_from(["", logo_text(b"\x89PNG\r\n\x1a\n"), logo_text(b"\xff\xd8\xff")]),
)
_TEXTS = st.lists(SAID, max_size=3, unique=True).map(tuple)
SHARED = st.builds(
    SharedProfile,
    council=st.one_of(st.just(""), SAID),
    profile=PROFILES,
    asked_fields=st.lists(
        st.sampled_from([entry.name for entry in ASKABLE]), max_size=3, unique=True
    ).map(tuple),
    asked_clearances=_TEXTS,
    posts=st.lists(
        st.builds(Post, SAID, SAID, SAID, SAID), max_size=3, unique_by=lambda p: p.title.casefold()
    ).map(tuple),
    words=_TEXTS,
)
