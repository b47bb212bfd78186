/**
 * Rules on their way in the example region (voorbeeldvoorstel): Heerlen proposes its own, two gave advice, and
 * the rest is for whoever looks around. By the operations themselves, so that nothing is there that could not be.
 */
import { adviseOnRules } from '../advise-on-rules.ts'
import { humanOf } from '../log-in.ts'
import { type Actor, carryOut, isRefusal, type Setting } from '../operation.ts'
import { proposeRules } from '../propose-rules.ts'
import { demoPeople, developmentIssuer } from './people.ts'

const explanation =
  'Heerlen wil dat mensen die er werken in zorg of onderwijs eerder een huis vinden, en dat een woning niet te lang leeg staat als niemand uit Heerlen haar wil. (Dit is een verzonnen voorbeeld.)'

const points = [
  'Waarom gaat de politie niet mee bij de vitale beroepen? In de regels van de regio telt zij wel mee.',
  'Hoe merkt iemand van buiten Heerlen dat een woning na vier weken ook voor hem is?',
]

/** False where it could not be proposed, such as when the book lapsed: the region does without. */
export async function proposeExample(setting: Setting, bytes: Uint8Array): Promise<boolean> {
  const emre = await actorOf(setting, 'emre')
  const sjef = await actorOf(setting, 'sjef')
  const lies = await actorOf(setting, 'lies')
  if (!emre || !sjef || !lies) return false
  const proposed = await carryOut(setting, emre, proposeRules, {
    ...{ role: 'municipal-policy', organisation: 'heerlen', bytes, explanation },
  })
  if (isRefusal(proposed) || 'issues' in proposed) return false
  const { proposal } = proposed
  await carryOut(setting, sjef, adviseOnRules, {
    ...{ proposal, role: 'tenants-organisation', organisation: '', points },
    ...{ verdict: 'agree-with-points', text: 'Wij vinden vier weken goed voor wie al lang zoekt.' },
  })
  await carryOut(setting, lies, adviseOnRules, {
    ...{ proposal, role: 'landlord-policy', organisation: 'voorbeeldwonen', verdict: 'disagree' },
    text: 'Een uitzondering voor één gemeente maakt de regels voor zoekers moeilijker te volgen. Wij houden liever de regels van de regio.',
    points: ['Kan de termijn in de hele regio vier weken worden?'],
  })
  return true
}

async function actorOf(setting: Setting, subject: string): Promise<Actor | undefined> {
  const demo = demoPeople.find((each) => each.subject === subject)
  const human = await humanOf(setting, { issuer: developmentIssuer, subject })
  return demo && human !== undefined ? { human, roles: demo.roles, mandates: [] } : undefined
}
