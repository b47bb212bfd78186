/**
 * The people one can be in the example region (proefpersonen): one for every role, each with a story, and two
 * where a second person must look as well.
 */
import type { Role } from '../access-table.ts'

export type DemoPerson = {
  /** What the account is called at the development identity provider. */
  readonly subject: string
  readonly name: string
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[]
  /** Which file of the region is theirs. */
  readonly file?: 'waits-for-close' | 'has-offer' | 'is-placed'
  /** Acts for whom. */
  readonly helps?: 'waits-for-close'
}

/** Where the accounts of the example region come from. */
export const developmentIssuer = 'development'

const works = (subject: string, name: string, role: Role, organisation = ''): DemoPerson => ({
  ...{ subject, name },
  roles: [{ role, organisation }],
})

/** In the order in which one meets them. */
export const demoPeople: readonly DemoPerson[] = [
  { subject: 'fatima', name: 'Fatima Eikveld', roles: [], file: 'waits-for-close' },
  { subject: 'jef', name: 'Jef Molenrade', roles: [], file: 'has-offer' },
  { subject: 'noor', name: 'Noor Steenbeek', roles: [], file: 'is-placed' },
  { subject: 'wim', name: 'Wim Lindenhorst', roles: [], helps: 'waits-for-close' },
  works('sanne', 'Sanne Kampvoort', 'letting-officer', 'voorbeeldwonen'),
  works('theo', 'Theo Berkhuizen', 'letting-officer', 'schetswonen'),
  works('karin', 'Karin Hamerdal', 'reviewer', 'voorbeeldwonen'),
  works('omar', 'Omar Noorderbeek', 'reviewer', 'schetswonen'),
  works('hanna', 'Hanna Vlierdonk', 'panel-member', 'voorbeeldwonen'),
  works('rob', 'Rob Wilgenlaar', 'urgency-committee'),
  works('ellen', 'Ellen Peelhorst', 'permits', 'heerlen'),
  works('emre', 'Emre Zandvoort', 'municipal-policy', 'heerlen'),
  works('daan', 'Daan Heksenberg', 'municipal-policy', 'heerlen'),
  {
    ...{ subject: 'gerda', name: 'Gerda Sprankveld' },
    roles: ['kerkrade', 'landgraaf', 'brunssum', 'beekdaelen', 'simpelveld', 'voerendaal'].map(
      (organisation) => ({ role: 'municipal-policy', organisation }),
    ),
  },
  works('lies', 'Lies Groenbrink', 'landlord-policy', 'voorbeeldwonen'),
  works('marga', 'Marga Duivenkamp', 'landlord-policy', 'schetswonen'),
  works('sjef', 'Sjef Kolenberg', 'tenants-organisation'),
  works('vera', 'Vera Maasbrink', 'regional-monitor'),
  works('bart', 'Bart Heidekamp', 'complaints-committee'),
  works('ineke', 'Ineke Rozenhof', 'complaints-committee'),
  works('astrid', 'Astrid Klaverboom', 'auditor'),
  works('niels', 'Niels Hazelrade', 'functional-admin'),
  works('farida', 'Farida Looierhek', 'functional-admin'),
  works('kasia', 'Kasia Oevergaard', 'technical-admin'),
  works('tom', 'Tom Schachtveld', 'technical-admin'),
]
