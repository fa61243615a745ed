/** What a persona asks of a shop of our own: orders, which a number and an address prove, and points, which a code does. */
import { testPersona } from './persona.ts'

export const lookUpsAt = (url: string) =>
  testPersona({
    lookups: [
      {
        id: 'order',
        about: 'where an order is',
        answers: ['order-status'],
        needs: [
          { id: 'number', shape: 'TW-######', ask: 'Which order? The number begins with TW.' },
          { id: 'email', shape: 'email', ask: 'And the e-mail address you ordered with?' },
        ],
        request: {
          url: `${url}/orders/{number}`,
          query: { email: '{email}' },
          headers: { authorization: 'Bearer {env:SHOP_TOKEN}' },
          private: true,
          retries: 0,
        },
        state: 'order.status',
        facts: {
          left: 'order.shipped_at',
          carrier: 'order.carrier',
          total: { at: 'order.total', currency: 'order.currency' },
        },
        says: {
          shipped: 'It left on {left:day} with {carrier}.',
          packed: 'Packed, {total:money}, and waiting for the van.',
          failed: 'The order book will not open.',
        },
        perHour: 40,
        cacheMinutes: 0,
        actions: [
          {
            id: 'return',
            label: 'Start a return',
            states: ['shipped'],
            request: {
              method: 'POST',
              url: `${url}/orders/{number}/return`,
              headers: { authorization: 'Bearer {env:SHOP_TOKEN}' },
              body: { email: '{email}' },
              private: true,
            },
            says: 'Your return is started: the label is in your mail.',
          },
        ],
      },
      {
        id: 'points',
        about: 'how many points an account has',
        asks: [
          'how many points do i have',
          'my points balance',
          'what are my loyalty points',
          'points on my card',
          'show my points',
        ],
        needs: [{ id: 'number', shape: 'TW-######', ask: 'By which order do you know us?' }],
        request: {
          url: `${url}/orders/{number}`,
          headers: { authorization: 'Bearer {env:SHOP_TOKEN}' },
          private: true,
          retries: 0,
        },
        proof: 'code',
        address: 'order.email',
        facts: { points: 'order.points' },
        says: { found: 'You have {points:number} points.' },
      },
    ],
  }).lookUps
