-- November 2025 to June 2026: Türkiye, Abu Dhabi, Geneva, Miami, the three-way rounds, the truces, the open letter.

-- consultations-nov25
claim("talks", "consultations-nov25", { process = "ru-ua", name = "consultations in Türkiye and the UAE",
  kind = "consultation", planned_date = "2025-11-11/2025-11-15" },
  { source = "p332", locator = "p2", said_by = "umerov", chain = "outlet; Umerov on Telegram",
    certainty = "on_record_quote", modality = "plan",
    note = "Umerov in Istanbul, to work in Türkiye and the Middle East on unblocking exchanges; an accord exists and "
      .. "must be carried out." }) -- G540
claim("talks", "consultations-nov25", { directness = "direct" },
  { source = "p333", locator = "p2", said_by = "AA", chain = "outlet; AA", certainty = "named_medium",
    note = "The same trip presented as direct talks with Russia, Umerov heading a delegation." }) -- G541 D109
claim("talks", "consultations-nov25", { status = "held", directness = "proximity", format = "shuttle",
  date = "2025-11-11/2025-11-15" },
  { source = "p334", locator = "p2", said_by = "umerov", chain = "outlet; Umerov on Telegram",
    certainty = "on_record_quote",
    note = "Consultations were held through partners in Türkiye and the UAE." }) -- G542 D109
claim("participants", "consultations-nov25-turkiye", { talk = "consultations-nov25", party = "turkiye",
  role = "relay" },
  { source = "p334", locator = "p2", said_by = "umerov", chain = "outlet; Umerov on Telegram",
    certainty = "on_record_quote" }) -- G542
claim("participants", "consultations-nov25-uae", { talk = "consultations-nov25", party = "uae", role = "relay" },
  { source = "p334", locator = "p2", said_by = "umerov", chain = "outlet; Umerov on Telegram",
    certainty = "on_record_quote" }) -- G542
claim("outcomes", "nov25-1200", { topic = "prisoners", kind = "pledge", status = "announced", low = 1200, best = 1200,
  high = 1200, talk = "consultations-nov25", date = "2025-11-15", giver = "russia", receiver = "ukraine",
  unit = "persons", text = "The sides agreed to activate the Istanbul accords: release of Ukrainians." },
  { source = "p334", locator = "p3", said_by = "umerov", chain = "outlet; Umerov on Telegram",
    certainty = "on_record_quote", modality = "promise" }) -- G543 D111 D112
claim("statements", "umerov-home-by-christmas", { topic = "prisoners", kind = "plan", date = "2025-11-15",
  deadline = "../2025-12-31", speaker = "umerov", party = "ukraine", about = "consultations-nov25",
  text = "Technical consultations soon; the freed should be home by New Year and Christmas." },
  { source = "p334", locator = "p4-p5", said_by = "umerov", chain = "outlet; Umerov on Telegram",
    certainty = "on_record_quote", modality = "plan" }) -- G544 D111
claim("statements", "fidan-received-umerov", { topic = "procedure", date = "2025-11-12", about = "consultations-nov25",
  kind = "fact", text = "Fidan had received Umerov in Ankara." },
  { source = "p335", locator = "last paragraph" }) -- G545
claim("talks", "consultations-nov25", { directness = "direct" },
  { source = "p336", locator = "p2", said_by = "Reuters", chain = "outlet; Reuters", certainty = "named_medium",
    modality = "absence", polarity = "denied", note = "No face-to-face talks since 23 July." }) -- G546 D109 D141
claim("statements", "kyslytsia-abandoned", { topic = "procedure", kind = "fact", speaker = "kyslytsia",
  party = "ukraine", date = "2025-11-12", about = "consultations-nov25",
  text = "With little progress the talks of this year have been abandoned; a dictatorship's envoys cannot discuss "
    .. "creatively." },
  { source = "p337", locator = "p2-p5", said_by = "kyslytsia", chain = "outlet; The Times; Kyslytsia",
    certainty = "on_record_quote", stated = "2025-11-12" }) -- G547 D101 D110
