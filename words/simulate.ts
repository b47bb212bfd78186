/** What the terminal says around a simulation: what is wrong with the question, how far it is, what came out. */
import { type Language, type Say, speak, type Texts } from './language.ts'

export type SimulateText =
  | 'needs-region'
  | 'needs-plan'
  | 'plan-or-parts'
  | 'one-plan'
  | 'no-years'
  | 'no-replications'
  | 'no-seed'
  | 'no-threads'
  | 'no-part'
  | 'no-setting'
  | 'set-twice'
  | 'not-in-force'
  | 'one-id-twice'
  | 'unlawful'
  | 'one-replication'
  | 'about'
  | 'settings'
  | 'part'
  | 'nothing'
  | 'group'
  | 'rules'
  | 'value'
  | 'difference'
  | 'starting'
  | 'progress'
  | 'left'
  | 'minutes'
  | 'hours'
  | 'seconds'
  | 'stopped'
  | 'stopped-before'
  | 'failed'
  | 'own-tables'
  | 'own-table'
  | 'same-rules'
  | 'written'

const texts: Texts<SimulateText> = {
  nl: {
    'needs-region':
      'Noem een regio met --region, of een onderzoeksvraag. Regio’s die meekomen: {regions}. Vragen die meekomen: {plans}.',
    'needs-plan': 'Noem een onderzoeksvraag: een bestand, of een die meekomt: {plans}.',
    'plan-or-parts':
      'Een onderzoeksvraag zegt zelf welke regio en welke regels. Laat {option} weg, of laat de vraag weg.',
    'one-plan': 'Noem één onderzoeksvraag. Gevonden: {found}.',
    'no-years':
      '"{found}" is geen looptijd. Geef hele jaren, van 1 tot en met {most}, geteld vanaf de eerste dag van de regio. Een looptijd van 0 of minder zou voor die dag eindigen.',
    'no-replications':
      '"{found}" is geen aantal herhalingen. Geef een heel getal van 1 tot en met {most}. Voor een marge zijn er minstens 2 nodig.',
    'no-seed': '"{found}" is geen beginwaarde voor het toeval. Geef een heel getal vanaf 0.',
    'no-threads': '"{found}" is geen aantal threads. Geef een heel getal van 1 tot en met {most}.',
    'no-part':
      '"{found}" is geen deel van de grootte. Geef een getal boven 0 en hoogstens 1, zoals 0.1.',
    'no-setting':
      '"{found}" is geen instelling. Schrijf haar als pad=waarde, bijvoorbeeld homes.count=4000.',
    'set-twice':
      '{path} staat al in het voorstel “{variant}”: daarin verschilt het juist van de andere. Laat --set {path} weg.',
    'not-in-force':
      'Op {on, date, day}, de eerste dag van de regio, gelden geen regels uit “{book}”.',
    'one-id-twice':
      'Twee boeken over elkaar heten allebei {book}: {one} en {other}. Noem er één, of leg ze naast elkaar met --against.',
    unlawful:
      'Deze regels zijn in strijd met de wet. Daarom is er niets nagespeeld. Met --even-if-unlawful kan het toch; dan staat het in de kop van het verslag.',
    'one-replication':
      'Eén herhaling zegt niets over toeval. Daarom staan er geen cijfers; vraag er minstens 2.',
    about:
      '{region}: {years, plural, one {één jaar} other {# jaar}} na {warmUp, number} jaar aanloop, {replications, plural, one {één herhaling} other {# herhalingen}}, beginwaarde {seed}, regels van {on, date, day}.',
    settings: 'Ingesteld: {settings}.',
    part: 'De regio is kleiner gemaakt: {percent, number} % van de woningen en de mensen. Aantallen zijn dus zoveel kleiner, en marges groter.',
    nothing: 'Er is niets te tellen: er is geen woning verhuurd.',
    group: 'Voor wie',
    rules: 'Regels',
    value: 'Waarde',
    difference: 'Verschil',
    starting:
      '{total, plural, one {Eén run} other {# runs}} van {years} jaar, {threads, plural, one {één} other {#}} tegelijk. {kept, plural, =0 {} one {Eén was al klaar.} other {# waren al klaar.}}',
    progress: '{done} van {total} runs klaar ({percent} %)',
    left: 'nog ongeveer {time}',
    seconds: '{count, plural, one {# seconde} other {# seconden}}',
    minutes: '{count, plural, one {# minuut} other {# minuten}}',
    hours: '{count, number, ::.0} uur',
    stopped:
      'Gestopt. {complete, plural, =0 {Nog geen herhaling is} one {Eén herhaling is} other {# herhalingen zijn}} voor alle regels klaar, van de {replications}; in totaal {done} van {total} runs. Die zijn bewaard in {folder}. Dezelfde opdracht gaat verder waar dit ophield.',
    'stopped-before': 'Wat hieronder staat, gaat over de herhalingen die klaar zijn.',
    failed:
      'Een run liep vast: regels “{variant}”, beginwaarde {seed}, herhaling {replication} ({cause}). Meld dit. Runs die klaar waren, zijn bewaard in {folder}.',
    'own-tables': 'Aantallen uit eigen tabellen: {tables}.',
    'own-table': '{name} ({rows, plural, one {één rij} other {# rijen}})',
    'same-rules':
      '“{one}” en “{other}” zijn dezelfde regels. Daartussen kan dus niets verschillen.',
    written: 'Geschreven: {file}',
  },
  en: {
    'needs-region':
      'Name a region with --region, or a plan. Regions that ship: {regions}. Plans that ship: {plans}.',
    'needs-plan': 'Name a plan: a file, or one that ships: {plans}.',
    'plan-or-parts':
      'A plan says itself which region and which rules. Leave out {option}, or leave out the plan.',
    'one-plan': 'Name one plan. Found: {found}.',
    'no-years':
      '"{found}" is no horizon. Give whole years, from 1 to {most}, counted from the first day of the region. A horizon of 0 or less would end before that day.',
    'no-replications':
      '"{found}" is no number of replications. Give a whole number from 1 to {most}. An interval takes at least 2.',
    'no-seed': '"{found}" is no seed for chance. Give a whole number from 0.',
    'no-threads': '"{found}" is no number of threads. Give a whole number from 1 to {most}.',
    'no-part':
      '"{found}" is no part of the size. Give a number above 0 and at most 1, such as 0.1.',
    'no-setting': '"{found}" is no setting. Write it as path=value, such as homes.count=4000.',
    'set-twice':
      '{path} is already set by the proposal “{variant}”: it is what it differs in. Leave out --set {path}.',
    'not-in-force':
      'On {on, date, day}, the first day of the region, no rules of “{book}” are in force.',
    'one-id-twice':
      'Two books on top of each other are both called {book}: {one} and {other}. Name one, or lay them side by side with --against.',
    unlawful:
      'These rules break the law, so nothing was simulated. With --even-if-unlawful they can be; the headline of the report then says so.',
    'one-replication':
      'One replication says nothing about chance, so there are no figures; ask at least 2.',
    about:
      '{region}: {years, plural, one {one year} other {# years}} after {warmUp, plural, one {one year} other {# years}} of warm-up, {replications, plural, one {one replication} other {# replications}}, seed {seed}, rules of {on, date, day}.',
    settings: 'Set: {settings}.',
    part: 'The region was made smaller: {percent, number}% of the homes and the people. Numbers are as much smaller, and margins larger.',
    nothing: 'There is nothing to count: no home was let.',
    group: 'For whom',
    rules: 'Rules',
    value: 'Value',
    difference: 'Difference',
    starting:
      '{total, plural, one {One run} other {# runs}} of {years, plural, one {one year} other {# years}}, {threads, plural, one {one} other {#}} at a time. {kept, plural, =0 {} one {One was there already.} other {# were there already.}}',
    progress: '{done} of {total} runs done ({percent}%)',
    left: 'about {time} left',
    seconds: '{count, plural, one {# second} other {# seconds}}',
    minutes: '{count, plural, one {# minute} other {# minutes}}',
    hours: '{count, number, ::.0} hours',
    stopped:
      'Stopped. {complete, plural, =0 {No replication is} one {One replication is} other {# replications are}} done for all rules, of {replications}; {done} of {total} runs in all. They are kept in {folder}. The same command goes on where this ended.',
    'stopped-before': 'What follows is about the replications that are done.',
    failed:
      'A run got stuck: rules “{variant}”, seed {seed}, replication {replication} ({cause}). Please report it. Runs that were done are kept in {folder}.',
    'own-tables': 'Counts from own tables: {tables}.',
    'own-table': '{name} ({rows, plural, one {one row} other {# rows}})',
    'same-rules': '“{one}” and “{other}” are the same rules, so nothing can differ between them.',
    written: 'Written: {file}',
  },
}

export function saySimulate(language: Language): Say<SimulateText> {
  return speak(texts, language)
}
