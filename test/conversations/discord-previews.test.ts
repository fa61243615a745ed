/** Discord updates a message without its author: a preview arrives, somebody pins it. It is answered once all the same. */
import { expect, it } from 'vitest'
import type { Payload } from '../support/discord/world.ts'
import { startDiscordChat } from '../support/discord-chat.ts'

const preview = { type: 'rich', title: 'Free wifi maps', description: 'is it broken', url: 'https://maps.example/1' }

it('a preview that arrives after the answer, or after an edit, and a pin are no new words', async () => {
  await using chat = await startDiscordChat()
  const general = chat.room('general')
  const ana = general.member('Ana')
  const asked = ana.says('Pip, do you have wifi like https://maps.ex/1')
  await general.hears(/wifi/i)
  const { server } = chat
  const updated = (content: string, editedAt: string | null, more: Payload): Payload => ({
    ...{ id: asked.id, channel_id: general.channel.id, type: 0, content, edited_timestamp: editedAt },
    ...{ timestamp: asked.sentAt, author: { id: ana.fan.user.id, username: 'ana' }, ...more },
  })
  const update = (data: Payload) => server.gateway.dispatch('MESSAGE_UPDATE', data, chat.guild.id)
  update(updated(asked.content, null, { embeds: [preview] }))
  update({ id: asked.id, channel_id: general.channel.id, embeds: [preview] })
  update(updated(asked.content, null, { pinned: true }))
  await general.hearsNothing()
  ana.fan.edits(asked, 'Pip, do you have wifi like at https://maps.ex/1')
  await chat.settled()
  const said = server.sent(general.channel).length
  update(updated(asked.content, asked.editedAt, { embeds: [preview] }))
  update(updated(asked.content, asked.editedAt, { embeds: [preview], pinned: true }))
  await general.hearsNothing()
  expect(server.sent(general.channel)).toHaveLength(said)
})
