"""Reference numbers, and how long records are kept."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from sendapp.domain.profile import MOST_YEARS
from sendapp.domain.reference_series import fault_in_series, read_series
from sendapp.services.council import CouncilSettings
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.settings.number_edit import NumberEdit
from sendapp.ui.settings.page import Noted, SettingsPage
from sendapp.ui.theme import Look, looks


class NumbersPage(SettingsPage):
    """The series with an example of what it makes, and the years of retention."""

    def __init__(self) -> None:
        super().__init__("Numbers")
        self._line = LineEdit("reference_series", "Reference numbers")
        self._line.setPlaceholderText("CMD/{year}/{number:03}")
        self._series = Noted("reference_series", self._line)
        self.example = looks(QLabel(self), Look.MUTED)
        self.example.setObjectName("series_example")
        self.example.setWordWrap(True)
        self._records = NumberEdit("retention_years", "Years decision records", 1, MOST_YEARS)
        self._papers = NumberEdit("papers_years", "Years background papers", 1, MOST_YEARS)
        self._lay_out()
        self._line.textChanged.connect(self._tell)
        self._tell()

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        self._line.setText(settings.profile.series)
        self._records.setValue(settings.profile.retention_years)
        self._papers.setValue(settings.profile.papers_years)

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        profile = replace(
            settings.profile,
            series=self._line.text().strip(),
            retention_years=self._records.value(),
            papers_years=self._papers.value(),
        )
        return replace(settings, profile=profile)

    @override
    def check(self) -> QWidget | None:
        fault = fault_in_series(self._line.text())
        self._series.say(fault, aloud=True)
        return self._line if fault else None

    def _lay_out(self) -> None:
        self.heading("Numbers")
        self.row(
            self._series,
            "Reference numbers",
            "How your council numbers its decisions: {number} for the number, {number:03} for "
            "three digits at least, {year} for the year. Blank for none.",
        )
        self._column.addWidget(self.example)
        self.heading("Retention")
        self.note("Counted in years from the date of the decision.")
        self.row(self._records, "Decision records are kept for")
        self.row(self._papers, "Background papers are kept for")
        self.end()

    @Slot()
    def _tell(self) -> None:
        text = self._line.text()
        self._series.say(fault_in_series(text))
        self.example.setText("" if fault_in_series(text) else _example(text))
        self.example.setVisible(bool(self.example.text()))


def _example(text: str) -> str:
    """Return what a series makes, in a sentence."""
    if not text.strip():
        return "Without a series, whoever drafts a record types its reference."
    series, year = read_series(text), date.today().year
    anew = (
        "Numbers begin at 1 with each year of decision."
        if series.yearly
        else "Numbers run on from year to year."
    )
    return f"Like {series.reference(year, 1)}, {series.reference(year, 2)}. {anew}"
