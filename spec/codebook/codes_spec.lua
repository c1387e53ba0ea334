-- Codes of countries and of events: what they mean in each system, and what nobody knows.
-- Holds: codebook.countries, codebook.country_codes, codebook.event_codes

local countries = require "parley.codebook.countries"
local event_codes = require "parley.codebook.event_codes"

describe("country codes", function()
  it("mean what their system says", function()
    assert.equal("RUS", countries.iso3("iso3", "RUS"))
    assert.equal("RUS", countries.iso3("fips", "RS"))
    assert.equal("SRB", countries.iso3("iso2", "RS"))
    assert.equal("SRB", countries.iso3("fips", "RI"))
    assert.equal("NAM", countries.iso3("iso2", "NA"))
    assert.equal("PSE", countries.iso3("fips", "GZ"))
    assert.equal("PSE", countries.iso3("fips", "WE"))
    assert.equal("ROU", countries.iso3("iso3", "ROM"))
  end)

  it("are found by names, old and new, in any case", function()
    assert.equal("RUS", countries.iso3("name", "russian federation"))
    assert.equal("MKD", countries.iso3("name", "the former Yugoslav Republic of Macedonia"))
    assert.equal("CIV", countries.iso3("name", "Cote d'Ivoire"))
    assert.equal("Türkiye", countries.name(countries.iso3("name", "TURKEY")))
  end)

  it("that mean no country give nil, and an unknown system is refused", function()
    assert.is_nil(countries.iso3("iso3", "EUR"))
    assert.is_nil(countries.iso3("fips", "OS"))
    assert.is_nil(countries.iso3("fips", nil))
    assert.is_nil(countries.name "XXX")
    assert.error_matches(function() countries.iso3("iso4", "RUS") end, "no country system 'iso4'; did you mean 'iso3'?", 1, true)
  end)
end)

describe("event codes", function()
  it("mean by the longest row of the vocabulary", function()
    assert.equal("outcome", event_codes.act("cameo-gdelt", "0871"))
    assert.equal("other", event_codes.act("cameo-gdelt", "0874"))
    assert.equal("demand", event_codes.act("cameo-icews", "1056"))
    assert.equal("demand", event_codes.act("cameo-icews", "139"))
    assert.equal("other", event_codes.act("cameo-icews", "138"))
    assert.is_nil(event_codes.act("cameo-icews", nil))
  end)

  it("differ by publisher", function()
    assert.equal("ceasefire", event_codes.meaning("topic", "cameo-gdelt", "107"))
    assert.is_nil(event_codes.meaning("topic", "cameo-icews", "107"))
    assert.equal("mediator", event_codes.meaning("third_party_role", "cameo-icews", "108"))
  end)

  it("of PLOVER match part by part", function()
    assert.equal("civilians", event_codes.meaning("topic", "plover", "REQUEST:assist:humanitarian"))
    assert.equal("arms_supply", event_codes.meaning("topic", "plover", "AID:any:military"))
    assert.is_nil(event_codes.meaning("topic", "plover", "AID:military"))
    assert.equal("demand", event_codes.meaning("act", "plover", "REQUEST"))
  end)
end)

describe("a year of a country", function()
  it("is a whole number, and what is none is refused", function()
    assert.equal("YUG", countries.iso3("fips", "YI", 1990))
    for given, told in pairs { ["1995"] = "the text '1995'", [19.5] = "19.5" } do
      local done, err = pcall(countries.iso3, "fips", "YI", given)
      assert.is_false(done)
      assert.equal(("a year is a whole number, such as 1995, not %s"):format(told), err.message)
    end
  end)
end)
