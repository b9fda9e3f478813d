#!/usr/bin/env python3
"""Measures how long short commands of the distribution take, as whole processes, interleaved with `python3 -c pass`.

    interpreter/bench/startup.py [RUNS]

Build first (`./brayer --version`). Each round runs every command once, so that a slow moment of the machine falls on all of
them; wall time and CPU time are minima, memory is the largest resident set.
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


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    commands = {
        "python3 -c pass": ([sys.executable, "-c", "pass"], CASES),
        "brayer --version": ([BRAYER, "--version"], CASES),
        "brayer check, one policy, three documents": (
            [BRAYER, "check", "--policy", "policy.cop", "manifests.yml"],
            CASES,
        ),
        "brayer render, ten stencils": ([BRAYER, "render", "bench"], CASES / "project"),
    }
    results = {name: [] for name in commands}
    for _ in range(runs):
        for name, (command, folder) in commands.items():
            results[name].append(once(command, folder))
    base = min(run[0] for run in results["python3 -c pass"])
    print(f"{'':44}{'wall ms':>9}{'ratio':>7}{'CPU ms':>8}{'MB':>6}  exit")
    for name, found in results.items():
        wall = min(run[0] for run in found)
        cpu = min(run[1] for run in found)
        memory = max(run[2] for run in found)
        codes = sorted({run[3] for run in found})
        print(f"{name:44}{wall:9.1f}{wall / base:7.2f}{cpu:8.1f}{memory:6.0f}  {codes}")


if __name__ == "__main__":
    main()
