-- 1-15
CREATE TABLE claim_keys (claim INTEGER PRIMARY KEY AUTOINCREMENT,
  "table" TEXT NOT NULL);
CREATE TABLE "crosswalk" (
  id TEXT PRIMARY KEY NOT NULL,
  "vocabulary" TEXT,
  "code" TEXT,
  "scheme" TEXT,
  "scheme_version" TEXT,
  "scheme_code" TEXT,
  "scheme_label" TEXT
);
CREATE TABLE "deliveries" (
  id TEXT PRIMARY KEY NOT NULL,
  "outcome" TEXT REFERENCES "outcomes"(id) DEFERRABLE INITIALLY DEFERRED,
-- 7
  "giver" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "receiver" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 8-15
  "giver" TEXT,
  "receiver" TEXT,
-- 1-15
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "low" INTEGER,
  "best" INTEGER,
  "high" INTEGER,
-- 4-15
  "unit" TEXT,
  "category" TEXT,
  "basis" TEXT,
  "counting" TEXT,
-- 9-15
  "measure_low" REAL,
  "measure_best" REAL,
  "measure_high" REAL,
  "measure_unit" TEXT,
-- 7-15
  "cause" TEXT,
-- 1-15
  "text" TEXT
);
CREATE TABLE "deliveries_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "outcome" TEXT,
-- 7-15
  "giver" TEXT,
  "receiver" TEXT,
-- 1-15
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "low" INTEGER,
  "best" INTEGER,
  "high" INTEGER,
-- 4-15
  "unit" TEXT,
  "category" TEXT,
  "basis" TEXT,
  "counting" TEXT,
-- 9-15
  "measure_low" REAL,
  "measure_best" REAL,
  "measure_high" REAL,
  "measure_unit" TEXT,
-- 7-15
  "cause" TEXT,
-- 1-15
  "text" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "demands" (
  id TEXT PRIMARY KEY NOT NULL,
-- 1-7
  "party" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "addressee" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 8-15
  "party" TEXT,
  "addressee" TEXT,
-- 1-15
  "topic" TEXT,
-- 7-15
  "kind" TEXT,
-- 1-15
  "label" TEXT,
  "text" TEXT,
  "made" TEXT,
  "made_start" INTEGER,
  "made_end" INTEGER,
  "talk" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
  "document" TEXT REFERENCES "documents"(id) DEFERRABLE INITIALLY DEFERRED,
  "provision" TEXT REFERENCES "provisions"(id) DEFERRABLE INITIALLY DEFERRED,
  "priority" INTEGER,
  "status" TEXT,
  "days_best" INTEGER,
  "days_low" INTEGER,
  "days_high" INTEGER,
-- 9-15
  "measure_low" REAL,
  "measure_best" REAL,
  "measure_high" REAL,
  "measure_unit" TEXT,
-- 1-15
  "extendable" BOOLEAN,
  "wanted" TEXT,
  "wanted_start" INTEGER,
  "wanted_end" INTEGER,
  "scope" TEXT,
  "purpose" TEXT,
  "condition" TEXT,
  "announced_by" TEXT,
-- 14-15
  "alternative_group" TEXT,
  "requires" TEXT REFERENCES "demands"(id) DEFERRABLE INITIALLY DEFERRED,
-- 1-15
  "revises" TEXT REFERENCES "demands"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "demands_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "party" TEXT,
  "addressee" TEXT,
  "topic" TEXT,
-- 7-15
  "kind" TEXT,
-- 1-15
  "label" TEXT,
  "text" TEXT,
  "made" TEXT,
  "made_start" INTEGER,
  "made_end" INTEGER,
  "talk" TEXT,
  "document" TEXT,
  "provision" TEXT,
  "priority" INTEGER,
  "status" TEXT,
  "days_best" INTEGER,
  "days_low" INTEGER,
  "days_high" INTEGER,
-- 9-15
  "measure_low" REAL,
  "measure_best" REAL,
  "measure_high" REAL,
  "measure_unit" TEXT,
-- 1-15
  "extendable" BOOLEAN,
  "wanted" TEXT,
  "wanted_start" INTEGER,
  "wanted_end" INTEGER,
  "scope" TEXT,
  "purpose" TEXT,
  "condition" TEXT,
  "announced_by" TEXT,
-- 14-15
  "alternative_group" TEXT,
  "requires" TEXT,
-- 1-15
  "revises" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "documents" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "kind" TEXT,
-- 1-7
  "author" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "recipient" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 8-15
  "author" TEXT,
  "recipient" TEXT,
-- 1-15
  "talk" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
  "handed_over" TEXT,
  "handed_over_start" INTEGER,
  "handed_over_end" INTEGER,
  "release" TEXT,
  "announced_by" TEXT,
  "items_best" INTEGER,
  "items_low" INTEGER,
  "items_high" INTEGER,
  "contents" TEXT,
  "text" TEXT
);
CREATE TABLE "documents_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "name" TEXT,
  "kind" TEXT,
  "author" TEXT,
  "recipient" TEXT,
  "talk" TEXT,
  "handed_over" TEXT,
  "handed_over_start" INTEGER,
  "handed_over_end" INTEGER,
  "release" TEXT,
  "announced_by" TEXT,
  "items_best" INTEGER,
  "items_low" INTEGER,
  "items_high" INTEGER,
  "contents" TEXT,
  "text" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "events" (
  id TEXT PRIMARY KEY NOT NULL,
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "source_party" TEXT,
  "target_party" TEXT,
-- 2-15
  "source_country" TEXT,
  "target_country" TEXT,
-- 1-15
  "code" TEXT,
  "scheme" TEXT,
  "act" TEXT,
  "quad" INTEGER,
  "goldstein" REAL,
  "mentions" INTEGER,
  "place" TEXT,
-- 2-15
  "place_country" TEXT,
-- 1-15
  "latitude" REAL,
  "longitude" REAL,
  "source" TEXT REFERENCES "sources"(id) DEFERRABLE INITIALLY DEFERRED,
  "url" TEXT,
  "text" TEXT
-- 10-15
);
CREATE TABLE "memberships" (
  id TEXT PRIMARY KEY NOT NULL,
  "party" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "whole" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "held" TEXT,
  "held_start" INTEGER,
  "held_end" INTEGER
);
CREATE TABLE "memberships_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 10-15
  "party" TEXT,
  "whole" TEXT,
  "held" TEXT,
  "held_start" INTEGER,
  "held_end" INTEGER,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 10-14
  "reported_start" INTEGER,
