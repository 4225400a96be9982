# Many guests at once: pictures, lists, and what was read of them

read-ask = 这些内容与证件一致吗？
read-why = 机器可能会认错字母，请逐行与证件核对。
read-label = 从证件读取
read-known = 🔁 此证件已在这里登记。如果是同一次住宿，无需再次提交。
read-right = ✅ 全部一致
# $what - which answer
read-wrong = ✏️ 有误：{ $what }
doubt-repaired = 已按校验码修正，请核对
doubt-check-fails = 校验码不符，请核对
doubt-unclear = 此处可能读错，请核对
doubt-may-be-cut = 证件上的姓名可能更长
doubt-unknown-country = 此国家代码不在名单中
doubt-guessed = 可能有两种读法，请核对
doubt-passed = 此日期已过，请核对
file-before-start = 请先选择语言，然后重新发送。我已把它从聊天中删除，没有保存。
file-before-place = 登记好住宿点后就可以发照片和名单。请先完成这一步，再重新发送。我已把它从聊天中删除，没有保存。
file-for-guests = 这一项请打字回答。我已把图片从聊天中删除，没有保存。
file-too-large = 文件超过20 MB。请以照片方式发送，或把名单分成几份。
refused-too-dark = 照片太暗。请开灯或到窗边拍，不要用闪光灯。
refused-too-bright = 证件反光。请把证件稍微倾斜，不要用闪光灯。
refused-blurred = 照片模糊。请拿稳手机，点一下文字对焦后再拍。
refused-cut-off = 底部带 <<< 的几行没有拍全。请拍整页。
refused-turned = 证件太斜。请从正上方拍。
refused-too-small = 证件在照片里太小。请靠近拍，让整页占满画面。
refused-no-zone = 照片里找不到带 <<< 的行。护照的这几行在有照片那一页的底部。
refused-several-pages = 这个PDF有多页。请只发有照片的那一页。
refused-too-many-pixels = 图片太大，无法读取。请以照片方式发送，不要用文件。
refused-encrypted = 文件有密码保护。请去掉密码后再发。
refused-damaged = 文件损坏或不完整。请重新保存后再发。
refused-took-too-long = 读取时间太长。请再发一次，或发小一点的。
refused-unavailable = 现在无法读取图片和文件。请打字填写，管理员已收到通知。
refused-gone = Telegram 上已没有这个文件。请重新发送。
refused-unfolds = 表格远大于一份住客名单。请把住客复制到新文件里，例如 /template 的模板。
refused-too-many-rows = 表格超过5000行。请分几次发送。
refused-empty = 文件是空的。请确认已保存，再重新发送。
refused-no-header = 找不到“姓名”“护照号码”这样的标题行。请加上标题，或使用 /template 的模板。
refused-unknown = 无法读取这种文件。请发照片（JPEG、PNG、WebP、HEIC）、单页PDF或名单（XLSX、XLS、ODS、CSV）。
# $many - how many
batch-pictures = 📷 照片：{ $many }
# $many - how many people
batch-table = 📄 名单：{ $many }人
# $many - how many people
batch-roster = 👷 全体居住人员：{ $many }人
# $many - how many are left
batch-reading = ⏳ 正在读取，还有{ $many }份。
batch-state-read = 已读取，还缺资料，暂时不能提交。
batch-state-here = 已读取，其中的人都已登记过，无需再提交。
batch-state-to-confirm = 已读取。请检查，您按下之前不会提交。
# $done - how many are sent
# $all - how many there are
batch-state-sending = 📤 正在提交：{ $done } / { $all }
batch-state-sent = ✅ 已全部提交，回执随后发来。
batch-state-partly = ✅ 资料齐全的已提交，其余的还等您补充。
batch-state-failed = 没有读出任何人。
# $many - how many
batch-good = ✅ 资料齐全：{ $many }
# $many - how many
batch-open = ✏️ 需要处理：{ $many }
# $many - how many
batch-here = 🔁 已登记过：{ $many }
# $many - how many
batch-sent = 🧾 已提交：{ $many }
# $many - how many people
batch-send = 📤 提交资料齐全的{ $many }人
batch-done = 发完了，查看全部
batch-one-by-one = 逐个查看
batch-more = ➕ 继续添加
batch-send-more = 请直接把下一张照片发到这里。
batch-sheet = 📄 标明问题的名单
batch-sheet-follows = 名单随后发来，原因写在每行旁边。
batch-type = ⌨️ 改为打字填写
batch-drop = 🗑 放弃
batch-dropped = 已放弃，没有提交，也没有保存。
batch-dropped-rest = 其余的已放弃，已提交的仍为已登记。
batch-place-ask = 他们住在哪个住宿点？
# $header - as it stands in the list
# $examples - some values
batch-column-ask =
    ⟦“{ $header }”这一列是什么？⟧
    例如：{ $examples }

    这个住宿点以后不再询问。
