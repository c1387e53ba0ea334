-- Bytes in: their host program against known answers, and files and pipes as the system gives them.

local host = require "spec.support.host"

it("input_host finds nothing wrong #host", function()
  local output, status = host "input_host"
  assert.equal("input_host: good\n", output)
  assert.equal(0, status)
end)

describe("from the system", function()
  local path
  local rows = ("id,text\n1,Kyiv\n"):rep(20000)

  before_each(function()
    path = os.tmpname()
    local file <close> = assert(io.open(path, "w"))
    file:write(rows)
  end)

  after_each(function() os.remove(path) end)

  it("a file", function() assert.equal(rows, (host("input_host", "copy " .. path))) end)

  it("standard input", function() assert.equal(rows, (host("input_host", "copy -", "cat " .. path))) end)

  it("gzip as gzip writes it, whatever the name", function()
    assert(os.execute(("gzip -c %s > %s.z && mv %s.z %s"):format(path, path, path, path)))
    assert.equal(rows, (host("input_host", "copy " .. path)))
    assert.equal(rows .. rows, (host("input_host", "copy -", ("cat %s %s"):format(path, path))))
  end)

  it("another encoding through gzip", function()
    assert(os.execute(("printf 'a\\n\\247\\n' | gzip > %s"):format(path)))
    assert.equal("a\n\u{457}\n", (host("input_host", "copy " .. path .. " encoding=koi8-u")))
  end)

  it("a file that is cut", function()
    assert(os.execute(("gzip -c %s | head -c 100 > %s.z && mv %s.z %s"):format(path, path, path, path)))
    local output, status = host("input_host", "copy " .. path)
    assert.equal(("failed: cannot_unpack path=%s: io.cut\n"):format(path),
      output:match "failed: [^\n]*\n")
    assert.equal(1, status)
  end)

  it("no file", function()
    assert.equal("failed: cannot_open path=/no/such.csv: missing_file.read\n",
      (host("input_host", "copy /no/such.csv")))
  end)
end)
