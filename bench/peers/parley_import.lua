-- A CSV file of events into a new Parley file, with its indexes: into the table `events`, there with two columns made by
-- functions, or as claims about talks. Usage: parley_import.lua FILE.csv FILE.db [functions|claims]
local MAPPINGS = {
  functions = { rows = { { table = "events", id = "id", columns = { code = "code", mentions = "mentions", text = "text",
    date = function(row) return row.date end, place = function(row) return row.place end } } } },
  claims = { rows = { { table = "talks", id = "{id}", columns = { date = "date", place = "place", purpose = "text" } } } },
}

for _, suffix in ipairs { "", "-wal", "-shm" } do os.remove(arg[2] .. suffix) end
local ds <close> = assert(require("parley").open(arg[2]))
local source = arg[3] and { id = "bench", title = "Generated events", published = "2020-01-01" }
print(assert(ds:import(arg[3] == "claims" and "talks" or "events", arg[1],
  { progress = false, mapping = MAPPINGS[arg[3]], source = source })).added)
