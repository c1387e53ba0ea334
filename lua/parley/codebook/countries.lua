--- Countries: one code of a state into another, by the system it stands in.
-- The same letters mean different countries: RS is Serbia in ISO 3166-1 alpha-2 and Russia in FIPS 10-4, and GDELT
-- uses CAMEO's codes for actors but FIPS for places. So a code is only read together with its system, and where codes
-- changed hands, with the year. The codes are those of parley.codebook.country_codes.

local country_codes = require "parley.codebook.country_codes"
local core = require "parley.core"
local errors = require "parley.base.errors"

local countries = {}

--- The systems a code can stand in, as `countries.iso3` takes them.
countries.systems = { "iso3", "iso2", "fips", "cameo", "cow", "gw", "un", "name" }

--- ## Reading the lists

local known, names       -- read when the first code is asked for
local former             -- system -> code -> { { country, last year }, … }

-- A name so that spellings of it are one: folded, "&" as "and", "St." as "Saint", without "the" and points.
local function plain_name(text)
  text = core.fold(text):gsub("&", " and "):gsub("[%.’'`]", ""):gsub("[-–]", " "):gsub("%s+", " ")
  text = text:match "^%s*(.-)%s*$"
  return (text:gsub("^the ", ""):gsub("^st ", "saint "))
end

local NUMBERED = { cow = true, gw = true, un = true }

-- A number of a system, however it is written: "004" is 4.
local function plain_code(system, code)
  if system == "name" then return plain_name(code) end
  return NUMBERED[system] and math.tointeger(tonumber(code)) or code
end

local function enter_code(system, code, iso3)
  if code ~= "-" then known[system][plain_code(system, code)] = iso3 end
end

local function enter(iso3, iso2, fips, cow, gw, un, list)
  enter_code("iso3", iso3, iso3)
  enter_code("cameo", iso3, iso3)
  enter_code("iso2", iso2, iso3)
  for code in fips:gmatch "%u+" do enter_code("fips", code, iso3) end
  enter_code("cow", cow, iso3)
  enter_code("gw", gw, iso3)
  enter_code("un", un, iso3)
  for piece in list:gmatch "[^;]+" do
    local name = piece:match "^%s*(.-)%s*$"
    names[iso3] = names[iso3] or name
    known.name[plain_name(name)] = iso3
  end
end

