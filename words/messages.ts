/** Messages to seekers in words: what a message is called and what it says. Nothing in it asks for money. */
import type { Facts } from '../core/basics/facts.ts'
import { formatList, formatMoment, type Language, speak, type Texts } from './language.ts'

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
  'offer-accepted',
  'offer-waiting',
  'offer-in-turn',
  'offer-refused',
  'offer-expired',
  'offer-withdrawn',
  'passed-over',
  'skipped',
  'documents-checked',
  'lots-given',
  'home-let',
  'home-is-yours',
  'listing-withdrawn',
  'correction-proposed',
  'correction-made',
  'correction-refused',
  'identity-correction-proposed',
  'identity-corrected',
  'identity-correction-refused',
  'rules-replaced',
  'mandate-accepted',
  'mandate-withdrawn',
  'responded-standing',
  'registrations-merged',
  'registration-joined',
  'merge-undone',
  'deregistration-undone',
  'complaint-received',
  'complaint-answered',
  'complaint-decided',
  'complaint-late',
  'judgement-answered',
  'judgement-unanswered',
  'contact-changed',
  'email-asked',
  'email-confirmed',
  'registration-ends-soon',
  'registration-over',
  'registration-decision',
  'time-lapsed',
  'offer-lapses-soon',
  'acted-for-you',
  'homes-found',
  'break-glass',
  'break-glass-reviewed',
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
    'offer-accepted': 'Wij hebben uw ja',
    'offer-waiting': 'Uw ja wacht op iemand vóór u',
    'offer-in-turn': 'U bent nu aan de beurt',
    'offer-refused': 'Wij hebben uw nee',
    'offer-expired': 'Een aanbod is verlopen',
    'offer-withdrawn': 'Een aanbod is ingetrokken',
    'passed-over': 'U was aan de beurt, maar kreeg geen aanbod',
    skipped: 'U bent overgeslagen',
    'documents-checked': 'Uw papieren zijn gecontroleerd',
    'lots-given': 'De loting komt',
    'home-let': 'Een woning is verhuurd',
    'home-is-yours': 'De woning is van u',
    'listing-withdrawn': 'Een advertentie is ingetrokken',
    'correction-proposed': 'Iemand wil uw inschrijfdatum verbeteren',
    'correction-made': 'Uw inschrijfdatum is verbeterd',
    'correction-refused': 'Uw inschrijfdatum blijft',
    'identity-correction-proposed': 'Iemand wil uw gegevens verbeteren',
    'identity-corrected': 'Uw gegevens zijn verbeterd',
    'identity-correction-refused': 'Uw gegevens blijven',
    'rules-replaced': 'Er komen nieuwe regels, maar niet voor uw reactie',
    'mandate-accepted': 'Iemand mag nu voor u handelen',
    'mandate-withdrawn': 'Een machtiging is gestopt',
    'responded-standing': 'Wij hebben voor u gereageerd',
    'registrations-merged': 'Uw inschrijvingen zijn samengevoegd',
    'registration-joined': 'Uw inschrijving is samengevoegd met een andere',
    'deregistration-undone': 'U bent weer ingeschreven',
    'merge-undone': 'Het samenvoegen is ongedaan gemaakt',
    'complaint-received': 'Wij hebben uw klacht of bezwaar',
    'complaint-answered': 'Er is een antwoord in uw zaak',
    'complaint-decided': 'Er is een oordeel in uw zaak',
    'complaint-late': 'Het oordeel in uw zaak laat op zich wachten',
    'judgement-answered': 'De verhuurder zegt wat er met het oordeel gebeurt',
    'judgement-unanswered': 'De verhuurder heeft nog niet op het oordeel geantwoord',
    'contact-changed': 'Hoe wij u bereiken, is veranderd',
    'email-asked': 'Bevestig uw e-mailadres',
    'email-confirmed': 'Uw e-mailadres is bevestigd',
    'registration-ends-soon': 'Verleng uw inschrijving',
    'registration-over': 'Uw inschrijving is verlopen, uw tijd is bewaard',
    'registration-decision': 'Wij moeten beslissen over uw inschrijftijd',
    'time-lapsed': 'Uw inschrijftijd is vervallen',
    'offer-lapses-soon': 'Uw aanbod verloopt bijna',
    'acted-for-you': 'Iemand deed iets namens u',
    'homes-found': 'Nieuwe woningen bij wat u zoekt',
    'break-glass': 'Uw dossier is met spoed geopend',
    'break-glass-reviewed': 'De noodinzage in uw dossier is beoordeeld',
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
    'offer-accepted': 'We have your yes',
    'offer-waiting': 'Your yes waits for somebody ahead of you',
    'offer-in-turn': 'It is your turn now',
    'offer-refused': 'We have your no',
    'offer-expired': 'An offer has run out',
    'offer-withdrawn': 'An offer is withdrawn',
    'passed-over': 'It was your turn, but you got no offer',
    skipped: 'You were passed over',
    'documents-checked': 'Your papers were checked',
    'lots-given': 'The draw is coming',
    'home-let': 'A home is let',
    'home-is-yours': 'The home is yours',
    'listing-withdrawn': 'A listing is withdrawn',
    'correction-proposed': 'Somebody wants to correct your date',
    'correction-made': 'Your date is corrected',
    'correction-refused': 'Your date stays',
    'identity-correction-proposed': 'Somebody wants to correct your data',
    'identity-corrected': 'Your data are corrected',
    'identity-correction-refused': 'Your data stay',
    'rules-replaced': 'New rules are coming, but not for your response',
    'mandate-accepted': 'Somebody may now act for you',
    'mandate-withdrawn': 'A mandate has stopped',
    'responded-standing': 'We have responded for you',
    'registrations-merged': 'Your registrations are merged',
    'registration-joined': 'Your registration is merged with another',
    'deregistration-undone': 'You are registered again',
    'merge-undone': 'The merge is undone',
    'complaint-received': 'We have your complaint or objection',
    'complaint-answered': 'There is an answer in your case',
    'complaint-decided': 'There is a judgement in your case',
    'complaint-late': 'The judgement in your case is late',
    'judgement-answered': 'The landlord says what is done with the judgement',
    'judgement-unanswered': 'The landlord has not answered the judgement yet',
    'contact-changed': 'How we reach you has changed',
    'email-asked': 'Confirm your email address',
    'email-confirmed': 'Your email address is confirmed',
    'registration-ends-soon': 'Renew your registration',
    'registration-over': 'Your registration has run out, your time is kept',
    'registration-decision': 'We have to decide about your registration time',
    'time-lapsed': 'Your registration time has lapsed',
    'offer-lapses-soon': 'Your offer runs out soon',
    'acted-for-you': 'Somebody did something in your name',
    'homes-found': 'New homes for what you look for',
    'break-glass': 'Your file was opened in an emergency',
    'break-glass-reviewed': 'The emergency reading of your file was reviewed',
  },
}

