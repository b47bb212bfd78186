/** What the counter says where somebody without an account leaves or has their file erased (uitschrijven en wissen). */
import type { Texts } from './language.ts'

const nl = {
  link: 'Uitschrijven of wissen',
  'leave-title': '{name} uitschrijven',
  'leave-lost':
    'Zeg dit eerst: wie zich uitschrijft, raakt de inschrijftijd kwijt, en lopende reacties tellen niet mee. Binnen {days} dagen is het hier ongedaan te maken. Daarna is de tijd niet terug te halen.',
  'leave-kept':
    'Zeg dit eerst: wie zich uitschrijft, kan niet meer reageren. Herstellen kan daarna nog, en dan telt de inschrijftijd weer.',
  'leave-instead':
    'Uitschrijven hoeft niet. Wie niets doet, blijft ingeschreven tot en met {until, date, weekday}, en houdt de inschrijftijd tot en met {grace, date, weekday}.',
  'leave-none': '{name} heeft geen inschrijving die loopt. Er is niets om uit te schrijven.',
  told: 'Ik heb dit gezegd, en {name} wil het nog steeds',
  signed: '{name} schreef dit op en zette er een handtekening onder',
  'leave-button': 'Uitschrijven',
  left: '{name} is uitgeschreven. Wie geen mail heeft, krijgt er een brief over.',
  'undo-title': 'Uitschrijving ongedaan maken',
  'undo-lead':
    'Tot en met {until, date, weekday} kan dit. De inschrijftijd telt dan weer vanaf de eerste dag. Een handtekening is niet nodig.',
  'undo-button': 'Ongedaan maken',
  undone: '{name} is weer ingeschreven, met dezelfde inschrijftijd.',
  'to-erase': 'Alle gegevens laten wissen',
  'to-leave': 'Liever alleen uitschrijven',
  'erase-title': 'Gegevens van {name} wissen',
  'erase-lead':
    'Zeg dit eerst: de inschrijving eindigt en de inschrijftijd is weg. Naam, gegevens, berichten en reacties verdwijnen. Dit is niet terug te halen, ook niet binnen {days} dagen.',
  'erase-stays':
    'Lijsten waarop {name} stond, blijven narekenbaar, met een nummer waar niemand meer bij hoort.',
  'erase-button': 'Alles wissen',
  'erased-title': 'De gegevens zijn gewist',
  'erased-more':
    'Druk dit bewijs af en geef het mee, of stuur het op. Wij weten niet meer van wie het is, en kunnen het later niet nog eens geven.',
  next: 'Iemand anders helpen',
  themselves:
    '{name} heeft een account en doet dit zelf, bij Mijn zaken: thuis, of hier op een eigen telefoon.',
  back: 'Terug naar het dossier',
  'leaves-themselves': 'Wie een account heeft, doet dit zelf.',
  'loss-not-told': 'Zet een vinkje als u dit heeft gezegd.',
  'leaving-not-signed': 'Zet een vinkje als het papier is ondertekend.',
  'erasing-not-signed': 'Zet een vinkje als het papier is ondertekend.',
  'offer-open': 'Er loopt nog een aanbod. Daar moet eerst een antwoord op komen.',
  'not-deregistered': 'Er is geen inschrijving die loopt, dus er is niets om uit te schrijven.',
  'leaving-not-undone': 'Ongedaan maken kan binnen {days} dagen na de uitschrijving.',
} as const

export type LeavingText = keyof typeof nl

export const leavingTexts: Texts<LeavingText> = {
  nl,
  en: {
    link: 'Deregister or erase',
    'leave-title': 'Deregister {name}',
    'leave-lost':
      'Say this first: who deregisters loses their registration time, and running responses no longer count. Within {days} days it can be taken back here. After that the time cannot be brought back.',
    'leave-kept':
      'Say this first: who deregisters can no longer respond. They can still be restored afterwards, and then their time counts again.',
    'leave-instead':
      'There is no need to deregister. Who does nothing stays registered until {until, date, weekday}, and keeps their time until {grace, date, weekday}.',
    'leave-none': '{name} has no running registration. There is nothing to end.',
    told: 'I have said this, and {name} still wants it',
    signed: '{name} wrote this down and signed it',
    'leave-button': 'Deregister',
    left: '{name} is deregistered. Who has no mail gets a letter about it.',
    'undo-title': 'Take the deregistration back',
    'undo-lead':
      'This is possible until {until, date, weekday}. The time then counts from the first day again. No signature is needed.',
    'undo-button': 'Take back',
    undone: '{name} is registered again, with the same time.',
    'to-erase': 'Have all data erased',
    'to-leave': 'Rather only deregister',
    'erase-title': 'Erase the data of {name}',
    'erase-lead':
      'Say this first: the registration ends and the time is gone. Name, data, messages and responses disappear. This cannot be undone, not within {days} days either.',
    'erase-stays':
      'Lists on which {name} stood can still be recomputed, with a number that belongs to nobody any more.',
    'erase-button': 'Erase everything',
    'erased-title': 'The data are erased',
    'erased-more':
      'Print this receipt and hand it over, or send it. We no longer know whose it is, and cannot give it again later.',
    next: 'Help somebody else',
    themselves:
      '{name} has an account and does this themselves, under My page: at home, or here on a phone of their own.',
    back: 'Back to the file',
    'leaves-themselves': 'Who has an account does this themselves.',
    'loss-not-told': 'Tick this once you have said it.',
    'leaving-not-signed': 'Tick this once the paper is signed.',
    'erasing-not-signed': 'Tick this once the paper is signed.',
    'offer-open': 'An offer is still open. It must be answered first.',
    'not-deregistered': 'There is no running registration, so there is nothing to end.',
    'leaving-not-undone': 'It can be taken back within {days} days of deregistering.',
  },
}
