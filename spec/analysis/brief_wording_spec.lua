-- parley.analysis.brief: that an account does not repeat itself, and names what it speaks of.

local parley = require "parley"

-- A brief of a talk on one line, so that what is asserted does not depend on where it breaks.
local function account(ds, talk)
  return (ds:brief { talk = talk, format = "text" }:gsub("%s+", " "))
end

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
    assert_says(text, "on 29 March 2022 in Istanbul, Dolmabahçe Palace, with Türkiye as host[1].")
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
    assert_says(account(ds, "miami-dec25"), "The two sides did not meet[2][3].")
    assert.is_nil(account(ds, "istanbul-r2"):find("The two sides met face to face[1]", 1, true))
  end)

  it("what may have been in time is late by up to so many days", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    assert_says(account(ds, "geneva-feb26"), "All of it has come, late by up to one day[")
  end)

  it("a disagreement has its unit, and the text of an outcome that only a topic would name", function()
    local ds <close> = parley.open "russia-ukraine-talks"
    local text = account(ds, "istanbul-2022")
    assert_says(text, "Length in minutes: about 180[")
    assert_says(text, "- An outcome, procedure. Whether the paper of 29 March was signed")
  end)
end)
