/** Every lead page, in the order of the navigation. */
import { fansLeadPage } from './community/fans-page.ts'
import { healthLeadPage } from './community/health-page.ts'
import { worksLeadPage } from './community/works-page.ts'
import type { LeadPage } from './lead-page.ts'
import { answersPage } from './pages/answers.ts'
import { costPage } from './pages/cost.ts'
import { insightsPage } from './pages/insights.ts'
import { issuesPage } from './pages/issues.ts'
import { promisesPage } from './pages/promises.ts'

export const leadPages: readonly LeadPage[] = [
  insightsPage,
  costPage,
  issuesPage,
  promisesPage,
  answersPage,
  fansLeadPage,
  worksLeadPage,
  healthLeadPage,
]
