-- A brief speaks of talks whose name is a plural as of several.

local parley = require "parley"

-- What a brief says of one talk, as text of one line.
local function told(name, status, more)
  local ds <close> = parley.open ":memory:"
  ds:add("sources", { id = "s", published = "2025-06-10" })
  local values = { id = "t", name = name, status = status, planned_date = "2025-05-01" }
  for key, value in pairs(more or {}) do values[key] = value end
  ds:add("talks", values, { source = "s" })
  return (ds:brief { talk = "t", format = "text" }:gsub("%[%d+%]", ""):gsub("%s+", " "))
end

local function says(words, ...)
  local text = told(...)
  assert.is_truthy(text:find(words, 1, true), text)
end

describe("the number of a talk's name", function()
  it("is that of several where it names talks", function()
    says("Orvenn talks. They were held; they were planned for 1 May 2025.", "Orvenn talks", "held")
    says("They took 60 minutes. They ended with nothing agreed.", "Talks in Minsk", "held",
      { result = "none", minutes_best = 60 })
    says("It was agreed only to go on talking.", "Geneva negotiations", "held", { result = "continues" })
    says("They have been called off; they were to be on 1 May 2025.", "Consultations (2025)", "cancelled")
    says("They were scheduled for 1 May 2025. Whether they were held is not recorded.", "Rome talks", "scheduled")
  end)

  it("is one of a round, a meeting or a day of them", function()
    for _, name in ipairs { "Second round of talks", "Orvenn talks, second round", "Meeting at Rome talks", "Talks day" } do
      says(name .. ". It was held; it was planned for 1 May 2025.", name, "held")
    end
  end)
end)
