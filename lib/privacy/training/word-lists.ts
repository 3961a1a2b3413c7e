/** Words of streets as they are written in addresses, beyond those the locale lists hold. */
export const streetWords =
  'street st avenue ave road rd boulevard blvd lane ln drive dr court ct place pl square sq trail parkway pkwy circle terrace ter highway hwy loop row alley crescent close mews gardens grove hill quay wharf pike turnpike plaza crossing heights ridge view apt apartment unit suite ste floor flat building bldg block box po p.o pobox postfach postbus calle avenida avda paseo plaza plaça carrer camino carretera ronda travesía rue chemin allée impasse quai cours rte route passage place faubourg bd straße strasse str weg platz allee gasse ring ufer damm chaussee hof rua travessa largo alameda estrada praça rodovia via viale piazza corso vicolo largo strada lungomare laan straat gracht kade plein dreef singel steeg ulica ul aleja al plac os osiedle třída náměstí utca út tér körút krt sokak sokağı caddesi cad mahallesi mah bulvarı katu tie polku kuja vägen gatan väg gata gränd torg vej gade allé plads stræde vei gate gt улица ул проспект пр переулок пер дом кв'.split(
    ' ',
  );

export const companyWords =
  'inc incorporated corp corporation co company ltd limited llc llp plc lp gmbh ag kg ohg ug se sa sas sarl sl slu srl spa snc bv nv oy oyj ab as asa aps kk pty pte holdings holding group gruppe groupe grupo gruppo partners associates sons brothers bros bank banco banque insurance assurance university université universität universidad college institute hospital clinic foundation trust fund agency ministry department council association society committee museum library airlines airways motors pharma pharmaceuticals labs laboratories systems solutions technologies technology software consulting ventures capital enterprises industries international media press times post herald tribune studios records entertainment logistics energy telecom'.split(
    ' ',
  );

/** Regions and their short names that the locale lists do not hold. */
export const regionWords =
  'europe asia africa america oceania antarctica scandinavia caribbean balkans benelux usa us uk uae eu england scotland wales britain holland catalonia bavaria tuscany normandy quebec ontario siberia patagonia california texas florida hawaii alaska'.split(
    ' ',
  );

/** Companies and bodies people write about; common knowledge, for sentences to practise on. */
export const knownOrganisations =
  "Google|Amazon|Microsoft|Facebook|Netflix|Tesla|Toyota|Volkswagen|Siemens|Bosch|Samsung|Sony|Nokia|Ericsson|Philips|Shell|BP|Nestlé|Unilever|IKEA|H&M|Zara|Nike|Adidas|Puma|Walmart|Target|Costco|Tesco|Aldi|Lidl|Carrefour|eBay|PayPal|Stripe|Airbnb|Uber|Lyft|Booking.com|Ryanair|Lufthansa|Air France|KLM|British Airways|Delta Airlines|Barclays|HSBC|Deutsche Bank|Santander|BBVA|ING|UBS|Credit Suisse|JP Morgan|Goldman Sachs|Bank of America|Wells Fargo|Citibank|Allianz|AXA|Vodafone|T-Mobile|AT&T|Verizon|Orange|Telefónica|BBC|CNN|NBC|The New York Times|The Guardian|Le Monde|El País|Der Spiegel|Reuters|Bloomberg|NASA|UNESCO|UNICEF|the Red Cross|Greenpeace|Amnesty International|the World Bank|the United Nations|the European Union|NATO|FIFA|UEFA|Manchester United|Real Madrid|FC Barcelona|Bayern München|Harvard University|Stanford University|MIT|Oxford University|Sorbonne|Pfizer|Bayer|Novartis|Roche|Johnson & Johnson|Procter & Gamble|Coca-Cola|PepsiCo|McDonald's|Starbucks|Burger King|Intel|AMD|Nvidia|IBM|Oracle|SAP|Salesforce|Adobe|Dell|HP|Lenovo|Huawei|Xiaomi|Twitter|LinkedIn|YouTube|Spotify|Disney|Warner Bros|Universal Music|Sony Music|EMI Records|Rolling Stone|Boeing|Airbus|Renault|Peugeot|Fiat|Ferrari|BMW|Mercedes-Benz|Ford|General Motors|Honda|Hyundai|Gazprom|Petrobras|Rosneft|Tata|Infosys|Alibaba|Tencent|Reliance".split(
    '|',
  );

/** Pieces that new companies put their names together from. */
export const brandPieces = {
  starts:
    'vo da de lu me no pe qu ra si ta zu ka bi lo mi ne ve xa zi tri neo omni pro tele info opti clea pay trav medi agri solar blu gree brigh quan nexi appl dyna hyper fin edu heli cyb'.split(
      ' ',
    ),
  ends: 'tix zen vio ra nova lytics mind base box data hub ly ify tech soft gen scape metrics works stack flow wave link point cast net bit path vest pay port logic sense space mart nix tron dyne rix sis lo via ora'.split(
    ' ',
  ),
  words:
    'Open Data Smart Health Green Energy Bright Future First National United Global Union Digital Cloud Secure Better Urban City Market Food Home Travel Care Nation Civic Public Capital River Summit Blue Red North Pacific Atlantic Central Royal Metro Solar Quantum Alpha Delta Omega Star Eagle Lion Phoenix Apex Prime Trade Credit Legal Safe Life Water Power Rail Air Auto Build Farm Social Impact Weather Map Science Learning Justice Transit Housing Tech Labor Veteran'.split(
      ' ',
    ),
  fields:
    'Labs Systems Solutions Group Bank Networks Technologies Analytics Partners Capital Media Foundation Institute Insurance Logistics Health Energy Ventures Software Consulting Services Trust Alliance Initiative Network Project Center Works Exchange Collective Studios Records Magazine Weekly Times Herald Club Orchestra'.split(
      ' ',
    ),
  bodies:
    'Department of|Ministry of|Bureau of|University of|Bank of|Institute of|Museum of|Office of|Association of|Friends of|School of|Council of|College of'.split(
      '|',
    ),
  fieldsOfBodies:
    'Health|Education|Labor|Justice|Finance|Agriculture|Transport|Defense|Energy|Science|Modern Art|Technology|Trade|Statistics|Housing|Better Technology|Public Works|Engineering|Medicine'.split(
      '|',
    ),
};

export const titles = 'Mr. Mrs. Ms. Miss Dr. Prof. Sir Mr Mrs Ms Dr Professor Doctor Madam'.split(' ');

/** Goods as shops call them: capitals that name nobody. */
export const productPieces = {
  lines:
    'Ember Ridge Trail Drift Summit Nova Aero Pulse Storm Glide Peak Flow Zen Vista Echo Orbit Spark Core Classic Alpine Urban Ultra Comfort Premium Pro Max Air Lite Polar Terra Aqua Solar Metro Sierra Breeze Horizon Canyon Forest River Harbor Willow Cedar Amber Ruby Jade Daisy Olive Rose Heather Ivy Hazel Robin Jasper Phoenix'.split(
      ' ',
    ),
  goods:
    'stove tent jacket backpack boots mattress headlamp bottle bag socks lamp chair sofa table phone case charger headphones speaker laptop keyboard monitor camera watch shoes dress shirt jeans coat blender kettle oven vacuum router membership plan subscription card package bundle bike helmet gloves scarf pillow blanket toaster fridge printer'.split(
      ' ',
    ),
};

export const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
export const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
