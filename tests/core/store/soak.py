"""Random edits for as long as one likes, against the same edits in memory: `python soak.py FOLDER OPERATIONS SEED`.

Prints a JSON object of figures, also of what grew meanwhile: memory, open handles, bytes on disk.
"""

import json
import random
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from small_dossiers import _answered, _filed, _renamed, _typed, _unfiled, small_dossier

from cmdesk.store.project import create, open_project
from cmdesk.store.saving import Safety

DEEDS = (_typed, _typed, _typed, _filed, _filed, _unfiled, _answered, _renamed)
OPENED = 5_000
"""Operations between two openings."""


def handles():
    return len(list(Path("/proc/self/fd").iterdir()))


def memory():
    """Bytes that the process holds now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()


def on_disk(folder):
    return sum(path.stat().st_size for path in (folder / "data").iterdir())


def session(folder, state, rng, count, figures):
    """Edit for a while, with undo; returns the state that the dossier must open with."""
    project = open_project(folder)
    if project.dossier != state:
        figures["unequal"] += 1
    keeper = project.keeper(lambda _state: None)
    past = []
    for _operation in range(count):
        if past and rng.random() < 0.15:
            state = past.pop()
        else:
            past = [*past[-50:], state]
            state = rng.choice(DEEDS)(state, rng)
        keeper.keep(state, "edit", resting=rng.random() < 0.3)
        if rng.random() < 0.05 and not (keeper.flush() and keeper.state.safety is Safety.SAVED):
            figures["not saved"] += 1
    figures["not saved"] += not keeper.close()
    return state


def main(folder, operations, seed):
    rng, state = random.Random(seed), small_dossier()
    create(folder, state).close()
    figures = {"operations": 0, "openings": 0, "unequal": 0, "not saved": 0, "largest data": 0}
    start, base = time.monotonic(), None
    while figures["operations"] < operations:
        state = session(folder, state, rng, min(OPENED, operations), figures)
        figures["operations"] += min(OPENED, operations)
        figures["openings"] += 1
        figures["largest data"] = max(figures["largest data"], on_disk(folder))
        if base is None:
            base = memory(), handles()
        figures |= {"MB grown": round((memory() - base[0]) / 1e6, 1), "handles grown": handles() - base[1]}
        figures |= {"seconds": round(time.monotonic() - start), "snapshot": snapshot_size(folder)}
        if operations > 50_000:
            print(json.dumps(figures), flush=True)  # noqa: T201 - a long run is watched
    if open_project(folder, writable=False).dossier != state:
        figures["unequal"] += 1
    print(json.dumps(figures))  # noqa: T201 - what the test reads


def snapshot_size(folder):
    return max(folder.glob("data/snap-*")).stat().st_size


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
