-- All rows to a CSV file, with Parley. Usage: parley_csv.lua FILE.db OUT.csv
local ds = assert(require("parley").open(arg[1], { schema = false, mode = "ro" }))
assert(ds.events:save(arg[2]))
