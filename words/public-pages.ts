/** What the pages for everybody say: the front page, the rules, help, whether a message is ours, rent that fits. */
import type { Texts } from './language.ts'

const nl = {
  'front-title': 'Een huurwoning in {region}',
  'front-lead':
    'Hier staan alle sociale huurwoningen van de regio die nu open staan. Wie er een krijgt, volgt uit regels die iedereen kan lezen.',
  'front-find': 'Een woning zoeken',
  'front-find-count':
    '{count, plural, =0 {Er staan nu geen woningen open.} one {Er staat nu # woning open.} other {Er staan nu # woningen open.}}',
  'front-see': 'Bekijk de woningen',
  'front-register': 'Inschrijven',
  'front-register-more': 'Gratis, vanaf 18 jaar. Uw inschrijftijd telt vanaf de eerste dag.',
  'front-register-link': 'Schrijf u in',
  'front-mine': 'Mijn zaken',
  'front-mine-more': 'Uw plaats, uw berichten, uw inschrijving.',
  'front-mine-link': 'Naar Mijn zaken',
  'front-how': 'Zo worden woningen verdeeld',
  'front-how-1':
    'U reageert op een woning. Vroeg of laat reageren maakt niet uit, behalve bij een woning die direct te huur is.',
  'front-how-2':
    'Na de sluiting bepalen de regels de volgorde: eerst wie voorrang heeft, daarna wie het langst staat ingeschreven of wie het lot aanwijst. Dat staat bij elke woning.',
  'front-how-3': 'U leest uw plaats en waarom u daar staat. De aantallen tellen op.',
  'front-how-4':
    'De woning wordt op volgorde aangeboden. Daarna staat de uitslag hier, zonder namen.',
  'front-rules': 'Lees de regels',
  'front-verify': 'Controleer zelf een beslissing',
  'front-rent': 'Welke huur past bij uw inkomen?',
  'front-unknown': 'Wat wij niet weten',
  'front-scarce':
    'In een jaar {homes, plural, one {kreeg # woning} other {kregen # woningen}} een nieuwe huurder. Sinds {since, date, day} {people, plural, one {reageerde # mens} other {reageerden # mensen}} op een of meer woningen.',
  'front-chances': 'Hoe lang zochten anderen?',
  'front-unknown-more':
    'Er zijn meer mensen die zoeken dan woningen. Hoe lang u gaat zoeken, kunnen wij niet beloven.',

  'rules-title': 'De regels',
  'rules-lead':
    'Dit zijn de regels die op {on, date, weekday} gelden, in gewone woorden. De computer die de lijsten maakt, leest dezelfde regels.',
  'rules-home-title': 'De regels voor {address}',
  'rules-home-lead':
    'Deze regels golden toen de woning werd aangeboden. Zij blijven voor deze woning gelden, wat er later ook verandert.',
  'rules-books': 'Welke regelboeken er zijn',
  'rules-book': 'Regelboek',
  'rules-by': 'Van',
  'rules-state': 'Nu',
  'rules-in-force': 'geldt',
  'rules-not': 'geldt niet',
  'rules-hash': 'Code',
  'rules-contents': 'Inhoud',
  'rules-why': 'Waarom deze regel er is, en wie hem maakte',
  'rules-dutch': 'De Nederlandse tekst van de regels is de tekst die telt.',
  'rules-unknown': 'Wat niet bekend is of verzonnen, staat bij de regel zelf.',
  'rules-all': 'Alle regels van nu',
  'rules-short': 'Klik op een artikel om het te lezen.',
  'rules-long': 'Lees alles achter elkaar, met waarom elke regel er is',
  'rules-book-lead': 'Dit boek geldt van {from, date, day} tot en met {until, date, day}.',

  'help-title': 'Hulp',
  'help-lead':
    'Komt u er niet uit? Vraag het ons. Inschrijven, verlengen, reageren, gegevens wijzigen en vragen hoe het staat, kan ook aan de balie en op papier. Wie geen account heeft, beantwoordt daar ook een aanbod.',
  'help-contact': 'Met ons praten',
  'help-contact-more':
    'Dit is een voorbeeldregio. In een echte regio staan hier het adres van de balie, het telefoonnummer en de openingstijden. Aan de balie kunt u ook een fout in uw naam of geboortedatum laten verbeteren. Heeft u geen account en geen mail? Dan krijgt u elk aanbod en elke beslissing over een correctie, een klacht of uw inschrijving per brief. Neem naar de balie uw kenmerk mee: dat staat op uw bewijs van inschrijving.',
  'help-way-paper': 'Inschrijven op papier',
  'help-way-mandates': 'Iemand machtigen',
  'help-way-decisions': 'Mijn beslissingen',
  'help-way-data': 'Mijn gegevens',
  'help-way-log': 'Wie keek er in mijn dossier?',
  'help-helper': 'Iemand anders voor u laten handelen',
  'help-helper-more':
    'Geef nooit uw wachtwoord. Wie u helpt, logt in met een eigen naam en handelt met uw machtiging. U ziet altijd wat uw helper deed, bij Wie keek er in mijn dossier. Heeft u geen account? Schrijf dan op wie u helpt, waarbij en hoe lang, zet uw handtekening en ga ermee naar de balie. Daar krijgt u een code voor wie u helpt. Stoppen kan er ook.',
  'help-complaint': 'Klacht over een woningcorporatie',
  'help-complaint-more':
    'Bent u het niet eens met een plaats, een aanbod of hoe u bent behandeld? Vertel het eerst aan de verhuurder. Komt u er niet uit, dan kunt u naar de klachtencommissie van de regio. Dat is gratis. Bij Mijn beslissingen staat tot welke dag het kan. Heeft u geen account? Schrijf het op, zet uw handtekening en breng of stuur het naar de balie. De dag waarop het binnenkomt, telt.',
  'help-decision': 'Een besluit vragen aan de gemeente',
  'help-decision-more':
    'Soms telt iets pas als de gemeente erover besloot. Bijvoorbeeld of u een redelijk belang hebt om hier te wonen: werk, een opleiding, of zorg voor familie. Dat vraagt u aan de gemeente waar u wilt wonen, aan de balie of met een brief. U krijgt een besluit op papier, met de reden, en kunt daartegen bezwaar maken. Op deze site kunt u het nog niet vragen. Woonde u hier al eerder? Daar is geen besluit voor nodig: vul het aan bij uw gegevens.',
  'help-objection': 'Bezwaar tegen een besluit van de gemeente',
  'help-objection-more':
    'Over urgentie, een vergunning of een sanctie beslist de gemeente of een commissie namens haar. Daartegen kunt u binnen zes weken bezwaar maken. De laatste dag staat in het besluit en bij Mijn beslissingen. Heeft u geen account? Dan kan het op papier, met uw handtekening, aan de balie. De dag waarop het binnenkomt, telt.',
  'help-privacy': 'Uw gegevens',
  'help-privacy-more':
    'Verhuurders zien uw naam en inkomen pas als u een woning krijgt aangeboden. Bij Mijn zaken ziet u wie er in uw dossier keek, en kunt u al uw gegevens meenemen. Zonder account krijgt u aan de balie op papier wie er keek. Uitschrijven en uw gegevens laten wissen doet u zelf, met uw account. Heeft u geen account? Dan kan het op papier, met uw handtekening, aan de balie.',
  'help-access': 'Toegankelijkheid',
  'help-access-more':
    'Deze site werkt zonder muis, zonder script, vergroot, en met een schermlezer. Wij toetsen elke bladzijde zelf aan WCAG 2.2, niveau AA, met een programma. Een toets door een onafhankelijk bureau is er nog niet, en dus ook geen officiële toegankelijkheidsverklaring. Lukt iets niet, zeg het ons; dan doen wij het samen met u.',
  'help-language': 'Taal',
  'help-language-more':
    'Elke bladzijde is er in het Nederlands en in het Engels. Onderaan wisselt u van taal; u blijft op dezelfde bladzijde. Spreekt u een andere taal, neem dan iemand mee of vraag aan de balie om een tolk.',
  'help-fault': 'Storing vlak voor een sluiting?',
  'help-fault-more':
    'Als de site langer dan een kwartier niet werkt, wordt de reactietijd verlengd. Eerder reageren geeft geen voordeel.',

  'ours-title': 'Is dit bericht van ons?',
  'ours-lead':
    'In elke mail en brief van ons staat een kenmerk van twaalf tekens. Plak hier het kenmerk of het hele bericht. Wij zeggen of het van ons is, en bewaren niet wat u plakt.',
  'ours-field': 'Het kenmerk, of het hele bericht',
  'ours-hint': 'Bijvoorbeeld 3f2a-91bc-07de',
  'ours-button': 'Controleren',
  'ours-yes': 'Ja, dit bericht is van ons',
  'ours-yes-more': 'Wij stuurden het op {on, date, weekday}. Het heet: {subject}.',
  'ours-no': 'Nee, dit kenmerk kennen wij niet',
  'ours-no-more': 'Ga ervan uit dat het bericht niet van ons is.',
  'ours-missing': 'Vul het kenmerk in',
  'ours-yes-still':
    'Een kenmerk kan zijn overgenomen. Vraagt het bericht iets wat wij nooit vragen, dan is het toch niet van ons. Lees het liever zelf, bij Mijn berichten.',
  'ours-none': 'Hier staat geen kenmerk van ons in',
  'ours-none-more':
    'In elke mail en brief van ons staat een kenmerk zoals 3f2a-91bc-07de. Staat dat er niet in, ga er dan van uit dat het bericht niet van ons is.',
  'ours-do-nothing': 'Klik nergens op, betaal niets, en bel geen nummer dat erin staat.',
  'ours-do-look': 'Alles wat wij u echt stuurden, leest u hier:',
  'ours-do-look-link': 'Mijn berichten',
  'ours-do-tell': 'Deed u al iets, of wilt u het melden?',
  'ours-do-tell-link': 'Neem contact met ons op',
  'ours-never': 'Dit vragen wij nooit',
  'ours-never-money': 'geld om u in te schrijven, te reageren of te bezichtigen',
  'ours-never-password': 'uw wachtwoord of een code',
  'ours-never-copy': 'een kopie van uw paspoort per mail',

  'rent-title': 'Welke huur past bij uw inkomen?',
  'rent-lead': 'Reken het uit. U hoeft niet in te loggen, en wij bewaren niets.',
  'rent-size': 'Aantal personen in uw huishouden',
  'rent-income': 'Inkomen per jaar, van iedereen samen',
  'rent-aow': 'Hebt u de AOW-leeftijd?',
  'rent-aow-yes': 'Ja',
  'rent-aow-no': 'Nee',
  'rent-button': 'Uitrekenen',
  'rent-answer-cap': 'Een huur tot {cap, number, euro} past bij u',
  'rent-answer-cap-more':
    'Uw inkomen is niet hoger dan {fit, number, euro}. Verhuurders moeten dan bijna altijd een woning geven met een huur tot {cap, number, euro}, zodat u huurtoeslag kunt krijgen.',
  'rent-answer-free': 'U kunt een sociale woning huren tot {limit, number, euro}',
  'rent-answer-free-more':
    'Uw inkomen is hoger dan {fit, number, euro}. De grens van {cap, number, euro} geldt dan niet voor u.',
  'rent-answer-above': 'Uw inkomen is te hoog voor de meeste sociale huurwoningen',
  'rent-answer-above-more':
    'De grens voor uw huishouden is {target, number, euro}. Verhuurders mogen maar een klein deel van de woningen aan hogere inkomens geven.',
  'rent-figures': 'Zo rekenden wij',
  'rent-fit-limit': 'Inkomen tot waar de huurgrens geldt',
  'rent-cap': 'Huurgrens voor uw huishouden',
  'rent-target': 'Inkomensgrens voor sociale huur',
  'rent-social': 'Hoogste sociale huur',
  'rent-missing': 'Wij kunnen dit niet uitrekenen: in de regels ontbreekt {missing}.',
  'rent-unknown':
    'Of u huurtoeslag krijgt, beslist de Belastingdienst. Wij kennen uw vermogen niet. Dat een huur past, zegt niet dat u een woning krijgt.',
  'rent-source': 'De bedragen komen uit: {books}, op {on, date, day}.',
  'rent-see': 'Bekijk woningen tot deze huur',
} as const

