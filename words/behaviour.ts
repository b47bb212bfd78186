/** What every number about behaviour means (gedrag), for who reads a report and not the code. */
import type { Words } from './language.ts'

export const behaviourWords = {
  response: {
    nl: 'kans dat een gewone zoeker reageert op een woning die in alles past',
    en: 'chance that a usual searcher responds to a home that suits in every way',
  },
  keennessSpread: {
    nl: 'hoe ver mensen uiteenlopen in hoe vaak zij reageren: 0 is iedereen gelijk',
    en: 'how far people differ in how often they respond: 0 is all alike',
  },
  distanceKm: {
    nl: 'kilometers waarover de lust om te reageren tot een derde daalt',
    en: 'kilometres over which the wish to respond falls to a third',
  },
  tooSmall: {
    nl: 'wat er van die kans overblijft bij een slaapkamer te weinig',
    en: 'what is left of that chance with a bedroom too few',
  },
  tooLarge: {
    nl: 'wat er van die kans overblijft bij een slaapkamer meer dan nodig',
    en: 'what is left of that chance with a bedroom more than needed',
  },
  rentTooHigh: {
    nl: 'wat er van die kans overblijft bij een huur boven de aftoppingsgrens',
    en: 'what is left of that chance with a rent above the cap',
  },
  wrongLabel: {
    nl: 'wat er van die kans overblijft bij een label dat voor anderen is',
    en: 'what is left of that chance with a label that is meant for others',
  },
  chanceMatters: {
    nl: 'hoe sterk mensen zich inhouden waar anderen lang stonden ingeschreven: 0 niet, 1 helemaal',
    en: 'how much people hold back where others had been registered long: 0 not at all, 1 fully',
  },
  acceptance: {
    nl: 'kans dat iemand een gewone woning die wordt aangeboden, neemt',
    en: 'chance that somebody takes a usual home that is offered',
  },
  pickiness: {
    nl: 'hoe sterk die kans afhangt van hoe goed de woning past: 0 is blind nemen',
    en: 'how much that chance depends on how well the home suits: 0 takes it blindly',
  },
  taste: {
    nl: 'hoe ver uiteenloopt wat alleen zij zelf aan een woning prettig vinden',
    en: 'how far apart lies what only they themselves like about a home',
  },
  desperationPerYear: {
    nl: 'hoeveel minder goed een woning hoeft te passen na elk jaar zoeken',
    en: 'how much less well a home need suit after each year of searching',
  },
  penaltyFear: {
    nl: 'hoeveel minder goed een woning hoeft te passen als weigeren iets kost',
    en: 'how much less well a home need suit where refusing costs something',
  },
  noAnswer: {
    nl: 'deel van wie een woning niet neemt, dat helemaal niet antwoordt',
    en: 'part of those who do not take a home who do not answer at all',
  },
  clickers: {
    nl: 'deel van de zoekers dat overal op reageert als dat punten geeft',
    en: 'part of the searchers who respond to anything where that earns points',
  },
  clicksPerMonth: {
    nl: 'hoe vaak per maand zij dat doen',
    en: 'how often a month they do so',
  },
  labellingPressure: {
    nl: 'deel van de gewone zoekers per jaar dat om urgentie zou vragen als urgenten meteen aan de beurt waren',
    en: 'part of the ordinary searchers a year who would ask for an urgency if urgents were served at once',
  },
  answerDays: {
    nl: 'dagen die iemand neemt om een aanbod te beantwoorden',
    en: 'days somebody takes to answer an offer',
  },
} as const satisfies Readonly<Record<string, Words>>
