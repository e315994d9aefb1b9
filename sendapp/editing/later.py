"""Results that come later, delivered on the interface thread to one who is still there."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class _Delivery(QObject):
    """Carries one result from the thread where it was made to the interface thread."""

    arrived = Signal()

    def __init__(
        self,
        owner: QObject,
        future: Future[T],
        done: Callable[[T], object],
        failed: Callable[[BaseException], object] | None,
    ) -> None:
        super().__init__(owner)
        self._future = future
        self._done = done
        self._failed = failed
        self.arrived.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def deliver(self) -> None:
        self.deleteLater()
        try:
            result = self._future.result(timeout=0)
        except CancelledError:
            return
        except Exception as fault:
            if self._failed is None:
                raise
            self._failed(fault)
            return
        self._done(result)


def when_done(
    future: Future[T],
    owner: QObject,
    done: Callable[[T], object],
    failed: Callable[[BaseException], object] | None = None,
) -> None:
    """Call `done(result)` or `failed(exception)` on the interface thread, unless `owner` is gone.

    A cancelled future calls neither. Without `failed`, an exception is raised in the event loop,
    where it is treated as a fault of ours.
    """
    delivery = _Delivery(owner, future, done, failed)

    def announce(_: Future[T]) -> None:
        try:
            delivery.arrived.emit()
        except RuntimeError:
            # The owner, and the delivery with it, was deleted meanwhile.
            return

    future.add_done_callback(announce)
