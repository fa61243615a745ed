/** Who was erased, told to nobody: hashes of account ids under a key. */

export interface EraseKeyTable {
  brand: string
  id: string
  /** 32 bytes in base64url. */
  key: string
  /** 1 for the one under which this database writes; others came with an import. */
  is_own: number
}

export interface ErasedTable {
  brand: string
  key_id: string
  hash: string
  at: number
}
