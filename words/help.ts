/** The help of the command, in both languages: what each command is for, its options, and examples. */
import type { Language, Words } from './language.ts'

export const commandNames = [
  'check',
  'test',
  'rank',
  'explain',
  'replay',
  'audit',
  'backup',
  'restore',
  'resume',
  'witness',
  'draw',
  'rules',
  'diff',
  'simulate',
  'sweep',
  'calibrate',
] as const
export type CommandName = (typeof commandNames)[number]

type Help = {
  readonly usage: Words
  readonly purpose: Words
  readonly options: readonly (readonly [name: string, words: Words])[]
  readonly examples: readonly string[]
}

const caseOptions: Help['options'] = [
  [
    '--rules <book>',
    {
      nl: 'regelboek, samen met --listing en --seekers (in plaats van een zaak)',
      en: 'rule book, together with --listing and --seekers (instead of a case)',
    },
  ],
  [
    '--listing <file>',
    {
      nl: 'de woning, als JSON of CSV (bij een zaak: in plaats van haar woning)',
      en: 'the home, as JSON or CSV (with a case: instead of its home)',
    },
  ],
  [
    '--seekers <file>',
    {
      nl: 'de woningzoekenden, als JSON of CSV (bij een zaak: in plaats van haar mensen)',
      en: 'the seekers, as JSON or CSV (with a case: instead of its people)',
    },
  ],
  ['--on <date>', { nl: 'de dag van de rangorde', en: 'the day of the ranking' }],
  [
    '--seed <hex>',
    {
      nl: 'het zaad van de loting (64 hexadecimale tekens)',
      en: 'the seed of the draw (64 hexadecimal digits)',
    },
  ],
]

const runOptions: Help['options'] = [
  [
    '--years <n>',
    {
      nl: 'hoeveel jaren er tellen, vanaf de eerste dag van de regio (10)',
      en: 'how many years count, from the first day of the region (10)',
    },
  ],
  [
    '--replications <n>',
    {
      nl: 'hoe vaak alles wordt nagespeeld, elke keer met ander toeval (20)',
      en: 'how often all is lived, each time with other chance (20)',
    },
  ],
  [
    '--part <share>',
    {
      nl: 'een deel van de woningen en de mensen, zoals 0.1: sneller, met grotere marges (1)',
      en: 'a part of the homes and the people, such as 0.1: faster, with larger margins (1)',
    },
  ],
  ['--seed <n>', { nl: 'beginwaarde voor het toeval (1)', en: 'seed for chance (1)' }],
  [
    '--set <path>=<value>',
    {
      nl: 'een instelling van de regio, voor alle regels gelijk; mag vaker',
      en: 'a setting of the region, for all rules alike; may be repeated',
    },
  ],
  [
    '--seekers, --homes, --lettings <file>',
    {
      nl: 'eigen tabellen (CSV) in plaats van aantallen uit de regio; er blijft geen rij van bewaard',
      en: 'own tables (CSV) in place of counts of the region; none of their rows is kept',
    },
  ],
  ['--report <file>', { nl: 'schrijf het verslag (HTML)', en: 'write the report (HTML)' }],
  ['--json <file>', { nl: 'schrijf de cijfers (JSON)', en: 'write the figures (JSON)' }],
  [
    '--even-if-unlawful',
    {
      nl: 'ook als regels in strijd zijn met de wet; het verslag zegt het in de kop',
      en: 'also where rules break the law; the report says so in its headline',
    },
  ],
  [
    '--threads <n>',
    {
      nl: 'hoeveel runs tegelijk (zoveel als de computer er aankan)',
      en: 'how many runs at a time (as many as the computer can)',
    },
  ],
  [
    '--keep <folder>',
    {
      nl: 'waar runs worden bewaard die klaar zijn, om na Ctrl-C verder te gaan (.verdeelsleutel/runs)',
      en: 'where runs are kept that are done, to go on after Ctrl-C (.verdeelsleutel/runs)',
    },
  ],
]

