/** Every lead page, in the order of the navigation. */
import { fansLeadPage } from './community/fans-page.ts'
import { healthLeadPage } from './community/health-page.ts'
import { worksLeadPage } from './community/works-page.ts'
import type { LeadPage } from './lead-page.ts'
import { insightsPage } from './pages/insights.ts'

export const leadPages: readonly LeadPage[] = [insightsPage, fansLeadPage, worksLeadPage, healthLeadPage]
