local records = require "parley.base.records"

describe("tables of names", function()
  it("are gone through in the order of their keys as texts", function()
    local seen = {}
    for key, value in records.by_key { b = 1, [10] = 2, a = false, [9] = 4 } do seen[#seen + 1] = { key, value } end
    assert.same({ { 10, 2 }, { 9, 4 }, { "a", false }, { "b", 1 } }, seen)
  end)

  it("are copied with some fields other, and stay as they are", function()
    local record = { a = 1, b = { 2 } }
    local copy = records.copy_of(record, { a = 3, c = 4 })
    assert.same({ a = 3, b = { 2 }, c = 4 }, copy)
    assert.equal(record.b, copy.b)
    assert.same({ a = 1, b = { 2 } }, record)
    assert.same(record, records.copy_of(record))
  end)

  it("have a first key by its text, whatever the order of the table", function()
    assert.equal(10, records.first_key({ [10] = 1, [9] = 1, a = 1 }, function(key) return type(key) == "number" end))
    assert.is_nil(records.first_key({ a = 1 }, records.is_no_text))
  end)
end)
