--- Addresses of PostgreSQL servers, in both of libpq's forms: postgresql://anna@db.example/talks, and the list
-- "host=db.example dbname=talks user=anna". One word in them is ours: schema=NAME. A password goes to libpq and nowhere
-- else: what is shown is made of the parts that are known to hold none.

local server_address = {}

-- Words of libpq that hold no secret, and ours.
local SHOWN = {}
for word in ("host hostaddr port dbname user schema service sslmode sslrootcert application_name connect_timeout " ..
  "options target_session_attrs passfile"):gmatch "%S+" do SHOWN[word] = true end
local HIDDEN = { password = true, sslpassword = true }

--- Whether a text begins as a list of libpq's: a word it knows, and "=".
---@param text string
---@return boolean
function server_address.is_list(text)
  local word = text:match "^%s*(%l+)%s*="
  return word ~= nil and (SHOWN[word] or HIDDEN[word]) == true
end

local function decoded(text)
  return (text:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

local function encoded(text)
  return (text:gsub("[^%w%-._~]", function(sign) return ("%%%02X"):format(sign:byte()) end))
end

--- ## postgresql://

-- Where the words behind "?" begin: at the first that is known, since a password may hold any sign.
local function words_begin(rest)
  for at, key in rest:gmatch "()%?([%w_%%]+)=" do
    local word = decoded(key)
    if SHOWN[word] or HIDDEN[word] then return at end
  end
  return rest:match "^[^@]*()%?[^@]*$" or #rest + 1
end

-- Its parts: who, where, and the words behind "?". Everything up to the last @ is taken for the user and the password,
-- where libpq would look for another part in front of it.
local function url_parts(text)
  local scheme, rest = text:match "^(%w+://)(.*)$"
  local at = words_begin(rest)
  local user, place = rest:sub(1, at - 1):match "^(.*)@(.*)$"
  return scheme, user, place or rest:sub(1, at - 1), rest:sub(at + 1)
end

local function words_of(query)
  local words = {}
  for part in query:gmatch "[^&]+" do
    local key, value = part:match "^([^=]*)=(.*)$"
    words[#words + 1] = { key = decoded(key or part), value = value or "", text = part }
  end
  return words
end

-- As it may be shown: words that are not known are left away, since they may be the rest of a password.
local function shown_url(text)
  local scheme, user, place, query = url_parts(text)
  local parts, host, port = {}, place:match "^([^/:]*):?([^/]*)"
  if not user and port:find "^%d*[^%d,]" and not host:find "^%[" then place = host end          -- cut in a password
  for _, word in ipairs(words_of(query)) do
    if SHOWN[word.key] then parts[#parts + 1] = word.text end
  end
  return scheme .. (user and user:match "^[^:/?]*" .. "@" or "") .. place:match "^[^?]*" ..
    (#parts > 0 and "?" .. table.concat(parts, "&") or "")
end

local function parsed_url(text)
  local scheme, user, place, query = url_parts(text)
  local rest, names = {}, {}
  for _, word in ipairs(words_of(query)) do
    if word.key == "schema" then names[#names + 1] = decoded(word.value) else rest[#rest + 1] = word.text end
  end
  local bare = scheme .. (user and user .. "@" or "") .. place
  return { bare = #rest > 0 and bare .. "?" .. table.concat(rest, "&") or bare, names = names, shown = shown_url(text),
    ambiguous = user ~= nil and user:find "[@/?]" ~= nil }
end

--- ## word=value

-- The value that begins at a place, and the place behind it; nil where a quote does not end.
local function value_at(text, at)
  if text:sub(at, at) ~= "'" then
    local value, behind = text:match("^(%S*)()", at)
    return value:gsub("\\(.)", "%1"), behind
  end
  local out = {}
  at = at + 1
  while at <= #text do
    local sign = text:sub(at, at)
    if sign == "'" then return table.concat(out), at + 1 end
    if sign == "\\" then at = at + 1 end
    out[#out + 1] = text:sub(at, at)
    at = at + 1
  end
end

-- Its words with their values and where they stand; nil where it is none.
local function list_words(text)
  local words, at = {}, text:match "^%s*()"
  while at <= #text do
    local key, from = text:match("^([%w_]+)%s*=%s*()", at)
    if not key then return nil end
    local value, behind = value_at(text, from)
    if not value then return nil end
    words[#words + 1] = { key = key, value = value, text = text:sub(at, behind - 1) }
    at = text:match("^%s*()", behind)
  end
  return words
end

-- Shown as an address.
local function shown_list(words)
  local of, parts = {}, {}
  for _, word in ipairs(words or {}) do of[word.key] = word.value end
  for _, word in ipairs(words or {}) do
    if SHOWN[word.key] and not (" host port user dbname "):find(" " .. word.key .. " ", 1, true) then
      parts[#parts + 1] = word.key .. "=" .. encoded(word.value)
    end
  end
  return "postgresql://" .. (of.user and encoded(of.user) .. "@" or "") .. (of.host and encoded(of.host) or "") ..
    (of.port and ":" .. encoded(of.port) or "") .. (of.dbname and "/" .. encoded(of.dbname) or "") ..
    (#parts > 0 and "?" .. table.concat(parts, "&") or "")
end

local function parsed_list(text)
  local words, rest, names = list_words(text), {}, {}
  for _, word in ipairs(words or {}) do
    if word.key == "schema" then names[#names + 1] = word.value else rest[#rest + 1] = word.text end
  end
  return { bare = table.concat(rest, " "), names = names, shown = shown_list(words), broken = words == nil }
end

--- ## Both

---@class parley.ServerAddress
---@field bare string  for libpq
---@field names string[]  of schemas
---@field shown string  without a password
---@field ambiguous boolean?  an @, / or ? stands where libpq would cut user and password in two
---@field broken boolean?  it is none

--- The parts of an address.
---@param text string
---@return parley.ServerAddress
function server_address.parsed(text)
  return text:find "^%w+://" and parsed_url(text) or parsed_list(text)
end

-- A text without what stands behind "password=" in it.
local function without_values(text)
  local parts, at = {}, 1
  for from in text:gmatch "password%s*=%s*()" do
    if from > at then
      local _, behind = value_at(text, from)
      parts[#parts + 1], parts[#parts + 2] = text:sub(at, from - 1), "..."
      at = behind or #text + 1
    end
  end
  return table.concat(parts) .. text:sub(at)
end

--- A text as it may be shown: in the place of each address of a server in it, the same without a password.
---@param text string
---@return string
function server_address.without_password(text)
  local lowered = text:lower()
  -- a quote in a password is no end of the address, and other servers have passwords too
  text = text:gsub("(%a[%w+.-]*://[^%s:/?@]*):%S*@", "%1@")
  if lowered:find("postgres", 1, true) then
    text = text:gsub("[Pp][Oo][Ss][Tt][Gg][Rr][Ee][Ss]%a*://[^%s'\"<>]+", shown_url)
  end
  if lowered:find("password", 1, true) and (lowered:find "dbname%s*=" or lowered:find "host%s*=" or
      lowered:find "user%s*=" or server_address.is_list(text)) then
    text = without_values(text)
  end
  return text
end

return server_address
