/** What a message answers, passes on and links to is stored as safely as its own words. */
import { expect, it } from 'vitest'
import { accountId, threadId } from '../../src/domain/ids.ts'
import { withoutSecrets } from '../../src/words/personal-data/without-secrets.ts'

const CARD = '4111 1111 1111 1111'

it('a card number in the words answered, or behind a link, is not stored', () => {
  const kept = withoutSecrets({
    threadId: threadId('telegram', '1'),
    id: '1',
    sentAt: 0,
    author: { accountId: accountId('telegram', 1), name: 'Ana', isBot: false },
    surface: 'direct',
    text: 'this one',
    isMention: false,
    replyTo: {
      messageId: '2',
      isToBot: false,
      text: `pay ${CARD}`,
      attachments: [{ kind: 'other', description: CARD }],
    },
    forwarded: { from: CARD },
    links: [{ text: CARD, url: 'https://shop.example' }],
  })
  expect(JSON.stringify(kept)).not.toContain('1111')
  expect(kept.links?.[0]?.url).toBe('https://shop.example')
})
