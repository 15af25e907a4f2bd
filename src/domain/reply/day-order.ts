/** Whether people of a locale write 6/10 for the sixth of October; Americans and East Asia put the month first. */
export const isDayFirst = (locale: string): boolean => !/^(?:en-US|zh|ja|ko)/i.test(locale)
