"""The next number of the council's series of references."""

from sendapp.domain.record import DecisionRecord
from sendapp.domain.reference_series import SeriesFault, read_series
from sendapp.errors import Problem
from sendapp.services.council import read_settings
from sendapp.storage.keeper import Stores


def next_reference(stores: Stores, record: DecisionRecord, this_year: int) -> str:
    """Return the reference after the highest in use in the year of the decision.

    Until the date of the decision is known it is `this_year`. Records in the bin count, for they
    may come back. Raises a Problem where the council has no series.
    """
    try:
        series = read_series(read_settings(stores.settings).profile.series)
    except SeriesFault as fault:
        raise Problem(
            "Your council has no series of reference numbers yet.",
            "Enter one in the settings, under Numbers.",
        ) from fault
    year = int(record.date_of_decision[:4]) if record.date_of_decision else this_year
    return series.next_reference(year, stores.records.references(record.id, with_bin=True))
