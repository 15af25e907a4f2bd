import type { FeedSubject } from '../src/domain/feed.ts'
import type { ChannelId } from '../src/domain/types.ts'
import type { Feature, Press, Reply, Visit } from '../src/slack/feature.ts'
import { calendarLinks, makeLink, revokeLink } from '../src/usecases/calendar-links.ts'
import {
  calendarActions,
  type LinkNews,
  linkButton,
  calendarLinks as linksView,
  noCalendarAddress,
} from '../views/calendar-links.ts'
import type { CommandDeps } from './deps.ts'

/** /goal calendar: secret links to one's own dates and one's teams', for calendar programs. */
export function calendar(deps: CommandDeps): Feature {
  return {
    name: 'calendar',
    aliases: ['ical', 'ics', '行事曆', '日曆'],
    help: 'help.calendar',
    run: (visit) => links(deps, visit, visit.channel),
    presses: {
      [calendarActions.make]: (press) => made(deps, press, linkButton.parse(press.value)),
      [calendarActions.revoke]: (press) => revoked(deps, press, linkButton.parse(press.value)),
    },
  }
}

async function links(deps: CommandDeps, visit: Visit, here?: ChannelId): Promise<Reply> {
  if (deps.publicUrl === undefined) return { show: 'message', message: noCalendarAddress(visit.say) }
  const all = await calendarLinks(deps, visit.person, here)
  return { show: 'message', message: linksView(all, visit.person.zone, visit.say) }
}

async function made(deps: CommandDeps, press: Press, subject: FeedSubject): Promise<Reply> {
  if (deps.publicUrl === undefined) return { show: 'message', message: noCalendarAddress(press.say) }
  const token = await makeLink(deps, press.person, subject)
  if (!token.ok) return told(deps, press, { kind: token.refusal })
  return told(deps, press, { kind: 'made', subject, url: `${deps.publicUrl}/calendar/${token.value}.ics` })
}

async function revoked(deps: CommandDeps, press: Press, subject: FeedSubject): Promise<Reply> {
  const wasThere = await revokeLink(deps, press.person, subject)
  return told(deps, press, { kind: wasThere ? 'revoked' : 'was-none', subject })
}

/** In place of the message whose button was pressed: an address that stood there is gone with the next press. */
async function told(deps: CommandDeps, press: Press, news: LinkNews): Promise<Reply> {
  const here = press.from.kind === 'message' ? press.from.channel : undefined
  const all = await calendarLinks(deps, press.person, here)
  return { show: 'replacement', message: linksView(all, press.person.zone, press.say, news) }
}
