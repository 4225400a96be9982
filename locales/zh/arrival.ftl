# Reporting an arrival and its receipt; telling an extension.

arrival-premises-ask = 住客住在哪个住宿点？
arrival-premises-label = 住宿点
arrival-document-ask = 住客给您看了什么证件？
arrival-document-why = 看到什么就选什么，选“没有出示”也可以。
arrival-document-label = 证件
arrival-number-ask = 证件号码和姓名（照证件上写）？
arrival-number-example = 可以一条消息一起发，也可以先发号码。例如：N01234567 WANG XIAOMING
arrival-number-why = 有了号码，以后查得到这次登记，也不会认错人。
arrival-number-label = 证件号码
number-too-short = 这个号码太短了。
number-too-long = 这个号码太长了。
number-no-digit = 证件号码里至少要有一个数字。
# $character - what does not belong there
number-strange = 证件号码里不会有“{ $character }”，只有字母A–Z和数字。
arrival-name-ask = 证件上的姓名？
arrival-name-example = 请用拉丁字母（拼音）填写。例如：WANG XIAOMING
arrival-name-why = 照证件上写，大家的写法才一致。
arrival-name-label = 姓名
# $example - what an answer may look like
name-not-latin = 证件上一般也印有拉丁字母的姓名，真的没有吗？{ $example }
name-no-letters = 这里面没有字母。
name-too-long = 姓名太长了。
name-has-digits = 姓名里不会有数字。
# $character - what does not belong there
name-strange = 姓名里不会有“{ $character }”。
arrival-sex-ask = 证件上的性别是F还是M？
arrival-sex-label = 性别
arrival-birth-ask = 出生日期？
arrival-birth-example = 按年、月、日填写。例如：1985/3/7。证件上只有年份的，只填年份。
arrival-birth-why = 可以区分同名的人，也能保护未成年人。
arrival-birth-label = 出生日期
arrival-nationality-ask = 证件是哪个国家签发的？
arrival-nationality-example = 请按按钮，或输入国名。例如：韩国
arrival-nationality-why = 国籍和证件号码是一起的，任何规则都不看国籍。
arrival-nationality-label = 国籍
nationality-not-found = 没找到这个国家。请输入国名，或证件上的三个字母。例如：中国、CHN
arrival-visa-ask = 证件上是哪种签证？
arrival-visa-example = 看签证或延期贴纸上的字母。没有或看不清，也可以直接选择。
arrival-visa-why = 知道签证种类，才知道该看哪个日期。
arrival-visa-label = 签证
arrival-stay-until-ask = 住客可以停留到哪一天？
arrival-card-until-ask = 居留证的有效期到哪一天？
arrival-stay-until-example = 看①入境章，或②最新的延期贴纸，把日期发过来。例如：2026/5/3
arrival-card-until-example = 在居留证正面。请输入日期。例如：2026/5/3
arrival-card-until-why = 居留证有效期为两年。
arrival-stay-until-why = 以这个日期为准，不看签证本身的有效期。
arrival-stay-until-label = 可停留至
arrival-stay-until-unreadable = 看不清
# $date - the date as it was read
arrival-stay-until-past = ⟦{ $date }⟧已经过了。最新的入境章或延期贴纸上真的是这个日期吗？
arrival-source-ask = 这个日期是在哪里看到的？
arrival-source-label = 日期来源
arrival-unit-ask = 住哪个房间？
arrival-unit-example = 例如：204
arrival-unit-label = 房间
arrival-arrived-ask = 住客是哪天入住的？
arrival-arrived-example = 请按按钮，或输入日期。例如：2026/11/20
arrival-arrived-why = { $hours }小时的登记时限，从入住当天结束时起算。
arrival-arrived-label = 入住日期
# $today - the day it is
arrived-in-future = 这一天还没到，今天是{ $today }。请等住客到了再登记。
arrival-leaves-ask = 住客哪天离开？
arrival-leaves-example = 不知道就按“跳过”。例如：2026/11/25
arrival-leaves-label = 离开日期
leaves-before-arrival = 这一天比入住日期还早。请再看一下日期，或按“跳过”。
arrival-work-ask = 这个人在这里工作吗？
arrival-work-why = 劳工证每年1月至3月续办。
arrival-work-label = 工作
arrival-summary = 入住登记
arrival-send = ✅ 提交登记

