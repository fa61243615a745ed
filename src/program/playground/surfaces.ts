/** What each platform's surface can show, for talks without the platform. A test holds them to the adapters' own. */
import type { SurfaceAbilities } from '../../ports/adapter.ts'

export const surfaces: Readonly<Record<string, SurfaceAbilities>> = {
  telegram: { maxLength: 4096, markdown: 'light', buttons: true },
  discord: { maxLength: 2000, markdown: 'light', buttons: true },
  web: { maxLength: 2000, markdown: 'light', buttons: true },
  terminal: { maxLength: 4000, markdown: 'none', buttons: true },
}