const help: Readonly<Record<CommandName, Help>> = {
  check: {
    usage: { nl: 'check <regelboek> ...', en: 'check <rule-book> ...' },
    purpose: {
      nl: 'Toetst regelboeken aan de wet en aan zichzelf.',
      en: 'Checks rule books against the law and against themselves.',
    },
    options: [],
    examples: [
      'verdeelsleutel check parkstad-2026',
      'verdeelsleutel check ../mijn-verordening.yaml',
    ],
  },
  test: {
    usage: { nl: 'test [bestand|map] ...', en: 'test [file|folder] ...' },
    purpose: {
      nl: "Speelt scenario's na en toont waar de uitkomst afwijkt. Zonder bestand: alle meegeleverde.",
      en: 'Runs scenarios and shows where the outcome differs. Without a file: all that are shipped.',
    },
    options: [],
    examples: ['verdeelsleutel test', 'verdeelsleutel test mijn-gemeente/'],
  },
  rank: {
    usage: { nl: 'rank <zaak> [opties]', en: 'rank <case> [options]' },
    purpose: {
      nl: 'Maakt de rangorde van een woning en legt elke plaats uit.',
      en: 'Ranks the people who responded to a home and explains every place.',
    },
    options: [
      ['--json', { nl: 'de bon in plaats van een tabel', en: 'the receipt instead of a table' }],
      [
        '--receipt <file>',
        { nl: 'schrijf de bon naar een bestand', en: 'write the receipt to a file' },
      ],
      ...caseOptions,
    ],
    examples: [
      'verdeelsleutel rank policies/parkstad/case.yaml',
      'verdeelsleutel rank --rules parkstad-2026 --listing woning.json --seekers reacties.csv',
    ],
  },
  explain: {
    usage: {
      nl: 'explain <zaak> --seeker <id> [opties]',
      en: 'explain <case> --seeker <id> [options]',
    },
    purpose: {
      nl: 'Legt uit waarom iemand deze plaats heeft of niet meedoet, en wat dat kan veranderen.',
      en: 'Explains why somebody has this place or does not take part, and what can change it.',
    },
    options: [
      ['--seeker <id>', { nl: 'over wie het gaat', en: 'whom it is about' }],
      [
        '--full',
        {
          nl: 'alles, voor de toezichthouder; anders afgerond, zoals de persoon het leest',
          en: 'everything, for the auditor; else rounded, as the person reads it',
        },
      ],
      ...caseOptions,
    ],
    examples: ['verdeelsleutel explain policies/parkstad/case.yaml --seeker fatima'],
  },
  replay: {
    usage: { nl: 'replay <bon>', en: 'replay <receipt>' },
    purpose: {
      nl: 'Beslist opnieuw wat op een bon staat, en toont het eerste verschil.',
      en: 'Decides again what a receipt holds, and shows the first difference.',
    },
    options: [],
    examples: [
      'verdeelsleutel rank zaak.yaml --receipt bon.json',
      'verdeelsleutel replay bon.json',
    ],
  },
  audit: {
    usage: { nl: 'audit [uitvoer] [opties]', en: 'audit [export] [options]' },
    purpose: {
      nl: 'Controleert een logboek: elke hash, elke handtekening, en elke beslissing opnieuw. Zonder bestand: dat van de eigen database.',
      en: 'Checks a log: every hash, every signature, and every decision anew. Without a file: that of the own database.',
    },
    options: [
      [
        '--key <key>',
        {
          nl: 'de sleutel die de regio bekend maakte, in plaats van die in het bestand',
          en: 'the key that the region made known, instead of the one in the file',
        },
      ],
      [
        '--checkpoint <file>',
        {
          nl: 'een ijkpunt dat u eerder bewaarde: het logboek moet daarmee beginnen',
          en: 'a checkpoint that you kept before: the log must begin with it',
        },
      ],
    ],
    examples: [
      'verdeelsleutel audit logboek.jsonl --checkpoint ijkpunt.txt',
      'verdeelsleutel audit',
    ],
  },
  backup: {
    usage: { nl: 'backup <bestand>', en: 'backup <file>' },
    purpose: {
      nl: 'Zet alles van de regio in één bestand, getekend, ook terwijl de server draait. De sleutels staan er niet in.',
      en: 'Puts all of the region in one file, signed, also while the server runs. The keys are not in it.',
    },
    options: [],
    examples: ['verdeelsleutel backup parkstad.tar'],
  },
  restore: {
    usage: { nl: 'restore <bestand> [opties]', en: 'restore <file> [options]' },
    purpose: {
      nl: 'Controleert een reservekopie en zet haar terug in een lege database. De regio staat daarna stil tot "resume".',
      en: 'Checks a back-up and puts it back in an empty database. The region is then held until "resume".',
    },
    options: [
      [
        '--check',
        { nl: 'alleen controleren, zonder database', en: 'check only, without a database' },
      ],
      [
        '--key <line>',
        {
          nl: 'de sleutel van het logboek, zoals de regio die bekend maakte',
          en: 'the key of the log, as the region made it known',
        },
      ],
      [
        '--checkpoint <file>',
        {
          nl: 'het nieuwste ijkpunt dat een getuige bewaart: is de kopie ouder, dan wordt dat gezegd',
          en: 'the newest checkpoint that a witness keeps: where the back-up is older, that is said',
        },
      ],
      [
        '--older',
        {
          nl: 'ook als de kopie ouder is dan dat ijkpunt; het komt in het logboek te staan',
          en: 'also where the back-up is older than that checkpoint; it will stand in the log',
        },
      ],
      [
        '--unsigned',
        { nl: 'ook als niemand voor de kopie tekende', en: 'also where nobody signed the back-up' },
      ],
    ],
    examples: [
      'verdeelsleutel restore parkstad.tar --check',
      'verdeelsleutel restore parkstad.tar --checkpoint ijkpunt.txt',
    ],
  },
  resume: {
    usage: { nl: 'resume [opties]', en: 'resume [options]' },
    purpose: {
      nl: 'Laat een regio die is teruggezet hier verdergaan. Doe dit alleen als zij nergens anders draait.',
      en: 'Lets a region that was restored go on here. Only do this when it runs nowhere else.',
    },
    options: [
      [
        '--mail',
        {
          nl: 'verstuur ook de mail die bij het maken van de kopie wachtte',
          en: 'also send the mail that waited when the back-up was made',
        },
      ],
    ],
    examples: ['verdeelsleutel resume'],
  },
  witness: {
    usage: { nl: 'witness [adres] --key-file FILE', en: 'witness [address] --key-file FILE' },
    purpose: {
      nl: 'Tekent als getuige het nieuwste ijkpunt van een logboek mee, als het alleen is gegroeid. Met --new: maakt de sleutel.',
      en: 'Signs the newest checkpoint of a log along as a witness, if it only grew. With --new: makes the key.',
    },
    options: [
      [
        '--key-file <file>',
        {
          nl: 'waar de sleutel staat, en wat het laatst is getekend',
          en: 'where the key is, and what was signed last',
        },
      ],
      [
        '--new <name>',
        { nl: 'maakt een sleutel onder deze naam', en: 'makes a key under this name' },
      ],
      [
        '--key <key>',
        {
          nl: 'de sleutel van het logboek; nodig bij de eerste keer',
          en: 'the key of the log; needed the first time',
        },
      ],
    ],
    examples: [
      'verdeelsleutel witness --new huurders.example.org --key-file getuige.json',
      'verdeelsleutel witness http://127.0.0.1:8420 --key-file getuige.json',
    ],
  },
  draw: {
    usage: { nl: 'draw commit|run|verify [opties]', en: 'draw commit|run|verify [options]' },
    purpose: {
      nl: 'Legt een loting vast, trekt haar één keer, en rekent een gepubliceerde loting na.',
      en: 'Commits to a lottery, draws it once, and recomputes a published one.',
    },
    options: [
      ['--id <id>', { nl: 'commit: naam van de loting', en: 'commit: name of the lottery' }],
      [
        '--lots <file>',
        {
          nl: 'commit, run: lotnummers met klasse (CSV of JSON)',
          en: 'commit, run: lots with class (CSV or JSON)',
        },
      ],
      [
        '--rules-hash <hex>',
        { nl: 'commit: SHA-256 van de regels', en: 'commit: SHA-256 of the rules' },
      ],
      [
        '--draw-at <moment>',
        {
          nl: 'commit: wanneer wordt geloot, als 2026-12-01T12:00:00Z',
          en: 'commit: when it is drawn, as 2026-12-01T12:00:00Z',
        },
      ],
      [
        '--chain quicknet|practice',
        { nl: 'commit: echte loting of oefenloting', en: 'commit: real lottery or practice' },
      ],
      [
        '--classes <a,b>',
        {
          nl: 'commit: voorrangsklassen, eerste eerst',
          en: 'commit: priority classes, first served first',
        },
      ],
      [
        '--parties <file>',
        {
          nl: 'commit: partijen voor de laatste terugval',
          en: 'commit: parties for the last fallback',
        },
      ],
      [
        '--commitment <file>',
        { nl: 'run, verify: de vastlegging', en: 'run, verify: the commitment' },
      ],
      ['--values <file>', { nl: 'run: wat het baken zei', en: 'run: what the beacon said' }],
      [
        '--folder <folder>',
        { nl: 'commit, run: waar de uitkomst komt', en: 'commit, run: where the outcome goes' },
      ],
      [
        '--lot <lot>',
        {
          nl: 'verify: toon ook de plaats van dit lot',
          en: 'verify: also show the place of this lot',
        },
      ],
    ],
    examples: [
      'verdeelsleutel draw commit --id L-2026-1 --lots loten.csv --rules-hash 9f…  --draw-at 2026-12-01T12:00:00Z --chain quicknet',
      'verdeelsleutel draw run --commitment L-2026-1.commitment.json --lots loten.csv --values ronde.json',
      'verdeelsleutel draw verify L-2026-1.draw.json --lot LOT-0004',
    ],
  },
  rules: {
    usage: { nl: 'rules <regelboek> [opties]', en: 'rules <rule-book> [options]' },
    purpose: {
      nl: 'Drukt de hele verordening af in gewone taal, gemaakt uit de regels zelf.',
      en: 'Prints the whole ordinance in plain words, made from the rules themselves.',
    },
    options: [
      [
        '--date <date>',
        {
          nl: 'de regels die op deze dag samen gelden',
          en: 'the rules in force together on this day',
        },
      ],
      ['--known <date>', { nl: 'zoals bekend op deze dag', en: 'as known on this day' }],
    ],
    examples: [
      'verdeelsleutel rules parkstad-2026',
      'verdeelsleutel rules heerlen-2026 --date 2026-10-01',
    ],
  },
  diff: {
    usage: { nl: 'diff <regelboek> <regelboek>', en: 'diff <rule-book> <rule-book>' },
    purpose: {
      nl: 'Toont wat er verandert tussen twee regelboeken, en voor wie.',
      en: 'Shows what changes between two rule books, and for whom.',
    },
    options: [],
    examples: ['verdeelsleutel diff parkstad-2026 parkstad-hvw-2026'],
  },
  simulate: {
    usage: {
      nl: 'simulate <vraag> | --region <regio> [--rules <boek>] [--against <boek>] [opties]',
      en: 'simulate <plan> | --region <region> [--rules <book>] [--against <book>] [options]',
    },
    purpose: {
      nl: 'Speelt een verzonnen regio na onder een of meer regelboeken, en toont wie er wint en wie langer wacht.',
      en: 'Lives a synthetic region under one or more rule books, and shows who gains and who waits longer.',
    },
    options: [
      [
        '--region <region>',
        {
          nl: 'naam van een regio die meekomt, of een bestand',
          en: 'name of a region that ships, or a file',
        },
      ],
      [
        '--rules <book>',
        {
          nl: 'de regels van nu; meer boeken over elkaar met een komma (anders: die van de regio)',
          en: 'the rules of today; several books over each other with a comma (else: those of the region)',
        },
      ],
      [
        '--against <book>',
        {
          nl: 'regels om daarmee te vergelijken; mag vaker',
          en: 'rules to compare with them; may be repeated',
        },
      ],
      [
        '--plan <file>',
        {
          nl: 'een onderzoeksvraag uit een bestand, of een die meekomt',
          en: 'a plan from a file, or one that ships',
        },
      ],
      ...runOptions,
    ],
    examples: [
      'verdeelsleutel simulate --region parkstad --rules parkstad-2026 --against parkstad-hvw-2026 --report verslag.html',
      'verdeelsleutel simulate minimum-share --replications 5 --report verslag.html',
      'verdeelsleutel simulate --region parkstad --rules parkstad,heerlen-2026 --set vacancies.models.lottery=0.15',
    ],
  },
  sweep: {
    usage: { nl: 'sweep <vraag> [opties]', en: 'sweep <plan> [options]' },
    purpose: {
      nl: 'Speelt een regio na bij elke waarde van een of meer instellingen: het raster (grid) van een onderzoeksvraag.',
      en: 'Lives a region at every value of one or more settings: the grid of a plan.',
    },
    options: runOptions,
    examples: ['verdeelsleutel sweep loting.yaml --report verslag.html'],
  },
  calibrate: {
    usage: { nl: 'calibrate <doelen>', en: 'calibrate <targets>' },
    purpose: {
      nl: 'Ijkt getallen van een regio aan cijfers die bekend zijn, en toont welke cijfers daarmee kloppen en welke niet.',
      en: 'Sets numbers of a region by figures that are known, and shows which figures come right with them and which do not.',
    },
    options: [
      [
        '--threads <n>',
        {
          nl: 'hoeveel herhalingen tegelijk (anders: wat deze machine heeft)',
          en: 'how many replications at once (else: what this machine has)',
        },
      ],
    ],
    examples: [
      'verdeelsleutel calibrate parkstad',
      'verdeelsleutel calibrate onze-regio.targets.yaml',
    ],
  },
}

