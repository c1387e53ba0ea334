--- Countries: one code of a state into another, by the system it stands in.
-- The same letters mean different countries: RS is Serbia in ISO 3166-1 alpha-2 and Russia in FIPS 10-4, and GDELT
-- uses alpha-3 codes for actors but FIPS for places. So a code is only read together with its system.
-- A line is: alpha-3, alpha-2, FIPS codes, name; other names. ANT and SCG have left ISO 3166-1, XKX is user-assigned.

local errors = require "parley.base.errors"
local core = require "parley.core"

local countries = {}

local LINES = [[
ABW AW AA Aruba
AFG AF AF Afghanistan
AGO AO AO Angola
AIA AI AV Anguilla
ALA AX - Åland Islands
ALB AL AL Albania
AND AD AN Andorra
ANT AN NT Netherlands Antilles
ARE AE AE United Arab Emirates
ARG AR AR Argentina
ARM AM AM Armenia
ASM AS AQ American Samoa
ATA AQ AY Antarctica
ATF TF FS French Southern Territories
ATG AG AC Antigua and Barbuda
AUS AU AS Australia
AUT AT AU Austria
AZE AZ AJ Azerbaijan
BDI BI BY Burundi
BEL BE BE Belgium
BEN BJ BN Benin
BES BQ - Caribbean Netherlands
BFA BF UV Burkina Faso
BGD BD BG Bangladesh
BGR BG BU Bulgaria
BHR BH BA Bahrain
BHS BS BF Bahamas; The Bahamas
BIH BA BK Bosnia and Herzegovina
BLM BL TB Saint Barthélemy
BLR BY BO Belarus
BLZ BZ BH Belize
BMU BM BD Bermuda
BOL BO BL Bolivia
BRA BR BR Brazil
BRB BB BB Barbados
BRN BN BX Brunei; Brunei Darussalam
BTN BT BT Bhutan
BVT BV BV Bouvet Island
BWA BW BC Botswana
CAF CF CT Central African Republic
CAN CA CA Canada
CCK CC CK Cocos Islands
CHE CH SZ Switzerland
CHL CL CI Chile
CHN CN CH China
CIV CI IV Côte d'Ivoire; Ivory Coast
CMR CM CM Cameroon
COD CD CG Democratic Republic of the Congo; Democratic Republic of Congo; DR Congo; Congo - Kinshasa; Zaire
COG CG CF Congo; Congo - Brazzaville; Republic of the Congo
COK CK CW Cook Islands
COL CO CO Colombia
COM KM CN Comoros
CPV CV CV Cape Verde; Cabo Verde
CRI CR CS Costa Rica
CUB CU CU Cuba
CUW CW UC Curaçao
CXR CX KT Christmas Island
CYM KY CJ Cayman Islands
CYP CY CY Cyprus
CZE CZ EZ Czechia; Czech Republic
DEU DE GM Germany
DJI DJ DJ Djibouti
DMA DM DO Dominica
DNK DK DA Denmark
DOM DO DR Dominican Republic
DZA DZ AG Algeria
ECU EC EC Ecuador
EGY EG EG Egypt
ERI ER ER Eritrea
ESH EH WI Western Sahara
ESP ES SP Spain
EST EE EN Estonia
ETH ET ET Ethiopia
FIN FI FI Finland
FJI FJ FJ Fiji
FLK FK FK Falkland Islands
FRA FR FR France
FRO FO FO Faroe Islands
FSM FM FM Micronesia; Federated States of Micronesia
GAB GA GB Gabon
GBR GB UK United Kingdom; UK; Great Britain
GEO GE GG Georgia
GGY GG GK Guernsey
GHA GH GH Ghana
GIB GI GI Gibraltar
GIN GN GV Guinea
GLP GP GP Guadeloupe
GMB GM GA Gambia; The Gambia
GNB GW PU Guinea-Bissau
GNQ GQ EK Equatorial Guinea
GRC GR GR Greece
GRD GD GJ Grenada
GRL GL GL Greenland
GTM GT GT Guatemala
GUF GF FG French Guiana
GUM GU GQ Guam
GUY GY GY Guyana
HKG HK HK Hong Kong
HMD HM HM Heard and McDonald Islands
HND HN HO Honduras
HRV HR HR Croatia
HTI HT HA Haiti
HUN HU HU Hungary
IDN ID ID Indonesia
IMN IM IM Isle of Man
IND IN IN India
IOT IO IO British Indian Ocean Territory
IRL IE EI Ireland
IRN IR IR Iran; Islamic Republic of Iran
IRQ IQ IZ Iraq
ISL IS IC Iceland
ISR IL IS Israel
ITA IT IT Italy
JAM JM JM Jamaica
JEY JE JE Jersey
JOR JO JO Jordan
JPN JP JA Japan
KAZ KZ KZ Kazakhstan
KEN KE KE Kenya
KGZ KG KG Kyrgyzstan
KHM KH CB Cambodia
KIR KI KR Kiribati
KNA KN SC Saint Kitts and Nevis
KOR KR KS South Korea; Republic of Korea
KWT KW KU Kuwait
LAO LA LA Laos; Lao People's Democratic Republic
LBN LB LE Lebanon
LBR LR LI Liberia
LBY LY LY Libya
LCA LC ST Saint Lucia
LIE LI LS Liechtenstein
LKA LK CE Sri Lanka
LSO LS LT Lesotho
LTU LT LH Lithuania
LUX LU LU Luxembourg
LVA LV LG Latvia
MAC MO MC Macao; Macau
MAF MF RN Saint Martin
MAR MA MO Morocco
MCO MC MN Monaco
MDA MD MD Moldova; Moldova, Republic of; Republic of Moldova
MDG MG MA Madagascar
MDV MV MV Maldives
MEX MX MX Mexico
MHL MH RM Marshall Islands
MKD MK MK North Macedonia; Macedonia; the former Yugoslav Republic of Macedonia
MLI ML ML Mali
MLT MT MT Malta
MMR MM BM Myanmar; Burma
MNE ME MJ Montenegro
MNG MN MG Mongolia
MNP MP CQ Northern Mariana Islands
MOZ MZ MZ Mozambique
MRT MR MR Mauritania
MSR MS MH Montserrat
MTQ MQ MB Martinique
MUS MU MP Mauritius
MWI MW MI Malawi
MYS MY MY Malaysia
MYT YT MF Mayotte
NAM NA WA Namibia
NCL NC NC New Caledonia
NER NE NG Niger
NFK NF NF Norfolk Island
NGA NG NI Nigeria
NIC NI NU Nicaragua
NIU NU NE Niue
NLD NL NL Netherlands; The Netherlands
NOR NO NO Norway
NPL NP NP Nepal
NRU NR NR Nauru
NZL NZ NZ New Zealand
OMN OM MU Oman
PAK PK PK Pakistan
PAN PA PM Panama
PCN PN PC Pitcairn
PER PE PE Peru
PHL PH RP Philippines
PLW PW PS Palau
PNG PG PP Papua New Guinea
POL PL PL Poland
PRI PR RQ Puerto Rico
PRK KP KN North Korea; Democratic People's Republic of Korea
PRT PT PO Portugal
PRY PY PA Paraguay
PSE PS GZ,WE Palestine; Occupied Palestinian Territory; State of Palestine
PYF PF FP French Polynesia
QAT QA QA Qatar
REU RE RE Réunion
ROU RO RO Romania
RUS RU RS Russia; Russian Federation
RWA RW RW Rwanda
SAU SA SA Saudi Arabia
SCG CS YI Serbia and Montenegro
SDN SD SU Sudan
SEN SN SG Senegal
SGP SG SN Singapore
SGS GS SX South Georgia and South Sandwich Islands
SHN SH SH Saint Helena
SJM SJ JN,SV Svalbard and Jan Mayen
SLB SB BP Solomon Islands
SLE SL SL Sierra Leone
SLV SV ES El Salvador
SMR SM SM San Marino
SOM SO SO Somalia
SPM PM SB Saint Pierre and Miquelon
SRB RS RI Serbia
SSD SS OD South Sudan
STP ST TP São Tomé and Príncipe
SUR SR NS Suriname
SVK SK LO Slovakia
SVN SI SI Slovenia
SWE SE SW Sweden
SWZ SZ WZ Eswatini; Swaziland
SXM SX NN Sint Maarten
SYC SC SE Seychelles
SYR SY SY Syria; Syrian Arab Republic
TCA TC TK Turks and Caicos Islands
TCD TD CD Chad
TGO TG TO Togo
THA TH TH Thailand
TJK TJ TI Tajikistan
TKL TK TL Tokelau
TKM TM TX Turkmenistan
TLS TL TT Timor-Leste; East Timor
TON TO TN Tonga
TTO TT TD Trinidad and Tobago
TUN TN TS Tunisia
TUR TR TU Türkiye; Turkey
TUV TV TV Tuvalu
TWN TW TW Taiwan
TZA TZ TZ Tanzania; United Republic of Tanzania
UGA UG UG Uganda
UKR UA UP Ukraine
UMI UM - U.S. Outlying Islands
URY UY UY Uruguay
USA US US United States; US; USA; United States of America
UZB UZ UZ Uzbekistan
VAT VA VT Holy See; Vatican City
VCT VC VC Saint Vincent and Grenadines
VEN VE VE Venezuela
VGB VG VI British Virgin Islands
VIR VI VQ U.S. Virgin Islands
VNM VN VM Vietnam; Viet Nam
VUT VU NH Vanuatu
WLF WF WF Wallis and Futuna
WSM WS WS Samoa
XKX XK KV Kosovo
YEM YE YM Yemen
ZAF ZA SF South Africa
ZMB ZM ZA Zambia
ZWE ZW ZI Zimbabwe
]]

