--- Case 88: the order of text is the one that doc/queries.md states, on both engines, in windows and for extremes.

local frame_query = require "spec.support.frame_query"
local parley = require "parley"

local function names(q)
  local list = {}
  for name in q:each "name" do list[#list + 1] = name end
  return table.concat(list, " ")
end

describe("case 88: text", function()
  local rows = {}
  for i, name in ipairs { "Ґонта", "zoo", "Éva", "Яків", "café", "Zelenskyy", "Андрій", "cafe", "Єрмак", "eva" } do
    rows[i] = { name = name }
  end
  local f = parley.frame(rows)

  it("sorts by code points", function()
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.equal("Zelenskyy cafe café eva zoo Éva Єрмак Андрій Яків Ґонта", names(q:sort "name"))
      assert.same({ least = "Zelenskyy", most = "Ґонта" },
        q:summarise("min(name) as least", "max(name) as most"):first())
    end
  end)

  it("sorts by letters alone through fold()", function()
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.equal("cafe café eva Éva Zelenskyy zoo Андрій Яків Єрмак Ґонта", names(q:sort("fold(name)", "name")))
    end
  end)
end)
