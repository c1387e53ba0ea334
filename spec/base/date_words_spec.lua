-- Dates with precision in words, for tables and for sentences.

local date_words = require "parley.base.date_words"

describe("dates in few words", function()
  local worded = {
    { "2025-06-20/2025-06-30", "20–30 Jun 2025" }, { "2025-05-28/2025-06-02", "28 May – 2 Jun 2025" },
    { "2024-12-28/2025-01-02", "28 Dec 2024 – 2 Jan 2025" }, { "2025-03/2025-05", "Mar–May 2025" },
    { "2024-11/2025-02", "Nov 2024 – Feb 2025" }, { "2022/2025", "2022–2025" },
    { "2025-06-20/2025-07", "20 Jun 2025 – Jul 2025" }, { "2024/2025-03", "2024 – Mar 2025" },
    { "2025-06", "Jun 2025" }, { "2025-21", "spring 2025" }, { "2025-22/2025-23", "summer–autumn 2025" },
    { "2025-03/..", "since Mar 2025" }, { "../2025-06-30", "by 30 Jun 2025" },
    { "2025-03~/..", "since about Mar 2025" },
    { "2025-03/", "Mar 2025 – unknown" }, { "/2025-06-30", "unknown – 30 Jun 2025" },
    { "2025-06-01?", "2025-06-01 ?" }, { "2025-05~", "about May 2025" }, { "2025%", "about 2025 ?" },
    { "2025-06-02~", "about 2025-06-02" },
  }
  for _, case in ipairs(worded) do
    it("words " .. case[1], function() assert.equal(case[2], date_words.short(case[1])) end)
  end

  local kept = { "2025-06-02", "2025", "201X", "2025-XX", "1985-04-XX", "-0044", "Y17000", "../..", "/", "", "soon",
    "2025-13", "2025-00", "2025-6", "202506", "2025-21-03", "2025-06-02/2025-06-02", "2025-06-01~/2025-06-30",
    "2025-06/..?", "2025/2026/2027", "201X/.." }
  for _, text in ipairs(kept) do
    it("leaves '" .. text .. "' as it is", function() assert.equal(text, date_words.short(text)) end)
  end

  it("never words two different dates alike", function()
    local texts, seen = {}, {}
    local sides = { "2024", "2025", "2025-05", "2025-06", "2025-21", "2025-06-02", "2025-06-12", "2025-05-12" }
    for _, side in ipairs(sides) do
      for _, mark in ipairs { "", "?", "~", "%" } do texts[#texts + 1] = side .. mark end
    end
    texts[#texts + 1], texts[#texts + 2] = "..", ""
    for _, a in ipairs(texts) do
      for _, text in ipairs { a, a .. "/.." } do seen[text] = true end
      for _, b in ipairs(texts) do seen[a .. "/" .. b] = true end
    end
    local worded_as = {}
    for text in pairs(seen) do
      local words = date_words.short(text)
      assert.is_nil(worded_as[words], ("%s and %s are both '%s'"):format(text, worded_as[words], words))
      worded_as[words] = text
    end
  end)
end)

describe("dates in words", function()
  it("are nouns and times in sentences", function()
    local cases = {
      { "2025-06-02", "2 June 2025", "on 2 June 2025" }, { "2025-06", "June 2025", "in June 2025" },
      { "2025", "2025", "in 2025" }, { "2025-06-02?", "2 June 2025 (uncertain)", "on 2 June 2025 (uncertain)" },
      { "2025-05~", "about May 2025", "around May 2025" },
      { "2025-05-26/2025-05-31~", "26 to about 31 May 2025", "between 26 and about 31 May 2025" },
      { "2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025", "between 30 December 2024 and 2 January 2025" },
      { "2024-07/2024-08", "July to August 2024", "between July and August 2024" },
      { "2025-03/..", "since March 2025", "since March 2025" }, { "../2025-06-30", "by 30 June 2025", "by 30 June 2025" },
      { "2025-06-02/", "from 2 June 2025 to an unknown day", "from 2 June 2025 to an unknown day" },
      { "2025-06-XX", "a day in June 2025", "on a day in June 2025" }, { "2024-21", "spring 2024", "in spring 2024" },
      { "201X", "201X", "in 201X" },
      { "201X/2025", "201X/2025", "in 201X/2025" }, { "/2025", "from an unknown day to 2025",
        "from an unknown day to 2025" }, { "-0044", "-0044", "in -0044" },
    }
    for _, case in ipairs(cases) do
      assert.equal(case[2], date_words.noun(case[1]))
      assert.equal(case[3], date_words.when(case[1]))
    end
    assert.equal("from 12 to 13 April 2024", date_words.when("2024-04-12/2024-04-13", true))
  end)
end)
