/** What was to be stored found no space, and none of it is stored. */
export class NoSpaceLeft extends Error {
  override readonly name = 'NoSpaceLeft'

  constructor(cause: unknown) {
    super('the disk that holds the database is full', { cause })
  }
}
