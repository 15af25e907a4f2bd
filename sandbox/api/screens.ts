import { z } from 'zod'
import { checkMessage, checkView } from '../blocks.ts'
import { viewOnWire } from '../payloads.ts'
import type { Slack } from '../slack.ts'
import type { StoredView } from '../state.ts'
import { openModal, publishHome, pushModal, updateView } from '../views.ts'
import { json, type Method, method } from './method.ts'

const view = json(z.unknown())
const triggered = z.object({ trigger_id: z.string(), view })

const shown = (slack: Slack, stored: StoredView) => ({ view: viewOnWire(slack, stored) })

export const screens: Readonly<Record<string, Method>> = {
  'views.open': method(triggered, (slack, args) =>
    shown(slack, openModal(slack, args.trigger_id, args.view)),
  ),
  'views.push': method(triggered, (slack, args) =>
    shown(slack, pushModal(slack, args.trigger_id, args.view)),
  ),
  'views.update': method(
    z.object({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view,
    }),
    (slack, args) =>
      shown(slack, updateView(slack, args.view_id ?? args.external_id ?? '', args.view, args.hash)),
  ),
  'views.publish': method(
    z.object({ user_id: z.string(), hash: z.string().optional(), view }),
    (slack, args) => shown(slack, publishHome(slack, args.user_id, args.view, args.hash)),
  ),
  /** Public and without a token, as Slack's. */
  'blocks.validate': method(
    z.object({
      blocks: json(z.array(z.unknown())).optional(),
      message: json(z.object({ blocks: z.array(z.unknown()) })).optional(),
      view: view.optional(),
    }),
    (_, args) => {
      const blocks = args.blocks ?? args.message?.blocks ?? []
      const faults = args.view === undefined ? checkMessage(blocks) : checkView(args.view)
      return { valid: faults.length === 0, errors: faults.map((fault) => ({ code: 'invalid', ...fault })) }
    },
  ),
}