const common = {
  title: {
    nl: 'verdeelsleutel: sociale huurwoningen verdelen volgens regels die iedereen kan lezen en narekenen',
    en: 'verdeelsleutel: divide social housing by rules that everybody can read and recompute',
  },
  usage: { nl: 'Gebruik', en: 'Usage' },
  commands: { nl: "Commando's", en: 'Commands' },
  options: { nl: 'Opties', en: 'Options' },
  examples: { nl: 'Voorbeelden', en: 'Examples' },
  language: { nl: 'taal: Nederlands of Engels', en: 'language: Dutch or English' },
  help: { nl: 'deze uitleg', en: 'this help' },
  version: { nl: 'de versie', en: 'the version' },
  more: {
    nl: 'Meer over een commando: verdeelsleutel <commando> --help',
    en: 'More about a command: verdeelsleutel <command> --help',
  },
  exits: {
    nl: 'Uitgang: 0 goed; 1 overtreding, verschil of niet kloppend; 2 invoer of vraag niet te lezen; 3 nog niet.',
    en: 'Exit code: 0 good; 1 breach, difference or does not hold; 2 input or question not readable; 3 not yet.',
  },
} as const satisfies Record<string, Words>

export function helpText(command: CommandName | undefined, language: Language): string {
  const lines = command === undefined ? overview(language) : helpOf(help[command], language)
  return `${[...lines, '', common.exits[language]].join('\n')}\n`
}

function overview(language: Language): string[] {
  const rows = commandNames.map(
    (name) => [help[name].usage[language], help[name].purpose[language]] as const,
  )
  return [
    common.title[language],
    '',
    `${common.commands[language]}:`,
    ...columns(rows),
    '',
    ...optionLines([], language),
    '',
    common.more[language],
  ]
}

function helpOf({ usage, purpose, options, examples }: Help, language: Language): string[] {
  return [
    `${common.usage[language]}: verdeelsleutel ${usage[language]}`,
    '',
    purpose[language],
    '',
    ...optionLines(options, language),
    '',
    `${common.examples[language]}:`,
    ...examples.map((example) => `  ${example}`),
  ]
}

function optionLines(options: Help['options'], language: Language): string[] {
  const shared: Help['options'] = [
    ['--lang nl|en', common.language],
    ['--help', common.help],
    ['--version', common.version],
  ]
  const rows = [...options, ...shared].map(([name, words]) => [name, words[language]] as const)
  return [`${common.options[language]}:`, ...columns(rows)]
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`)
}
