/** What only tells something is not answered for one word that it shares with a question. */
import { describe, expect, it } from 'vitest'
import { thinking, turnOf } from '../../support/turns.ts'

const { recalled } = await thinking({
  voice: { languages: ['en', 'fr', 'zh'] },
  answers: [
    {
      id: 'way',
      asks: ['which bus goes to you', 'how do I get there by bus', 'quel bus va chez vous', '坐几路公交车到你们那'],
      answer: 'By bus 14.',
    },
    {
      id: 'jobs',
      asks: ['any job openings', 'where do i send my cv for a job', 'vous recrutez en ce moment', '你们招人吗'],
      answer: 'In spring.',
    },
    {
      id: 'damaged',
      asks: ['my parcel arrived damaged', 'it came broken in the box', 'mon colis est abîmé', '收到的包裹破损了'],
      answer: 'A photo, please.',
    },
    {
      id: 'left',
      asks: [
        'i left my umbrella in your shop',
        'lost property',
        "j'ai oublié mon parapluie chez vous",
        '我把伞落店里了',
      ],
      answer: 'Under the till.',
    },
    {
      id: 'hours',
      asks: ['when do you open', 'open on bank holidays?', 'vous ouvrez à quelle heure', '几点开门'],
      answer: 'At nine.',
    },
  ],
})
const answered = async (text: string) => {
  const { findings } = await recalled(turnOf(text))
  return findings.outcome === 'answer' ? findings.hits[0]?.answer.id : undefined
}

describe('a remark', () => {
  it.each([
    'the bus was so slow today',
    'I left town and my job this week',
    'I love my new job!!',
    'it arrived yesterday, thanks everyone',
    'le bus était plein ce matin',
    'le patron du bus chante',
    '今天公交车好挤了',
    '我的包裹收到了，谢谢',
  ])('that shares a word with a question is not answered: %s', async (text) => {
    expect(await answered(text)).toBeUndefined()
  })

  it.each([
    ['i left my umbrella in your shop', 'left'],
    ['I left my scarf in your shop', 'left'],
    ['my parcel arrived damaged and wet', 'damaged'],
    ['我把帽子落店里了', 'left'],
    ['which bus do I take', 'way'],
    ['bus?', 'way'],
  ])('that is like what was written for it is: %s', async (text, id) => {
    expect(await answered(text)).toBe(id)
  })
})
