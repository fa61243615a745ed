/** What a word may stand for, in any language. The dictionaries of the packs sort words by these, and the classifier learns which of them meet in danger. */
export const meanings = [
  // People
  ...(['self', 'child', 'kin', 'other-person', 'shop-people', 'animal'] as const),
  // The body and what befalls it
  ...(['vital-part', 'body-part', 'blood', 'collapse', 'symptom', 'injures', 'illness', 'doctor'] as const),
  // Life and death
  ...(['death', 'kills', 'suicide', 'life', 'ending', 'farewell', 'hopeless', 'wants'] as const),
  ...(['height', 'rails', 'rope-blade', 'weapon', 'pills', 'water-drown', 'gas-poison'] as const),
  // Violence
  ...(['hits', 'sexual', 'traps', 'threatens', 'fear', 'destroys', 'revenge', 'shop-place'] as const),
  // Goods and what goes wrong with them
  ...([
    'device',
    'thing',
    'food',
    'cosmetic',
    'chemical',
    'fire',
    'heat',
    'electric',
    'explodes',
    'breaks-off',
  ] as const),
  ...(['foreign-thing', 'spoilt', 'ingests', 'skin-contact', 'amount'] as const),
  // How it is said, and when
  ...(['not', 'now', 'later', 'past', 'if', 'harmless-frame', 'liking', 'shop-talk', 'time-work'] as const),
  ...(['safe-use', 'hyperbole'] as const),
] as const
export type Meaning = (typeof meanings)[number]
