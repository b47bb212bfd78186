/** Why something was not done (weigering van een handeling), by the code the operation gives. */
import type { Facts } from '../core/basics/facts.ts'
import { isKeyOf, type Language, speak, type Texts } from './language.ts'

type Text =
  | 'listing-closed'
  | 'already-responded'
  | 'too-many-responses'
  | 'already-registered'
  | 'under-age'
  | 'not-renewed'
  | 'not-paused'
  | 'not-resumed'
  | 'not-deregistered'
  | 'leaving-not-undone'
  | 'moved-later'
  | 'moved-before'
  | 'homes-out-of-order'
  | 'nothing-changed'
  | 'offer-expired'
  | 'already-answered'
  | 'ground-missing'
  | 'offer-open'
  | 'wrong-most'
  | 'nothing-to-stop'
  | 'no-merge-by-rules'
  | 'not-registered-now'
  | 'already-asked'
  | 'code-unknown'
  | 'own-code'
  | 'merge-offer-open'
  | 'merge-housed'
  | 'nothing-to-undo'
  | 'undo-too-late'
  | 'phone-odd'
  | 'text-too-long'
  | 'asked-just-now'
  | 'name-missing'
  | 'too-many-searches'
  | 'other'

const texts: Texts<Text> = {
  nl: {
    'listing-closed':
      'De reactietijd is voorbij. U kunt niet meer reageren en uw reactie niet meer intrekken.',
    'already-responded':
      'U heeft al op deze woning gereageerd. Uw reactie telt; u hoeft niets te doen.',
    'too-many-responses':
      'U heeft al {most, plural, one {# lopende reactie} other {# lopende reacties}}, en meer mag niet tegelijk. Trek eerst een andere reactie in, of wacht tot een advertentie sluit.',
    'already-registered': 'U bent al ingeschreven. Uw inschrijving loopt gewoon door.',
    'under-age': 'Inschrijven kan vanaf {age} jaar.',
    'not-renewed': 'Verlengen is nu niet nodig. Uw inschrijving loopt al door.',
    'not-paused': 'Pauzeren kan niet volgens de regels die nu gelden.',
    'not-resumed': 'Uw inschrijving staat niet stil, dus er is niets te hervatten.',
    'not-deregistered': 'Er is geen inschrijving die loopt, dus er is niets om uit te schrijven.',
    'leaving-not-undone':
      'Uitschrijven ongedaan maken kan binnen {days} dagen, en alleen als u zich zelf uitschreef.',
    'moved-later':
      'De dag waarop u verhuisde, ligt in de toekomst. Geef het door als het zover is.',
    'moved-before':
      'Volgens uw gegevens woonde u op die dag al ergens anders. Kies een latere dag.',
    'homes-out-of-order':
      'De dagen waarop u ergens kwam wonen, staan niet op volgorde. Zet de laatste verhuizing bovenaan.',
    'nothing-changed': 'U heeft niets veranderd. Uw gegevens blijven zoals zij waren.',
    'offer-expired': 'De tijd om te antwoorden is voorbij. Neem contact op met de verhuurder.',
    'already-answered': 'U heeft al geantwoord. Uw eerste antwoord telt.',
    'ground-missing': 'Kies waarom u deze woning niet wilt.',
    'offer-open': 'U heeft nog een aanbod. Geef daar eerst antwoord op.',
    'wrong-most': 'Kies een getal tot en met {most}. Meer laten de regels niet toe.',
    'nothing-to-stop': 'Wij reageren nu niet voor u, dus er is niets te stoppen.',
    'no-merge-by-rules': 'De regels van deze regio kennen geen samenvoegen.',
    'not-registered-now': 'Dit kan alleen als u allebei een inschrijving heeft die loopt.',
    'already-asked': 'U heeft al een code gevraagd. Die geldt nog.',
    'code-unknown':
      'Deze code kennen wij niet, of hij werkt niet meer. Kijk of u hem goed heeft overgenomen, of laat de ander een nieuwe vragen.',
    'own-code': 'Dit is uw eigen code. De ander moet hem invullen, met een eigen inschrijving.',
    'merge-offer-open':
      'Een van u heeft een aanbod dat loopt. Geef daar eerst antwoord op. Er is niets veranderd.',
    'merge-housed':
      'Met de samengevoegde inschrijving is een woning gehuurd. Daarom kan het niet meer ongedaan worden gemaakt.',
    'nothing-to-undo': 'Er is niets om ongedaan te maken.',
    'undo-too-late': 'Ongedaan maken kan binnen {days} dagen. Die tijd is voorbij.',
    'phone-odd': 'Vul een telefoonnummer in zoals 045 123 45 67, of laat het leeg.',
    'text-too-long': 'Dit is te lang. Maak het korter.',
    'asked-just-now':
      'Wij stuurden net een mail naar dit adres. Wacht een minuut, en kijk ook bij ongewenste mail.',
    'name-missing': 'Geef de zoekopdracht een naam van hoogstens {most} tekens.',
    'too-many-searches': 'U heeft al {most} zoekopdrachten bewaard. Verwijder er eerst een.',
    other: 'Dit kon niet worden gedaan. Er is niets veranderd.',
  },
  en: {
    'listing-closed': 'The time to respond is over. You can no longer respond or withdraw.',
    'already-responded': 'You have responded to this home. Your response counts; nothing to do.',
    'too-many-responses':
      'You already have {most, plural, one {# open response} other {# open responses}}, and more at once is not allowed. Withdraw another first, or wait until a listing closes.',
    'already-registered': 'You are already registered. Your registration simply goes on.',
    'under-age': 'You can register from the age of {age}.',
    'not-renewed': 'Renewing is not needed now. Your registration already goes on.',
    'not-paused': 'Pausing is not possible under the rules in force.',
    'not-resumed': 'Your registration is not paused, so there is nothing to resume.',
    'not-deregistered': 'There is no running registration, so there is nothing to end.',
    'leaving-not-undone':
      'Deregistering can be taken back within {days} days, and only when you left yourself.',
    'moved-later': 'The day of your move lies in the future. Tell us when it has come.',
    'moved-before': 'By your data you lived somewhere else on that day. Choose a later day.',
    'homes-out-of-order':
      'The days on which you came to live somewhere are not in order. Put the last move on top.',
    'nothing-changed': 'You changed nothing. Your data stay as they were.',
    'offer-expired': 'The time to answer is over. Please contact the landlord.',
    'already-answered': 'You have answered already. Your first answer counts.',
    'ground-missing': 'Choose why you do not want this home.',
    'offer-open': 'You still have an offer. Please answer it first.',
    'wrong-most': 'Choose a number up to {most}. The rules allow no more.',
    'nothing-to-stop': 'We do not respond for you now, so there is nothing to stop.',
    'no-merge-by-rules': 'The rules of this region have no merging.',
    'not-registered-now': 'This takes a running registration of both of you.',
    'already-asked': 'You have asked for a code already. It still works.',
    'code-unknown':
      'We do not know this code, or it works no longer. See whether you copied it well, or have the other ask for a new one.',
    'own-code':
      'This is your own code. The other has to fill it in, with a registration of their own.',
    'merge-offer-open': 'One of you has an offer that runs. Answer it first. Nothing has changed.',
    'merge-housed':
      'A home was rented with the merged registration. So it can no longer be undone.',
    'nothing-to-undo': 'There is nothing to undo.',
    'undo-too-late': 'It can be undone within {days} days. That time is over.',
    'phone-odd': 'Fill in a phone number like 045 123 45 67, or leave it empty.',
    'text-too-long': 'This is too long. Please make it shorter.',
    'asked-just-now':
      'We have just mailed this address. Wait a minute, and look among unwanted mail too.',
    'name-missing': 'Give the search a name of {most} characters at most.',
    'too-many-searches': 'You have saved {most} searches already. Remove one first.',
    other: 'This could not be done. Nothing has changed.',
  },
}

export function refusalText(
  { refused, facts }: { readonly refused: string; readonly facts: Facts },
  language: Language,
): string {
  return speak(texts, language)(isKeyOf(texts, refused) ? refused : 'other', facts)
}
