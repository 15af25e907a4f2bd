import { bareWords } from './bare.ts'
import type { ReplyCommand } from './types.ts'

const words: readonly (readonly [RegExp, ReplyCommand])[] = [
  [
    /^(?:undo(?: (?:that|it|this|the))?(?: last)?(?: one)?|take (?:that|it) back|(?:復原|撤銷|撤回|還原|取消)(?:上一|前一|剛剛那|剛剛這)[則筆個次]|復原|撤銷|撤回|取消上一[則筆個]|取消剛剛(?:那[則筆個])?)$/i,
    'undo',
  ],
  [
    /^(?:help(?: me)?|\?+|commands|what can (?:i|you) (?:say|do|type|write)(?: here)?|how (?:does|do) (?:this|it|that|you|i)(?: thing| bot)? (?:work|use (?:this|it))|what (?:do|should) i (?:do|say|type|write)(?: here)?|說明|幫助|幫忙|(?:這個?|這東西|你)?(?:要|該)?(?:怎麼|如何)(?:用|使用|回覆?|填|操作)|指令)$/i,
    'help',
  ],
  [
    /^(?:list|show(?: me)? my goals|我有哪些目標|my goals|goals|show goals|list (?:my )?goals|(?:what|wat|which)(?:'?s|re| are| r)? (?:are )?my goals(?: again)?|which goals do i have|列表|清單|目標清單|我的目標|列出目標)$/i,
    'list',
  ],
  [
    /^(?:why (?:am i|are we|is my) (?:rank(?:ed)? |place )?(?:\d+(?:st|nd|rd|th)?|so low|here|there|(?:first|second|third|fourth|fifth|last))?(?: place)?|why (?:this|my|that) (?:place|rank|score)|(?:my|what(?: is|'s) my) (?:place|rank|score)|(?:為什麼|為何)(?:我)?(?:是|排)?第? ?(?:\d+|[一二三四五六七八九十]+)名?|(?:為什麼|為何)(?:我的)?(?:名次|分數|排名).*|我的(?:名次|分數|排名))$/i,
    'place',
  ],
  [
    /^(?:why(?: (?:did|do|didn['’]?t|did not|don['’]?t) you (?:not )?ask(?: me)?| are you asking(?: me)?(?: this| that)?| (?:was|wasn['’]?t|am) i (?:not )?(?:being )?asked)?|(?:為什麼|為何|幹嘛)(?:要|一直|會)*(?:(?:沒有?|不)?問我)?(?:這個|這些)?)$/i,
    'why',
  ],
]

/** A command is the whole reply and nothing beside it. */
export function commandIn(text: string): ReplyCommand | undefined {
  const bare = /^\?+$/.test(text) ? text : bareWords(text)
  return words.find(([pattern]) => pattern.test(bare))?.[1]
}

/** Words that ask for something the reply itself is no answer to: absence, a later reminder. */
export const isAboutPrompting = (text: string) =>
  /^(?:ooo|out of office|vacation|on leave|leave|sick|away|snooze|remind|later|pause|mute|stop|back on|skip|請假|休假|放假|提醒|晚點|稍後|暫停|停止)/i.test(
    text,
  )
