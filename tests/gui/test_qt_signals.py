"""Guards the pin of PySide6: 6.12.0 on Python 3.11 loses a reference at every emitted signal, and aborts."""

import pytest
from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal(bool)


@pytest.mark.usefixtures("qapp")
def test_five_thousand_signals_leave_the_process_alive():
    sender, heard = Sender(), []
    sender.sent.connect(heard.append)
    for _emission in range(5_000):
        sender.sent.emit(True)  # noqa: FBT003 - the very object whose count was corrupted
    assert len(heard) == 5_000
