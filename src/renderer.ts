import { versionsOf } from '../db/goal-versions.ts'
import { goalById, goalsById } from '../db/goals.ts'
import type { Letter } from '../db/outbox.ts'
import { sentMessage } from '../db/outbox.ts'
import { peopleOf, personOf } from '../db/people.ts'
import { teamById } from '../db/teams.ts'
import { askedBack } from '../views/asked-back.ts'
import { goalCard, goalChanged, goalClosed } from '../views/goal-card.ts'
import { goalList } from '../views/goal-list.ts'
import { life } from '../views/life.ts'
import type { Message } from '../views/message.ts'
import { prompt, promptAgain, reminder } from '../views/prompt.ts'
import { partnerTold, receipt } from '../views/receipt.ts'
import { placeReceipt } from '../views/receipt-of-place.ts'
import { refusalMessage } from '../views/refusal-message.ts'
import { takenBack, understood } from '../views/understood.ts'
import { why } from '../views/why.ts'
import type { Goal } from './domain/goal.ts'
import type { Payload } from './domain/outbox.ts'
import type { Person } from './domain/people.ts'
import type { GoalId, OccurrenceId, PersonId, WorkspaceId } from './domain/types.ts'
import { type Drawing, type Drawn, gone, sayToChannel } from './drawing.ts'
import type { Render } from './engine/engine.ts'
import type { Messages } from './i18n/say.ts'
import { lookBackFor, lookedBackFor } from './look-back-drawing.ts'
import {
  allDoneFor,
  blockedFor,
  goalsBroughtFor,
  milestoneGivenFor,
  troubleFor,
  zoneLackedFor,
} from './notices.ts'
import { receiptFor } from './usecases/board-sheet.ts'
import type { Deps } from './usecases/deps.ts'
import { goalsOf } from './usecases/goals-of.ts'
import { lifeSheet } from './usecases/life-sheet.ts'
import { nextPromptFor } from './usecases/next-prompts.ts'
import { promptSheet } from './usecases/prompt-sheet.ts'
import { teamsOf } from './usecases/teams-of.ts'
import { understoodItems } from './usecases/understood-items.ts'
import { whySheet } from './usecases/why-sheet.ts'
import { digestToLead, weekAgainFor, weekDetailsFor, weekFor } from './week-drawing.ts'

/** Draws what the outbox owes, from what is true when it is sent, in the language of whom it is for. */
export function rendererOf(drawing: Drawing): Render {
  return async (letter) => {
    const { workspace, saying } = letter
    switch (saying.kind) {
      case 'prompt':
        return promptFor(drawing, workspace, saying.payload.occurrence, prompt)
      case 'reminder':
        return promptFor(drawing, workspace, saying.payload.occurrence, reminder)
      case 'prompt-again':
        return promptFor(drawing, workspace, saying.payload.occurrence, promptAgain)
      case 'blocked-told':
        return blockedFor(drawing, letter, saying.payload)
      case 'team-trouble':
        return troubleFor(drawing, letter, saying.payload)
      case 'zone-lacked':
        return zoneLackedFor(drawing, letter, saying.payload)
      case 'leaderboard':
        return weekFor(drawing, letter, saying.payload)
      case 'lead-digest':
        return digestToLead(drawing, letter, saying.payload)
      case 'week-again':
        return weekAgainFor(drawing, letter, saying.payload)
      case 'week-details':
        return weekDetailsFor(drawing, letter, saying.payload)
      case 'goal-card':
      case 'goal-receipt':
      case 'partner-told':
      case 'goal-changed':
      case 'goal-closed': {
        const goal = await goalById(drawing.deps.db, workspace, saying.payload.goal)
        return goal === undefined ? gone : goalLetter(drawing, letter, goal)
      }
      case 'milestones-done':
        return allDoneFor(drawing, letter, saying.payload)
      case 'look-back':
        return lookBackFor(drawing, letter, saying.payload)
      case 'looked-back':
        return lookedBackFor(drawing, letter, saying.payload)
      case 'goals-brought':
        return goalsBroughtFor(drawing, letter, saying.payload)
      case 'milestone-given':
        return milestoneGivenFor(drawing, letter, saying.payload)
      case 'understood':
        return understoodFor(drawing, letter, saying.payload)
      case 'said':
        return saidTo(drawing, letter, saying.payload)
    }
  }
}

async function promptFor(
  { deps, sayTo }: Drawing,
  workspace: WorkspaceId,
  occurrence: OccurrenceId,
  view: typeof prompt,
): Promise<Drawn> {
  const sheet = await promptSheet(deps, workspace, occurrence)
  const person = sheet && (await personOf(deps.db, workspace, sheet.person))
  if (sheet === undefined || person === undefined) return gone
  return { to: person.id, message: view(sheet, sayTo(person), person.zone) }
}

