/** What is said of all goals that were not named: the words behind "the rest". */
export const restOf = (part: string): string | undefined =>
  /^(?:(?:the )?(?:rest|others?(?: ones?)?|everything else|all (?:the )?others?)(?: of (?:them|it))?|其他|其餘|另外?(?:一|兩|那)?個|剩下的?)(?:的?都)?[,:]? ?(?:is |are |all )*(.+)$/i.exec(
    part,
  )?.[1]
