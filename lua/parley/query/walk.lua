--- The walk through a query's steps when it runs, the same for every engine.
-- From the first link to the last: what had to wait for the rows is bound, words and ids are looked up in the data, and
-- the engine makes of each step what it will.

local bound = require "parley.query.bound"
local verbs = require "parley.query.verbs"

local function look_up(link)
  for _, lookup in ipairs(link.lookups or {}) do require("parley.query.lookups").check(link.home, lookup) end
end

-- The links after one of them, to the last.
local function links_after(first, last)
  local links = {}
  while not rawequal(last, first) do
    table.insert(links, 1, last)
    last = last.before
  end
  return links
end

local take

-- Binds a step that had to wait; a verb that is a chain of others has several links.
local function take_waiting(made, at, link, engine, day)
  at = bound.copy_of(at, { walked = true })
  for _, step in ipairs(links_after(at, verbs.bind(at, link.step))) do made, at = take(made, at, step, engine, day) end
  return made, at
end

-- Makes the next link of what there is: gives that, and the link as it is known by now. It keeps the one that waited,
-- since the other side of a verb that is a chain of others may stand on it, and is walked once more.
function take(made, at, link, engine, day)
  if link.unbound then return take_waiting(made, at, link, engine, day) end
  if link.step.written then link = verbs.of(link.step.verb).renewed(link, day) end
  look_up(link)
  if engine.before then made = engine.before(made, link) end
  if link.step.adding then require("parley.query.adding").check(link, day) end
  local room, waiting = engine.steps(link.step.verb), link.open and link or link.looked_for
  if waiting then
    local found
    made, found = room.look(made, waiting, day, engine)
    link = bound.copy_of(verbs.of(link.step.verb).finish(waiting, found), { looked_for = waiting })
  end
  return room.emit(made, link, day, engine), link
end

--- Goes through the steps of a query.
-- The engine has begin(link, day), which makes something of the first link, perhaps before(made, link), which makes it
-- ready for the step of the next, and steps(verb), whose file has
-- emit(made, link, day, engine), which makes something of the next, and look(made, link, day, engine) where a link is
-- open: it gives what was made, and what finish() of the verb takes. They get the engine for rows of another chain.
---@param rows table  the last link
---@param engine { begin: function, before: function?, steps: fun(verb: string): table }
---@param day integer?  a day whose knowledge is not to be passed
---@return any made, table rows  what the engine made last; the last link, with its columns
local function walk(rows, engine, day)
  local links, days = bound.chain(rows, day)
  local at = links[1]
  local made = engine.begin(at, days[1] or nil)
  for i = 2, #links do made, at = take(made, at, links[i], engine, days[i] or nil) end
  return made, at
end

return walk
