-- A short account of a round, every value with its source: what to send before the footnotes are checked.
--     lua5.4 examples/brief.lua [talk] [markdown | html | text]

local parley = require "parley"
local ds <close> = assert(parley.open())

io.write(ds:brief { talk = arg[1] or "r2", format = arg[2] or "text" })