-- 10-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 10-14
  "retracted_at" TEXT,
-- 10-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
  "import" INTEGER,
  "entry" INTEGER,
  "restates" INTEGER,
  "source_day" BOOLEAN,
  "source_origin" TEXT,
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "offices" (
  id TEXT PRIMARY KEY NOT NULL,
  "person" TEXT REFERENCES "people"(id) DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "held" TEXT,
  "held_start" INTEGER,
  "held_end" INTEGER
);
CREATE TABLE "offices_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "person" TEXT,
  "party" TEXT,
  "title" TEXT,
  "held" TEXT,
  "held_start" INTEGER,
  "held_end" INTEGER,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "outcomes" (
  id TEXT PRIMARY KEY NOT NULL,
  "talk" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
-- 7-15
  "document" TEXT REFERENCES "documents"(id) DEFERRABLE INITIALLY DEFERRED,
-- 1-15
  "topic" TEXT,
  "kind" TEXT,
-- 7-15
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
-- 1-15
  "nature" TEXT,
-- 1-7
  "giver" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "receiver" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 8-15
  "giver" TEXT,
  "receiver" TEXT,
-- 1-15
  "category" TEXT,
  "unit" TEXT,
  "low" INTEGER,
  "best" INTEGER,
  "high" INTEGER,
  "basis" TEXT,
-- 9-15
  "measure_low" REAL,
  "measure_best" REAL,
  "measure_high" REAL,
  "measure_unit" TEXT,
-- 1-15
  "age_min" INTEGER,
  "age_max" INTEGER,
  "all_for_all" BOOLEAN,
  "due" TEXT,
  "due_start" INTEGER,
  "due_end" INTEGER,
-- 4-15
  "in_force" TEXT,
  "in_force_start" INTEGER,
  "in_force_end" INTEGER,
-- 14-15
  "purpose" TEXT,
  "stage" TEXT,
  "agreement_type" TEXT,
  "ceasefire_kind" TEXT,
-- 1-15
  "condition" TEXT,
  "status" TEXT,
  "announced_by" TEXT,
  "part_of" TEXT REFERENCES "outcomes"(id) DEFERRABLE INITIALLY DEFERRED,
-- 4-15
  "alternative_group" TEXT,
-- 1-15
  "text" TEXT
);
CREATE TABLE "outcomes_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "talk" TEXT,
-- 7-15
  "document" TEXT,
-- 1-15
  "topic" TEXT,
  "kind" TEXT,
-- 7-15
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
-- 1-15
  "nature" TEXT,
  "giver" TEXT,
  "receiver" TEXT,
  "category" TEXT,
  "unit" TEXT,
  "low" INTEGER,
  "best" INTEGER,
  "high" INTEGER,
  "basis" TEXT,
-- 9-15
  "measure_low" REAL,
  "measure_best" REAL,
  "measure_high" REAL,
  "measure_unit" TEXT,
-- 1-15
  "age_min" INTEGER,
  "age_max" INTEGER,
  "all_for_all" BOOLEAN,
  "due" TEXT,
  "due_start" INTEGER,
  "due_end" INTEGER,
-- 4-15
  "in_force" TEXT,
  "in_force_start" INTEGER,
  "in_force_end" INTEGER,
-- 14-15
  "purpose" TEXT,
  "stage" TEXT,
  "agreement_type" TEXT,
  "ceasefire_kind" TEXT,
-- 1-15
  "condition" TEXT,
  "status" TEXT,
  "announced_by" TEXT,
  "part_of" TEXT,
-- 4-15
  "alternative_group" TEXT,
-- 1-15
  "text" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 11-15
);
CREATE TABLE "own_columns" (
  id TEXT PRIMARY KEY NOT NULL,
  "table" TEXT,
  "name" TEXT,
  "position" INTEGER,
  "type" TEXT,
  "meaning" TEXT,
  "references" TEXT,
  "several" BOOLEAN,
  "vocabulary" TEXT,
  "kind" TEXT,
  "over_time" BOOLEAN,
  "span" BOOLEAN,
  "clock" BOOLEAN,
  "least" INTEGER,
-- 11-14
  "most" INTEGER
-- 15
  "most" INTEGER,
  "quantity" TEXT,
  "bound" TEXT,
  "beside" TEXT
-- 1-15
);
CREATE TABLE "participants" (
  id TEXT PRIMARY KEY NOT NULL,
  "talk" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "people"(id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT,
  "status" TEXT,
  "announced_by" TEXT
);
CREATE TABLE "participants_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "talk" TEXT,
  "party" TEXT,
  "person" TEXT,
  "role" TEXT,
  "status" TEXT,
  "announced_by" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "parties" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "parent" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
  "iso3" TEXT,
-- 14-15
  "cow" INTEGER,
  "gwno" INTEGER,
  "fips" TEXT,
-- 1-15
  "aliases" TEXT
);
CREATE TABLE "parties_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "name" TEXT,
  "kind" TEXT,
  "parent" TEXT,
  "iso3" TEXT,
-- 14-15
  "cow" INTEGER,
  "gwno" INTEGER,
  "fips" TEXT,
