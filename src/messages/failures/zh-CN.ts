import type { failuresEn } from './en.ts';

export const failuresZhCN = {
  'failure.question-missing': '还没有输入问题。例如：{example}',
  'failure.speaker-unknown':
    '没有叫“{name}”的发言人。发言人：{speakers}。在“{:speaker}”选项中输入部分姓名，即可从列表选择。',
  'failure.speakers-none': '没有叫“{name}”的发言人：原文没有注明任何发言人。不填这个选项，即可查找全部内容。',
  'failure.speaker-nearest': '没有叫“{name}”的发言人。您是不是要找{speakers}？',
  'failure.speaker-ambiguous': '“{name}”可能指以下几位：{speakers}。请写全名，或从列表中选择。',
  'failure.seminar-unknown':
    '没有名为“{name}”的研讨会。现有：{seminars}。在“{:seminar}”选项中输入部分标题，即可从列表选择。',
  'failure.seminar-near': '没有名为“{name}”的研讨会。您是不是要找“{title}”（{id}）？',
  'failure.seminar-ambiguous': '“{name}”可能指：{seminars}。请填写完整的标题或括号里的编号。',
  'failure.seminar-gone': '这场研讨会已经移除。现有的研讨会可用 {/seminars} 查看。',
  'failure.seminars-page': '没有第 {page} 页，最后一页是第 {count} 页。',
  'failure.text-without-words': '这里没有可以查找的文字。请写出要查找的内容。',
  'failure.date': '无法识别日期“{value}”。请写成 2024-05-01、2024-05 或 2024 这样。',
  'failure.date-which': '“{value}”可能指 {one} 或 {other}。请写其中一个。',
  'failure.dates-reversed': '开始日期（{from}）晚于结束日期（{until}）。请对调“{:since}”和“{:until}”。',
  'failure.period-empty': '这段时间没有研讨会：{period}。最接近的是：{seminars}。',
  'failure.no-dates': '所有研讨会都未注明日期，无法按日期查找。请不填“{:since}”和“{:until}”。',
  'failure.digest-kept':
    '“{title}”（{date}）不在所设的时间范围内（{period}）。未更改的设置会保留。要去掉日期，请在“{:since}”和“{:until}”中填“-”；要去掉研讨会，请在“{:seminar}”中填“-”。',
  'failure.seminar-outside':
    '“{title}”的日期是 {date}，不在所填的时间范围内（{period}）。请不填研讨会，或不填日期。',
  'failure.seminar-undated': '“{title}”未注明日期，无法按日期查找。请不填“{:since}”和“{:until}”。',
  'failure.speaker-outside': '{speaker}没有在这段时间的研讨会中发言（{period}）。请不填日期，或不填发言人。',
  'failure.option-unknown': '/{command} 没有“{option}”选项。可用选项：{options}。',
  'failure.no-options': '/{command} 没有选项，请单独输入。',
  'failure.option-missing': '/{command} 需要“{option}”选项，例如：{example}',
  'failure.option-value': '选项“{option}”不能填“{value}”，应为 {expected}。',
  'failure.command-unknown': '没有 /{command} 这个命令。可用命令：{commands}。',
  'failure.command-outdated': '/{command} 已更新，但 Discord 还没有同步。请告诉机器人管理员，并稍后再试。',
  'failure.message-without-words': '这条消息没有文字，无法查找。请换一条，或使用 {/ask}。',
  'failure.message-unread': '这条消息没有可以查找的文字（机器人不读取{contents}）。请换一条，或使用 {/ask}。',
  'failure.menu-unknown': '消息菜单里已没有“{command}”，请改用 {/ask}。',
  'failure.permissions': '无法在这里分享：机器人在本频道缺少权限（{permissions}）。请联系服务器管理员。',
  'failure.sentences':
    '选项“{:sentences}”不能填“{value}”，可填一个数字（如 2）、一个范围（如 1-2）、几个数字（如 1、3）或“最后一句”。',
  'failure.passage-unknown':
    '没有段落“{passage}”。请输入词语、发言人、行号或时间，再从列表中选择；也可以填写编号，如 {example}。',
  'failure.passage-ambiguous': '“{passage}”对应多个段落：',
  'failure.sentence-unknown': '段落 {passage} 共 {count} 句，没有第 {value} 句。',
  'failure.sentences-missing': '段落 {passage} 共 {count} 句，选不出“{value}”。',
  'failure.sentences-of-several':
    '只能从一个段落里选句子，而这里填了 {count} 段。请只填一段，如 {example}，或不填“{:sentences}”。',
  'failure.report-speaker-long': '姓名太长（最多 {count} 个字符），未保存。请只写姓名。',
  'failure.report-reason-missing': '反馈没有写依据，未保存。请说明原文中的依据。',
  'failure.report-reason-long': '依据太长（最多 {count} 个字符），未保存。请缩短后再试。',
  'failure.report-signs': '反馈含有控制字符，未保存。请用纯文本填写。',
  'failure.report-too-many': '您一小时内已提交 {count} 次反馈，已达上限。请稍后再试。',
  'failure.too-fast': '操作太快了，请等 {seconds} 秒再试。',
  'failure.not-stored': '没能保存，不是您的操作问题。请稍后再试，或告诉机器人管理员。',
  'failure.button-owner': '只有提问的人能用这个按钮。您可以自己再问一次。',
  'failure.passage-changed': '记录更新过，这一段已有变动。请重新提问。',
  'failure.button-outdated': '这个按钮来自旧版本，已失效。请重新提问。',
  'failure.remove-forbidden': '只有提问的人或有“管理消息”权限的成员能移除这条回答。',
  'failure.automod':
    '本服务器的 AutoMod 拦截了这条回复，没有人能看到。可以换个说法，或请服务器管理员将机器人设为例外。',
  'failure.rate-limited': 'Discord 暂时不接受机器人的消息。请几分钟后再试。',
  'failure.share-forbidden': '您不能在这里发送消息，所以机器人不会替您发布。',
  'failure.channel-forbidden':
    '您不能在 <#{channel}> 发送消息，所以机器人不会替您在那里发布。请选择其他频道。',
  'failure.unexpected': '出了点问题，请再试一次；如果还是不行，请告诉机器人管理员。',
  'failure.seminar-missing': '现有多场研讨会：{seminars}。请用“{:seminar}”选项选择一场。',
  'failure.page-unknown': '没有“{from}”，最后一页是第 {count} 页。请填写页码、行号（例如“第 5 行”）或时间。',
  'failure.place-unknown':
    '记录里没有“{from}”这个行号、时间或段落。请填{first}至{last}之间的位置，或段落编号，如 {segment}。',
  'failure.servers-only':
    '每日摘录只能在有本机器人的 Discord 服务器中设置。在终端可用“npm run digest”预览内容。',
  'failure.manage-server': '只有拥有“管理服务器”权限的成员能使用 {/digest}。',
  'failure.time': '看不懂时间“{value}”。可写 9:00、21:30、9am 或上午9点。',
  'failure.zone':
    '找不到时区“{value}”。请填写该时区的大城市，如北京、Berlin，或填写与 UTC 的时差，如 UTC+8。',
  'failure.zone-which': '“{value}”可能指几个时区：{zones}。请填写括号里的时区名。',
  'failure.days': '看不懂“{value}”是哪几天。可写：每天、工作日、周一至周五，或周一、三、五。',
  'failure.channel-permissions':
    '机器人无法在 <#{channel}> 发布，缺少权限：{permissions}。授予后请重新启动每日摘录。',
  'failure.channel-unreachable': '暂时无法向 Discord 查询 <#{channel}>。请稍后再试。',
  'failure.channel-locked': '子区 <#{channel}> 已锁定。请解锁，或选择其他子区。',
  'failure.digest-unknown': '本服务器没有编号为“{id}”的每日摘录。现有编号：{ids}。',
  'failure.digest-which': '本服务器有多个每日摘录（{ids}），请用“{:id}”选项指定。',
  'failure.too-many-digests':
    '本服务器已有 {count} 个每日摘录，已达上限。可用 {/digest stop} 停止一个，或用 {/digest start} 并填写“{:id}”来修改。',
  'failure.digest-empty':
    '没有合适的段落。每日摘录只选具名发言人的完整观点，不含寒暄、单纯提问和编者的话。请去掉或更换研讨会、日期、发言人或话题。',
  'failure.digest-off-topic':
    '没有符合条件、又明确谈到这个话题的段落。每日摘录只选具名发言人的完整观点；相近但不一定切题的内容不选。请换个说法填写话题，也可以去掉或更换研讨会、日期或发言人。',
} satisfies Readonly<Record<keyof typeof failuresEn, string>>;
