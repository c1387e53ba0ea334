-- Addresses of servers: their parts, and what may be shown of them.

local address = require "parley.base.server_address"

describe("the address of a server", function()
  -- What libpq gets, the schema, and what is shown.
  for text, wanted in pairs {
    ["postgresql://anna@h:5432/talks"] = { "postgresql://anna@h:5432/talks", nil, "postgresql://anna@h:5432/talks" },
    ["postgresql://anna:s%40e@h/t?schema=a%22b&sslmode=require"] =
      { "postgresql://anna:s%40e@h/t?sslmode=require", 'a"b', "postgresql://anna@h/t?schema=a%22b&sslmode=require" },
    ["postgres://h/t?user=a&password=se&cret=x"] =
      { "postgres://h/t?user=a&password=se&cret=x", nil, "postgres://h/t?user=a" },
    ["postgresql://h/t?p%61ssword=secret"] = { "postgresql://h/t?p%61ssword=secret", nil, "postgresql://h/t" },
    ["postgresql://h/t?passwrd=secret"] = { "postgresql://h/t?passwrd=secret", nil, "postgresql://h/t" },
    ["postgresql://a:x@h1:1,h2:2/d?password=a@b"] =
      { "postgresql://a:x@h1:1,h2:2/d?password=a@b", nil, "postgresql://a@h1:1,h2:2/d" },
    ["postgresql:///t?host=/tmp&schema=x"] = { "postgresql:///t?host=/tmp", "x", "postgresql:///t?host=/tmp&schema=x" },
    ["host=h dbname='a b' password = 'se cr\\'et' schema=x user=anna"] =
      { "host=h dbname='a b' password = 'se cr\\'et' user=anna", "x", "postgresql://anna@h/a%20b?schema=x" },
    ["host=h schema='My \"Talks\"; x'"] = { "host=h", 'My "Talks"; x', "postgresql://h?schema=My%20%22Talks%22%3B%20x" },
  } do
    it("is taken apart: " .. text, function()
      local parts = address.parsed(text)
      assert.same(wanted, { parts.bare, parts.names[1], parts.shown })
      assert.is_false(parts.ambiguous or parts.broken or false)
    end)
  end

  it("that libpq would cut in a password is told", function()
    for _, text in ipairs { "postgresql://anna:se@cret@h/t", "postgresql://anna:se/cret@h/t",
        "postgresql://anna:se?cret@h/t" } do
      assert.is_true(address.parsed(text).ambiguous, text)
      assert.is_nil(address.parsed(text).shown:find("cret", 1, true), text)
    end
    assert.is_true(address.parsed("host=h password='secret").broken)
  end)

  it("loses its password wherever it stands", function()
    for text, wanted in pairs {
      ["cannot open 'postgresql://anna:secret@h/t?schema=x': no"] = "cannot open 'postgresql://anna@h/t?schema=x': no",
      ["[string \"p.open('postgresql://anna:sec...\"]:1:"] = "[string \"p.open('postgresql://anna\"]:1:",
      ["postgresql://h:5432/t and postgresql://[::1]:5432/t"] = "postgresql://h:5432/t and postgresql://[::1]:5432/t",
      ["POSTGRES://a:secret@h/t"] = "POSTGRES://a@h/t",
      ["host=h password=secret: No such file"] = "host=h password=... No such file",
      ["cannot read host=h password='se cr\\'et' user=a"] = "cannot read host=h password=... user=a",
      ["password = 'secret"] = "password = ...",
      ["the column password = 'x'"] = "the column password = 'x'",
      ["https://a:b@example.org/x"] = "https://a@example.org/x",
    } do assert.equal(wanted, address.without_password(text)) end
  end)

  it("is known by its first word", function()
    assert.is_true(address.is_list "host=h")
    assert.is_true(address.is_list " password = x")
    assert.is_false(address.is_list "year=2024.db")
    assert.is_false(address.is_list "talks.db")
  end)

  it("leaves no part of a password that has a quote in it, nor one of another kind of server", function()
    for given, shown in pairs {
      ["cannot open postgresql://anna:hid'7x7@h:5/db?schema=a"] = "cannot open postgresql://anna@h:5/db?schema=a",
      ["mysql://anna:secret@h/talks"] = "mysql://anna@h/talks", ["'redis://:pw\"x@h'"] = "'redis://@h'",
      ["see http://h:80/a and b@c"] = "see http://h:80/a and b@c",
    } do
      assert.equal(shown, address.without_password(given))
    end
  end)
end)