-- 1-15
  "aliases" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "people" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "aliases" TEXT
);
CREATE TABLE "people_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "name" TEXT,
  "aliases" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "processes" (
  id TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "conflict" TEXT,
  "start" TEXT,
  "start_start" INTEGER,
  "start_end" INTEGER,
  "pax" TEXT,
  "ucdp" TEXT
);
CREATE TABLE "processes_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "name" TEXT,
  "conflict" TEXT,
  "start" TEXT,
  "start_start" INTEGER,
  "start_end" INTEGER,
  "pax" TEXT,
  "ucdp" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "provisions" (
  id TEXT PRIMARY KEY NOT NULL,
  "document" TEXT REFERENCES "documents"(id) DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT REFERENCES "provisions"(id) DEFERRABLE INITIALLY DEFERRED,
  "ordinal" INTEGER,
  "label" TEXT,
  "kind" TEXT,
  "exclusive_group" TEXT,
  "topic" TEXT,
  "text" TEXT
);
CREATE TABLE "provisions_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "document" TEXT,
  "parent" TEXT,
  "ordinal" INTEGER,
  "label" TEXT,
  "kind" TEXT,
  "exclusive_group" TEXT,
  "topic" TEXT,
  "text" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 2-15
);
CREATE TABLE "quarantine" (
  id TEXT PRIMARY KEY NOT NULL,
  "table" TEXT,
  "file" TEXT,
  "line" INTEGER,
  "column" TEXT,
  "value" TEXT,
-- 5-15
  "code" TEXT,
-- 12-15
  "fault" TEXT,
  "arguments" TEXT,
-- 2-15
  "reason" TEXT,
  "suggestion" TEXT,
-- 3-15
  "row" INTEGER,
  "entry" INTEGER,
-- 2-15
  "raw" TEXT,
  "import" TEXT
-- 1-15
);
CREATE TABLE "responses" (
  id TEXT PRIMARY KEY NOT NULL,
  "demand" TEXT REFERENCES "demands"(id) DEFERRABLE INITIALLY DEFERRED,
  "document" TEXT REFERENCES "documents"(id) DEFERRABLE INITIALLY DEFERRED,
  "talk" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
-- 1-7
  "party" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 8-15
  "party" TEXT,
-- 1-15
  "kind" TEXT,
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "condition" TEXT,
  "announced_by" TEXT,
  "text" TEXT
);
CREATE TABLE "responses_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "demand" TEXT,
  "document" TEXT,
  "talk" TEXT,
  "party" TEXT,
  "kind" TEXT,
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "condition" TEXT,
  "announced_by" TEXT,
  "text" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE VIRTUAL TABLE search_index USING fts5(body, content='search_text', content_rowid='key',
  tokenize='unicode61 remove_diacritics 2');
CREATE TABLE search_text (key INTEGER PRIMARY KEY, tbl TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (tbl, id));
CREATE TABLE "sources" (
  id TEXT PRIMARY KEY NOT NULL,
  "outlet" TEXT,
  "title" TEXT,
-- 7-15
  "label" TEXT,
-- 1-15
  "author" TEXT,
  "published" TEXT,
  "published_start" INTEGER,
  "published_end" INTEGER,
  "language" TEXT,
  "licence" TEXT,
  "url" TEXT,
-- 7-15
  "origin" TEXT,
  "agency" TEXT,
  "rests_on" TEXT REFERENCES "sources"(id) DEFERRABLE INITIALLY DEFERRED,
  "copy_of" TEXT REFERENCES "sources"(id) DEFERRABLE INITIALLY DEFERRED,
-- 1-15
  "note" TEXT
);
CREATE TABLE "sources_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "outlet" TEXT,
  "title" TEXT,
-- 7-15
  "label" TEXT,
-- 1-15
  "author" TEXT,
  "published" TEXT,
  "published_start" INTEGER,
  "published_end" INTEGER,
  "language" TEXT,
  "licence" TEXT,
  "url" TEXT,
-- 7-15
  "origin" TEXT,
  "agency" TEXT,
  "rests_on" TEXT,
  "copy_of" TEXT,
-- 1-15
  "source_note" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "statements" (
  id TEXT PRIMARY KEY NOT NULL,
-- 1-7
  "speaker" TEXT REFERENCES "people"(id) DEFERRABLE INITIALLY DEFERRED,
  "party" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 8-15
  "speaker" TEXT,
  "party" TEXT,
-- 1-15
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "channel" TEXT,
  "venue" TEXT,
  "kind" TEXT,
  "about" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
  "topic" TEXT,
  "deadline" TEXT,
  "deadline_start" INTEGER,
  "deadline_end" INTEGER,
  "label" TEXT,
  "text" TEXT
);
CREATE TABLE "statements_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "speaker" TEXT,
  "party" TEXT,
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
  "channel" TEXT,
  "venue" TEXT,
  "kind" TEXT,
  "about" TEXT,
  "topic" TEXT,
  "deadline" TEXT,
  "deadline_start" INTEGER,
  "deadline_end" INTEGER,
  "label" TEXT,
  "text" TEXT,
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-15
);
CREATE TABLE "talks" (
  id TEXT PRIMARY KEY NOT NULL,
  "process" TEXT REFERENCES "processes"(id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "kind" TEXT,
  "round" INTEGER,
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
-- 13-15
  "planned_date" TEXT,
  "planned_date_start" INTEGER,
  "planned_date_end" INTEGER,
-- 1-15
  "time" TEXT,
-- 7-15
  "planned_time" TEXT,
-- 1-15
  "zone" TEXT,
-- 7-15
  "minutes_best" INTEGER,
  "minutes_low" INTEGER,
  "minutes_high" INTEGER,
-- 1-15
  "place" TEXT,
  "venue" TEXT,
-- 7-15
  "planned_venue" TEXT,
-- 1-15
  "host" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 7-15
  "initiated_by" TEXT REFERENCES "parties"(id) DEFERRABLE INITIALLY DEFERRED,
-- 1-15
  "format" TEXT,
-- 7-15
  "directness" TEXT,
-- 1-15
  "status" TEXT,
  "purpose" TEXT,
  "result" TEXT,
  "assessment" TEXT,
  "prospect" TEXT,
  "gap_years_best" INTEGER,
  "gap_years_low" INTEGER,
  "gap_years_high" INTEGER,
-- 1-6
  "prepares" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED
-- 7-15
  "prepares" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED,
  "part_of" TEXT REFERENCES "talks"(id) DEFERRABLE INITIALLY DEFERRED
-- 1-10
);
-- 11-15
, "weather" TEXT);
-- 1-15
CREATE TABLE "talks_claims" (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
-- 15
  "reported_start" INTEGER,
  "retracted_at" TEXT,
-- 1-15
  "process" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "round" INTEGER,
  "date" TEXT,
  "date_start" INTEGER,
  "date_end" INTEGER,
-- 13-15
  "planned_date" TEXT,
  "planned_date_start" INTEGER,
  "planned_date_end" INTEGER,
-- 1-15
  "time" TEXT,
-- 7-15
  "planned_time" TEXT,
-- 1-15
  "zone" TEXT,
-- 7-15
  "minutes_best" INTEGER,
  "minutes_low" INTEGER,
  "minutes_high" INTEGER,
-- 1-15
  "place" TEXT,
  "venue" TEXT,
-- 7-15
  "planned_venue" TEXT,
-- 1-15
  "host" TEXT,
-- 7-15
  "initiated_by" TEXT,
-- 1-15
  "format" TEXT,
-- 7-15
  "directness" TEXT,
-- 1-15
  "status" TEXT,
  "purpose" TEXT,
  "result" TEXT,
  "assessment" TEXT,
  "prospect" TEXT,
  "gap_years_best" INTEGER,
  "gap_years_low" INTEGER,
  "gap_years_high" INTEGER,
  "prepares" TEXT,
-- 7-15
  "part_of" TEXT,
-- 1-15
  "source" TEXT,
  "locator" TEXT,
  "said_by" TEXT,
  "chain" TEXT,
  "certainty" TEXT,
  "modality" TEXT,
  "polarity" TEXT,
  "stated" TEXT,
  "stated_start" INTEGER,
  "stated_end" INTEGER,
  "reported" TEXT,
-- 1-14
  "reported_start" INTEGER,
-- 1-15
  "reported_end" INTEGER,
  "recorded_at" TEXT,
-- 1-14
  "retracted_at" TEXT,
-- 1-15
  "retraction" TEXT,
  "rank" TEXT,
  "coder" TEXT,
  "note" TEXT,
-- 1-2
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (claim & 1073741823) END) STORED,
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (claim & 1073741823) END) STORED
-- 3-15
  "import" INTEGER,
  "entry" INTEGER,
