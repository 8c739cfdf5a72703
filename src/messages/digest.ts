import type { Localised } from '../core/language/locale.ts';

/** The catalogue's texts of the daily digest. */
export const digestTexts = {
  'digest.heading': {
    en: 'Excerpt of the day, {date}',
    'zh-CN': '今日摘录,{date}',
    'zh-TW': '今日摘錄,{date}',
  },
  'digest.heading.several': {
    en: 'Excerpts of the day, {date}',
    'zh-CN': '今日摘录,{date}',
    'zh-TW': '今日摘錄,{date}',
  },
  'digest.none-today': {
    en: '{date}: no passage can be shown.',
    'zh-CN': '{date}:没有可以展示的段落。',
    'zh-TW': '{date}:沒有可以展示的段落。',
  },

  'digest.started': {
    en: 'Digest {number} is set up.',
    'zh-CN': '每日摘录 {number} 已设置。',
    'zh-TW': '每日摘錄 {number} 已設定。',
  },
  'digest.changed': {
    en: 'Digest {number} is changed.',
    'zh-CN': '每日摘录 {number} 已更改。',
    'zh-TW': '每日摘錄 {number} 已變更。',
  },
  'digest.stopped': {
    en: 'Digest {number} is stopped. Its posts stay where they are.',
    'zh-CN': '每日摘录 {number} 已停止。已发布的内容保留不变。',
    'zh-TW': '每日摘錄 {number} 已停止。已發布的內容保留不變。',
  },
  'digest.posted': {
    en: 'Posted: https://discord.com/channels/{server}/{channel}/{message}',
    'zh-CN': '已发布: https://discord.com/channels/{server}/{channel}/{message}',
    'zh-TW': '已發布: https://discord.com/channels/{server}/{channel}/{message}',
  },
  'digest.pending': {
    en: 'Discord did not take the post at once; it is tried again. /digest status shows what becomes of it.',
    'zh-CN': 'Discord 没有立即接收,正在重试。可用 /digest status 查看结果。',
    'zh-TW': 'Discord 沒有立即接收,正在重試。可用 /digest status 查看結果。',
  },
  'digest.line': {
    en: 'Digest {number} in <#{channel}>: {days} at {time}, time zone {zone}.',
    'zh-CN': '每日摘录 {number},发布到 <#{channel}>:{days} {time},时区 {zone}。',
    'zh-TW': '每日摘錄 {number},發布到 <#{channel}>:{days} {time},時區 {zone}。',
  },
  'digest.pool': {
    en: 'It draws on {count} passages; none comes again before all were shown.',
    'zh-CN': '共有 {count} 个段落可供摘录;全部展示之前不会重复。',
    'zh-TW': '共有 {count} 個段落可供摘錄;全部展示之前不會重複。',
  },
  'digest.excerpts': {
    en: 'Excerpts a post: {excerpts}. Language: {language}.',
    'zh-CN': '每次摘录数:{excerpts}。语言:{language}。',
    'zh-TW': '每次摘錄數:{excerpts}。語言:{language}。',
  },
  'digest.only-seminar': {
    en: 'Only from the seminar {seminar}.',
    'zh-CN': '只摘自研讨会 {seminar}。',
    'zh-TW': '只摘自研討會 {seminar}。',
  },
  'digest.only-speaker': {
    en: 'Only what {speaker} said.',
    'zh-CN': '只摘录{speaker}的发言。',
    'zh-TW': '只摘錄{speaker}的發言。',
  },
  'digest.only-unnamed': {
    en: 'Only passages whose speaker the source does not name.',
    'zh-CN': '只摘录原文未注明发言人的段落。',
    'zh-TW': '只摘錄原文未註明發言人的段落。',
  },
  'digest.only-topic': {
    en: 'Only on: {topic}',
    'zh-CN': '只限话题:{topic}',
    'zh-TW': '只限話題:{topic}',
  },
  'digest.next': {
    en: 'Next post: <t:{seconds}:F> (<t:{seconds}:R>)',
    'zh-CN': '下次发布: <t:{seconds}:F> (<t:{seconds}:R>)',
    'zh-TW': '下次發布: <t:{seconds}:F> (<t:{seconds}:R>)',
  },
  'digest.paused': {
    en: 'Paused: it does not post. When the cause is mended, start it again with /digest start and id {number}.',
    'zh-CN': '已暂停,暂停期间不会发布。排除原因后,请用 /digest start 并在 id 选项中填写 {number} 重新启动。',
    'zh-TW': '已暫停,暫停期間不會發布。排除原因後,請用 /digest start 並在 id 選項中填寫 {number} 重新啟動。',
  },
  'digest.paused.brief': {
    en: 'Paused: it does not post.',
    'zh-CN': '已暂停,暂停期间不会发布。',
    'zh-TW': '已暫停,暫停期間不會發布。',
  },
  'digest.more-of-one': {
    en: '/digest status with an id tells all of one digest: also its last problem and how to resume it.',
    'zh-CN': '用 /digest status 并填写 id 选项可查看某一个的全部情况,包括最近一次问题和如何恢复。',
    'zh-TW': '用 /digest status 並填寫 id 選項可查看某一個的全部情況,包括最近一次問題和如何恢復。',
  },
  'digest.last': {
    en: 'Last post: https://discord.com/channels/{server}/{channel}/{message}',
    'zh-CN': '上次发布: https://discord.com/channels/{server}/{channel}/{message}',
    'zh-TW': '上次發布: https://discord.com/channels/{server}/{channel}/{message}',
  },
  'digest.never': {
    en: 'Nothing was posted yet.',
    'zh-CN': '尚未发布过。',
    'zh-TW': '尚未發布過。',
  },
  'digest.trouble': {
    en: 'Last problem (<t:{seconds}:f>): {trouble}',
    'zh-CN': '最近一次问题 (<t:{seconds}:f>): {trouble}',
    'zh-TW': '最近一次問題 (<t:{seconds}:f>): {trouble}',
  },
  'digest.cannot-now': {
    en: 'As things are it could not post: {trouble}',
    'zh-CN': '目前无法发布:{trouble}',
    'zh-TW': '目前無法發布:{trouble}',
  },
  'digest.no-history': {
    en: 'The bot may not read the message history there. It posts all the same; only after a crash in the very moment of posting it could not tell whether it had, and would skip that day.',
    'zh-CN':
      '机器人不能读取该频道的消息历史记录。仍可照常发布;只有恰在发布时崩溃,才会因无法确认是否已发布而跳过当天。',
    'zh-TW':
      '機器人不能讀取該頻道的訊息歷史。仍可照常發布;只有恰在發布時當機,才會因無法確認是否已發布而略過當天。',
  },
  'digest.no-digests': {
    en: 'No digest is set up in this server. /digest start sets one up.',
    'zh-CN': '本服务器没有设置每日摘录。可用 /digest start 设置。',
    'zh-TW': '本伺服器沒有設定每日摘錄。可用 /digest start 設定。',
  },
  'digest.preview': {
    en: 'This is what the next post would be. Nobody else sees it.',
    'zh-CN': '下次将发布以下内容。只有您自己能看到。',
    'zh-TW': '下次將發布以下內容。只有您自己能看到。',
  },

  'trouble.channel-gone': {
    en: 'The channel is there no more.',
    'zh-CN': '频道已不存在。',
    'zh-TW': '頻道已不存在。',
  },
  'trouble.permissions': {
    en: 'The bot lacks the permissions {permissions} in this channel. Ask whoever runs the server to grant them.',
    'zh-CN': '机器人在该频道缺少以下权限:{permissions}。请联系服务器管理者授予。',
    'zh-TW': '機器人在該頻道缺少以下權限:{permissions}。請聯絡伺服器管理者授予。',
  },
  'trouble.refused-access': {
    en: 'Discord does not let the bot post in this channel. Look at its permissions there, and whether the thread is locked.',
    'zh-CN': 'Discord 不允许机器人在该频道发布。请检查它在该频道的权限,以及子区是否已锁定。',
    'zh-TW': 'Discord 不允許機器人在該頻道發布。請檢查它在該頻道的權限,以及討論串是否已鎖定。',
  },
  'trouble.missed': {
    en: 'The post for {occasion} was skipped: the bot was not running, or Discord could not be reached, until it was too late.',
    'zh-CN': '{occasion} 的摘录已跳过:机器人没有运行或无法连接 Discord,恢复时为时已晚。',
    'zh-TW': '{occasion} 的摘錄已略過:機器人沒有運作或無法連線 Discord,恢復時為時已晚。',
  },
  'trouble.unconfirmed': {
    en: 'The post for {occasion} was interrupted, and the bot could not look in the message history whether it is there. It was not posted again, so that it never stands there twice.',
    'zh-CN': '{occasion} 的发布被中断,而机器人无法读取消息历史记录来确认。为免重复,没有再次发布。',
    'zh-TW': '{occasion} 的發布被中斷,而機器人無法讀取訊息歷史來確認。為免重複,沒有再次發布。',
  },
  'trouble.unreachable': {
    en: 'Discord could not be reached, or asked to wait; the post is tried again until it is too late for it.',
    'zh-CN': '无法连接 Discord,或被要求稍候;将继续重试,直到超过时限。',
    'zh-TW': '無法連線 Discord,或被要求稍候;將繼續重試,直到超過時限。',
  },
  'trouble.refused': {
    en: 'Discord did not accept the post (code {code}). Tell whoever runs this bot.',
    'zh-CN': 'Discord 没有接受这条消息(代码 {code})。请告诉本机器人的管理者。',
    'zh-TW': 'Discord 沒有接受這則訊息(代碼 {code})。請告訴本機器人的管理者。',
  },
  'trouble.empty': {
    en: 'The transcripts have no passage for it any more. Start it again with another seminar, speaker or topic.',
    'zh-CN': '会议记录中已没有可供摘录的段落。请改用其他研讨会、发言人或话题重新启动。',
    'zh-TW': '會議記錄中已沒有可供摘錄的段落。請改用其他研討會、發言人或話題重新啟動。',
  },

  'failure.servers-only': {
    en: 'Digests are set up in a Discord server where the bot is a member. In a terminal, "npm run digest" shows what one would post.',
    'zh-CN': '每日摘录只能在机器人所在的 Discord 服务器中设置。在终端中可用 "npm run digest" 查看内容。',
    'zh-TW': '每日摘錄只能在機器人所在的 Discord 伺服器中設定。在終端機中可用 "npm run digest" 查看內容。',
  },
  'failure.manage-server': {
    en: 'Only members with the permission Manage Server can use /digest.',
    'zh-CN': '只有拥有“管理服务器”权限的成员可以使用 /digest。',
    'zh-TW': '只有擁有「管理伺服器」權限的成員可以使用 /digest。',
  },
  'failure.time': {
    en: '"{value}" is no time of day. Write for example 9:00, 21:30 or 9am.',
    'zh-CN': '“{value}”不是时间。请写成例如 9:00、21:30、9am 或 上午9点。',
    'zh-TW': '「{value}」不是時間。請寫成例如 9:00、21:30、9am 或 上午9點。',
  },
  'failure.zone': {
    en: '"{value}" is no time zone. Type a city and choose from the list, for example Europe/Berlin or Asia/Shanghai.',
    'zh-CN': '“{value}”不是时区。请输入城市并从列表中选择,例如 Asia/Shanghai 或 Europe/Berlin。',
    'zh-TW': '「{value}」不是時區。請輸入城市並從列表中選擇,例如 Asia/Taipei 或 Europe/Berlin。',
  },
  'failure.days': {
    en: '"{value}" are no days. Write for example every day, weekdays, Mon-Fri, or Mon, Wed, Fri.',
    'zh-CN': '无法识别“{value}”为星期。请写成例如 每天、工作日、周一至周五,或 周一、三、五。',
    'zh-TW': '無法識別「{value}」為星期。請寫成例如 每天、工作日、週一至週五,或 週一、三、五。',
  },
  'failure.channel-permissions': {
    en: 'The bot cannot post in <#{channel}>: it lacks the permissions {permissions} there. Grant them, then start the digest again.',
    'zh-CN': '机器人无法在 <#{channel}> 发布:缺少以下权限:{permissions}。请授予后重新启动。',
    'zh-TW': '機器人無法在 <#{channel}> 發布:缺少以下權限:{permissions}。請授予後重新啟動。',
  },
  'failure.channel-unreachable': {
    en: 'Discord could not be asked about <#{channel}> just now. Please try again in a minute.',
    'zh-CN': '暂时无法向 Discord 查询 <#{channel}>。请稍后再试。',
    'zh-TW': '暫時無法向 Discord 查詢 <#{channel}>。請稍後再試。',
  },
  'failure.channel-locked': {
    en: 'The thread <#{channel}> is locked. Unlock it, or choose another one.',
    'zh-CN': '子区 <#{channel}> 已锁定。请解锁,或选择其他子区。',
    'zh-TW': '討論串 <#{channel}> 已鎖定。請解鎖,或選擇其他討論串。',
  },
  'failure.digest-unknown': {
    en: 'There is no digest {id} in this server. Its digests: {ids}.',
    'zh-CN': '本服务器没有每日摘录 {id}。现有编号:{ids}。',
    'zh-TW': '本伺服器沒有每日摘錄 {id}。現有編號:{ids}。',
  },
  'failure.digest-which': {
    en: 'This server has several digests: {ids}. Say which one with the option "id".',
    'zh-CN': '本服务器有多个每日摘录:{ids}。请用“id”选项指明。',
    'zh-TW': '本伺服器有多個每日摘錄:{ids}。請用「id」選項指明。',
  },
  'failure.too-many-digests': {
    en: 'This server has {count} digests, as many as it may have. Stop one with /digest stop, or change one: /digest start with its id.',
    'zh-CN':
      '本服务器已有 {count} 个每日摘录,达到上限。请用 /digest stop 停止一个,或用 /digest start 加编号更改。',
    'zh-TW':
      '本伺服器已有 {count} 個每日摘錄,達到上限。請用 /digest stop 停止一個,或用 /digest start 加編號變更。',
  },
  'failure.digest-empty': {
    en: 'No passage fits: a digest shows full thoughts of named speakers, without greetings, bare questions and commentary. Leave out the seminar, speaker or topic, or choose another.',
    'zh-CN':
      '没有合适的段落:每日摘录只展示有姓名的发言人的完整观点,不含问候、单纯的提问和评论。请去掉或更换研讨会、发言人或话题。',
    'zh-TW':
      '沒有合適的段落:每日摘錄只展示有姓名的發言人的完整觀點,不含問候、單純的提問和評論。請去掉或更換研討會、發言人或話題。',
  },

  'days.every': { en: 'every day', 'zh-CN': '每天', 'zh-TW': '每天' },
  'days.weekdays': { en: 'Monday to Friday', 'zh-CN': '周一至周五', 'zh-TW': '週一至週五' },
  'days.weekend': { en: 'Saturday and Sunday', 'zh-CN': '周六和周日', 'zh-TW': '週六和週日' },
  'list.clear': { en: 'everything', 'zh-CN': '全部', 'zh-TW': '全部' },
  'speaker.unnamed': {
    en: 'Speaker not named in the source',
    'zh-CN': '原文未注明发言人',
    'zh-TW': '原文未註明發言人',
  },

  'command.digest.name': { en: 'digest', 'zh-CN': '每日摘录', 'zh-TW': '每日摘錄' },
  'command.digest.description': {
    en: 'An excerpt a day in a channel of this server',
    'zh-CN': '每天在本服务器的频道发布一段摘录',
    'zh-TW': '每天在本伺服器的頻道發布一段摘錄',
  },
  'digest.start.name': { en: 'start', 'zh-CN': '启动', 'zh-TW': '啟動' },
  'digest.start.description': {
    en: 'Set up a digest, or with an id change one',
    'zh-CN': '设置每日摘录,或用编号更改已有的',
    'zh-TW': '設定每日摘錄,或用編號變更已有的',
  },
  'digest.stop.name': { en: 'stop', 'zh-CN': '停止', 'zh-TW': '停止' },
  'digest.stop.description': { en: 'Stop a digest', 'zh-CN': '停止每日摘录', 'zh-TW': '停止每日摘錄' },
  'digest.status.name': { en: 'status', 'zh-CN': '状态', 'zh-TW': '狀態' },
  'digest.status.description': {
    en: 'When each digest posts next, its last post and its last problem',
    'zh-CN': '下次发布时间、上次发布和最近一次问题',
    'zh-TW': '下次發布時間、上次發布和最近一次問題',
  },
  'digest.preview.name': { en: 'preview', 'zh-CN': '预览', 'zh-TW': '預覽' },
  'digest.preview.description': {
    en: 'See the next post, for you alone',
    'zh-CN': '预览下次发布的内容,只有您自己能看到',
    'zh-TW': '預覽下次發布的內容,只有您自己能看到',
  },
  'digest.now.name': { en: 'now', 'zh-CN': '立即发布', 'zh-TW': '立即發布' },
  'digest.now.description': {
    en: 'Post the next excerpt at once, beside the schedule',
    'zh-CN': '不等预定时间,立即发布下一段摘录',
    'zh-TW': '不等預定時間,立即發布下一段摘錄',
  },
  'option.channel.name': { en: 'channel', 'zh-CN': '频道', 'zh-TW': '頻道' },
  'option.channel': {
    en: 'A text or announcement channel, or a thread',
    'zh-CN': '文字频道、公告频道或子区',
    'zh-TW': '文字頻道、公告頻道或討論串',
  },
  'option.time.name': { en: 'time', 'zh-CN': '时间', 'zh-TW': '時間' },
  'option.time': {
    en: 'When: 9:00, 21:30, 9am',
    'zh-CN': '几点发布:9:00、21:30、9am、上午9点',
    'zh-TW': '幾點發布:9:00、21:30、9am、上午9點',
  },
  'option.timezone.name': { en: 'timezone', 'zh-CN': '时区', 'zh-TW': '時區' },
  'option.timezone': {
    en: 'Whose clocks: type a city, such as Berlin or Shanghai',
    'zh-CN': '以哪里的时间为准:输入城市的英文名,如 Shanghai',
    'zh-TW': '以哪裡的時間為準:輸入城市的英文名,如 Taipei',
  },
  'option.days.name': { en: 'days', 'zh-CN': '星期', 'zh-TW': '星期' },
  'option.days': {
    en: 'Which days: every day, weekdays, Mon-Fri, or Mon, Wed, Fri',
    'zh-CN': '哪几天:每天、工作日、周一至周五,或 周一、三、五',
    'zh-TW': '哪幾天:每天、工作日、週一至週五,或 週一、三、五',
  },
  'option.excerpts.name': { en: 'excerpts', 'zh-CN': '摘录数', 'zh-TW': '摘錄數' },
  'option.excerpts': {
    en: 'How many excerpts a post, from different speakers',
    'zh-CN': '每次几段摘录,来自不同的发言人',
    'zh-TW': '每次幾段摘錄,來自不同的發言人',
  },
  'option.seminar': { en: 'Only this seminar', 'zh-CN': '只限这场研讨会', 'zh-TW': '只限這場研討會' },
  'option.speaker': { en: 'Only this speaker', 'zh-CN': '只限这位发言人', 'zh-TW': '只限這位發言人' },
  'option.topic.name': { en: 'topic', 'zh-CN': '话题', 'zh-TW': '話題' },
  'option.topic': {
    en: 'Only what is said on this',
    'zh-CN': '只限与此有关的发言',
    'zh-TW': '只限與此有關的發言',
  },
  'option.language.name': { en: 'language', 'zh-CN': '语言', 'zh-TW': '語言' },
  'option.language': {
    en: "The language of the posts; by default the server's",
    'zh-CN': '发布所用的语言,默认为服务器的语言',
    'zh-TW': '發布所用的語言,預設為伺服器的語言',
  },
  'option.id.name': { en: 'id', 'zh-CN': '编号', 'zh-TW': '編號' },
  'option.id': {
    en: 'Which digest, where the server has several',
    'zh-CN': '哪一个每日摘录(有多个时)',
    'zh-TW': '哪一個每日摘錄(有多個時)',
  },
  'option.start-id': {
    en: 'Change this digest; what is left out stays as it is',
    'zh-CN': '更改这个每日摘录,未填的选项保持不变',
    'zh-TW': '變更這個每日摘錄,未填的選項保持不變',
  },
} satisfies Record<string, Localised>;
