"""A proxy before a server, which cuts the connection at a place that a spec names.

python3 cutting_proxy.py PORT MODE WORD: listens on a free port of 127.0.0.1, which it prints, and hands everything on to
PORT until a client sends WORD for the first time. Then, by MODE:
  before   the word does not reach the server, and both sides are cut
  after    the server gets it, and what it answers does not reach the client, whose side is cut; the server's a moment later
  silent   nothing is cut, and nothing handed on any more
Connections that are made later are handed on without a cut. It ends when its standard input does.
"""
import socket
import sys
import threading
import time

PORT, MODE, WORD = int(sys.argv[1]), sys.argv[2], sys.argv[3].encode()
cut_one = threading.Lock()


def hand_on(source, target, stop):
    try:
        while not stop.is_set():
            data = source.recv(65536)
            if not data:
                break
            if not stop.is_set():
                target.sendall(data)
    except OSError:
        pass
    if not (stop.is_set() and MODE == "silent"):
        for side in (source, target):
            try:
                side.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def serve(client):
    server = socket.create_connection(("127.0.0.1", PORT))
    stop = threading.Event()
    threading.Thread(target=hand_on, args=(server, client, stop), daemon=True).start()
    try:
        while True:
            data = client.recv(65536)
            if not data:
                break
            if WORD in data and cut_one.acquire(blocking=False):
                stop.set()
                if MODE == "silent":
                    return
                if MODE == "after":
                    server.sendall(data)
                    time.sleep(0.3)
                break
            server.sendall(data)
    except OSError:
        pass
    for side in (client, server):
        try:
            side.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


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
