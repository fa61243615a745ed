/** What a form or a request may hold: what is wrong with it is said in our own words, whatever it is. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { read } from '../../../adapters/desk/door/requests.ts'

const schema = z.strictObject({
  lang: z.string().regex(/^[a-z]{2}$/, 'Which language?'),
  level: z.enum(['amber', 'red']).optional(),
  hours: z.coerce.number().max(168).optional(),
  rows: z.array(z.number().int()).min(1).optional(),
  url: z.url().optional(),
})

it.each([
  [{}, 'lang: This is missing.'],
  [{ lang: null }, 'lang: This is missing.'],
  [{ lang: 5 }, 'lang: This is no text.'],
  [{ lang: 'english' }, 'lang: Which language?'],
  [{ lang: 'en', level: 'blue' }, 'level: This is none of: amber, red.'],
  [{ lang: 'en', hours: 'soon' }, 'hours: This is no number.'],
  [{ lang: 'en', hours: 200 }, 'hours: This is too much: at most 168.'],
  [{ lang: 'en', rows: [] }, 'rows: This is too little: at least 1.'],
  [{ lang: 'en', rows: [1.5] }, 'rows.0: This is no whole number.'],
  [{ lang: 'en', url: 'x' }, 'url: This is not as it should be.'],
  [{ lang: 'en', more: 1 }, 'There is no place for: more.'],
  ['lang', 'This cannot be read.'],
])('%j: %s', (body, said) => expect(() => read(schema, body)).toThrow(expect.objectContaining({ message: said })))
