local errors = require "parley.base.errors"
local fault = require "parley.import.fault"

local function of(column, value, key, arguments) return fault.of(column, value, errors.new(key, arguments)) end

describe("a fault of a row", function()
  it("carries what an error object carries, and puts the hint behind the reason", function()
    local _, problem = pcall(errors.raise, "no_column.column", { name = "plce", table = "talks", known = { "place" } })
    local wrong = fault.of("plce", "Oslo", problem)
    assert.same({ "no_column", "no_column.column", "plce" }, { wrong.code, wrong.key, wrong.arguments.name })
    assert.same({ key = "did_you_mean", meant = "place" }, wrong.hint)
    assert.equal(wrong.reason .. "; did you mean 'place'?", fault.text(wrong))
  end)

  it("takes a sentence with its code word, or none", function()
    local wrong = fault.of("n", "x", "is not a number", "bad_number")
    assert.same({ "bad_number", "is not a number" }, { wrong.code, fault.text(wrong) })
    assert.equal("bad_value", fault.of("n", "x", "is odd").code)
  end)

  it("is kept as data, and is the same again", function()
    local wrong = of("host", "Rusia", "no_row.import", { table = "talks", column = "host", singular = "party", id = "Rusia",
      hint = { key = "did_you_mean", meant = "russia" }, known = { "russia" } })
    local kept = fault.kept(wrong, wrong.hint)
    assert.same({ table = "talks", column = "host", singular = "party", id = "Rusia",
      hint = { key = "did_you_mean", meant = "russia" } }, kept)
    local again = fault.again({ column = "host", value = "Rusia", code = "no_row", fault = wrong.key,
      reason = wrong.reason }, kept)
    assert.same({ wrong.reason, wrong.hint }, { fault.text(again), again.suggestion })
    assert.equal(fault.kind(wrong), fault.kind(again))
  end)
end)

describe("faults of one kind", function()
  local function alike(a, b) return fault.kind(a) == fault.kind(b) end

  it("are those of one column and key, whatever the row's own values", function()
    assert.is_true(alike(of("day", "x", "bad_date.value", { value = "x" }), of("day", "y", "bad_date.value", { value = "y" })))
    assert.is_true(alike(of(nil, nil, "too_few_fields", { count = 2, wanted = 3 }),
      of(nil, nil, "too_few_fields.one", { wanted = 3 })))
    assert.is_true(alike(fault.of("n", "x", "is odd"), fault.of("n", "y", "is odd")))
  end)

  it("are alike where a phrase of theirs tells a value of the row, and not where it tells something else", function()
    local function value(got) return of("n", "x", "malformed.dump_value",
      { what = "talks", column = "n", expected = "text", got = got }) end
    assert.is_true(alike(value { key = "quoted", value = "x" }, value { key = "quoted", value = "y" }))
    assert.is_false(alike(value { key = "quoted", value = "x" }, value { key = "of_type", type = "table" }))
    assert.is_false(alike(value { key = "of_type", type = "table" }, value { key = "of_type", type = "function" }))
  end)

  it("have the same way out where it is the same data", function()
    local function with(hint) return of("n", "x", "malformed.no_list", { hint = hint }) end
    assert.is_true(fault.same_hint(with { key = "did_you_mean", meant = "a" }, with { key = "did_you_mean", meant = "a" }))
    assert.is_false(fault.same_hint(with { key = "did_you_mean", meant = "a" }, with { key = "did_you_mean", meant = "b" }))
    assert.is_false(fault.same_hint(with { key = "did_you_mean", meant = "a" }, with(nil)))
    assert.is_true(fault.same_hint(with(nil), with(nil)))
  end)

  it("are not those that say something else", function()
    local day = of("day", "x", "bad_date.reason", { value = "x", reason = "two_digits" })
    for _, other in ipairs { of("due", "x", "bad_date.reason", { value = "x", reason = "two_digits" }),
      of("day", "x", "bad_date.reason", { value = "x", reason = "no_year" }),
      of("day", "x", "bad_date.value", { value = "x" }), fault.of("day", "x", "is odd", "bad_date") } do
      assert.is_false(alike(day, other), other.reason)
    end
    assert.is_false(alike(fault.of("n", "x", "is odd", "bad_value"), fault.of("n", "x", "is even", "bad_value")))
    assert.is_false(alike(of("x", "1", "out_of_range", { value = "1", least = 2, most = 3 }),
      of("x", "1", "out_of_range", { value = "1", least = 2, most = 4 })))
  end)
end)
