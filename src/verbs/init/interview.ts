/** The short talk of `mascot init`: what the flags left open is asked, one question at a time. */
import { cancel, intro, isCancel, text } from '@clack/prompts'
import { MascotError } from '../../errors.ts'
import { ownTimeZone, readBrief, type Typed } from './brief.ts'

interface Question {
  readonly key: keyof Typed
  readonly asks: string
  readonly example: string
  readonly isRequired?: true
  /** The example is what is taken where nothing is typed. */
  readonly isGiven?: true
}

const questions: readonly Question[] = [
  { key: 'brand', asks: 'What is the brand called?', example: 'Moonlight Bakery', isRequired: true },
  { key: 'name', asks: 'And the persona? Best a loud nickname, no everyday word.', example: 'Luna', isRequired: true },
  { key: 'adjectives', asks: 'Three words for how it talks', example: 'warm, dry, brief' },
  { key: 'languages', asks: 'Which languages does it speak? The first is its home.', example: 'English, Chinese' },
  { key: 'hours', asks: 'When is a person there? Empty: always.', example: 'mon-fri 9-17, sat 10-14' },
  { key: 'timeZone', asks: 'In which time zone?', example: ownTimeZone(), isGiven: true },
  { key: 'sells', asks: 'What does the brand sell?', example: 'Night Rye, Moon Buns' },
  { key: 'never', asks: 'What must it never say?', example: 'valued customer, artisanal' },
]

/** @throws {MascotError} `usage` where the person leaves */
export async function interview(typed: Typed): Promise<Typed> {
  intro('A new persona. Enter takes what stands there; Ctrl-C leaves and writes nothing.')
  let said: Typed = typed
  for (const { key, asks, example, isRequired, isGiven } of questions) {
    if (said[key] !== undefined) continue
    const answer = await text({
      message: asks,
      ...(isGiven ? { initialValue: example } : { placeholder: example }),
      validate: (value) => faultIn(key, value ?? '', isRequired === true),
    })
    if (isCancel(answer)) {
      cancel('Nothing was written.')
      throw new MascotError('usage', 'left before the end')
    }
    said = { ...said, [key]: answer }
  }
  return said
}

/** Told at once, while the question still stands there. */
function faultIn(key: keyof Typed, value: string, isRequired: boolean): string | undefined {
  if (value.trim() === '') return isRequired ? 'This one is needed.' : undefined
  try {
    readBrief({ brand: 'x', name: 'x', [key]: value })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