# $number - the report's number
# $moment - when it was received
# $timeliness - on time or late, and what was corrected
# $premises - the place's name
# $address - its address
# $guest - who was reported
# $arrived - day of arrival
# $by - who reported
# $code - the verification code
receipt =
    🧾 ⟦回执⟧ ⟪{ $number }⟫

    收到时间：{ $moment }（金边时间）
    { $timeliness }
    住宿点：⟦{ $premises }⟧，{ $address }
    住客：{ $guest }
    入住日期：{ $arrived }
    登记人：{ $by }
    核验码：⟪{ $code }⟫

    请保存这条消息，它能证明您登记过以及登记的时间。这是本服务出具的回执，如有需要，由警员确认。
# $deadline - until when a report was on time
receipt-on-time = ✅ 按时登记（截止时间：{ $deadline }）
# $deadline - until when a report was on time
receipt-late = 🕐 已过截止时间（{ $deadline }）。登记了就好，下次请在住客到达后尽快登记。
receipt-exempt = 外交人员：豁免，不作审核
receipt-unnamed = 姓名不清楚
report-another = ➕ 再登记一位
report-sent = ✅ 已提交，回执马上发给您。
# $number - the report's number
report-sent-already = 这份登记已经提交过了：⟪{ $number }⟫。

extension-summary = 签证延期
extension-visa-ask = 延期贴纸上是哪种签证？
extension-until-ask = 延期后可以停留到哪一天？
# $date - the date as it was read
extension-in-past = { $date }已经过了。请输入最新的延期贴纸上的日期。例如：2027/5/3
# $number - the report's number
# $date - the new date
# $moment - when it was received
extension-done =
    ✅ 已记录（{ $moment }）：住客可停留至⟦{ $date }⟧。
    登记编号：⟪{ $number }⟫
arrival-unseen-name-ask = 就您所知，住客叫什么名字？
arrival-unseen-name-example = 尽量用拉丁字母。例如：WANG XIAOMING
arrival-unseen-sex-ask = 住客是女性还是男性？
arrival-unseen-nationality-ask = 就您所知，住客来自哪个国家？
arrival-unseen-birth-ask = 就您所知，住客是什么时候出生的？
arrival-premises-example = 请按住宿点的名称。
arrival-premises-why = 每个住宿点由各自的派出所管辖。
arrival-document-example = 多数住客：护照。
arrival-sex-example = 在姓名旁边。例如：M
arrival-sex-why = 便于区分同名的人。
arrival-unseen-sex-example = 请按按钮。
arrival-unseen-why = 知道多少填多少，“不清楚”也可以。
arrival-unit-why = 以便找对住客，不打扰别人。
arrival-leaves-why = 了解计划住多久；有变动也没关系。
arrival-work-example = 按您知道的选。例如：有劳工证的瓦工。
arrival-source-example = ① 入境章，② 延期贴纸：见图。
arrival-source-why = 注明出处，免得把日期弄混。
extension-visa-example = 字母在贴纸上。例如：EB
extension-visa-why = 它与新日期相对应。
# $date - the date as it was read
arrival-card-until-past = ⟦{ $date }⟧已经过了。居留证上真的是这个日期吗？
extension-until-example = 在最新的延期贴纸上，见图②。例如：2027/5/3
extension-sent = ✅ 已提交，正在记录新日期。
# $moment - when it was corrected
# $version - which version
# $reason - why
receipt-corrected = ✏️ { $moment } 更正（第{ $version }版）：{ $reason }
# $moment - when it was cancelled
# $reason - why
receipt-cancelled = 🗑 { $moment } 取消：{ $reason }
receipt-forgotten = 已按规定期限删除
receipt-paper = 📄 PDF 版
# $moment - when it was noted
# $guests - who left and when, one a line
departure-done =
    ✅ 已记录（{ $moment }）。离开：
    { $guests }
