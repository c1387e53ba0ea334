-- parley.analysis.brief: that an account does not repeat itself, and names what it speaks of.

local parley = require "parley"

-- A brief of a talk on one line, so that what is asserted does not depend on where it breaks.
local function account(ds, talk)
  return (ds:brief { talk = talk, format = "text" }:gsub("%s+", " "))
end

-- The same without the marks of its sources.
local function plain(ds, talk) return (account(ds, talk):gsub("%[%d+%]", "")) end

local function assert_says(text, wanted)
  assert.is_true(text:find(wanted, 1, true) ~= nil, ("not said: %s\nin:\n%s"):format(wanted, text))
end

describe("a brief reads well:", function()
  it("how weak the values of a mark are stands once in an item", function()
    local ds <close> = parley.open()
    local text = account(ds, "r2")
    assert_says(text, "All sanctions on Russia are to go (from one source, at second hand)[27]. Made on 2 June "
      .. "2025[27]. Scope: all international sanctions[27].")
    assert_says(text, "Russian is to be an official language (from one source, at second hand)[27].")
  end)

  it("how far an outcome has come is told in words", function()
    local ds <close> = parley.open()
    local text = account(ds, "r2")
    assert_says(text, "It is a commitment, parallel, announced by one side[51].")
    assert.is_nil(text:find("with the status", 1, true))
  end)

  it("the venue follows its place, and a delivery without a number is its text", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = account(ds, "istanbul-2022")
    assert_says(text, "on 29 March 2022 in Istanbul, Dolmabahçe Palace, with Türkiye as host (inferred)[1].")
    assert_says(text, "What was done: Prisoners whom Ukraine freed in the Zaporizhzhia region; how many is not said "
      .. "(on 1 April 2022)")
    assert_says(text, "Delivered: 86 prisoners of war on 1 April 2022[")
  end)

  it("what failed is not said to be delivered, and what was held is not but planned", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = account(ds, "belovezha-2")
    assert_says(text, "What was done: Corridors out of Mariupol and Volnovakha, broken off the same day (on 5 March "
      .. "2022)[13][14]. A second attempt on Sunday fails too (on 6 March 2022)[15]. It was not done in time")
    assert_says(text, "It was held on 3 March 2022 (from one source, at second hand)[1]")
    assert_says(account(ds, "istanbul-r3"), "It prepared Istanbul, third round of 2025[")
  end)

  it("whether the sides faced each other is told with who denies it", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert_says(account(ds, "doha-2024"), "The two sides met face to face[1] (denied by two sources[")
    assert_says(account(ds, "abudhabi-2022"), "Whether the two sides met face to face is contested[1].")
    assert_says(plain(ds, "abudhabi-nov25"), "The two sides met face to face (one source says that they did not meet) "
      .. "(denied by two sources).")
    assert_says(plain(ds, "consultations-nov25"), "The two sides did not sit at one table (one source says face to face).")
    assert_says(account(ds, "miami-dec25"), "The two sides did not meet[2][3].")
    assert.is_nil(account(ds, "istanbul-r2"):find("The two sides met face to face[1]", 1, true))
  end)

  it("what came on the days it was due on was in time", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert_says(plain(ds, "geneva-feb26"), "Due between 5 and 6 March 2026. Delivered: 200 on 5 March 2026 and "
      .. "300 on 6 March 2026. All of it has come, in time.")
  end)

  it("a part of what was missed is missed with it, and not told as silence", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = plain(ds, "belovezha-2")
    assert_says(text, "Due on 5 March 2022. No delivery is recorded. It was not done in time, as the status of its "
      .. "whole says.")
    assert_says(text, "It was not done in time, as its status says.")
    assert.is_nil(text:find("nothing has been reported since", 1, true))
  end)

  it("a plan whose day has passed is told as past, and that nobody says whether it came to it", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = plain(ds, "video-apr4")
    assert_says(text, "What was planned ---------------- Video session of 4 April. It was scheduled for 4 April "
      .. "2022. Whether it was held is not recorded. These were to be remote talks.")
    local early <close> = parley.open "russia-ukraine-talks"
    assert_says(plain(early:as_of "2022-04-03", "video-apr4"), "What is planned --------------- Video session of 4 "
      .. "April. It is scheduled for 4 April 2022. These are to be remote talks.")
    local istanbul <close> = parley.open()
    assert_says(plain(istanbul, "leaders"), "Who was to come")
    assert_says(plain(istanbul, "r3"), "Who is to come")
  end)

  it("whether it was held at all is told with who denies it, or says otherwise", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert_says(plain(ds, "video-before-mar14"), "It was held (denied by one source) by 12 March 2022.")
    assert_says(plain(ds, "istanbul-2022-wednesday"), "It was scheduled (one source says cancelled) for 30 March")
  end)

  it("nobody meets face to face by video, and how long it took is told", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert_says(plain(ds, "video-4"), "These were remote talks. The two sides spoke with each other directly.")
    assert_says(plain(ds, "istanbul-2022"), "It took about 180 minutes (at second hand) (one source says 240).")
  end)

  it("what a side offers, proposes or says is not told as asked", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert_says(plain(ds, "belovezha-3"), "Russia has no further claims to Ukrainian land (from one source, at second "
      .. "hand). Said to Ukraine on 8 March 2022 (uncertain).")
    assert_says(plain(ds, "video-april"), "Proposed to Russia around April 2022")
    assert_says(plain(ds, "istanbul-2022"), "Offered to Russia on 29 March 2022")
  end)

  it("that nothing came is told in words, and running counts come in the order of their ends", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = plain(ds, "grain-deal")
    assert_says(text, "Delivered: at least 26,000 tonnes (corn, the ship Razoni) on 1 August 2022")
    assert_says(text, "about 11,100,000 tonnes in all between July 2022 and 17 November 2022")
    assert_says(text, "What was done: Ammonia, allowed by the text, was never shipped (between 22 July 2022 and 15 July "
      .. "2023).")
    local first, second = text:find("11,100,000", 1, true), text:find("32,800,000", 1, true)
    assert.is_true(first < second and second < text:find("33,000,000", 1, true))
  end)

  it("only a list has entries", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = plain(ds, "istanbul-r2")
    assert_says(text, "It has 640 entries.")
    assert_says(text, "It has 5 parts.")
  end)

  it("a disagreement has its unit, and the text of an outcome that only a topic would name", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = account(ds, "istanbul-2022")
    assert_says(text, "Length in minutes: about 180[")
    assert_says(text, "- An outcome, procedure. The signing of the paper of 29 March")
  end)
end)
