-- Methods lent to classes of rooms below, with modules made up for the purpose.

local attachments = require "parley.base.attachments"

local function lend(class, name, methods)
  package.preload[name] = function() return { [class] = methods } end
  attachments.supply(class, name)
end

describe("attachments", function()
  it("give a class the methods of every module supplied for it, beside its own", function()
    lend("spec.Thing", "spec.saving", { save = function() return "saved" end })
    lend("spec.Thing", "spec.printing", { show = function() return "shown" end })
    local class = { count = function() return 1 end }
    assert.equal(class, attachments.onto("spec.Thing", class))
    assert.same({ "saved", "shown", 1 }, { class.save(), class.show(), class.count() })
    assert.is_nil(class.nothing)
  end)

  it("are guarded as the class's own methods are, which go before those supplied", function()
    lend("spec.Kept", "spec.kept", { save = function() return "saved" end, count = function() return 2 end })
    local seen
    local class = attachments.onto("spec.Kept", { count = function() return 1 end }, function(methods)
      seen = methods
      return { save = function() return "guarded " .. methods.save() end, count = methods.count }
    end)
    assert.equal(1, class.count())
    assert.is_nil(seen)
    assert.equal("guarded saved", class.save())
    assert.equal(1, class.count())
  end)

  it("load no module before it is used", function()
    local loaded = false
    package.preload["spec.late"] = function()
      loaded = true
      return { ["spec.Late"] = { __tostring = function(x) return "late " .. x.name end } }
    end
    attachments.supply("spec.Late", "spec.late")
    local printed = attachments.printed "spec.Late"
    assert.is_false(loaded)
    assert.equal("late one", tostring(setmetatable({ name = "one" }, { __tostring = printed })))
    assert.is_true(loaded)
  end)

  it("print the name of a class that nothing was supplied for", function()
    assert.equal("spec.Bare", attachments.printed "spec.Bare" {})
    assert.is_nil(attachments.onto("spec.Bare", {}).save)
  end)
end)