# $guest - who left
# $room - the room
# $date - day of departure
# $number - the report's number
departure-line = • { $guest }，房间 { $room }，{ $date } ⟪{ $number }⟫
# $place - where to
departure-to =    去向：{ $place }
departure-sent = ✅ 已提交，正在记录离开。
departure-taken-back = ✅ 已记录：住客仍在这里。
departure-summary = 离开
# $count - how many guests
departure-ask = 住客是哪一天离开的？（{ $count }人）
departure-example = 请按按钮，或输入日期。例如：2026/11/25
departure-why = 住宿到这一天为止，以后不再询问。
# $today - the day it is
departure-in-future = 这一天还没到，今天是{ $today }。请等住客离开后再登记。
# $arrived - day of arrival
departure-before-arrival = 住客{ $arrived }才入住，离开日期不能更早。请再看一下。
move-summary = 换住宿点
move-where-ask = 住客搬到哪里了？
move-where-example = 请按您的住宿点，或按“别的地方”。
move-where-why = 搬到您自己的住宿点，登记自动接着用，不用再填一遍。
move-where-label = 搬到
move-elsewhere = 别的地方
move-place-ask = 您知道是哪里吗？
move-place-example = 输入城市或地址，或按“跳过”。例如：暹粒
move-place-why = 知道才填，不会有人追问。
move-place-label = 去向
move-day-ask = 哪一天？
move-day-label = 日期
arrival-came-from-ask = 住客之前住在哪里？
arrival-came-from-example = 输入城市或地方，或按“跳过”。例如：暹粒
arrival-came-from-why = 这一项谁都可以不填。
arrival-came-from-label = 之前住处
correction-summary = 更正
correction-why-ask = 需要更正什么？
correction-why-example = 按最合适的一项，然后修改答案。
correction-why-why = 原因和新版本一起保存，旧版本也保留。
correction-why-label = 原因
correction-sent = ✅ 已提交，更正后的回执马上发给您。
cancellation-sent = ✅ 登记已取消。
move-sent = ✅ 已提交，新住宿点的回执马上发给您。
reference-summary = FPCS 编号
reference-ask = FPCS 给这位住客的编号是什么？
reference-example = 输入或粘贴。例如：FP-2026-004711
reference-why = 方便以后一起查到两边的登记。
reference-save = ✅ 保存
reference-saved = ✅ 已保存。
# $room - the room
# $arrived - day of arrival
# $number - the report's number
same-guest = 这个证件号码的住客已在这里登记：房间 { $room }，{ $arrived }起，⟪{ $number }⟫。这是另一次入住吗？
same-guest-open = 不是，打开那一份
same-guest-send = 是，也提交这一份
may-not = 您在这个住宿点的身份不能办理这一项，请找业主或经理。
stay-closed = 这次住宿已经结束，可能是您的同事记录的。
known-guest = 这位住客以前在这里住过，已知的内容已填好，请和证件核对。
report-group = 👥 同行的下一位
# $number - the report's number
# $kind - what it reports
receipt-paper-caption = 📄 回执 ⟪{ $number }⟫（{ $kind }），扫上面的二维码可以核验。
arrival-permit-until-ask = 劳工证的有效期到哪一天？
arrival-permit-until-example = 请输入劳工证上的日期。不知道的话，请按“跳过”。例如：2026/12/31
arrival-permit-until-why = 到期前我会提醒您。
arrival-permit-until-label = 劳工证有效期至
# $date - the date as it was read
arrival-permit-until-past = ⟦{ $date }⟧已经过了。劳工证上真的是这个日期吗？
