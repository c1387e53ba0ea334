-- A CSV file into the table `events` of a new Parley file, with its indexes. Usage: parley_import.lua FILE.csv FILE.db
for _, suffix in ipairs { "", "-wal", "-shm" } do os.remove(arg[2] .. suffix) end
local ds <close> = assert(require("parley").open(arg[2]))
print(assert(ds:import("events", arg[1], { progress = false })).added)
