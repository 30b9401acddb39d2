"""One thing, one name: no two classes of the package are called the same."""

import ast
from collections import defaultdict
from pathlib import Path

import lint


def test_no_two_classes_have_one_name() -> None:
    folder = Path(lint.__file__).parent
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.relative_to(folder).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}
