/** A file of a staff member's, kept until the reply it belongs to is sent. */
import type { CaseId, PageContext } from '#mascot'
import type { Ask } from '../api-deps.ts'
import { FILE_BYTES, isTooLong } from '../door/body-of.ts'
import { existing } from '../read/existing.ts'
import { Refusal } from '../refusal.ts'
import type { Uploaded } from '../wire.ts'

export async function upload(c: Ask, id: CaseId, context: PageContext): Promise<Uploaded> {
  const { view, access } = context
  await existing(id, context)
  const form = await c.req.formData().catch((error: unknown) => {
    throw isTooLong(error) ? error : new Refusal(400, 'bad-request', 'That is no form with a file.')
  })
  const file = form.get('file')
  if (!(file instanceof File)) throw new Refusal(400, 'bad-request', 'There is no file in it.')
  if (file.size > FILE_BYTES) throw new Refusal(413, 'too-long', 'A file may have 10 MB.')
  if (file.size === 0) throw new Refusal(400, 'bad-request', 'The file is empty.')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kept = await view.keepUpload({ name: file.name, bytes }, id)
  await access.record({ who: c.get('session').staff, what: 'uploaded', about: id, detail: `${file.size} bytes` })
  return { id: kept, name: file.name }
}