const bodies: Texts<MessageCode> = {
  nl: {
    registered:
      'Uw inschrijftijd telt vanaf {since, date, weekday}. Bewaar dit bericht; wij bewaren het ook.',
    renewed: 'Uw inschrijving loopt nu tot en met {until, date, weekday}. Uw inschrijftijd blijft.',
    paused: 'Uw inschrijving staat stil, omdat u dat vroeg. U kunt haar op elk moment hervatten.',
    resumed: 'Uw inschrijving loopt weer. Uw inschrijftijd is gebleven.',
    deregistered:
      'U vroeg om uitgeschreven te worden. Dat is gebeurd. Hebt u spijt, of was u het niet? Binnen 30 dagen maakt u het ongedaan: bij Mijn inschrijving, of aan de balie als u geen account heeft.',
    'file-changed':
      'Uw gegevens zijn veranderd. Was u dat niet? Neem dan contact met ons op; zie Hulp.',
    responded: 'Uw reactie op {home} telt. Na de sluiting leest u hier uw plaats en waarom.',
    'withdrew-response': 'Uw reactie op {home} telt niet meer. Dat heeft geen gevolgen voor u.',
    result: 'De lijst voor {home} is gemaakt. U leest uw plaats, en waarom u daar staat.',
    'offer-made': 'U krijgt {home} aangeboden. Lees het aanbod en geef uw antwoord.',
    'offer-accepted': 'U zei ja tegen {home}. Lees welke papieren nodig zijn, en vóór wanneer.',
    'offer-waiting':
      'Iemand die vóór u staat, kan nog kiezen bij {home}. Zegt die nee, dan is de woning voor u.',
    'offer-in-turn': 'Wie vóór u stond, wil {home} niet. De woning is nu voor u.',
    'offer-refused': 'U zei nee tegen {home}. De woning gaat naar wie na u staat.',
    'offer-expired':
      'Wij kregen geen antwoord op het aanbod van {home}. De woning gaat naar wie na u staat.',
    'offer-withdrawn': 'Het aanbod van {home} is ingetrokken. Lees waarom, en wat u kunt doen.',
    'passed-over':
      'Bij {home} was u aan de beurt, maar een regel stond in de weg. Lees welke, en wat u kunt doen.',
    skipped:
      'Bij {home} bent u overgeslagen. Bent u het er niet mee eens, zeg het dan vóór het contract is getekend.',
    'documents-checked':
      'De verhuurder van {home} heeft bekeken {kind, select, identity {wie u bent} income {wat uw huishouden verdient} household {wie er in uw huishouden zijn} other {wat u gaf}}. {outcome, select, differs {Dat is anders dan u opgaf.} other {Dat klopt met wat u opgaf.}}',
    'lots-given':
      'Bij {home} beslist het lot. Uw lotnummer staat vast; zodra is geloot, leest u uw plaats.',
    'home-let': '{home} is verhuurd aan een ander. Uw inschrijftijd blijft.',
    'home-is-yours':
      '{home} is van u.{starts, select, known { De huur begint op {startsOn, date, weekday}.} other {}}',
    'listing-withdrawn':
      'De advertentie van {home} is ingetrokken. Uw reactie telt niet mee als lopende reactie.',
    'correction-proposed':
      'De verhuurder stelt voor uw inschrijfdatum te verbeteren. Een tweede persoon kijkt ernaar. U krijgt bericht.',
    'correction-made': 'Uw inschrijfdatum is verbeterd. De oude staat nog in het logboek.',
    'correction-refused': 'Het voorstel om uw inschrijfdatum te veranderen is afgewezen.',
    'identity-correction-proposed':
      'Aan de balie is voorgesteld om uw naam of geboortedatum te verbeteren. Een tweede medewerker beslist; u krijgt daar bericht van. Was u daar niet? Neem dan contact met ons op; zie Hulp.',
    'identity-corrected':
      'Uw naam of geboortedatum is verbeterd. Wat er stond en wat er nu staat, leest u bij Mijn beslissingen. Bij een woning telt het vanaf nu. Lijsten die al gemaakt zijn, blijven zoals zij waren.',
    'identity-correction-refused':
      'Het voorstel om uw naam of geboortedatum te verbeteren is afgewezen. Er is niets veranderd. Bij Mijn beslissingen leest u wat u kunt doen.',
    'rules-replaced':
      'Vanaf {from, date, weekday} gelden er nieuwe regels. Voor {home} verandert er niets: daar blijven de regels gelden waaronder de woning is geadverteerd. Beide kunt u lezen bij Regels.',
    'mandate-accepted':
      'Wie u uitnodigde om te helpen, nam de machtiging aan. U ziet altijd wat uw helper deed, en u kunt op elk moment stoppen. Heeft u niemand uitgenodigd? Stop de machtiging dan meteen.',
    'mandate-withdrawn': 'Wie u hielp, kan vanaf nu niets meer voor u zien of doen.',
    'responded-standing':
      'U vroeg ons te reageren op woningen die bij u passen. Dat deden wij op {home}. Wilt u deze woning niet, trek de reactie dan in; dat kost u niets.',
    'registrations-merged':
      'U staat samen ingeschreven. Uw inschrijftijd telt vanaf {since, date, weekday}. Tot en met {until, date, weekday} kunt u het ongedaan maken, bij Samenvoegen.',
    'registration-joined':
      'U gaat samen verder op de inschrijving van de ander. Uw eigen inschrijving is gestopt. Tot en met {until, date, weekday} kunt u het ongedaan maken, bij Samenvoegen.',
    'deregistration-undone':
      'Uw uitschrijving is ongedaan gemaakt. Uw inschrijftijd telt weer vanaf de eerste dag.',
    'merge-undone':
      'U staat weer ieder apart ingeschreven, met uw eigen inschrijfdatum. Kijk of uw huishouden en inkomen kloppen bij Mijn gegevens.',
    'complaint-received':
      'Twee leden van de commissie kijken ernaar. U krijgt een oordeel, uiterlijk {decideBy, date, weekday}.',
    'complaint-answered':
      'De verhuurder heeft geantwoord. U leest het antwoord bij uw zaak. De commissie gaat nu oordelen.',
    'complaint-decided': 'De commissie heeft geoordeeld. Lees het oordeel, en wat u nog kunt doen.',
    'break-glass':
      'Iemand die daar gewoonlijk niet bij mag, heeft uw dossier geopend omdat het niet kon wachten. Dat duurt hoogstens een half uur. U leest wie, en waarom. Iemand anders beoordeelt of het mocht.',
    'break-glass-reviewed':
      'Wie over privacy waakt, heeft beoordeeld of uw dossier met spoed mocht worden geopend. U leest het oordeel.',
    'complaint-late':
      'De commissie is niet op tijd klaar. Dat spijt ons. Uw zaak blijft bovenaan liggen tot er een oordeel is.',
    'judgement-answered':
      'De verhuurder heeft gezegd wat er met het oordeel van de commissie gebeurt. U leest het bij uw zaak.',
    'judgement-unanswered':
      'De verhuurder moest zeggen wat er met het oordeel van de commissie gebeurt, maar deed dat niet op tijd. De commissie ziet dat ook. Bij uw zaak leest u wat u nog kunt doen.',
    'contact-changed':
      'Veranderd is: {what}. Was u dat niet? Laat het ons meteen weten; bij Hulp staat hoe.',
    'email-asked':
      'Wij stuurden een mail met een link naar het adres dat u opgaf. Met die link laat u zien dat het adres van u is. De link werkt zeven dagen.',
    'email-confirmed': 'Berichten komen nu ook per mail. U kiest zelf welke.',
    'registration-ends-soon':
      'Uw inschrijving geldt tot en met {until, date, weekday}. Verleng haar uiterlijk op die dag. Dat kost niets. Doet u het later, dan blijft uw inschrijftijd bewaard, maar kunt u zolang niet reageren.',
    'registration-over':
      'Uw inschrijving gold tot en met {until, date, weekday}. U kunt nu niet reageren. Uw inschrijftijd is niet weg: met één klik krijgt u alles terug. Dat recht heeft u tot en met {grace, date, weekday}.',
    'registration-decision':
      'De tijd waarin u uw inschrijving mocht herstellen, liep tot en met {grace, date, weekday}. Een medewerker kijkt nu of wij u goed hebben bereikt, en beslist dan pas. Zolang dat niet is gebeurd, kunt u uw inschrijving nog met één klik herstellen.',
    'time-lapsed':
      'Een medewerker heeft besloten dat uw inschrijftijd vervalt. Bent u het er niet mee eens, dan kunt u een klacht indienen; zie Hulp. U kunt zich altijd opnieuw inschrijven.',
    'offer-lapses-soon':
      'Uw antwoord op het aanbod van {home} kan nog tot {moment}. Daarna gaat de woning naar wie na u staat.',
    'acted-for-you':
      'Iemand die u helpt, {action, select, respond {reageerde namens u op een woning} answeroffer {legde vast wat u op papier antwoordde op een aanbod} complain {diende namens u een klacht of bezwaar in} withdrawcomplaint {trok namens u een klacht of bezwaar in} givemandate {legde vast wie u mag helpen} withdrawmandate {stopte namens u een machtiging} withdrawresponse {trok namens u een reactie in} renew {verlengde of herstelde uw inschrijving} changefile {veranderde uw gegevens} pause {zette uw inschrijving stil of liet haar weer lopen} deregister {schreef u op papier uit, of maakte dat ongedaan} other {deed iets namens u}}. Wie het was en wanneer, leest u bij Wie keek er in mijn dossier. Klopt het niet? Neem dan contact met ons op; zie Hulp.',
    'homes-found':
      '{count, plural, one {Er is # nieuwe woning} other {Er zijn # nieuwe woningen}} bij wat u heeft bewaard. Snel zijn loont niet: iedereen die op tijd reageert, telt gelijk mee.',
  },
  en: {
    registered:
      'Your registration time counts from {since, date, weekday}. Keep this message; so do we.',
    renewed: 'Your registration now runs until {until, date, weekday}. Your time stays.',
    paused: 'Your registration is paused, as you asked. You can resume it at any moment.',
    resumed: 'Your registration runs again. Your time has stayed.',
    deregistered:
      'You asked to be deregistered. That is done. Do you regret it, or was it not you? Within 30 days you can take it back: under My registration, or at the counter if you have no account.',
    'file-changed': 'Your data have changed. Was it not you? Please contact us; see Help.',
    responded: 'Your response to {home} counts. After the close you read your place here, and why.',
    'withdrew-response': 'Your response to {home} no longer counts. It has no consequences.',
    result: 'The list for {home} is made. You can read your place, and why you stand there.',
    'offer-made': 'You are offered {home}. Read the offer and give your answer.',
    'offer-accepted': 'You said yes to {home}. Read which papers are needed, and before when.',
    'offer-waiting':
      'Somebody ahead of you can still choose for {home}. If they say no, the home is for you.',
    'offer-in-turn': 'Who stood ahead of you does not want {home}. The home is for you now.',
    'offer-refused': 'You said no to {home}. The home goes to who stands after you.',
    'offer-expired':
      'We got no answer to the offer of {home}. The home goes to who stands after you.',
    'offer-withdrawn': 'The offer of {home} is withdrawn. Read why, and what you can do.',
    'passed-over':
      'For {home} it was your turn, but a rule stood in the way. Read which, and what you can do.',
    skipped: 'For {home} you were passed over. If you disagree, say so before the lease is signed.',
    'documents-checked':
      'The landlord of {home} has looked at {kind, select, identity {who you are} income {what your household earns} household {who is in your household} other {what you gave}}. {outcome, select, differs {That differs from what you said.} other {That agrees with what you said.}}',
    'lots-given':
      'For {home} the lot decides. Your lot number is fixed; once drawn, you can read your place.',
    'home-let': '{home} is let to somebody else. Your time stays.',
    'home-is-yours':
      '{home} is yours.{starts, select, known { The rent begins on {startsOn, date, weekday}.} other {}}',
    'listing-withdrawn':
      'The listing of {home} is withdrawn. Your response no longer counts as open.',
    'correction-proposed':
      'The landlord proposes to correct your date of registration. A second person looks at it. You will hear.',
    'correction-made':
      'Your date of registration is corrected. The old one still stands in the log.',
    'correction-refused': 'The proposal to change your date of registration was refused.',
    'identity-correction-proposed':
      'At the counter it was proposed to correct your name or date of birth. A second member of staff decides; you will hear. Were you not there? Please contact us; see Help.',
    'identity-corrected':
      'Your name or date of birth is corrected. What it said and what it says now, you read under My decisions. It counts for homes from now on. Lists that were made stay as they were.',
    'identity-correction-refused':
      'The proposal to correct your name or date of birth was refused. Nothing changed. Under My decisions you read what you can do.',
    'rules-replaced':
      'From {from, date, weekday} there are new rules. For {home} nothing changes: the rules under which it was advertised keep deciding. You can read both under Rules.',
    'mandate-accepted':
      'Who you invited to help has taken up the mandate. You always see what your helper did, and can stop it at any moment. Did you invite nobody? Then stop the mandate at once.',
    'mandate-withdrawn': 'Who helped you can see and do nothing more for you from now on.',
    'responded-standing':
      'You asked us to respond to homes that fit you. We did so for {home}. If you do not want this home, withdraw the response; it costs nothing.',
    'registrations-merged':
      'You are registered together. Your time counts from {since, date, weekday}. Until {until, date, weekday} you can undo it, under Merge.',
    'registration-joined':
      'You go on together on the registration of the other. Your own has ended. Until {until, date, weekday} you can undo it, under Merge.',
    'deregistration-undone':
      'Your deregistration is undone. Your time counts from the first day again.',
    'merge-undone':
      'You are registered apart again, each with your own date. See whether household and income are right under My data.',
    'complaint-received':
      'Two members of the committee look at it. You get a judgement before the end of {decideBy, date, weekday}.',
    'complaint-answered':
      'The landlord has answered. You can read the answer with your case. The committee will judge now.',
    'complaint-decided': 'The committee has judged. Read the judgement, and what you can still do.',
    'break-glass':
      'Somebody who normally may not see it opened your file because it could not wait. That lasts half an hour at most. You can read who, and why. Somebody else judges whether it was allowed.',
    'break-glass-reviewed':
      'Whoever watches over privacy has judged whether your file could be opened in an emergency. You can read the verdict.',
    'complaint-late':
      'The committee is not done in time. We are sorry. Your case stays on top until it is judged.',
    'judgement-answered':
      'The landlord has said what is done with the judgement of the committee. You can read it with your case.',
    'judgement-unanswered':
      'The landlord had to say what is done with the judgement of the committee, but did not do so in time. The committee sees that too. With your case you read what you can still do.',
    'contact-changed': 'Changed: {what}. Was it not you? Tell us at once; Help says how.',
    'email-asked':
      'We mailed a link to the address you gave. By that link you show that the address is yours. It works for seven days.',
    'email-confirmed': 'Messages now come by mail too. You choose which.',
    'registration-ends-soon':
      'Your registration runs until {until, date, weekday}. Renew it on that day at the latest. It costs nothing. If you do it later your time is kept, but until then you cannot respond.',
    'registration-over':
      'Your registration ran until {until, date, weekday}. You cannot respond now. Your time is not gone: with one click you get all of it back. That is your right until {grace, date, weekday}.',
    'registration-decision':
      'The time in which you could restore your registration ran until {grace, date, weekday}. A member of staff now looks whether we reached you well, and only then decides. Until that is done you can still restore it with one click.',
    'time-lapsed':
      'A member of staff decided that your registration time lapses. If you disagree you can complain; see Help. You can always register anew.',
    'offer-lapses-soon':
      'You can answer the offer of {home} until {moment}. After that the home goes to who stands after you.',
    'acted-for-you':
      'Somebody who helps you {action, select, respond {responded to a home for you} answeroffer {put on record what you answered to an offer on paper} complain {sent a complaint or objection for you} withdrawcomplaint {withdrew a complaint or objection for you} givemandate {put on record who may help you} withdrawmandate {stopped a mandate for you} withdrawresponse {withdrew a response of yours} renew {renewed or restored your registration} changefile {changed your data} pause {paused or resumed your registration} deregister {deregistered you on paper, or took that back} other {did something in your name}}. Who it was and when stands under Who looked at my file. Not right? Please contact us; see Help.',
    'homes-found':
      '{count, plural, one {There is # new home} other {There are # new homes}} for what you saved. Being quick does not pay: everybody who responds in time counts alike.',
  },
}

