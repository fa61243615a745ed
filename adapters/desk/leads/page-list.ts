/** Every lead page, in the order of the navigation. */
import type { LeadPage } from './lead-page.ts'
import { answersPage } from './pages/answers.ts'
import { insightsPage } from './pages/insights.ts'
import { issuesPage } from './pages/issues.ts'
import { promisesPage } from './pages/promises.ts'

export const leadPages: readonly LeadPage[] = [insightsPage, issuesPage, promisesPage, answersPage]