batch-column-ignored = 与登记无关
# $row - its number
# $why - what is wrong
batch-row = 第{ $row }行：{ $why }
# $field - of what
# $what - what is wrong
batch-complaint = { $field }：{ $what }
# $field - of what
# $why - why it is doubtful
batch-doubt = ⚠️ { $field }：{ $why }
# $what - which answers
batch-missing = 缺少：{ $what }
batch-nobody-to-send = 目前没有可以提交的人。
# $many - how many people
batch-fill-in = ✏️ 补充资料（{ $many }）
batch-lend = 🔁 其他人日期和签证相同
batch-change = ✏️ 修改或补充
batch-leave-out = ➖ 不登记此人
batch-keep = ✅ 保存
batch-is-sent = 已提交
# $row - which place in the list
batch-twin = 与第{ $row }个证件相同
batch-here-already = 已登记过
wrong-date-unclear = 读不出这个日期，例如 2026-12-31
wrong-date-incomplete = 需要年月日，例如 2026-12-31
wrong-date-impossible = 日历上没有这一天
wrong-date-lunar = 这是农历日期，请用公历
wrong-date-past = 日期过早
wrong-date-future = 日期过晚
wrong-born-future = 出生日期还没到
wrong-leaves-before = 离开日期早于入住日期
wrong-number = 不是证件号码，例如 N1234567
wrong-number-rounded = 号码被表格四舍五入，请按文本重新输入
wrong-name-not-latin = 请按护照用拉丁字母填写姓名
wrong-name-digits = 姓名里有数字
wrong-name = 姓名里有不该有的符号
wrong-country = 没有这个国家，例如 中国 或 CHN
wrong-country-unclear = 可能是几个国家，请用代码，例如 KOR
wrong-sex = 请填 M 或 F
wrong-document = 不认识这种证件，例如 护照
wrong-visa = 不认识这种签证，例如 T 或 EB
wrong-source = 请填 入境章、贴纸 或 居留证
wrong-work = 请填 有 或 无
wrong-too-long = 内容太长
wrong-formula = 表格此处显示错误
wrong-became-date = 被表格变成了日期，请按文本重新输入
# $count - how many guests
# $number - the receipt's number
# $moment - when they were received
# $timeliness - how many on time and late
# $premises - the place's name
# $address - its address
# $listed - who was reported, a line each
# $by - who reported
# $code - the verification code
receipt-many =
    🧾 ⟦{ $count }人回执⟧ ⟪{ $number }⟫

    收到时间：{ $moment }（金边时间）
    { $timeliness }
    住宿点：⟦{ $premises }⟧，{ $address }
    { $listed }

    登记人：{ $by }
    核验码：⟪{ $code }⟫

    请保存这条消息，它能证明您登记过以及登记的时间。这是本服务出具的回执，如有需要，由警员确认。
# $guest - who
# $room - the room
# $date - day of arrival
# $number - the report's number
receipt-many-line = • { $guest }，{ $room }，{ $date } ⟪{ $number }⟫
# $many - how many
receipt-many-on-time = ✅ 按时登记：{ $many }人
# $many - how many
receipt-many-late = 🕐 逾期登记：{ $many }人。登记了就好，下次请在住客到达后尽快登记。
batch-sheet-caption = 📄 您的名单，每行旁边写明要改的内容。改好后重新发到这里，已登记的人不会重复。
# $place - the place's name
roster-ask =
    ⟦名单上是哪些人？⟧

    如果是{ $place }现在的全体居住人员，我会与已登记的人对照。
roster-everybody = 👷 全体人员，请对照
roster-newcomers = ➕ 只有新来的人
# $many - how many
roster-joined = ➕ 新来：{ $many }人
# $many - how many
roster-left = ➖ 已离开：{ $many }人
# $many - how many
roster-changed = ✏️ 有变化：{ $many }人
# $many - how many
roster-unchanged = 🟰 无变化：{ $many }人
# $many - how many
roster-unclear = ❓ 不确定：{ $many }人，不会提交，请在“在住名单”里查看。
roster-drastic = ⚠️ 名单里没有大部分在住的人。真的是这里的全体人员吗？如果只是一部分，请放弃。
# $many - how many
roster-send = 📤 全部提交（{ $many }）
roster-change-unit = 换房间
roster-change-work = 工作或劳工证
roster-change-permit = 劳工证有效期
roster-change-extended = 停留延期
roster-change-shortened = 停留期缩短（请核对）
roster-change-leaves = 计划离开日期
roster-change-number = 证件号码不同（请核对）
# $what - what it is made of
batch-waits = 📥 未提交：{ $what }
operator-cannot-read = ⚠️ 本机无法读取图片和文件：隔离进程无法启动。运行 `snaknov doctor` 可查看原因，其他功能正常。
batch-unclear = 可能是已在住的人，不会提交
