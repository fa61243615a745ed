declare module 'opencc-js/dict/TSCharacters' {
  /** `萬 万|與 与|…` */
  const pairs: string
  export default pairs
}

declare module 'opencc-js/dict/HKVariantsRev' {
  const pairs: string
  export default pairs
}

declare module 'opencc-js/dict/STCharacters' {
  /** `万 萬|与 與|…`; several forms where the word decides. */
  const pairs: string
  export default pairs
}
