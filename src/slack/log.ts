/** The part of a structured logger that the program uses; pino fits. Never message text, tokens or response URLs. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
