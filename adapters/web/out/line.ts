/** Lines of a talk as the page shows them. Pure. */
import path from 'node:path'
import { type Media, mediaOf, type OutboundMessage, type TalkLine } from '#mascot'
import type { FileShown, Line } from '../wire.ts'

/** One that leaves now. */
export function lineOf(message: Extract<OutboundMessage, { kind: 'text' }>, at: number): Line {
  const { id, text, speaker, buttons, isLiteral, isCard } = message
  const row = Number.parseInt(id, 10)
  return {
    ...(Number.isFinite(row) && { row }),
    ...{ id, at, text },
    ...whoIs(speaker.kind === 'person' ? speaker.name : undefined),
    ...(isLiteral && { isLiteral }),
    ...(isCard && { isCard }),
    ...(buttons && { buttons: buttons.map(({ label, url }) => ({ label, ...(url !== undefined && { url }) })) }),
    ...filesShown(row, mediaOf(message), isCard),
  }
}

/** One of the record. */
export function lineRead(line: TalkLine): Line {
  const { row, id, at, from, text, personName, isLiteral, isCard, buttons, media, attachments, isEdited, reaction } =
    line
  return {
    ...{ row, at, text, id: id ?? `row-${row}` },
    ...(from === 'fan' ? { from } : whoIs(personName)),
    ...(isLiteral && { isLiteral }),
    ...(isCard && { isCard }),
    ...(buttons && { buttons: buttons.map(({ label, url }) => ({ label, ...(url !== undefined && { url }) })) }),
    ...(media && filesShown(row, media, isCard)),
    ...(attachments && {
      files: attachments.map(({ kind, name }, nth) => ({
        ...{ kind, name: name ?? kind, isPicture: kind === 'photo', path: `file/${row}/${nth}` },
      })),
    }),
    ...(isEdited && { isEdited }),
    ...(reaction !== undefined && { reaction }),
  }
}

function whoIs(personName: string | undefined): Pick<Line, 'from' | 'name'> {
  return personName === undefined ? { from: 'bot' } : { from: 'person', name: personName }
}

function filesShown(row: number, all: readonly Media[], isCard?: true): Pick<Line, 'files'> {
  if (all.length === 0) return {}
  return {
    files: all.map(({ kind, name, path: file, url }, nth): FileShown => {
      const called = name ?? path.basename(file ?? url ?? kind)
      const isPicture = kind === 'photo' || kind === 'sticker'
      // What lies elsewhere is a link: the page fetches nothing from other sites. A product's picture is fetched by its server.
      const isOurs = url === undefined || (isCard && isPicture)
      return {
        kind,
        name: called,
        isPicture: isPicture && isOurs === true,
        ...(isOurs ? { path: `file/${row}/${nth}` } : { url }),
      }
    }),
  }
}
