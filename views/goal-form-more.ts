import { planPaths } from '../src/domain/goal.ts'
import { measureFacts } from '../src/domain/kpis.ts'
import type { Messages } from '../src/i18n/say.ts'
import type { GoalFormParts } from './goal-form.ts'
import { goalBlocks as blocks, goalForm, told } from './goal-form-ids.ts'
import {
  channelInput,
  choiceInput,
  dateInput,
  lookupInput,
  peopleInput,
  personInput,
  radioInput,
  textInput,
} from './inputs.ts'
import type { MessageBlock } from './message.ts'

const mostCoOwners = 10

export function dateFields({ say, filled, today }: GoalFormParts): readonly MessageBlock[] {
  return [
    dateInput({
      id: blocks.start,
      label: say['goal-form.start.label'](),
      filled: filled.start ?? today,
      tells: told('start'),
    }),
    dateInput({
      id: blocks.due,
      label: say['goal-form.due.label'](),
      filled: filled.due,
      tells: told('due'),
    }),
  ]
}

/** Whose goal it is and where; neither changes later. */
export function placeFields({ say, filled }: GoalFormParts): readonly MessageBlock[] {
  return [
    personInput({
      id: blocks.owner,
      label: say['goal-form.owner.label'](),
      hint: say['goal-form.owner.hint'](),
      filled: filled.owner,
      tells: told('owner'),
    }),
    channelInput({
      id: blocks.channel,
      label: say['goal-form.channel.label'](),
      hint: say['goal-form.channel.hint'](),
      filled: filled.channel,
      tells: told('channel'),
    }),
  ]
}

export function optionalFields(parts: GoalFormParts): readonly MessageBlock[] {
  return [
    ...howAndWhy(parts),
    ...parentField(parts),
    sizeField(parts),
    promiseField(parts),
    ...pathField(parts),
    ...people(parts),
  ]
}

function howAndWhy({ say, filled }: GoalFormParts): readonly MessageBlock[] {
  return [
    textInput({
      id: blocks.levers,
      label: say['goal-form.levers.label'](),
      placeholder: say['goal-form.levers.placeholder'](),
      filled: filled.levers,
      tells: told('levers'),
      isLong: true,
      isOptional: true,
    }),
    textInput({
      id: blocks.firstStep,
      label: say['goal-form.first-step.label'](),
      hint: say['goal-form.first-step.hint'](),
      placeholder: say['goal-form.first-step.placeholder'](),
      filled: filled.firstStep,
      tells: told('firstStep'),
      isLong: true,
      isOptional: true,
    }),
    textInput({
      id: blocks.why,
      label: say['goal-form.why.label'](),
      filled: filled.why,
      tells: told('why'),
      isLong: true,
      isOptional: true,
    }),
  ]
}

/** Asked with the dates: it says whether a target is within reach where the numbers cannot. */
export function confidenceField({ say, filled }: GoalFormParts): readonly MessageBlock[] {
  return [
    choiceInput({
      id: blocks.confidence,
      label: say['goal-form.confidence.label'](),
      choices: confidenceChoices(say),
      filled: filled.confidence?.toString(),
      isOptional: true,
      tells: told('confidence'),
    }),
  ]
}

function parentField({ say, parent }: GoalFormParts): readonly MessageBlock[] {
  return [
    lookupInput({
      id: blocks.parent,
      label: say['goal-form.parent.label'](),
      placeholder: say['goal-form.parent.placeholder'](),
      asks: goalForm.parent,
      tells: goalForm.parent,
      least: 0,
      filled: parent && {
        value: parent.id,
        text: say['goal.numbered']({ number: parent.number, title: parent.title }),
      },
      isOptional: true,
    }),
  ]
}

/** How much of its owner's week it takes: the load counts by it. */
function sizeField({ say, filled }: GoalFormParts): MessageBlock {
  return choiceInput({
    id: blocks.size,
    label: say['goal-form.size.label'](),
    hint: say['goal-form.size.hint'](),
    choices: (['small', 'medium', 'large'] as const).map((value) => ({
      value,
      text: say[`goal-form.size.${value}`](),
    })),
    filled: filled.size ?? 'medium',
    tells: told('size'),
  })
}

/** What is promised: all of it, or most of something hard. */
function promiseField({ say, filled }: GoalFormParts): MessageBlock {
  return radioInput({
    id: blocks.promise,
    label: say['goal-form.promise.label'](),
    choices: (['committed', 'aspirational'] as const).map((value) => ({
      value,
      text: say[`goal-form.promise.${value}`](),
      description: say[`goal-form.promise.${value}.more`](),
    })),
    filled: filled.isAspirational ? 'aspirational' : 'committed',
  })
}

/** How the way is expected to go, where there is one. */
function pathField({ say, filled, measure }: GoalFormParts): readonly MessageBlock[] {
  const { kind } = measureFacts(measure)
  if (kind !== 'reach' && kind !== 'cumulative') return []
  return [
    choiceInput({
      id: blocks.path,
      label: say['goal-form.path.label'](),
      hint: say['goal-form.path.hint'](),
      choices: planPaths.map((value) => ({ value, text: say[`goal-form.path.${value}`]() })),
      filled: filled.path ?? 'linear',
    }),
  ]
}

function people({ say, filled }: GoalFormParts): readonly MessageBlock[] {
  return [
    peopleInput({
      id: blocks.coOwners,
      label: say['goal-form.co-owners.label'](),
      hint: say['goal-form.co-owners.hint'](),
      filled: filled.coOwners ?? [],
      most: mostCoOwners,
      isOptional: true,
    }),
    peopleInput({
      id: blocks.partner,
      label: say['goal-form.partner.label'](),
      hint: say['goal-form.partner.hint'](),
      filled: filled.partner === undefined ? [] : [filled.partner],
      most: 1,
      isOptional: true,
    }),
    radioInput({
      id: blocks.visibility,
      label: say['goal-form.visibility.label'](),
      choices: (['team', 'private'] as const).map((value) => ({
        value,
        text: say[`goal-form.visibility.${value}`](),
        description: say[`goal-form.visibility.${value}.more`](),
      })),
      filled: filled.visibility ?? 'team',
    }),
  ]
}

/** From 1 to 10, and a way to take it back, since Slack's select cannot be emptied. */
export function confidenceChoices(say: Messages) {
  const levels = Array.from({ length: 10 }, (_, index) => index + 1)
  return [
    ...levels.map((value) => ({ value: String(value), text: say['goal-form.confidence.option']({ value }) })),
    { value: 'none', text: say['goal-form.confidence.none']() },
  ]
}
