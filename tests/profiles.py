"""How many examples the property tests try: 50 here, 2,000 in CI, or SENDAPP_EXAMPLES."""

import os

from hypothesis import HealthCheck, settings

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

thorough = settings(max_examples=THOROUGH)
"""Put on a test: `@thorough`."""