-- 7-15
  "restates" INTEGER,
-- 6-15
  "source_day" BOOLEAN,
-- 9-15
  "source_origin" TEXT,
-- 3-15
  claim_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 52) + ((coalesce(max(0, min(4194303, reported_end + 2097152)), 0)) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
-- 3-5
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 6-8
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED
-- 9-15
  state_weight INTEGER GENERATED ALWAYS AS (CASE WHEN retracted_at IS NULL AND rank IS NOT 'deprecated' AND polarity IS NOT 'denied' THEN ((rank IS 'preferred') << 56) + ((coalesce(max(0, min(4194303, coalesce(min(stated_end, reported_end), stated_end, reported_end) + 2097152)), 0)) << 34) + ((CASE certainty WHEN 'on_record_quote' THEN 8 WHEN 'on_record_paraphrase' THEN 7 WHEN 'document_seen' THEN 6 WHEN 'document_described' THEN 5 WHEN 'named_medium' THEN 4 WHEN 'narration' THEN 3 WHEN 'anonymous' THEN 2 WHEN 'inferred' THEN 1 ELSE 0 END) << 30) + (coalesce(entry, claim) & 1073741823) END) STORED,
  voice TEXT GENERATED ALWAYS AS (iif(coalesce(source_origin, said_by, coder) IS NULL, source, source || '' || coalesce(source_origin, '') || '' || coalesce(said_by, '') || '' || coalesce(coder, ''))) STORED
-- 1-10
);
-- 11-15
, "weather" TEXT);
-- 1-15
CREATE TABLE "terms" (
  id TEXT PRIMARY KEY NOT NULL,
  "vocabulary" TEXT,
  "code" TEXT,
  "label" TEXT,
  "definition" TEXT,
  "parent" TEXT REFERENCES "terms"(id) DEFERRABLE INITIALLY DEFERRED,
  "aliases" TEXT
);
INSERT INTO "claim_keys"("claim", "table") VALUES (1, 'sources');
INSERT INTO "claim_keys"("claim", "table") VALUES (2, 'sources');
INSERT INTO "claim_keys"("claim", "table") VALUES (3, 'parties');
INSERT INTO "claim_keys"("claim", "table") VALUES (4, 'parties');
INSERT INTO "claim_keys"("claim", "table") VALUES (5, 'parties');
INSERT INTO "claim_keys"("claim", "table") VALUES (6, 'people');
INSERT INTO "claim_keys"("claim", "table") VALUES (7, 'offices');
INSERT INTO "claim_keys"("claim", "table") VALUES (8, 'talks');
INSERT INTO "claim_keys"("claim", "table") VALUES (9, 'talks');
INSERT INTO "claim_keys"("claim", "table") VALUES (10, 'documents');
INSERT INTO "claim_keys"("claim", "table") VALUES (11, 'demands');
INSERT INTO "claim_keys"("claim", "table") VALUES (12, 'responses');
INSERT INTO "claim_keys"("claim", "table") VALUES (13, 'outcomes');
INSERT INTO "claim_keys"("claim", "table") VALUES (14, 'outcomes');
INSERT INTO "claim_keys"("claim", "table") VALUES (15, 'outcomes');
INSERT INTO "claim_keys"("claim", "table") VALUES (16, 'deliveries');
INSERT INTO "claim_keys"("claim", "table") VALUES (17, 'statements');
-- 3-15
INSERT INTO "claim_keys"("claim", "table") VALUES (18, 'talks');
-- 8-15
INSERT INTO "claim_keys"("claim", "table") VALUES (20, 'documents');
-- 9-15
INSERT INTO "claim_keys"("claim", "table") VALUES (21, 'outcomes');
-- 10-15
INSERT INTO "claim_keys"("claim", "table") VALUES (22, 'memberships');
-- 11-15
INSERT INTO "claim_keys"("claim", "table") VALUES (23, 'talks');
-- 14-15
INSERT INTO "claim_keys"("claim", "table") VALUES (24, 'parties');
-- 1-15
INSERT INTO "deliveries"("id", "outcome", "date", "date_start", "date_end", "low", "best", "high") VALUES ('v1', 'b1', '2025-06-11', 20250, 20250, 1212, 1212, 1212);
-- 1-5
INSERT INTO "deliveries_claims"("claim", "id", "outcome", "date", "date_start", "date_end", "low", "best", "high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (16, 'v1', 'b1', '2025-06-11', 20250, 20250, 1212, 1212, 1212, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal');
-- 6-15
INSERT INTO "deliveries_claims"("claim", "id", "outcome", "date", "date_start", "date_end", "low", "best", "high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (16, 'v1', 'b1', '2025-06-11', 20250, 20250, 1212, 1212, 1212, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-15
INSERT INTO "demands"("id", "party", "addressee", "topic", "text", "talk", "document", "days_best", "days_low", "days_high") VALUES ('d1', 'ukraine', 'russia', 'ceasefire', 'A ceasefire of thirty days.', 'r2', 'm1', 30, 30, 30);
-- 1-5
INSERT INTO "demands_claims"("claim", "id", "party", "addressee", "topic", "text", "talk", "document", "days_best", "days_low", "days_high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (11, 'd1', 'ukraine', 'russia', 'ceasefire', 'A ceasefire of thirty days.', 'r2', 'm1', 30, 30, 30, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
-- 6-15
INSERT INTO "demands_claims"("claim", "id", "party", "addressee", "topic", "text", "talk", "document", "days_best", "days_low", "days_high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (11, 'd1', 'ukraine', 'russia', 'ceasefire', 'A ceasefire of thirty days.', 'r2', 'm1', 30, 30, 30, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-7
INSERT INTO "documents"("id", "kind", "author", "talk", "handed_over", "handed_over_start", "handed_over_end") VALUES ('m1', 'memorandum', 'ukraine', 'r2', '2025-05-28', 20236, 20236);
-- 1-5
INSERT INTO "documents_claims"("claim", "id", "kind", "author", "talk", "handed_over", "handed_over_start", "handed_over_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (10, 'm1', 'memorandum', 'ukraine', 'r2', '2025-05-28', 20236, 20236, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
-- 8-15
INSERT INTO "documents"("id", "kind", "author", "talk", "handed_over", "handed_over_start", "handed_over_end") VALUES ('m1', 'memorandum', 'eu; ukraine', 'r2', '2025-05-28', 20236, 20236);
-- 6-15
INSERT INTO "documents_claims"("claim", "id", "kind", "author", "talk", "handed_over", "handed_over_start", "handed_over_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (10, 'm1', 'memorandum', 'ukraine', 'r2', '2025-05-28', 20236, 20236, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 8-15
INSERT INTO "documents_claims"("claim", "id", "author", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (20, 'm1', 'eu; ukraine', 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'preferred', 1);
-- 10-15
INSERT INTO "memberships"("id", "party", "whole") VALUES ('e1', 'ukraine', 'eu');
INSERT INTO "memberships_claims"("claim", "id", "party", "whole", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (22, 'e1', 'ukraine', 'eu', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-15
INSERT INTO "offices"("id", "person", "party", "title", "held", "held_start", "held_end") VALUES ('o1', 'umerov', 'ukraine', 'minister', '2023-09/2025-07', 19601, 20300);
-- 1-5
INSERT INTO "offices_claims"("claim", "id", "person", "party", "title", "held", "held_start", "held_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (7, 'o1', 'umerov', 'ukraine', 'minister', '2023-09/2025-07', 19601, 20300, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
-- 1-3
INSERT INTO "outcomes"("id", "talk", "topic", "giver", "receiver", "unit", "low", "high") VALUES ('b1', 'r2', 'remains', 'russia', 'ukraine', 'bodies', 1000, 1212);
-- 6-15
INSERT INTO "offices_claims"("claim", "id", "person", "party", "title", "held", "held_start", "held_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (7, 'o1', 'umerov', 'ukraine', 'minister', '2023-09/2025-07', 19601, 20300, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 4-15
INSERT INTO "outcomes"("id", "talk", "topic", "giver", "receiver", "low", "high") VALUES ('b1', 'r2', 'remains', 'russia', 'ukraine', 1000, 1212);
-- 1-5
INSERT INTO "outcomes_claims"("claim", "id", "talk", "topic", "giver", "receiver", "unit", "low", "best", "high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (13, 'b1', 'r2', 'remains', 'russia', 'ukraine', 'bodies', 6000, 6000, 6000, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
INSERT INTO "outcomes_claims"("claim", "id", "low", "high", "source", "said_by", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (14, 'b1', 1000, 1212, 's2', 'umerov', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal');
INSERT INTO "outcomes_claims"("claim", "id", "low", "best", "high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "retracted_at", "retraction", "rank") VALUES (15, 'b1', 7, 7, 7, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', '2025-06-10T12:00:00Z', 'misread', 'normal');
-- 9-15
INSERT INTO "outcomes"("id", "measure_low", "measure_best", "measure_high", "measure_unit") VALUES ('f1', 1.5, 1.5, 1.5, 'tonnes');
-- 6-15
INSERT INTO "outcomes_claims"("claim", "id", "talk", "topic", "giver", "receiver", "unit", "low", "best", "high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (13, 'b1', 'r2', 'remains', 'russia', 'ukraine', 'bodies', 6000, 6000, 6000, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
INSERT INTO "outcomes_claims"("claim", "id", "low", "high", "source", "said_by", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (14, 'b1', 1000, 1212, 's2', 'umerov', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1);
INSERT INTO "outcomes_claims"("claim", "id", "low", "best", "high", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "retracted_at", "retraction", "rank", "source_day") VALUES (15, 'b1', 7, 7, 7, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', '2025-06-10T12:00:00Z', 'misread', 'normal', 1);
-- 9-15
INSERT INTO "outcomes_claims"("claim", "id", "measure_low", "measure_best", "measure_high", "measure_unit", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (21, 'f1', 1.5, 1.5, 1.5, 'tonnes', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 11-15
INSERT INTO "own_columns"("id", "table", "name", "position", "type", "kind") VALUES ('talks.weather', 'talks', 'weather', 1, 'text', 'value');
-- 1-13
INSERT INTO "parties"("id", "name") VALUES ('ukraine', 'ukraine');
-- 14-15
INSERT INTO "parties"("id", "name", "gwno") VALUES ('ukraine', 'ukraine', 369);
-- 1-15
INSERT INTO "parties"("id", "name") VALUES ('russia', 'russia');
INSERT INTO "parties"("id", "name") VALUES ('eu', 'eu');
-- 1-5
INSERT INTO "parties_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (3, 'ukraine', 'ukraine', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
INSERT INTO "parties_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (4, 'russia', 'russia', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
INSERT INTO "parties_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (5, 'eu', 'eu', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
-- 6-15
INSERT INTO "parties_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (3, 'ukraine', 'ukraine', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
INSERT INTO "parties_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (4, 'russia', 'russia', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
INSERT INTO "parties_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (5, 'eu', 'eu', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 14-15
INSERT INTO "parties_claims"("claim", "id", "gwno", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (24, 'ukraine', 369, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-15
INSERT INTO "people"("id", "name") VALUES ('umerov', 'Rustem Umerov');
-- 1-5
INSERT INTO "people_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (6, 'umerov', 'Rustem Umerov', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
-- 3-4
INSERT INTO "quarantine"("id", "table", "file", "line", "column", "value", "reason", "row", "entry", "raw", "import") VALUES ('talks/late.csv/3', 'talks', 'late.csv', 3, 'date', 'never', '''never'' is no date', 2, 19, 'r9,never', '{"columns":["id","date"],"format":"csv","import":18,"source":"s1","table":"talks"}');
-- 6-15
INSERT INTO "people_claims"("claim", "id", "name", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (6, 'umerov', 'Rustem Umerov', 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 5-10
INSERT INTO "quarantine"("id", "table", "file", "line", "column", "value", "code", "reason", "row", "entry", "raw", "import") VALUES ('talks/late.csv/3', 'talks', 'late.csv', 3, 'date', 'never', 'bad_date', '''never'' is no date', 2, 19, 'r9,never', '{"columns":["id","date"],"format":"csv","import":18,"source":"s1","table":"talks"}');
-- 11
INSERT INTO "quarantine"("id", "table", "file", "line", "column", "value", "code", "reason", "row", "entry", "raw", "import") VALUES ('talks/late.csv/3', 'talks', 'late.csv', 3, 'date', 'never', 'bad_date', '''never'' is not a date', 2, 19, 'r9,never', '{"columns":["id","date"],"format":"csv","import":18,"source":"s1","table":"talks"}');
-- 12-15
INSERT INTO "quarantine"("id", "table", "file", "line", "column", "value", "code", "fault", "arguments", "reason", "row", "entry", "raw", "import") VALUES ('talks/late.csv/3', 'talks', 'late.csv', 3, 'date', 'never', 'bad_date', 'bad_date.value', '{"value":"never"}', '''never'' is not a date', 2, 19, 'r9,never', '{"columns":["id","date"],"format":"csv","import":18,"source":"s1","table":"talks"}');
-- 1-15
INSERT INTO "responses"("id", "demand", "party", "kind", "date", "date_start", "date_end") VALUES ('x1', 'd1', 'russia', 'reject', '2025-06-02', 20241, 20241);
-- 1-5
INSERT INTO "responses_claims"("claim", "id", "demand", "party", "kind", "date", "date_start", "date_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (12, 'x1', 'd1', 'russia', 'reject', '2025-06-02', 20241, 20241, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal');
-- 6-15
INSERT INTO "responses_claims"("claim", "id", "demand", "party", "kind", "date", "date_start", "date_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (12, 'x1', 'd1', 'russia', 'reject', '2025-06-02', 20241, 20241, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-15
INSERT INTO "sources"("id", "outlet", "published", "published_start", "published_end") VALUES ('s1', 'First', '2025-06-01', 20240, 20240);
INSERT INTO "sources"("id", "outlet", "published", "published_start", "published_end") VALUES ('s2', 'Second', '2025-06-05', 20244, 20244);
-- 1-5
INSERT INTO "sources_claims"("claim", "id", "outlet", "published", "published_start", "published_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (1, 's1', 'First', '2025-06-01', 20240, 20240, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
INSERT INTO "sources_claims"("claim", "id", "outlet", "published", "published_start", "published_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (2, 's2', 'Second', '2025-06-05', 20244, 20244, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal');
-- 6-15
INSERT INTO "sources_claims"("claim", "id", "outlet", "published", "published_start", "published_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (1, 's1', 'First', '2025-06-01', 20240, 20240, 's1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
INSERT INTO "sources_claims"("claim", "id", "outlet", "published", "published_start", "published_end", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (2, 's2', 'Second', '2025-06-05', 20244, 20244, 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-15
INSERT INTO "statements"("id", "speaker", "party", "date", "date_start", "date_end", "topic") VALUES ('t1', 'umerov', 'ukraine', '2025-06-03', 20242, 20242, 'ceasefire');
-- 1-5
INSERT INTO "statements_claims"("claim", "id", "speaker", "party", "date", "date_start", "date_end", "topic", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (17, 't1', 'umerov', 'ukraine', '2025-06-03', 20242, 20242, 'ceasefire', 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal');
-- 6-15
INSERT INTO "statements_claims"("claim", "id", "speaker", "party", "date", "date_start", "date_end", "topic", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (17, 't1', 'umerov', 'ukraine', '2025-06-03', 20242, 20242, 'ceasefire', 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1);
-- 1-10
INSERT INTO "talks"("id", "kind", "date", "date_start", "date_end", "time", "venue", "status") VALUES ('r2', 'round', '2025-06-02', 20241, 20241, '13:00', 'a palace', 'held');
-- 11-12
INSERT INTO "talks"("id", "kind", "date", "date_start", "date_end", "time", "venue", "status", "weather") VALUES ('r2', 'round', '2025-06-02', 20241, 20241, '13:00', 'a palace', 'held', 'rain');
-- 13-15
INSERT INTO "talks"("id", "kind", "planned_date", "planned_date_start", "planned_date_end", "planned_time", "venue", "status", "weather") VALUES ('r2', 'round', '2025-06-02', 20241, 20241, '13:00', 'a palace', 'held', 'rain');
-- 3-15
INSERT INTO "talks"("id", "date", "date_start", "date_end") VALUES ('r3', '2025-07-23', 20292, 20292);
-- 1-5
INSERT INTO "talks_claims"("claim", "id", "kind", "date", "date_start", "date_end", "time", "status", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (8, 'r2', 'round', '2025-06-02', 20241, 20241, '13:00', 'scheduled', 's1', 'anonymous', 'plan', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal');
INSERT INTO "talks_claims"("claim", "id", "venue", "status", "source", "said_by", "certainty", "modality", "polarity", "stated", "stated_start", "stated_end", "reported", "reported_start", "reported_end", "recorded_at", "rank") VALUES (9, 'r2', 'a palace', 'held', 's2', 'umerov', 'on_record_quote', 'fact', 'affirmed', '2025-06-03', 20242, 20242, '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal');
-- 3-5
INSERT INTO "talks_claims"("claim", "id", "date", "date_start", "date_end", "source", "locator", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "import") VALUES (18, 'r3', '2025-07-23', 20292, 20292, 's1', 'row 1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 18);
-- 6-12
INSERT INTO "talks_claims"("claim", "id", "kind", "date", "date_start", "date_end", "time", "status", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (8, 'r2', 'round', '2025-06-02', 20241, 20241, '13:00', 'scheduled', 's1', 'anonymous', 'plan', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 13-15
INSERT INTO "talks_claims"("claim", "id", "kind", "planned_date", "planned_date_start", "planned_date_end", "planned_time", "status", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (8, 'r2', 'round', '2025-06-02', 20241, 20241, '13:00', 'scheduled', 's1', 'anonymous', 'plan', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 1);
-- 6-15
INSERT INTO "talks_claims"("claim", "id", "venue", "status", "source", "said_by", "certainty", "modality", "polarity", "stated", "stated_start", "stated_end", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day") VALUES (9, 'r2', 'a palace', 'held', 's2', 'umerov', 'on_record_quote', 'fact', 'affirmed', '2025-06-03', 20242, 20242, '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1);
INSERT INTO "talks_claims"("claim", "id", "date", "date_start", "date_end", "source", "locator", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "import", "source_day") VALUES (18, 'r3', '2025-07-23', 20292, 20292, 's1', 'row 1', 'narration', 'fact', 'affirmed', '2025-06-01', 20240, 20240, '2025-06-10T12:00:00Z', 'normal', 18, 1);
-- 11-15
INSERT INTO "talks_claims"("claim", "id", "source", "certainty", "modality", "polarity", "reported", "reported_start", "reported_end", "recorded_at", "rank", "source_day", "weather") VALUES (23, 'r2', 's2', 'narration', 'fact', 'affirmed', '2025-06-05', 20244, 20244, '2025-06-10T12:00:00Z', 'normal', 1, 'rain');
-- 1-15
CREATE INDEX "deliveries_claims_id" ON "deliveries_claims"("id");
-- 1-3
CREATE INDEX "deliveries_date_start" ON "deliveries"("date_start");
-- 4-15
CREATE INDEX "deliveries_date_start" ON "deliveries"("date_start", "date_end");
-- 7-15
CREATE INDEX "deliveries_giver" ON "deliveries"("giver");
-- 15
CREATE INDEX "deliveries_giver_several" ON "deliveries"("giver") WHERE instr("giver", '; ') > 0;
-- 1-15
CREATE INDEX "deliveries_outcome" ON "deliveries"("outcome");
-- 7-15
CREATE INDEX "deliveries_receiver" ON "deliveries"("receiver");
-- 15
CREATE INDEX "deliveries_receiver_several" ON "deliveries"("receiver") WHERE instr("receiver", '; ') > 0;
-- 1-15
CREATE INDEX "demands_addressee" ON "demands"("addressee");
-- 15
CREATE INDEX "demands_addressee_several" ON "demands"("addressee") WHERE instr("addressee", '; ') > 0;
-- 1-15
CREATE INDEX "demands_claims_id" ON "demands_claims"("id");
CREATE INDEX "demands_document" ON "demands"("document");
-- 1-3
CREATE INDEX "demands_made_start" ON "demands"("made_start");
-- 4-15
CREATE INDEX "demands_made_start" ON "demands"("made_start", "made_end");
-- 1-15
CREATE INDEX "demands_party" ON "demands"("party");
-- 15
CREATE INDEX "demands_party_several" ON "demands"("party") WHERE instr("party", '; ') > 0;
-- 1-15
CREATE INDEX "demands_provision" ON "demands"("provision");
-- 14-15
CREATE INDEX "demands_requires" ON "demands"("requires");
-- 1-15
CREATE INDEX "demands_revises" ON "demands"("revises");
CREATE INDEX "demands_talk" ON "demands"("talk");
-- 1-3
CREATE INDEX "demands_wanted_start" ON "demands"("wanted_start");
-- 4-15
CREATE INDEX "demands_wanted_start" ON "demands"("wanted_start", "wanted_end");
-- 1-15
CREATE INDEX "documents_author" ON "documents"("author");
-- 15
CREATE INDEX "documents_author_several" ON "documents"("author") WHERE instr("author", '; ') > 0;
-- 1-15
CREATE INDEX "documents_claims_id" ON "documents_claims"("id");
-- 1-3
CREATE INDEX "documents_handed_over_start" ON "documents"("handed_over_start");
-- 4-15
CREATE INDEX "documents_handed_over_start" ON "documents"("handed_over_start", "handed_over_end");
-- 1-15
CREATE INDEX "documents_recipient" ON "documents"("recipient");
-- 15
CREATE INDEX "documents_recipient_several" ON "documents"("recipient") WHERE instr("recipient", '; ') > 0;
-- 1-15
CREATE INDEX "documents_talk" ON "documents"("talk");
-- 1-3
CREATE INDEX "events_date_start" ON "events"("date_start");
-- 4-15
CREATE INDEX "events_date_start" ON "events"("date_start", "date_end");
-- 1-15
CREATE INDEX "events_source" ON "events"("source");
-- 10-15
CREATE INDEX "memberships_claims_id" ON "memberships_claims"("id");
CREATE INDEX "memberships_held_start" ON "memberships"("held_start", "held_end");
CREATE INDEX "memberships_party" ON "memberships"("party");
CREATE INDEX "memberships_whole" ON "memberships"("whole");
-- 1-15
CREATE INDEX "offices_claims_id" ON "offices_claims"("id");
-- 1-3
CREATE INDEX "offices_held_start" ON "offices"("held_start");
-- 4-15
CREATE INDEX "offices_held_start" ON "offices"("held_start", "held_end");
-- 1-15
CREATE INDEX "offices_party" ON "offices"("party");
CREATE INDEX "offices_person" ON "offices"("person");
CREATE INDEX "outcomes_claims_id" ON "outcomes_claims"("id");
-- 1-3
CREATE INDEX "outcomes_due_start" ON "outcomes"("due_start");
-- 7-15
CREATE INDEX "outcomes_date_start" ON "outcomes"("date_start", "date_end");
CREATE INDEX "outcomes_document" ON "outcomes"("document");
-- 4-15
CREATE INDEX "outcomes_due_start" ON "outcomes"("due_start", "due_end");
-- 1-15
CREATE INDEX "outcomes_giver" ON "outcomes"("giver");
-- 15
CREATE INDEX "outcomes_giver_several" ON "outcomes"("giver") WHERE instr("giver", '; ') > 0;
-- 4-15
CREATE INDEX "outcomes_in_force_start" ON "outcomes"("in_force_start", "in_force_end");
-- 1-15
CREATE INDEX "outcomes_part_of" ON "outcomes"("part_of");
CREATE INDEX "outcomes_receiver" ON "outcomes"("receiver");
-- 15
CREATE INDEX "outcomes_receiver_several" ON "outcomes"("receiver") WHERE instr("receiver", '; ') > 0;
-- 1-15
CREATE INDEX "outcomes_talk" ON "outcomes"("talk");
CREATE INDEX "participants_claims_id" ON "participants_claims"("id");
CREATE INDEX "participants_party" ON "participants"("party");
CREATE INDEX "participants_person" ON "participants"("person");
CREATE INDEX "participants_talk" ON "participants"("talk");
CREATE INDEX "parties_claims_id" ON "parties_claims"("id");
CREATE INDEX "parties_parent" ON "parties"("parent");
CREATE INDEX "people_claims_id" ON "people_claims"("id");
CREATE INDEX "processes_claims_id" ON "processes_claims"("id");
-- 1-3
CREATE INDEX "processes_start_start" ON "processes"("start_start");
-- 4-15
CREATE INDEX "processes_start_start" ON "processes"("start_start", "start_end");
-- 1-15
CREATE INDEX "provisions_claims_id" ON "provisions_claims"("id");
CREATE INDEX "provisions_document" ON "provisions"("document");
CREATE INDEX "provisions_parent" ON "provisions"("parent");
CREATE INDEX "responses_claims_id" ON "responses_claims"("id");
-- 1-3
CREATE INDEX "responses_date_start" ON "responses"("date_start");
-- 4-15
CREATE INDEX "responses_date_start" ON "responses"("date_start", "date_end");
-- 1-15
CREATE INDEX "responses_demand" ON "responses"("demand");
CREATE INDEX "responses_document" ON "responses"("document");
CREATE INDEX "responses_party" ON "responses"("party");
-- 15
CREATE INDEX "responses_party_several" ON "responses"("party") WHERE instr("party", '; ') > 0;
-- 1-15
CREATE INDEX "responses_talk" ON "responses"("talk");
CREATE INDEX "sources_claims_id" ON "sources_claims"("id");
-- 1-3
CREATE INDEX "sources_published_start" ON "sources"("published_start");
-- 7-15
CREATE INDEX "sources_copy_of" ON "sources"("copy_of");
-- 4-15
CREATE INDEX "sources_published_start" ON "sources"("published_start", "published_end");
-- 7-15
CREATE INDEX "sources_rests_on" ON "sources"("rests_on");
-- 1-15
CREATE INDEX "statements_about" ON "statements"("about");
CREATE INDEX "statements_claims_id" ON "statements_claims"("id");
-- 1-3
CREATE INDEX "statements_date_start" ON "statements"("date_start");
CREATE INDEX "statements_deadline_start" ON "statements"("deadline_start");
-- 4-15
CREATE INDEX "statements_date_start" ON "statements"("date_start", "date_end");
CREATE INDEX "statements_deadline_start" ON "statements"("deadline_start", "deadline_end");
-- 1-15
CREATE INDEX "statements_party" ON "statements"("party");
-- 15
CREATE INDEX "statements_party_several" ON "statements"("party") WHERE instr("party", '; ') > 0;
-- 1-15
CREATE INDEX "statements_speaker" ON "statements"("speaker");
-- 15
CREATE INDEX "statements_speaker_several" ON "statements"("speaker") WHERE instr("speaker", '; ') > 0;
-- 1-15
CREATE INDEX "talks_claims_id" ON "talks_claims"("id");
-- 1-3
CREATE INDEX "talks_date_start" ON "talks"("date_start");
-- 4-15
CREATE INDEX "talks_date_start" ON "talks"("date_start", "date_end");
-- 1-15
CREATE INDEX "talks_host" ON "talks"("host");
-- 7-15
CREATE INDEX "talks_initiated_by" ON "talks"("initiated_by");
CREATE INDEX "talks_part_of" ON "talks"("part_of");
-- 13-15
CREATE INDEX "talks_planned_date_start" ON "talks"("planned_date_start", "planned_date_end");
-- 1-15
CREATE INDEX "talks_prepares" ON "talks"("prepares");
CREATE INDEX "talks_process" ON "talks"("process");
CREATE INDEX "terms_parent" ON "terms"("parent");
CREATE TRIGGER search_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index(rowid, body) VALUES (new.key, new.body);
END;
CREATE TRIGGER search_changed AFTER UPDATE ON search_text BEGIN
  INSERT INTO search_index(search_index, rowid, body) VALUES ('delete', old.key, old.body);
  INSERT INTO search_index(rowid, body) VALUES (new.key, new.body);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index(search_index, rowid, body) VALUES ('delete', old.key, old.body);
END;
-- 1-2
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 17);
-- 3-7
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 19);
-- 8
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 20);
-- 9
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 21);
-- 10
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 22);
-- 11-13
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 23);
-- 14-15
INSERT INTO sqlite_sequence(name, seq) VALUES ('claim_keys', 24);
-- 1-15
PRAGMA application_id = 1349676153;
-- 1
PRAGMA user_version = 1;
-- 2
PRAGMA user_version = 2;
-- 3
PRAGMA user_version = 3;
-- 4
PRAGMA user_version = 4;
-- 5
PRAGMA user_version = 5;
-- 6
PRAGMA user_version = 6;
-- 7
PRAGMA user_version = 7;
-- 8
PRAGMA user_version = 8;
-- 9
PRAGMA user_version = 9;
-- 10
PRAGMA user_version = 10;
-- 11
PRAGMA user_version = 11;
-- 12
PRAGMA user_version = 12;
-- 13
PRAGMA user_version = 13;
-- 14
PRAGMA user_version = 14;
-- 15
PRAGMA user_version = 15;
