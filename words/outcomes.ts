/** What the page with all results says. */
import type { Texts } from './language.ts'

type Text =
  | 'title'
  | 'lead'
  | 'municipality'
  | 'any'
  | 'show'
  | 'home'
  | 'how'
  | 'closed'
  | 'responses'
  | 'state'
  | 'few'
  | 'state-let'
  | 'state-closed'
  | 'state-in-vain'
  | 'older'
  | 'none'
  | 'unknown-title'
  | 'unknown'

export const outcomeTexts: Texts<Text> = {
  nl: {
    title: 'Uitkomsten per woning',
    lead: 'Van elke woning die gesloten is, ziet u hoeveel mensen reageerden en hoe de lijst tot stand kwam. Nooit wie.',
    municipality: 'Gemeente',
    any: 'Alle gemeenten',
    show: 'Tonen',
    home: 'Woning',
    how: 'Verdeeld',
    closed: 'Gesloten op',
    responses: 'Reacties',
    state: 'Stand',
    few: 'minder dan 10',
    'state-let': 'Verhuurd',
    'state-closed': 'Wordt aangeboden',
    'state-in-vain': 'Niemand nam hem',
    older: 'Oudere uitkomsten',
    none: 'Er zijn hier nog geen uitkomsten.',
    'unknown-title': 'Wat wij niet weten',
    unknown:
      'Woningen die via bemiddeling of maatwerk zijn verhuurd, staan nog niet in deze lijst. Van woningen waarvan de lijst niet bewaard is, ook niet.',
  },
  en: {
    title: 'Outcomes per home',
    lead: 'Of every home that closed you see how many people responded and how the list was made. Never who.',
    municipality: 'Municipality',
    any: 'All municipalities',
    show: 'Show',
    home: 'Home',
    how: 'Shared out',
    closed: 'Closed on',
    responses: 'Responses',
    state: 'State',
    few: 'fewer than 10',
    'state-let': 'Let',
    'state-closed': 'Being offered',
    'state-in-vain': 'Nobody took it',
    older: 'Older outcomes',
    none: 'There are no outcomes here yet.',
    'unknown-title': 'What we do not know',
    unknown:
      'Homes let through mediation or by a tailored choice are not in this list yet, nor are homes of which the list was not kept.',
  },
}
