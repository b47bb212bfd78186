/** Invented names (verzonnen namen) for the example region: put together by chance, of nobody and of nowhere. */
import { mix } from '../../simulator/chance.ts'

const given = [
  ...[
    'Aïsha',
    'Anja',
    'Anouk',
    'Astrid',
    'Bart',
    'Ben',
    'Bianca',
    'Bram',
    'Carla',
    'Cem',
    'Chantal',
  ],
  ...[
    'Daan',
    'Danuta',
    'Dirk',
    'Elif',
    'Ellen',
    'Els',
    'Emre',
    'Esther',
    'Fatima',
    'Femke',
    'Frans',
  ],
  ...[
    'Gerda',
    'Giel',
    'Hanna',
    'Hassan',
    'Hub',
    'Ilse',
    'Ingrid',
    'Irma',
    'Ismail',
    'Jan',
    'Jef',
    'Jo',
  ],
  ...[
    'Johan',
    'Jolanda',
    'Joost',
    'Karin',
    'Kasia',
    'Kees',
    'Khadija',
    'Lars',
    'Leila',
    'Leo',
    'Lies',
  ],
  ...[
    'Lotte',
    'Luuk',
    'Maartje',
    'Marek',
    'Maria',
    'Marloes',
    'Mehmet',
    'Mia',
    'Mohamed',
    'Monique',
  ],
  ...[
    'Nadia',
    'Nel',
    'Niels',
    'Noor',
    'Omar',
    'Paula',
    'Peter',
    'Piet',
    'Rachid',
    'Ria',
    'Rob',
    'Ruud',
  ],
  ...[
    'Samira',
    'Sanne',
    'Sjef',
    'Sofie',
    'Stefan',
    'Suzan',
    'Theo',
    'Thijs',
    'Tine',
    'Tom',
    'Truus',
  ],
  ...['Ursula', 'Vera', 'Wil', 'Wim', 'Yasmin', 'Youssef', 'Yvonne', 'Zeynep', 'Zoë'],
] as const

const familyBegin = [
  ...[
    'Aren',
    'Berk',
    'Boek',
    'Bron',
    'Dael',
    'Eik',
    'Else',
    'Gelder',
    'Groen',
    'Hamer',
    'Hazel',
    'Heide',
  ],
  ...[
    'Hoog',
    'Kamp',
    'Kers',
    'Klaver',
    'Kolen',
    'Laag',
    'Linde',
    'Maas',
    'Meer',
    'Molen',
    'Noorder',
  ],
  ...[
    'Oever',
    'Peel',
    'Riet',
    'Rozen',
    'Schacht',
    'Steen',
    'Velde',
    'Vlier',
    'Water',
    'Wilgen',
    'Zand',
  ],
] as const
const familyEnd = [
  ...['akker', 'beek', 'berg', 'boom', 'brink', 'dal', 'donk', 'gaard', 'graaf', 'horst', 'huizen'],
  ...['kamp', 'laar', 'mans', 'rade', 'schot', 'stra', 'veld', 'voort', 'weert', 'winkel', 'zoon'],
] as const

/** A name for a number, the same each time. */
export function personName(seed: number, person: number): string {
  return `${pick(given, mix(person, seed))} ${familyName(mix(person, seed + 1))}`
}

function familyName(luck: number): string {
  return pick(familyBegin, luck) + pick(familyEnd, mix(luck, 7))
}

const streetBegin = [
  ...[
    'Akelei',
    'Ametist',
    'Anemoon',
    'Appelvink',
    'Barnsteen',
    'Bergamot',
    'Bladgoud',
    'Boomkruiper',
  ],
  ...[
    'Distelvlinder',
    'Druppelsteen',
    'Duizendblad',
    'Ereprijs',
    'Fluitenkruid',
    'Gagel',
    'Goudveil',
  ],
  ...[
    'Grasklokje',
    'Hermelijn',
    'Hoefblad',
    'IJzerhard',
    'Kamperfoelie',
    'Kardoen',
    'Kievitsbloem',
  ],
  ...[
    'Koolwitje',
    'Leemkuil',
    'Lisdodde',
    'Look',
    'Maanzaad',
    'Mergelsteen',
    'Moerbei',
    'Nachtschade',
  ],
  ...[
    'Ooievaarsbek',
    'Papaver',
    'Parelmoer',
    'Pimpernel',
    'Rolklaver',
    'Salamander',
    'Sleutelbloem',
  ],
  ...['Speenkruid', 'Tijm', 'Toermalijn', 'Valeriaan', 'Vingerhoed', 'Vuursteen', 'Waterjuffer'],
  ...['Wederik', 'Wildeman', 'Zevenblad', 'Zilverschoon', 'Zonnedauw', 'Zuring', 'Zwartkop'],
] as const
const streetEnd = [
  'straat',
  'weg',
  'laan',
  'hof',
  'plein',
  'pad',
  'dreef',
  'erf',
  'kade',
  'plantsoen',
] as const

/** The street of a complex: with so many there is one of a name, or two. */
export function streetName(complex: number): string {
  const at = Math.imul(complex, 7)
  return pick(streetBegin, at) + pick(streetEnd, Math.floor(complex / streetBegin.length))
}

/** The name of a complex. */
export function complexName(complex: number): string {
  return `Complex ${pick(streetBegin, Math.imul(complex, 7))} ${complex + 1}`
}

const neighbourhoods = [
  ...[
    'Schachtkwartier',
    'Lindenhoek',
    'Hoogveld',
    'Molenrade',
    'Zonneberg',
    'Beekzicht',
    'Groenendal',
  ],
  ...['Carbonbuurt', 'Rozenhof', 'Kersenberg', 'Wilgenrade', 'Akkerzijde', 'Zandkuil', 'Vlierbeek'],
] as const

/** The name of the how-manieth neighbourhood. */
export function neighbourhoodName(index: number): string {
  return neighbourhoods[index] ?? `Buurt ${index + 1}`
}

function pick<What>(from: readonly What[], luck: number): What {
  const found = from[(luck >>> 0) % from.length]
  if (found === undefined) throw new Error('broken promise: there is a name to pick')
  return found
}
