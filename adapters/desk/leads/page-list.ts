/** Every lead page, in the order of the navigation. */
import type { LeadPage } from './lead-page.ts'
import { insightsPage } from './pages/insights.ts'

export const leadPages: readonly LeadPage[] = [insightsPage]
