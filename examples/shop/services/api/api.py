"""The shop's api: GET /products, POST /orders. An order is stored first and then handed to the workers."""

import contextlib
import json
import os
import signal
import threading
from http.server import ThreadingHTTPServer

import shop

MAX_BODY = 64 * 1024
stopping = threading.Event()


class Api(shop.Health):
    def ready(self):
        return not stopping.is_set() and shop.database_answers()

    def do_GET(self):
        if self.path != "/products":
            super().do_GET()
            return
        with shop.database() as connection:
            rows = connection.execute("select id, name, price from products order by name").fetchall()
        self.answer(200, [{"id": id, "name": name, "price": price} for id, name, price in rows])

    def do_POST(self):
        if self.path != "/orders":
            self.answer(404, "no such page")
            return
        length = int(self.headers.get("content-length", 0))
        if not 0 < length <= MAX_BODY:
            self.answer(413, "an order has between 1 byte and 64 kB")
            return
        try:
            order = json.loads(self.rfile.read(length))
            product, amount = int(order["product"]), int(order["amount"])
        except (ValueError, KeyError, TypeError):
            self.answer(400, "an order names a product and an amount")
            return
        with shop.database() as connection:
            (number,) = connection.execute(
                "insert into orders (product, amount) values (%s, %s) returning id", (product, amount)
            ).fetchone()
        with contextlib.closing(shop.Queue("orders")) as orders:
            orders.put({"order": number})
        shop.log("info", "order accepted", order=number)
        self.answer(202, {"order": number})


def main():
    server = ThreadingHTTPServer(("", int(os.environ["API_PORT"])), Api)

    def stop(*_):
        stopping.set()
        threading.Timer(5, server.shutdown).start()  # time for the endpoints to leave the load balancer

    signal.signal(signal.SIGTERM, stop)
    shop.log("info", "api listens", port=server.server_port)
    server.serve_forever()
    server.server_close()


if __name__ == "__main__":
    main()
