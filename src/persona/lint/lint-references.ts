/** Lints what the persona points at: pictures, links, dates of commitments. Part of lint.ts. */
import { access } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import type { PersonaReading } from '../load/load.ts'
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { lintExpiry } from './lint-text.ts'

export function lintReferences({ persona, files }: PersonaReading, now: number): PersonaProblem[] {
  if (persona === undefined) return []
  return [
    ...Object.entries(persona.commitments).flatMap(([topic, { expires }]) =>
      lintExpiry(persona, files.persona, ['commitments', topic, 'expires'], expires, now),
    ),
    ...linkPaths(files.persona).flatMap((path) => lintLink(files.persona, path)),
    ...linkPaths(files.answers).flatMap((path) => lintLink(files.answers, path)),
  ]
}

/** Every key called `url`, wherever it stands outside `extensions`. */
function linkPaths(file: YamlFile): YamlPath[] {
  const visit = (value: unknown, path: YamlPath): YamlPath[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => visit(item, [...path, index]))
    if (!isRecord(value)) return []
    return Object.entries(value).flatMap(([key, child]) => {
      if (path.length === 0 && key === 'extensions') return []
      return key === 'url' ? [[...path, key]] : visit(child, [...path, key])
    })
  }
  return visit(file.value, [])
}

function lintLink(file: YamlFile, path: YamlPath): PersonaProblem[] {
  const url = valueAt(file.value, path)
  if (typeof url !== 'string' || /^https:\/\//i.test(url)) return []
  if (/^http:\/\//i.test(url)) return [file.problem(path, `"${url}" is not https`, { severity: 'warning' })]
  return [file.problem(path, `"${url}" is not a link that fans can open: it should begin with https://`)]
}

export async function lintPictures(persona: Persona, file: YamlFile): Promise<PersonaProblem[]> {
  const pictures = [
    { picture: persona.image.avatar, path: ['image', 'avatar'] },
    ...Object.entries(persona.image.moods).flatMap(([mood, files]) =>
      files.map((picture, index) => ({ picture, path: ['image', 'moods', mood, index] })),
    ),
    ...persona.brand.products.map(({ image }, index) => ({
      picture: image,
      path: ['brand', 'products', index, 'image'],
    })),
  ]
  const found = await Promise.all(
    pictures.map(async ({ picture, path }) => {
      if (picture === undefined || /^https:\/\//i.test(picture)) return []
      const problem = await pictureProblem(persona.folder, picture)
      return problem === undefined ? [] : [file.problem(path, problem)]
    }),
  )
  return found.flat()
}

/** A picture is named from the persona's folder (`assets/pip.png`) or from its assets (`pip.png`), and never outside the folder. */
async function pictureProblem(folder: string, picture: string): Promise<string | undefined> {
  const candidates = [resolve(folder, picture), resolve(folder, 'assets', picture)]
  const inside = candidates.filter((path) => !relative(folder, path).startsWith('..'))
  if (inside.length === 0) return `"${picture}" lies outside the persona’s folder: put it under assets/`
  const exists = await Promise.all(
    inside.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return exists.includes(true) ? undefined : `there is no file "${picture}" under assets/`
}
