#!/usr/bin/env python3
"""Measures `brayer check` of whole clusters, as whole processes: files, and one stream on standard input.

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
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"


def write(count, target, out=None):
    classes = f"{BENCH}/target/test-classes:{BENCH}/target/classes:{BENCH}/target/lib/*"
    subprocess.run([JAVA, "-cp", classes, "dev.brayer.bench.WriteCorpus", str(count), target], stdout=out, check=True)


def measure(name, policies, manifests, source=None):
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
        summary = output.read().decode().splitlines()[-1]
    cpu = usage.ru_utime + usage.ru_stime
    print(f"{name:34}{wall:8.2f}{cpu:8.2f}{usage.ru_maxrss / 1024:7.0f}  {summary}")


def main():
    counts = [int(word) for word in sys.argv[1:]] or [1000, 10000, 100000]
    print(f"{'':34}{'wall s':>8}{'CPU s':>8}{'MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            files = os.path.join(folder, f"{count}")
            write(count, files)
            measure(f"{count} files, 50 rules", "rules", files)
            measure(f"{count} files, 7 rules of neighbours", "neighbours", files)
            stream = files + ".yaml"
            with open(stream, "wb") as out:
                write(count, "-", out)
            measure(f"{count} documents on stdin, 50 rules", "rules", "-", stream)


if __name__ == "__main__":
    main()
