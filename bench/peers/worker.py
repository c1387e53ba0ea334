"""The conversation of a long-lived peer with bench/run.lua, for peers in Python; worker.lua describes it."""

import gc
import sys
import time


def timed(call):
    gc.collect()
    start = time.perf_counter()
    value = call()
    return time.perf_counter() - start, value


def say(*words):
    print(*words, sep="\t", flush=True)


def serve(about, handlers):
    say("ok", about)
    for line in sys.stdin:
        command, *words = line.rstrip("\n").split("\t")
        try:
            say("ok", *(handlers[command](*words) or ()))
        except Exception as problem:  # what went wrong is for the runner to show
            say("error", " ".join(f"{type(problem).__name__}: {problem}".split()))
