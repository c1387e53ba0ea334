-- Rows of columns gathered, put in order and joined: the C host compares each result with that of a plain way.

local host = (os.getenv "PARLEY_BUILD" or "build") .. "/host/column_order_host"

describe("the column engine", function()
  it("gathers, sorts and joins as the plain way does, and survives every failed allocation #host", function()
    local pipe = io.popen(host .. " 2>&1; echo status $?")
    local output = pipe:read "a"
    pipe:close()
    assert.equal("column_order_host: good\nstatus 0\n", output)
  end)
end)
