--- Codes and names of countries, as facts: what each system calls a country, and what its codes meant before.

local country_codes = {}

--- A line is: alpha-3, alpha-2, FIPS 10-4 codes, Correlates of War, Gleditsch and Ward, UN M49, name; other names. One
-- that begins with a blank goes on. ANT and SCG have left ISO 3166-1, XKX is user-assigned.
country_codes.lines = [[
ABW AW AA - - 533 Aruba
AFG AF AF 700 700 4 Afghanistan
AGO AO AO 540 540 24 Angola
AIA AI AV - - 660 Anguilla
ALA AX - - - 248 Åland Islands; Aland
ALB AL AL 339 339 8 Albania
AND AD AN 232 232 20 Andorra
ANT AN NT - - 530 Netherlands Antilles
ARE AE AE 696 696 784 United Arab Emirates; UAE
ARG AR AR 160 160 32 Argentina; Argentine Republic
ARM AM AM 371 371 51 Armenia
ASM AS AQ - - 16 American Samoa
ATA AQ AY - - 10 Antarctica
ATF TF FS - - 260 French Southern Territories
ATG AG AC 58 58 28 Antigua and Barbuda
AUS AU AS 900 900 36 Australia
AUT AT AU 305 305 40 Austria
AZE AZ AJ 373 373 31 Azerbaijan
BDI BI BY 516 516 108 Burundi
BEL BE BE 211 211 56 Belgium
BEN BJ BN 434 434 204 Benin; Dahomey
BES BQ - - - 535 Caribbean Netherlands; Bonaire, Sint Eustatius and Saba
BFA BF UV 439 439 854 Burkina Faso; Upper Volta; Burkina
BGD BD BG 771 771 50 Bangladesh; People's Republic of Bangladesh
BGR BG BU 355 355 100 Bulgaria
BHR BH BA 692 692 48 Bahrain
BHS BS BF 31 31 44 Bahamas; The Bahamas
BIH BA BK 346 346 70 Bosnia and Herzegovina; Bosnia-Herzegovina; Bosnia
BLM BL TB - - 652 Saint Barthélemy
BLR BY BO 370 370 112 Belarus; Byelorussia
BLZ BZ BH 80 80 84 Belize
BMU BM BD - - 60 Bermuda
BOL BO BL 145 145 68 Bolivia
BRA BR BR 140 140 76 Brazil; Federative Republic of Brazil
BRB BB BB 53 53 52 Barbados
BRN BN BX 835 835 96 Brunei; Brunei Darussalam
BTN BT BT 760 760 64 Bhutan
BVT BV BV - - 74 Bouvet Island
BWA BW BC 571 571 72 Botswana
CAF CF CT 482 482 140 Central African Republic; Central African Rep.; CAR
CAN CA CA 20 20 124 Canada
CCK CC CK - - 166 Cocos Islands; Cocos (Keeling) Islands
CHE CH SZ 225 225 756 Switzerland; Swiss Confederation
CHL CL CI 155 155 152 Chile
CHN CN CH 710 710 156 China; People's Republic of China; PRC
CIV CI IV 437 437 384 Côte d'Ivoire; Ivory Coast
CMR CM CM 471 471 120 Cameroon
COD CD CG 490 490 180 Democratic Republic of the Congo; Democratic Republic of Congo; DR Congo; Congo - Kinshasa;
  Zaire; Congo (Kinshasa); Congo, Dem. Rep.; DRC; Congo, DRC; Dem. Rep. Congo; Congo/Zaire
COG CG CF 484 484 178 Congo; Congo - Brazzaville; Republic of the Congo; Congo (Brazzaville);
  Congo, Republic of the; Republic of Congo; Congo, Rep.
COK CK CW - - 184 Cook Islands
COL CO CO 100 100 170 Colombia
COM KM CN 581 581 174 Comoros
CPV CV CV 402 402 132 Cape Verde; Cabo Verde
CRI CR CS 94 94 188 Costa Rica
CUB CU CU 40 40 192 Cuba
CUW CW UC - - 531 Curaçao
CXR CX KT - - 162 Christmas Island
CYM KY CJ - - 136 Cayman Islands
CYP CY CY 352 352 196 Cyprus
CZE CZ EZ 316 316 203 Czechia; Czech Republic; Czechoslovakia
DEU DE GM 255 260 276 Germany; West Germany; German Federal Republic; Federal Republic of Germany;
  German Democratic Republic; East Germany
DJI DJ DJ 522 522 262 Djibouti
DMA DM DO 54 54 212 Dominica
DNK DK DA 390 390 208 Denmark
DOM DO DR 42 42 214 Dominican Republic; Dominican Rep.
DZA DZ AG 615 615 12 Algeria; People's Democratic Republic of Algeria
ECU EC EC 130 130 218 Ecuador
EGY EG EG 651 651 818 Egypt; Egypt, Arab Rep.
ERI ER ER 531 531 232 Eritrea
ESH EH WI - - 732 Western Sahara
ESP ES SP 230 230 724 Spain
EST EE EN 366 366 233 Estonia
ETH ET ET 530 530 231 Ethiopia; Federal Democratic Republic of Ethiopia
FIN FI FI 375 375 246 Finland
FJI FJ FJ 950 950 242 Fiji
FLK FK FK - - 238 Falkland Islands; Falkland Islands (Islas Malvinas); Falkland Islands (Malvinas);
  Falkland Islands [Malvinas]
FRA FR FR 220 220 250 France; French Republic
FRO FO FO - - 234 Faroe Islands
FSM FM FM 987 987 583 Micronesia; Federated States of Micronesia; Fed. States of Micronesia; Micronesia, Fed. Sts.
GAB GA GB 481 481 266 Gabon; Gabonese Republic
GBR GB UK 200 200 826 United Kingdom; UK; Great Britain; Britain;
  United Kingdom of Great Britain and Northern Ireland
GEO GE GG 372 372 268 Georgia
GGY GG GK - - 831 Guernsey; Bailiwick of Guernsey
GHA GH GH 452 452 288 Ghana
GIB GI GI - - 292 Gibraltar
GIN GN GV 438 438 324 Guinea; Republic of Guinea
GLP GP GP - - 312 Guadeloupe
GMB GM GA 420 420 270 Gambia; The Gambia
GNB GW PU 404 404 624 Guinea-Bissau; Guinea Bissau
GNQ GQ EK 411 411 226 Equatorial Guinea; Eq. Guinea
GRC GR GR 350 350 300 Greece; Hellenic Republic
GRD GD GJ 55 55 308 Grenada
GRL GL GL - - 304 Greenland
GTM GT GT 90 90 320 Guatemala
GUF GF FG - - 254 French Guiana
GUM GU GQ - - 316 Guam
GUY GY GY 110 110 328 Guyana
HKG HK HK - - 344 Hong Kong; Hong Kong SAR; Hong Kong SAR, China; China, Hong Kong Special Administrative Region
HMD HM HM - - 334 Heard and McDonald Islands; Heard Island and McDonald Islands
HND HN HO 91 91 340 Honduras
HRV HR HR 344 344 191 Croatia
HTI HT HA 41 41 332 Haiti
HUN HU HU 310 310 348 Hungary
IDN ID ID 850 850 360 Indonesia
IMN IM IM - - 833 Isle of Man
IND IN IN 750 750 356 India
IOT IO IO - - 86 British Indian Ocean Territory
IRL IE EI 205 205 372 Ireland
IRN IR IR 630 630 364 Iran; Islamic Republic of Iran; Iran, Islamic Rep.
IRQ IQ IZ 645 645 368 Iraq
ISL IS IC 395 395 352 Iceland
ISR IL IS 666 666 376 Israel
ITA IT IT 325 325 380 Italy
JAM JM JM 51 51 388 Jamaica
JEY JE JE - - 832 Jersey; Bailiwick of Jersey
JOR JO JO 663 663 400 Jordan
JPN JP JA 740 740 392 Japan
KAZ KZ KZ 705 705 398 Kazakhstan
KEN KE KE 501 501 404 Kenya
KGZ KG KG 703 703 417 Kyrgyzstan; Kyrgyz Republic; Kirghizia
KHM KH CB 811 811 116 Cambodia; Kampuchea
KIR KI KR 946 970 296 Kiribati
KNA KN SC 60 60 659 Saint Kitts and Nevis
KOR KR KS 732 732 410 South Korea; Republic of Korea; Korea, Rep.
KWT KW KU 690 690 414 Kuwait
LAO LA LA 812 812 418 Laos; Lao People's Democratic Republic; Lao PDR
LBN LB LE 660 660 422 Lebanon; Lebanese Republic
LBR LR LI 450 450 430 Liberia
LBY LY LY 620 620 434 Libya; Libyan Arab Jamahiriya
LCA LC ST 56 56 662 Saint Lucia
LIE LI LS 223 223 438 Liechtenstein
LKA LK CE 780 780 144 Sri Lanka; Ceylon; Democratic Socialist Republic of Sri Lanka
LSO LS LT 570 570 426 Lesotho
LTU LT LH 368 368 440 Lithuania
LUX LU LU 212 212 442 Luxembourg
LVA LV LG 367 367 428 Latvia
MAC MO MC - - 446 Macao; Macau; Macao SAR, China; China, Macao Special Administrative Region
MAF MF RN - - 663 Saint Martin; Saint Martin (French part)
MAR MA MO 600 600 504 Morocco
MCO MC MN 221 221 492 Monaco
MDA MD MD 359 359 498 Moldova; Moldova, Republic of; Republic of Moldova
MDG MG MA 580 580 450 Madagascar; Malagasy; Malagasy Republic
MDV MV MV 781 781 462 Maldives
MEX MX MX 70 70 484 Mexico; United Mexican States
MHL MH RM 983 983 584 Marshall Islands
MKD MK MK 343 343 807 North Macedonia; Macedonia; the former Yugoslav Republic of Macedonia; FYROM; Macedonia, FYR;
  Former Yugoslav Republic of Macedonia
MLI ML ML 432 432 466 Mali
MLT MT MT 338 338 470 Malta
MMR MM BM 775 775 104 Myanmar; Burma; Republic of the Union of Myanmar; Myanmar/Burma
MNE ME MJ 341 341 499 Montenegro
MNG MN MG 712 712 496 Mongolia
MNP MP CQ - - 580 Northern Mariana Islands
MOZ MZ MZ 541 541 508 Mozambique
MRT MR MR 435 435 478 Mauritania
MSR MS MH - - 500 Montserrat
MTQ MQ MB - - 474 Martinique
MUS MU MP 590 590 480 Mauritius
MWI MW MI 553 553 454 Malawi
MYS MY MY 820 820 458 Malaysia
MYT YT MF - - 175 Mayotte
NAM NA WA 565 565 516 Namibia
NCL NC NC - - 540 New Caledonia
NER NE NG 436 436 562 Niger
NFK NF NF - - 574 Norfolk Island
NGA NG NI 475 475 566 Nigeria
NIC NI NU 93 93 558 Nicaragua
NIU NU NE - - 570 Niue
NLD NL NL 210 210 528 Netherlands; The Netherlands; Holland
NOR NO NO 385 385 578 Norway
NPL NP NP 790 790 524 Nepal
NRU NR NR 970 971 520 Nauru
NZL NZ NZ 920 920 554 New Zealand
OMN OM MU 698 698 512 Oman
PAK PK PK 770 770 586 Pakistan
PAN PA PM 95 95 591 Panama
PCN PN PC - - 612 Pitcairn
PER PE PE 135 135 604 Peru
PHL PH RP 840 840 608 Philippines
PLW PW PS 986 986 585 Palau
PNG PG PP 910 910 598 Papua New Guinea; Independent State of Papua New Guinea; PNG
POL PL PL 290 290 616 Poland
PRI PR RQ - - 630 Puerto Rico
PRK KP KN 731 731 408 North Korea; Democratic People's Republic of Korea; DPR Korea; Korea, Dem. People's Rep.; DPRK
PRT PT PO 235 235 620 Portugal; Portuguese Republic
PRY PY PA 150 150 600 Paraguay
PSE PS GZ,WE - - 275 Palestine; Occupied Palestinian Territory; State of Palestine; West Bank; Gaza; Gaza Strip;
  West Bank and Gaza Strip; Occupied Palestinian Territories; Palestinian Territory; Palestinian Territories;
  West Bank and Gaza
PYF PF FP - - 258 French Polynesia
QAT QA QA 694 694 634 Qatar
REU RE RE - - 638 Réunion
ROU RO RO 360 360 642 Romania; Rumania
RUS RU RS 365 365 643 Russia; Russian Federation; Soviet Union; USSR
RWA RW RW 517 517 646 Rwanda
SAU SA SA 670 670 682 Saudi Arabia
SCG CS YI - - 891 Serbia and Montenegro
SDN SD SU 625 625 729 Sudan
SEN SN SG 433 433 686 Senegal
SGP SG SN 830 830 702 Singapore
SGS GS SX - - 239 South Georgia and South Sandwich Islands; South Georgia and the South Sandwich Islands
SHN SH SH - - 654 Saint Helena; Saint Helena, Ascension and Tristan da Cunha
SJM SJ JN,SV - - 744 Svalbard and Jan Mayen; Svalbard and Jan Mayen Islands
SLB SB BP 940 940 90 Solomon Islands; Solomon Is.
SLE SL SL 451 451 694 Sierra Leone
SLV SV ES 92 92 222 El Salvador
SMR SM SM 331 331 674 San Marino
SOM SO SO 520 520 706 Somalia
SPM PM SB - - 666 Saint Pierre and Miquelon
SRB RS RI 345 340 688 Serbia; Yugoslavia
SSD SS OD 626 626 728 South Sudan; S. Sudan
STP ST TP 403 403 678 São Tomé and Príncipe
SUR SR NS 115 115 740 Suriname; Surinam
SVK SK LO 317 317 703 Slovakia; Slovak Republic
SVN SI SI 349 349 705 Slovenia
SWE SE SW 380 380 752 Sweden
SWZ SZ WZ 572 572 748 Eswatini; Swaziland
SXM SX NN - - 534 Sint Maarten; Sint Maarten (Dutch part)
SYC SC SE 591 591 690 Seychelles
SYR SY SY 652 652 760 Syria; Syrian Arab Republic
TCA TC TK - - 796 Turks and Caicos Islands
TCD TD CD 483 483 148 Chad
TGO TG TO 461 461 768 Togo; Togolese Republic
THA TH TH 800 800 764 Thailand
TJK TJ TI 702 702 762 Tajikistan
TKL TK TL - - 772 Tokelau
TKM TM TX 701 701 795 Turkmenistan
TLS TL TT 860 860 626 Timor-Leste; East Timor
TON TO TN 955 972 776 Tonga
TTO TT TD 52 52 780 Trinidad and Tobago; Trinidad-Tobago; Trinidad
TUN TN TS 616 616 788 Tunisia
TUR TR TU 640 640 792 Türkiye; Turkey; Turkiye
TUV TV TV 947 973 798 Tuvalu
TWN TW TW 713 713 158 Taiwan; Republic of China; Taiwan, Province of China; Chinese Taipei; Taiwan (Province of China)
TZA TZ TZ 510 510 834 Tanzania; United Republic of Tanzania; Tanganyika
UGA UG UG 500 500 800 Uganda
UKR UA UP 369 369 804 Ukraine
UMI UM - - - 581 U.S. Outlying Islands; United States Minor Outlying Islands
URY UY UY 165 165 858 Uruguay; Eastern Republic of Uruguay
USA US US 2 2 840 United States; US; USA; United States of America; U.S.
UZB UZ UZ 704 704 860 Uzbekistan
VAT VA VT - - 336 Holy See; Vatican City; Vatican; Vatican City State
VCT VC VC 57 57 670 Saint Vincent and Grenadines; Saint Vincent and the Grenadines; St. Vincent
VEN VE VE 101 101 862 Venezuela; Venezuela, RB; Venezuela, Bolivarian Republic of
VGB VG VI - - 92 British Virgin Islands
VIR VI VQ - - 850 U.S. Virgin Islands; United States Virgin Islands
VNM VN VM 816 816 704 Vietnam; Viet Nam; North Vietnam; South Vietnam; Socialist Republic of Viet Nam;
  Vietnam, Democratic Republic of
VUT VU NH 935 935 548 Vanuatu
WLF WF WF - - 876 Wallis and Futuna; Wallis and Futuna Islands
WSM WS WS 990 990 882 Samoa; Independent State of Samoa
XKX XK KV 347 347 - Kosovo
YEM YE YM 679 678 887 Yemen; North Yemen; Yemen Arab Republic; South Yemen; Republic of Yemen; Yemen, Rep.;
  People's Democratic Republic of Yemen; Yemen PDR; Yemen People's Republic;
  Yemen North (Arab Repub); Yemen South (people repub)
ZAF ZA SF 560 560 710 South Africa
ZMB ZM ZA 551 551 894 Zambia
ZWE ZW ZI 552 552 716 Zimbabwe; Rhodesia
]]

