"""Run as a process: the spelling engine at work, with every file and connection it opens noted."""

import json
import sys
from typing import Any

from sendapp.paths import resources
from sendapp.services import spelling_engine
from sendapp.services.spelling_engine import Asked

ASKED = (Asked(words=("teh", "the")), Asked(suggest="teh"))


class Pipe:
    """Asks what ASKED says, and keeps the answers."""

    def __init__(self) -> None:
        self._left = [*ASKED, None]
        self.answers: list[Any] = []

    def recv(self) -> Asked | None:
        """Return the next question, None at the end."""
        return self._left.pop(0)

    def send(self, answer: Any) -> None:
        """Keep an answer."""
        self.answers.append(sorted(answer))


def main() -> None:
    """Print what was answered, the files that were opened and the connections, as JSON."""
    opened: list[str] = []
    connections: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str):
            opened.append(arguments[0])
        elif event.startswith("socket."):
            connections.append(event)

    sys.addaudithook(watch)
    pipe = Pipe()
    spelling_engine.serve(pipe, str(resources() / "dictionaries" / "en_GB"))  # type: ignore[arg-type]
    found = {"answers": pipe.answers, "opened": opened, "connections": connections}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
