"""Runs a command on a pseudo-terminal: terminal.py COLUMNS STEPS COMMAND...

STEPS is a JSON list of [WORDS, KEYS]: when WORDS have appeared, KEYS are typed. What the command
writes goes to standard output; the exit code is the command's, or 128 and its signal.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

PATIENCE_SECONDS = 100

columns = int(sys.argv[1])
steps = json.loads(sys.argv[2])
command = sys.argv[3:]

# The child waits until its terminal has a size.
go_read, go_write = os.pipe()
child, terminal = pty.fork()
if child == 0:
    os.read(go_read, 1)
    # Whoever was started in the background of a script inherits a SIGINT that is ignored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
os.write(go_write, b"!")

written = b""
seen = 0
end = time.monotonic() + PATIENCE_SECONDS
while True:
    if time.monotonic() > end:
        os.kill(child, 9)
        print("\nterminal.py: it does not end", flush=True)
        break
    readable, _, _ = select.select([terminal], [], [], 0.1)
    if readable:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the last process has closed the terminal.
            break
        if not piece:
            break
        written += piece
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    if steps:
        at = written.find(steps[0][0].encode(), seen)
        if at >= 0:
            seen = at + len(steps[0][0].encode())
            os.write(terminal, steps[0][1].encode())
            steps.pop(0)
_, status = os.waitpid(child, 0)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
