"""What api and worker share: log lines, the queue in the cache, and a server for health questions."""

import json
import os
import socket
import sys
from http.server import BaseHTTPRequestHandler

import psycopg  # part of the company's Python base image

LEVELS = ["debug", "info", "warn", "error"]
LOG_FILE = os.environ["LOG_FILE"]


def log(level, message, **fields):
    if LEVELS.index(level) < LEVELS.index(os.environ["LOG_LEVEL"]):
        return
    line = json.dumps({"level": level, "message": message, **fields})
    print(line, file=sys.stderr, flush=True)
    with open(LOG_FILE, "a", encoding="utf-8") as file:
        file.write(line + "\n")


def database():
    return psycopg.connect(
        host=os.environ["DATABASE_HOST"],
        port=int(os.environ["DATABASE_PORT"]),
        dbname=os.environ["DATABASE_NAME"],
        user=os.environ["DATABASE_USER"],
        password=os.environ["DATABASE_PASSWORD"],
        connect_timeout=5,
    )


def database_answers():
    try:
        with database() as connection:
            connection.execute("select 1")
        return True
    except psycopg.OperationalError as error:
        log("warn", "the database does not answer", reason=str(error).strip())
        return False


class Queue:
    """A list in Redis: the few commands that a queue needs, in its text protocol."""

    def __init__(self, name):
        self.name = name
        self.socket = socket.create_connection((os.environ["CACHE_HOST"], int(os.environ["CACHE_PORT"])), timeout=30)
        self.reader = self.socket.makefile("rb")

    def put(self, item):
        self._ask("LPUSH", self.name, json.dumps(item))

    def take(self, seconds):
        reply = self._ask("BRPOP", self.name, str(seconds))
        return json.loads(reply[1]) if reply else None

    def close(self):
        self.socket.close()

    def _ask(self, *words):
        encoded = [word.encode() for word in words]
        parts = [b"*%d\r\n" % len(encoded)] + [b"$%d\r\n%s\r\n" % (len(word), word) for word in encoded]
        self.socket.sendall(b"".join(parts))
        return self._reply()

    def _reply(self):
        line = self.reader.readline()
        if not line:
            raise ConnectionError("the cache closed the connection")
        kind, rest = line[:1], line[1:].strip()
        if kind == b"-":
            raise RuntimeError(rest.decode())
        if kind == b"$":
            return None if rest == b"-1" else self.reader.read(int(rest) + 2)[:-2]
        if kind == b"*":
            return None if rest == b"-1" else [self._reply() for _ in range(int(rest))]
        return rest


class Health(BaseHTTPRequestHandler):
    """Answers /healthz and /readyz; a service says what ready means."""

    def ready(self):
        return True

    def do_GET(self):
        if self.path == "/healthz":
            self.answer(200, "alive")
        elif self.path == "/readyz":
            ready = self.ready()
            self.answer(200 if ready else 503, "ready" if ready else "not ready")
        else:
            self.answer(404, "no such page")

    def answer(self, status, body):
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format, *arguments):
        log("debug", format % arguments)