--- A line is: system, code, the country it is now; then, where it has been another, that one and its last year, the
-- oldest first. Codes that other systems have had, or that are used beside the official ones.
country_codes.former = [[
iso3 BUR MMR
iso3 ROM ROU
iso3 TMP TLS
iso3 ZAR COD
iso3 YUG SRB
iso3 SUN RUS
iso3 CSK CZE
iso3 DDR DEU
iso3 YMD YEM
iso3 VDR VNM
iso3 HVO BFA
iso3 DHY BEN
iso3 RHO ZWE
iso3 BYS BLR
iso2 UK GBR
iso2 EL GRC
iso2 YU SRB YUG 2002
iso2 CS SCG CSK 1992
iso2 SU RUS SUN 1991
iso2 DD DEU DDR 1990
iso2 ZR COD
iso2 BU MMR
iso2 TP TLS
fips RB SRB
fips YI SRB YUG 2002 SCG 2006
fips YO SRB YUG 1992
fips NT CUW ANT 2010
fips UR RUS SUN 1991
fips CZ CZE CSK 1992
fips GC DEU DDR 1990
fips GE DEU
fips YS YEM YMD 1990
cameo WSB PSE
cameo GZS PSE
cameo PAL PSE
cameo KSV XKX
cameo KOS XKX
cameo IMY IMN
cow 255 DEU
cow 260 DEU
cow 265 DEU DDR 1990
cow 315 CZE CSK 1992
cow 345 SRB YUG 2002 SCG 2005
cow 365 RUS SUN 1991
cow 511 TZA
cow 678 YEM
cow 680 YEM YMD 1990
cow 817 VNM
gw 255 DEU
gw 265 DEU DDR 1990
gw 315 CZE CSK 1992
gw 345 SRB YUG 2002 SCG 2006
gw 365 RUS SUN 1991
gw 511 TZA
gw 680 YEM YMD 1990
gw 817 VNM
un 200 CZE CSK 1992
un 230 ETH
un 278 DEU DDR 1990
un 280 DEU
un 720 YEM YMD 1990
un 736 SDN
un 810 RUS SUN 1991
un 890 SRB YUG 1992
un 891 SRB YUG 2002 SCG 2006
]]

--- Names of states that are gone: what they mean now; what they meant until the end of a year, where ISO had a code.
country_codes.former_names = [[
Yugoslavia: SRB YUG 2002
Soviet Union; USSR: RUS SUN 1991
Czechoslovakia: CZE CSK 1992
German Democratic Republic; East Germany: DEU DDR 1990
South Yemen; People's Democratic Republic of Yemen; Yemen PDR; Yemen People's Republic: YEM YMD 1990
Yemen South (people repub): YEM YMD 1990
]]

return country_codes
