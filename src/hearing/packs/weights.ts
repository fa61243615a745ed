/** What a word may weigh in what a brand says or is asked: each is a matter that nobody may speak of without an approved text behind it. */
export const weights = [
  ...(['price', 'pays', 'discount', 'gift', 'refund', 'returns', 'delivers', 'arrives', 'reserves', 'stock'] as const),
  ...([
    'orders',
    'repairs',
    'warranty',
    'promises',
    'agrees',
    'staff-acts',
    'staff',
    'fault',
    'legal',
    'health',
  ] as const),
  ...(['contains', 'property', 'hours', 'place', 'contact', 'account', 'bank', 'deadline', 'job', 'rivals'] as const),
  ...(['news', 'others-data', 'permits', 'instructs', 'number', 'yes', 'no', 'terms', 'body'] as const),
] as const
export type Weight = (typeof weights)[number]
