import type { Chance } from './random';

const firstNames =
  'Ada Aisha Alma Amir Anika Arlo Astrid Beatriz Caleb Camille Carmen Chidi Clara Daniel Darius Delia Diego Dora Elif Elena Emeka Esme Ethan Farah Felix Finn Freya Gabriel Grace Hana Hugo Ida Imani Ines Ivan Jada Jonas Jun Kaito Kira Lars Leila Leo Lina Lucia Maeve Malik Mara Mateo Mei Milo Mina Nadia Noah Nora Omar Otto Paloma Petra Priya Quinn Rafael Reza Rosa Ruth Sami Selma Simon Sofia Tariq Tessa Theo Uma Vera Viktor Wren Yara Yusuf Zoe'.split(
    ' ',
  );
const lastNames =
  'Abbott Adeyemi Alvarez Anders Bakker Baptiste Becker Bianchi Blake Brandt Calder Castillo Chandra Chen Cole Costa Dahl Das Delgado Dunn Eriksen Faris Fischer Flores Fontaine Ford Garcia Gill Grant Haddad Hale Hansen Hayes Herrera Holt Ibarra Ito Jansen Kaya Keller Khan Kim Kovac Kumar Lam Larsen Lindqvist Lopez Marsh Mbeki Mendes Meyer Moreau Nakamura Nash Novak Okafor Olsen Ortega Osei Park Patel Pereira Petrov Quist Ramos Reyes Rossi Sato Schmidt Silva Singh Soto Stone Tanaka Torres Vance Varga Vega Wallace Weber Winter Yilmaz Young Zhang'.split(
    ' ',
  );
const mailHosts = ['trailpost.example', 'meadowmail.example', 'inbox.example', 'harbor.example', 'letterbox.example'];
const streets = [
  'Alder',
  'Aspen',
  'Birch',
  'Canyon',
  'Cedar',
  'Creek',
  'Hawthorn',
  'Juniper',
  'Lake',
  'Maple',
  'Mesa',
  'Orchard',
  'Pine',
  'Quarry',
  'River',
  'Spruce',
  'Summit',
  'Willow',
];
const streetKinds = ['Street', 'Avenue', 'Road', 'Lane', 'Court'];

export interface City {
  name: string;
  state: string;
  zip: string;
}

export const cities: City[] = [
  { name: 'Boise', state: 'ID', zip: '83702' },
  { name: 'Denver', state: 'CO', zip: '80205' },
  { name: 'Portland', state: 'OR', zip: '97209' },
  { name: 'Missoula', state: 'MT', zip: '59801' },
  { name: 'Salt Lake City', state: 'UT', zip: '84103' },
  { name: 'Seattle', state: 'WA', zip: '98107' },
  { name: 'Reno', state: 'NV', zip: '89501' },
  { name: 'Flagstaff', state: 'AZ', zip: '86001' },
  { name: 'Santa Fe', state: 'NM', zip: '87501' },
  { name: 'Minneapolis', state: 'MN', zip: '55401' },
  { name: 'Madison', state: 'WI', zip: '53703' },
  { name: 'Burlington', state: 'VT', zip: '05401' },
  { name: 'Portland', state: 'ME', zip: '04101' },
  { name: 'Asheville', state: 'NC', zip: '28801' },
  { name: 'Knoxville', state: 'TN', zip: '37902' },
  { name: 'Pittsburgh', state: 'PA', zip: '15222' },
];

export interface Person {
  name: string;
  email: string;
  phone: string;
  address: string;
  city: City;
}

/** Invents people one after another. No two of them share an address in the mail; every host is reserved (RFC 2606). */
export function inventPeople(chance: Chance): (fixed?: { name: string; email: string }) => Person {
  const taken = new Set<string>();
  return (fixed) => {
    const city = chance.pick(cities);
    const name = fixed?.name ?? `${chance.pick(firstNames)} ${chance.pick(lastNames)}`;
    const local = name.toLowerCase().replace(/[^a-z]+/g, '.');
    const host = chance.pick(mailHosts);
    let email = fixed?.email ?? `${local}@${host}`;
    for (let count = 2; taken.has(email); count += 1) email = `${local}${count}@${host}`;
    taken.add(email);
    return {
      name,
      email,
      // 555-01xx is set aside for fiction in North American numbering.
      phone: `+1${chance.between(201, 989)}55501${String(chance.between(0, 99)).padStart(2, '0')}`,
      address: `${chance.between(12, 1980)} ${chance.pick(streets)} ${chance.pick(streetKinds)}, ${city.name}, ${city.state} ${city.zip}`,
      city,
    };
  };
}
