/** What the pages about merging two registrations say (samenvoegen). */
import type { Texts } from './language.ts'

const nl = {
  title: 'Twee inschrijvingen samenvoegen',
  lead: 'Gaat u samen één huishouden vormen, en staat u allebei ingeschreven? Dan kunt u uw inschrijvingen samenvoegen. De oudste inschrijfdatum telt.',
  'by-hand':
    'U doet dit samen. De een vraagt het en krijgt een code. De ander vult die code in en zegt ja. Niemand kan dit voor een ander doen.',
  'what-title': 'Wat er gebeurt',
  'what-keeps':
    'Eén inschrijving blijft: die van wie het vraagt. Daarmee reageert u voortaan samen.',
  'what-ends':
    'De andere inschrijving stopt. Reacties die daarmee zijn gedaan, vervallen. Voorrang gaat niet mee.',
  'what-undo':
    'Binnen {days} dagen kan ieder van u het ongedaan maken. Dan is alles weer als eerst.',
  'what-offer': 'Loopt er bij een van u een aanbod, dan kan het even niet.',
  'not-by-rules': 'De regels van deze regio kennen geen samenvoegen.',
  'not-registered': 'Dit kan alleen met een inschrijving die loopt.',
  'not-registered-link': 'Naar mijn inschrijving',
  'only-self': 'Dit kan alleen iemand zelf doen, niet een helper.',
  'ask-title': 'Ik vraag het, en mijn inschrijving blijft',
  'ask-lead': 'Hoe ziet uw huishouden er samen uit?',
  'ask-button': 'Vraag een code',
  'code-title': 'Ik heb een code gekregen',
  'code-field': 'Code',
  'code-hint': 'Twaalf tekens, bijvoorbeeld 3f2a-91bc-07de',
  'code-button': 'Bekijk waar ik ja tegen zeg',
  'code-missing': 'Vul de code in',
  'asked-title': 'Uw code',
  'asked-more':
    'Geef deze code aan de ander. Die vult hem in bij Mijn zaken, Samenvoegen. De code werkt tot {moment}. Geef hem aan niemand anders.',
  'asked-back': 'Ik wil toch niet samenvoegen',
  'agree-title': 'Samenvoegen met {name}',
  'agree-lead': 'U gaat samen verder op de inschrijving van {name}. Uw eigen inschrijving stopt.',
  'agree-since': 'Inschrijfdatum die dan telt',
  'agree-household': 'Het huishouden',
  'agree-persons':
    '{size, plural, one {# persoon} other {# personen}}, waarvan {children, plural, =0 {geen kinderen} one {# kind} other {# kinderen}}',
  'agree-income': 'Inkomen samen',
  'agree-a-year': '{income, number, euro} per jaar',
  'agree-lapses':
    '{count, plural, one {Deze reactie van u vervalt} other {Deze # reacties van u vervallen}}:',
  'agree-no-lapses': 'U heeft geen reacties die vervallen.',
  'agree-offer':
    'Een van u heeft nu een aanbod. Geef daar eerst antwoord op. Daarna werkt de code weer.',
  'agree-wrong': 'Klopt er iets niet? Laat {name} dan een nieuwe code vragen.',
  'agree-button': 'Ja, voeg onze inschrijvingen samen',
  'agree-stop': 'Nee, niet samenvoegen',
  'merged-keeps': 'Uw inschrijving is samengevoegd met die van {name}, op {on, date, weekday}.',
  'merged-joined': 'Uw inschrijving is opgegaan in die van {name}, op {on, date, weekday}.',
  'undo-title': 'Toch niet?',
  'undo-more':
    'Tot en met {until, date, weekday} kan ieder van u het ongedaan maken. Uw eigen inschrijfdatum komt dan terug. Plaatsen die na het samenvoegen zijn bereikt, vervallen.',
  'undo-button': 'Maak het samenvoegen ongedaan',
  'done-merged': 'Uw inschrijvingen zijn samengevoegd',
  'done-undone': 'Het samenvoegen is ongedaan gemaakt',
  'done-back': 'Uw vraag is teruggenomen',
  'to-mine': 'Naar Mijn zaken',
} as const

export const mergeTexts: Texts<keyof typeof nl> = {
  nl,
  en: {
    title: 'Merge two registrations',
    lead: 'Will you be one household, and are you both registered? Then you can merge your registrations. The oldest date counts.',
    'by-hand':
      'You do this together. One asks and gets a code. The other fills it in and says yes. Nobody can do it for somebody else.',
    'what-title': 'What happens',
    'what-keeps': 'One registration stays: that of who asks. With it you respond together.',
    'what-ends':
      'The other registration ends. Responses made with it lapse. Priority does not come along.',
    'what-undo': 'Within {days} days either of you can undo it. Then all is as before.',
    'what-offer': 'While one of you has a running offer, it cannot be done.',
    'not-by-rules': 'The rules of this region have no merging.',
    'not-registered': 'This takes a registration that runs.',
    'not-registered-link': 'To my registration',
    'only-self': 'Only the person themselves can do this, not a helper.',
    'ask-title': 'I ask, and my registration stays',
    'ask-lead': 'What is your household together?',
    'ask-button': 'Ask for a code',
    'code-title': 'I was given a code',
    'code-field': 'Code',
    'code-hint': 'Twelve characters, for example 3f2a-91bc-07de',
    'code-button': 'See what I say yes to',
    'code-missing': 'Fill in the code',
    'asked-title': 'Your code',
    'asked-more':
      'Give this code to the other. They fill it in under My page, Merge. It works until {moment}. Give it to nobody else.',
    'asked-back': 'I do not want to merge after all',
    'agree-title': 'Merge with {name}',
    'agree-lead': 'You go on together on the registration of {name}. Your own registration ends.',
    'agree-since': 'Date of registration that then counts',
    'agree-household': 'The household',
    'agree-persons':
      '{size, plural, one {# person} other {# persons}}, of whom {children, plural, =0 {no children} one {# child} other {# children}}',
    'agree-income': 'Income together',
    'agree-a-year': '{income, number, euro} a year',
    'agree-lapses':
      '{count, plural, one {This response of yours lapses} other {These # responses of yours lapse}}:',
    'agree-no-lapses': 'You have no responses that lapse.',
    'agree-offer': 'One of you has an offer now. Answer it first. Then the code works again.',
    'agree-wrong': 'Is something wrong? Have {name} ask for a new code.',
    'agree-button': 'Yes, merge our registrations',
    'agree-stop': 'No, do not merge',
    'merged-keeps': 'Your registration was merged with that of {name}, on {on, date, weekday}.',
    'merged-joined': 'Your registration went into that of {name}, on {on, date, weekday}.',
    'undo-title': 'Changed your mind?',
    'undo-more':
      'Until {until, date, weekday} either of you can undo it. Your own date then comes back. Places reached after the merge lapse.',
    'undo-button': 'Undo the merge',
    'done-merged': 'Your registrations are merged',
    'done-undone': 'The merge is undone',
    'done-back': 'Your request is taken back',
    'to-mine': 'To My page',
  },
}
