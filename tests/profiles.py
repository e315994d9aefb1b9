"""How many examples the property tests try: 50 here, 2,000 in CI, or SENDAPP_EXAMPLES."""

import os
from collections.abc import Callable
from typing import Any, TypeVar, cast

import pytest
from hypothesis import HealthCheck, settings

Test = TypeVar("Test", bound=Callable[..., Any])

IN_CI = os.environ.get("CI") == "true"

settings.register_profile(
    "sendapp",
    max_examples=50,
    deadline=None,
    # CI is to say the same twice of the same commit.
    derandomize=IN_CI,
    database=None if IN_CI else settings.default.database,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("sendapp")

THOROUGH = int(os.environ.get("SENDAPP_EXAMPLES") or (2_000 if IN_CI else 50))
"""Examples for the properties that guard an officer's words: the round trips."""

_LIMIT_S = max(120, THOROUGH // 2)


def thorough(test: Test) -> Test:
    """Try the property `test` on THOROUGH examples, with the time that takes."""
    marked = pytest.mark.thorough(pytest.mark.timeout(_LIMIT_S)(test))
    return cast(Test, settings(max_examples=THOROUGH)(marked))
