/** Messages to seekers in words: what a message is called and what it says. Nothing in it asks for money. */
import type { Facts } from '../core/basics/facts.ts'
import { type Language, speak, type Texts } from './language.ts'

export const messageCodes = [
  'registered',
  'renewed',
  'paused',
  'resumed',
  'deregistered',
  'file-changed',
  'responded',
  'withdrew-response',
  'result',
  'offer-made',
  'offer-answered',
] as const
export type MessageCode = (typeof messageCodes)[number]

const subjects: Texts<MessageCode> = {
  nl: {
    registered: 'U bent ingeschreven',
    renewed: 'Uw inschrijving is verlengd',
    paused: 'Uw inschrijving staat stil',
    resumed: 'Uw inschrijving loopt weer',
    deregistered: 'U bent uitgeschreven',
    'file-changed': 'Uw gegevens zijn veranderd',
    responded: 'Wij hebben uw reactie',
    'withdrew-response': 'Uw reactie is ingetrokken',
    result: 'De uitslag van een woning',
    'offer-made': 'U krijgt een woning aangeboden',
    'offer-answered': 'Wij hebben uw antwoord',
  },
  en: {
    registered: 'You are registered',
    renewed: 'Your registration is renewed',
    paused: 'Your registration is paused',
    resumed: 'Your registration runs again',
    deregistered: 'You are deregistered',
    'file-changed': 'Your data have changed',
    responded: 'We have your response',
    'withdrew-response': 'Your response is withdrawn',
    result: 'The result of a home',
    'offer-made': 'You are offered a home',
    'offer-answered': 'We have your answer',
  },
}

const bodies: Texts<MessageCode> = {
  nl: {
    registered:
      'Uw inschrijftijd telt vanaf {since, date, weekday}. Bewaar dit bericht; wij bewaren het ook.',
    renewed: 'Uw inschrijving loopt nu tot en met {until, date, weekday}. Uw inschrijftijd blijft.',
    paused: 'Uw inschrijving staat stil, omdat u dat vroeg. U kunt haar op elk moment hervatten.',
    resumed: 'Uw inschrijving loopt weer. Uw inschrijftijd is gebleven.',
    deregistered: 'U vroeg om uitgeschreven te worden. Dat is gebeurd.',
    'file-changed':
      'Uw gegevens zijn veranderd. Was u dat niet? Neem dan contact met ons op; zie Hulp.',
    responded: 'Uw reactie op {home} telt. Na de sluiting leest u hier uw plaats en waarom.',
    'withdrew-response': 'Uw reactie op {home} telt niet meer. Dat heeft geen gevolgen voor u.',
    result: 'De lijst voor {home} is gemaakt. U leest uw plaats, en waarom u daar staat.',
    'offer-made': 'U krijgt {home} aangeboden. Lees het aanbod en geef uw antwoord.',
    'offer-answered': 'Wij hebben uw antwoord op het aanbod van {home}.',
  },
  en: {
    registered:
      'Your registration time counts from {since, date, weekday}. Keep this message; so do we.',
    renewed: 'Your registration now runs until {until, date, weekday}. Your time stays.',
    paused: 'Your registration is paused, as you asked. You can resume it at any moment.',
    resumed: 'Your registration runs again. Your time has stayed.',
    deregistered: 'You asked to be deregistered. That is done.',
    'file-changed': 'Your data have changed. Was it not you? Please contact us; see Help.',
    responded: 'Your response to {home} counts. After the close you read your place here, and why.',
    'withdrew-response': 'Your response to {home} no longer counts. It has no consequences.',
    result: 'The list for {home} is made. You can read your place, and why you stand there.',
    'offer-made': 'You are offered {home}. Read the offer and give your answer.',
    'offer-answered': 'We have your answer to the offer of {home}.',
  },
}

const unnamed: Texts<'home'> = { nl: { home: 'een woning' }, en: { home: 'a home' } }

export function messageSubject(code: MessageCode, language: Language): string {
  return speak(subjects, language)(code)
}

export function messageBody(
  code: MessageCode,
  facts: Facts,
  home: string | undefined,
  language: Language,
): string {
  const day = { since: facts.since ?? 0, until: facts.until ?? 0 }
  return speak(bodies, language)(code, {
    ...{ ...facts, ...day },
    home: home ?? speak(unnamed, language)('home'),
  })
}
