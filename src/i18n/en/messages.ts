import type { Formats } from '../formats.ts'
import { boardMessages } from './board-messages.ts'
import { calendarMessages } from './calendar-messages.ts'
import { cardMessages } from './card-messages.ts'
import { checkInMessages } from './check-in-messages.ts'
import { goalMessages } from './goal-messages.ts'
import { helpMessages } from './help-messages.ts'
import { homeMessages } from './home-messages.ts'
import { leaveMessages } from './leave-messages.ts'
import { lifeMessages } from './life-messages.ts'
import { lookBackMessages } from './look-back-messages.ts'
import { lostMessages } from './lost-messages.ts'
import { planDocumentMessages } from './plan-document-messages.ts'
import { planMessages } from './plan-messages.ts'
import { promptMessages } from './prompt-messages.ts'
import { rehearsalMessages } from './rehearsal-messages.ts'
import { timelineMessages } from './timeline-messages.ts'
import { transferMessages } from './transfer-messages.ts'
import { whyMessages } from './why-messages.ts'

/** Everything that messages and App Home say. */
export const messages = (format: Formats) => ({
  ...goalMessages(format),
  ...promptMessages(format),
  ...lifeMessages(format),
  ...leaveMessages(format),
  ...lookBackMessages(format),
  ...lostMessages(format),
  ...checkInMessages(format),
  ...cardMessages,
  ...boardMessages(format),
  ...homeMessages(format),
  ...helpMessages,
  ...whyMessages(format),
  ...rehearsalMessages(format),
  ...calendarMessages(format),
  ...planDocumentMessages(format),
  ...planMessages(format),
  ...timelineMessages(format),
  ...transferMessages(format),
})