async function goalLetter(drawing: Drawing, letter: Letter, goal: Goal): Promise<Drawn> {
  const { deps, sayTo } = drawing
  const { workspace, saying } = letter
  const team = await teamById(deps.db, workspace, goal.team)
  if (team === undefined) return gone
  const people = await peopleOf(deps.db, workspace, [goal.owner, goal.createdBy, ...goal.coOwners])
  const nameOf = (id: PersonId) => people.get(id)?.name ?? id
  const inChannel = await sayToChannel(drawing, workspace, team.leads)
  const owner = nameOf(goal.owner)
  switch (saying.kind) {
    case 'goal-card': {
      const coOwners = goal.coOwners.map(nameOf)
      return { to: team.channel, message: goalCard({ goal, owner, coOwners }, inChannel) }
    }
    case 'goal-receipt': {
      const next = await nextPromptFor(deps, people.get(goal.owner), goal)
      const setBy = goal.createdBy === goal.owner ? undefined : nameOf(goal.createdBy)
      const facts = { goal, nextPromptAt: next, setBy, madeTeam: saying.payload.madeTeam ? team : undefined }
      return { to: goal.owner, message: receipt(facts, sayTo(people.get(goal.owner))) }
    }
    case 'partner-told': {
      const partner = await personOf(deps.db, workspace, letter.target as PersonId)
      if (partner === undefined) return gone
      const told = { goal, owner, namedBy: nameOf(goal.createdBy) }
      return { to: partner.id, message: partnerTold(told, sayTo(partner)) }
    }
    case 'goal-changed': {
      const message = await changeOf(drawing, goal, saying.payload.version, inChannel)
      return message === undefined ? gone : { ...(await inThread(deps, goal)), to: team.channel, message }
    }
    default: {
      // Reaching a goal is news for the channel; retiring one stands in its thread.
      const thread = goal.state === 'reached' ? {} : await inThread(deps, goal)
      return { ...thread, to: team.channel, message: goalClosed({ goal, owner }, inChannel) }
    }
  }
}

async function changeOf(
  { deps }: Drawing,
  goal: Goal,
  number: number,
  say: Messages,
): Promise<Message | undefined> {
  const versions = await versionsOf(deps.db, goal.workspace, goal.id)
  const version = versions.find((one) => one.version === number)
  const before = versions.find((one) => one.version === number - 1)
  if (version === undefined || before === undefined) return undefined
  const by = await personOf(deps.db, goal.workspace, version.by)
  return goalChanged({ goal, before: before.terms, version, by: by?.name ?? version.by }, say)
}

async function inThread(deps: Deps, goal: Goal): Promise<{ threadTs?: string }> {
  const card = await sentMessage(deps.db, goal.workspace, `card:${goal.id}`)
  return card === undefined ? {} : { threadTs: card.ts }
}

async function understoodFor(
  { deps, sayTo }: Drawing,
  { workspace, target }: Letter,
  payload: Payload<'understood'>,
): Promise<Drawn> {
  const person = await personOf(deps.db, workspace, payload.person)
  const items = await understoodItems(deps, workspace, payload.answers)
  const { question } = payload
  const goals = question === undefined ? [] : await goalsById(deps.db, workspace, goalsIn(question))
  const asked = question === undefined ? undefined : { question, goals }
  return {
    to: target,
    threadTs: payload.threadTs,
    message: understood(items, payload.key, sayTo(person), { asked, unread: payload.unread }),
  }
}

function goalsIn(question: NonNullable<Payload<'understood'>['question']>): readonly GoalId[] {
  const named = question.choices.map(({ answer }) => answer.goal)
  return [...new Set(question.goal === undefined ? named : [question.goal, ...named])]
}

async function saidTo(drawing: Drawing, letter: Letter, payload: Payload<'said'>): Promise<Drawn> {
  const { deps, sayTo } = drawing
  const person = await personOf(deps.db, letter.workspace, payload.person)
  if (person === undefined) return gone
  const message = await sentence(drawing, person, payload.what, sayTo(person))
  return message === undefined ? gone : { to: letter.target, threadTs: payload.threadTs, message }
}

async function sentence(
  { deps, help }: Drawing,
  person: Person,
  what: Payload<'said'>['what'],
  say: Messages,
): Promise<Message | undefined> {
  switch (what.is) {
    case 'help':
      return help(say)
    case 'list':
      return goalList(await goalsOf(deps, person), say)
    case 'why': {
      const sheet = await whySheet(deps, person)
      return sheet.ok ? why(sheet.value, say) : refusalMessage(sheet.refusal, say)
    }
    case 'place': {
      const [team] = await teamsOf(deps, person)
      if (team === undefined) return refusalMessage({ kind: 'no-goals' }, say)
      return placeReceipt(await receiptFor(deps, team, person.id, deps.now()), say)
    }
    case 'asked-back': {
      const [first] = await goalsOf(deps, person)
      return askedBack({ typed: what.typed, goal: first?.goal, isSecond: what.isSecond }, say)
    }
    case 'taken-back':
      return takenBack(await understoodItems(deps, person.workspace, what.answers), say)
    case 'life':
      return life(await lifeSheet(deps, person, what.told), say)
    case 'refused':
      return refusalMessage(what.refusal === 'no-such-goal' ? noSuchGoal : { kind: what.refusal }, say)
    case 'closed': {
      const goal = await goalById(deps.db, person.workspace, what.goal)
      return goal && refusalMessage({ kind: 'goal-closed', number: goal.number, title: goal.title }, say)
    }
  }
}

const noSuchGoal = { kind: 'no-such-goal', number: undefined } as const
