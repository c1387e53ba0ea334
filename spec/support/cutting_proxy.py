"""A proxy before a PostgreSQL server that cuts, delays and garbles what goes through it.

python3 cutting_proxy.py PORT: listens on a free port of 127.0.0.1, which it prints, and hands everything on to PORT. What
is to happen to a connection is its application_name, MODE.SIDE.AT.NAME: to the AT-th message that SIDE (client or server)
sends behind the first packet, or to the first in which the word AT stands; of a server's, to the first such row.
  before, within, after   both sides are cut before it, after half of it, or after all of it has been handed on
  silent                  from it on nothing is handed on any more, requests to cancel neither; nobody is cut
  late                    it is handed on half a second later
  drip                    from it on all that SIDE sends is handed on in pieces of a few bytes
  garble                  some of its bytes are others
  count                   nothing
It happens once: a second connection of that name, as one that asks what has become of a commit, is handed on as it is.
What a connection was like is printed at its end: NAME CLIENT-MESSAGES SERVER-MESSAGES. It ends when its input does.
"""
import random
import select
import socket
import struct
import sys
import threading
import time

PORT = int(sys.argv[1])
CANCEL, TLS, GSS = 80877102, 80877103, 80877104
lock = threading.Lock()
done = set()
deaf = set()      # keys of servers' processes that nobody is to hear of
out = threading.Lock()


class Cut(Exception):
    pass


def receive(sock, size):
    data = b""
    while len(data) < size:
        more = sock.recv(size - len(data))
        if not more:
            raise Cut
        data += more
    return data


def first_packet(client):
    while True:
        head = receive(client, 8)
        length, code = struct.unpack("!II", head)
        packet = head + receive(client, length - 8)
        if code not in (TLS, GSS):
            return code, packet
        client.sendall(b"N")


def plan_of(packet):
    words = packet[8:].split(b"\0")
    for key, value in zip(words[::2], words[1::2]):
        if key == b"application_name":
            parts = value.decode("utf-8", "replace").split(".")
            if len(parts) == 4:
                with lock:
                    if value in done:
                        return None
                    done.add(value)
                return parts
    return None


def garbled(message, seed):
    chance, data = random.Random(seed), bytearray(message)
    for _ in range(chance.choice((1, 1, 2, 8))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


class Side:
    """One direction: what has come and is not handed on yet, and how many messages were."""

    def __init__(self, name, source, target, link):
        self.name, self.source, self.target, self.link = name, source, target, link
        self.data, self.count, self.drips = b"", 0, False

    def send(self, data):
        if self.link.silent:
            return
        if not self.drips:
            self.target.sendall(data)
            return
        while data:
            size = random.randrange(1, 40)
            self.target.sendall(data[:size])
            data = data[size:]
            time.sleep(0.0005)

    def act(self, message):
        mode, at = self.link.plan[0], self.link.plan[2]
        if mode == "before":
            raise Cut
        if mode == "within":
            self.send(message[: max(1, len(message) // 2)])
            raise Cut
        if mode == "after":
            self.send(message)
            raise Cut
        if mode == "silent":
            self.link.silent = True
            deaf.add(self.link.key)
        elif mode == "late":
            time.sleep(0.5)
        elif mode == "drip":
            self.drips = True
        elif mode == "garble":
            message = garbled(message, at + self.name + self.link.plan[3])
        self.send(message)

    def is_the_one(self, message):
        plan = self.link.plan
        if plan is None or self.link.acted or plan[1] != self.name:
            return False
        if plan[2].isdigit():
            return self.count == int(plan[2])
        return plan[2].encode() in message and (self.name == "client" or message[:1] == b"D")

    def take(self):
        more = self.source.recv(65536)
        if not more:
            raise Cut
        if self.link.plan is None:
            self.send(more)
            return
        data, at, sent = self.data + more, 0, 0
        while len(data) - at >= 5:
            end = at + 1 + struct.unpack_from("!I", data, at + 1)[0]
            if len(data) < end:
                break
            message, at = data[at:end], end
            self.count += 1
            if message[:1] == b"K" and self.name == "server":
                self.link.key = message[5:13]
            if self.is_the_one(message):
                self.link.acted = True
                self.send(data[sent : end - len(message)])
                self.act(message)
                sent = end
        if at > sent:
            self.send(data[sent:at])
        self.data = data[at:]


class Link:
    def __init__(self, client):
        self.client, self.plan, self.acted, self.silent, self.key = client, None, False, False, None

    def serve(self):
        code, packet = first_packet(self.client)
        if code == CANCEL and packet[8:16] in deaf:
            time.sleep(60)
            return
        server = socket.create_connection(("127.0.0.1", PORT))
        server.sendall(packet)
        if code == CANCEL:
            server.recv(1)
            server.close()
            return
        self.plan = plan_of(packet)
        sides = {self.client: Side("client", self.client, server, self), server: Side("server", server, self.client, self)}
        try:
            while True:
                for source in select.select(list(sides), [], [])[0]:
                    sides[source].take()
        except (Cut, OSError):
            pass
        server.close()
        self.client.close()
        if self.plan:
            with out:
                print(self.plan[3], sides[self.client].count, sides[server].count, flush=True)


def serve(client):
    try:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Link(client).serve()
    except (Cut, OSError):
        pass
    client.close()


def listen():
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", 0))
    door.listen(20)
    print(door.getsockname()[1], flush=True)
    while True:
        client, _ = door.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()


threading.Thread(target=listen, daemon=True).start()
sys.stdin.read()
