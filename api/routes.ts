/** Every address of the interface. */
import { caseRoutes } from './cases.ts'
import { chanceRoutes } from './chances.ts'
import { complaintRoutes } from './complaints.ts'
import { counterRoutes } from './counter.ts'
import { homeRoutes } from './homes.ts'
import { householdRoutes } from './household.ts'
import { landlordRoutes } from './landlords.ts'
import { manageRoutes } from './manage.ts'
import { oversightRoutes } from './oversight.ts'
import { paperRoutes } from './papers.ts'
import type { Route } from './route.ts'
import { ruleRoutes } from './rules.ts'
import { ruleWorkRoutes } from './rules-work.ts'
import { seekerRoutes } from './seekers.ts'
import { stockRoutes } from './stock.ts'
import { supervisionRoutes } from './supervision.ts'
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
  ...stockRoutes,
  ...counterRoutes,
  ...caseRoutes,
  ...ruleWorkRoutes,
  ...oversightRoutes,
  ...supervisionRoutes,
  ...manageRoutes,
]
