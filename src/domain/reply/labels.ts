/** Whether every number in it names something: "the machine on the 4th floor". */
export const hasOnlyLabels = (text: string) => /\d/.test(text) && !/\d/.test(withoutLabels(text))

export const withoutLabels = (text: string) => text.replace(labels, ' ')

/** Numbers that name something: a room, a day, a time, a version. */
const labels =
  /\b(?:rooms?|rm|floors?|units?|suite|tables?|gates?|bays?|wards?|tickets?|issues?|pr|cases?|orders?|invoices?|ref|version|pages?|sections?|chapters?|phase|step|grade|year|class|line|route|building|bldg|block|apt|station|lot|no\.|weeks?|wk|day|q) ?#?\d{1,6}\b|\bv\d+(?:\.\d+)*\b|\b(?:reviewer|person|part|round|sprint|batch|group|team|cohort|stage|level|item|week) \d{1,3}\b|#\d+\b|\bp(?:50|75|90|95|99)\b|\b\d{1,3}(?:st|nd|rd|th)\b|(?:as of|on|since|until|by|to) \d{1,2}\/\d{1,2}\b|(?:改|延|延後|改期)[到至] ?\d{1,2}\/\d{1,2}|\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|\b\d{1,2}:\d\d\b|(?:19|20)\d\d年|\d{1,2}月\d{1,2}[日號]|第 ?\d+[間號週周期次批梯頁版]|\d+號(?!碼)|\d+ ?[點樓]/giu
