-- All rows as a Frame, with Parley.
local ds = assert(require("parley").open(arg[1], { schema = false, mode = "ro" }))
local frame = ds.events:frame()
print(#frame, frame:bytes())
