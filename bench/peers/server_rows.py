# Rows of a server in Python: server_rows.py ADDRESS psycopg|psycopg2 named|pandas
#   named    every row as a dictionary of named values
#   pandas   all rows as a DataFrame
import sys

address, driver, how = sys.argv[1:4]
SQL = "SELECT * FROM plain.events"

if driver == "psycopg2":
    import psycopg2, psycopg2.extras
    named = {"cursor_factory": psycopg2.extras.RealDictCursor}
    connection = psycopg2.connect(address)
else:
    import psycopg
    named = {"row_factory": psycopg.rows.dict_row}
    connection = psycopg.connect(address)
cursor = connection.cursor(**(named if how == "named" else {}))
cursor.execute(SQL)
if how == "pandas":
    import pandas
    frame = pandas.DataFrame(cursor.fetchall(), columns=[column[0] for column in cursor.description])
    print(len(frame), frame.quad.sum())
else:
    rows = total = 0
    for row in cursor:
        rows += 1
        total += row["quad"]
    print(rows, total)
