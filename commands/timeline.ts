import { localDateOf } from '../src/domain/time.ts'
import type { TimelineOf, TimelineSheet } from '../src/domain/timeline.ts'
import { readTimelineWords } from '../src/domain/timeline-words.ts'
import type { CommandVisit, Feature, FileReply, Press, Reply } from '../src/slack/feature.ts'
import { teamHere } from '../src/usecases/teams-of.ts'
import { timelineSheet } from '../src/usecases/timeline-sheet.ts'
import { fileTold } from '../views/file-told.ts'
import { textPage, timelineUnread, timeline as view } from '../views/timeline.ts'
import { timelineActions, timelineButton } from '../views/timeline-actions.ts'
import { type DrawnFile, notDrawn, pngFile, svgFile } from '../views/timeline-files.ts'
import { picturePage, timelinePicture } from '../views/timeline-picture.ts'
import type { CommandDeps } from './deps.ts'
import { refused } from './goal-ref.ts'

/** /goal timeline: the channel's goals over the months, or one's own; as text, and as a file when asked. */
export function timeline(deps: CommandDeps): Feature {
  return {
    name: 'timeline',
    aliases: ['gantt', 'roadmap', '時間軸', '時程'],
    usage: 'usage.timeline',
    help: 'help.timeline',
    run: (visit) => shown(deps, visit),
    presses: {
      [timelineActions.turn]: (press) => turned(deps, press),
      [timelineActions.picture]: (press) => filed(deps, press, drawnFile),
      [timelineActions.svg]: (press) => filed(deps, press, async (sheet, { say }) => svgFile(sheet, say)),
    },
  }

  async function drawnFile(sheet: TimelineSheet, { say }: Press) {
    const drawing = await deps.draw(timelinePicture(sheet, say))
    return drawing && pngFile(sheet, drawing, say)
  }
}

async function shown(deps: CommandDeps, visit: CommandVisit): Promise<Reply> {
  const { person, say, now } = visit
  const words = readTimelineWords(visit.words, localDateOf(now, person.zone))
  if (words === undefined) return { show: 'message', message: timelineUnread(deps.command, say) }
  const of = words.whose === 'mine' ? mine : await ofPlace(deps, visit)
  if (of === undefined) return refused({ kind: 'no-team-here' }, visit)
  const sheet = await timelineSheet(deps, person, { of, months: words.months, page: textPage(1) })
  return sheet.ok ? { show: 'message', message: view(sheet.value, say) } : refused(sheet.refusal, visit)
}

const mine: TimelineOf = { kind: 'mine' }

/** The channel's team; in a direct message one's own goals, with buttons to one's teams. */
async function ofPlace(deps: CommandDeps, visit: CommandVisit): Promise<TimelineOf | undefined> {
  if (visit.isDirect) return mine
  const team = await teamHere(deps, visit.workspace, visit.channel)
  return team && { kind: 'team', team: team.id }
}

async function turned(deps: CommandDeps, press: Press): Promise<Reply> {
  const { of, months, page } = timelineButton.parse(press.value)
  const sheet = await timelineSheet(deps, press.person, { of, months, page: textPage(page) })
  if (!sheet.ok) return refused(sheet.refusal, press)
  return { show: 'replacement', message: view(sheet.value, press.say) }
}

type MakeFile = (sheet: TimelineSheet, press: Press) => Promise<DrawnFile | undefined>

async function filed(deps: CommandDeps, press: Press, make: MakeFile): Promise<Reply | FileReply> {
  const { of, months, page } = timelineButton.parse(press.value)
  const sheet = await timelineSheet(deps, press.person, { of, months, page: picturePage(textPage(page)) })
  if (!sheet.ok) return refused(sheet.refusal, press)
  const file = await make(sheet.value, press)
  if (file === undefined) return { show: 'message', message: notDrawn(press.say) }
  return { show: 'file', file, told: (news) => fileTold(news, 'text-too', press.say) }
}
