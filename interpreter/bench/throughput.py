#!/usr/bin/env python3
"""Measures `brayer check` of whole clusters, as whole processes: files, and one stream on standard input. Prints the table of
README.md: times, memory, and whether they grow with the number of manifests or faster.

    interpreter/bench/throughput.py [COUNT ...]      (1000 10000 100000 where none is given)

Build first: `mvn -q -pl cli,interpreter/bench -am package -Dmaven.test.skip.exec`. Prints CPU time beside wall time: on a
busy machine only the former says much.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = ROOT / "interpreter/bench"
BRAYER = str(ROOT / "cli/target/brayer/bin/brayer")
POLICIES = BENCH / "src/main/resources/dev/brayer/bench"
# The Java that brayer was built with.
JAVA = os.path.join((ROOT / "cli/target/brayer/lib/java-home").read_text("utf-8").strip(), "bin/java")


def write(count, target, out=None):
    classes = f"{BENCH}/target/test-classes:{BENCH}/target/classes:{BENCH}/target/lib/*"
    subprocess.run([JAVA, "-cp", classes, "dev.brayer.bench.WriteCorpus", str(count), target], stdout=out, check=True)


def measure(policies, manifests, source=None):
    """Wall seconds, CPU seconds and megabytes of one run, which has to come to a verdict."""
    with open(source or os.devnull, "rb") as standard_input, tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [BRAYER, "check", "--policy", str(POLICIES / policies), manifests],
            stdin=standard_input, stdout=output, stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(max(0, output.seek(0, os.SEEK_END) - 200))
        summary = output.read().decode(errors="replace").splitlines()[-1]
    if process.returncode != 1 or " passed" not in summary:
        sys.exit(f"it ended with {process.returncode}: {summary}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, count, found, before):
    """One row. `before` is the count and the times of the row for fewer manifests, if there is one."""
    wall, cpu, memory = found
    growth = ""
    if before:
        times = found[1] / before[1][1]
        growth = f"{times:.1f} × for {count / before[0]:g} ×: {'linear' if times <= count / before[0] else 'NOT linear'}"
    print(f"| {count:,} {name} | {wall:.1f} | {cpu:.1f} | {memory:,.0f} | {growth} |", flush=True)


def main():
    counts = [int(word) for word in sys.argv[1:]] or [1000, 10000, 100000]
    print("| `brayer check` of | wall s | CPU s | MB | CPU time, to the count before |")
    print("|---|---|---|---|---|")
    before = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            files = os.path.join(folder, f"{count}")
            write(count, files)
            stream = files + ".yaml"
            with open(stream, "wb") as out:
                write(count, "-", out)
            for name, policies, manifests, source in (
                ("files, 50 rules", "rules", files, None),
                ("documents on stdin, 50 rules", "rules", "-", stream),
                ("files, 7 rules of neighbours", "neighbours", files, None),
            ):
                found = measure(policies, manifests, source)
                row(name, count, found, before.get(name))
                before[name] = count, found


if __name__ == "__main__":
    main()
