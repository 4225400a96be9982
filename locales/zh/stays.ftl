# Who is here, one stay, receipts, the check of a receipt, FPCS.

# $premises - the place
# $count - how many are here
stays-heading = 👥 ⟦{ $premises }⟧：在住{ $count }人
# $premises - the place
# $count - how many stays have ended
stays-past-heading = 🕘 ⟦{ $premises }⟧：以前的住宿{ $count }次
stays-none = 目前没有登记在住的住客。
# $typed - what was looked for
stays-found-none = 没有找到“{ $typed }”。请输入房间号或姓名的一部分。
stays-find = 请按住客姓名，或输入房间号、姓名的一部分。
stays-which = 哪个住宿点？
# $room - the room
stays-room = 🚪 { $room }
stays-no-room = 未填房间
# $guest - who
# $from - day of arrival
# $until - until when the guest may stay
# $duty - state of the report
stays-line = • { $guest } · { $from }起 · 可停留至：{ $until } · { $duty }
# $guest - who
# $from - day of arrival
# $until - day of departure
# $duty - state of the report
stays-past-line = • { $guest } · { $from } – { $until } · { $duty }
# $duty - state of the draft
stays-draft = • 您未完成的登记 · { $duty }
stays-continue = ✏️ 继续填写
stays-several = 🚶 多位已离开
stays-past = 🕘 以前的住客
stays-present = 👥 在住名单
stays-back = ← 名单
stays-fpcs = 🖥 今日入住（FPCS）
# $count - how many are chosen
several-ask = 谁离开了？请逐个按姓名（已选{ $count }人）。
several-none = 请先选择住客。
stay-left-today = 🚶 今天离开
stay-left-yesterday = 昨天离开
stay-left-other = 其他日子离开
stay-extend = ⏩ 已延期
stay-move = 🚚 换住宿点
stay-correct = ✏️ 更正
stay-cancel = 🗑 取消登记
stay-receipt = 🧾 回执
stay-fpcs = 🖥 FPCS 用
stay-not-left = ↩︎ 其实没有离开
stay-again = 🔁 再次入住
# $guest - who
# $room - the room
# $premises - the place
# $document - document and number
# $until - until when the guest may stay
# $arrived - day of arrival
# $leaves - planned or real departure
# $permit - a line on work and permit, or nothing
# $number - the report's number
# $by - who reported
# $duty - state of the report
stay-card =
    👤 ⟦{ $guest }⟧
    房间：{ $room } · { $premises }
    证件：{ $document }
    可停留至：{ $until }
    入住日期：{ $arrived }
    { $leaves }{ $permit }
    登记编号：⟪{ $number }⟫，登记人：{ $by }
    { $duty }
# $date - planned departure
stay-leaves = 计划离开：{ $date }
# $date - day of departure
stay-departed = 已离开：{ $date }
stay-cancel-why = 为什么取消登记？登记和原因都会保留，派出所也会知道。
receipts-heading = 🧾 近五年的⟦回执⟧，新的在前。按一下即可重新获取。
receipts-none = 还没有回执。
# $number - the report's number
# $kind - what it reports
# $moment - when
# $premises - the place
receipts-line = • ⟪{ $number }⟫ · { $kind } · { $moment } · { $premises }
receipts-sent = 回执马上发给您。
# $number - the report's number
# $kind - what it reports
# $moment - when it was received
# $timeliness - on time or late
# $guests - how many guests
receipt-genuine =
    ✅ 这张回执是真的：⟪{ $number }⟫

    { $kind }，收到时间：{ $moment }（金边时间）
    { $timeliness }
    住客人数：{ $guests }

    这里不显示姓名。这是本登记服务的回执，不是移民总局的。
receipt-genuine-on-time = ✅ 按时
receipt-genuine-late = 🕐 逾期
receipt-genuine-no-deadline = 没有时限
# $moment - when
receipt-genuine-changed = 登记后来更正或取消过（{ $moment }）。
receipt-not-genuine = ❌ 没有找到这个编号和核验码的回执。请和纸上核对：编号形如 R-7XK2M9Q，核验码形如 4H7T-9QZC。
receipt-check-how = 核验回执：扫二维码，或在一条消息里发送编号和核验码。例如：/check R-7XK2M9Q 4H7T-9QZC
# $count - how many guests
# $reference - the reference, or that there is none
fpcs-heading = 🖥 ⟦FPCS 用⟧（{ $count }），按表格顺序。点一下内容即可复制。FPCS 编号：{ $reference }
# $label - the field
# $value - its value
fpcs-line = { $label }：⟪{ $value }⟫
fpcs-next = 下一位 →
fpcs-note = 📌 记录 FPCS 编号
fpcs-none-today = 今天这个住宿点没有人入住。
