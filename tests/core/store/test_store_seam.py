"""Everything that changes a disk goes through the seam, so that the simulated disk sees it."""

import ast
from pathlib import Path

import pytest

import cmdesk.store

STORE = Path(cmdesk.store.__file__).parent
SEAM = "disk.py"
MODULES = {"shutil", "tempfile", "io", "fileinput", "mmap"}
HARMLESS_OF_OS = {"getpid", "kill", "strerror"}
ALWAYS = {"write_text", "write_bytes", "touch", "symlink_to", "hardlink_to", "chmod", "fdopen"}
WITH_AS_MANY_ARGUMENTS = {"replace": 1, "rename": 1, "unlink": 0, "mkdir": 0, "rmdir": 0}
"""Methods of Path, told by the number of their arguments from those of texts, records and the seam."""


def writes(source):
    """Lines of a module that might change a disk."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else {node.module}
            if names & MODULES or (isinstance(node, ast.ImportFrom) and node.module == "os"):
                yield node.lineno
        elif isinstance(node, ast.Call) and _may_write(node):
            yield node.lineno


def _may_write(call):
    match call.func:
        case ast.Name(id="open") | ast.Attribute(attr="open"):
            return [each.value for each in call.args if isinstance(each, ast.Constant)] != ["rb"]
        case ast.Attribute(value=ast.Name(id="os"), attr=name):
            return name not in HARMLESS_OF_OS
        case ast.Attribute(attr=name):
            return name in ALWAYS or (not call.keywords and WITH_AS_MANY_ARGUMENTS.get(name) == len(call.args))
    return False


@pytest.mark.parametrize("module", sorted(path.name for path in STORE.glob("*.py") if path.name != SEAM))
def test_only_the_seam_writes(module):
    assert list(writes((STORE / module).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "open('x', 'w')",
        "path.open('w')",
        "open(path)",
        "os.replace(a, b)",
        "path.replace(target)",
        "path.rename(target)",
        "path.unlink()",
        "path.write_text('x')",
        "import shutil",
        "from tempfile import mkstemp",
        "from os import replace",
        "os.open(path, os.O_WRONLY)",
        "path.mkdir()",
        "os.remove(p)",
    ],
)
def test_a_write_outside_the_seam_would_be_noticed(line):
    assert list(writes(line)) == [1]
