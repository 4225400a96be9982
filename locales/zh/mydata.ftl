# What is known about a reporter: given into their own hands, and erased.

mydata-button = 📦 我的数据
mydata-follows =
    📦 正在整理您的数据，稍后这里会收到两个文件：⟪mydata.xlsx⟫ 供阅读，⟪mydata.json⟫ 供程序读取。住客多的话需要一分钟左右。

    文件里有住客的个人信息，请不要给别人看。
# $moment - from when it can be had again
mydata-wait = 🙂 刚刚已为您整理过数据，请往上翻一翻。{ $moment }起可以再次获取。
# $moment - when it was put together
mydata-caption = 📦 您的数据，截至{ $moment }
# $count - how many did not fit
mydata-left-out = 文件里是最近的记录；更早的{ $count }条放不下，请向管理员索取。
mydata-none = 我这里还没有关于您的任何信息。
mydata-sheet-me = 我
mydata-sheet-places = 住宿点
mydata-sheet-colleagues = 同事
mydata-sheet-guests = 住客
mydata-sheet-reports = 登记
mydata-sheet-receipts = 回执
mydata-sheet-consents = 同意
mydata-telegram = Telegram 编号
mydata-language = 语言
mydata-known-since = 首次使用
mydata-registered = 添加时间
mydata-role = 身份
mydata-called = 同事称呼
mydata-since = 开始
mydata-until = 结束
mydata-left = 离开日期
mydata-cancelled = 取消时间
mydata-seen = 最近一次确认在住
mydata-recorded = 记录时间
mydata-number = 编号
mydata-version = 版本
mydata-kind = 种类
mydata-made = 收到时间
mydata-deadline = 截止时间
mydata-by = 登记人
mydata-by-me = 我
mydata-went-to = 去向
mydata-rulebook = 适用规则
mydata-guests = 住客人数
mydata-code = 核验码
mydata-text = 隐私说明版本
mydata-given = 同意时间
mydata-withdrawn = 撤回时间
erase-button = 🗑 删除我的数据
erase-intro =
    🗑 ⟦删除我的数据⟧

    目前什么都还没有删除。请先看看会发生什么：
erase-goes = ⟦立即删除：⟧您的 Telegram 编号、语言、同意记录和没填完的内容。
erase-stays = ⟦按法律要求保留⟧（不再带有您的 Telegram 编号）：
erase-nothing-kept = 您没有登记过住客，没有需要按法律保留的内容。
# $reports - how many reports
# $guests - about how many guests
erase-reports = • 您做的登记：{ $reports }份，涉及住客{ $guests }人
# $date - last day
erase-reports-until = – 已离开的住客：最晚保留到{ $date }
# $guests - how many guests are still there
# $months - months after the departure
erase-reports-open = – 仍在住的住客（{ $guests }人）：离开后再保留{ $months }个月，由您的同事负责
# $receipts - how many receipts
# $date - last day
erase-receipts = • 回执：{ $receipts }张，最晚保留到{ $date }。里面没有住客姓名。删除后不能再次获取，但仍可用编号和核验码核验。
erase-log = • 谁打开过通报的记录，不设期限；其中只记有人删除了数据，不记是谁。
erase-officer = 您同时是已加入的警员，这一身份不受影响；可由管理员终止。
erase-after = 删除后无法恢复，我也不再认识您。登记住客的义务仍然存在。
erase-yes = 🗑 是的，现在删除
# $guests - how many guests
erase-open =
    🗑 ⟦删除我的数据⟧

    现在还不能删除：还有{ $guests }位住客登记为在住，有关情况只能向您询问。什么都没有删除。
# $premises - the place
# $guests - how many guests
erase-open-line = • ⟦{ $premises }⟧：{ $guests }人
erase-open-first = 请先登记已离开的住客（“在住名单”），或邀请另一位业主或经理加入该住宿点，然后再发送 /deletemydata。
erase-done =
    ✅ 已完成。您的数据已删除，我不再认识您。这个聊天里的消息可以由您自己在 Telegram 中删除。

    感谢您的登记。想重新开始，随时发送 /start。
# $memberships - at how many places the person has a part
erase-memberships = • 您在住宿点的身份：{ $memberships }个
# $count - how many places are deleted
erase-premises = • 没有住客、也没有同事的住宿点：{ $count }个
