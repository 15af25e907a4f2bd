import type { Step } from '../domain/goal.ts'
import { goalFacts } from '../domain/import/goal-cells.ts'
import { isoOf } from '../domain/time.ts'
import { EXPORT_FORMAT } from '../domain/transfer.ts'
import type { ExportedGoal, ExportSheet } from '../domain/transfer-sheet.ts'

/** The JSON of an export, docs/export-format.md; written goal by goal, and `pause` lets others have their turn between. */
export async function documentFrom(sheet: ExportSheet, pause: () => Promise<void>): Promise<Uint8Array> {
  const { goals: _goals, ...head } = { ...headOf(sheet), goals: [] }
  const encoder = new TextEncoder()
  const begin = JSON.stringify(head, null, 1).replace(/\n\}$/, ',\n "goals": [')
  const pieces = [encoder.encode(begin)]
  for (const [index, goal] of sheet.goals.entries()) {
    pieces.push(encoder.encode(index === 0 ? '\n' : ',\n'), ...(await goalPieces(goal, pause)))
    await pause()
  }
  pieces.push(encoder.encode('\n]}\n'))
  return Buffer.concat(pieces)
}

function headOf({ at, person, workspace, teams, leaves, people }: ExportSheet) {
  return {
    format: EXPORT_FORMAT,
    exported_at: isoOf(at),
    workspace,
    person: {
      id: person.id,
      name: person.name,
      zone: person.zone,
      language: person.language,
      muted: person.muted,
      news_muted: person.isNewsMuted,
      off_board: person.isOffBoard,
      holidays_of: person.holidaysOf ?? null,
      stopped_until: person.stop === undefined ? null : (person.stop.until ?? 'open'),
    },
    leave: leaves.map(({ from, back }) => ({ from, back: back ?? null })),
    teams: teams.map(({ channel, channelName, leads }) => ({
      id: channel,
      name: channelName,
      lead: leads.includes(person.id),
    })),
    people: [...people.values()].map(({ id, name }) => ({ id, name })),
  }
}

const READINGS_AT_ONCE = 500

/** Long lists of readings are written in pieces too. */
async function goalPieces(exported: ExportedGoal, pause: () => Promise<void>) {
  const encoder = new TextEncoder()
  const { readings } = exported
  const pieces = [encoder.encode(JSON.stringify(goalHead(exported)).replace(/\}$/, ',"readings":['))]
  for (let from = 0; from < readings.length; from += READINGS_AT_ONCE) {
    const piece = readings
      .slice(from, from + READINGS_AT_ONCE)
      .map(({ at, value, note, by, provenance }) =>
        JSON.stringify({ at: isoOf(at), value, note: note ?? undefined, by, source: provenance }),
      )
    pieces.push(encoder.encode(`${from === 0 ? '' : ','}\n  ${piece.join(',\n  ')}`))
    await pause()
  }
  pieces.push(encoder.encode(']}'))
  return pieces
}

function goalHead({ goal, names, versions, answers, lastWord }: ExportedGoal) {
  return {
    ...goalFacts(goal, names),
    created_at: isoOf(goal.createdAt),
    points: goal.curve.kind === 'custom' ? goal.curve.points : undefined,
    milestones: goal.steps.map((step) => milestone(step, names)),
    versions: versions.map((version) => ({
      version: version.version,
      at: isoOf(version.at),
      by: version.by,
      reason: version.reason ?? null,
      ease: version.ease,
      counts_from: isoOf(version.countsFrom),
      terms: termsTold({ ...goal, ...version.terms }, names),
    })),
    answers: answers.map((answer) => ({
      at: isoOf(answer.at),
      by: answer.person,
      period: answer.periodKey,
      timeliness: answer.timeliness,
      source: answer.provenance,
      value: answer.value ?? null,
      change: answer.delta ?? null,
      status: answer.status ?? null,
      confidence: answer.confidence ?? null,
      note: answer.note ?? null,
      blocker: answer.blocker ?? null,
      no_change: answer.isNoChange,
      done: answer.isDone,
    })),
    ...(lastWord === undefined ? {} : { last_word: lastWord }),
  }
}

/** What a version was about, without who owns it where. */
function termsTold(goal: ExportedGoal['goal'], names: ExportedGoal['names']) {
  const {
    goal: _goal,
    owner: _owner,
    owner_id: _id,
    team: _team,
    team_id: _channel,
    ...terms
  } = goalFacts(goal, {
    ...names,
    kpi: undefined,
  })
  const { state: _state, closed_at: _at, closing_note: _note, reason: _reason, kpi: _kpi, ...told } = terms
  return told
}

function milestone(step: Step, names: ExportedGoal['names']) {
  return {
    id: step.id,
    title: step.title,
    weight: step.weight,
    due: step.due ?? null,
    assignee_id: step.assignee ?? null,
    done: step.isDone,
    done_at: step.doneAt === undefined ? null : isoOf(step.doneAt),
    after: step.after.flatMap((link) => {
      const goal = names.goal(link.goal)
      return goal === undefined ? [] : [{ goal, milestone: link.step ?? null }]
    }),
  }
}
