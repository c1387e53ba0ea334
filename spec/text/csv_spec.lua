-- The CSV reader: its host program against known answers and the simplest reader, and the real files beside the
-- project, where they are there.

local host = require "spec.support.host"

it("csv_host finds nothing wrong #host", function()
  local output, status = host "csv_host"
  assert.equal("csv_host: good\n", output)
  assert.equal(0, status)
end)

describe("real files", function()
  local data = "../shared/data/"

  local function is_there(path)
    local file <close> = io.open(data .. path)
    return file ~= nil
  end

  -- Records are counted with the header.
  local function reads(path, options, expected)
    it(path .. " " .. options, function()
      if not is_there(path) then return pending(data .. path .. " is not there") end
      assert.equal(expected, (host("csv_host", ("count %s%s %s"):format(data, path, options))))
    end)
  end

  reads("corridors/HC_geocoded.csv", "", "records 283 width 28 quoted 246 breaks 257 problems 0 faults 0\n")
  reads("ucdp/ucdp-peace-agreements-221.csv", "", "records 375 width 68 quoted 2278 breaks 4723 problems 0 faults 0\n")
  reads("ceasefires/ceasefires_dataset.csv", "", "records 4092 width 87 quoted 2823 breaks 0 problems 0 faults 0\n")
  reads("icews/events.2018.sample.tab", "tab", "records 3706 width 20 quoted 0 breaks 0 problems 0 faults 0\n")
  reads("gdelt/20191024143000.export.CSV", "tab", "records 2111 width 61 quoted 0 breaks 0 problems 0 faults 0\n")
  reads("gdelt/gdelt1_columns.csv", "", "records 59 width 3 quoted 45 breaks 11 problems 0 faults 0\n")
  reads("gdelt/gdelt2_columns.csv", "", "records 62 width 3 quoted 49 breaks 0 problems 0 faults 0\n")
  reads("cameo/LOOKUP-CAMEO.eventcodes.txt", "tab", "records 311 width 2 quoted 0 breaks 0 problems 0 faults 0\n")
  reads("iso3166/country-codes.csv", "", "records 250 width 56 quoted 228 breaks 0 problems 0 faults 0\n")

  -- Four bytes of three code pages; two of them are nothing in windows-1252.
  reads("cwm/CWM.csv", "", "records 763 width 12 quoted 364 breaks 0 problems 4 faults 4\n"
    .. "bad_encoding.bytes path=the file encoding=UTF-8 reason=encoding_unstated sound_line=0 more=0 places="
    .. "fault_in_field 282 36 3 alas (Chim\\x8Fres)\tfault_in_field 445 131 12  San Crist\\x84bal de la\t"
    .. "fault_in_field 473 327 12  Jaime Gon\\x8Dalves, Ar\tfault_in_field 545 18 3 MIR, T\\xE0pac Amaru\n")
  reads("cwm/CWM.csv", "encoding=windows-1252", "records 763 width 12 quoted 364 breaks 0 problems 0 faults 2\n")
end)