/** Ways by which somebody is reached, and which mail they want. */
export type ReachedBy = 'email' | 'post' | 'phone' | 'wants'

const ways: Texts<ReachedBy> = {
  nl: {
    email: 'uw e-mailadres',
    post: 'uw postadres',
    phone: 'uw telefoonnummer',
    wants: 'of u mail krijgt',
  },
  en: {
    email: 'your email address',
    post: 'your postal address',
    phone: 'your phone number',
    wants: 'whether you get mail',
  },
}

function waysInWords(changed: Facts[string], language: Language): string {
  const said = [changed].flat().flatMap((each) => {
    const way = (['email', 'post', 'phone', 'wants'] as const).find((known) => known === each)
    return way ? [speak(ways, language)(way)] : []
  })
  return formatList(said, language)
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
  return speak(bodies, language)(code, {
    ...{ since: facts.since ?? 0, until: facts.until ?? 0, decideBy: facts.decideBy ?? 0 },
    ...{ since: facts.since ?? 0, until: facts.until ?? 0, grace: facts.grace ?? 0 },
    ...{ starts: facts.startsOn === undefined ? 'unknown' : 'known' },
    ...{ startsOn: facts.startsOn ?? 0, kind: facts.kind ?? '', outcome: facts.outcome ?? '' },
    ...{ count: facts.count ?? 0, action: String(facts.action ?? '').replaceAll('-', '') },
    ...(typeof facts.answerBy === 'string' && {
      moment: formatMoment(new Date(facts.answerBy), language),
    }),
    what: waysInWords(facts.changed, language),
    home: home ?? speak(unnamed, language)('home'),
  })
}
