"""SQLite as a peer: tables in memory, without indexes; a result is a temporary table."""

import csv
import sqlite3

from worker import serve, timed

connection = sqlite3.connect(":memory:", isolation_level=None)
connection.executescript("PRAGMA temp_store = MEMORY; PRAGMA case_sensitive_like = ON;")


def forget(name):
    connection.execute(f'DROP TABLE IF EXISTS "{name}"')


def fill(name, path):
    with open(path, newline="") as file:
        records = csv.reader(file)
        header = next(records)
        columns = ", ".join(f'"{column}" NUMERIC' for column in header)
        connection.execute(f'CREATE TABLE "{name}" ({columns})')
        marks = ", ".join("?" * len(header))
        connection.execute("BEGIN")
        connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', ([v or None for v in r] for r in records))
        connection.execute("COMMIT")


def count(name):
    return connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]


def run(sql):
    forget("result")
    return timed(lambda: connection.execute(f"CREATE TEMP TABLE result AS {sql}"))[0]


def load(name, path, types=""):
    forget("result")
    forget(name)
    seconds, _ = timed(lambda: fill(name, path))
    return seconds, count(name)


def drop(name):
    forget("result")
    forget(name)


def time(sql):
    return run(sql), count("result")


def show(sql, path):
    seconds = run(sql)
    rows = connection.execute("SELECT * FROM result")
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column[0] for column in rows.description])
        writer.writerows(rows)
    return (seconds,)


serve(f"SQLite {sqlite3.sqlite_version}", {"load": load, "drop": drop, "time": time, "show": show})
