# Every row as a dictionary of named values, with Python's sqlite3.
import sqlite3, sys

connection = sqlite3.connect(sys.argv[1])
cursor = connection.execute("SELECT * FROM events")
names = [column[0] for column in cursor.description]
connection.row_factory = None
rows = total = 0
for values in cursor:
    row = dict(zip(names, values))
    rows += 1
    total += row["quad"]
print(rows, total)
