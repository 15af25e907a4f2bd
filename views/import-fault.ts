import type { FileFault, FileRefusal } from '../src/domain/transfer.ts'
import type { Messages } from '../src/i18n/say.ts'
import { quoted, section } from './blocks.ts'
import { MEGABYTE } from './import-form.ts'
import type { Message } from './message.ts'
import { spoken } from './spoken.ts'

/** Why nothing of a file was read, and what to do. */
export function fileFaultMessage(fault: FileFault | FileRefusal, say: Messages): Message {
  const sentence = fileFaultText(fault, say)
  return { text: spoken(sentence), blocks: [section(sentence)] }
}

function fileFaultText(fault: FileFault | FileRefusal, say: Messages): string {
  switch (fault.kind) {
    case 'too-large':
    case 'file-too-large':
      return say['import.fault.too-large']({ megabytes: fault.mostBytes / MEGABYTE })
    case 'too-many-rows':
    case 'too-many-goals':
      return say[`import.fault.${fault.kind}`](fault)
    case 'broken':
      return say['import.fault.broken'](fault)
    case 'other-format':
      return say['import.fault.other-format']({ format: quoted(fault.format) })
    default:
      return say[`import.fault.${fault.kind}`]()
  }
}
