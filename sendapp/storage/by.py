"""Who is at work: as the computer calls them, and by the name they gave in the settings."""

import getpass

from sendapp.domain.journal import By
from sendapp.storage.settings import SettingsStore


def who_works(settings: SettingsStore) -> By:
    """Return who is at work; a name that is not known is ''."""
    name = settings.get("my_name", "")
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A computer need not know: a row without a name is better than none.
        user = ""
    return By(user=user, who=name if isinstance(name, str) else "")
