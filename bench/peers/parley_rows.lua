-- Every row as a new table of named values, with Parley.
local ds = assert(require("parley").open(arg[1], { schema = false, mode = "ro" }))
local rows, total = 0, 0
for row in ds.events:rows() do
  rows, total = rows + 1, total + row.quad
end
print(rows, total)
