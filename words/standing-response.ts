/** What the page about responding for somebody says (automatische reactie). */
import type { Texts } from './language.ts'

const nl = {
  title: 'Automatisch reageren',
  lead: 'Wij kunnen voor u reageren op elke woning die bij u past: volgens de regels, en volgens uw woonwensen.',
  'how-1':
    'Wij doen het op de dag dat een woning in de lijst komt. Dat geeft geen betere plaats en geen slechtere.',
  'how-2':
    'U krijgt van elke reactie een bericht en een bewijs. Intrekken kan tot de sluiting en kost niets.',
  'how-3':
    'Bij een woning die direct te huur is, of waar een brief voor nodig is, reageert u zelf.',
  'how-4': 'U kunt op elk moment stoppen.',
  wishes: 'Uw woonwensen nu',
  'wish-change': 'Woonwensen veranderen',
  most: 'Hoeveel reacties tegelijk, ten hoogste?',
  'most-hint': 'De regels laten er {highest} toe. Uw eigen reacties tellen mee.',
  begin: 'Reageer voor mij',
  change: 'Bewaar',
  stop: 'Stop met reageren voor mij',
  'now-fits':
    '{count, plural, =0 {Er is nu geen open woning die past en waarop u nog niet reageerde.} one {Er is nu # open woning die past. Als u begint, reageren wij daar meteen op:} other {Er zijn nu # open woningen die passen. Als u begint, reageren wij daar meteen op, tot het aantal dat u kiest:}}',
  'now-waits':
    '{count, plural, =0 {Er is nu geen open woning die past en waarop u nog niet reageerde.} one {Deze woning past, maar het aantal reacties is bereikt. U kunt kiezen wat u wilt:} other {Deze # woningen passen, maar het aantal reacties is bereikt. U kunt kiezen wat u wilt:}}',
  'now-left':
    '{count, plural, =0 {Er is nu geen open woning die past en waarop u nog niet reageerde.} one {Op deze woning die past, is nog niet gereageerd. U kunt dat zelf doen:} other {Op deze # woningen die passen, is nog niet gereageerd. U kunt dat zelf doen:}}',
  running: 'Wij reageren voor u, sinds {since}',
  'running-more':
    '{open, plural, =0 {U heeft nu geen lopende reacties.} one {U heeft nu # lopende reactie.} other {U heeft nu # lopende reacties.}} Wij doen er niet meer dan {most} tegelijk.',
  saved: 'Automatisch reageren staat aan',
  stopped: 'Automatisch reageren staat uit',
  'stopped-more': 'Reacties die er al zijn, blijven. Wilt u er een niet, trek hem dan in.',
  'places-hidden':
    'Een voorlopige plaats tonen wij niet zolang een woning openstaat: de regels van deze regio noemen die niet.',
  'places-shown':
    'Bij sommige woningen ziet u een voorlopige plaats zolang zij openstaan: waar de regels van de woning dat zeggen. Die staat dan bij uw reacties.',
  responses: 'Mijn reacties',
} as const

export const standingTexts: Texts<keyof typeof nl> = {
  nl,
  en: {
    title: 'Respond for me',
    lead: 'We can respond for you to every home that fits you: by the rules, and by your wishes.',
    'how-1': 'We do so on the day a home is listed. It gives no better place and no worse one.',
    'how-2':
      'You get a message and a receipt of each response. You can withdraw until the close, and it costs nothing.',
    'how-3': 'Where a home can be rented at once, or a letter is asked, you respond yourself.',
    'how-4': 'You can stop at any moment.',
    wishes: 'Your wishes now',
    'wish-change': 'Change my wishes',
    most: 'How many responses at once, at most?',
    'most-hint': 'The rules allow {highest}. Your own responses count too.',
    begin: 'Respond for me',
    change: 'Save',
    stop: 'Stop responding for me',
    'now-fits':
      '{count, plural, =0 {No open home fits that you have not responded to.} one {# open home fits now. If you begin, we respond to it at once:} other {# open homes fit now. If you begin, we respond to them at once, up to the number you choose:}}',
    'now-waits':
      '{count, plural, =0 {No open home fits that you have not responded to.} one {This home fits, but the number of responses is reached. You can choose what you want:} other {These # homes fit, but the number of responses is reached. You can choose what you want:}}',
    'now-left':
      '{count, plural, =0 {No open home fits that you have not responded to.} one {This home fits and has no response of yours yet. You can respond yourself:} other {These # homes fit and have no response of yours yet. You can respond yourself:}}',
    running: 'We respond for you, since {since}',
    'running-more':
      '{open, plural, =0 {You have no open responses now.} one {You have # open response now.} other {You have # open responses now.}} We make no more than {most} at once.',
    saved: 'Responding for you is on',
    stopped: 'Responding for you is off',
    'stopped-more': 'Responses that are there stay. If you do not want one, withdraw it.',
    'places-hidden':
      'We show no provisional place while a home is open: the rules of this region do not name one.',
    'places-shown':
      'At some homes you see a provisional place while they are open: where the rules of the home say so. It then stands with your responses.',
    responses: 'My responses',
  },
}
