"""Let the system's calls fail under a saving process, by strace: `python faulty_calls.py FOLDER FAULTS SEED`.

Prints a JSON object of figures; only faults that hit files of the dossier or of its second copy are counted.
"""

import json
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
FAULTS = [
    ("write", "error=ENOSPC"),
    ("write", "error=EIO"),
    ("write", "error=EINTR"),
    ("fsync", "error=EIO"),
    ("fsync", "error=ENOSPC"),
    ("openat", "error=ENOSPC"),
    ("openat", "error=EACCES"),
    ("rename", "error=EIO"),
    ("unlink", "error=EACCES"),
    ("close", "error=EIO"),
]
CHILD = """
import sys
sys.path.insert(0, {here!r})
from pathlib import Path
from dataclasses import replace
from small_dossiers import evidence
from killed_writer import number_of
from cmdesk.model.language import Wording
from cmdesk.store.ledger import Pace
from cmdesk.store.project import open_project
project = open_project(Path(sys.argv[1]), take_over=True)
keeper = project.keeper(lambda _state: None, pace=Pace(lines=5))
state = project.dossier
for _edit in range(40):
    number = number_of(state) + 1
    state = replace(state, profile=replace(state.profile, city=Wording("ก", str(number))))
    state = state.with_evidence(evidence(number % 9, str(number)))
    keeper.keep(state, "edit")
    if keeper.flush(5):
        sys.stdout.write(f"{{number}}\\n")
        sys.stdout.flush()
keeper.close(5)
"""


CALLS_BEFORE = {"openat": 2_500, "close": 2_500, "rename": 15, "unlink": 15, "fsync": 60, "write": 60}
"""The fault comes first at one of so many calls, of which Python's own start takes a share."""
OURS = re.compile(r"snap-|jnl-|/data|/shadow/")


def run(folder, call, fault, rng):
    """Numbers of acknowledged edits, and how many faults hit our files."""
    trace = folder.parent / "trace"
    when = f"{rng.randint(1, CALLS_BEFORE[call])}+{rng.randint(2, 9)}"
    command = ["strace", "-f", "-y", "-o", trace, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={when}"]
    child = [sys.executable, "-c", CHILD.format(here=str(HERE)), folder]
    done = subprocess.run([*command, *child], capture_output=True, text=True, check=False)
    lines = trace.read_text("utf-8", "replace").splitlines()
    hits = [line for line in lines if "(INJECTED)" in line and OURS.search(line)]
    return [int(word) for word in done.stdout.split() if word.isdigit()], len(hits)


def main(folder, limit, seed):
    sys.path.insert(0, str(HERE))
    from killed_writer import number_of  # noqa: PLC0415 - the path is set just now
    from small_dossiers import small_dossier  # noqa: PLC0415

    from cmdesk.store.project import create, open_project  # noqa: PLC0415

    rng, fired, figures = random.Random(seed), Counter(), Counter()
    create(folder, small_dossier()).close()
    last = 0
    while sum(fired.values()) < limit:
        call, fault = rng.choice(FAULTS)
        told, hits = run(folder, call, fault, rng)
        fired[f"{call} {fault}"] += hits
        last = max([last, *told])
        project = open_project(folder, writable=False)
        figures["runs"] += 1
        figures["acknowledged"] += len(told)
        figures["lost"] += max(0, last - number_of(project.dossier))
        figures["alarms"] += len(project.report.damage)
        last = number_of(project.dossier)
    print(json.dumps({**figures, "faults": sum(fired.values()), **fired}))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
