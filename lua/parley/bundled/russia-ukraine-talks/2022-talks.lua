-- February to May 2022: Gomel, Belovezhskaya Pushcha, Antalya, the talks by video, Istanbul, and how they ended.

-- gomel
claim("talks", "gomel", { process = "ru-ua", name = "first round, Gomel region", kind = "round", round = 1,
  status = "scheduled", place = "Gomel region", planned_venue = "by the Pripyat, on the border",
  planned_date = "2022-02-28" },
  { source = "p01", locator = "quotation under the title", said_by = "zelensky", chain = "outlet; Zelensky's statement",
    certainty = "on_record_quote", modality = "plan",
    note = "Meeting arranged without preconditions near the Pripyat on the Ukraine–Belarus border, after a call "
      .. "between Zelensky and Lukashenko." }) -- G001 D02
claim("talks", "gomel", { host = "belarus" },
  { source = "p01", locator = "quotation under the title", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "plan", note = "Follows from the place." }) -- G001
claim("outcomes", "gomel-belarus-flights", { topic = "procedure", kind = "pledge", giver = "belarus",
  receiver = "ukraine", status = "announced", talk = "gomel", date = "2022-02-27",
  text = "Lukashenko took it on himself that aircraft, helicopters and missiles based in Belarus stay grounded while "
    .. "the Ukrainians travel and talk." },
  { source = "p02", locator = "p8", said_by = "ukraine-presidents-office",
    chain = "outlet; President's Office of Ukraine", certainty = "on_record_paraphrase", modality = "promise" }) -- G002
claim("participants", "gomel-belarus-observers", { party = "belarus", role = "observer", status = "expected",
  talk = "gomel" },
  { source = "p02", locator = "p6", chain = "outlet (own source)", certainty = "anonymous", modality = "plan",
    note = "Belarusians are to attend as observers." }) -- G003
claim("statements", "gomel-zelensky-hope", { topic = "procedure", speaker = "zelensky", party = "ukraine",
  date = "2022-02-27", about = "gomel", kind = "expectation",
  text = "Zelensky had little hope in the result but would try, so that nobody could doubt he wanted to stop the "
    .. "war." },
  { source = "p02", locator = "p10", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "expectation", stated = "2022-02-27" }) -- G004
claim("talks", "gomel", { planned_time = "12:00", zone = "+03:00" },
  { source = "p03", locator = "p1", said_by = "EFE", chain = "outlet; Agerpres; EFE", certainty = "named_medium",
    modality = "plan", note = "Start foreseen at noon local time (09:00 GMT)." }) -- G005 D01
claim("talks", "gomel", { status = "held", place = "Gomel region", venue = "near the border, on the Pripyat",
  format = "direct", directness = "direct", date = "2022-02-28" },
  { source = "p04", locator = "last log entry readable", said_by = "BelTA", chain = "outlet; BelTA",
    certainty = "named_medium",
    note = "Belarusian agency reports the talks have begun in Gomel region, the delegations meeting near the "
      .. "Ukrainian border; clock log 13:17, zone not printed." }) -- G006 D01 D02
claim("statements", "gomel-venue-secret", { topic = "procedure", date = "2022-02-28?", about = "gomel",
  kind = "absence", text = "The venue was kept secret." },
  { source = "p05", locator = "p4", modality = "absence" }) -- G007 D02
claim("talks", "gomel", { venue = "Rumyantsev-Paskevich residence, Gomel", date = "2022-02-28" },
  { source = "p06", locator = "p5", note = "Venue named as the Rumyantsev–Paskevich residence in Gomel." }) -- G008 D02
