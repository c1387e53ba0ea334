-- The tool that checks names of the C house, on a small house of its own with one fault planted at a time.

local house

local function sh(command) assert(os.execute(command), command) end

local function write(path, text)
  sh(("mkdir -p '%s/csrc/%s'"):format(house, path:match "^(.*)/" or "."))
  local file <close> = assert(io.open(house .. "/csrc/" .. path, "w"))
  file:write(text)
end

local function header(path, body)
  local guard = "PARLEY_" .. path:gsub("[/.]", "_"):upper()
  write(path, ("/* A header. */\n#ifndef %s\n#define %s\n\n%s\n#endif\n"):format(guard, guard, body))
end

-- Compiles what is there, and gives what the tool prints.
local function check()
  sh(("cd '%s' && rm -rf build && for f in $(cd csrc && find . -name '*.c'); do "
    .. "mkdir -p build/obj/$(dirname $f) && cc -std=c11 -Icsrc -c -o build/obj/${f%%.c}.o csrc/$f || exit 1; done"):format(house))
  local pipe <close> = assert(io.popen(("lua5.4 tools/headers.lua '%s' 2>&1"):format(house)))
  return pipe:read "a"
end

describe("tools/headers.lua #tools", function()
  before_each(function()
    house = os.tmpname()
    os.remove(house)
    header("base/hash.h", "int parley_hash_text(int x);\n")
    write("base/hash.c", '#include "base/hash.h"\nint parley_hash_text(int x) { return x; }\n')
    header("value/edtf.h", "typedef struct parley_edtf { int day; } parley_edtf;\nint parley_edtf_parse(int x);\n")
    write("value/edtf.c", '#include "value/edtf.h"\n#include "base/hash.h"\n'
      .. "int parley_edtf_parse(int x) { return parley_hash_text(x); }\n")
    -- what the objects of the small house export beside that is for a host
    write("../spec/host/small_host.c", "parley_edtf_parse parley_edtf_odd parley_run_go parley_hash_text\n")
  end)
  after_each(function() sh("rm -rf '" .. house .. "'") end)

  it("says nothing of a house in order", function() assert.equal("", check()) end)

  it("finds a header that does not compile alone", function()
    header("base/hash.h", "size_t parley_hash_text(int x);\n")
    write("base/hash.c", "#include <stddef.h>\nsize_t parley_hash_text(int x) { return (size_t)x; }\n")
    write("value/edtf.c", '#include "value/edtf.h"\nint parley_edtf_parse(int x) { return x; }\n')
    assert.matches("csrc/base/hash.h: does not compile: error: unknown type name", check())
  end)

  it("finds two headers that clash, each of which compiles alone", function()
    header("value/fold.h", "typedef struct parley_edtf { double day; } parley_edtf;\n")
    assert.matches("all headers together: does not compile", check())
    assert.matches("all headers together, backwards: does not compile", check())
  end)

  it("finds a guard that is not the header's path", function()
    write("base/hash.h", "#ifndef PARLEY_HASH_H\n#define PARLEY_HASH_H\nint parley_hash_text(int x);\n#endif\n")
    assert.equal("csrc/base/hash.h: the guard is PARLEY_HASH_H, not PARLEY_BASE_HASH_H\n", check())
  end)

  it("finds a name without a prefix of its room, in headers and in objects", function()
    header("base/run.h", "enum { PARLEY_ODDITY = 1 };\n")
    write("base/run.c", "int parley_edtf_odd(void) { return 1; }\n")
    local output = check()
    assert.matches("csrc/base/run.h: PARLEY_ODDITY begins with no prefix of the room base", output, 1, true)
    assert.matches("base/run.o: parley_edtf_odd has a prefix of the room value, not of base", output, 1, true)
  end)

  it("finds names of constants, macros, types and functions", function()
    header("base/run.h", "#define PARLEY_ODD_MACRO 1\nenum { PARLEY_ODD_FIRST, PARLEY_ODD_SECOND = 3 };\n"
      .. "typedef enum parley_odd { PARLEY_ODD_THIRD } parley_odd;\ntypedef struct parley_run_x { int y; } parley_odder;\n"
      .. "static inline int parley_odd_function(int x) { return x; }\n")
    local output = check()
    for _, name in ipairs { "PARLEY_ODD_MACRO", "PARLEY_ODD_FIRST", "PARLEY_ODD_SECOND", "PARLEY_ODD_THIRD", "parley_odd",
      "parley_odder", "parley_odd_function" } do
      assert.matches("csrc/base/run.h: " .. name .. " begins with no prefix", output, 1, true)
    end
    assert.not_matches("parley_run_x", output)
  end)

  it("finds two objects that export the same name", function()
    write("base/run.c", "int parley_hash_text(int x) { return -x; }\n")
    assert.matches("base/run.o: exports parley_hash_text, as base/hash.o does", check(), 1, true)
  end)

  it("finds an object that needs what is above it, though no header says so", function()
    write("base/run.c", "int parley_edtf_parse(int x);\nint parley_run_go(int x) { return parley_edtf_parse(x); }\n")
    assert.matches("base/run.o: needs parley_edtf_parse of value/edtf.o: base (floor 1) must not know value (floor 2)",
      check(), 1, true)
  end)

  it("finds what nothing needs outside its own file", function()
    write("base/hash.c", '#include "base/hash.h"\nint parley_hash_text(int x) { return x; }\n'
      .. "int parley_hash_alone(int x) { return x; }\n")
    assert.equal("base/hash.o: exports parley_hash_alone, which nothing else needs\n", check())
    write("../fuzz/hash.c", "int main(void) { return parley_hash_alone(0); }\n")
    assert.equal("", check())
  end)

  it("finds a circle of objects", function()
    write("base/run.c", "int parley_hash_text(int x);\nint parley_run_go(int x) { return parley_hash_text(x); }\n")
    write("base/hash.c", "int parley_run_go(int x);\nint parley_hash_text(int x) { return parley_run_go(x); }\n")
    assert.matches("base/run.o: closes a circle: base/hash.o -> base/run.o -> base/hash.o", check(), 1, true)
  end)
end)
