"""How a rich text's tables stand in a QTextDocument."""

from PySide6.QtGui import (
    QGuiApplication,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from sendapp.domain.richtext import Table

CELL_PADDING = 4.0


def insert_table(cursor: QTextCursor, table: Table) -> QTextTable:
    """Put an empty table of the size of `table` at the cursor, and return it."""
    placed = cursor.insertTable(len(table.rows), len(table.rows[0]), table_format(table.header))
    if table.header:
        shade_header(placed)
    return placed


def table_format(header: bool) -> QTextTableFormat:
    """Return how a table looks on the form."""
    look = QTextTableFormat()
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setCellPadding(CELL_PADDING)
    look.setCellSpacing(0)
    look.setHeaderRowCount(1 if header else 0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setTopMargin(CELL_PADDING)
    look.setBottomMargin(CELL_PADDING)
    return look


def shade_header(table: QTextTable) -> None:
    """Shade the first row of a table with a header row, and no other."""
    for row in range(min(2, table.rows())):
        for column in range(table.columns()):
            look = QTextTableCellFormat()
            look.setBorder(1)
            if row == 0 and table.format().headerRowCount():
                look.setBackground(QGuiApplication.palette().mid())
            table.cellAt(row, column).setFormat(look)
