--- Pictures: the timeline first, then those that were asked for.

local dataset_plot = require "parley.pictures.dataset_plot"
local errors = require "parley.base.errors"
local picture = require "parley.pictures.picture"
local xml = require "parley.base.xml"

-- The names by which a picture points at its own patterns are made its own: there are several on the page.
local function renamed(svg, n)
  local function own(name) return ("v%d-%s"):format(n, name) end
  svg = svg:gsub('id="([%w]+)"', function(name) return ('id="%s"'):format(own(name)) end)
  return (svg:gsub('url%(#([%w]+)%)"', function(name) return ('url(#%s)"'):format(own(name)) end))
end

-- A drawing, or nothing where there is nothing to draw.
local function drawing(c, kind)
  local done, made = pcall(dataset_plot.of, c.ds, kind)
  if done then return made end
  if errors.is(made) and made.code == "empty" then return nil end
  error(made, 0)
end

return {
  id = "timeline", title = "Timeline",
  html = function(c)
    local parts = {}
    for _, kind in ipairs(c.pictures) do
      local made = drawing(c, kind)
      if made then
        local svg = renamed(c.redact and picture.svg_in(made, c.redact) or made:to_svg(), #parts + 1)
        parts[#parts + 1] = ('<figure class="last"><div class="wide" tabindex="0" role="region" aria-label="%s">'
          .. "%s</div><figcaption>%s</figcaption></figure>\n"):format(c.write:text(made.title), svg,
          xml.isolated(c.write:text(made.description), "<bdi>", "</bdi>"))
      end
    end
    return table.concat(parts)
  end,
}
