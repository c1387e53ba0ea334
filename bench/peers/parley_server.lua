-- Parley's side of `make bench-postgres`: parley_server.lua WORK ADDRESS [FILE]
--   rows, frame     ten columns of the table of the schema `plain`, named or as a Frame
--   import          a CSV file of events into the dataset in the schema `bench`, which is emptied before
--   create, remove  a dataset in the schema `made` from the file; and away with it
local parley = require "parley"

local work, address, file = arg[1], arg[2], arg[3]

local function dataset(schema) return assert(parley.open(address .. "?schema=" .. schema)) end

local WORKS = {}

function WORKS.rows()
  local ds = assert(parley.open(address .. "?schema=plain", { schema = false }))
  local rows, total = 0, 0
  for row in ds.events:rows() do
    rows, total = rows + 1, total + row.quad
  end
  print(rows, total)
end

function WORKS.frame()
  local ds = assert(parley.open(address .. "?schema=plain", { schema = false }))
  local frame = ds.events:frame()
  print(#frame, frame:bytes())
end

function WORKS.import()
  local ds <close> = dataset "bench"
  ds.store:exec "TRUNCATE events"
  print(assert(ds:import("events", file, { progress = false })).added)
end

function WORKS.create()
  local ds <close> = assert(parley.create(address .. "?schema=made", { from = file }))
  print(ds.demands:count())
end

function WORKS.remove()
  local ds <close> = assert(parley.open(address, { schema = false, mode = "rw" }))
  ds.store:exec "SET client_min_messages = error; DROP SCHEMA IF EXISTS made CASCADE"
end

WORKS[work]()
