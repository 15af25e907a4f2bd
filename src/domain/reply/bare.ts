/** Kind words around a command change nothing: "oops, undo that please". */
const openers =
  /^(?:(?:hey|hi|hello|ok|okay|oops|ah|um|sorry|wait|lol|please|pls|plz|can you|could you|would you|you can|you may|i'd like to|i'll|i'm|gonna|going to|let's|just|btw|請(?!假|病假|特休)|麻煩(?:你|您)?|拜託|可以|幫我|那就?)[\s,.!]*(?=.))+/i
const closers =
  /(?:[\s,]*(?:please|pls|plz|thx|thanks|thank you|ty|sorry|for now|for me|for a bit|cheers|謝謝(?:你|您)?|謝啦|感謝|麻煩了|喔|哦|囉|啊|啦|呢|好了|好嗎|吧))+$/i

/** A whole message without emoji, punctuation and politeness at its ends. */
export function bareWords(text: string): string {
  const trimmed = text.replace(/[\uE000-\uF7FF~～]/g, '').replace(/^[\s"]+|[\s".!?,。！？]+$/g, '')
  const bare = trimmed
    .replace(openers, '')
    .replace(closers, '')
    .replace(/[\s".!?,]+$/g, '')
  return bare === '' ? trimmed : bare
}
