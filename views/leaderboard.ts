import type { ActionsBlock, DataTableBlock, KnownBlock } from '@slack/types'
import { type BoardChoice, boardModes, boardRanges } from '../src/domain/board-mode.ts'
import type { Board, Ranked } from '../src/domain/leaderboard.ts'
import type { BoardSheet } from '../src/domain/sheets.ts'
import type { PersonId } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, header, plain, section } from './blocks.ts'
import { scoreChart } from './chart.ts'
import { joined } from './goal-words.ts'
import { clip } from './limits.ts'
import type { Message, MessageBlock } from './message.ts'
import { plainTable } from './plain-table.ts'
import { progressBar } from './progress-bar.ts'
import { spoken } from './spoken.ts'
import { choiceButton, receiptButton } from './team-actions.ts'

const NAME_MOST = 60
/** Slack's table takes 100 rows beside its head; so many share a rank only in theory. */
const MOST_ROWS = 50

/**
 * The team first, then those who lead, by name and never by mention. `viewer` adds their own place:
 * only for answers that nobody else sees.
 */
export function leaderboard(sheet: BoardSheet, say: Messages, viewer?: Viewer): Message {
  const title = say['board.title']({ channel: sheet.team.channelName })
  const parts = boardParts(sheet, say)
  const top = [
    header(title),
    context(say['board.week']({ date: say.format.date(sheet.weekOf) }), choiceText(sheet.choice, say)),
  ]
  const own = viewer === undefined ? [] : [section(ownPlace(sheet, viewer, say)), boardButtons(sheet, say)]
  return {
    text: spoken(joined([title, parts.text])),
    blocks: [...top, ...parts.blocks, ...own],
    ...(parts.fallback === undefined ? {} : { fallback: [...top, ...parts.fallback, ...own] }),
  }
}

interface BoardParts {
  readonly text: string | undefined
  readonly blocks: readonly MessageBlock[]
  readonly fallback: readonly KnownBlock[] | undefined
}

/** The board without its heading: the team, who leads it, who is not on it as counts. */
export function boardParts({ team, board, choice }: BoardSheet, say: Messages): BoardParts {
  const before = teamBlocks(board, say)
  const after = restBlocks(board, say)
  const text = teamText(board, say)
  if (choice.mode === 'team' || board.isTeamOnly || board.shown.length === 0)
    return { text, blocks: [...before, ...after], fallback: undefined }
  const shown = board.shown.slice(0, MOST_ROWS)
  const how = context(say[`board.how.${choice.mode}`]())
  const title = say['board.title']({ channel: team.channelName })
  return {
    text,
    blocks: [...before, scoreChart(shown, say), scoreTable(shown, title, say), how, ...after],
    fallback: [...before, plainTable(rowsOf(shown, say)), how, ...after],
  }
}

/** `By pace · this month` */
const choiceText = ({ mode, range }: BoardChoice, say: Messages) =>
  joined([say[`board.mode.${mode}`](), mode === 'team' ? undefined : say[`board.range.${range}`]()])

/** The other ways to rank, the other ranges, and how one's own place came about. */
function boardButtons({ team, choice }: BoardSheet, say: Messages): ActionsBlock {
  const modes = boardModes.filter((mode) => mode !== choice.mode)
  const ranges = choice.mode === 'team' ? [] : boardRanges.filter((range) => range !== choice.range)
  return actions([
    ...modes.map((mode) => choiceButton(team, { ...choice, mode }, say[`board.mode.${mode}`]())),
    ...ranges.map((range) => choiceButton(team, { ...choice, range }, say[`board.range.${range}`]())),
    receiptButton(team, say['board.why']()),
  ])
}

export interface Viewer {
  readonly id: PersonId
  readonly isOffBoard: boolean
}

function teamBlocks(board: Board, say: Messages): KnownBlock[] {
  const line = teamText(board, say)
  if (line === undefined) return [section(say['board.empty']())]
  return [section(line), ...(board.isTeamOnly ? [context(say['board.team-only']())] : [])]
}

function teamText({ teamPace, teamOnTime }: Board, say: Messages): string | undefined {
  if (teamPace === undefined) return undefined
  return joined([
    `${say['board.team-pace']({ share: say.format.share(teamPace) })} ${progressBar(teamPace)}`,
    teamOnTime === undefined ? undefined : say['board.team-on-time']({ share: say.format.share(teamOnTime) }),
  ])
}

function scoreTable(shown: readonly Ranked[], title: string, say: Messages): DataTableBlock {
  const [head = [], ...rows] = rowsOf(shown, say)
  const cell = (text: string) => ({ type: 'raw_text' as const, text: plain(text).text })
  return {
    type: 'data_table',
    caption: title,
    rows: [
      head.map(cell),
      ...rows.map((texts, index) => [
        ...texts.slice(0, 2).map(cell),
        { type: 'raw_number' as const, value: shown[index]?.score ?? 0, text: texts[2] ?? '' },
        ...texts.slice(3).map(cell),
      ]),
    ],
    page_size: Math.max(5, shown.length),
    row_header_column_index: 1,
  }
}

/** Rank, name, score, on time; the head first. */
function rowsOf(shown: readonly Ranked[], say: Messages): readonly (readonly string[])[] {
  return [
    [say['board.rank'](), say['board.name'](), say['board.score'](), say['board.on-time']()],
    ...shown.map(({ rank, isTied, name, score, onTime, due }) => [
      isTied ? say['board.tied']({ rank }) : say.format.number(rank),
      clip(name, NAME_MOST),
      say.format.number(score),
      say['board.on-time-of']({ onTime, due }),
    ]),
  ]
}

/** Who is not on it, as counts: nobody is named for what they lack. */
function restBlocks({ hiddenCount, warmingUp }: Board, say: Messages): KnownBlock[] {
  const line = joined([
    hiddenCount > 0 ? say['board.hidden']({ count: hiddenCount }) : undefined,
    warmingUp.length > 0 ? say['board.warming-up']({ count: warmingUp.length }) : undefined,
  ])
  return line === '' ? [] : [context(line)]
}

function ownPlace({ board, choice }: BoardSheet, viewer: Viewer, say: Messages): string {
  const { ranked, warmingUp } = board
  const own = ranked.find(({ person }) => person === viewer.id)
  if (viewer.isOffBoard) return say['board.you-hidden']()
  if (own === undefined && choice.mode === 'improved') return say['board.you-no-gain']()
  if (own === undefined) {
    return say[warmingUp.includes(viewer.id) ? 'board.you-warming-up' : 'board.you-none']()
  }
  const place = { score: own.score, rank: own.rank, count: ranked.length }
  return own.isTied ? say['board.you-tied'](place) : say['board.you'](place)
}
