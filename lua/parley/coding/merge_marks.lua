--- What a merge notes on claims beside what people said, in `retracted_by`: so that the next merge takes what people
-- said alone, and settles the rest anew.
-- A claim that a merge has made says what another one says, under the name that a thing has by now; it stands with the
-- mark MADE. One that a merge has taken back has NAME (it stands under another name), REFERENCE (what it refers to is
-- gone) or GONE (somebody has taken it back under another name). MADE_GONE tells what the thing of a claim that was
-- taken back is called by now. As soon as somebody takes a claim back, the mark is
-- gone, and it is a claim as any.

local merge_marks = { MADE = "merge: made", NAME = "merge: name", GONE = "merge: gone",
  REFERENCE = "merge: reference", MADE_REFERENCE = "merge: made, reference", MADE_GONE = "merge: made, gone" }

local MARKS = {}
for _, mark in pairs(merge_marks) do MARKS[mark] = true end

--- Whether a merge has made the claim.
function merge_marks.is_made(by)
  return by == merge_marks.MADE or by == merge_marks.MADE_REFERENCE or by == merge_marks.MADE_GONE
end

--- Whether a merge has taken the claim back, for what it refers to.
function merge_marks.is_cut(by) return by == merge_marks.REFERENCE or by == merge_marks.MADE_REFERENCE end

--- Whether somebody has taken the claim back, and no merge.
---@param at string?  when it was taken back
---@param by string?
function merge_marks.is_peoples(at, by) return at ~= nil and not (by and MARKS[by]) end

return merge_marks
