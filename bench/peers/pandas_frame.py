"""pandas as a peer. CODE is a Python expression over the tables, pd and np."""

import csv

import numpy as np
import pandas as pd

from worker import serve, timed

DATES = {"date"}
tables = {"pd": pd, "np": np}
kept = {}


def run(code):
    kept.clear()
    return timed(lambda: eval(code, tables))


def load(name, path, types=""):
    kept.clear()
    tables.pop(name, None)
    with open(path, newline="") as file:
        dates = [column for column in next(csv.reader(file)) if column in DATES]
    seconds, tables[name] = timed(lambda: pd.read_csv(path, parse_dates=dates))
    return seconds, len(tables[name])


def drop(name):
    kept.clear()
    del tables[name]


def time(code):
    seconds, kept["result"] = run(code)
    return seconds, len(kept["result"])


def show(code, path):
    seconds, answer = run(code)
    answer.to_csv(path, index=False)
    return (seconds,)


serve(f"pandas {pd.__version__}", {"load": load, "drop": drop, "time": time, "show": show})
