import { z } from 'zod'
import type { Muted, Person } from '../src/domain/people.ts'
import type { Language, Place, Zone } from '../src/domain/types.ts'
import type { Messages } from '../src/i18n/say.ts'
import { answersOf } from './answers.ts'
import { formModal, lookupInput, radioInput } from './inputs.ts'
import type { ModalView } from './message.ts'
import { placeText } from './places.ts'
import { noPlace, placeIn } from './work-days-fields.ts'

export const myForm = {
  callbackId: 'my.settings',
  /** Looks up IANA zones; a value is the zone. */
  zone: 'my.zone',
  /** Looks up whose public holidays; a value is a place or `noPlace`: the team's. */
  place: 'my.place',
} as const

export const myBlocks = {
  language: 'language',
  zoneFrom: 'zone-from',
  zone: 'zone',
  holidays: 'holidays',
  muted: 'muted',
  news: 'news',
  board: 'board',
} as const

const languages = ['slack', 'en', 'zh-Hant'] as const
const mutes = ['nothing', 'reminders', 'everything'] as const satisfies readonly Muted[]

export type MyFormPerson = Pick<
  Person,
  'zone' | 'zoneIsOwn' | 'language' | 'languageIsOwn' | 'holidaysOf' | 'muted' | 'isNewsMuted' | 'isOffBoard'
>

export function myFormView({
  say,
  person,
}: {
  readonly say: Messages
  readonly person: MyFormPerson
}): ModalView {
  return formModal({
    say,
    callbackId: myForm.callbackId,
    title: say['my-form.title'](),
    blocks: [
      radioInput({
        id: myBlocks.language,
        label: say['my-form.language.label'](),
        choices: languages.map((value) => ({ value, text: say[`my-form.language.${value}`]() })),
        filled: person.languageIsOwn ? person.language : 'slack',
      }),
      ...zoneFields(say, person),
      lookupInput({
        id: myBlocks.holidays,
        label: say['my-form.holidays.label'](),
        hint: say['my-form.holidays.hint'](),
        placeholder: say['form.place.placeholder'](),
        asks: myForm.place,
        least: 0,
        filled: {
          value: person.holidaysOf ?? noPlace,
          text:
            person.holidaysOf === undefined
              ? say['my-form.holidays.team']()
              : placeText(person.holidaysOf, say),
        },
      }),
      radioInput({
        id: myBlocks.muted,
        label: say['my-form.muted.label'](),
        choices: mutes.map((value) => ({ value, text: say[`my-form.muted.${value}`]() })),
        filled: person.muted,
      }),
      radioInput({
        id: myBlocks.news,
        label: say['my-form.news.label'](),
        hint: say['my-form.news.hint'](),
        choices: (['on', 'off'] as const).map((value) => ({ value, text: say[`my-form.news.${value}`]() })),
        filled: person.isNewsMuted ? 'off' : 'on',
      }),
      radioInput({
        id: myBlocks.board,
        label: say['my-form.board.label'](),
        hint: say['my-form.board.hint'](),
        choices: (['shown', 'hidden'] as const).map((value) => ({
          value,
          text: say[`my-form.board.${value}`](),
        })),
        filled: person.isOffBoard ? 'hidden' : 'shown',
      }),
    ],
  })
}

function zoneFields(say: Messages, person: MyFormPerson) {
  return [
    radioInput({
      id: myBlocks.zoneFrom,
      label: say['my-form.zone-from.label'](),
      hint: say['my-form.zone.now']({ zone: person.zone }),
      choices: (['slack', 'own'] as const).map((value) => ({
        value,
        text: say[`my-form.zone-from.${value}`](),
      })),
      filled: person.zoneIsOwn ? 'own' : 'slack',
    }),
    lookupInput({
      id: myBlocks.zone,
      label: say['my-form.zone.label'](),
      placeholder: say['form.zone.placeholder'](),
      asks: myForm.zone,
      least: 2,
      filled: person.zoneIsOwn ? { value: person.zone, text: person.zone } : undefined,
      isOptional: true,
    }),
  ]
}

const zone = z.custom<Zone>((value) => typeof value === 'string' && value !== '')
const language = z.enum(languages).default('slack')

export interface TypedMySettings {
  /** `slack` goes back to what Slack says. */
  readonly language: Language | 'slack'
  /** `missing`: one of their own was wanted and none chosen. */
  readonly zone: Zone | 'slack' | 'missing'
  /** Absent: as their team. */
  readonly holidaysOf: Place | undefined
  readonly muted: Muted
  readonly isNewsMuted: boolean
  readonly isOffBoard: boolean
}

export function readMyForm(values: unknown): TypedMySettings {
  const answers = answersOf(values)
  const chosen = answers.choice(myBlocks.zone)
  const own = chosen === undefined ? 'missing' : zone.parse(chosen)
  return {
    language: language.parse(answers.choice(myBlocks.language)),
    zone: answers.choice(myBlocks.zoneFrom) === 'own' ? own : 'slack',
    holidaysOf: placeIn(answers.choice(myBlocks.holidays) ?? noPlace),
    muted: z.enum(mutes).default('nothing').parse(answers.choice(myBlocks.muted)),
    isNewsMuted: answers.choice(myBlocks.news) === 'off',
    isOffBoard: answers.choice(myBlocks.board) === 'hidden',
  }
}

/** Block id -> sentence. */
export function myFormErrors(
  fault: 'zone-missing' | 'zone-unknown' | 'place-unknown',
  say: Messages,
): Record<string, string> {
  if (fault === 'place-unknown') return { [myBlocks.holidays]: say['form.place.unknown']() }
  return {
    [myBlocks.zone]: fault === 'zone-missing' ? say['my-form.zone.missing']() : say['form.zone.unknown'](),
  }
}
