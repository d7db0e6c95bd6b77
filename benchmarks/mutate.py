"""How many negated conditions of the judges the checks' own tests notice.

    python -m benchmarks.mutate [ID ...] [--survivors]

Every condition of every check (if, while, conditional expression, filter of a comprehension) is
negated, one at a time, and the check's own test runs against it in a process of its own. A mutant
that no test notices is a survivor. Each test must pass against the check as it stands, loaded in
the same way; where one does not, its mutants would mean nothing, and the exit is 1. Ends with
`RESULT mutate=<share caught>`.
"""

import argparse
import ast
import copy
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

import tests.audits.build  # noqa: F401  loaded once, before each child needs it
from audits import catalogue

ROOT = Path(__file__).parents[1]
SECONDS = 60
QUIET = ("-x", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:hypothesispytest")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A check's module with one condition negated."""

    check: str
    module: str
    line: int
    condition: str
    code: ast.Module


def as_it_stands(check_id: str) -> Mutant:
    """The check's module with nothing negated."""
    module = catalogue.load_checks()[check_id].judge.__module__
    path = Path(sys.modules[module].__file__ or "")
    return Mutant(check_id, module, 0, "", ast.parse(path.read_text(encoding="utf-8")))


def mutants(check_id: str) -> Iterator[Mutant]:
    """Every mutant of a check's file, in the order of its lines."""
    whole = as_it_stands(check_id)
    module, tree = whole.module, whole.code
    for number in range(len(list(_conditions(tree)))):
        changed = copy.deepcopy(tree)
        owner, name, index = list(_conditions(changed))[number]
        held = getattr(owner, name)
        condition = held if index is None else held[index]
        negated = ast.copy_location(ast.UnaryOp(ast.Not(), condition), condition)
        if index is None:
            setattr(owner, name, negated)
        else:
            held[index] = negated
        ast.fix_missing_locations(changed)
        yield Mutant(check_id, module, condition.lineno, ast.unparse(condition), changed)


def _conditions(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            yield node, "test", None
        elif isinstance(node, ast.comprehension):
            yield from ((node, "ifs", index) for index in range(len(node.ifs)))


def is_caught(mutant: Mutant) -> bool:
    """Whether the check's own test fails against it. Runs in a child of this process."""
    child = os.fork()
    if child == 0:
        os._exit(_run(mutant))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0


def _run(mutant: Mutant) -> int:
    signal.alarm(SECONDS)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    original = sys.modules[mutant.module]
    module = ModuleType(mutant.module)
    module.__file__ = original.__file__
    sys.modules[mutant.module] = module
    exec(compile(mutant.code, mutant.module, "exec"), module.__dict__)
    parent, _, name = mutant.module.rpartition(".")
    setattr(sys.modules[parent], name, module)
    catalogue.load_checks.cache_clear()
    return int(pytest.main([*QUIET, str(_test_of(mutant.module))]))


def _test_of(module: str) -> Path:
    head, name = module.split(".")[1:]
    return ROOT / "tests" / "audits" / head / f"test_{name}.py"


def main() -> None:
    """Run the mutants of the checks named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checks", nargs="*", metavar="ID")
    parser.add_argument("--survivors", action="store_true", help="print only those not caught")
    chosen = parser.parse_args()
    caught = total = 0
    for check_id in chosen.checks or catalogue.load_checks():
        if is_caught(as_it_stands(check_id)):
            sys.exit(f"{check_id}: its test fails with nothing negated")
        found = [(one, is_caught(one)) for one in mutants(check_id)]
        caught += sum(dead for _, dead in found)
        total += len(found)
        if not chosen.survivors:
            print(f"{check_id}: {sum(dead for _, dead in found)} of {len(found)}", flush=True)
        for one, dead in found:
            if not dead:
                print(f"    {one.module}:{one.line} survived: not ({one.condition})", flush=True)
    print(f"RESULT mutate={caught / total:.3f} ({caught} of {total} negated conditions caught)")


if __name__ == "__main__":
    main()
