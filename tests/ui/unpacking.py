"""Run as a process: unpacks pictures in one thread while another reads icons for styles.

Qt guards its readers of pictures with one lock. A thread that holds it and waits for Python, while
another has Python and waits for it, stands still for ever, and so does the window.
"""

import sys
import threading
import time

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from sendapp.paths import resources
from sendapp.ui.page_paint import picture_of


def main() -> None:
    """Go on for as many seconds as asked, then say how many pictures there were."""
    app = QGuiApplication([])
    page = QImage(320, 450, QImage.Format.Format_RGB32)
    page.fill(0xFFEEEEEE)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.save(buffer, "PNG")  # type: ignore[call-overload]
    png = buffer.data().data()
    until = time.monotonic() + float(sys.argv[1])
    unpacked = 0

    def unpack() -> None:
        nonlocal unpacked
        while time.monotonic() < until:
            assert not picture_of(png).isNull()
            unpacked += 1

    thread = threading.Thread(target=unpack)
    thread.start()
    icon = str(resources() / "styles" / "tick-light.svg")
    while time.monotonic() < until:
        QImageReader(icon).size()
    thread.join()
    app.quit()
    sys.stdout.write(f"{unpacked}\n")


if __name__ == "__main__":
    main()
