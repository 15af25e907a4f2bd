/** Word lists of domain.md §1.3, extended; both languages. Matched in normalised lower-case text. */

/** Say that something shall be better, not what. Fine with an object and a number. */
export const vagueVerbs =
  /^(?:improv|increas|grow|boost|enhanc|optimi[sz]|maximi[sz]|minimi[sz]|better|strengthen|streamlin|revis|support|promot|develop|ensur|facilitat|manag|coordinat|collaborat|explor|learn|understand|becom|evolv|transform|elevat|empower|leverag|encourag|foster|be$|get better|work on|focus|try|continu|deliver$|excel|address|tackle|look into|help)/

/** Carry no meaning of their own: what is done stands behind them. */
export const lightVerbs =
  /^(?:do|make|get|have|go|give|take|keep on|want|need|start|use|achieve|reach|hit|eat|drive)$/

export const activities =
  /\b(?:calls?|emails?|mails?|posts?|tweets?|meetings?|demos?|visits?|articles?|case studies|newsletters?|webinars?|conferences?|presentations?|letters?|bugs?|tickets?|interviews?|workshops?|blog)\b|電話|開發信|信件|文章|拜訪|開會|會議|簡報|貼文|發文|演講/

export const activityVerbs =
  /^(?:call|email|mail|post|tweet|meet|attend|publish|write|send|demo|visit|resolve|hold|host|contact|message|phone|answer|blog|present)|^(?:打|寄|發|拜訪|參加|舉辦|發表|撰寫|聯絡|開)/

export const outputVerbs =
  /^(?:launch|ship|build|create|release|roll out|introduce|design|implement|deploy|prepare|produce|draft|set up)|上線|推出|建立|發布|發佈|建置|導入|設計|完成開發/

/** Done or not done: everybody can check it. */
export const finishingVerbs =
  /^(?:obtain|complete|finish|pass|earn|file|submit|register|certif|graduate|get certified|win|sign|close|hire|deliver|move|migrate|open|approve|achieve certification)|取得|通過|完成|結案|簽下|考上|獲得|錄取/

export const vagueThings =
  /\b(?:more|better|faster|best|quality|great|significant(?:ly)?|world-class|happy|happier|efficient(?:ly)?|good|excellent|strong(?:er)?|things?|stuff|a lot|new opportunities|data-driven)\b|更|大幅|良好|最好|有效率|做好|優質|卓越/g

export const softTime =
  /\b(?:soon|eventually|asap|as soon as possible|later|ongoing|in the future|some ?day|going forward|one day|over time|when possible|at some point)\b|盡快|儘快|儘早|盡早|之後(?!的)|未來|有空|遲早|將來/

export const cadence =
  /\b(?:a|per|every|each) (?:single )?(?:working |business )?(?:day|week|weekday|month|quarter|year|morning|evening|night|sprint|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\b(?:daily|weekly|monthly|quarterly|yearly|annually|biweekly|fortnightly)\b|\bevery (?:two|other|three|\d+) (?:days?|weeks?|months?)\b|每(?:天|日|週|周|星期|禮拜|個?月|季|年|兩週|兩周)/g

export const levers =
  /\s(?:by|through|via|using|with the help of) (?!\d)(?:[a-z-]+ing\b|[a-z])|[,，、;；]?\s*(?:透過|藉由|靠|憑|利用|方法是|做法是)/i

export const reasons =
  /\b(?:so that|in order to|because|to support|as part of|in support of|which supports)\b|為了|以支持|以便|以達成|好讓|因為/

export const upDown =
  /^(?:increas|grow|rais|lift|boost|improv|expand|add|rise|cut|reduc|lower|decreas|shorten|shrink|trim|speed)|增加|提高|提升|成長|提昇|減少|降低|縮短|擴大|上升|下降/

/** Of a percentage itself, "by 5 %" may be points or a share. */
export const percentMetrics =
  /\b(?:rate|ratio|margin|share|retention|churn|conversion|uptime|attendance|turnover|percentage|csat|satisfaction)\b|率|占比|佔比|毛利|比例/

export const stopWords =
  /\b(?:the|a|an|our|my|your|their|its|we|i|us|of|for|in|on|at|to|and|or|with|up|team|teams|company|business|people|work|job|at least|number of|all|this|that|these|those|is|are|be|will|shall|should|as|from|into|by|going|forward|overall|current|existing)\b|我們|我|的|了|要|並|與|和|對|在|把|將|被|給|讓|團隊|公司|整體|目前|努力|成為|變得/g

export const vagueChinese =
  /提升|提高|增加|改善|優化|加強|強化|成為|變得|努力|推動|促進|提昇|最佳化|精進|加速|發展|探索|了解|學習|學|多/