claim("statements", "polishchuk-ready", { topic = "procedure", speaker = "polishchuk", party = "russia",
  date = "2025-11-12", about = "consultations-nov25", kind = "opinion",
  text = "Russia's team is ready, Turkey has urged a restart, the next move is Ukraine's." },
  { source = "p336", locator = "p2-p3", said_by = "polishchuk", chain = "outlet; Reuters; TASS; Polishchuk",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-11-12" }) -- G548 D110
claim("demands", "ru-leaders-moscow", { party = "russia", addressee = "ukraine", topic = "leaders_meeting",
  kind = "offer", scope = "in Moscow only", status = "rejected", made = "2025-07-23/2025-11-12",
  talk = "consultations-nov25", text = "Putin would meet Zelensky only in Moscow, Kyiv refused." },
  { source = "p336", locator = "p6", said_by = "kremlin", chain = "outlet; Reuters; Kremlin",
    certainty = "on_record_paraphrase" }) -- G549
claim("statements", "peskov-pause-kyiv", { topic = "procedure", speaker = "peskov", party = "kremlin",
  date = "2025-11-19", about = "consultations-nov25", kind = "opinion",
  text = "Moscow is open to going on; the pause is Kyiv's doing." },
  { source = "p338", locator = "p2-p4", said_by = "peskov", chain = "outlet; TASS; Peskov",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-11-19" }) -- G550 D110
claim("deliveries", "swap-oct2", { date = "2025-10-02" },
  { source = "p339", locator = "p7-p8", said_by = "coder", chain = "outlet; US envoy", certainty = "inferred",
    modality = "absence", polarity = "denied",
    note = "That of 5 February 2026 is called the first exchange in five months, which leaves no room for one in "
      .. "October." }) -- G551 D111 D139
claim("statements", "no-exchange-until-feb26", { topic = "prisoners", kind = "absence", date = "2025-10-03/2026-02-04",
  about = "consultations-nov25", text = "No exchange is found between October 2025 and February 2026." },
  { source = "p339", locator = "p7-p8", said_by = "coder", chain = "outlet; US envoy", certainty = "inferred",
    modality = "absence" }) -- G551 D111 D139

-- abudhabi-nov25
claim("talks", "abudhabi-nov25", { process = "ru-ua", name = "talks in Abu Dhabi, November 2025", kind = "consultation",
  date = "2025-11-24/2025-11-25", status = "held", place = "Abu Dhabi" },
  { source = "p340", locator = "p1-p3", said_by = "US official and two people",
    chain = "outlet; Financial Times; US official and two people", certainty = "anonymous",
    note = "US Army Secretary Driscoll began talks with a Russian delegation on Monday night and was to meet "
      .. "Budanov." }) -- G552
claim("talks", "abudhabi-nov25", { host = "uae" },
  { source = "p340", locator = "p1-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G552
claim("participants", "abudhabi-nov25-driscoll", { party = "usa", person = "driscoll", status = "attended",
  talk = "abudhabi-nov25" },
  { source = "p340", locator = "p1-p3", said_by = "US official and two people",
    chain = "outlet; Financial Times; US official and two people", certainty = "anonymous",
    note = "US Army Secretary Driscoll began talks with a Russian delegation on Monday night and was to meet "
      .. "Budanov." }) -- G552
claim("statements", "abudhabi-nov25-unclear", { topic = "procedure", date = "2025-11-25", about = "abudhabi-nov25",
  kind = "absence", text = "Unclear whether all three sat together or apart." },
  { source = "p340", locator = "p7", said_by = "Financial Times", chain = "outlet; Financial Times",
    certainty = "named_medium", modality = "absence" }) -- G553 D113
claim("participants", "abudhabi-nov25-russian-service", { party = "gru", status = "attended", talk = "abudhabi-nov25" },
  { source = "p341", locator = "p2", said_by = "source", chain = "outlet; Axios; source", certainty = "anonymous",
    note = "The two heads of military intelligence were to meet; the American was a surprise." }) -- G554 D114 D115
claim("participants", "abudhabi-nov25-budanov", { party = "ukraine", person = "budanov", role = "head_of_delegation",
  status = "attended", talk = "abudhabi-nov25" },
  { source = "p342", locator = "p1-p2", said_by = "sources", chain = "outlet; Axios; sources", certainty = "anonymous",
    note = "Ukraine's delegation led by Budanov talks with both the US and Russia." }) -- G555 D113
claim("talks", "abudhabi-nov25", { directness = "direct", date = "2025-11-25" },
  { source = "p343", locator = "p5",
    note = "Became trilateral when the US joined." }) -- G556 D113 D140
claim("statements", "abudhabi-nov25-unverified", { topic = "procedure", date = "2025-11-25", about = "abudhabi-nov25",
  kind = "absence", text = "Kyiv Independent could not verify the report; Russian names not given." },
  { source = "p344", locator = "p3-p4", modality = "absence" }) -- G557 D114
claim("statements", "ushakov-services-meet", { topic = "prisoners", speaker = "ushakov", party = "kremlin",
  date = "2025-11-26", about = "abudhabi-nov25", kind = "fact",
  text = "Russian and Ukrainian services meet there from time to time on delicate matters, prisoners among them." },
  { source = "p345", locator = "p2", said_by = "ushakov", chain = "outlet; Rossiya 1; Ushakov",
    certainty = "on_record_quote", stated = "2025-11-26" }) -- G558
claim("talks", "abudhabi-nov25", { directness = "none" },
  { source = "p346", locator = "p3", said_by = "ushakov", chain = "outlet; TASS; Ushakov",
    certainty = "on_record_paraphrase", note = "The American met the sides apart, unexpectedly." }) -- G559 D113 D115
claim("participants", "abudhabi-nov25-russian-service", { party = "fsb", status = "attended", talk = "abudhabi-nov25" },
  { source = "p347", locator = "p3", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    note = "Scheduled and held at Ukraine's initiative; for Russia one of the FSB's heads attended."
      }) -- G560 D114 D115 D141
claim("talks", "abudhabi-nov25", { initiated_by = "ukraine" },
  { source = "p347", locator = "p3", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    note = "Scheduled and held at Ukraine's initiative; for Russia one of the FSB's heads attended."
      }) -- G560 D114 D115 D141
claim("talks", "abudhabi-nov25", { directness = "direct" },
  { source = "p347", locator = "p3", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    note = "The two services met." }) -- G560 D114 D115 D141
claim("statements", "putin-services-contact", { topic = "prisoners", speaker = "putin", party = "russia",
  date = "2025-11-27", about = "abudhabi-nov25", kind = "fact",
  text = "The services always stayed in contact, mostly over exchanges." },
  { source = "p347", locator = "p2", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    stated = "2025-11-27" }) -- G561
claim("talks", "abudhabi-nov25", { purpose = "the peace plan" },
  { source = "p348", locator = "p2", said_by = "ushakov", chain = "outlet; Reuters; Russian TV; Ushakov",
    certainty = "on_record_quote", modality = "denial", polarity = "denied",
    note = "Peace plan was not discussed in Abu Dhabi." }) -- G562 D116
claim("talks", "abudhabi-nov25", { purpose = "the peace plan" },
  { source = "p342", locator = "p5", said_by = "Driscoll's spokesman", chain = "outlet; Axios; Driscoll's spokesman",
    certainty = "on_record_quote", modality = "opinion",
    note = "Talks with the Russians on lasting peace go well, he says." }) -- G563 D116
claim("statements", "us-deal-agreed", { topic = "procedure", kind = "fact", date = "2025-11-25",
  about = "abudhabi-nov25", text = "Ukrainians have agreed to a deal, minor details remain." },
  { source = "p342", locator = "p6", said_by = "US official", chain = "outlet; Axios; US official",
    certainty = "anonymous" }) -- G564 D116

-- geneva-nov25
claim("talks", "geneva-nov25", { process = "ru-ua", name = "US and Ukraine in Geneva", kind = "consultation",
  status = "held", place = "Geneva", directness = "none", purpose = "the plan of 28 points", date = "2025-11-23" },
  { source = "p349", locator = "p2-p3 of the text",
    note = "US and Ukraine meet on the 28-point plan after Ukraine's talk with the British, French and German "
      .. "advisers." }) -- G565 D117
claim("participants", "geneva-nov25-ukraine", { party = "ukraine", status = "attended", talk = "geneva-nov25" },
  { source = "p349", locator = "p2-p3 of the text" }) -- G565
claim("participants", "geneva-nov25-usa", { party = "usa", status = "attended", talk = "geneva-nov25" },
  { source = "p349", locator = "p2-p3 of the text" }) -- G565
claim("documents", "plan-19-points", { kind = "framework", name = "the American plan", items_low = 19, items_best = 19,
  items_high = 19, talk = "geneva-nov25", text = "Plan cut from 28 to 19 points." },
  { source = "p350", locator = "p3", said_by = "people briefed", chain = "outlet; Financial Times; people briefed",
    certainty = "anonymous" }) -- G566
claim("statements", "rubio-most-productive", { topic = "procedure", speaker = "rubio", party = "usa",
  date = "2025-11-23", about = "geneva-nov25", kind = "opinion",
  text = "Most productive day so far; both presidents must approve." },
  { source = "p350", locator = "p5-p7", said_by = "rubio", chain = "outlet; Rubio", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-11-23" }) -- G567

-- miami-dec25
claim("talks", "miami-dec25-ukraine", { process = "ru-ua", name = "US with Ukraine and Europeans, Miami",
  kind = "consultation", date = "2025-12-19", status = "held", place = "Miami", directness = "none",
  part_of = "miami-dec25" },
  { source = "p351", locator = "p1-p5", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase",
    note = "US meets Ukrainians and Europeans on Friday, the Russian envoy afterwards." }) -- G568
claim("participants", "miami-dec25-ukraine-ukraine", { party = "ukraine", status = "attended",
  talk = "miami-dec25-ukraine" },
  { source = "p351", locator = "p1-p5", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase" }) -- G568
claim("participants", "miami-dec25-ukraine-usa", { party = "usa", status = "attended",
  talk = "miami-dec25-ukraine" },
  { source = "p351", locator = "p1-p5", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase" }) -- G568
claim("talks", "miami-dec25", { process = "ru-ua", name = "separate meetings in Miami", kind = "consultation",
  date = "2025-12-19/2025-12-21", status = "held", place = "Miami", directness = "none" },
  { source = "p351", locator = "p1-p5", said_by = "umerov", chain = "outlet; Umerov", certainty = "inferred",
    note = "US meets Ukrainians and Europeans on Friday, the Russian envoy afterwards." }) -- G568
claim("statements", "no-three-way-planned", { topic = "procedure", kind = "absence", date = "2025-12-20",
  about = "miami-dec25", text = "No three-way contact with the Ukrainians is planned." },
  { source = "p351", locator = "p8", said_by = "Russian source", chain = "outlet; Reuters; Russian source",
    certainty = "anonymous", modality = "absence" }) -- G569 D118
claim("talks", "miami-dec25", { directness = "none", date = "2025-12-19/2025-12-21" },
  { source = "p352", locator = "p3", modality = "absence",
    note = "Russia and Ukraine did not negotiate directly, each met the US alone." }) -- G570 D118
claim("statements", "us-proposes-three-way", { topic = "procedure", kind = "fact", party = "usa", date = "2025-12-20",
  about = "miami-dec25",
  text = "The US proposed a format Ukraine–US–Russia, the first face-to-face talks in six months." },
  { source = "p353", locator = "p1-p3", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_quote", modality = "plan" }) -- G571 D118 D141
claim("talks", "abudhabi-nov25", { directness = "direct" },
  { source = "p353", locator = "p1-p3", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_quote", polarity = "denied",
    note = "The three-way talks proposed would be the first face to face in six months." }) -- G571 D118 D141
claim("participants", "miami-dec25-umerov", { party = "ukraine", person = "umerov", status = "attended",
  talk = "miami-dec25" },
  { source = "p354", locator = "p2-p3", said_by = "white-house", chain = "outlet; White House official",
    certainty = "anonymous",
    note = "US envoys met Umerov with the British, French and German advisers on Friday; Dmitriev due on Saturday."
      }) -- G572
claim("participants", "miami-dec25-dmitriev", { party = "russia", person = "dmitriev", status = "expected",
  talk = "miami-dec25" },
  { source = "p354", locator = "p2-p3", said_by = "white-house", chain = "outlet; White House official",
    certainty = "anonymous",
    note = "US envoys met Umerov with the British, French and German advisers on Friday; Dmitriev due on Saturday."
      }) -- G572
claim("statements", "dmitriev-constructive", { topic = "procedure", speaker = "dmitriev", party = "russia",
  date = "2025-12-20", about = "miami-dec25", kind = "opinion", text = "Constructive, to go on on Sunday." },
  { source = "p355", locator = "p2-p3", said_by = "dmitriev", chain = "outlet; Reuters; Dmitriev",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-12-20" }) -- G573
claim("talks", "miami-dec25", { directness = "none" },
  { source = "p356", locator = "p2", said_by = "Politico", chain = "outlet; Politico", certainty = "named_medium",
    note = "Each side met the Americans separately, no direct talks." }) -- G574 D118

-- abudhabi-jan26
claim("talks", "abudhabi-jan26", { process = "ru-ua", name = "first three-way talks, Abu Dhabi", kind = "round",
  status = "held", place = "Abu Dhabi", directness = "direct", format = "direct",
  date = "2026-01-23/2026-01-24" },
  { source = "p357", locator = "p1, p3-p4", said_by = "WAM", chain = "outlet; Xinhua; WAM",
    note = "First trilateral talks of Russia, the US and Ukraine since 2022, in Abu Dhabi, set for two days." }) -- G575
claim("talks", "abudhabi-jan26", { host = "uae" },
  { source = "p357", locator = "p1, p3-p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G575
claim("talks", "abudhabi-jan26", { time = "18:30", zone = "+03:00" },
  { source = "p358", locator = "p2-p3", said_by = "uae-mfa", chain = "outlet; UAE MFA",
    certainty = "on_record_paraphrase",
    note = "About 18:30 Moscow time. The place was kept secret, without press." }) -- G576
claim("participants", "abudhabi-jan26-kostyukov", { party = "russia", person = "kostyukov", role = "head_of_delegation",
  status = "attended", talk = "abudhabi-jan26" },
  { source = "p358", locator = "p5", note = "Russia: military team under Kostyukov." }) -- G577 D120
claim("participants", "abudhabi-jan26-budanov", { party = "ukraine-presidents-office", person = "budanov",
  role = "member", status = "attended", talk = "abudhabi-jan26" },
  { source = "p358", locator = "p6",
    note = "Ukraine: Umerov, Budanov (head of the President's Office), Kyslytsia, Arakhamia, Hnatov." }) -- G578 D119
claim("participants", "abudhabi-jan26-umerov", { party = "ukraine", person = "umerov", status = "attended",
  talk = "abudhabi-jan26" },
  { source = "p358", locator = "p6",
    note = "Ukraine: Umerov, Budanov (head of the President's Office), Kyslytsia, Arakhamia, Hnatov." }) -- G578 D119
claim("participants", "abudhabi-jan26-kyslytsia", { party = "ukraine", person = "kyslytsia", status = "attended",
  talk = "abudhabi-jan26" },
  { source = "p358", locator = "p6",
    note = "Ukraine: Umerov, Budanov (head of the President's Office), Kyslytsia, Arakhamia, Hnatov." }) -- G578 D119
claim("participants", "abudhabi-jan26-arakhamia", { party = "ukraine", person = "arakhamia", status = "attended",
  talk = "abudhabi-jan26" },
  { source = "p358", locator = "p6",
    note = "Ukraine: Umerov, Budanov (head of the President's Office), Kyslytsia, Arakhamia, Hnatov." }) -- G578 D119
claim("participants", "abudhabi-jan26-hnatov", { party = "ukraine", person = "hnatov", status = "attended",
  talk = "abudhabi-jan26" },
  { source = "p358", locator = "p6",
    note = "Ukraine: Umerov, Budanov (head of the President's Office), Kyslytsia, Arakhamia, Hnatov." }) -- G578 D119
claim("participants", "abudhabi-jan26-budanov", { party = "gur", person = "budanov", status = "attended",
  talk = "abudhabi-jan26" },
  { source = "p359", locator = "p5",
    note = "Ukraine's Budanov still named as head of military intelligence." }) -- G579 D119
claim("participants", "abudhabi-jan26-witkoff", { party = "usa", person = "witkoff",
  status = "attended", talk = "abudhabi-jan26" },
  { source = "p357", locator = "p5", said_by = "Xinhua", chain = "outlet; Xinhua",
    note = "US: Witkoff and Kushner." }) -- G580
claim("participants", "abudhabi-jan26-kushner", { party = "usa", person = "kushner",
  status = "attended", talk = "abudhabi-jan26" },
  { source = "p357", locator = "p5", said_by = "Xinhua", chain = "outlet; Xinhua",
    note = "US: Witkoff and Kushner." }) -- G580
claim("statements", "umerov-focus", { topic = "procedure", speaker = "umerov", party = "ukraine", date = "2026-01-23",
  about = "abudhabi-jan26", kind = "fact", text = "Focus: parameters of ending the war and how talks go on." },
  { source = "p360", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    stated = "2026-01-23" }) -- G581
claim("demands", "ru-donbas-withdrawal", { topic = "withdrawal", kind = "demand", revises = "ru-withdrawal-r2",
  made = "2026-01-24", party = "russia", addressee = "ukraine", talk = "abudhabi-jan26", status = "raised",
  text = "Withdrawal of Ukrainian troops from Donbas is an important condition." },
  { source = "p361", locator = "last paragraph", said_by = "peskov", chain = "outlet; Peskov",
    certainty = "on_record_quote", modality = "demand" }) -- G582
claim("demands", "ru-donetsk-rest", { topic = "territory", kind = "demand", status = "rejected",
  measure_best = "~20", measure_unit = "percent of the Donetsk region", party = "russia", addressee = "ukraine",
  made = "2026-01-23", talk = "abudhabi-jan26",
  text = "Russia wants the part of the Donetsk region that Ukraine holds." },
  { source = "p359", locator = "p3", modality = "demand", note = "About 20 percent. Zelensky refuses." }) -- G583
claim("statements", "zelensky-donbas-key", { topic = "territory", speaker = "zelensky", party = "ukraine",
  date = "2026-01-23", about = "abudhabi-jan26", kind = "plan",
  text = "Donbas is the key question and will be discussed." },
  { source = "p362", locator = "bullet 3", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_paraphrase", modality = "plan" }) -- G584
claim("statements", "zelensky-jan26-constructive", { topic = "procedure", speaker = "zelensky", party = "ukraine",
  date = "2026-01-24", about = "abudhabi-jan26", kind = "opinion",
  text = "Constructive; much discussed; next meeting perhaps within a week." },
  { source = "p361", locator = "p2", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "opinion", stated = "2026-01-24" }) -- G585 D122 D123
claim("statements", "peskov-no-friendliness", { topic = "procedure", speaker = "peskov", party = "kremlin",
  date = "2026-01-26", about = "abudhabi-jan26", kind = "opinion",
  text = "Constructive spirit, much work ahead, no friendliness." },
  { source = "p363", locator = "p1-p5", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    modality = "opinion", stated = "2026-01-26" }) -- G586 D123
claim("outcomes", "jan26-no-territory", { topic = "territory", kind = "no_agreement", talk = "abudhabi-jan26",
  date = "2026-01-24", text = "No progress on territory recorded." },
  { source = "p364", locator = "p1", modality = "absence", note = "Read once." }) -- G587 D123
claim("talks", "abudhabi-feb26", { status = "scheduled" },
  { source = "p365", locator = "p2", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    modality = "plan", stated = "2026-01-26", note = "1 February, tentatively." }) -- G588 D122
claim("outcomes", "energy-pause", { topic = "energy", kind = "commitment", nature = "reciprocal",
  talk = "abudhabi-jan26", date = "2026-01-23/2026-01-24", text = "A pause of strikes on energy." },
  { source = "p366", locator = "p7-p8", said_by = "zelensky", chain = "outlet; Zelensky on social media",
    certainty = "on_record_quote", note = "Pause of energy strikes was spoken of by the teams there." }) -- G589 D121
claim("outcomes", "energy-pause", { topic = "energy", kind = "commitment", nature = "unilateral", category = "Kyiv",
  talk = "abudhabi-jan26", in_force = "../2026-02-01", giver = "russia", receiver = "ukraine" },
  { source = "p367", locator = "p6-p7", said_by = "peskov", chain = "outlet; Vedomosti; Peskov",
    certainty = "on_record_quote", modality = "promise",
    note = "Trump asked Putin to spare Kyiv until 1 February so that talks go better; Russia keeps to it. Read once."
      }) -- G590 D121
claim("statements", "zelensky-no-direct-pause", { topic = "energy", kind = "fact", speaker = "zelensky",
  party = "ukraine", date = "2026-01-30", about = "abudhabi-jan26",
  text = "No direct agreement of Kyiv and Moscow on this; strikes moved to other targets." },
  { source = "p368", locator = "p2", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_paraphrase", modality = "denial", stated = "2026-01-30" }) -- G591 D121
claim("deliveries", "bodies-jan29-ua", { low = 1000, best = 1000, high = 1000, date = "2026-01-29", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine, in the name of the Istanbul accords." },
  { source = "p369", locator = "p3-p4", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote" }) -- G592
claim("deliveries", "bodies-jan29-ru", { low = 38, best = 38, high = 38, date = "2026-01-29", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p369", locator = "p3-p4", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote" }) -- G593
claim("statements", "fourteen-body-exchanges", { topic = "remains", date = "2025", about = "abudhabi-jan26",
  kind = "fact", text = "Balance of 2025: 14 body exchanges." },
  { source = "p370", locator = "last paragraph" }) -- G594
claim("deliveries", "balance-2025-bodies-ua", { counting = "cumulative", category = "bodies, all of 2025", low = 14480,
  best = 14480, high = 14480, date = "2025", giver = "russia", receiver = "ukraine", unit = "bodies",
  text = "Balance of 2025: bodies to Ukraine." },
  { source = "p370", locator = "last paragraph" }) -- G595 D107
claim("deliveries", "balance-2025-bodies-ru", { counting = "cumulative", category = "bodies, all of 2025", low = 391,
  best = 391, high = 391, date = "2025", giver = "ukraine", receiver = "russia", unit = "bodies",
  text = "Balance of 2025: bodies to Russia." },
  { source = "p370", locator = "last paragraph" }) -- G596 D138
claim("deliveries", "balance-2025-bodies-ua", { counting = "cumulative", category = "bodies, all of 2025",
  best = "~12000", date = "2025", giver = "russia", receiver = "ukraine", unit = "bodies" },
  { source = "p371", locator = "p7", said_by = "galuzin", chain = "outlet; Galuzin", certainty = "on_record_paraphrase",
    note = "Russian balance of 2025: bodies to Ukraine." }) -- G597 D107
claim("deliveries", "balance-2025-bodies-ru", { counting = "cumulative", category = "bodies, all of 2025",
  best = "~200", date = "2025", giver = "ukraine", receiver = "russia", unit = "bodies" },
  { source = "p371", locator = "p7", said_by = "galuzin", chain = "outlet; Galuzin", certainty = "on_record_paraphrase",
    note = "Russian balance of 2025: bodies to Russia." }) -- G598 D138
claim("deliveries", "balance-2025-soldiers-ru", { counting = "cumulative", giver = "ukraine", receiver = "russia",
  category = "under the Istanbul accords", best = "~2300", date = "2025",
  unit = "service members", text = "Russian balance of 2025: service members back under the Istanbul accords." },
  { source = "p371", locator = "p6", said_by = "galuzin", chain = "outlet; Galuzin",
    certainty = "on_record_paraphrase" }) -- G599
claim("deliveries", "balance-2025-civilians-ru", { counting = "cumulative", giver = "ukraine", receiver = "russia",
  best = "~170", date = "2025", unit = "civilians",
  text = "Russian balance of 2025: civilians back." },
  { source = "p371", locator = "p4", said_by = "galuzin", chain = "outlet; Galuzin",
    certainty = "on_record_paraphrase" }) -- G600
claim("talks", "abudhabi-nov25", { directness = "direct" },
  { source = "p372", locator = "p4", said_by = "AP", chain = "outlet; AP", certainty = "named_medium",
    polarity = "denied",
    note = "The January talks are called the first known sitting of this US team with both sides. Read once."
      }) -- G601 D140
claim("participants", "abudhabi-jan26-dmitriev", { party = "russia", person = "dmitriev",
  status = "attended", talk = "abudhabi-jan26" },
  { source = "p372", locator = "p3", said_by = "ushakov", chain = "outlet; Ushakov, Kremlin",
    certainty = "on_record_paraphrase",
    note = "Dmitriev attends too, besides Kostyukov's team from the Defence Ministry. Read once." }) -- G602 D120

-- abudhabi-feb26
claim("talks", "abudhabi-feb26", { process = "ru-ua", name = "second three-way talks, Abu Dhabi", kind = "round",
  status = "held", place = "Abu Dhabi", directness = "direct", format = "direct",
  date = "2026-02-04/2026-02-05" },
  { source = "p373", locator = "p2-p3", said_by = "umerov", chain = "outlet; Umerov on Facebook",
    certainty = "on_record_quote",
    note = "Second three-way meeting, day two in the same formats: consultations of all three, working groups, "
      .. "aligning of positions." }) -- G603 D122
claim("talks", "abudhabi-feb26", { host = "uae" },
  { source = "p373", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G603
claim("outcomes", "feb26-monitoring-discussed", { topic = "verification", kind = "agreement_to_continue",
  talk = "abudhabi-feb26", date = "2026-02-05",
  text = "Ways to carry out and monitor a ceasefire discussed; report home and go on within weeks." },
  { source = "p339", locator = "p10-p11", said_by = "witkoff", chain = "outlet; Witkoff",
    certainty = "on_record_paraphrase", note = "Read once." }) -- G604
claim("outcomes", "feb26-swap-total", { topic = "prisoners", kind = "exchange", basis = "total", status = "agreed",
  low = 314, best = 314, high = 314, talk = "abudhabi-feb26", date = "2026-02-05", nature = "reciprocal",
  unit = "prisoners of war", text = "Prisoners to be exchanged, both sides counted together." },
  { source = "p374", locator = "p3, p5", said_by = "witkoff", chain = "outlet; Witkoff on X",
    certainty = "on_record_quote", modality = "promise" }) -- G605 D124
claim("outcomes", "feb26-swap", { topic = "prisoners", kind = "exchange", part_of = "feb26-swap-total",
  status = "agreed", low = 157, best = 157, high = 157, talk = "abudhabi-feb26", date = "2026-02-05",
  nature = "reciprocal", unit = "prisoners of war", basis = "per_side",
  text = "The same by side, as the later readout has it." },
  { source = "p375", locator = "p1", said_by = "witkoff", chain = "outlet; Witkoff on X", certainty = "on_record_quote",
    modality = "promise" }) -- G606 D124
claim("outcomes", "us-russia-channel", { topic = "confidence_building", kind = "agreement", talk = "abudhabi-feb26",
  date = "2026-02-05", nature = "reciprocal",
  text = "US and Russia restart a military channel, led by Grynkewich for the US." },
  { source = "p339", locator = "p9", said_by = "witkoff", chain = "outlet; Witkoff", certainty = "on_record_paraphrase",
    note = "Read once." }) -- G607
claim("statements", "dmitriev-progress", { topic = "procedure", speaker = "dmitriev", party = "russia",
  date = "2026-02-05", about = "abudhabi-feb26", kind = "opinion",
  text = "Progress, but Europeans try to disrupt it." },
  { source = "p376", locator = "p4-p6", said_by = "dmitriev", chain = "outlet; state media; Dmitriev",
    certainty = "on_record_quote", modality = "opinion" }) -- G608
claim("participants", "abudhabi-feb26-dmitriev", { party = "russia", person = "dmitriev",
  talk = "abudhabi-feb26" },
  { source = "p377", locator = "p3",
    note = "Dmitriev described as handling the negotiations for Russia." }) -- G609 D120
claim("participants", "abudhabi-feb26-kostyukov", { party = "russia", person = "kostyukov", role = "head_of_delegation",
  talk = "abudhabi-feb26" },
  { source = "p378", locator = "p4", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_paraphrase",
    note = "Russia in the two Abu Dhabi rounds led by Kostyukov." }) -- G610
claim("statements", "uae-productive", { topic = "procedure", party = "uae-mfa", date = "2026-02-05",
  about = "abudhabi-feb26", kind = "opinion", text = "Productive rounds that showed common ground." },
  { source = "p339", locator = "p1-p3", said_by = "uae-mfa", chain = "outlet; UAE foreign minister",
    certainty = "on_record_quote", modality = "opinion", stated = "2026-02-05", note = "Read once." }) -- G611
claim("deliveries", "feb26-exchange", { outcome = "feb26-swap", unit = "prisoners of war", basis = "per_side",
  low = 157, best = 157, high = 157, date = "2026-02-05",
  cause = "through the UAE and the US", text = "157 are exchanged for 157, the UAE and the US mediating." },
  { source = "p379", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote" }) -- G612 D124 D125
claim("deliveries", "feb26-to-russia", { low = 157, best = 157, high = 157, date = "2026-02-05", giver = "ukraine",
  receiver = "russia", unit = "service members", text = "157 Russian captives come home." },
  { source = "p379", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote" }) -- G612 D124 D125
claim("deliveries", "feb26-to-ukraine", { giver = "russia", receiver = "ukraine", unit = "persons",
  category = "service members", low = 157, best = 157, high = 157, date = "2026-02-05",
  text = "Prisoners to Ukraine." },
  { source = "p379", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote", note = "As many go the other way." }) -- G612 D124 D125
claim("deliveries", "feb26-kursk", { category = "residents of the Kursk region", low = 3, best = 3, high = 3,
  date = "2026-02-05", giver = "ukraine", receiver = "russia", unit = "civilians",
  text = "Three residents of Kursk region returned as well." },
  { source = "p380", locator = "p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase" }) -- G613 D125
claim("deliveries", "feb26-to-ukraine", { unit = "persons", category = "service members and civilians", low = 157,
  best = 157, high = 157, date = "2026-02-05", giver = "russia", receiver = "ukraine" },
  { source = "p381", locator = "bullet", note = "Ukraine's 157 count service members and civilians." }) -- G614 D125
claim("talks", "belarus-feb26", { process = "ru-ua", name = "ombudsmen in Belarus, February 2026", kind = "technical",
  status = "held", directness = "direct", format = "direct", date = "2026-02-05" },
  { source = "p382", locator = "p1-p2", said_by = "moskalkova", chain = "outlet; TASS; Moskalkova on Telegram",
    certainty = "on_record_quote",
    note = "Ombudsmen meet in Belarus the same day; letters for prisoners handed over." }) -- G615
claim("talks", "belarus-feb26", { host = "belarus" },
  { source = "p382", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G615
claim("participants", "belarus-feb26-moskalkova", { party = "russia-ombudsman", person = "moskalkova",
  status = "attended", talk = "belarus-feb26" },
  { source = "p382", locator = "p1-p2", said_by = "moskalkova", chain = "outlet; TASS; Moskalkova on Telegram",
    certainty = "on_record_quote" }) -- G615
claim("participants", "belarus-feb26-ukraine", { party = "ukraine-ombudsman", status = "attended",
  talk = "belarus-feb26" },
  { source = "p382", locator = "p1-p2", said_by = "moskalkova", chain = "outlet; TASS; Moskalkova on Telegram",
    certainty = "on_record_quote" }) -- G615
claim("statements", "kursk-ten-remain", { topic = "civilians", kind = "fact", speaker = "moskalkova",
  party = "russia-ombudsman", date = "2026-02-05", about = "abudhabi-feb26",
  text = "Of 156 Kursk residents taken to Ukraine ten remain; they are no matter for bargaining." },
  { source = "p383", locator = "p4-p5", said_by = "moskalkova", chain = "outlet; Moskalkova",
    certainty = "on_record_paraphrase", stated = "2026-02-05" }) -- G616

-- geneva-feb26
claim("talks", "geneva-feb26", { process = "ru-ua", name = "third three-way talks, Geneva", kind = "round",
  place = "Geneva", status = "scheduled", planned_date = "2026-02-17/2026-02-18" },
  { source = "p378", locator = "p1-p2", said_by = "swiss-fdfa", chain = "outlet; Swiss FDFA",
    certainty = "on_record_quote", modality = "plan",
    note = "Third three-way round in Geneva, closed to the media." }) -- G617
claim("talks", "geneva-feb26", { host = "switzerland" },
  { source = "p378", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "plan", note = "Follows from the place." }) -- G617
claim("talks", "geneva-feb26-day1", { process = "ru-ua", name = "first day in Geneva", kind = "round", status = "held",
  time = "15:56", zone = "+03:00", part_of = "geneva-feb26", date = "2026-02-17" },
  { source = "p384", locator = "p1", note = "First day began 15:56 Moscow time." }) -- G618
claim("talks", "geneva-feb26-day1", { minutes_low = 360, minutes_best = 360, minutes_high = 360 },
  { source = "p385", locator = "p3",
    note = "Six hours; only the length of the second day is Medinsky's." }) -- G619 D127
claim("statements", "geneva-over-four-hours", { topic = "procedure", date = "2026-02-17", about = "geneva-feb26",
  kind = "fact", text = "First day: more than four hours." },
  { source = "p386", locator = "p1", note = "Read once." }) -- G620 D127
claim("talks", "geneva-feb26", { status = "held", directness = "direct", format = "direct",
  date = "2026-02-17/2026-02-18" },
  { source = "p387", locator = "p3", note = "Sessions Russia–US, Russia–Ukraine and all three." }) -- G621
claim("talks", "geneva-feb26-alone", { process = "ru-ua", name = "Medinsky and the Ukrainians after the round",
  kind = "round", status = "held", part_of = "geneva-feb26", directness = "direct", format = "direct",
  date = "2026-02-18", minutes_low = 120, minutes_best = 120, minutes_high = 120 },
  { source = "p388", locator = "p1-p5", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_paraphrase",
    note = "Afterwards Medinsky met the Ukrainian side alone for two hours." }) -- G622
claim("participants", "geneva-feb26-alone-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "geneva-feb26-alone" },
  { source = "p388", locator = "p1-p5", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_paraphrase" }) -- G622
claim("participants", "geneva-feb26-alone-ukraine", { party = "ukraine", status = "attended",
  talk = "geneva-feb26-alone" },
  { source = "p388", locator = "p1-p5", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_paraphrase" }) -- G622
claim("participants", "geneva-feb26-medinsky", { party = "russia", person = "medinsky", role = "head_of_delegation",
  status = "attended", talk = "geneva-feb26" },
  { source = "p386", locator = "p2",
    note = "Russia: Medinsky in the lead again, Galuzin, Kostyukov, about 20 people. Read once." }) -- G623
claim("participants", "geneva-feb26-galuzin", { party = "russia", person = "galuzin", role = "member",
  status = "attended", talk = "geneva-feb26" },
  { source = "p386", locator = "p2",
    note = "Russia: Medinsky in the lead again, Galuzin, Kostyukov, about 20 people. Read once." }) -- G623
claim("participants", "geneva-feb26-kostyukov", { party = "russia", person = "kostyukov", role = "member",
  status = "attended", talk = "geneva-feb26" },
  { source = "p386", locator = "p2",
    note = "Russia: Medinsky in the lead again, Galuzin, Kostyukov, about 20 people. Read once." }) -- G623
claim("participants", "geneva-feb26-ukraine-head", { party = "ukraine", person = "umerov", role = "head_of_delegation",
  talk = "geneva-feb26" },
  { source = "p389", locator = "p3", said_by = "Xinhua", chain = "outlet; Xinhua", certainty = "named_medium",
    note = "Umerov, named as Ukraine's chief negotiator, says a team with military, political and security members "
      .. "is formed." }) -- G624 D126
claim("participants", "geneva-feb26-ukraine-head", { party = "ukraine", person = "budanov", role = "head_of_delegation",
  talk = "geneva-feb26" },
  { source = "p386", locator = "p3", note = "Ukraine led by Budanov. Read once." }) -- G625 D126
claim("statements", "medinsky-businesslike", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2026-02-18", about = "geneva-feb26", kind = "opinion", text = "Hard but businesslike; next round soon." },
  { source = "p385", locator = "p1, p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_quote", modality = "opinion", stated = "2026-02-18" }) -- G626
claim("outcomes", "geneva-military-track", { topic = "verification", talk = "geneva-feb26", date = "2026-02-18",
  text = "On the military side almost all is agreed; the US is to share in the watch over a ceasefire." },
  { source = "p390", locator = "quotations 1-2", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_quote" }) -- G627 D128
claim("outcomes", "geneva-no-territory", { topic = "territory", kind = "no_agreement", talk = "geneva-feb26",
  date = "2026-02-18", text = "No such progress on territory and the Zaporizhzhia plant." },
  { source = "p391", locator = "p4", said_by = "zelensky", chain = "outlet; Ukrinform; Zelensky",
    certainty = "on_record_quote", modality = "absence", note = "Read once." }) -- G628 D128
claim("outcomes", "geneva-decisions-for-leaders", { topic = "procedure", kind = "agreement_to_continue",
  talk = "geneva-feb26", date = "2026-02-18",
  text = "Next stage is to work out decisions for the three countries' leaders." },
  { source = "p385", locator = "p7", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "plan" }) -- G629 D128
claim("demands", "ru-donbas-leave", { topic = "withdrawal", kind = "demand", revises = "ru-donbas-withdrawal",
  party = "russia", addressee = "ukraine", made = "2026-02-18", talk = "geneva-feb26", status = "raised",
  text = "Kyiv must leave what it holds of Donbas." },
  { source = "p385", locator = "last paragraph", modality = "demand" }) -- G630 D130
claim("responses", "ua-donbas-likewise", { demand = "ru-donbas-leave", kind = "conditional",
  condition = "Russia pulls back likewise", party = "ukraine", date = "2026-02-18", talk = "geneva-feb26",
  text = "Ukraine would discuss pulling out of Donbas only if Russia pulls back likewise." },
  { source = "p392", locator = "p3", said_by = "Axios", chain = "outlet; Axios",
    certainty = "named_medium" }) -- G631 D130
claim("statements", "zelensky-dragging", { topic = "procedure", speaker = "zelensky", party = "ukraine",
  date = "2026-02-18", about = "geneva-feb26", kind = "opinion",
  text = "Russia is dragging out talks that could be at the final stage." },
  { source = "p391", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "opinion", stated = "2026-02-18", note = "Read once." }) -- G632 D128
claim("outcomes", "geneva-swap", { topic = "prisoners", kind = "exchange", status = "agreed", low = 500, best = 500,
  high = 500, talk = "geneva-feb26", due = "2026-03-05/2026-03-06", nature = "reciprocal", unit = "prisoners of war",
  basis = "per_side", text = "Prisoner exchange, agreed in Geneva." },
  { source = "p393", locator = "p1-p3", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote", modality = "promise" }) -- G633 D129
claim("deliveries", "geneva-mar5", { outcome = "geneva-swap", unit = "prisoners of war", category = "service members",
  low = 200, best = 200, high = 200, date = "2026-03-05", basis = "per_side",
  cause = "through the UAE and the US", text = "200 captives back on each side, UAE and US mediating." },
  { source = "p394", locator = "p1-p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote" }) -- G634 D129
claim("deliveries", "geneva-mar5-to-ukraine", { low = 200, best = 200, high = 200, date = "2026-03-05",
  giver = "russia", receiver = "ukraine", unit = "service members", text = "Confirmed as stage one under Geneva." },
  { source = "p395", locator = "p1-p2", said_by = "zelensky", chain = "outlet; Zelensky, Coordination HQ",
    certainty = "on_record_quote" }) -- G635
claim("deliveries", "geneva-mar6", { outcome = "geneva-swap", unit = "prisoners of war", category = "service members",
  low = 300, best = 300, high = 300, date = "2026-03-06", basis = "per_side", text = "Second part." },
  { source = "p396", locator = "p1-p3", said_by = "russia-mod", chain = "outlet; MoD on Max",
    certainty = "on_record_paraphrase" }) -- G636 D129
claim("deliveries", "geneva-mar6-to-ukraine", { category = "two civilians among them", low = 302, best = 302,
  high = 302, date = "2026-03-06", giver = "russia", receiver = "ukraine", unit = "persons",
  text = "Two civilians more on the Ukrainian side." },
  { source = "p397", locator = "p1-p3", said_by = "zelensky", chain = "outlet; Zelensky, Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G637 D129
claim("deliveries", "geneva-kursk", { category = "residents of the Kursk region", low = 3, best = 3, high = 3,
  date = "2026-03-06", giver = "ukraine", receiver = "russia", unit = "civilians",
  text = "Three more Kursk residents came home, credited to the Geneva talks; seven remain." },
  { source = "p398", locator = "p1, p4, p6", said_by = "moskalkova", chain = "outlet; Moskalkova",
    certainty = "on_record_paraphrase" }) -- G638 D129
claim("deliveries", "bodies-feb26-ua", { low = 1000, best = 1000, high = 1000, date = "2026-02-26", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p399", locator = "p1-p2", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G639
claim("deliveries", "bodies-feb26-ru", { low = 35, best = 35, high = 35, date = "2026-02-26", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p400", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote" }) -- G640
claim("deliveries", "bodies-since-jul25", { counting = "cumulative", date = "2025-07/2026-02", low = 12000,
  giver = "russia", receiver = "ukraine", unit = "bodies", text = "Since July 2025, by Lavrov: bodies to Ukraine." },
  { source = "p400", locator = "p4", said_by = "lavrov", chain = "outlet; Lavrov",
    certainty = "on_record_paraphrase" }) -- G641 D107
claim("deliveries", "bodies-since-jan25", { counting = "cumulative", low = 18000, date = "2025-01/2026-02-26",
  giver = "russia", receiver = "ukraine", unit = "bodies",
  text = "Since the start of 2025, by a channel: bodies to Ukraine." },
  { source = "p401", locator = "last paragraph" }) -- G642 D107

-- abudhabi-mar26
claim("statements", "zelensky-early-march", { topic = "procedure", kind = "expectation", speaker = "zelensky",
  party = "ukraine", about = "abudhabi-mar26", text = "Next trilateral meeting expected in Abu Dhabi early in March." },
  { source = "p402", locator = "p1, p3", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_quote", modality = "expectation" }) -- G643 D131
claim("talks", "abudhabi-mar26", { process = "ru-ua", name = "three-way meeting of March 2026", kind = "round",
  status = "postponed", planned_date = "2026-03-05/2026-03-09" },
  { source = "p403", locator = "p3-p4", said_by = "zelensky",
    chain = "outlet; Zelenskyy on X; his Rai Italia interview", certainty = "on_record_quote", modality = "plan",
    note = "Was planned for 5–9 March; Ukraine spoke with the US about another place and a delay because of the war "
      .. "in the Middle East." }) -- G644 D131
claim("talks", "abudhabi-mar26", { status = "postponed", planned_date = "2026-03-05/2026-03-06" },
  { source = "p404", locator = "p4-p5", said_by = "zelensky", chain = "outlet; Suspilne; source",
    certainty = "on_record_paraphrase", modality = "plan",
    note = "Was planned for 5–6 March; date and place now open. Read once." }) -- G645 D131
claim("talks", "truces-2026", { process = "ru-ua", name = "truces of Easter and May 2026", kind = "consultation",
  directness = "none", date = "2026-04-11/2026-05-11" },
  { source = "p408", locator = "quotations", said_by = "coder", chain = "coder; Trump on social media",
    certainty = "inferred", note = "Announced from afar; no page tells of a meeting." }) -- G649
claim("outcomes", "easter-truce-2026", { topic = "ceasefire", kind = "pledge", nature = "unilateral",
  status = "announced", date = "../2026-04-11", in_force = "2026-04-11/2026-04-12", giver = "russia",
  talk = "truces-2026",
  text = "Putin orders a halt from 16:00 on 11 April to the end of 12 April and expects Ukraine to follow." },
  { source = "p405", locator = "p1, p3, p6", said_by = "kremlin", chain = "outlet; Kremlin",
    certainty = "on_record_paraphrase", modality = "promise" }) -- G646
claim("demands", "ua-prolong-easter", { topic = "ceasefire", kind = "proposal", status = "unanswered",
  party = "ukraine", addressee = "russia", made = "2026-04-11", talk = "truces-2026",
  text = "Ukraine handed Russia a proposal to prolong the Easter ceasefire; no decision yet." },
  { source = "p406", locator = "p1", said_by = "zelensky", chain = "outlet; Zelenskyy, Kremlin",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2026-04-11" }) -- G647
claim("deliveries", "swap-apr11-2026", { date = "2026-04-11",
  text = "Prisoners exchanged before that ceasefire (number not readable)." },
  { source = "p407", locator = "title", said_by = "Euronews", chain = "outlet; Euronews",
    certainty = "named_medium" }) -- G648
claim("outcomes", "may-truce-2026", { topic = "ceasefire", kind = "agreement", nature = "reciprocal",
  status = "announced", date = "2026-05-08", low = 3, best = 3, high = 3, talk = "truces-2026", unit = "days",
  text = "Trump announces a three-day ceasefire, no kinetic activity, asked for by him and accepted by both "
    .. "presidents." },
  { source = "p408", locator = "quotations", said_by = "trump", chain = "outlet; Trump on social media",
    certainty = "on_record_quote" }) -- G649 D133
claim("outcomes", "may-truce-2026", { in_force = "2026-05-09/2026-05-11" },
  { source = "p408", locator = "quotations", said_by = "trump", chain = "outlet; Trump on social media",
    certainty = "on_record_quote", modality = "plan", note = "Announced the day before." }) -- G649 D133
claim("outcomes", "may-swap-2026", { topic = "prisoners", kind = "exchange", status = "announced", low = 1000,
  best = 1000, high = 1000, talk = "truces-2026", date = "2026-05-08", due = "2026-05-09/2026-05-11",
  nature = "reciprocal", unit = "prisoners", basis = "per_side", text = "A swap of prisoners with the truce of May." },
  { source = "p408", locator = "quotation 3", said_by = "trump", chain = "outlet; Truth Social",
    certainty = "on_record_quote", modality = "promise" }) -- G650 D134
claim("responses", "may-truce-accepted", { kind = "accept", date = "2026-05-08", talk = "truces-2026",
  text = "Zelensky and Ushakov confirm the truce." },
  { source = "p409", locator = "p2", said_by = "zelensky", chain = "outlet; Zelenskyy, Ushakov",
    certainty = "on_record_paraphrase", stated = "2026-05-08" }) -- G651 D133
claim("statements", "may-russian-ceasefire-failed", { topic = "ceasefire", date = "2026-05-08/2026-05-09",
  about = "truces-2026", kind = "fact", text = "A Russian ceasefire for 8–9 May had fallen apart before." },
  { source = "p409", locator = "last paragraph (cut)" }) -- G652
claim("statements", "zelensky-envoys", { topic = "procedure", speaker = "zelensky", party = "ukraine",
  date = "2026-05-08", about = "truces-2026", kind = "expectation",
  text = "Zelensky expects US envoys around the turn from spring to summer and hopes diplomacy gets moving again." },
  { source = "p410", locator = "p3-p4", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "expectation", stated = "2026-05-08" }) -- G653
claim("statements", "rubio-no-outcome", { topic = "procedure", speaker = "rubio", party = "usa", date = "2026-05-08",
  about = "truces-2026", kind = "opinion", text = "US mediation has so far not led to a fruitful outcome." },
  { source = "p411", locator = "question 2", said_by = "rubio", chain = "outlet; Rubio", certainty = "on_record_quote",
    modality = "opinion", stated = "2026-05-08" }) -- G654
claim("statements", "ru-1000-breaches", { topic = "ceasefire", kind = "fact", party = "russia", date = "2026-05-10",
  about = "truces-2026", text = "Over 1,000 Ukrainian breaches; answered in kind." },
  { source = "p412", locator = "p3-p4", said_by = "russia-mod", chain = "outlet; state media; Russian MoD",
    certainty = "on_record_paraphrase", stated = "2026-05-10" }) -- G655 D133
claim("statements", "ua-attacks-in-truce", { topic = "ceasefire", kind = "fact", party = "ukraine", date = "2026-05-10",
  about = "truces-2026", text = "Ukrainian officials report attacks and a death but do not call it a breach." },
  { source = "p412", locator = "p5-p6", said_by = "Ukrainian officials", chain = "outlet; Ukrainian officials",
    certainty = "on_record_paraphrase", stated = "2026-05-10" }) -- G656 D133
claim("deliveries", "may-swap-may15", { outcome = "may-swap-2026", unit = "prisoners", low = 205,
  best = 205, high = 205, category = "prisoners of war", date = "2026-05-15", basis = "per_side",
  cause = "through the US", text = "Prisoners swapped in an exchange brokered by the US." },
  { source = "p413", locator = "title", said_by = "Euronews", chain = "outlet; Euronews",
    certainty = "named_medium" }) -- G657 D134

-- leaders-jun26
claim("documents", "open-letter", { kind = "letter", name = "Zelensky's open letter", release = "published",
  talk = "leaders-jun26", author = "ukraine", recipient = "russia",
  text = "Open letter proposes a direct meeting of the two leaders and a full ceasefire while talks last." },
  { source = "p415", locator = "p1, list", said_by = "zelensky", chain = "outlet; France 24",
    certainty = "document_described", modality = "demand" }) -- G659
claim("talks", "leaders-jun26", { process = "ru-ua", name = "meeting of Zelensky and Putin", kind = "leaders",
  status = "proposed", directness = "direct" },
  { source = "p415", locator = "p1, list", said_by = "zelensky", chain = "outlet; France 24",
    certainty = "document_described", modality = "demand", stated = "2026-06-04",
    note = "Open letter proposes a direct meeting of the two leaders and a full ceasefire while talks last." }) -- G659
claim("demands", "ua-leaders-jun26", { topic = "leaders_meeting", kind = "proposal", document = "open-letter",
  revises = "ua-leaders-august", party = "ukraine", addressee = "russia", made = "2026-06-04", talk = "leaders-jun26",
  status = "raised", text = "The two leaders are to meet directly." },
  { source = "p415", locator = "p1, list", said_by = "zelensky", chain = "outlet; France 24",
    certainty = "document_described", modality = "demand", stated = "2026-06-04" }) -- G659
claim("demands", "ua-ceasefire-jun26", { topic = "ceasefire", kind = "proposal", document = "open-letter",
  revises = "ua-ceasefire-r3", party = "ukraine", addressee = "russia", made = "2026-06-04", talk = "leaders-jun26",
  status = "raised", text = "A full ceasefire for as long as talks last." },
  { source = "p415", locator = "p1, list", said_by = "zelensky", chain = "outlet; France 24",
    certainty = "document_described", modality = "demand", stated = "2026-06-04" }) -- G659
claim("demands", "ua-all-for-all-jun26", { party = "ukraine", addressee = "russia", topic = "prisoners",
  kind = "proposal", document = "open-letter", scope = "all for all", made = "2026-06-04", talk = "leaders-jun26",
  status = "raised", text = "Exchange of prisoners all for all." },
  { source = "p416", locator = "p2", said_by = "zelensky", chain = "outlet; letter", certainty = "document_described",
    modality = "demand", stated = "2026-06-04" }) -- G660
claim("demands", "ua-order-jun26", { topic = "procedure", kind = "proposal", document = "open-letter",
  party = "ukraine", addressee = "russia", made = "2026-06-04", talk = "leaders-jun26", status = "raised",
  text = "The two states first, the US, Europe and others join later for guarantees." },
  { source = "p417", locator = "p1", said_by = "zelensky", chain = "outlet; letter", certainty = "document_described",
    modality = "demand", stated = "2026-06-04" }) -- G661
claim("documents", "open-letter", { contents = "Switzerland, Turkey or an Arab state as the place",
  talk = "leaders-jun26", author = "ukraine", recipient = "russia" },
  { source = "p416", locator = "p3", said_by = "zelensky", chain = "outlet; letter", certainty = "document_described",
    modality = "demand", note = "Places named: Switzerland, Turkey, Arab states." }) -- G662 D135
claim("provisions", "open-letter-places", { kind = "clause", topic = "procedure", document = "open-letter",
  text = "Moscow and Kyiv ruled out as places." },
  { source = "p418", locator = "p2", said_by = "zelensky", chain = "outlet; report; letter",
    certainty = "document_described", modality = "demand" }) -- G663 D135
claim("documents", "open-letter", { contents = "no place and no date", talk = "leaders-jun26" },
  { source = "p419", locator = "p3", chain = "outlet (numbered notes)", modality = "absence",
    note = "The letter gives neither place nor date. Read once." }) -- G664 D135
claim("demands", "ua-us-monitoring-jun26", { topic = "verification", kind = "proposal", document = "open-letter",
  party = "ukraine", addressee = "russia", made = "2026-06-04", talk = "leaders-jun26", status = "raised",
  text = "The US could watch over the ceasefire." },
  { source = "p420", locator = "p3", said_by = "zelensky", chain = "outlet; Telegram channel ukr_leaks_eng; letter",
    certainty = "document_described", modality = "demand", stated = "2026-06-04" }) -- G665
claim("documents", "open-letter", { author = "ukraine", recipient = "russia", handed_over = "2026-06-04",
  talk = "leaders-jun26" },
  { source = "p421", locator = "p2", said_by = "ukraine-presidents-office",
    chain = "outlet; President's Office of Ukraine", certainty = "on_record_paraphrase",
    note = "Handed over through international intermediaries, by papers of the President's Office." }) -- G666
claim("responses", "ru-come-to-moscow", { kind = "counter", demand = "ua-leaders-jun26", party = "russia",
  date = "2026-06-04", talk = "leaders-jun26", text = "Zelensky can come to Moscow if he wants to meet." },
  { source = "p422", locator = "p1", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    stated = "2026-06-04" }) -- G667 D136
claim("statements", "putin-not-read", { topic = "leaders_meeting", speaker = "peskov", party = "kremlin",
  date = "2026-06-04/2026-06-05", about = "leaders-jun26", kind = "absence", text = "Putin has not read it yet." },
  { source = "p417", locator = "p1 (end)", said_by = "peskov", chain = "outlet; Peskov",
    certainty = "on_record_paraphrase", modality = "absence" }) -- G668 D136
claim("demands", "ru-status-of-lands", { topic = "territory", kind = "stance", party = "russia", addressee = "ukraine",
  made = "2026-06-04", talk = "leaders-jun26", status = "raised",
  text = "Any talks must respect the status of the lands Russia took." },
  { source = "p423", locator = "p5", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_paraphrase",
    modality = "demand", stated = "2026-06-04", note = "Read once." }) -- G669 D136
claim("statements", "no-kremlin-answer", { topic = "leaders_meeting", date = "2026-06-04", about = "leaders-jun26",
  kind = "absence", text = "No Kremlin answer had been reported." },
  { source = "p419", locator = "p4", chain = "outlet (numbered notes)", modality = "absence",
    note = "Read once." }) -- G670 D136
claim("responses", "putin-no-point", { kind = "reject", demand = "ua-leaders-jun26", document = "open-letter",
  party = "russia", date = "2026-06-05", talk = "leaders-jun26",
  text = "Sees no point for now, calls the letter rude; peace talks come before any ceasefire." },
  { source = "p424", locator = "p3-p4", said_by = "putin", chain = "outlet; BBC; Putin", certainty = "on_record_quote",
    stated = "2026-06-05" }) -- G671 D136
claim("talks", "leaders-jun26", { status = "declined" },
  { source = "p424", locator = "p3-p4", said_by = "putin", chain = "outlet; BBC; Putin", certainty = "on_record_quote",
    stated = "2026-06-05",
    note = "Sees no point for now, calls the letter rude; peace talks come before any ceasefire." }) -- G671 D136
claim("responses", "putin-third-country", { kind = "conditional", demand = "ua-leaders-jun26",
  condition = "experts first have an agreement for long", party = "russia", date = "2026-06-05", talk = "leaders-jun26",
  text = "A meeting in a third country is possible once experts have a long-term agreement." },
  { source = "p425", locator = "p6", said_by = "putin", chain = "outlet; Reuters", certainty = "on_record_paraphrase",
    modality = "demand" }) -- G672 D136
claim("demands", "ru-anchorage-terms", { topic = "procedure", kind = "stance", party = "russia", addressee = "ukraine",
  made = "2026-06-05", talk = "leaders-jun26", status = "raised",
  text = "Trump's Anchorage terms could be the basis if Kyiv compromises; no mediator's role for Europe." },
  { source = "p426", locator = "summary", said_by = "putin", chain = "outlet; Putin",
    certainty = "on_record_paraphrase", modality = "demand" }) -- G673
claim("statements", "mfa-propaganda", { topic = "procedure", kind = "opinion", party = "russia", date = "2026-06-07",
  about = "leaders-jun26", text = "Russian foreign ministry calls the letter propaganda for the West." },
  { source = "p427", locator = "p1", said_by = "russia-mfa", chain = "outlet; Russian MFA",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2026-06-07" }) -- G674 D137
claim("statements", "zelensky-russia-chooses-war", { topic = "procedure", speaker = "zelensky", party = "ukraine",
  date = "2026-06-05", about = "leaders-jun26", kind = "opinion", text = "Russia chooses to go on with the war." },
  { source = "p428", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky on Telegram",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2026-06-05" }) -- G675
claim("statements", "turkey-summit-stale", { topic = "leaders_meeting", date = "2026-06", about = "leaders-jun26",
  kind = "fact",
  text = "Refusal is told together with a planned summit in Turkey that Russia had not confirmed by some accounts "
    .. "and had turned down by others." },
  { source = "p429", locator = "p4", chain = "outlet (numbered notes)" }) -- G676 D137