local function periods_of(text)
  local periods = {}
  for iso3, last in text:gmatch "(%u+) (%d+)" do periods[#periods + 1] = { iso3, math.tointeger(tonumber(last)) } end
  return periods
end

local function enter_former(system, code, now, rest)
  enter_code(system, code, now)
  if system == "iso3" then enter_code("cameo", code, now) end
  former[system][plain_code(system, code)] = periods_of(rest)
end

local function enter_former_names(list, rest)
  for name in list:gmatch "[^;]+" do former.name[plain_name(name)] = periods_of(rest) end
end

local function read_lists()
  if known then return end
  known, names, former = {}, {}, {}
  for _, system in ipairs(countries.systems) do known[system], former[system] = {}, {} end
  local lines = country_codes.lines:gsub("\n ", "")
  for iso3, iso2, fips, cow, gw, un, list in lines:gmatch "(%u+) (%S+) (%S+) (%S+) (%S+) (%S+) ([^\n]+)" do
    enter(iso3, iso2, fips, cow, gw, un, list)
  end
  for system, code, now, rest in country_codes.former:gmatch "(%w+) (%w+) (%u+)([^\n]*)" do
    enter_former(system, code, now, rest)
  end
  for list, rest in country_codes.former_names:gmatch "([^:\n]+): %u+ ([^\n]+)" do enter_former_names(list, rest) end
end

--- ## Names in other forms

-- What stands beside a name and tells nothing more: "Iran (Islamic Republic of)", "Republic of Serbia".
local QUALIFIERS = {}
for _, words in ipairs { "republic of", "republic of the", "islamic republic of", "plurinational state of",
  "bolivarian republic of", "federated states of", "united republic of", "kingdom of", "state of",
  "democratic republic of", "federal republic of", "arab republic of",
  "hashemite kingdom of", "the", "sultanate of", "union of",
  "co operative republic of", "federation of", "commonwealth of", "principality of", "grand duchy of" } do
  QUALIFIERS[words] = true
end

-- Names that a qualifier tells apart.
local SEVERAL = { congo = true, korea = true, china = true, guinea = true, yemen = true, vietnam = true,
  germany = true }

-- "Korea, North" and "Gambia, The" the other way round.
local function turned(name)
  local last, first = name:match "^([^,]+), ?(.+)$"
  return first and known.name[plain_name(first .. " " .. last)]
end

local function qualified(name)
  for words, own in name:gmatch "()of ()" do
    local qualifier, rest = name:sub(1, words + 1), name:sub(own):gsub("^the ", "")
    if QUALIFIERS[qualifier] and not SEVERAL[rest] and known.name[rest] then return known.name[rest] end
  end
end

-- "Myanmar (Burma)": both are names of one country, or what is in brackets tells nothing more.
local function in_brackets(name)
  local own, other = name:match "^(.-) ?%((.+)%)$"
  if not own then return nil end
  local iso3 = known.name[own] or qualified(own)
  if iso3 and known.name[plain_name(other)] == iso3 then return iso3 end
  return QUALIFIERS[other] and not SEVERAL[own] and iso3 or known.name[plain_name(other .. " " .. own)]
end

-- What a name meant in a year, where one of its two forms is that of a state that is gone.
local function by_former_name(name, year)
  local periods = former.name[name] or former.name[name:match "%((.+)%)$" or ""]
  for _, period in ipairs(year and periods or {}) do
    if year <= period[2] then return period[1] end
  end
end

local function by_name(text, year)
  local name = plain_name(text):gsub(" ?%*+$", "")          -- the UN marks some of its names with stars
  return by_former_name(name, year) or known.name[name] or turned(name) or in_brackets(name) or qualified(name)
end

--- ## Codes

--- Raises unless there is such a system.
---@param system any
function countries.check(system)
  for _, name in ipairs(countries.systems) do
    if name == system then return end
  end
  if type(system) ~= "string" then errors.raise("bad_type.country_system", { got = type(system) }) end
  errors.raise("no_name.country_system", { name = system, known = countries.systems })
end

local function as_of(system, code, year)
  for _, period in ipairs(year and former[system][code] or {}) do
    if year <= period[2] then return period[1] end
  end
  return known[system][code]
end

--- The alpha-3 code of the country that a code or an English name means; nil when it means none. Codes are taken
-- exactly as written but for blanks around them, names in the spellings of UCDP, ICEWS, PA-X, ACLED, GDELT and the UN,
-- without regard to case and accents. With a year, a code that has changed hands means what it meant then, which may be
-- a code that ISO has withdrawn, such as YUG; without, what it means now.
---@param system "iso3"|"iso2"|"fips"|"cameo"|"cow"|"gw"|"un"|"name" where the code comes from
---@param code string|integer?
---@param year integer?
---@return string?
function countries.iso3(system, code, year)
  read_lists()
  if not known[system] then countries.check(system) end
  if year and math.type(year) ~= "integer" then
    errors.raise("bad_type.country_year", {
      got = type(year) == "string" and { key = "the_text", value = year } or tostring(year) })
  end
  if code == nil then return nil end
  if system == "name" then return by_name(tostring(code), year) end
  return as_of(system, plain_code(system, tostring(code):match "^%s*(.-)%s*$"), year)
end

--- The English name of a country, by its alpha-3 code; nil when no country has it.
---@param iso3 string?
---@return string?
function countries.name(iso3)
  read_lists()
  return iso3 and names[iso3]
end

return countries
