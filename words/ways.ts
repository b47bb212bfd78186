/** The names of the places where people work, as they stand in the one list of ways on (werk). */
import type { Texts } from './language.ts'

const nl = {
  menu: 'Uw werk',
  list: 'Te doen',
  homes: 'Woningen',
  complexes: 'Complexen',
  counter: 'Balie',
  post: 'Post',
  workers: 'Medewerkers',
  log: 'Logboek',
  replay: 'Naspelen',
  readings: 'Inzagen',
  breaks: 'Noodinzagen',
  deviations: 'Afwijkingen',
  witnesses: 'Getuigen',
  cases: 'Klachten',
  make: 'Regels maken',
  advise: 'Adviezen',
  witness: 'Uw getuigensleutel',
  release: 'Regels op komst',
  roles: 'Rollen',
  jobs: 'Taken',
  keys: 'Sleutels',
  retention: 'Bewaren',
  emergency: 'Noodinzage',
} as const

export type WayText = keyof typeof nl

export const wayTexts: Texts<WayText> = {
  nl,
  en: {
    menu: 'Your work',
    list: 'To do',
    homes: 'Homes',
    complexes: 'Complexes',
    counter: 'Counter',
    post: 'Post',
    workers: 'Colleagues',
    log: 'Log',
    replay: 'Replay',
    readings: 'Readings',
    breaks: 'Emergencies',
    deviations: 'What stands out',
    witnesses: 'Witnesses',
    cases: 'Complaints',
    make: 'Make rules',
    advise: 'Advice',
    witness: 'Your witness key',
    release: 'Rules on their way',
    roles: 'Roles',
    jobs: 'Jobs',
    keys: 'Keys',
    retention: 'Retention',
    emergency: 'Emergency access',
  },
}