-- Alpha-3 codes of older editions of ISO 3166-1, which event coders still use, and what they are now.
local FORMER = { BUR = "MMR", ROM = "ROU", TMP = "TLS", ZAR = "COD" }

--- The systems a code can stand in, as `countries.iso3` takes them.
countries.systems = { "iso3", "iso2", "fips", "name" }

-- Enters one line into the systems and the names.
local function enter(known, names, iso3, iso2, fips, list)
  known.iso3[iso3], known.iso2[iso2] = iso3, iso3
  for code in fips:gmatch "%u+" do known.fips[code] = iso3 end
  for name in list:gmatch "[^;]+" do
    name = name:match "^%s*(.-)%s*$"
    names[iso3] = names[iso3] or name
    known.name[core.fold(name)] = iso3
  end
end

local known, names       -- read when the first code is asked for

local function read_lines()
  if known then return end
  known, names = { iso3 = {}, iso2 = {}, fips = {}, name = {} }, {}
  for iso3, iso2, fips, list in LINES:gmatch "(%u+) (%u+) (%S+) ([^\n]+)" do
    enter(known, names, iso3, iso2, fips, list)
  end
  for former, now in pairs(FORMER) do known.iso3[former] = now end
end

--- The alpha-3 code of the country that a code or an English name means; nil when it means none. Codes are taken
-- exactly as written, names without regard to case and accents.
---@param system "iso3"|"iso2"|"fips"|"name" where the code comes from
---@param code string?
---@return string?
function countries.iso3(system, code)
  read_lines()
  if not known[system] then
    errors.raise("no_name.country_system", { system = system, systems = table.concat(countries.systems, ", ") })
  end
  if code == nil then return nil end
  return known[system][system == "name" and core.fold(code) or code]
end

--- The English name of a country, by its alpha-3 code; nil when no country has it.
---@param iso3 string?
---@return string?
function countries.name(iso3)
  read_lines()
  return iso3 and names[iso3]
end

return countries
