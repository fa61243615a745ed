/** No line names a telephone number without somebody who says that it is one. */
import { describe, expect, it } from 'vitest'
import type { Helplines } from '../../bin/packs/pack-schema.ts'
import { readPacks } from '../../bin/packs/read-packs.ts'

const packs = await readPacks()
const digits = (text: string) => text.replace(/\D/g, '')

describe.each(packs.filter(({ data }) => data.has('lines')).map((pack) => [pack.lang, pack] as const))(
  '%s',
  (_, { data }) => {
    it('names in its lines only numbers that stand in helplines.yaml with their source and date', () => {
      const listed = ((data.get('helplines') ?? []) as Helplines).map(({ number }) => digits(number))
      const lines = JSON.stringify(data.get('lines'))
      const named = [...lines.matchAll(/\+?\d[\d\s-]{1,15}\d/g)].map(([number]) => digits(number))
      expect(named.filter((number) => !listed.includes(number))).toEqual([])
    })
  },
)
