/** What logging in says. */
import { type Language, speak, type Texts } from './language.ts'

type Text =
  | 'failed-title'
  | 'failed'
  | 'again'
  | 'choose-title'
  | 'choose'
  | 'program'
  | 'program-nothing'
  | 'people'
  | 'workers'
  | 'has-file'
  | 'helps'
  | 'nobody-yet'
  | 'new-title'
  | 'new'
  | 'new-name'
  | 'new-name-hint'
  | 'new-name-missing'
  | 'new-button'
  | 'refused-title'
  | 'refused'
  | 'sessions-title'
  | 'sessions-one'
  | 'sessions-more'
  | 'sessions-begun'
  | 'sessions-seen'
  | 'sessions-where'
  | 'sessions-here'
  | 'sessions-elsewhere'
  | 'sessions-end'
  | 'sessions-lapse'

export const loginTexts: Texts<Text> = {
  nl: {
    'failed-title': 'Inloggen is niet gelukt',
    failed:
      'Misschien duurde het te lang, of is deze bladzijde al eens gebruikt. Er is niets verloren. Begin opnieuw.',
    again: 'Opnieuw inloggen',
    'choose-title': 'Wie wilt u zijn?',
    choose:
      'Dit is een voorbeeldregio. In plaats van DigiD of een account van het werk kiest u hier wie u bent. Iedereen is verzonnen.',
    program:
      'Een programma vraagt om voor u te handelen. Als u verdergaat, mag het een kwartier lang dit:',
    'program-nothing': 'Een programma vraagt wie u bent. Het mag niets voor u doen.',
    people: 'Woningzoekenden en helpers',
    workers: 'Mensen die er werken',
    'has-file': 'Woningzoekende',
    helps: 'Helpt een woningzoekende',
    'nobody-yet': 'Nog niet ingeschreven',
    'new-title': 'Iemand die hier nog niet was',
    new: 'Kies een naam. U kunt zich daarna inschrijven.',
    'new-name': 'Naam',
    'new-name-hint': 'Een verzonnen naam is goed.',
    'new-name-missing': 'Vul een naam in.',
    'new-button': 'Verder als deze persoon',
    'refused-title': 'Deze vraag om in te loggen klopt niet',
    refused: 'Ga terug naar de site en begin daar opnieuw.',
    'sessions-title': 'Waar u bent ingelogd',
    'sessions-one': 'U bent alleen hier ingelogd.',
    'sessions-more':
      'U bent op meer plaatsen ingelogd. Herkent u er een niet, of was u het op een computer van een ander? Log daar dan uit.',
    'sessions-begun': 'Ingelogd',
    'sessions-seen': 'Laatst gebruikt',
    'sessions-where': 'Waar',
    'sessions-here': 'Hier, in deze browser',
    'sessions-elsewhere': 'In een andere browser',
    'sessions-end': 'Overal uitloggen, behalve hier',
    'sessions-lapse':
      'Na een half uur zonder gebruik, en in elk geval na twaalf uur, stopt het inloggen vanzelf. Wij bewaren niet welk apparaat u gebruikt. Uitloggen geldt voor deze site: bij de dienst waarmee u inlogt, kunt u ingelogd blijven.',
  },
  en: {
    'failed-title': 'Logging in did not succeed',
    failed:
      'Perhaps it took too long, or this page was used before. Nothing is lost. Please start again.',
    again: 'Log in again',
    'choose-title': 'Who do you want to be?',
    choose:
      'This is an example region. Instead of DigiD or an account of your work, you choose here who you are. Everybody is invented.',
    program:
      'A program asks to act for you. If you go on, it may do this, for a quarter of an hour:',
    'program-nothing': 'A program asks to know who you are. It may do nothing for you.',
    people: 'Home seekers and helpers',
    workers: 'People who work here',
    'has-file': 'Home seeker',
    helps: 'Helps a home seeker',
    'nobody-yet': 'Not registered yet',
    'new-title': 'Somebody who was not here before',
    new: 'Choose a name. You can register after that.',
    'new-name': 'Name',
    'new-name-hint': 'An invented name will do.',
    'new-name-missing': 'Fill in a name.',
    'new-button': 'Go on as this person',
    'refused-title': 'This request to log in is not right',
    refused: 'Go back to the site and start again there.',
    'sessions-title': 'Where you are logged in',
    'sessions-one': 'You are logged in here only.',
    'sessions-more':
      "You are logged in in more places. Is there one you do not recognise, or was it somebody else's computer? Log out there.",
    'sessions-begun': 'Logged in',
    'sessions-seen': 'Last used',
    'sessions-where': 'Where',
    'sessions-here': 'Here, in this browser',
    'sessions-elsewhere': 'In another browser',
    'sessions-end': 'Log out everywhere but here',
    'sessions-lapse':
      'After half an hour without use, and after twelve hours in any case, a login ends by itself. We do not keep which device you use. Logging out is for this site: you may stay logged in at the service you log in with.',
  },
}

export type RoleName =
  | 'seeker'
  | 'helper'
  | 'letting-officer'
  | 'reviewer'
  | 'panel-member'
  | 'urgency-committee'
  | 'permits'
  | 'municipal-policy'
  | 'landlord-policy'
  | 'tenants-organisation'
  | 'regional-monitor'
  | 'complaints-committee'
  | 'auditor'
  | 'functional-admin'
  | 'technical-admin'

/** What each role is called. */
export const roleTexts: Texts<RoleName> = {
  nl: {
    seeker: 'Woningzoekende',
    helper: 'Helper',
    'letting-officer': 'Verhuurconsulent',
    reviewer: 'Toetser',
    'panel-member': 'Lid van de bemiddelingstafel',
    'urgency-committee': 'Urgentiecommissie',
    permits: 'Vergunningen',
    'municipal-policy': 'Beleid, gemeente',
    'landlord-policy': 'Beleid, corporatie',
    'tenants-organisation': 'Huurdersorganisatie',
    'regional-monitor': 'Regionale monitor',
    'complaints-committee': 'Klachtencommissie',
    auditor: 'Toezichthouder',
    'functional-admin': 'Functioneel beheerder',
    'technical-admin': 'Technisch beheerder',
  },
  en: {
    seeker: 'Home seeker',
    helper: 'Helper',
    'letting-officer': 'Letting officer',
    reviewer: 'Reviewer',
    'panel-member': 'Member of the matching panel',
    'urgency-committee': 'Urgency committee',
    permits: 'Permits',
    'municipal-policy': 'Policy, municipality',
    'landlord-policy': 'Policy, housing association',
    'tenants-organisation': 'Tenants’ organisation',
    'regional-monitor': 'Regional monitor',
    'complaints-committee': 'Complaints committee',
    auditor: 'Auditor',
    'functional-admin': 'Functional administrator',
    'technical-admin': 'Technical administrator',
  },
}

/** What people call a role. */
export function roleName(role: RoleName, language: Language): string {
  return speak(roleTexts, language)(role)
}
