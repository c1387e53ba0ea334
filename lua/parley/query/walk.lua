--- The walk through a query's steps when it runs, the same for every engine.
-- From the first link to the last: what had to wait for the rows is bound, words and ids are looked up in the data, and
-- the engine makes of each step what it will.

local bind = require "parley.query.bind"
local verbs = require "parley.query.verbs"

-- The links in order, and the day whose knowledge each draws on: as_of() reaches all before it.
local function chain(rows, day)
  local links, days, at = {}, {}, rows
  while at do
    table.insert(links, at)
    at = at.before
  end
  for i = 1, #links // 2 do links[i], links[#links + 1 - i] = links[#links + 1 - i], links[i] end
  for i = #links, 1, -1 do
    local step = links[i].step
    if step and step.verb == "as_of" then day = math.min(day or step.day, step.day) end
    days[i] = day or false
  end
  return links, days
end

local function look_up(link)
  for _, lookup in ipairs(link.lookups or {}) do bind.look_up(link.home, lookup) end
end

--- Goes through the steps of a query.
-- The engine has begin(link, day), which makes something of the first link, and steps(verb), whose file has
-- emit(made, link, day), which makes something of the next, and look(made, link, day) where a link is open: it gives
-- what was made, and what finish() of the verb takes.
---@param rows table  the last link
---@param engine { begin: function, steps: fun(verb: string): table }
---@param day integer?  a day whose knowledge is not to be passed
---@return any made, table rows  what the engine made last; the last link, with its columns
local function walk(rows, engine, day)
  local links, days = chain(rows, day)
  local at = links[1]
  local made = engine.begin(at, days[1] or nil)
  for i = 2, #links do
    local link = links[i]
    if link.unbound then link = verbs.bind(at, link.step) end
    look_up(link)
    if link.step.adding then require("parley.query.adding").check(link, days[i] or nil) end
    local room = engine.steps(link.step.verb)
    if link.open then
      local found
      made, found = room.look(made, link, days[i] or nil)
      link = verbs.of(link.step.verb).finish(link, found)
    end
    made = room.emit(made, link, days[i] or nil)
    at = link
  end
  return made, at
end

return walk
