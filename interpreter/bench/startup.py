#!/usr/bin/env python3
"""Measures how long short commands of the distribution take, as whole processes, in turn with `python3 -c pass`, and prints
the table of README.md.

    interpreter/bench/startup.py [RUNS]

Build first (`./brayer --version`). Each round runs every command once, so that a slow moment of the machine falls on all of
them; wall time and CPU time are minima, memory is the largest resident set. Ends with 1 if a command does not end as it
should; a goal that is missed is marked, not more: the machine may be busy.
"""
import os
import pathlib
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BRAYER = str(ROOT / "cli/target/brayer/bin/brayer")
CASES = ROOT / "interpreter/bench/startup"


def once(command, folder):
    """Wall milliseconds, CPU milliseconds, resident megabytes and exit code of one run."""
    null = os.open(os.devnull, os.O_RDWR)
    os.chdir(folder)
    start = time.perf_counter()
    process = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)],
    )
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    os.close(null)
    cpu = usage.ru_utime + usage.ru_stime
    return wall * 1000, cpu * 1000, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


class Case:
    """A command, its folder, and how many times `python3 -c pass` and how many megabytes it may take."""

    def __init__(self, name, command, ratio=None, memory=None, folder=CASES):
        self.name = name
        self.command = command
        self.ratio = ratio
        self.memory = memory
        self.folder = folder
        self.runs = []

    def run(self):
        self.runs.append(once(self.command, self.folder))

    def wall(self):
        return min(run[0] for run in self.runs)

    def row(self, base):
        ratio = self.wall() / base
        memory = max(run[2] for run in self.runs)
        missed = (self.ratio and ratio > self.ratio) or (self.memory and memory > self.memory)
        goals = [f"≤ {self.ratio:g}"] if self.ratio else []
        goals += [f"memory ≤ {self.memory} MB"] if self.memory else []
        cpu = min(run[1] for run in self.runs)
        mark = ": missed" if missed else ""
        return f"| {self.name} | {self.wall():.0f} | {ratio:.2f} | {'; '.join(goals)}{mark} | {cpu:.0f} | {memory:.0f} |"


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    rules = str(ROOT / "interpreter/bench/src/main/resources/dev/brayer/bench/rules")
    python = Case("`python3 -c pass`", [sys.executable, "-c", "pass"])
    cases = [
        python,
        Case("`python3 -I -S -c pass`, bare", [sys.executable, "-I", "-S", "-c", "pass"]),
        Case("`brayer --version`", [BRAYER, "--version"], 1.2),
        Case(
            "`brayer check`, one policy, three documents",
            [BRAYER, "check", "--policy", "policy.cop", "manifests.yml"],
            2.0,
            60,
        ),
        Case("`brayer render`, ten stencils", [BRAYER, "render", "bench"], 2.5, folder=CASES / "project"),
        Case("`brayer check`, one script", [BRAYER, "check", "--policy", "script.js", "manifests.yml"], 12),
        Case("`brayer check`, fifty rules", [BRAYER, "check", "--policy", rules, "manifests.yml"]),
        Case("`brayer test`, two cases", [BRAYER, "test", "tested.cop"]),
        Case("`brayer lint`, one policy", [BRAYER, "lint", "policy.cop"]),
        Case("`brayer fmt --check`, one policy", [BRAYER, "fmt", "--check", "policy.cop"]),
    ]
    for _ in range(runs):
        for case in cases:
            case.run()
    base = python.wall()
    print(f"{runs} rounds, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}\n")
    print("| command | wall ms | ratio | goal | CPU ms | MB |")
    print("|---|---|---|---|---|---|")
    for case in cases:
        print(case.row(base))
    # The fifty rules find something in these manifests: 1.
    wrong = [
        f"{case.name} ended with {codes}"
        for case in cases
        if (codes := sorted({run[3] for run in case.runs})) != ([1] if "fifty" in case.name else [0])
    ]
    if wrong:
        sys.exit("; ".join(wrong))


if __name__ == "__main__":
    main()
