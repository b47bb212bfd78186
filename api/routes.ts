/** Every address of the interface. */
import { chanceRoutes } from './chances.ts'
import { complaintRoutes } from './complaints.ts'
import { homeRoutes } from './homes.ts'
import { householdRoutes } from './household.ts'
import { landlordRoutes } from './landlords.ts'
import { oversightRoutes } from './oversight.ts'
import { paperRoutes } from './papers.ts'
import type { Route } from './route.ts'
import { ruleRoutes } from './rules.ts'
import { seekerRoutes } from './seekers.ts'
import { verificationRoutes } from './verification.ts'

export const routes: readonly Route[] = [
  ...homeRoutes,
  ...chanceRoutes,
  ...ruleRoutes,
  ...verificationRoutes,
  ...seekerRoutes,
  ...householdRoutes,
  ...paperRoutes,
  ...complaintRoutes,
  ...landlordRoutes,
  ...oversightRoutes,
]
