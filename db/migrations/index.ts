import type { Migration } from 'kysely/migration'
import { first } from './0001-first.ts'
import { promptLife } from './0003-prompt-life.ts'
import { lettersByTarget } from './0004-letters-by-target.ts'
import { away } from './0005-away.ts'
import { answerOrder } from './0006-answer-order.ts'
import { coach } from './0007-coach.ts'
import { feeds } from './0008-feeds.ts'
import { milestones } from './0009-milestones.ts'
import { week } from './0010-week.ts'
import { lookBack } from './0011-look-back.ts'
import { home } from './0012-home.ts'
import { plan } from './0013-plan.ts'

/** Every migration in order. To add one: one file, one line here. A released migration never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0003-prompt-life': promptLife,
  '0004-letters-by-target': lettersByTarget,
  '0005-away': away,
  '0006-answer-order': answerOrder,
  '0007-coach': coach,
  '0008-feeds': feeds,
  '0009-milestones': milestones,
  '0010-week': week,
  '0011-look-back': lookBack,
  '0012-home': home,
  '0013-plan': plan,
}
