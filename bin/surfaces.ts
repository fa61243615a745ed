/** Writes docs/surfaces.md, what each surface can and cannot, from the adapters: `npm run surfaces`. */
import { writeFileSync } from 'node:fs'
import { surfacesText } from './surfaces-text.ts'

writeFileSync(new URL('../docs/surfaces.md', import.meta.url), surfacesText())
