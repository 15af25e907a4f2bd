/** What is said of all goals that were not named: the words behind "the rest". */
export const restOf = (part: string): string | undefined =>
  /^(?:(?:the )?(?:rest|others?|everything else|all (?:the )?others?)(?: of (?:them|it))?|其他|其餘|剩下的?)(?:的?都)?[,:]? ?(?:is |are |all )*(.+)$/i.exec(
    part,
  )?.[1]
