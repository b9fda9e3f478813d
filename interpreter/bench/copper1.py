#!/usr/bin/env python3
"""Compares `brayer copper check` with Copper 1, the Ruby program whose rules it runs.

    interpreter/bench/copper1.py 'COMMAND' [RUNS]

COMMAND starts Copper 1, such as `ruby -I lib bin/copper` in a checkout of its version 0.0.7. Build brayer and the benchmarks
first: `mvn -q -pl cli,interpreter/bench -am package -Dmaven.test.skip.exec`.

Both judge the same documents by the four rules of `copper1/rules.cop`, in turn, as whole processes, and have to print the same
lines: it ends with 1 if they do not. Two things are taken out of the generated manifests, for there the two differ on purpose:
digests (Copper 1 takes `latest@sha256` for the tag of `app:latest@sha256:…`) and the `---` in front of the first document
(Copper 1 judges what stands before it, which is nothing). CPU times are minima.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

from throughput import BENCH, BRAYER, write

RULES = str(BENCH / "copper1/rules.cop")
COLORS = re.compile(r"\x1b\[[0-9;]*m")


def once(command, file):
    """CPU seconds, megabytes, exit code and lines of one run."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [*command, "check", "--rules", RULES, "--file", file], stdout=output, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        lines = [COLORS.sub("", line).rstrip() for line in output.read().decode().splitlines()]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, lines


def main():
    copper = shlex.split(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print("| documents in one file | Copper 1, CPU s | MB | brayer, CPU s | MB | Copper 1 to brayer | failures of both |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for count in 1, 100, 1000:
            file = pathlib.Path(folder, f"{count}.yml")
            with open(file, "wb") as out:
                write(count, "-", out)
            text = re.sub(r"@sha256:[0-9a-f]+", "", file.read_text("utf-8"))
            file.write_text(text.removeprefix("---\n"), "utf-8")
            theirs, ours = [], []
            for _ in range(runs):
                theirs.append(once(copper, str(file)))
                ours.append(once([BRAYER, "copper"], str(file)))
            # The exit code of Copper 1 is that of the last document alone.
            if theirs[0][3] != ours[0][3]:
                pairs = zip(theirs[0][3], ours[0][3])
                first = next((f"{one!r} and {two!r}" for one, two in pairs if one != two), "one has more lines")
                sys.exit(f"{count} documents: the lines differ: {first}")
            fails = sum(line.endswith("FAIL") for line in ours[0][3])
            one, two = min(run[0] for run in theirs), min(run[0] for run in ours)
            print(
                f"| {count} | {one:.2f} | {max(run[1] for run in theirs):.0f} | {two:.2f} | "
                f"{max(run[1] for run in ours):.0f} | {one / two:.1f} × | {fails} |"
            )


if __name__ == "__main__":
    main()
