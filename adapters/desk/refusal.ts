/** What is answered instead of what was asked for, in words for the staff member. */

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429
  readonly code: string
  /** `message`: plain text, for people. */
  constructor(status: Refusal['status'], code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
