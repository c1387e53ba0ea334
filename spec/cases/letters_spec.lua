-- Capitals and small letters that are more than one for one: case 87, with cousins, on both engines.

local parley = require "parley"
local frame_queries = require "parley.query.sql.frame_queries"

-- What a function makes of texts, which both engines must agree on.
local function made(name, texts)
  local rows, list = {}, {}
  for i, text in ipairs(texts) do rows[i] = { at = i, t = text } end
  local f = parley.frame(rows)
  for row in f:sort("at"):select(name .. "(t) as made"):rows() do list[#list + 1] = row.made end
  local at = 0
  for row in frame_queries.of(f):sort("at"):select(name .. "(t) as made"):rows() do
    at = at + 1
    assert.equal(list[at], row.made)
  end
  assert.equal(#texts, at)
  return list
end

describe("case 87: letters", function()
  it("in lower case end a word with the sigma for it", function()
    assert.same({ "οδυσσευς", "ο σ", "σασ", "ας", "ας.", "ας, β", "α.σα", "ας\u{301}", "ασ\u{301}α", "σ", "’σ", "aς", "1σ",
      "ας\xff", "\xffσ" },
      made("lower", { "ΟΔΥΣΣΕΥΣ", "Ο Σ", "ΣΑσ", "ΑΣ", "ΑΣ.", "ΑΣ, Β", "Α.ΣΑ", "ΑΣ\u{301}", "ΑΣ\u{301}Α", "Σ", "’Σ", "AΣ",
        "1Σ", "ΑΣ\xff", "\xffΣ" }))
  end)

  it("in upper case are as many as it takes", function()
    assert.same({ "STRASSE", "STRASSE", "OFFIZIER", "ΟΔΥΣΣΕΥΣ", "ÉÏ", "\xff" },
      made("upper", { "Straße", "STRAẞE", "oﬃzier", "οδυσσευς", "éï", "\xff" }))
  end)

  it("of one word in two spellings are one group", function()
    local f = parley.frame { { t = "Straße" }, { t = "STRASSE" }, { t = "strasse" } }
    for _, q in ipairs { f, frame_queries.of(f) } do assert.equal(1, q:by("upper(t) as u"):count():count()) end
  end)
end)
