import type { failuresEn } from './en.ts';

export const failuresZhTW = {
  'failure.question-missing': '還沒有輸入問題。例如：{example}',
  'failure.speaker-unknown':
    '沒有名為「{name}」的講者。講者：{speakers}。在「{:speaker}」選項輸入部分姓名，即可從清單選擇。',
  'failure.speakers-none': '沒有名為「{name}」的講者：原文沒有註明任何講者。不填這個選項，即可搜尋全部內容。',
  'failure.speaker-nearest': '沒有名為「{name}」的講者。您要找的是{speakers}嗎？',
  'failure.speaker-ambiguous': '「{name}」可能指以下幾位：{speakers}。請寫全名，或從清單中選擇。',
  'failure.seminar-unknown':
    '沒有名為「{name}」的研討會。現有：{seminars}。在「{:seminar}」選項輸入部分標題，即可從清單選擇。',
  'failure.seminar-near': '沒有名為「{name}」的研討會。您要找的是「{title}」（{id}）嗎？',
  'failure.seminar-ambiguous': '「{name}」可能指：{seminars}。請填寫完整的標題或括號裡的編號。',
  'failure.seminar-gone': '這場研討會已經移除。現有的研討會可用 {/seminars} 查看。',
  'failure.seminars-page': '沒有第 {page} 頁，最後一頁是第 {count} 頁。',
  'failure.text-without-words': '這裡沒有可以搜尋的文字。請寫出要搜尋的內容。',
  'failure.date': '無法辨識日期「{value}」。請寫成 2024-05-01、2024-05 或 2024 這樣。',
  'failure.date-which': '「{value}」可能指 {one} 或 {other}。請寫其中一個。',
  'failure.dates-reversed': '開始日期（{from}）晚於結束日期（{until}）。請對調「{:since}」和「{:until}」。',
  'failure.period-empty': '這段時間沒有研討會：{period}。最接近的是：{seminars}。',
  'failure.no-dates': '所有研討會都未註明日期，無法依日期搜尋。請不填「{:since}」和「{:until}」。',
  'failure.digest-kept':
    '「{title}」（{date}）不在所設的時間範圍內（{period}）。未變更的設定會保留。要去掉日期，請在「{:since}」和「{:until}」中填「-」；要去掉研討會，請在「{:seminar}」中填「-」。',
  'failure.seminar-outside':
    '「{title}」的日期是 {date}，不在所填的時間範圍內（{period}）。請不填研討會，或不填日期。',
  'failure.seminar-undated': '「{title}」未註明日期，無法依日期搜尋。請不填「{:since}」和「{:until}」。',
  'failure.speaker-outside': '{speaker}沒有在這段時間的研討會中發言（{period}）。請不填日期，或不填講者。',
  'failure.option-unknown': '/{command} 沒有「{option}」選項。可用選項：{options}。',
  'failure.no-options': '/{command} 沒有選項，請單獨輸入。',
  'failure.option-missing': '/{command} 需要「{option}」選項，例如：{example}',
  'failure.option-value': '選項「{option}」不能填「{value}」，應為 {expected}。',
  'failure.command-unknown': '沒有 /{command} 這個指令。可用指令：{commands}。',
  'failure.command-outdated': '/{command} 已更新，但 Discord 還沒有同步。請告知機器人管理員，並稍後再試。',
  'failure.message-without-words': '這則訊息沒有文字，無法搜尋。請換一則，或使用 {/ask}。',
  'failure.message-unread': '這則訊息沒有可以搜尋的文字（機器人不讀取{contents}）。請換一則，或使用 {/ask}。',
  'failure.menu-unknown': '訊息選單裡已沒有「{command}」，請改用 {/ask}。',
  'failure.permissions': '無法在這裡分享：機器人在本頻道缺少權限（{permissions}）。請聯絡伺服器管理員。',
  'failure.sentences':
    '選項「{:sentences}」不能填「{value}」，可填一個數字（如 2）、一個範圍（如 1-2）、幾個數字（如 1、3）或「最後一句」。',
  'failure.passage-unknown':
    '沒有段落「{passage}」。請輸入詞語、講者、行號或時間，再從清單中選擇；也可以填寫編號，例如 {example}。',
  'failure.passage-ambiguous': '「{passage}」對應多個段落：',
  'failure.sentence-unknown': '段落 {passage} 共 {count} 句，沒有第 {value} 句。',
  'failure.sentences-missing': '段落 {passage} 共 {count} 句，選不出「{value}」。',
  'failure.sentences-of-several':
    '只能從一個段落裡選句子，而這裡填了 {count} 段。請只填一段，例如 {example}，或不填「{:sentences}」。',
  'failure.report-speaker-long': '姓名太長（最多 {count} 個字元），未儲存。請只寫姓名。',
  'failure.report-reason-missing': '回報沒有寫依據，未儲存。請說明原文中的依據。',
  'failure.report-reason-long': '依據太長（最多 {count} 個字元），未儲存。請縮短後再試。',
  'failure.report-signs': '回報含有控制字元，未儲存。請用純文字填寫。',
  'failure.report-too-many': '您一小時內已回報 {count} 次，已達上限。請稍後再試。',
  'failure.too-fast': '操作太快了，請等 {seconds} 秒再試。',
  'failure.not-stored': '無法儲存，不是您的操作問題。請稍後再試，或告知機器人管理員。',
  'failure.button-owner': '只有提問的人能用這個按鈕。您可以自己再問一次。',
  'failure.passage-changed': '紀錄更新過，這一段已有變動。請重新提問。',
  'failure.button-outdated': '這個按鈕來自舊版本，已失效。請重新提問。',
  'failure.remove-forbidden': '只有提問的人或有「管理訊息」權限的成員能移除這則回答。',
  'failure.automod':
    '本伺服器的 AutoMod 封鎖了這則回覆，沒有人看得到。可以換個說法，或請伺服器管理員將機器人設為例外。',
  'failure.rate-limited': 'Discord 暫時不接受機器人的訊息。請幾分鐘後再試。',
  'failure.share-forbidden': '您無法在這裡傳送訊息，所以機器人不會替您發布。',
  'failure.channel-forbidden':
    '您無法在 <#{channel}> 傳送訊息，所以機器人不會替您在那裡發布。請選擇其他頻道。',
  'failure.unexpected': '發生問題，請再試一次；若仍不行，請告知機器人管理員。',
  'failure.seminar-missing': '現有多場研討會：{seminars}。請用「{:seminar}」選項選擇一場。',
  'failure.page-unknown':
    '沒有「{from}」，最後一頁是第 {count} 頁。請填寫頁碼、行號（例如「第 5 行」）或時間。',
  'failure.place-unknown':
    '紀錄裡沒有「{from}」這個行號、時間或段落。請填{first}至{last}之間的位置，或段落編號，例如 {segment}。',
  'failure.servers-only':
    '每日摘錄只能在有本機器人的 Discord 伺服器中設定。在終端機可用「npm run digest」預覽內容。',
  'failure.manage-server': '只有擁有「管理伺服器」權限的成員能使用 {/digest}。',
  'failure.time': '看不懂時間「{value}」。可寫 9:00、21:30、9am 或上午9點。',
  'failure.zone':
    '找不到時區「{value}」。請填寫該時區的大城市，例如臺北、Berlin，或填寫與 UTC 的時差，例如 UTC+8。',
  'failure.zone-which': '「{value}」可能指幾個時區：{zones}。請填寫括號裡的時區名稱。',
  'failure.days': '看不懂「{value}」是哪幾天。可寫：每天、平日、週一至週五，或週一、三、五。',
  'failure.channel-permissions':
    '機器人無法在 <#{channel}> 發布，缺少權限：{permissions}。授予後請重新啟動每日摘錄。',
  'failure.channel-unreachable': '暫時無法向 Discord 查詢 <#{channel}>。請稍後再試。',
  'failure.channel-locked': '討論串 <#{channel}> 已鎖定。請解鎖，或選擇其他討論串。',
  'failure.digest-unknown': '本伺服器沒有編號為「{id}」的每日摘錄。現有編號：{ids}。',
  'failure.digest-which': '本伺服器有多個每日摘錄（{ids}），請用「{:id}」選項指定。',
  'failure.too-many-digests':
    '本伺服器已有 {count} 個每日摘錄，已達上限。可用 {/digest stop} 停止一個，或用 {/digest start} 並填寫「{:id}」來變更。',
  'failure.digest-empty':
    '沒有合適的段落。每日摘錄只選具名講者的完整觀點，不含寒暄、單純提問和編者的話。請去掉或更換研討會、日期、講者或主題。',
  'failure.digest-off-topic':
    '沒有符合條件、又明確談到這個主題的段落。每日摘錄只選具名講者的完整觀點；相近但不一定切題的內容不選。請換個說法填寫主題，也可以去掉或更換研討會、日期或講者。',
} satisfies Readonly<Record<keyof typeof failuresEn, string>>;