type Text = keyof typeof nl

export const publicTexts: Texts<Text> = {
  nl,
  en: {
    'front-title': 'A rented home in {region}',
    'front-lead':
      'Here are all social rented homes of the region that are open now. Who gets one follows from rules that everybody can read.',
    'front-find': 'Find a home',
    'front-find-count':
      '{count, plural, =0 {No homes are open now.} one {# home is open now.} other {# homes are open now.}}',
    'front-see': 'See the homes',
    'front-register': 'Register',
    'front-register-more': 'Free, from the age of 18. Your time counts from the first day.',
    'front-register-link': 'Register',
    'front-mine': 'My page',
    'front-mine-more': 'Your place, your messages, your registration.',
    'front-mine-link': 'To My page',
    'front-how': 'How homes are shared out',
    'front-how-1':
      'You respond to a home. Sooner or later makes no difference, except for a home that can be rented at once.',
    'front-how-2':
      'After the close the rules make the order: first who has priority, then who is registered longest or whom the lot picks. It stands with each home.',
    'front-how-3': 'You read your place and why you stand there. The numbers add up.',
    'front-how-4': 'The home is offered in that order. Then the result stands here, without names.',
    'front-rules': 'Read the rules',
    'front-verify': 'Check a decision yourself',
    'front-rent': 'Which rent fits your income?',
    'front-unknown': 'What we do not know',
    'front-scarce':
      'In a year {homes, plural, one {# home} other {# homes}} got a new tenant. Since {since, date, day} {people, plural, one {# person} other {# people}} responded to one or more homes.',
    'front-chances': 'How long did others search?',
    'front-unknown-more':
      'More people search than there are homes. We cannot promise how long you will search.',

    'rules-title': 'The rules',
    'rules-lead':
      'These are the rules in force on {on, date, weekday}, in plain words. The computer that makes the lists reads the same rules.',
    'rules-home-title': 'The rules for {address}',
    'rules-home-lead':
      'These rules were in force when the home was made known. They keep holding for this home, whatever changes later.',
    'rules-books': 'Which rule books there are',
    'rules-book': 'Rule book',
    'rules-by': 'By',
    'rules-state': 'Now',
    'rules-in-force': 'in force',
    'rules-not': 'not in force',
    'rules-hash': 'Code',
    'rules-contents': 'Contents',
    'rules-why': 'Why this rule exists, and who made it',
    'rules-dutch': 'Rules are written in Dutch. The Dutch text is the one that counts.',
    'rules-unknown': 'What is unknown or invented stands with the rule itself.',
    'rules-all': 'All rules of now',
    'rules-short': 'Click an article to read it.',
    'rules-long': 'Read everything in one go, with why each rule is there',
    'rules-book-lead': 'This book is valid from {from, date, day} to {until, date, day}.',

    'help-title': 'Help',
    'help-lead':
      'Stuck? Ask us. Registering, renewing, responding, changing data and asking how things stand can also be done at the counter and on paper. Who has no account answers an offer there too.',
    'help-contact': 'Talk to us',
    'help-contact-more':
      'This is an example region. In a real region the address of the counter, the phone number and the opening hours stand here. At the counter you can also have a mistake in your name or date of birth corrected. No account and no mail? Then every offer and every decision on a correction, a complaint or your registration comes to you by letter. Bring your reference to the counter: it stands on your receipt of registering.',
    'help-way-paper': 'Register on paper',
    'help-way-mandates': 'Authorise somebody',
    'help-way-decisions': 'My decisions',
    'help-way-data': 'My data',
    'help-way-log': 'Who looked in my file?',
    'help-helper': 'Let somebody else act for you',
    'help-helper-more':
      'Never give your password. Who helps you logs in under their own name and acts with your mandate. You always see what your helper did, under Who looked in my file. No account? Then write down who helps you, with what and for how long, sign it and take it to the counter. There you get a code for who helps you. You can stop it there too.',
    'help-complaint': 'Complaint about a housing association',
    'help-complaint-more':
      'Do you disagree with a place, an offer or how you were treated? Tell the landlord first. If that does not help, you can go to the complaints committee of the region. It is free. My decisions says until which day you can. No account? Write it down, sign it and bring or send it to the counter. The day on which it comes in counts.',
    'help-decision': 'Asking the municipality for a decision',
    'help-decision-more':
      'Some things count only once the municipality has decided on them. For example whether you have a reasonable interest in living here: work, education, or care for family. You ask that of the municipality where you want to live, at its counter or by letter. You get a decision on paper, with the reason, and can object to it. You cannot ask it on this site yet. Did you live here before? That needs no decision: add it to your data.',
    'help-objection': 'Objection to a decision of the municipality',
    'help-objection-more':
      'On urgency, a permit or a sanction the municipality decides, or a committee for it. You can object within six weeks. The last day stands in the decision and under My decisions. No account? Then you can do it on paper, signed, at the counter. The day on which it comes in counts.',
    'help-privacy': 'Your data',
    'help-privacy-more':
      'Landlords see your name and income only when you are offered a home. On My page you see who looked in your file, and can take all your data along. Without an account you get on paper, at the counter, who looked. Deregistering and having your data erased you do yourself, with your account. No account? Then it can be done on paper, with your signature, at the counter.',
    'help-access': 'Accessibility',
    'help-access-more':
      'This site works without a mouse, without script, enlarged, and with a screen reader. We test every page ourselves against WCAG 2.2, level AA, with a program. There is no test by an independent bureau yet, and so no official accessibility statement. If something does not work, tell us; we then do it together.',
    'help-language': 'Language',
    'help-language-more':
      'Every page is there in Dutch and in English. At the bottom you switch; you stay on the same page. If you speak another language, bring somebody along or ask at the counter for an interpreter.',
    'help-fault': 'A failure just before a close?',
    'help-fault-more':
      'If the site fails for more than a quarter of an hour, the time to respond is extended. Responding sooner gives no advantage.',

    'ours-title': 'Is this message ours?',
    'ours-lead':
      'In every mail and letter of ours stands a reference of twelve characters. Paste the reference or the whole message here. We say whether it is ours, and keep nothing of what you paste.',
    'ours-field': 'The reference, or the whole message',
    'ours-hint': 'For example 3f2a-91bc-07de',
    'ours-button': 'Check',
    'ours-yes': 'Yes, this message is ours',
    'ours-yes-more': 'We sent it on {on, date, weekday}. It is called: {subject}.',
    'ours-no': 'No, we do not know this reference',
    'ours-no-more': 'Take it that the message is not ours.',
    'ours-missing': 'Fill in the reference',
    'ours-yes-still':
      'A reference can be copied. If the message asks for something we never ask for, it is not ours after all. Better read it yourself, under My messages.',
    'ours-none': 'There is no reference of ours in this',
    'ours-none-more':
      'In every mail and letter of ours stands a reference such as 3f2a-91bc-07de. If it is not there, take it that the message is not ours.',
    'ours-do-nothing': 'Follow no link, pay nothing, and call no number that stands in it.',
    'ours-do-look': 'All that we really sent you, you read here:',
    'ours-do-look-link': 'My messages',
    'ours-do-tell': 'Did you do something already, or do you want to report it?',
    'ours-do-tell-link': 'Contact us',
    'ours-never': 'We never ask for',
    'ours-never-money': 'money to register, to respond or to view a home',
    'ours-never-password': 'your password or a code',
    'ours-never-copy': 'a copy of your passport by mail',

    'rent-title': 'Which rent fits your income?',
    'rent-lead': 'Work it out. You need not log in, and we keep nothing.',
    'rent-size': 'Number of persons in your household',
    'rent-income': 'Income a year, of everybody together',
    'rent-aow': 'Have you reached the state pension age?',
    'rent-aow-yes': 'Yes',
    'rent-aow-no': 'No',
    'rent-button': 'Work it out',
    'rent-answer-cap': 'A rent up to {cap, number, euro} fits you',
    'rent-answer-cap-more':
      'Your income is not above {fit, number, euro}. Landlords must then nearly always give a home with a rent up to {cap, number, euro}, so that you can get rent allowance.',
    'rent-answer-free': 'You can rent a social home up to {limit, number, euro}',
    'rent-answer-free-more':
      'Your income is above {fit, number, euro}. The limit of {cap, number, euro} then does not hold for you.',
    'rent-answer-above': 'Your income is too high for most social rented homes',
    'rent-answer-above-more':
      'The limit for your household is {target, number, euro}. Landlords may give only a small part of the homes to higher incomes.',
    'rent-figures': 'How we reckoned',
    'rent-fit-limit': 'Income up to which the rent limit holds',
    'rent-cap': 'Rent limit for your household',
    'rent-target': 'Income limit for social rent',
    'rent-social': 'Highest social rent',
    'rent-missing': 'We cannot work this out: the rules lack {missing}.',
    'rent-unknown':
      'Whether you get rent allowance is decided by the tax office. We do not know your savings. That a rent fits does not mean that you get a home.',
    'rent-source': 'The amounts come from: {books}, on {on, date, day}.',
    'rent-see': 'See homes up to this rent',
  },
}
