"""Takes work from one queue: `worker.py orders`. A worker that is told to stop finishes the item it holds."""

import contextlib
import os
import signal
import sys
import threading
import time
from http.server import ThreadingHTTPServer

import shop

stopping = threading.Event()
last_turn = time.monotonic()


class WorkerHealth(shop.Health):
    def ready(self):
        return not stopping.is_set() and time.monotonic() - last_turn < 60


def ship(item):
    with shop.database() as connection:
        connection.execute("update orders set shipped_at = now() where id = %s and shipped_at is null", (item["order"],))
    with contextlib.closing(shop.Queue("mails")) as mails:
        mails.put({"order": item["order"], "text": "Your order is on its way."})


def mail(item):
    shop.log("info", "mail sent", relay=os.environ["MAIL_RELAY"], order=item["order"])


WORK = {"orders": ship, "mails": mail}


def main(queue_name):
    global last_turn
    work = WORK[queue_name]
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    health = ThreadingHTTPServer(("", int(os.environ["WORKER_PORT"])), WorkerHealth)
    threading.Thread(target=health.serve_forever, daemon=True).start()
    queue = shop.Queue(queue_name)
    while not stopping.is_set():
        last_turn = time.monotonic()
        item = queue.take(seconds=5)
        if item is not None:
            work(item)
    queue.close()


if __name__ == "__main__":
    main(sys.argv[1])
