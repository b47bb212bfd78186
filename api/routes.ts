/** Every address of the interface. */
import { complaintRoutes } from './complaints.ts'
import { homeRoutes } from './homes.ts'
import { landlordRoutes } from './landlords.ts'
import { oversightRoutes } from './oversight.ts'
import type { Route } from './route.ts'
import { ruleRoutes } from './rules.ts'
import { seekerRoutes } from './seekers.ts'
import { verificationRoutes } from './verification.ts'

export const routes: readonly Route[] = [
  ...homeRoutes,
  ...ruleRoutes,
  ...verificationRoutes,
  ...seekerRoutes,
  ...complaintRoutes,
  ...landlordRoutes,
  ...oversightRoutes,
]