claim("participants", "gomel-ukraine", { party = "ukraine", role = "delegation", status = "attended", talk = "gomel" },
  { source = "p07", locator = "p3", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Ukrainian team: Reznikov, Podolyak, Arakhamia, Kostin, Umerov, Tochytskyi." }) -- G009 D05
claim("participants", "gomel-podolyak", { party = "ukraine", person = "podolyak", role = "member", talk = "gomel" },
  { source = "p07", locator = "p3", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Named in the list of the team." }) -- G009 D05
claim("participants", "gomel-arakhamia", { party = "ukraine", person = "arakhamia", role = "member", talk = "gomel" },
  { source = "p07", locator = "p3", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Named in the list of the team." }) -- G009 D05
claim("participants", "gomel-kostin", { party = "ukraine", person = "kostin", role = "member", talk = "gomel" },
  { source = "p07", locator = "p3", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Named in the list of the team." }) -- G009 D05
claim("participants", "gomel-umerov", { party = "ukraine", person = "umerov", role = "member", talk = "gomel" },
  { source = "p07", locator = "p3", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Named in the list of the team." }) -- G009 D05
claim("participants", "gomel-tochytskyi", { party = "ukraine", person = "tochytskyi", role = "member", talk = "gomel" },
  { source = "p07", locator = "p3", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Named in the list of the team." }) -- G009 D05
claim("participants", "gomel-reznikov", { party = "ukraine", person = "reznikov", role = "head_of_delegation",
  talk = "gomel" },
  { source = "p08", locator = "p6", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium",
    note = "Reznikov (defence minister) leads the Ukrainian team." }) -- G010 D05
claim("participants", "gomel-medinsky", { party = "russia", person = "medinsky", role = "head_of_delegation",
  talk = "gomel" },
  { source = "p08", locator = "p5", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium",
    note = "Medinsky (presidential aide) leads the Russian team with Rudenko, Fomin and Slutsky." }) -- G011
claim("participants", "gomel-rudenko", { party = "russia", person = "rudenko", role = "member", talk = "gomel" },
  { source = "p08", locator = "p5", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium",
    note = "Named in the list of the team." }) -- G011
claim("participants", "gomel-fomin", { party = "russia", person = "fomin", role = "member", talk = "gomel" },
  { source = "p08", locator = "p5", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium",
    note = "Named in the list of the team." }) -- G011
claim("participants", "gomel-slutsky", { party = "russia", person = "slutsky", role = "member", talk = "gomel" },
  { source = "p08", locator = "p5", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium",
    note = "Named in the list of the team." }) -- G011
claim("demands", "gomel-ua-opening", { topic = "ceasefire", kind = "demand",
  scope = "a ceasefire at once, and troops out", party = "ukraine", addressee = "russia", made = "2022-02-28",
  talk = "gomel", status = "raised", text = "Ukraine's key point: ceasefire at once and troops out of Ukraine." },
  { source = "p07", locator = "p2, p4", said_by = "ukraine-presidents-office",
    chain = "outlet; UNIAN; President's Office of Ukraine", certainty = "on_record_paraphrase", modality = "demand",
    stated = "2022-02-28" }) -- G012 D04
claim("demands", "gomel-ua-opening", { scope = "Crimea back, and an indemnity of 14.8 bn USD", party = "ukraine",
  addressee = "russia", made = "2022-02-28", talk = "gomel" },
  { source = "p04", locator = "first log entry", modality = "demand",
    note = "Crimea back and an indemnity at once, with a big offensive as the threat." }) -- G013 D04
claim("demands", "gomel-ru-recognition", { topic = "recognition", kind = "demand", party = "russia",
  addressee = "ukraine", made = "2022-02-28", talk = "gomel", status = "raised",
  text = "Crimea is to be accepted as Russian." },
  { source = "p09", locator = "p4", said_by = "putin", chain = "outlet; Kremlin readout", certainty = "on_record_quote",
    modality = "demand", stated = "2022-02-28" }) -- G014
claim("demands", "gomel-ru-demilitarisation", { topic = "demilitarisation", kind = "demand", party = "russia",
  addressee = "ukraine", made = "2022-02-28", talk = "gomel", status = "raised",
  text = "Ukraine without arms, and \"denazified\"." },
  { source = "p09", locator = "p4", said_by = "putin", chain = "outlet; Kremlin readout", certainty = "on_record_quote",
    modality = "demand", stated = "2022-02-28" }) -- G014
claim("demands", "gomel-ru-neutrality", { topic = "neutrality", kind = "demand", party = "russia",
  addressee = "ukraine", made = "2022-02-28", talk = "gomel", status = "raised", text = "Neutral status for Ukraine." },
  { source = "p09", locator = "p4", said_by = "putin", chain = "outlet; Kremlin readout", certainty = "on_record_quote",
    modality = "demand", stated = "2022-02-28" }) -- G014
claim("demands", "gomel-ru-recognition", { party = "russia", addressee = "ukraine", made = "2022-02-28",
  talk = "gomel" },
  { source = "p10", locator = "p2", said_by = "putin", chain = "outlet; Kremlin statement",
    certainty = "on_record_quote", modality = "demand", stated = "2022-02-28",
    note = "Crimea accepted as Russian, as relayed in Brazil." }) -- G015
claim("demands", "gomel-fr-ceasefire", { party = "france", addressee = "russia", topic = "ceasefire", kind = "demand",
  made = "2022-02-28", talk = "gomel", status = "raised",
  text = "France repeats the call to stop the offensive and asks for a ceasefire at once." },
  { source = "p09", locator = "p7", said_by = "french-presidency", chain = "outlet; Élysée statement",
    certainty = "on_record_quote", modality = "demand", stated = "2022-02-28" }) -- G016
claim("talks", "gomel", { minutes_low = 300, minutes_best = 300, minutes_high = 300 },
  { source = "p08", locator = "p2", said_by = "participant", chain = "outlet; TASS; participant",
    certainty = "anonymous", note = "Over after five hours." }) -- G017 D03
claim("statements", "gomel-nearly-five-hours", { topic = "procedure", date = "2022-02-28", about = "gomel",
  kind = "fact", text = "The round took nearly five hours." },
  { source = "p11", locator = "p2" }) -- G018 D03
claim("outcomes", "gomel-continue", { topic = "procedure", kind = "agreement_to_continue", status = "agreed",
  talk = "gomel", date = "2022-02-28",
  text = "Points found on which common positions can be foreseen; agreed to go on, next meeting within days on the "
    .. "Polish–Belarusian border." },
  { source = "p12", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G019 D06 D07
claim("talks", "gomel", { result = "continues" },
  { source = "p12", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase",
    note = "Points found on which common positions can be foreseen; agreed to go on, next meeting within days on the "
      .. "Polish–Belarusian border." }) -- G019 D06 D07
claim("statements", "gomel-back-to-capitals", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2022-02-28", about = "gomel", kind = "plan",
  text = "Until then each delegation takes every position to its leadership." },
  { source = "p12", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "plan" }) -- G020
claim("statements", "gomel-slutsky-listened", { topic = "procedure", speaker = "slutsky", party = "russia",
  date = "2022-02-28", about = "gomel", kind = "opinion",
  text = "Main result: talks took place and the sides listened." },
  { source = "p12", locator = "p2", said_by = "slutsky", chain = "outlet; Slutsky", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-02-28" }) -- G021 D06
claim("statements", "gomel-podolyak-topics", { topic = "procedure", kind = "fact", speaker = "podolyak",
  party = "ukraine", date = "2022-02-28", about = "gomel",
  text = "Sides named priority topics on which to work out solutions, to be taken further in a second round." },
  { source = "p11", locator = "p6", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", stated = "2022-02-28" }) -- G022 D06
claim("statements", "gomel-makei-opening", { topic = "procedure", kind = "offer", speaker = "makei", party = "belarus",
  date = "2022-02-28", about = "gomel",
  text = "Belarus foreign minister Makei opens: any request on organisation will be met." },
  { source = "p04", locator = "log 14:07", said_by = "makei", chain = "outlet; Makei", certainty = "on_record_quote",
    modality = "promise", stated = "2022-02-28" }) -- G023 D01
claim("outcomes", "gomel-no-agreement", { kind = "no_agreement", talk = "gomel", date = "2022-02-28",
  text = "Nothing specific was agreed." },
  { source = "p13", locator = "p1 (end)", modality = "absence" }) -- G024 D06

-- belovezha-2
claim("talks", "belovezha-2", { process = "ru-ua", name = "second round, Belovezhskaya Pushcha", kind = "round",
  round = 2, planned_time = "15:00", zone = "+03:00", planned_date = "2022-03-03" },
  { source = "p14", locator = "p1", modality = "plan", note = "Second round planned for 15:00 Moscow time." }) -- G025
claim("talks", "belovezha-2", { place = "Belovezhskaya Pushcha", format = "direct",
  directness = "direct", planned_date = "2022-03-03" },
  { source = "p14", locator = "p1-p2", modality = "plan",
    note = "Place: Belovezhskaya Pushcha, Brest region." }) -- G026 D07
claim("talks", "belovezha-2", { host = "belarus" },
  { source = "p14", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "plan", note = "Follows from the place." }) -- G026
claim("demands", "belovezha-2-ua-ceasefire", { topic = "ceasefire", kind = "demand", revises = "gomel-ua-opening",
  party = "ukraine", addressee = "russia", made = "2022-03-03", talk = "belovezha-2", status = "raised",
  text = "Ceasefire at once and an armistice." },
  { source = "p15", locator = "tweet", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-03", note = "Read once." }) -- G027 D09
claim("demands", "belovezha-2-ua-corridors", { topic = "humanitarian_access", kind = "demand", party = "ukraine",
  addressee = "russia", made = "2022-03-03", talk = "belovezha-2", status = "raised",
  text = "Corridors for civilians out of places that are ruined or under fire." },
  { source = "p15", locator = "tweet", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-03", note = "Read once." }) -- G027 D09
claim("outcomes", "belovezha-2-corridors", { topic = "humanitarian_access", kind = "agreement", nature = "reciprocal",
  status = "agreed", talk = "belovezha-2", date = "2022-03-03",
  text = "Understanding on jointly secured corridors to evacuate civilians and to bring medicine and food to the "
    .. "places of heaviest fighting." },
  { source = "p16", locator = "p2", said_by = "podolyak", chain = "outlet; BBC; Podolyak",
    certainty = "on_record_quote" }) -- G028
claim("outcomes", "belovezha-2-local-ceasefire", { topic = "ceasefire", kind = "commitment", status = "announced",
  condition = "in some sectors, while people leave", talk = "belovezha-2", date = "2022-03-03",
  text = "Possible temporary ceasefire during evacuation, in certain sectors only." },
  { source = "p16", locator = "p3", said_by = "podolyak", chain = "outlet; BBC; Podolyak",
    certainty = "on_record_quote", modality = "expectation" }) -- G029 D09
claim("statements", "belovezha-2-podolyak-results", { topic = "procedure", speaker = "podolyak", party = "ukraine",
  date = "2022-03-03", about = "belovezha-2", kind = "absence",
  text = "Ukraine still lacks the results it needs; only the corridors were decided." },
  { source = "p17", locator = "p2", said_by = "podolyak", chain = "outlet; Podolyak on social media",
    certainty = "on_record_quote", modality = "absence", stated = "2022-03-03" }) -- G030 D08
claim("outcomes", "belovezha-2-corridors", { topic = "humanitarian_access", kind = "agreement", talk = "belovezha-2",
  date = "2022-03-03" },
  { source = "p17", locator = "p4", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote",
    note = "Main matter settled: saving civilians in the fighting zone; format for keeping corridors agreed."
      }) -- G031 D08
claim("outcomes", "belovezha-2-corridors", { kind = "agreement", talk = "belovezha-2", date = "2022-03-03" },
  { source = "p18", locator = "p11", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    note = "The two defence ministries agreed on holding corridors." }) -- G032 D09
claim("statements", "belovezha-2-blocks", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2022-03-03", about = "belovezha-2", kind = "fact",
  text = "Three blocks discussed: military, humanitarian, later political settlement; positions written down point "
    .. "by point, some shared." },
  { source = "p17", locator = "p5", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote", stated = "2022-03-03" }) -- G033
claim("talks", "belovezha-2", { status = "held", date = "2022-03-03", place = "Belovezhskaya Pushcha" },
  { source = "p17", locator = "p5", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_paraphrase", stated = "2022-03-03", note = "Tells what was talked about that day." }) -- G033
claim("statements", "belovezha-2-more-rounds", { topic = "procedure", speaker = "slutsky", party = "russia",
  date = "2022-03-03", about = "belovezha-2", kind = "expectation",
  text = "The two delegations could hold several more rounds." },
  { source = "p16", locator = "p5", said_by = "slutsky", chain = "outlet; Rossiya-24; Slutsky",
    certainty = "on_record_paraphrase", modality = "expectation", stated = "2022-03-03" }) -- G034
claim("statements", "belovezha-2-next-week", { topic = "procedure", kind = "plan", about = "belovezha-2",
  text = "Third round agreed for the following week, no date fixed." },
  { source = "p18", locator = "p1, p10", modality = "plan" }) -- G035 D10
claim("statements", "belovezha-2-next-days", { topic = "procedure", kind = "expectation",
  deadline = "2022-03-05/2022-03-07", speaker = "podolyak", party = "ukraine", about = "belovezha-2",
  text = "Third round may come on 5 March or within the next two days." },
  { source = "p19", locator = "p1", said_by = "podolyak", chain = "outlet; Nexta; Podolyak",
    certainty = "on_record_paraphrase", modality = "expectation" }) -- G036 D10
claim("statements", "belovezha-2-unfulfilled", { topic = "ceasefire", date = "2022-03-04", about = "belovezha-2",
  kind = "absence", text = "Both Ukrainian demands put before the round, ceasefire and corridor, stay unfulfilled." },
  { source = "p19", locator = "p1", modality = "absence" }) -- G037 D08
claim("statements", "belovezha-2-poland-help", { topic = "procedure", party = "poland", kind = "offer",
  date = "2022-03-04", about = "belovezha-2",
  text = "Poland gives the Ukrainian team organisational help to reach the venue." },
  { source = "p19", locator = "p5", said_by = "poland", chain = "outlet; Polish statement",
    certainty = "on_record_quote", stated = "2022-03-04" }) -- G038
claim("statements", "belovezha-2-un-help", { topic = "humanitarian_access", kind = "offer", speaker = "guterres",
  party = "un", date = "2022-03-03", about = "belovezha-2",
  text = "UN Secretary-General says the UN will arrange humanitarian help." },
  { source = "p14", locator = "p5", said_by = "guterres", chain = "outlet; Guterres",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2022-03-03" }) -- G039
claim("deliveries", "belovezha-2-corridors-mar5", { outcome = "belovezha-2-corridors", giver = "russia",
  date = "2022-03-05", text = "Corridors out of Mariupol and Volnovakha, broken off the same day." },
  { source = "p20", locator = "p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote",
    note = "Russia opens corridors out of Mariupol and Volnovakha from 10:00 Moscow time." }) -- G040 D12
claim("deliveries", "belovezha-2-corridors-mar5", { cause = "Russian shelling", date = "2022-03-05" },
  { source = "p21", locator = "p3", said_by = "vereshchuk", chain = "outlet; Vereshchuk", certainty = "on_record_quote",
    note = "Two corridors by way of the Red Cross, broken off under fire on Volnovakha." }) -- G041 D11 D12
claim("deliveries", "belovezha-2-corridors-mar5", { cause = "Mariupol's authorities held people back",
  date = "2022-03-05" },
  { source = "p21", locator = "p5", said_by = "lavrov", chain = "outlet; Lavrov; Donetsk entity",
    certainty = "on_record_quote",
    note = "Residents were not let out by the corridor that Russia had set up." }) -- G042 D11
claim("statements", "belovezha-2-five-hours", { topic = "humanitarian_access", about = "belovezha-2",
  date = "2022-03-05", kind = "fact",
  text = "A five-hour ceasefire should have let people out of two towns, but failed after some hours." },
  { source = "p22", locator = "p2-p3" }) -- G043
claim("outcomes", "belovezha-2-mariupol-plan", { topic = "humanitarian_access",
  part_of = "belovezha-2-corridors", category = "Mariupol", best = "~200000",
  talk = "belovezha-2", due = "2022-03-05", unit = "persons", basis = "total",
  text = "So many were to leave Mariupol." },
  { source = "p22", locator = "p2", modality = "plan" }) -- G044
claim("outcomes", "belovezha-2-volnovakha-plan", { topic = "humanitarian_access",
  part_of = "belovezha-2-corridors", category = "Volnovakha", best = "~15000",
  talk = "belovezha-2", due = "2022-03-05", unit = "persons", basis = "total",
  text = "So many were to leave Volnovakha." },
  { source = "p22", locator = "p2", modality = "plan" }) -- G045
claim("statements", "belovezha-2-shelling-on", { topic = "humanitarian_access", party = "kyiv-independent",
  date = "2022-03-05", about = "belovezha-2", kind = "fact",
  text = "Kyiv Independent post: evacuation of up to 200,000 was due at 11:00, shelling went on." },
  { source = "p23", locator = "p7", said_by = "kyiv-independent", chain = "outlet; Kyiv Independent",
    certainty = "named_medium", stated = "2022-03-05" }) -- G046 D12
claim("deliveries", "belovezha-2-corridors-mar5", { cause = "\"nationalists\" kept civilians", date = "2022-03-05" },
  { source = "p22", locator = "p3", said_by = "ria", chain = "outlet; RIA", certainty = "named_medium",
    note = "Civilians were kept from leaving, and Russian troops came under fire." }) -- G047 D11
claim("deliveries", "belovezha-2-corridors-mar6", { outcome = "belovezha-2-corridors", date = "2022-03-06",
  text = "A second attempt on Sunday fails too." },
  { source = "p22", locator = "p3" }) -- G048
claim("outcomes", "belovezha-2-corridors", { status = "missed" },
  { source = "p24", locator = "p2-p3", note = "The measures were not carried out. Read once." }) -- G049 D11
claim("deliveries", "belovezha-2-corridors-mar5", { cause = "bombing" },
  { source = "p24", locator = "p2-p3", said_by = "ukraine", chain = "outlet; both governments",
    certainty = "on_record_paraphrase", note = "Not carried out; Ukraine blames bombing. Read once." }) -- G049 D11
claim("deliveries", "belovezha-2-corridors-mar5", { cause = "sabotage after Russia kept the ceasefire" },
  { source = "p24", locator = "p2-p3", said_by = "russia", chain = "outlet; both governments",
    certainty = "on_record_paraphrase", note = "Not carried out; Russia blames sabotage. Read once." }) -- G049 D11

-- belovezha-3
claim("talks", "belovezha-3", { process = "ru-ua", name = "third round, Belovezhskaya Pushcha", kind = "round",
  round = 3, status = "held", place = "Belovezhskaya Pushcha", format = "direct",
  directness = "direct", date = "2022-03-07" },
  { source = "p25", locator = "p6", note = "Third round at the place of the second, near Poland." }) -- G050 D10
claim("talks", "belovezha-3", { host = "belarus" },
  { source = "p25", locator = "p6", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G050
claim("talks", "belovezha-3", { time = "17:00", date = "2022-03-07" },
  { source = "p26", locator = "p4", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    note = "Just after 17:00; no zone is printed." }) -- G051
claim("talks", "belovezha-3", { minutes_low = 180 },
  { source = "p27", locator = "p1", note = "More than three hours." }) -- G052
claim("participants", "belovezha-3-reznikov", { party = "ukraine", person = "reznikov", role = "member",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Ukraine: Tochytskyi, Reznikov, Arakhamia, Podolyak." }) -- G053
claim("participants", "belovezha-3-tochytskyi", { party = "ukraine", person = "tochytskyi", role = "member",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Ukraine: Tochytskyi, Reznikov, Arakhamia, Podolyak." }) -- G053
claim("participants", "belovezha-3-arakhamia", { party = "ukraine", person = "arakhamia", role = "member",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Ukraine: Tochytskyi, Reznikov, Arakhamia, Podolyak." }) -- G053
claim("participants", "belovezha-3-podolyak", { party = "ukraine", person = "podolyak", status = "attended",
  talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Ukraine: Tochytskyi, Reznikov, Arakhamia, Podolyak." }) -- G053
claim("participants", "belovezha-3-medinsky", { party = "russia", person = "medinsky",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Russia: Medinsky, Slutsky, Gryzlov, Fomin, Rudenko." }) -- G054
claim("participants", "belovezha-3-medinsky", { role = "head_of_delegation" },
  { source = "p26", locator = "caption", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Named first." }) -- G054
claim("participants", "belovezha-3-slutsky", { party = "russia", person = "slutsky", role = "member",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Russia: Medinsky, Slutsky, Gryzlov, Fomin, Rudenko." }) -- G054
claim("participants", "belovezha-3-gryzlov", { party = "russia", person = "gryzlov", role = "member",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Russia: Medinsky, Slutsky, Gryzlov, Fomin, Rudenko." }) -- G054
claim("participants", "belovezha-3-fomin", { party = "russia", person = "fomin", role = "member", status = "attended",
  talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Russia: Medinsky, Slutsky, Gryzlov, Fomin, Rudenko." }) -- G054
claim("participants", "belovezha-3-rudenko", { party = "russia", person = "rudenko", role = "member",
  status = "attended", talk = "belovezha-3" },
  { source = "p26", locator = "caption", said_by = "AFP/BelTA caption", chain = "outlet; AFP/BelTA caption",
    certainty = "named_medium", note = "Russia: Medinsky, Slutsky, Gryzlov, Fomin, Rudenko." }) -- G054
claim("participants", "belovezha-3-podolyak", { party = "ukraine", person = "podolyak", role = "head_of_delegation",
  talk = "belovezha-3" },
  { source = "p25", locator = "p2", note = "Called Ukraine's lead negotiator." }) -- G055 D05
claim("demands", "ru-terms-mar7-neutrality", { topic = "constitution", kind = "demand",
  condition = "then Russia stops at once", revises = "gomel-ru-neutrality", party = "russia", addressee = "ukraine",
  made = "2022-03-07", talk = "belovezha-3", status = "raised",
  text = "Neutrality is to be written into the constitution: no bloc." },
  { source = "p28", locator = "p1-p3", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-07" }) -- G056
claim("demands", "ru-terms-mar7-crimea", { topic = "recognition", kind = "demand",
  condition = "then Russia stops at once", revises = "gomel-ru-recognition", party = "russia", addressee = "ukraine",
  made = "2022-03-07", talk = "belovezha-3", status = "raised", text = "Crimea is to be accepted as Russian." },
  { source = "p28", locator = "p1-p3", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-07" }) -- G056
claim("demands", "ru-terms-mar7-donbas", { topic = "recognition", kind = "demand",
  condition = "then Russia stops at once", party = "russia", addressee = "ukraine", made = "2022-03-07",
  talk = "belovezha-3", status = "raised", text = "Donetsk and Luhansk are to be accepted as independent." },
  { source = "p28", locator = "p1-p3", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-07" }) -- G056
claim("demands", "ru-terms-mar7-ceasefire", { topic = "ceasefire", kind = "demand",
  condition = "then Russia stops at once", party = "russia", addressee = "ukraine", made = "2022-03-07",
  talk = "belovezha-3", status = "raised", text = "Ukraine is to cease fire." },
  { source = "p28", locator = "p1-p3", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-07" }) -- G056
claim("demands", "ru-no-more-land", { topic = "territory", kind = "stance", party = "russia", addressee = "ukraine",
  made = "2022-03-08?", talk = "belovezha-3", status = "raised",
  text = "Russia has no further claims to Ukrainian land." },
  { source = "p29", locator = "p4", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_paraphrase", modality = "denial", stated = "2022-03-08?" }) -- G057
claim("documents", "ru-terms-2022-03", { author = "russia", recipient = "ukraine", kind = "proposal",
  name = "Russia's terms of the first rounds", talk = "belovezha-2", handed_over = "2022-02-28/2022-03-03",
  text = "Those terms were put to Ukraine during the first two rounds." },
  { source = "p28", locator = "p4", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_paraphrase" }) -- G058
claim("responses", "ua-rejects-routes", { kind = "reject", party = "ukraine", date = "2022-03-07", talk = "belovezha-3",
  text = "Ukraine turns down routes from four cities that end in Russia or Belarus." },
  { source = "p30", locator = "p12-p15", said_by = "vereshchuk", chain = "outlet; Vereshchuk",
    certainty = "on_record_quote", stated = "2022-03-07" }) -- G059 D16
claim("statements", "podolyak-logistics", { topic = "humanitarian_access", speaker = "podolyak", party = "ukraine",
  date = "2022-03-07", about = "belovezha-3", kind = "fact",
  text = "Small positive shifts in the logistics of corridors." },
  { source = "p25", locator = "p2", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote", stated = "2022-03-07" }) -- G060 D13
claim("outcomes", "belovezha-3-no-relief", { topic = "humanitarian_access", kind = "no_agreement", talk = "belovezha-3",
  date = "2022-03-07", text = "Nothing that eases the situation as a whole; talks continue." },
  { source = "p31", locator = "p6", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", modality = "absence" }) -- G061 D13
claim("talks", "belovezha-3", { result = "continues" },
  { source = "p31", locator = "p6", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", modality = "absence",
    note = "Nothing that eases the situation as a whole; talks continue." }) -- G061 D13
claim("statements", "podolyak-political-block", { topic = "security_guarantees", speaker = "podolyak",
  party = "ukraine", date = "2022-03-07", about = "belovezha-3", kind = "fact",
  text = "Consultations went on about the political block, ceasefire and security guarantees." },
  { source = "p27", locator = "tweet", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote", stated = "2022-03-07" }) -- G062
claim("statements", "medinsky-unmet", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2022-03-07", about = "belovezha-3", kind = "opinion",
  text = "Russian expectations were not met; a bigger step hoped for next time." },
  { source = "p25", locator = "p4-p5", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_quote", modality = "opinion", stated = "2022-03-07" }) -- G063 D13
claim("outcomes", "corridors-mar8", { topic = "humanitarian_access", kind = "commitment", talk = "belovezha-3",
  due = "2022-03-08", text = "Routes for civilians out of cities under fire, on 8 March." },
  { source = "p30", locator = "p6-p7", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "expectation", note = "Corridors to start the next day; the Ukrainians gave assurances." }) -- G064
claim("documents", "ru-papers-mar7", { kind = "draft", name = "papers brought for signature", talk = "belovezha-3",
  author = "russia", recipient = "ukraine", handed_over = "2022-03-07",
  text = "Russia brought papers with several agreements for signature (why they stayed unsigned is cut off)." },
  { source = "p27", locator = "p3", said_by = "medinsky", chain = "outlet; Xinhua; Medinsky",
    certainty = "on_record_paraphrase" }) -- G065 D14
claim("statements", "slutsky-no-illusion", { topic = "procedure", speaker = "slutsky", party = "russia",
  date = "2022-03-07", about = "belovezha-3", kind = "expectation",
  text = "No illusion that the next stage brings the final result." },
  { source = "p30", locator = "p9-p10", said_by = "slutsky", chain = "outlet; Slutsky", certainty = "on_record_quote",
    modality = "expectation", stated = "2022-03-07" }) -- G066
claim("outcomes", "corridors-mar8", { topic = "humanitarian_access", category = "Kyiv, Mariupol, Kharkiv and Sumy",
  giver = "russia", talk = "belovezha-3", due = "2022-03-08" },
  { source = "p32", locator = "p2-p3", said_by = "russia-mod", chain = "outlet; Russian agencies; Russian MoD",
    certainty = "on_record_quote", modality = "promise",
    note = "Silence from 10:00 Moscow time and routes from four cities." }) -- G067 D15 D16
claim("outcomes", "corridors-mar8", { topic = "humanitarian_access", category = "Sumy alone", talk = "belovezha-3",
  due = "2022-03-08", giver = "russia" },
  { source = "p33", locator = "p3", said_by = "vereshchuk", chain = "outlet; Vereshchuk", certainty = "on_record_quote",
    note = "One route is confirmed, from Sumy to Poltava, from 09:00 Kyiv time." }) -- G068 D15
claim("outcomes", "corridors-mar8", { category = "Sumy alone", talk = "belovezha-3", due = "2022-03-08" },
  { source = "p34", locator = "p2-p3", said_by = "vereshchuk", chain = "outlet; Vereshchuk",
    certainty = "on_record_quote", modality = "absence",
    note = "No other route was agreed. Ukraine expects that Russia diverts the column. Read once." }) -- G069 D15
claim("outcomes", "corridors-mar8", { category = "Kyiv, Chernihiv, Sumy, Kharkiv and Mariupol", talk = "belovezha-3",
  due = "2022-03-08", giver = "russia" },
  { source = "p35", locator = "p1", said_by = "Russian forces", chain = "outlet; Interfax; Russian forces",
    certainty = "on_record_paraphrase", note = "Corridors from five cities open at 10:00 Moscow time." }) -- G070 D15
claim("deliveries", "sumy-buses-mar15", { category = "buses, two convoys", low = 80, date = "2022-03-15",
  unit = "buses", basis = "total", text = "The Red Cross brings two convoys of buses from Sumy to Lubny." },
  { source = "p36", locator = "p2, p5", said_by = "icrc", chain = "outlet; ICRC", certainty = "on_record_paraphrase",
    note = "Under an agreement made on the spot." }) -- G071

-- antalya
claim("talks", "antalya", { process = "ru-ua", name = "foreign ministers, Antalya", kind = "consultation",
  status = "held", place = "Antalya", format = "direct", directness = "direct", date = "2022-03-10" },
  { source = "p37", locator = "p2",
    note = "First face-to-face meeting of the two foreign ministers in the war, with the Turkish minister." }) -- G072
claim("talks", "antalya", { host = "turkiye" },
  { source = "p37", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G072
claim("participants", "antalya-lavrov", { party = "russia", person = "lavrov", status = "attended", talk = "antalya" },
  { source = "p37", locator = "p2",
    note = "First face-to-face meeting of the two foreign ministers in the war, with the Turkish minister." }) -- G072
claim("participants", "antalya-kuleba", { party = "ukraine", person = "kuleba", status = "attended", talk = "antalya" },
  { source = "p37", locator = "p2",
    note = "First face-to-face meeting of the two foreign ministers in the war, with the Turkish minister." }) -- G072
claim("participants", "antalya-cavusoglu", { party = "turkiye", person = "cavusoglu",
  status = "attended", talk = "antalya" },
  { source = "p37", locator = "p2",
    note = "First face-to-face meeting of the two foreign ministers in the war, with the Turkish minister." }) -- G072
claim("participants", "antalya-cavusoglu", { role = "host" },
  { source = "p37", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G072
claim("statements", "antalya-length", { topic = "procedure", date = "2022-03-10", about = "antalya", kind = "fact",
  text = "Held on the sidelines of the Antalya Diplomacy Forum; more than an hour." },
  { source = "p38", locator = "p4-p5" }) -- G073 D17
claim("talks", "antalya", { minutes_best = "~90" },
  { source = "p39", locator = "p3", note = "About 90 minutes." }) -- G074 D17
claim("demands", "ua-mariupol-corridor", { topic = "humanitarian_access", kind = "demand", party = "ukraine",
  addressee = "russia", made = "2022-03-10", talk = "antalya", status = "raised",
  text = "Corridor into and out of Mariupol." },
  { source = "p40", locator = "p4", said_by = "kuleba", chain = "outlet; Kuleba", certainty = "on_record_quote",
    modality = "demand", stated = "2022-03-10" }) -- G075 D19
claim("demands", "ua-ceasefire-24h", { topic = "ceasefire", kind = "demand",
  purpose = "the most urgent humanitarian needs", days_low = 1, days_best = 1, days_high = 1, party = "ukraine",
  addressee = "russia", made = "2022-03-10", talk = "antalya", status = "raised",
  text = "24-hour ceasefire for the most urgent humanitarian needs." },
  { source = "p41", locator = "p1", said_by = "kuleba", chain = "outlet; Kuleba", certainty = "on_record_quote",
    modality = "demand", stated = "2022-03-10" }) -- G076
claim("responses", "ru-mariupol", { demand = "ua-mariupol-corridor", kind = "defer", party = "russia",
  date = "2022-03-10", talk = "antalya",
  text = "Lavrov could not commit on Mariupol; will write to the authorities concerned." },
  { source = "p42", locator = "p6-p7", said_by = "kuleba", chain = "outlet; AFP; Kuleba", certainty = "on_record_quote",
    stated = "2022-03-10" }) -- G077 D19
claim("responses", "ru-ceasefire-24h", { demand = "ua-ceasefire-24h", kind = "defer", party = "russia",
  date = "2022-03-10", talk = "antalya", text = "No progress on the ceasefire, since others in Russia decide." },
  { source = "p41", locator = "p1", said_by = "kuleba", chain = "outlet; Kuleba", certainty = "on_record_quote",
    modality = "absence", stated = "2022-03-10" }) -- G078 D18
claim("statements", "lavrov-no-mandate", { topic = "procedure", kind = "opinion", speaker = "kuleba", party = "ukraine",
  date = "2022-03-10", about = "antalya", text = "Lavrov had no mandate to sign anything." },
  { source = "p40", locator = "p3", said_by = "kuleba", chain = "outlet; Kuleba", certainty = "on_record_paraphrase",
    modality = "opinion", stated = "2022-03-10" }) -- G079 D18
claim("statements", "kuleba-no-surrender", { topic = "procedure", kind = "opinion", speaker = "kuleba",
  party = "ukraine", date = "2022-03-10", about = "antalya", text = "Ukraine has not surrendered and will not." },
  { source = "p42", locator = "p4", said_by = "kuleba", chain = "outlet; AFP; Kuleba", certainty = "on_record_quote",
    modality = "denial", stated = "2022-03-10" }) -- G080
claim("statements", "kuleba-capitulation", { topic = "procedure", label = "capitulation", speaker = "kuleba",
  party = "ukraine", date = "2022-03-10", about = "antalya", kind = "opinion",
  text = "Russia's demands would amount to capitulation." },
  { source = "p43", locator = "p2", said_by = "kuleba", chain = "outlet; TASR; Kuleba",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2022-03-10" }) -- G081
claim("outcomes", "antalya-continue", { topic = "humanitarian_access", kind = "agreement_to_continue",
  condition = "if a substantial discussion is in prospect", talk = "antalya", date = "2022-03-10",
  text = "Agreed to keep looking for solutions to humanitarian issues on the ground; ready to meet again in this "
    .. "form if there is prospect of a substantial discussion." },
  { source = "p44", locator = "p5", said_by = "kuleba", chain = "outlet; Kuleba", certainty = "on_record_quote",
    modality = "promise" }) -- G082 D18
claim("statements", "lavrov-belarus-track", { topic = "procedure", speaker = "lavrov", party = "russia",
  date = "2022-03-10", about = "antalya", kind = "opinion",
  text = "The Belarus track has no alternative; Antalya does not replace it." },
  { source = "p45", locator = "p2-p3", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-03-10" }) -- G083 D18
claim("demands", "ru-no-informal-papers", { topic = "procedure", kind = "demand", party = "russia",
  addressee = "ukraine", made = "2022-03-10", talk = "antalya", status = "raised",
  text = "In Belarus Russia wants serious talks and no informal papers." },
  { source = "p45", locator = "p4", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_quote",
    modality = "demand", stated = "2022-03-10" }) -- G084
claim("documents", "ru-proposals-belarus", { kind = "proposal", name = "Russia's proposals in Belarus",
  talk = "belovezha-3", author = "russia", recipient = "ukraine", handed_over = "2022-03-03/2022-03-07",
  text = "Russia had put concrete proposals in Belarus, Kyiv promised an answer." },
  { source = "p46", locator = "p4", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_paraphrase",
    note = "Read once." }) -- G085
claim("demands", "ru-neutrality-antalya", { topic = "neutrality", kind = "demand", revises = "ru-terms-mar7-neutrality",
  party = "russia", addressee = "ukraine", made = "2022-03-10", talk = "antalya", status = "raised",
  text = "Neutral Ukraine; ready to discuss guarantees for Ukraine, European countries and Russia." },
  { source = "p47", locator = "p1 (end)", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-10" }) -- G086
claim("demands", "ru-language-antalya", { topic = "language", kind = "demand", party = "russia", addressee = "ukraine",
  made = "2022-03-10", talk = "antalya", status = "raised",
  text = "Ukraine should not ban Russian language and culture." },
  { source = "p47", locator = "p1 (end)", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-10" }) -- G087
claim("statements", "lavrov-leaders", { topic = "leaders_meeting", speaker = "lavrov", party = "russia",
  date = "2022-03-10", about = "antalya", kind = "opinion",
  text = "Putin does not refuse contacts, but not for their own sake (on a leaders' meeting)." },
  { source = "p47", locator = "p1 (middle)", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2022-03-10" }) -- G088
claim("statements", "cavusoglu-civil", { topic = "procedure", speaker = "cavusoglu", party = "turkiye",
  date = "2022-03-10", about = "antalya", kind = "opinion",
  text = "Civil in spite of everything; most important result is that contact was made." },
  { source = "p48", locator = "p1", said_by = "cavusoglu", chain = "outlet; Reuters; Çavuşoğlu",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2022-03-10" }) -- G089 D18
claim("statements", "cavusoglu-guarantor", { topic = "security_guarantees", speaker = "cavusoglu", party = "turkiye",
  date = "2022-03-10", about = "antalya", kind = "fact",
  text = "Turkey is one of the guarantors Ukraine has in mind." },
  { source = "p37", locator = "p5", said_by = "cavusoglu", chain = "outlet; Çavuşoğlu", certainty = "on_record_quote",
    stated = "2022-03-10" }) -- G090
claim("statements", "mariupol-three-attempts", { topic = "humanitarian_access", date = "../2022-03-10",
  about = "antalya", kind = "fact", text = "Three attempts to evacuate Mariupol had failed." },
  { source = "p40", locator = "p7" }) -- G091

-- video-4
claim("talks", "video-4", { process = "ru-ua", name = "fourth round, by video", kind = "round", round = 4,
  status = "held", format = "remote", directness = "direct", date = "2022-03-14" },
  { source = "p49", locator = "p4", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", note = "Fourth round, held by video; the Ukrainian team in Kyiv." }) -- G092 D20
claim("talks", "video-before-mar14", { status = "held" },
  { source = "p49", locator = "p4", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", polarity = "denied", stated = "2022-03-14",
    note = "14 March is told as the round that is held by video, the others before it in person." }) -- G092 D20
claim("talks", "video-4", { time = "10:30", zone = "+02:00", date = "2022-03-14" },
  { source = "p50", locator = "p2", note = "About 10:30." }) -- G093 D21
claim("talks", "video-4", { time = "12:20", zone = "+02:00", date = "2022-03-14" },
  { source = "p51", locator = "p1", certainty = "on_record_paraphrase",
    note = "11:20 Italian time, printed as almost two hours after the time announced; the clock of Kyiv is ours."
      }) -- G094 D21
claim("talks", "video-4", { minutes_low = 240, minutes_best = 240, minutes_high = 240 },
  { source = "p52", locator = "p1", note = "Four hours, then a pause." }) -- G095
claim("demands", "ua-order-mar14", { topic = "ceasefire", kind = "demand", revises = "belovezha-2-ua-ceasefire",
  party = "ukraine", addressee = "russia", made = "2022-03-14", talk = "video-4", status = "raised",
  text = "Peace, a ceasefire and all Russian troops out, and only then neighbourly relations." },
  { source = "p53", locator = "p2", said_by = "podolyak", chain = "outlet; Podolyak", certainty = "on_record_quote",
    modality = "demand", stated = "2022-03-14" }) -- G096
claim("demands", "ua-guarantees-mar14", { topic = "security_guarantees", kind = "demand", party = "ukraine",
  addressee = "russia", made = "2022-03-14", talk = "video-4", status = "raised",
  text = "Security guarantees belong to the round's subject." },
  { source = "p50", locator = "tweet", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-14" }) -- G097
claim("outcomes", "video-4-pause", { topic = "procedure", kind = "agreement_to_continue", nature = "parallel",
  talk = "video-4", date = "2022-03-14/2022-03-15",
  text = "Technical pause to the next day for working subgroups and definitions." },
  { source = "p54", locator = "p2", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote" }) -- G098
claim("statements", "working-groups-mar12", { topic = "procedure", speaker = "podolyak", party = "ukraine",
  date = "2022-03-12", about = "video-4", kind = "fact", text = "Special working groups had been set up by 12 March." },
  { source = "p52", locator = "p4", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", stated = "2022-03-12" }) -- G099
claim("statements", "podolyak-systems", { topic = "procedure", speaker = "podolyak", party = "ukraine",
  date = "2022-03-14", about = "video-4", kind = "opinion", text = "Hard going because the political systems differ." },
  { source = "p49", locator = "p5-p6", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote", modality = "opinion", stated = "2022-03-14" }) -- G100
claim("statements", "slutsky-drafts", { topic = "procedure", speaker = "slutsky", party = "russia",
  date = "2022-03-13~", about = "video-4", kind = "expectation",
  text = "Much progress; the delegations may soon reach draft agreements." },
  { source = "p55", locator = "p7", said_by = "slutsky", chain = "outlet; RFE/RL; RIA; Slutsky",
    certainty = "on_record_paraphrase", modality = "expectation", stated = "2022-03-13~" }) -- G101
claim("talks", "video-mar16", { process = "ru-ua", kind = "round", name = "video session of 16 March",
  format = "remote", status = "scheduled", part_of = "video-4", planned_date = "2022-03-16" },
  { source = "p56", locator = "p4", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    modality = "plan", note = "Next video session set for Wednesday." }) -- G102
claim("demands", "neutral-model", { topic = "neutrality", kind = "offer", scope = "an Austrian or Swedish model",
  party = "ukraine", addressee = "russia", made = "2022-03-16", talk = "video-4", status = "raised",
  text = "A neutral Ukraine: after the model of other states, or after one of its own." },
  { source = "p57", locator = "p10-p11", said_by = "medinsky", chain = "outlet; RIA; Medinsky",
    certainty = "on_record_quote", stated = "2022-03-16",
    note = "A neutral state without arms of attack, with its own army and navy." }) -- G103 D22
claim("demands", "ru-army-size-mar16", { topic = "force_limits", kind = "demand", party = "russia",
  addressee = "ukraine", made = "2022-03-16", talk = "video-4", status = "raised",
  text = "The size of Ukraine's army is on the table." },
  { source = "p58", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "demand", stated = "2022-03-16", note = "Read once." }) -- G104
claim("demands", "ru-recognition-mar16", { topic = "recognition", kind = "demand", revises = "ru-terms-mar7-crimea",
  party = "russia", addressee = "ukraine", made = "2022-03-16", talk = "video-4", status = "raised",
  text = "Crimea and both Donbas entities are to be recognised." },
  { source = "p58", locator = "p7-p8", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-16", note = "Read once." }) -- G105
claim("demands", "ru-language-mar16", { topic = "language", kind = "demand", revises = "ru-language-antalya",
  party = "russia", addressee = "ukraine", made = "2022-03-16", talk = "video-4", status = "raised",
  text = "Rights of those who speak Russian." },
  { source = "p58", locator = "p7-p8", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-16", note = "Read once." }) -- G105
claim("demands", "neutral-model", { party = "ukraine", addressee = "russia", topic = "neutrality",
  scope = "a Ukrainian model and no other", talk = "video-4" },
  { source = "p59", locator = "p4", said_by = "podolyak", chain = "outlet (own interview); Podolyak",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-16",
    note = "Only a \"Ukrainian\" model with legally verified guarantees; no other." }) -- G106 D22
claim("demands", "ua-guarantors-fight", { topic = "security_guarantees", kind = "demand", party = "ukraine",
  made = "2022-03-16", talk = "video-4", status = "raised",
  text = "Guarantors are to fight beside Ukraine, send arms at once and close the sky." },
  { source = "p59", locator = "bullets", said_by = "podolyak", chain = "outlet (own interview); Podolyak",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-16" }) -- G107
claim("statements", "no-proof-of-model", { topic = "neutrality", date = "2022-03-16", about = "video-4",
  kind = "absence", text = "Nothing so far proves Medinsky's account." },
  { source = "p59", locator = "p3", modality = "absence" }) -- G108 D22
claim("statements", "peskov-model-compromise", { topic = "neutrality", speaker = "peskov", party = "kremlin",
  date = "2022-03-16", about = "video-4", kind = "opinion",
  text = "The model is under discussion and could pass as a compromise." },
  { source = "p60", locator = "p3", said_by = "peskov", chain = "outlet; RIA; Peskov", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-03-16" }) -- G109 D22
claim("statements", "lavrov-wording-close", { topic = "neutrality", speaker = "lavrov", party = "russia",
  date = "2022-03-16", about = "video-4", kind = "expectation",
  text = "Concrete wording is close to agreement; neutrality seriously discussed together with guarantees." },
  { source = "p61", locator = "p5", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_quote",
    modality = "expectation", stated = "2022-03-16" }) -- G110
claim("documents", "plan-15-points", { kind = "framework", name = "plan of fifteen points", release = "described",
  items_low = 15, items_best = 15, items_high = 15, talk = "video-4",
  text = "A 15-point plan is discussed: limits on Ukraine's forces against Russian withdrawal from what was taken "
    .. "since 24 February; Crimea and Donbas left open." },
  { source = "p62", locator = "p5-p7" }) -- G111 D23 D24
claim("statements", "video-daily", { topic = "procedure", speaker = "medinsky", party = "russia", date = "2022-03-14",
  about = "video-4", kind = "fact", text = "Video talks run every day, seven days a week." },
  { source = "p63", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote", stated = "2022-03-14" }) -- G112 D20
claim("talks", "video-before-mar14", { process = "ru-ua", name = "talks by video before 14 March",
  kind = "consultation", format = "remote", status = "held", date = "../2022-03-12" },
  { source = "p63", locator = "p5", said_by = "kremlin", chain = "outlet; Kremlin", certainty = "on_record_quote",
    stated = "2022-03-14", note = "Putin had told of a series of talks by video in the days before." }) -- G113 D20
claim("talks", "video-before-mar14", { date = "../2022-03-12" },
  { source = "p64", locator = "p1-p3", said_by = "kremlin", chain = "outlet; Kremlin, Podolyak",
    certainty = "on_record_paraphrase", note = "Told on 12 March, by the Kremlin first." }) -- G114 D20
claim("talks", "video-4", { round = 4 },
  { source = "p65", locator = "p2, p4", note = "Photographs show whole teams." }) -- G115 D20 D28
claim("talks", "video-mar15", { process = "ru-ua", kind = "round", name = "video session of 15 March",
  format = "remote", status = "held", part_of = "video-4", purpose = "settlement, ceasefire, withdrawal",
  date = "2022-03-15" },
  { source = "p66", locator = "quotation", said_by = "podolyak", chain = "outlet; Podolyak on Twitter",
    certainty = "on_record_quote",
    note = "Consultations resumed: general settlement, ceasefire, withdrawal of troops." }) -- G116
claim("documents", "draft-mar17", { kind = "draft", name = "draft of 17 March", release = "seen_by_media",
  talk = "video-4",
  text = "Draft of 17 March, passed by Kyiv to Western partners, is full of corrections and comments." },
  { source = "p67", locator = "p3-p4", said_by = "text", chain = "outlet; New York Times; text",
    certainty = "document_described" }) -- G117
claim("provisions", "draft-mar17-territory", { kind = "clause", topic = "territory", document = "draft-mar17",
  text = "In it the norms were to hold for the internationally recognised territory, Crimea included." },
  { source = "p67", locator = "p4", said_by = "ukraine", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "demand" }) -- G118 D24
claim("provisions", "draft-mar17-sanctions", { kind = "clause", topic = "sanctions", document = "draft-mar17",
  text = "Russia wanted Ukrainian sanctions in force since 2014 lifted." },
  { source = "p67", locator = "p5 (cut)", said_by = "russia", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "demand" }) -- G119
claim("demands", "ru-sanctions-2022", { topic = "sanctions", kind = "demand", document = "draft-mar17",
  provision = "draft-mar17-sanctions", party = "russia", addressee = "ukraine", made = "2022-03-17", talk = "video-4",
  status = "raised", text = "Russia wanted Ukrainian sanctions in force since 2014 lifted." },
  { source = "p67", locator = "p5 (cut)", said_by = "russia", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "demand", stated = "2022-03-17" }) -- G119

-- video-march
claim("talks", "video-march", { process = "ru-ua", name = "video week of 21 March", kind = "round", status = "held",
  format = "remote", directness = "direct", date = "2022-03-21" },
  { source = "p68", locator = "p1", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", note = "Video session of 90 minutes, then working groups." }) -- G120
claim("talks", "video-mar21", { process = "ru-ua", name = "video session of 21 March", kind = "round",
  status = "held", format = "remote", part_of = "video-march", date = "2022-03-21", minutes_low = 90,
  minutes_best = 90, minutes_high = 90 },
  { source = "p68", locator = "p1", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", note = "Video session of 90 minutes, then working groups." }) -- G120
claim("statements", "peskov-no-progress", { topic = "procedure", speaker = "peskov", party = "kremlin",
  date = "2022-03-21", about = "video-march", kind = "absence",
  text = "No significant progress; homework comes before a presidents' meeting." },
  { source = "p69", locator = "p4-p5", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_quote", modality = "absence", stated = "2022-03-21" }) -- G121 D25
claim("demands", "ru-press-kyiv", { party = "russia", topic = "procedure", kind = "demand", made = "2022-03-21",
  talk = "video-march", status = "raised", text = "States with influence should make Kyiv more accommodating." },
  { source = "p69", locator = "p7", said_by = "peskov", chain = "outlet; Reuters; Peskov",
    certainty = "on_record_quote", modality = "demand", stated = "2022-03-21" }) -- G122
claim("responses", "ru-no-ceasefire-while-talking", { kind = "reject", party = "russia", date = "2022-03-21",
  talk = "video-march",
  text = "No ceasefire while talks last: 'nationalist formations' in Ukraine use such pauses to regroup and attack "
    .. "again." },
  { source = "p70", locator = "p1 (middle)", said_by = "peskov", chain = "outlet; Peskov",
    certainty = "on_record_paraphrase", stated = "2022-03-21" }) -- G123
claim("talks", "video-march", { assessment = "Kyiv stalls with terms nobody can accept" },
  { source = "p69", locator = "p3", said_by = "russia", chain = "outlet; Reuters", certainty = "named_medium",
    note = "Both views stand on one page." }) -- G124 D25
claim("talks", "video-march", { assessment = "Kyiv negotiates, under no ultimatum" },
  { source = "p69", locator = "p3", said_by = "ukraine", chain = "outlet; Reuters", certainty = "named_medium",
    note = "Both views stand on one page." }) -- G124 D25
claim("demands", "ua-no-recognition", { topic = "recognition", kind = "stance", party = "ukraine", addressee = "russia",
  made = "2022-03-20", talk = "video-march", status = "raised",
  text = "Talks with Putin, yes; no recognition of the Donbas entities or of Crimea." },
  { source = "p70", locator = "p1 (middle)", said_by = "zelensky", chain = "outlet; CNN; Zelensky",
    certainty = "on_record_paraphrase", stated = "2022-03-20" }) -- G125
claim("demands", "ru-terms-mar21-nato", { topic = "alliances", kind = "demand", party = "russia", addressee = "ukraine",
  made = "2022-03-21", talk = "video-march", status = "raised", text = "No NATO for Ukraine." },
  { source = "p70", locator = "p1 (end)", said_by = "kremlin", modality = "demand", stated = "2022-03-21" }) -- G126
claim("demands", "ru-terms-mar21-recognition", { topic = "recognition", kind = "demand",
  revises = "ru-recognition-mar16", party = "russia", addressee = "ukraine", made = "2022-03-21", talk = "video-march",
  status = "raised", text = "The Donbas entities recognised, and Russia's hold on Crimea." },
  { source = "p70", locator = "p1 (end)", said_by = "kremlin", modality = "demand", stated = "2022-03-21" }) -- G126
claim("outcomes", "swap-mar24", { topic = "prisoners", kind = "exchange", status = "done", nature = "reciprocal",
  low = 10, best = 10, high = 10, talk = "video-march", date = "2022-03-24", unit = "prisoners of war",
  basis = "per_side", text = "First full prisoner exchange." },
  { source = "p71", locator = "p2", said_by = "vereshchuk", chain = "outlet; Interfax-Ukraine; Vereshchuk",
    certainty = "on_record_quote" }) -- G127 D26 D27
claim("deliveries", "swap-mar24-done", { outcome = "swap-mar24", low = 10, best = 10, high = 10, date = "2022-03-24",
  unit = "prisoners of war", basis = "per_side", text = "First full prisoner exchange." },
  { source = "p71", locator = "p2", said_by = "vereshchuk", chain = "outlet; Interfax-Ukraine; Vereshchuk",
    certainty = "on_record_quote" }) -- G127 D26 D27
claim("deliveries", "exchanges-before-mar24", { unit = "exchanges", date = "../2022-03-23", low = 0, best = 0, high = 0,
  text = "Exchanges before that of 24 March." },
  { source = "p71", locator = "p2", said_by = "vereshchuk", chain = "outlet; Interfax-Ukraine; Vereshchuk",
    certainty = "on_record_quote",
    note = "No full exchange before that of 24 March. Told as: the first full one." }) -- G127 D26 D27
claim("deliveries", "sailors-to-russia", { category = "civilian sailors", low = 11, best = 11, high = 11,
  date = "2022-03-24", giver = "ukraine", receiver = "russia", unit = "sailors",
  text = "Civilian sailors swapped as well: 11 Russians rescued off Odesa." },
  { source = "p72", locator = "p3", said_by = "vereshchuk", chain = "outlet; Xinhua; Vereshchuk",
    certainty = "on_record_paraphrase" }) -- G128 D27
claim("deliveries", "sailors-to-ukraine", { category = "civilian sailors", low = 19, best = 19, high = 19,
  date = "2022-03-24", giver = "russia", receiver = "ukraine", unit = "sailors",
  text = "Nineteen Ukrainian civilian sailors come home." },
  { source = "p72", locator = "p3", said_by = "vereshchuk", chain = "outlet; Xinhua; Vereshchuk",
    certainty = "on_record_paraphrase" }) -- G129 D27
claim("outcomes", "ship-return", { topic = "shipping", kind = "pledge", status = "announced", low = 1, best = 1,
  high = 1, talk = "video-march", due = "2022-03-24/..", giver = "russia", receiver = "ukraine", unit = "ship",
  text = "The ship itself is to be returned by way of a Turkish port." },
  { source = "p71", locator = "p4", said_by = "vereshchuk", chain = "outlet; Interfax-Ukraine; Vereshchuk",
    certainty = "on_record_paraphrase", modality = "promise" }) -- G130
claim("deliveries", "exchanges-before-mar24", { unit = "exchanges", date = "../2022-03-23", low = 2, best = 2,
  high = 2 },
  { source = "p73", locator = "p7", said_by = "zakharova", chain = "outlet; Zakharova, Vereshchuk",
    certainty = "on_record_paraphrase",
    note = "Two exchanges are done already. Denied by Vereshchuk at once." }) -- G131 D26
claim("talks", "video-march", { date = "2022-03-21/2022-03-26" },
  { source = "p74", locator = "p2", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_paraphrase",
    note = "Video from Monday to Friday of that week and again on the day after; heads and experts two or three "
      .. "times a week." }) -- G132
claim("statements", "medinsky-secondary", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2022-03-25", about = "video-march", kind = "opinion",
  text = "Closer on secondary matters, standing still on the main political ones." },
  { source = "p74", locator = "p1-p2", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote", modality = "opinion", stated = "2022-03-25" }) -- G133 D25

-- istanbul-2022
claim("talks", "istanbul-2022", { process = "ru-ua", name = "Istanbul, March 2022", kind = "round", status = "held",
  place = "Istanbul", venue = "Dolmabahçe Palace", format = "direct", directness = "direct",
  date = "2022-03-29" },
  { source = "p75", locator = "p9",
    note = "Delegations meet at the presidential office in Dolmabahçe Palace, Istanbul." }) -- G134
claim("talks", "istanbul-2022", { host = "turkiye" },
  { source = "p75", locator = "p9", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G134
claim("statements", "first-since-antalya", { topic = "procedure", date = "2022-03-29", about = "istanbul-2022",
  kind = "fact", text = "First meeting in person since the ministers on 10 March." },
  { source = "p76", locator = "p8" }) -- G135
claim("talks", "istanbul-2022", { round = 4 },
  { source = "p77", locator = "p3", note = "Counted as the fourth round." }) -- G136 D28
claim("talks", "istanbul-2022", { round = 5 },
  { source = "p78", locator = "p10", said_by = "EFE", chain = "outlet; EFE", certainty = "named_medium",
    note = "Counted as the fifth round." }) -- G137 D28
claim("talks", "istanbul-2022", { minutes_best = "~180" },
  { source = "p79", locator = "p3", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    note = "Three hours of talks." }) -- G138 D29
claim("talks", "istanbul-2022", { minutes_best = "~180" },
  { source = "p80", locator = "p1", said_by = "Anadolu", chain = "outlet; Anadolu", certainty = "named_medium",
    note = "About three hours." }) -- G139 D29
claim("talks", "istanbul-2022", { minutes_low = 240, minutes_best = 240, minutes_high = 240 },
  { source = "p81", locator = "p1 (middle)", note = "Four hours. Read once." }) -- G140 D29
claim("participants", "istanbul-2022-arakhamia", { party = "ukraine", person = "arakhamia", role = "member",
  status = "attended", talk = "istanbul-2022" },
  { source = "p77", locator = "p5",
    note = "Ukraine: Arakhamia, Reznikov, Kostin, Umerov, Podolyak and others." }) -- G141
claim("participants", "istanbul-2022-reznikov", { party = "ukraine", person = "reznikov", role = "member",
  status = "attended", talk = "istanbul-2022" },
  { source = "p77", locator = "p5",
    note = "Ukraine: Arakhamia, Reznikov, Kostin, Umerov, Podolyak and others." }) -- G141
claim("participants", "istanbul-2022-kostin", { party = "ukraine", person = "kostin", role = "member",
  status = "attended", talk = "istanbul-2022" },
  { source = "p77", locator = "p5",
    note = "Ukraine: Arakhamia, Reznikov, Kostin, Umerov, Podolyak and others." }) -- G141
claim("participants", "istanbul-2022-umerov", { party = "ukraine", person = "umerov", role = "member",
  status = "attended", talk = "istanbul-2022" },
  { source = "p77", locator = "p5",
    note = "Ukraine: Arakhamia, Reznikov, Kostin, Umerov, Podolyak and others." }) -- G141
claim("participants", "istanbul-2022-podolyak", { party = "ukraine", person = "podolyak", role = "member",
  status = "attended", talk = "istanbul-2022" },
  { source = "p77", locator = "p5",
    note = "Ukraine: Arakhamia, Reznikov, Kostin, Umerov, Podolyak and others." }) -- G141
claim("talks", "istanbul-2022-heads", { process = "ru-ua", name = "Arakhamia and Medinsky alone", kind = "round",
  status = "held", part_of = "istanbul-2022", directness = "direct", format = "direct", date = "2022-03-29" },
  { source = "p77", locator = "p4", note = "Arakhamia and Medinsky also met alone." }) -- G142
claim("participants", "istanbul-2022-heads-arakhamia", { party = "ukraine", person = "arakhamia", status = "attended",
  talk = "istanbul-2022-heads" },
  { source = "p77", locator = "p4", note = "Arakhamia and Medinsky also met alone." }) -- G142
claim("participants", "istanbul-2022-heads-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "istanbul-2022-heads" },
  { source = "p77", locator = "p4", note = "Arakhamia and Medinsky also met alone." }) -- G142
claim("participants", "istanbul-2022-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "istanbul-2022" },
  { source = "p77", locator = "p4", note = "Arakhamia and Medinsky also met alone." }) -- G142
claim("statements", "erdogan-opening-2022", { topic = "ceasefire", kind = "opinion", speaker = "erdogan",
  party = "turkiye", date = "2022-03-29", about = "istanbul-2022",
  text = "Erdoğan opens: stopping the tragedy is up to the sides, ceasefire at once, leaders' meeting can follow." },
  { source = "p82", locator = "p2-p3", said_by = "erdogan", chain = "outlet; Reuters; Erdoğan",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-29" }) -- G143
claim("participants", "istanbul-2022-erdogan", { party = "turkiye", person = "erdogan",
  status = "attended", talk = "istanbul-2022" },
  { source = "p82", locator = "p2-p3", said_by = "erdogan", chain = "outlet; Reuters; Erdoğan",
    certainty = "on_record_paraphrase", modality = "demand",
    note = "Erdoğan opens: stopping the tragedy is up to the sides, ceasefire at once, leaders' meeting can follow."
      }) -- G143
claim("participants", "istanbul-2022-erdogan", { role = "host" },
  { source = "p82", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "demand", note = "Follows from the place." }) -- G143
claim("documents", "ua-proposals", { kind = "proposal", name = "Ukraine's written proposals", release = "leaked",
  items_low = 10, items_best = 10, items_high = 10, talk = "istanbul-2022", author = "ukraine", recipient = "russia",
  handed_over = "2022-03-29",
  text = "Ukraine's written proposals (ten points) went to the Russians; a journalist obtained the text." },
  { source = "p83", locator = "title, p1", said_by = "text", chain = "outlet; Meduza; text",
    certainty = "document_described" }) -- G144
claim("provisions", "ua-proposals-1", { ordinal = 1, kind = "clause", topic = "neutrality", document = "ua-proposals",
  text = "Neutral, non-aligned, no nuclear weapons, against international legal guarantees." },
  { source = "p84", locator = "p3", said_by = "ukraine", chain = "outlet; Meduza; text", certainty = "document_seen",
    modality = "promise" }) -- G145
claim("demands", "ua-neutrality", { topic = "neutrality", kind = "offer", document = "ua-proposals",
  provision = "ua-proposals-1", condition = "international guarantees, bound by law", party = "ukraine",
  addressee = "russia", made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "Ukraine becomes neutral, joins no bloc and has no nuclear arms." },
  { source = "p84", locator = "p3", said_by = "ukraine", chain = "outlet; Meduza; text", certainty = "document_seen",
    modality = "promise", stated = "2022-03-29" }) -- G145
claim("demands", "ua-guarantors", { party = "ukraine", topic = "security_guarantees", kind = "proposal",
  document = "ua-proposals", scope = "eleven states, Russia among them", made = "2022-03-29", talk = "istanbul-2022",
  status = "raised", text = "States are to guarantee Ukraine's security; pages name different ones." },
  { source = "p84", locator = "p3", said_by = "ukraine", chain = "outlet; Meduza; text",
    certainty = "document_described", modality = "demand", stated = "2022-03-29",
    note = "Possible guarantors: Russia, UK, China, US, France, Turkey, Germany, Canada, Italy, Poland, Israel; "
      .. "others may join." }) -- G146 D30
claim("provisions", "ua-proposals-2", { ordinal = 2, kind = "clause", topic = "security_guarantees",
  document = "ua-proposals",
  text = "Guarantees do not reach Crimea, Sevastopol and parts of Donbas; borders to be defined or differently "
    .. "understood." },
  { source = "p84", locator = "p4", said_by = "ukraine", chain = "outlet; Meduza; text",
    certainty = "document_described", modality = "demand" }) -- G147 D24 D35
claim("provisions", "ua-proposals-3", { ordinal = 3, kind = "clause", topic = "alliances", document = "ua-proposals",
  text = "No military alliance, no foreign bases or contingents; exercises only if guarantors agree; guarantors "
    .. "support EU membership." },
  { source = "p84", locator = "p5", said_by = "ukraine", chain = "outlet; Meduza; text",
    certainty = "document_described", modality = "demand" }) -- G148
claim("demands", "ua-no-bases", { topic = "foreign_troops", kind = "offer", document = "ua-proposals",
  provision = "ua-proposals-3", party = "ukraine", addressee = "russia", made = "2022-03-29", talk = "istanbul-2022",
  status = "raised", text = "No alliance, no foreign bases or contingents; exercises only if the guarantors agree." },
  { source = "p84", locator = "p5", said_by = "ukraine", chain = "outlet; Meduza; text",
    certainty = "document_described", modality = "demand", stated = "2022-03-29" }) -- G148
claim("provisions", "ua-proposals-4", { ordinal = 4, kind = "clause", topic = "security_guarantees",
  document = "ua-proposals", text = "In case of attack guarantors consult within three days." },
  { source = "p84", locator = "p6 (cut)", said_by = "ukraine", chain = "outlet; Meduza; text",
    certainty = "document_described", modality = "demand" }) -- G149
claim("demands", "ua-guarantees-article5", { topic = "security_guarantees", kind = "proposal", party = "ukraine",
  made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "If consultations fail, guarantors give military help and arms and may close the sky; modelled on NATO's "
    .. "Article 5." },
  { source = "p85", locator = "p4-p5", said_by = "chaly", chain = "outlet; Chaly", certainty = "on_record_quote",
    modality = "demand", stated = "2022-03-29", note = "Read once." }) -- G150
claim("demands", "ua-crimea-15-years", { topic = "territory", kind = "proposal", party = "ukraine",
  addressee = "russia", made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  measure_best = 15, measure_unit = "years",
  text = "Both positions on Crimea on record, and fifteen years of talks on it." },
  { source = "p86", locator = "p4", said_by = "ukraine-delegation", chain = "outlet; Ukrainian delegation",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-29" }) -- G151 D35
claim("demands", "ua-no-force", { topic = "territory", kind = "offer", scope = "Crimea and Sevastopol",
  party = "ukraine", addressee = "russia", made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "No armed force over the lands in question." },
  { source = "p86", locator = "p4", said_by = "ukraine-delegation", chain = "outlet; Ukrainian delegation",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-29" }) -- G151 D35
claim("demands", "ua-donbas-presidents", { topic = "territory", kind = "proposal", party = "ukraine",
  addressee = "russia", made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "Occupied parts of Donbas left to Zelensky and Putin in person." },
  { source = "p87", locator = "last paragraph", said_by = "ukraine-delegation", chain = "outlet; Ukrainian delegation",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-29" }) -- G152 D35
claim("demands", "ua-referendum", { party = "ukraine", topic = "constitution", kind = "proposal",
  condition = "the referendum only in peacetime", made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "Referendum first, then ratification in the guarantors' parliaments and in Ukraine's; referendum only in "
    .. "peacetime." },
  { source = "p86", locator = "p3, p7", said_by = "ukraine-delegation", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", modality = "plan" }) -- G153
claim("demands", "ua-in-force-after-ceasefire", { topic = "ceasefire", kind = "demand", party = "ukraine",
  addressee = "russia", made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "The treaty comes into force only with a complete ceasefire." },
  { source = "p88", locator = "p5", said_by = "ukraine-delegation", chain = "outlet; Ukrainian negotiators",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-29", note = "Read once." }) -- G154
claim("outcomes", "istanbul-2022-signing", { topic = "procedure", kind = "no_agreement", talk = "istanbul-2022",
  date = "2022-03-29", text = "The signing of the paper of 29 March." },
  { source = "p89", locator = "point 2", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", modality = "absence",
    note = "Nothing is being signed now; a new treaty, to be ratified, is proposed after the lesson of the Budapest "
      .. "memorandum." }) -- G155 D32
claim("statements", "some-guarantors-agree", { topic = "security_guarantees", speaker = "arakhamia", party = "ukraine",
  date = "2022-03-29", about = "istanbul-2022", kind = "fact", text = "Some guarantors have given prior consent." },
  { source = "p89", locator = "point 6", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", stated = "2022-03-29" }) -- G156
claim("statements", "guarantors-nine-or-more", { topic = "security_guarantees", kind = "fact", speaker = "arakhamia",
  party = "ukraine", date = "2022-03-29", about = "istanbul-2022",
  text = "Guarantors named: UN Security Council states incl. UK, China, US, France, and Turkey, Germany, Canada, "
    .. "Poland, Israel." },
  { source = "p89", locator = "point 4", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-03-29" }) -- G157 D30
claim("demands", "ua-guarantors", { party = "ukraine", scope = "nine states", made = "2022-03-29",
  talk = "istanbul-2022" },
  { source = "p86", locator = "p2", said_by = "ukraine-delegation", certainty = "on_record_paraphrase",
    modality = "demand", stated = "2022-03-29",
    note = "Guarantors named: UK, China, US, Turkey, France, Canada, Italy, Poland, Israel." }) -- G158 D30
claim("demands", "ua-guarantors", { party = "ukraine", scope = "eight states", made = "2022-03-29",
  talk = "istanbul-2022" },
  { source = "p90", locator = "p4", said_by = "ukraine-delegation",
    chain = "outlet; Sky News Arabia; Ukrainian delegation", certainty = "on_record_paraphrase", modality = "demand",
    stated = "2022-03-29", note = "Kyiv asks for eight guarantor states, Turkey among them." }) -- G159 D30
claim("outcomes", "leaders-after-istanbul", { topic = "leaders_meeting",
  condition = "none more, the day's result is enough", talk = "istanbul-2022", date = "2022-03-29",
  text = "A meeting of the presidents, as the next step after Istanbul." },
  { source = "p79", locator = "p5", said_by = "arakhamia", chain = "outlet; AFP; Arakhamia",
    certainty = "on_record_quote", modality = "opinion",
    note = "A meeting of the presidents is possible now." }) -- G160 D144
claim("responses", "ru-guarantees-2022", { demand = "ua-guarantors", document = "ua-proposals", kind = "defer",
  party = "russia", date = "2022-03-29", talk = "istanbul-2022",
  text = "Ukraine's position is to be studied, reported to Putin, then answered." },
  { source = "p91", locator = "p3", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "promise", stated = "2022-03-29",
    note = "Ukraine's clearly worded position will be studied and reported to Putin, then answered. Read once."
      }) -- G161 D31
claim("demands", "ua-no-force", { party = "ukraine", scope = "Crimea and Donbas", made = "2022-03-29",
  talk = "istanbul-2022" },
  { source = "p92", locator = "p1, p3", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2022-03-29",
    note = "Ukraine renounces force over Crimea and Donbas, as Medinsky tells it." }) -- G162 D35
claim("demands", "ua-no-wmd", { party = "ukraine", addressee = "russia", topic = "nuclear_status", kind = "offer",
  made = "2022-03-29", talk = "istanbul-2022", status = "raised",
  text = "No making or hosting of weapons of mass destruction, no foreign bases and troops." },
  { source = "p92", locator = "p1, p3", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2022-03-29" }) -- G162 D35
claim("responses", "ru-eu-yes-crimea-no", { document = "ua-proposals", kind = "partial", party = "russia",
  date = "2022-03-29", talk = "istanbul-2022",
  text = "Russia does not oppose EU membership; Ukraine's Crimea clause does not fit Russia's position." },
  { source = "p93", locator = "p2, p4", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    stated = "2022-03-29" }) -- G163 D38
claim("outcomes", "north-drawdown", { topic = "withdrawal", kind = "pledge", nature = "unilateral",
  status = "announced", giver = "russia", talk = "istanbul-2022", date = "2022-03-29", receiver = "ukraine",
  text = "Russia will cut military activity toward Kyiv and Chernihiv sharply to raise trust." },
  { source = "p94", locator = "p1, p3", said_by = "fomin", chain = "outlet; Fomin", certainty = "on_record_quote",
    modality = "promise" }) -- G164 D36 D145
claim("deliveries", "north-left", { outcome = "north-drawdown", cause = "to raise trust", giver = "russia",
  receiver = "ukraine", text = "Russian troops leave the Kyiv and Chernihiv regions." },
  { source = "p94", locator = "p1, p3", said_by = "fomin", chain = "outlet; Fomin", certainty = "on_record_quote",
    modality = "promise", note = "Activity towards Kyiv and Chernihiv is cut to raise trust." }) -- G164 D36 D145
claim("outcomes", "leaders-after-istanbul", { topic = "leaders_meeting", kind = "pledge",
  condition = "once the ministers initial the treaty", talk = "istanbul-2022", date = "2022-03-29" },
  { source = "p91", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise",
    note = "Second step: the presidents can meet when the foreign ministers initial the treaty. Read once."
      }) -- G165 D144
claim("statements", "medinsky-multilateral", { topic = "leaders_meeting", speaker = "medinsky", party = "russia",
  date = "2022-03-29", about = "istanbul-2022", kind = "expectation",
  text = "That meeting may be multilateral, with the guarantors." },
  { source = "p80", locator = "p7", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "expectation", stated = "2022-03-29" }) -- G166
claim("statements", "cavusoglu-most-meaningful", { topic = "procedure", speaker = "cavusoglu", party = "turkiye",
  date = "2022-03-29", about = "istanbul-2022", kind = "opinion",
  text = "Most meaningful progress so far; ministers then presidents should follow." },
  { source = "p75", locator = "p1-p3", said_by = "cavusoglu", chain = "outlet; Çavuşoğlu",
    certainty = "on_record_quote", modality = "opinion", stated = "2022-03-29" }) -- G167
claim("talks", "istanbul-2022-wednesday", { status = "cancelled" },
  { source = "p79", locator = "p3", said_by = "cavusoglu", chain = "outlet; AFP; Çavuşoğlu",
    certainty = "on_record_paraphrase", stated = "2022-03-29", note = "Talks do not resume on Wednesday." }) -- G168 D33
claim("talks", "istanbul-2022-wednesday", { process = "ru-ua", name = "session of 30 March", kind = "round",
  planned_date = "2022-03-30", status = "scheduled", part_of = "istanbul-2022" },
  { source = "p90", locator = "p5", said_by = "ukraine-delegation", chain = "outlet; Ukrainian delegation",
    certainty = "on_record_quote", modality = "plan", stated = "2022-03-29",
    note = "Another session on Wednesday, talks over the next two weeks." }) -- G169 D33
claim("statements", "peskov-no-breakthrough", { topic = "procedure", speaker = "peskov", party = "kremlin",
  date = "2022-03-30", about = "istanbul-2022", kind = "opinion",
  text = "No serious breakthrough to report, long work still ahead; good that Kyiv put concrete proposals on paper." },
  { source = "p95", locator = "p1-p2", said_by = "peskov", chain = "outlet; Russian media; Peskov",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2022-03-30" }) -- G170 D31
claim("responses", "ru-crimea-constitution", { demand = "ua-crimea-15-years", kind = "reject", party = "russia",
  date = "2022-03-30", talk = "istanbul-2022", text = "The constitution forbids discussing the fate of Crimea." },
  { source = "p95", locator = "p7", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    stated = "2022-03-30" }) -- G171 D38
claim("responses", "ru-crimea-unchanged", { demand = "ua-crimea-15-years", kind = "reject", party = "russia",
  date = "2022-03-30", talk = "istanbul-2022", text = "Russia's principle on Crimea and Donbas is unchanged." },
  { source = "p78", locator = "p3", said_by = "medinsky", chain = "outlet; EFE; Medinsky",
    certainty = "on_record_quote", stated = "2022-03-30" }) -- G172 D38
claim("statements", "zelensky-no-compromise", { topic = "territory", speaker = "zelensky", party = "ukraine",
  date = "2022-03-29", about = "istanbul-2022", kind = "opinion",
  text = "Talks were positive, but no compromise on sovereignty and territory." },
  { source = "p78", locator = "p4-p5", said_by = "zelensky", chain = "outlet; EFE; Zelensky",
    certainty = "on_record_quote", modality = "opinion", stated = "2022-03-29" }) -- G173
claim("statements", "pentagon-repositioning", { topic = "withdrawal", party = "pentagon", date = "2022-03-29",
  about = "istanbul-2022", kind = "opinion",
  text = "Small numbers of Russian units moved from Kyiv; a repositioning, no real withdrawal; a big offensive "
    .. "elsewhere may follow." },
  { source = "p96", locator = "p2-p3", said_by = "pentagon", chain = "outlet; Kirby (Pentagon)",
    certainty = "on_record_quote", modality = "opinion", stated = "2022-03-29" }) -- G174 D36
claim("deliveries", "north-left", { cause = "the offensive failed" },
  { source = "p97", locator = "p4", said_by = "ukraine-general-staff", chain = "outlet; General Staff",
    certainty = "on_record_quote",
    note = "Units are pulled out of the Kyiv and Chernihiv regions; the offensive missed its goal." }) -- G175 D36 D145
claim("statements", "chernihiv-bombed", { topic = "withdrawal", kind = "fact", party = "ukraine", date = "2022-03-30",
  about = "istanbul-2022",
  text = "The Chernihiv region was bombed all night, says its governor, in spite of the promise." },
  { source = "p98", locator = "p7", said_by = "governor of Chernihiv region",
    chain = "outlet; governor of Chernihiv region", certainty = "on_record_paraphrase",
    stated = "2022-03-30" }) -- G176 D36
claim("deliveries", "north-left", { outcome = "north-drawdown", giver = "russia", date = "../2022-04-06" },
  { source = "p99", locator = "p2-p3", said_by = "senior US defence official", chain = "outlet; unnamed official",
    certainty = "anonymous",
    note = "Russian troops have left the areas of Kyiv and Chernihiv completely for Belarus and Russia." }) -- G177 D36
claim("outcomes", "swap-apr1", { topic = "prisoners", kind = "exchange", status = "done", talk = "istanbul-2022",
  date = "2022-04-01", text = "An exchange under the accord of the negotiating groups." },
  { source = "p100", locator = "p2-p4", said_by = "tymoshenko", chain = "outlet; Tymoshenko on Telegram",
    certainty = "on_record_quote" }) -- G178 D37
claim("deliveries", "swap-apr1-to-ukraine", { outcome = "swap-apr1", low = 86, best = 86, high = 86,
  date = "2022-04-01", giver = "russia", receiver = "ukraine", unit = "prisoners of war",
  text = "86 Ukrainian service members come home, 15 of them women." },
  { source = "p100", locator = "p2-p4", said_by = "tymoshenko", chain = "outlet; Tymoshenko on Telegram",
    certainty = "on_record_quote" }) -- G178 D37
claim("deliveries", "swap-apr1-to-russia", { outcome = "swap-apr1", date = "2022-04-01", giver = "ukraine",
  receiver = "russia", text = "Prisoners whom Ukraine freed in the Zaporizhzhia region; how many is not said." },
  { source = "p101", locator = "p3", said_by = "tymoshenko", chain = "outlet; Xinhua; Tymoshenko",
    certainty = "on_record_paraphrase", modality = "absence" }) -- G179 D37
claim("demands", "ua-guarantors", { party = "ukraine", scope = "eleven states, Russia among them", made = "2022-03-29",
  talk = "istanbul-2022" },
  { source = "p102", locator = "p5", said_by = "arakhamia", chain = "outlet; Ukrainska Pravda; Arakhamia",
    certainty = "on_record_paraphrase", modality = "plan",
    note = "Guarantors named: the five permanent Security Council members with Russia, and Turkey, Germany, Canada, "
      .. "Italy, Poland, Israel." }) -- G180 D30
claim("responses", "ru-guarantees-2022", { demand = "ua-guarantors", party = "russia", kind = "accept",
  date = "2022-03-29", talk = "istanbul-2022" },
  { source = "p103", locator = "p2", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", stated = "2022-03-29",
    note = "The guarantees by seven states are already agreed and have Russia's approval." }) -- G181 D30 D31
claim("demands", "ua-guarantors", { party = "ukraine", scope = "seven states", made = "2022-03-29",
  talk = "istanbul-2022" },
  { source = "p103", locator = "p2", said_by = "arakhamia", chain = "outlet; Arakhamia",
    certainty = "on_record_paraphrase", stated = "2022-03-29",
    note = "The guarantees by seven states are already agreed and have Russia's approval." }) -- G181 D30 D31
claim("responses", "ru-guarantees-2022", { kind = "accept" },
  { source = "p104", locator = "quotation", said_by = "arakhamia", chain = "outlet; Reuters; Arakhamia",
    certainty = "on_record_quote", modality = "absence", polarity = "denied", stated = "2022-03-29" }) -- G182 D31
claim("talks", "istanbul-2022", { status = "held" },
  { source = "p105", locator = "p1-p2",
    note = "The page dates the Tuesday of the talks once 30 and once 29 March." }) -- G183 D34
claim("statements", "fomin-two-directions", { topic = "withdrawal", date = "2022-03-29", about = "istanbul-2022",
  kind = "absence",
  text = "Fomin named only two directions; Mariupol, Sumy, Kharkiv, Kherson and Mykolaiv are not mentioned." },
  { source = "p106", locator = "p6", modality = "absence" }) -- G184 D36

-- video-april
claim("talks", "video-april", { process = "ru-ua", name = "video talks of April 2022", kind = "round",
  format = "remote", date = "2022-04-01/2022-05-17", status = "held", directness = "direct" },
  { source = "p107", locator = "p1-p2", said_by = "AP", chain = "outlet; PTI; AP", certainty = "named_medium",
    note = "Talks resume by video; Medinsky shows a picture, Zelensky's office confirms to AP." }) -- G185 D33
claim("responses", "ru-positions-apr", { kind = "reject", document = "ua-proposals", party = "russia",
  date = "2022-04-01", talk = "video-april",
  text = "On Crimea and Donbas Russia stays where it was." },
  { source = "p107", locator = "p4", said_by = "medinsky", chain = "outlet; PTI; Medinsky",
    certainty = "on_record_quote", stated = "2022-04-01",
    note = "Positions on Crimea and Donbas unchanged." }) -- G186 D39
claim("statements", "arakhamia-week", { topic = "leaders_meeting", speaker = "arakhamia", party = "ukraine",
  date = "2022-03-31", about = "video-april", kind = "expectation",
  text = "Russia wants a more coherent draft before leaders meet; Arakhamia hopes to finish the preparatory work "
    .. "within a week; meeting not in Russia or Belarus." },
  { source = "p87", locator = "p5-p8", said_by = "arakhamia", chain = "outlet; Arakhamia on Telegram",
    certainty = "on_record_quote", modality = "expectation", stated = "2022-03-31" }) -- G187
claim("responses", "lavrov-reply-prepared", { kind = "defer", document = "ua-proposals", party = "russia",
  date = "2022-04-01", talk = "video-april",
  text = "Progress on neutrality and on Crimea and Donbas; Russia prepares its reply." },
  { source = "p108", locator = "T, last P", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_paraphrase", stated = "2022-04-01" }) -- G188 D39
claim("responses", "ru-positions-apr", { kind = "partial", document = "ua-proposals", party = "russia",
  date = "2022-04-01", talk = "video-april" },
  { source = "p109", locator = "p1", said_by = "arakhamia", chain = "outlet; Interfax; Arakhamia",
    certainty = "on_record_quote", stated = "2022-04-01",
    note = "Russia accepts all Ukrainian positions except Crimea, orally, without written confirmation." }) -- G189 D39
claim("statements", "arakhamia-ripe", { topic = "leaders_meeting", speaker = "arakhamia", party = "ukraine",
  date = "2022-04-02", about = "video-april", kind = "expectation",
  text = "Drafts are ripe for the leaders, who will very likely meet in Turkey (Istanbul or Ankara); no date." },
  { source = "p109", locator = "p2-p3", said_by = "arakhamia", chain = "outlet; Interfax; Arakhamia",
    certainty = "on_record_quote", modality = "expectation", stated = "2022-04-02" }) -- G190
claim("responses", "ru-positions-apr", { kind = "reject", party = "russia", talk = "video-april" },
  { source = "p110", locator = "p2-p3", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-04-03",
    note = "Does not share that optimism; Ukrainian experts lag in confirming even what was agreed politically."
      }) -- G191 D39
claim("talks", "video-apr4", { process = "ru-ua", name = "video session of 4 April", kind = "round", format = "remote",
  status = "scheduled", part_of = "video-april", planned_date = "2022-04-04" },
  { source = "p110", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "plan", note = "Video talks to go on on Monday." }) -- G192
claim("documents", "ua-draft-apr6", { kind = "draft", name = "Ukraine's draft of 6 April", handed_over = "2022-04-06",
  talk = "video-april", author = "ukraine", recipient = "russia",
  text = "New Ukrainian draft of 6 April departs from Istanbul: the Crimea exclusion is replaced by \"effective "
    .. "control\" as of 23 February." },
  { source = "p111", locator = "p3-p4", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_quote" }) -- G193 D40 D149
claim("provisions", "ua-draft-apr6-agenda", { kind = "clause", topic = "territory", document = "ua-draft-apr6",
  text = "The draft also wants Crimea and Donbas on the presidents' agenda." },
  { source = "p111", locator = "p4", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_quote",
    modality = "demand" }) -- G194
claim("provisions", "ua-draft-apr6-exercises", { kind = "clause", topic = "foreign_troops", document = "ua-draft-apr6",
  text = "Kyiv no longer accepts a Russian say over exercises on its soil." },
  { source = "p112", locator = "p4", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_paraphrase" }) -- G195
claim("outcomes", "istanbul-2022-signing", { talk = "istanbul-2022", topic = "procedure", kind = "agreement",
  date = "2022-03-29" },
  { source = "p111", locator = "p3, p6", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_quote",
    note = "The Istanbul paper was signed by Arakhamia." }) -- G196 D32
claim("deliveries", "north-left", { cause = "goodwill", giver = "russia" },
  { source = "p111", locator = "p5", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_paraphrase",
    note = "Troops moved off around Kyiv and Chernihiv as goodwill." }) -- G197 D145
claim("statements", "lavrov-bucha", { topic = "investigation", kind = "opinion", speaker = "lavrov", party = "russia",
  date = "2022-04-07", about = "video-april", text = "The reply to goodwill was a staged provocation in Bucha." },
  { source = "p111", locator = "p5", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_paraphrase",
    modality = "denial", stated = "2022-04-07" }) -- G197 D145
claim("statements", "lavrov-own-draft", { topic = "procedure", speaker = "lavrov", party = "russia",
  date = "2022-04-07", about = "video-april", kind = "plan",
  text = "Russia will continue on the basis of its own draft." },
  { source = "p113", locator = "p1", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_quote",
    modality = "plan" }) -- G198
claim("statements", "ua-delegation-decree", { topic = "security_guarantees", date = "2022-04-05", about = "video-april",
  kind = "fact", text = "Zelensky decreed a delegation for talks with Russia on guarantees." },
  { source = "p113", locator = "p3" }) -- G199
claim("talks", "video-april", { assessment = "a dead end" },
  { source = "p114", locator = "p3", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    modality = "opinion",
    note = "Kyiv left the Istanbul agreements and the talks are back at a dead end." }) -- G200 D40
claim("statements", "putin-belarus-place", { topic = "procedure", speaker = "putin", party = "russia",
  date = "2022-04-12", about = "video-april", kind = "opinion", text = "Belarus would suit further contacts." },
  { source = "p114", locator = "p5-p8", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-04-12" }) -- G201
claim("demands", "ru-recognition-apr12", { topic = "recognition", kind = "demand",
  revises = "ru-terms-mar21-recognition", party = "russia", addressee = "ukraine", made = "2022-04-12",
  talk = "video-april", status = "raised",
  text = "No progress until Crimea is accepted as Russian and the Donbas entities as independent." },
  { source = "p115", locator = "p2", said_by = "putin", chain = "outlet; RT; Putin", certainty = "on_record_quote",
    modality = "demand", stated = "2022-04-12" }) -- G202
claim("talks", "video-april", { assessment = "difficult, but going on" },
  { source = "p115", locator = "p3", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", modality = "denial",
    note = "Online talks go on, though difficult; Russia uses statements as pressure." }) -- G203 D40
claim("documents", "draft-apr15", { kind = "draft", name = "draft treaty of 15 April", release = "seen_by_media",
  talk = "video-april",
  text = "Unsigned draft treaty dated 15 April on permanent neutrality and guarantees; guarantors UK, China, Russia, "
    .. "US, France; Belarus not agreed by Kyiv, Turkey not by Moscow." },
  { source = "p116", locator = "p1-p2", said_by = "text", chain = "outlet; RIA; New York Times; text",
    certainty = "document_described" }) -- G204 D43 D149
claim("provisions", "draft-apr15-guarantors", { kind = "clause", topic = "security_guarantees",
  label = "five powers as guarantors, Russia among them", document = "draft-apr15",
  text = "Guarantors of a neutral Ukraine, and what they would do." },
  { source = "p116", locator = "p1-p2", said_by = "text", chain = "outlet; RIA; New York Times; text",
    certainty = "document_described",
    note = "Unsigned draft treaty dated 15 April on permanent neutrality and guarantees; guarantors UK, China, "
      .. "Russia, US, France; Belarus not agreed by Kyiv, Turkey not by Moscow." }) -- G204 D43 D149
claim("demands", "ru-army-limit", { topic = "force_limits", kind = "demand", document = "draft-apr15",
  measure_high = 85000, measure_unit = "troops", party = "russia", addressee = "ukraine", made = "2022-04~",
  talk = "video-april", status = "raised",
  text = "A ceiling for Ukraine's army; pages read different numbers in the draft." },
  { source = "p117", locator = "p2", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "demand",
    note = "85,000 troops at most, as the paper reads." }) -- G205 D41
claim("demands", "ru-tank-limit", { topic = "force_limits", kind = "demand", document = "draft-apr15",
  measure_high = 343, measure_unit = "tanks", party = "russia", addressee = "ukraine", made = "2022-04~",
  talk = "video-april", status = "raised", text = "A ceiling for Ukraine's tanks." },
  { source = "p117", locator = "p2", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "demand" }) -- G206
claim("demands", "ru-gun-limit", { topic = "force_limits", kind = "demand", document = "draft-apr15",
  measure_high = 519, measure_unit = "guns", party = "russia", addressee = "ukraine", made = "2022-04~",
  talk = "video-april", status = "raised", text = "A ceiling for Ukraine's artillery." },
  { source = "p117", locator = "p2", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "demand" }) -- G207
claim("demands", "ua-army-limit", { topic = "force_limits", kind = "proposal", document = "draft-apr15",
  measure_high = 250000, measure_unit = "troops", party = "ukraine", addressee = "russia", made = "2022-04~",
  talk = "video-april", status = "raised", text = "The ceiling that Kyiv puts for its army." },
  { source = "p117", locator = "p2", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "demand" }) -- G208 D41
claim("demands", "ua-tank-limit", { topic = "force_limits", kind = "proposal", document = "draft-apr15",
  measure_high = 800, measure_unit = "tanks", party = "ukraine", addressee = "russia", made = "2022-04~",
  talk = "video-april", status = "raised", text = "The ceiling that Kyiv puts for its tanks." },
  { source = "p117", locator = "p2", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "demand" }) -- G209
claim("demands", "ua-gun-limit", { topic = "force_limits", kind = "proposal", document = "draft-apr15",
  measure_high = 1900, measure_unit = "guns", party = "ukraine", addressee = "russia", made = "2022-04~",
  talk = "video-april", status = "raised", text = "The ceiling that Kyiv puts for its artillery." },
  { source = "p117", locator = "p2", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "demand" }) -- G210
claim("demands", "ru-army-limit", { party = "russia", measure_high = 100000, measure_unit = "troops",
  talk = "video-april" },
  { source = "p118", locator = "bullets", said_by = "New York Times",
    chain = "outlet; Telegram channel; New York Times", certainty = "document_described", modality = "demand",
    note = "Limit as another channel reads the draft: troops up to 100,000, missiles to 40 km; Kyiv accepted limits "
      .. "but far higher." }) -- G211 D41
claim("demands", "ru-army-limit", { measure_high = 250000, measure_unit = "troops", talk = "video-april" },
  { source = "p119", locator = "bullets", said_by = "text", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "plan",
    note = "Limit as a third page reads the annex: army not over 250,000." }) -- G212 D41
claim("provisions", "draft-apr15-crimea", { kind = "clause", topic = "security_guarantees", document = "draft-apr15",
  text = "Clauses on armed help would not cover Crimea and Sevastopol; Russia also meant further areas of an annex "
    .. "6, whose content is missing." },
  { source = "p116", locator = "p4", said_by = "text", chain = "outlet; RIA; New York Times; text",
    certainty = "document_described" }) -- G213
claim("provisions", "draft-apr15-sanctions", { kind = "clause", topic = "sanctions", document = "draft-apr15",
  text = "Ukraine would not discuss lifting mutual sanctions or ending lawsuits." },
  { source = "p116", locator = "p5", said_by = "ukraine", chain = "outlet; RIA; New York Times; text",
    certainty = "document_described", modality = "absence" }) -- G214
claim("provisions", "draft-apr15-language", { kind = "clause", topic = "language", document = "draft-apr15",
  text = "Ukraine would not discuss Russian as an official language or a ban on \"Nazi\" propaganda." },
  { source = "p120", locator = "p5", said_by = "ukraine", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "absence" }) -- G215
claim("provisions", "draft-apr15-donbas", { kind = "clause", topic = "territory", label = "left to the presidents",
  document = "draft-apr15", text = "What becomes of Donbas." },
  { source = "p117", locator = "p3", said_by = "text", chain = "outlet; Wall Street Journal; text",
    certainty = "document_described", modality = "absence",
    note = "Fate of the Donbas entities not in the text, left to the presidents." }) -- G216 D42
claim("documents", "ru-draft-apr", { kind = "draft", name = "Russia's draft of April", author = "russia",
  recipient = "ukraine", handed_over = "../2022-04-20", talk = "video-april",
  text = "Russia handed over a draft with clear wording." },
  { source = "p121", locator = "p5", said_by = "peskov", chain = "outlet; Peskov",
    certainty = "on_record_quote" }) -- G217 D44
claim("documents", "ru-draft-apr", { handed_over = "../2022-04-20" },
  { source = "p122", locator = "p3", said_by = "zelensky", chain = "outlet; Reuters; Zelensky",
    certainty = "on_record_paraphrase", modality = "denial", polarity = "denied",
    note = "He has neither seen it nor heard of it." }) -- G218 D44
claim("talks", "phone-april", { process = "ru-ua", name = "telephone talks of Medinsky and Arakhamia",
  kind = "consultation", date = "2022-04-22", format = "remote", status = "held", part_of = "video-april" },
  { source = "p123", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_paraphrase",
    note = "Several long telephone talks between Medinsky and Arakhamia; content not given." }) -- G219
claim("participants", "phone-april-arakhamia", { party = "ukraine", person = "arakhamia", status = "attended",
  talk = "phone-april" },
  { source = "p123", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_paraphrase" }) -- G219
claim("participants", "phone-april-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "phone-april" },
  { source = "p123", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_paraphrase" }) -- G219
claim("responses", "ua-ru-draft-apr", { document = "ru-draft-apr", kind = "silence", party = "ukraine",
  date = "2022-04-22", talk = "video-april",
  text = "Stalled: Russia's last proposal, about five days old, has no answer." },
  { source = "p124", locator = "p4-p5", said_by = "lavrov", chain = "outlet; Reuters; Lavrov",
    certainty = "on_record_quote", modality = "absence", stated = "2022-04-22" }) -- G220 D44
claim("statements", "putin-inconsistent", { topic = "procedure", speaker = "putin", party = "russia",
  date = "2022-04-22", about = "video-april", kind = "opinion",
  text = "Kyiv is inconsistent and not ready for acceptable solutions (to the European Council president)." },
  { source = "p124", locator = "p6", said_by = "putin", chain = "outlet; Reuters; Putin",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2022-04-22" }) -- G221
claim("outcomes", "talks-end-2022", { topic = "procedure", kind = "no_agreement", category = "talks in every form",
  talk = "video-april", date = "2022-05-17", text = "The talks of 2022 come to an end." },
  { source = "p121", locator = "p3-p4", said_by = "rudenko", chain = "outlet; RIA; Rudenko",
    certainty = "on_record_quote", modality = "absence",
    note = "No talks in any form; Ukraine has in effect withdrawn and not answered the draft." }) -- G222 D45 D46
claim("statements", "podolyak-suspended", { topic = "procedure", speaker = "podolyak", party = "ukraine",
  date = "2022-05-17", about = "video-april", kind = "absence",
  text = "Process suspended, no change or progress since the Istanbul communiqué; any war still ends at the "
    .. "negotiating table." },
  { source = "p125", locator = "p2, p5", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_quote", modality = "absence", stated = "2022-05-17" }) -- G223 D45 D149
claim("outcomes", "talks-end-2022", { topic = "procedure", category = "the political track alone",
  talk = "video-april" },
  { source = "p126", locator = "p3",
    note = "Only the political track was suspended; exchanges, corridors and evacuations went on. Read once."
      }) -- G224 D46
claim("statements", "istanbul-points-2026", { topic = "neutrality", kind = "opinion", date = "2026-06-23",
  about = "video-april",
  text = "Four years on, a Russian channel still lists neutrality, no bases, force limits, language and Crimea "
    .. "outside the deal as the Istanbul points." },
  { source = "p127", locator = "bullets" }) -- G225
claim("provisions", "draft-apr15-guarantors", { label = "a Russian veto over partners' arms",
  document = "draft-apr15" },
  { source = "p67", locator = "p2", said_by = "russia", chain = "outlet; New York Times",
    certainty = "document_described", modality = "demand",
    note = "A veto of Russia's over arms for Ukraine in case of a new attack." }) -- G226 D43
claim("provisions", "draft-apr15-donbas", { label = "left to the presidents", document = "draft-apr15" },
  { source = "p128", locator = "p5-p6", said_by = "text", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "plan",
    note = "Territories Russia held were to be settled by the two presidents later; draft of 17 pages." }) -- G227 D42
claim("provisions", "draft-apr15-donbas", { label = "independence recognised", document = "draft-apr15" },
  { source = "p129", locator = "bullet 3", said_by = "text", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "plan",
    note = "Ukraine recognises the independence of both Donbas entities (so the aggregator)." }) -- G228 D42
claim("provisions", "draft-apr15-donbas", { label = "parts of Russia", document = "draft-apr15" },
  { source = "p130", locator = "p2-p3", said_by = "russia", chain = "outlet; New York Times; text",
    certainty = "document_described", modality = "demand",
    note = "Moscow asked for Crimea and the occupied east of Donbas as parts of Russia; authenticity confirmed by "
      .. "negotiators." }) -- G229 D42
claim("provisions", "draft-apr15-guarantors", { label = "defence by the powers refused", document = "draft-apr15" },
  { source = "p130", locator = "p4", said_by = "New York Times", chain = "outlet; New York Times",
    certainty = "document_described",
    note = "Moscow refused guarantees under which four powers defend Ukraine. Read once." }) -- G230 D43
claim("statements", "medinsky-at-distance", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2022-05-09", about = "video-april", kind = "fact", text = "Talks go on at a distance." },
  { source = "p131", locator = "p1", said_by = "medinsky", chain = "outlet; Interfax; Medinsky",
    certainty = "on_record_paraphrase", stated = "2022-05-09" }) -- G231 D45
claim("statements", "podolyak-paused", { topic = "procedure", speaker = "podolyak", party = "ukraine",
  date = "2022-05-09", about = "video-april", kind = "absence",
  text = "Political part is paused; only the humanitarian working groups go on, the others meet sporadically." },
  { source = "p131", locator = "p1-p2", said_by = "podolyak", chain = "outlet; Italian radio Gr1; Podolyak",
    certainty = "on_record_quote", modality = "absence", stated = "2022-05-09" }) -- G232 D45
